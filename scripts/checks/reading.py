"""Every page is in words and sentences that a tired and frightened reader can follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median

from scripts.entries import find_missing_page
from scripts.exemptions import Exemption, read_exemptions
from scripts.findings import Findings
from scripts.page_report import PageReport, describe_hardest
from scripts.page_text import PageText
from scripts.problems import Fault, Problem
from scripts.reading import Sentence
from scripts.subject import Subject

OLDEST = 11
"""The highest reading age of a page, in years."""

LONGEST = 25
"""The most words that a sentence may have."""

HARM = "Readers who are frightened, or who learn English, would not understand it the first time."
UNNEEDED = "The page could become too hard, and no check would say so."


def check(subject: Subject) -> Findings:
    """Every sentence that is too long, every page that is too hard, and what of the exemptions is
    wrong or not needed."""
    texts = subject.texts
    exemptions, problems = read_exemptions(subject.project)
    for text in texts.values():
        problems += find_problems(text, exemptions)
    for exemption in exemptions:
        problems += _refuse(exemption, subject)
    return Findings.of(problems, *_describe([PageReport(text).age for text in texts.values()]))


def _describe(ages: list[float]) -> Iterator[str]:
    if ages:
        yield (
            f"Half of the pages have a reading age of {median(ages):.1f} or less, and the hardest "
            f"{max(ages):.1f}; alongside pages shows each."
        )


def find_problems(text: PageText, exemptions: Iterable[Exemption] = ()) -> Iterator[Problem]:
    """What is too hard in one page and not exempt."""
    report = PageReport(text)
    for sentence in _find_long(report):
        if not any(each.covers(text.page, sentence.text) for each in exemptions):
            yield _too_long(text, sentence)
    if report.age > OLDEST and not any(each.covers(text.page) for each in exemptions):
        yield _too_hard(report)


def _find_long(report: PageReport) -> list[Sentence]:
    return [sentence for sentence in report.sentences if len(sentence.words) > LONGEST]


def _too_long(text: PageText, sentence: Sentence) -> Problem:
    return text.problem(
        sentence.line,
        f"A sentence has {len(sentence.words)} words; the most is {LONGEST}: {sentence.text}",
        HARM,
        "Make two sentences of it, or a list.",
    )


def _too_hard(report: PageReport) -> Problem:
    hardest = "".join(f"\n      {line}" for line in describe_hardest(report))
    return report.text.problem(
        report.hardest[0].line,
        f"The page has a reading age of {report.age:.1f}; the highest is {OLDEST}.",
        HARM,
        f"Make sentences shorter and words plainer, these first:{hardest}",
    )


def _refuse(exemption: Exemption, subject: Subject) -> Iterator[Problem]:
    """What is wrong with an exemption on its page, if there is such a page."""
    if text := subject.texts.get(exemption.page):
        find = _find_sentence_faults if exemption.sentence else _find_page_faults
        faults = find(exemption, PageReport(text))
    else:
        faults = find_missing_page(exemption.page, set(subject.project.pages()))
    for fault in faults:
        yield exemption.problem(fault, UNNEEDED)


def _find_page_faults(exemption: Exemption, report: PageReport) -> Iterator[Fault]:
    if report.age <= OLDEST:
        yield Fault(
            f"The page needs no exemption: its reading age is {report.age:.1f}.",
            "Delete the entry.",
        )


def _find_sentence_faults(exemption: Exemption, report: PageReport) -> Iterator[Fault]:
    meant = {
        each.text: len(each.words)
        for each in report.sentences
        if exemption.covers(exemption.page, each.text)
    }
    long = [length for length in meant.values() if length > LONGEST]
    if not meant:
        yield Fault(
            f"No sentence of the page begins so: {exemption.sentence}",
            "Take its words from the page as it is now, or delete the entry.",
        )
    elif not long:
        yield Fault(
            f"The sentence needs no exemption: it has {max(meant.values())} words.",
            "Delete the entry.",
        )
    elif len(long) > 1:
        yield Fault(
            f"{len(long)} long sentences of the page begin so: {exemption.sentence}",
            "Write more of the one that is meant.",
        )
