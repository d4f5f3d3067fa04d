"""`alongside waiting`: what waits for a translator, in words for a volunteer; and the issue of each
language that .github/workflows/waiting.yml keeps.

The words of pages and catalogues are shown as they are: none becomes a link, a picture or a call to
somebody by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from urllib.parse import quote

import click

from scripts.arguments import known_translation, pass_project
from scripts.inert import LONGEST, plain
from scripts.languages import Language, read_languages
from scripts.paths import Project
from scripts.terminal import count
from scripts.waiting import Changed, Waiting, find_waiting
from scripts.waiting_news import MARKS
from scripts.word_changes import ALIKE

ROOM = LONGEST - 16_000
"""The most characters of the changes that are listed; the table and the marks follow them."""
MOST_MARKS, MOST_ROWS = 500, 100
LONG = 1_500
"""The most characters of one text; nobody needs more of it to find it in its file."""
EDIT = "edit/main"

HEAD = (
    "Thank you for translating into {name}. This list is written anew whenever something changes, "
    "so please leave notes in comments.\n\n"
    "To help, open a file below, find the sentence, and change only what stands between the quote "
    "marks after `msgstr`. Take one sentence or many: each one helps a family.\n"
)
CHANGED = (
    "\n## The English changed: {messages}\n\n"
    "Readers see these in English until somebody has looked. ~~Struck out~~ is what the English "
    "no longer says, and **bold** is what it says now. When the translation says it too, delete "
    "the word `fuzzy` above it, and the lines that begin with `#|`.\n"
)
UPDATE = (
    "\nIf you do not find a sentence in its file, it is newer than the file. Then say so in a "
    "comment, and somebody will run `alongside update`.\n"
)
NEW = "\n## Not translated yet: {messages}\n\n| file | messages |\n| --- | --- |\n"
MORE = "\n{count} more would not fit here. `alongside waiting {code}` shows them all.\n"
FIRST = " (families need this page first)"


def write_report(language: Language, waiting: list[Waiting], link_base: str = "") -> str:
    """The report in Markdown, whose files are links that open GitHub's editor below `link_base`;
    empty where nothing waits."""
    if not waiting:
        return ""
    changes = [each for page in waiting for each in page.changed]
    text = HEAD.format(name=plain(language.english))
    if changes:
        text += CHANGED.format(messages=count(len(changes), "message")) + UPDATE
        text += _listed(waiting, link_base, language.code, len(changes))
    text += _table([page for page in waiting if page.new], link_base)
    marks = "".join(f" {each.mark}" for each in changes[:MOST_MARKS])
    return f"{text}\n{MARKS.format(marks)}\n"


def _listed(waiting: Iterable[Waiting], link_base: str, code: str, total: int) -> str:
    """As many changes as there is room for, and how many there are beyond."""
    text, shown = "", 0
    for page in (page for page in waiting if page.changed):
        head = f"\n### {_file(page, link_base)}\n"
        for change in page.changed:
            entry = head + _entry(change)
            if len(text) + len(entry) > ROOM:
                return text + MORE.format(count=total - shown, code=code)
            text, shown, head = text + entry, shown + 1, ""
    return text


def _file(page: Waiting, link_base: str) -> str:
    name, first = plain(page.path), FIRST if page.core else ""
    if not link_base:
        return name + first
    return f"[{name}]({link_base}/{EDIT}/{quote(page.path)}){first}"


def _entry(change: Changed) -> str:
    before, now = _mark_changes(change.before[:LONG], change.english[:LONG])
    lines = [f"- English before: {before}"] if change.before else []
    lines.append(f"{'  ' if lines else '- '}English now: {now}")
    lines.append(f"  Translation of the English before: {plain(change.translation[:LONG])}")
    return "\n" + "  \n".join(lines) + "\n"


def _mark_changes(before: str, now: str) -> tuple[str, str]:
    """Both texts in Markdown: what went struck out in the old one, what came bold in the new; two
    sentences that have little in common stay without marks, as in `word_changes`.

    Whole words are marked, since beside other signs Markdown would show the marks themselves.
    """
    old, new = before.split(), now.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return plain(before), plain(now)
    gone, come = [], []
    for action, i, j, k, m in matcher.get_opcodes():
        same = action == "equal"
        gone.append(_marked(old[i:j], "" if same else "~~"))
        come.append(_marked(new[k:m], "" if same else "**"))
    return " ".join(filter(None, gone)), " ".join(filter(None, come))


def _marked(words: list[str], mark: str) -> str:
    return f"{mark}{plain(' '.join(words))}{mark}" if words else ""


def _table(pages: list[Waiting], link_base: str) -> str:
    if not pages:
        return ""
    text = NEW.format(messages=count(sum(page.new for page in pages), "message"))
    text += "".join(f"| {_file(page, link_base)} | {page.new} |\n" for page in pages[:MOST_ROWS])
    left = len(pages) - MOST_ROWS
    return text + (f"\nAnd {count(left, 'file')} more.\n" if left > 0 else "")


def describe(waiting: Iterable[Waiting]) -> Iterator[str]:
    """The same for a terminal, as plain lines."""
    for page in waiting:
        parts = [f"{len(page.changed)} to look at again"] if page.changed else []
        parts += [f"{page.new} to translate"] if page.new else []
        yield f"{page.path}: {', '.join(parts)}{FIRST if page.core else ''}"
        for change in page.changed:
            yield f"    English before: {change.before or '(not known)'}"
            yield f"    English now:    {change.english}"
            yield f"    Translation:    {change.translation}"


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="For a terminal, or for an issue.",
)
@click.option("--link-base", default="", metavar="URL", help="The address of the repository.")
@click.argument("code", metavar="LANGUAGE", callback=known_translation)
@pass_project
def waiting(project: Project, form: str, link_base: str, code: str) -> None:
    """Show the messages of LANGUAGE that wait for a translator; nothing is changed."""
    languages = read_languages(project.languages)
    found = find_waiting(project, code, languages.core)
    if form == "markdown":
        click.echo(write_report(languages[code], found, link_base), nl=False)
        return
    for line in describe(found):
        click.echo(line)
    changed, new = sum(len(each.changed) for each in found), sum(each.new for each in found)
    click.echo(f"{count(changed, 'message')} to look at again, {new} to translate.")


WAITING = (waiting,)
