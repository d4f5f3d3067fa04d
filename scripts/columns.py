"""Columns of tables that are aligned: by a class, since a page may hold no style.

`---:` in a page is the end of the line in every script, so it is the left side in Urdu.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PRIORITY = 25
"""After the walk (30), and before attribute lists (8) add classes of their own."""

CLASSES = {
    "text-align: left;": "align-start",
    "text-align: center;": "align-center",
    "text-align: right;": "align-end",
}
"""For each style that Python-Markdown writes, the class in its place."""


class Columns(Treeprocessor):
    """Puts a class in the place of each style."""

    def run(self, root: Element) -> None:
        for cell in (*root.iter("th"), *root.iter("td")):
            if found := CLASSES.get(cell.get("style", "")):
                del cell.attrib["style"]
                cell.set("class", found)


class ColumnsExtension(Extension):
    """Registers it in a Markdown instance."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(Columns(md), "alongside-columns", PRIORITY)
