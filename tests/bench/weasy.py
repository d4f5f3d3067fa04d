"""A process of its own in which WeasyPrint makes PDFs of pages of HTML, and says what it took.

It runs where WeasyPrint is, as nothing else of the project does: `PYTHONPATH=.cache/bench`. Only
the work is timed, and not how long Python takes to begin.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path

STYLE = "style.css"
VARIANT = "pdf/ua-1"


def main(folder: Path) -> None:
    """Print the seconds of a processor, pages and bytes of the leaflets of a folder, as JSON."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # links that paper cannot follow
    pages = size = 0
    start = time.process_time()
    fonts = FontConfiguration()  # one for all pages, or each of them would read the fonts again
    style = CSS(filename=folder / STYLE, font_config=fonts)
    for path in sorted(folder.glob("*.html")):
        document = HTML(filename=path).render(
            stylesheets=[style], font_config=fonts, pdf_variant=VARIANT
        )
        pdf = path.with_suffix(".pdf")
        document.write_pdf(pdf, pdf_variant=VARIANT)
        pages, size = pages + len(document.pages), size + pdf.stat().st_size
    print(json.dumps({"cpu": time.process_time() - start, "pages": pages, "bytes": size}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
