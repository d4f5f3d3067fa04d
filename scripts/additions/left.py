"""What is left to do for a new language, in the order in which it helps families most."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.additions.addition import Addition
from scripts.front_matter import is_printed
from scripts.paths import INTERFACE, Project
from scripts.terminal import count

RUNS = {"ltr": "from left to right", "rtl": "from right to left"}


def describe_addition(addition: Addition) -> Iterator[str]:
    """What was done, then what is left, as lines for a person."""
    language, project = addition.language, addition.sources.project
    yield (
        f"{language.english} ({language.code}) is here now. It calls itself {language.name} and is "
        f"written {RUNS[language.direction]}; its leaflets are set in {language.font}."
    )
    yield "If that is not right, mend it in languages.yml: readers see the name on every page."
    yield f"Written: {', '.join(_written(addition, project))}."
    yield "Volunteers can begin when these files are on GitHub."
    yield (
        "Was it the wrong language? Delete its folder, and take its lines out of the other files."
    )
    yield ""
    yield "What is left, in this order:"
    steps = (_interface, _core, _words, _paper, _exit, _owner)
    for number, step in enumerate(steps, start=1):
        first, *more = step(addition)
        yield f"{number}. {first}"
        yield from (f"   {line}" for line in more)
    yield ""
    yield (
        f"Families see {language.english} on the site when 1 and 2 are whole. Until then, look at "
        f"it with: alongside preview --language {language.code}"
    )
    yield (
        "When they do, write that day below its font in languages.yml, such as since: 2026-11-21. "
        "Without it, the next change of the English may take the language off the site."
    )


def _written(addition: Addition, project: Project) -> Iterator[str]:
    folder = project.locale(addition.language.code)
    inside = [path for path in addition.files if path.is_relative_to(folder)]
    yield f"{project.short(folder)}/ ({count(len(inside), 'file')})"
    yield from sorted(project.short(path) for path in addition.files if path not in inside)


def _messages(addition: Addition, page: str) -> str:
    found = addition.sources.messages.get(page, ())
    return count(len({message.key for message in found}), "message")


def _interface(addition: Addition) -> Iterator[str]:
    yield "Translate the words around every page, such as the menu."
    yield f"locale/{addition.language.code}/{INTERFACE}.po: {_messages(addition, INTERFACE)}"


def _core(addition: Addition) -> Iterator[str]:
    yield "Translate the pages that families need first."
    for page in addition.sources.languages.core:
        path = f"locale/{addition.language.code}/{page}.po"
        yield f"{path}: {_messages(addition, page)}"


def _words(addition: Addition) -> Iterator[str]:
    yield "Agree on words, and write down how each unit, \"must\" and \"not\" is said."
    yield f"locale/{addition.language.code}/glossary.yml: its comments say how"


def _paper(addition: Addition) -> Iterator[str]:
    language = addition.language
    yield f"Show a leaflet to readers of {language.english}: nobody has judged yet how it looks."
    sources = addition.sources
    printed = [page for page in sources.languages.core if is_printed(sources.pages[page].meta)]
    yield f"alongside leaflets --language {language.code} {' '.join(printed[:1])}".rstrip()


def _exit(addition: Addition) -> Iterator[str]:
    organisation = addition.sources.organisation
    way = organisation.exit(addition.sources.languages.source)
    yield 'Choose where "Leave this site" leads: a page that nobody would ask about, such as the'
    yield f"weather, in {addition.language.english}. Write it in organisation.yml under exit."
    yield f"Until then it leads to {way}"


def _owner(addition: Addition) -> Iterator[str]:
    if addition.owners:
        yield f"Ask {', '.join(addition.owners)} to look after the language, if nobody has yet."
    else:
        yield "Find somebody who looks after the language, better two, and write their names on"
        yield "GitHub, such as @name, into .github/CODEOWNERS. They need the right to write here."
