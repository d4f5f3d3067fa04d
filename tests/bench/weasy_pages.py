"""The same leaflets for WeasyPrint: the HTML that ours are made of, with a style sheet of its own.

Each is in the size of text in which ours was short enough, and in the same files of fonts. Where
ours has two languages beside each other, these have two columns with the English below each part.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from scripts.leaflets.fonts import PACKAGES
from scripts.leaflets.making import Job
from tests.bench.weasy import STYLE
from tests.projects import write

LATIN, SIGNS = "Noto Sans", "Noto Sans Symbols"
"""What `overrides/leaflet.typ` sets beside the font of the language."""
MARGINS = {True: "1.2cm 1.4cm 1.4cm", False: "1.2cm 2.4cm 1.4cm"}
"""Those of ours, by whether there are two languages."""
LEADINGS = {"Noto Nastaliq Urdu": 1.85}
"""How high a line is, where 1.35 would be too little."""
ENDINGS = {"[wght]": ("normal", "bold"), "-Variable": ("normal", "bold"), "-Regular": ("normal",),
           "-Bold": ("bold",)}  # fmt: skip
"""How files of a family end, and the weights that each has."""

SHEET = """\
@page {{ size: A4; margin: {margin}; font-family: {families};
        @bottom-right {{ content: counter(page) " / " counter(pages) }} }}
body {{ font-family: {families}; line-height: {leading}; margin: 0; columns: {columns};
       column-gap: .7cm }}
[lang=en] {{ line-height: 1.35 }}
h1, h2, h3 {{ font-size: 1.1em; line-height: inherit; break-after: avoid; margin: .9em 0 .4em }}
p, ul, ol, dl, dd {{ margin: .5em 0 }}
ul, ol {{ padding-inline-start: 1.2em }}
.beside {{ display: block; color: #595959 }}
.admonition, details {{ border: 1pt solid; padding: .4em; margin: .7em 0 }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ border: .5pt solid; padding: .3em; text-align: start; vertical-align: top }}
.head, .foot {{ font-size: .8em }}
a {{ color: inherit; font-weight: bold }}
"""
PAGE = """\
<!DOCTYPE html>
<html lang="{code}" dir="{direction}" style="font-size: {size}pt">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
{content}
</body>
</html>
"""


def write_pages(folder: Path, jobs: list[Job], sizes: dict[str, float], fonts: Path) -> None:
    """The leaflets of one language as HTML, and their style sheet. `sizes` has the size of the text
    of each, by its file; `fonts` is the folder of the project's own fonts."""
    first = jobs[0]
    two = any(job.two_languages for job in jobs)
    write(folder / STYLE, make_style(first.family, two, list(font_files(fonts))))
    for job in jobs:
        write(folder / f"{Path(job.file).stem}.html", make_page(job, sizes[job.file]))


def make_page(job: Job, size: float) -> str:
    """A whole page around what a leaflet says."""
    code = job.setting.language
    return PAGE.format(
        code=code,
        direction=job.setting.languages[code]["direction"],
        size=size,
        title=html.escape(job.setting.title),
        content=job.html,
    )


def make_style(family: str, two_languages: bool, files: Iterable[Path]) -> str:
    """The style sheet of leaflets in a font."""
    families = list(dict.fromkeys((LATIN, family, SIGNS)))
    sheet = SHEET.format(
        margin=MARGINS[two_languages],
        families=", ".join(f'"{each}"' for each in families),
        leading=LEADINGS.get(family, 1.35),
        columns=2 if two_languages else 1,
    )
    return "\n".join([*font_faces(families, list(files)), sheet])


def font_faces(families: list[str], files: list[Path]) -> Iterator[str]:
    """A rule for each weight of each family, from the files that it is in."""
    for family in families:
        stem = re.escape(family.replace(" ", ""))
        for path in files:
            match = re.fullmatch(rf"{stem}(\[wght\]|-Variable|-Regular|-Bold)\.ttf", path.name)
            for weight in ENDINGS[match[1]] if match else ():
                yield (
                    f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
                    f'src: url("{path.as_uri()}") }}'
                )


def font_files(own: Path) -> Iterator[Path]:
    """The files that ours are set in: those of pinned packages, and those in the folder `own`."""
    places = [Path(find_spec(name).submodule_search_locations[0]) for name in PACKAGES]
    for place in [*places, own]:
        yield from sorted(place.glob("*.ttf"))
