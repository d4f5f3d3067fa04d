"""A leaflet that is to be made."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from json import dumps
from urllib.parse import urljoin

from scripts.leaflets.typesetting import Setting


@dataclass(frozen=True)
class Job:
    """A leaflet to be made: what its page says, and how it is set."""

    page: str
    path: str
    """The file that a person would mend: the page or its catalogue."""
    file: str
    """Where the leaflet belongs, by its path in the site."""
    html: str = field(repr=False)
    """What `overrides/leaflet.html` made of the page."""
    here: str | None
    """The whole address of the page, where the site knows its own."""
    two_languages: bool
    setting: Setting

    @property
    def content(self) -> tuple[str, ...]:
        """All that the leaflet says and how, as texts."""
        setting = dumps(asdict(self.setting), sort_keys=True)
        return self.html, f"{self.here} {self.two_languages}", setting

    @property
    def family(self) -> str:
        """The font of its language."""
        return self.setting.languages[self.setting.language]["family"]

    def address(self, link: str) -> str | None:
        """The whole address of a link of the page; None where paper has only its words."""
        if link.startswith(("tel:", "sms:", "https:", "http:")):
            return link
        return urljoin(self.here, link) if self.here and not link.startswith("#") else None
