"""Every page is in words and sentences that a tired and frightened reader can follow."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from scripts.findings import Findings
from scripts.page_text import PageText
from scripts.problems import Problem
from scripts.reading import Sentence
from scripts.report import PageReport
from scripts.subject import Subject

OLDEST = 11
"""The highest reading age of a page, in years."""

LONGEST = 25
"""The most words that a sentence may have."""

HARM = "Readers who are frightened, or who learn English, would not understand it the first time."


def check(subject: Subject) -> Findings:
    """Every sentence that is too long and every page that is too hard."""
    texts = subject.texts.values()
    return Findings.of(
        (problem for text in texts for problem in find_problems(text)),
        *_describe([PageReport(text).age for text in texts]),
    )


def _describe(ages: list[float]) -> Iterator[str]:
    if ages:
        yield (
            f"Half of the pages have a reading age of {median(ages):.1f} or less, and the hardest "
            f"{max(ages):.1f}; alongside pages shows each."
        )


def find_problems(text: PageText) -> Iterator[Problem]:
    """What is too hard in one page."""
    report = PageReport(text)
    for sentence in report.sentences:
        if len(sentence.words) > LONGEST:
            yield _too_long(text, sentence)
    if report.age > OLDEST:
        hardest = report.hardest[0]
        yield text.problem(
            hardest.line,
            f"The page has a reading age of {report.age:.1f}; the highest is {OLDEST}.",
            HARM,
            "Make sentences shorter and words plainer. The hardest sentence is: "
            f"{hardest.text} Its longest words: {', '.join(hardest.hard_words[:5])}.",
        )


def _too_long(text: PageText, sentence: Sentence) -> Problem:
    return text.problem(
        sentence.line,
        f"A sentence has {len(sentence.words)} words; the most is {LONGEST}: {sentence.text}",
        HARM,
        "Make two sentences of it, or a list.",
    )
