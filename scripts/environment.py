"""What Jinja knows in every template: how to escape, and the words of the interface."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader
from mkdocs.utils import get_theme_dir

from scripts.interface import Interface
from scripts.policy import digest


def prepare(env: Environment, interface: Interface) -> None:
    """Escape everything in templates, and give them their words."""
    env.autoescape = True
    env.globals.update(
        {"_": interface.gettext, "gettext": interface.gettext, "pgettext": interface.pgettext}
    )
    env.filters["plain"] = str
    env.filters["digest"] = digest
    if isinstance(env.loader, FileSystemLoader):  # Material's icons, after the scan of files
        env.loader.searchpath.append(get_theme_dir("material"))
