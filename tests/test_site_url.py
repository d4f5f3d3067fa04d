"""Whole addresses, for search engines: right and complete where the site knows its own, and none
where it does not."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from lxml import etree
from lxml import html as lxml_html

from scripts.addresses import page_file
from scripts.build import build_site
from scripts.languages import Languages, read_languages
from scripts.made import read_all
from scripts.organisation import read_organisation
from scripts.problems import ProblemsFound
from tests.conftest import SITE_URL
from tests.projects import HOME, MEETING, PAGES, REAL, make_project
from tests.walk import Answer, find_addresses

NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ANYWHERE_ELSE = "x-default"


@dataclass(frozen=True)
class Site:
    """A built site that knows its own address, `url`, which ends in a slash."""

    folder: Path
    url: str
    pages: tuple[str, ...]
    languages: Languages

    def address(self, page, language):
        return self.url + quote(page_file(page, language, self.languages))

    def alternates(self, page):
        """The address of a page by language, and the one for readers of any other."""
        source = {ANYWHERE_ELSE: self.address(page, self.languages.source)}
        return {each.code: self.address(page, each) for each in self.languages.all} | source

    def places(self):
        return [(page, language) for page in self.pages for language in self.languages.all]

    def read(self, address):
        """The page that the host will show at an address."""
        file = self.folder / unquote(address.removeprefix(self.url))
        return lxml_html.document_fromstring(file.read_bytes())

    def sitemap(self):
        return etree.parse(self.folder / "sitemap.xml").getroot()


SMALL = {
    "a root": ("https://example.org", PAGES),
    "a root with its slash": ("https://example.org/", PAGES),
    "a path": ("https://example.org/families", PAGES),
    "a path with its slash": ("https://example.org/families/", PAGES),
    "a page with an odd name": (SITE_URL, {"index": HOME, "meetings/50% café page": MEETING}),
}


@pytest.fixture(scope="module", params=["the real site", *SMALL])
def site(request, tmp_path_factory):
    if request.param not in SMALL:
        folder = request.getfixturevalue("real_site_with_url")
        return Site(folder, SITE_URL, tuple(read_all(REAL).sources), read_languages(REAL.languages))
    url, pages = SMALL[request.param]
    project = make_project(tmp_path_factory.mktemp("small"), pages, site_url=url)
    build_site(project)
    slash = f"{url.rstrip('/')}/"
    return Site(project.site, slash, tuple(pages), read_languages(project.languages))


def alternates_of(page):
    links = page.xpath("//link[@rel='alternate']")
    return sorted((link.get("hreflang"), link.get("href")) for link in links)


def test_every_page_has_one_canonical_address_and_it_is_its_own(site):
    places = [site.address(*place) for place in site.places()]
    found = [site.read(address).xpath("//link[@rel='canonical']/@href") for address in places]
    assert found == [[address] for address in places]


def test_every_page_names_itself_once_in_every_language_and_english_for_others(site):
    for page, language in site.places():
        found = alternates_of(site.read(site.address(page, language)))
        assert found == sorted(site.alternates(page).items())


def test_every_page_that_a_page_names_names_it_back(site):
    for place in site.places():
        address = site.address(*place)
        for _, other in alternates_of(site.read(address)):
            assert address in dict(alternates_of(site.read(other))).values()


def test_the_sitemap_lists_every_page_in_every_language_once_and_nothing_else(site):
    found = site.sitemap().xpath("/map:urlset/map:url/map:loc/text()", namespaces=NAMES)
    assert sorted(found) == sorted(site.address(*place) for place in site.places())


def test_the_sitemap_names_every_page_in_every_language_and_english_for_others(site):
    expected = {site.address(page, each): site.alternates(page) for page, each in site.places()}
    for entry in site.sitemap().iterfind("map:url", NAMES):
        links = entry.findall("x:link[@rel='alternate']", NAMES)
        found = sorted((link.get("hreflang"), link.get("href")) for link in links)
        assert found == sorted(expected[entry.findtext("map:loc", namespaces=NAMES)].items())


def test_every_address_in_the_sitemap_is_a_file_of_the_folder(site):
    for address in site.sitemap().xpath("//map:loc/text()", namespaces=NAMES):
        path = urlsplit(address).path.removeprefix(urlsplit(site.url).path)
        assert (site.folder / unquote(path)).is_file(), address


def test_every_whole_address_is_percent_encoded(site):
    whole = site.sitemap().xpath("//map:loc/text() | //@href", namespaces=NAMES)
    assert [address for address in whole if address != quote(unquote(address), safe=":/")] == []


def test_the_compressed_sitemap_is_the_same(site):
    packed = gzip.decompress((site.folder / "sitemap.xml.gz").read_bytes())
    assert packed == (site.folder / "sitemap.xml").read_bytes()


def test_the_page_for_missing_addresses_has_no_address_of_its_own(site):
    page = lxml_html.document_fromstring((site.folder / "404.html").read_bytes())
    assert page.xpath("//link[@rel='canonical' or @rel='alternate']") == []


def test_the_language_for_all_others_is_the_first_of_the_list(tmp_path):
    languages = [("cy", "Cymraeg", "ltr"), ("en", "English", "ltr")]
    project = make_project(tmp_path, {"index": HOME}, languages, SITE_URL)
    build_site(project)
    site = Site(project.site, SITE_URL, ("index",), read_languages(project.languages))
    for links in (
        site.sitemap().xpath("//x:link[@hreflang='x-default']/@href", namespaces=NAMES),
        site.read(f"{SITE_URL}index.html").xpath("//link[@hreflang='x-default']/@href"),
    ):
        assert set(links) == {f"{SITE_URL}index.html"}


def test_without_a_site_url_there_is_no_sitemap(real_site):
    assert list(real_site.glob("**/sitemap*")) == []


def test_without_a_site_url_no_page_names_a_whole_address_of_its_own(real_site):
    for path in real_site.rglob("*.html"):
        page = lxml_html.document_fromstring(path.read_bytes())
        assert page.xpath("//link[@rel='canonical' or @rel='alternate']") == [], path


def test_without_a_site_url_every_address_of_the_site_is_relative_and_whole(real_site):
    for path in real_site.rglob("*.html"):
        answer = Answer(200, "text/html", path.read_bytes())
        own = [address for _, address in find_addresses(answer) if not urlsplit(address).scheme]
        assert [address for address in own if "//" in address or "None" in address] == [], path


@pytest.mark.parametrize(
    "url",
    ["example.org", "example.org/families/", "https:/example.org", "/families/",
     "ftp://example.org/", "https://example.org/?a=b", "https://example.org/#top",
     "https://example.org/my families/", "https://example.org/rodziny-ąę/", "https://"],
)  # fmt: skip
def test_an_address_that_nothing_can_be_added_to_is_refused_in_one_problem(tmp_path, url):
    project = make_project(tmp_path, site_url=url)
    with pytest.raises(ProblemsFound) as stopped:
        build_site(project)
    (problem,) = stopped.value.problems
    assert problem.path == "organisation.yml"
    assert problem.what == f"The address is none that pages can be added to: {url}"


@pytest.mark.parametrize(
    "url",
    ["http://localhost:8000/", "https://[::1]/a/", "https://xn--rdziny-fxa.example/%C4%85/",
     "https://Example.org/~families"],
)  # fmt: skip
def test_an_address_as_a_browser_shows_it_is_taken(tmp_path, url):
    project = make_project(tmp_path, site_url=url)
    assert read_organisation(project, read_languages(project.languages)).address == url


def test_an_address_in_the_file_of_mkdocs_is_sent_to_that_of_the_host(tmp_path):
    project = make_project(tmp_path, {"index": HOME})
    with project.config.open("a", encoding="utf-8") as config:
        config.write(f"\nsite_url: {SITE_URL}\n")
    with pytest.raises(ProblemsFound) as stopped:
        build_site(project)
    assert [problem.remedy for problem in stopped.value.problems] == [
        f"Take the line out, and write in organisation.yml: address: {SITE_URL}"
    ]
