"""Sentences that read like those of a page and say nothing: the words of the bench.

The real pages are too few for a bench, and copies of them would compress and cache too well. The
words are short and plain, and are put together in as many ways as on the real pages.
"""

from __future__ import annotations

import re
from random import Random

SLOT = re.compile(r"\{(\w)\}")
"""A place for a word of a kind; a capital letter gives the word a capital."""


def _list(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split("|"))


WORDS = {
    "p": _list(
        "the social worker | your social worker | the council | the chair | the judge | a friend | "
        "the health visitor | your solicitor | an advocate | the interpreter | the police | a carer"
        "| your doctor | the other parent | the court | your mother | the team manager | the nurse|"
        "your child | a grandparent | the reviewing officer | the foster carer | the charity |"
        "your neighbour | the teacher | a lawyer | the housing office | your partner | the school"
    ),
    "m": _list(
        "can | may | must | should | will | has to | might | cannot | should not | will want to |"
        "may also | will often | must always | is likely to | is free to | may ask to | needs to"
    ),
    "v": _list(
        "ask for | write down | read | send | keep | share | check | explain | bring | look at |"
        "talk about | sign | change | agree to | refuse | follow | give | show | answer | record |"
        "wait for | decide on | think about | go through | pay for | hold back | put right | copy"
    ),
    "t": _list(
        "the report | your notes | a copy of the letter | the plan | your views | the papers |"
        "more time | the date of the visit | a safe place | the reasons | the address | the order |"
        "a list of questions | the next review | what was said | the minutes | the decision |"
        "a quiet room | your own words | the first draft | each worry | the legal advice | the law|"
        "the assessment | every page | the telephone number | what has to change | the agreement |"
        "the facts | a supporter | the evidence | support at home | your side of it | the list |"
        "a second opinion | the records | the name of the worker | the risk | a shorter meeting |"
        "help with money | the answer | the timetable | an apology | the complaint | a bus pass"
    ),
    "q": _list(
        "free | private | serious | urgent | voluntary | wrong | clear | missing | late | fair |"
        "in writing | ready | out of date | useful | different in each area | kept secret | safe |"
        "part of the law | open to everyone | often forgotten | hard to hear | valid | up to you"
    ),
    "e": _list(
        "before the meeting | within {n} working days | at the first visit | after {n} days |"
        "in your own language | at home | without your agreement | as soon as possible | by email |"
        "at least every {n} months | in the same week | on the phone | with an interpreter |"
        "when it is safe | in front of the others | at any stage | during the hearing | at school |"
        "because it matters | even if you are tired | in most areas | under section {n} | in court|"
        "before anyone else | for up to {n} weeks | from the start | with someone you trust"
    ),
    "r": _list(
        "if {p} does not agree | when {p} has left | because {p} did not come | until {p} has gone|"
        "unless {p} says no | so that {p} can see it | even when {p} is late | in case {p} forgets|"
        "but {p} may not know | as long as {p} is there | before {p} decides | while {p} waits"
    ),
    "s": _list(
        "Sometimes | In most areas | At the start | If you can | After the visit | Every time |"
        "By law | Before you go | As a rule | On the day | Later | In an emergency | Often"
    ),
    "n": _list(
        "2 | 3 | 5 | 6 | 7 | 10 | 12 | 14 | 15 | 16 | 17 | 18 | 20 | 21 | 28 | 42 | 47 | 72"
    ),
}

QUESTIONS = _list(
    "Who will {v} {t}? | Can {p} {v} {t}? | Why must I {v} {t}? | When should I {v} {t}? |"
    "What if {p} will not {v} {t}? | How do I {v} {t}? | Must {p} {v} {t}? | What about {t}? |"
    "Where can I find {t}? | Can {t} be {q}? | Do I have to {v} {t} {e}? | Who decides about {t}?"
)
SENTENCES = _list(
    "{P} {m} {v} {t}. | {P} {m} {v} {t} {e}. | {P} {m} {v} {t} {e}, {r}. | {V} {t} {e}. |"
    "{T} will be {q}. | {T} may be {q} {r}. | {S}, {p} {m} {v} {t} {e}. | {S}, {t} may be {q}. |"
    "{V} {t} and {t}. | {P} {m} {v} {t} or {t} {e}. | You can {v} {t} {r}. | This is not {q}. |"
    "You do not have to {v} {t} {e}. | Do not {v} {t} {r}. | Ask {p} to {v} {t} {e}. | {V} {t}. |"
    "Tell {p} {r}. | {S}, {p} {m} {v} {t}, and {p} {m} {v} {t}. | {T} can be {q}, {r}."
)
ITEMS = _list("{v} {t} | {v} {t} {e} | {v} {t} {r} | {v} {t} {e}, {r} | ask {p} to {v} {t} {e}")
NAMES = _list("{T} | {T} and {t} | {T} {e}")


class Writer:
    """Writes words from a source of chance."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def sentences(self, least: int, most: int) -> str:
        number = self.random.randint(least, most)
        return " ".join(self._write(SENTENCES) for _ in range(number))

    def question(self) -> str:
        return self._write(QUESTIONS)

    def item(self) -> str:
        """A line of a list, as one writes it after "You can:"."""
        return self._write(ITEMS)

    def name(self) -> str:
        """A title, a term, or words in bold before others."""
        return self._write(NAMES)

    def _write(self, shapes: tuple[str, ...]) -> str:
        text = self.random.choice(shapes)
        while SLOT.search(text):
            text = SLOT.sub(self._fill, text)
        return text

    def _fill(self, slot: re.Match[str]) -> str:
        words = self.random.choice(WORDS[slot[1].lower()])
        return words[0].upper() + words[1:] if slot[1].isupper() else words
