"""Every page is in words and sentences that a tired and frightened reader can follow."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.reading import Sentence
from scripts.report import PageReport, report_pages

OLDEST = 11
"""The highest reading age of a page, in years."""

LONGEST = 25
"""The most words that a sentence may have."""

HARM = "Readers who are frightened, or who learn English, would not understand it the first time."


def check(project: Project) -> list[Problem]:
    """Every sentence that is too long and every page that is too hard; none when the pages cannot
    be read, which is the matter of the check of pages."""
    try:
        reports = report_pages(project)
    except ProblemsFound:
        return []
    return [problem for report in reports for problem in find_problems(report)]


def find_problems(report: PageReport) -> Iterator[Problem]:
    """What is too hard in one page."""
    for sentence in report.sentences:
        if len(sentence.words) > LONGEST:
            yield _too_long(report, sentence)
    if report.age > OLDEST:
        hardest = report.hardest[0]
        yield Problem(
            report.path,
            hardest.line,
            f"The page has a reading age of {report.age:.1f}; the highest is {OLDEST}.",
            HARM,
            "Make sentences shorter and words plainer. The hardest sentence is: "
            f"{hardest.text} Its longest words: {', '.join(hardest.hard_words[:5])}.",
        )


def _too_long(report: PageReport, sentence: Sentence) -> Problem:
    return Problem(
        report.path,
        sentence.line,
        f"A sentence has {len(sentence.words)} words; the most is {LONGEST}: {sentence.text}",
        HARM,
        "Make two sentences of it, or a list.",
    )
