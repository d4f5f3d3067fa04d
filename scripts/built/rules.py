"""Rules for built pages: what only shows once Markdown, translations and templates are together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

from scripts.built.flaws import DEAD_HARM, Flaw, find_line
from scripts.built.site import BuiltSite, Target
from scripts.contact_refusals import TYPED_HARM
from scripts.contacts import Contact, known_numbers
from scripts.heading_order import HARM as HEADING_HARM
from scripts.heading_order import REMEDY as HEADING_REMEDY
from scripts.heading_order import find_fault
from scripts.phone_numbers import find_phone_numbers
from scripts.problems import Problem

CALLS = ("tel:", "sms:")
TOP = ("", "top")
"""Parts that every page has: HTML, 7.4.6.4."""

STRANGER = "A reader would call nobody, or a stranger."


def find_dead_links(site: BuiltSite, codes: Collection[str], left_out: Collection[str] = ()
                    ) -> Iterator[Flaw]:  # fmt: skip
    """Links to files that are not there, and to parts that the page there does not have. `codes`
    are the folders of languages; `left_out` are pages that count as there."""
    there = site.files | set(left_out)
    for url, page in site.pages.items():
        for address in sorted({address for _, address in page.links}):
            target = site.target(url, address)
            if target is None:
                continue
            shown = _without_language(target, codes)
            if target.file not in there:
                what = f"A link leads to {shown.file}, which is not in the site."
                remedy = "Write the address of a page or file that is there, seen from this page."
                yield Flaw(url, what, DEAD_HARM, remedy, _spellings(address))
            elif not _has_part(site, target):
                place = "its own page" if target.file == url else shown.file
                what = f"A link leads to #{target.part} in {place}, which has no such part."
                remedy = _name_part(target.part, site.pages[target.file].ids)
                yield Flaw(url, what, DEAD_HARM, remedy, _spellings(address))


def _without_language(target: Target, codes: Collection[str]) -> Target:
    folder, _, rest = target.file.partition("/")
    return Target(rest, target.part) if rest and folder in codes else target


def _has_part(site: BuiltSite, target: Target) -> bool:
    page = site.pages.get(target.file)
    return page is None or target.part in TOP or target.part in page.ids


def _name_part(part: str, ids: Collection[str]) -> str:
    close = get_close_matches(part, [each for each in ids if not each.startswith("shell-")], n=1)
    if close:
        return f"Write #{close[0]}, or take the part out."
    return "Write # and the name of a heading that is there, or take the part out."


def _spellings(address: str) -> tuple[str, ...]:
    """How pages may have an address: they name the Markdown file of a page."""
    plain = unquote(address)
    return plain.replace(".html", ".md", 1), plain


def find_wordless(site: BuiltSite, codes: Collection[str]) -> Iterator[Flaw]:
    """Pictures that say nothing to those who do not see them. `codes` are as above."""
    for url, page in site.pages.items():
        for address in page.wordless:
            target = site.target(url, address) if address else None
            shown = _without_language(target, codes).file if target else address
            yield Flaw(
                url,
                f"The picture {shown} has no text." if shown else "A drawing has no text.",
                "People who do not see it would miss what it says.",
                "Write what it shows between the brackets: ![A parent reads a letter](letter.svg).",
                (unquote(address),) if address else (),
            )


def find_heading_flaws(site: BuiltSite, known: Collection[str]) -> Iterator[Flaw]:
    """Headings that are out of order, but for the pages that are `known` to be so."""
    for url, page in site.pages.items():
        if url not in known and (fault := find_fault(page.levels)):
            yield Flaw(url, fault[1], HEADING_HARM, HEADING_REMEDY)


def find_numbers(site: BuiltSite, contacts: Mapping[str, Contact]) -> Iterator[Flaw]:
    """Phone numbers that no contact made, and links that call other numbers than those of
    contacts. Pages and catalogues refuse them by themselves; this sees templates too."""
    known = known_numbers(dict(contacts))
    relayed = [contact.relayed for contact in contacts.values()]
    ours = {contact.link for contact in (*contacts.values(), *relayed) if contact}
    for url, page in site.pages.items():
        for number in {each for text in page.texts for each in find_phone_numbers(text, known)}:
            what = f"The phone number {number} stands here, and no contact made it."
            yield Flaw(url, what, TYPED_HARM, "Write {{ contact.NAME }}.", (number,))
        for address in {address for _, address in page.links if address.startswith(CALLS)} - ours:
            what = f"A link calls {address}, which is no number of contacts.yml."
            yield Flaw(url, what, STRANGER, "Write {{ contact.NAME }}.", (address,))


def find_listed_numbers(
    site: BuiltSite, contacts: Mapping[str, Contact], register: Path
) -> Iterator[Problem]:
    """Phone numbers in the list of facts that no page may show, so that nobody finds there what
    is hidden elsewhere. The list has the words of the file `register`, where no contact can stand.
    """
    known = known_numbers(dict(contacts))
    shown = known_numbers({name: each for name, each in contacts.items() if each.shown})
    texts = {text for page in site.pages.values() for text in page.listed}
    for number in sorted({each for text in texts for each in find_phone_numbers(text, known)}):
        if number.replace(" ", "") not in shown:
            yield Problem(
                f"facts/{register.name}",
                find_line(register.read_text(encoding="utf-8"), [number]),
                f"The list of facts shows {number}, which is no number of contacts.yml.",
                STRANGER,
                "Write the fact without it; the number stands in figure: of its fact.",
            )
