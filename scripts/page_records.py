"""What came of one page in one language: its text as Markdown made it, its state, its leaflets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from scripts.leaflets.making import Made
from scripts.messages import Language, Message
from scripts.states import CHANGED, CHECKED
from scripts.translate import Original, Translation
from scripts.words import Word


class Rendered(NamedTuple):
    """The text of a page as Markdown made it, with what MkDocs then knows of it."""

    content: str
    toc: Any
    ids: set[str]
    links: dict[str, dict[str, str]]
    """For each page that it links to, the ids there, each with the link as it was written."""
    words: tuple[Word, ...] = ()
    """The words from letters that are marked on the page."""

    @classmethod
    def of(cls, content: str, page: Any, words: tuple[Word, ...]) -> Rendered:
        """The text of a page of MkDocs that was rendered just now."""
        links = {file.src_uri: ids for file, ids in (page.links_to_anchors or {}).items()}
        return cls(content, page.toc, page.present_anchor_ids, links, words)

    def put_into(self, page: Any, files: Any) -> str:
        """Tell a page of MkDocs what it would know had it been rendered now; returns its text."""
        page.toc, page.present_anchor_ids = self.toc, self.ids
        page.links_to_anchors = {
            files.get_file_from_path(to): ids for to, ids in self.links.items()
        }
        return self.content


@dataclass
class PageRecord:
    """One page in one language, as it was built."""

    page: str
    visitor: Original | Translation
    state: str
    source_language: Language
    titles: list[Message] = field(default_factory=list)
    rendered: Rendered | None = None
    leaflets: list[Made] = field(default_factory=list)
    """The page on paper: in one language, in two, or in both forms."""

    @property
    def fallbacks(self) -> list[Message]:
        """The messages of the page that are shown in English."""
        return [*self.titles, *self.visitor.fallbacks]

    @property
    def told(self) -> str:
        """The state that readers are told, once the page is rendered. Nobody vouches for a page of
        which a translation cannot be shown: a rule for what is safe may be newer than the check."""
        return CHANGED if self.state == CHECKED and self.fallbacks else self.state
