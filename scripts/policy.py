"""What a browser may load for a page: the site's own files, and nothing that stands in a page.

The policy is written in each page (Content Security Policy Level 3, section 3.3), so that it holds
on hosts whose headers nobody can set. So a mistake in a translation cannot run anything or tell
another host that somebody reads it.
"""

from __future__ import annotations

import base64
import hashlib

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'"
)
"""For every page. The search is a program in WebAssembly."""


def digest(text: str) -> str:
    """The name of an inline style or script in a policy: `text` is all between its tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
