"""Which edition of its scripts the server has: a page that was opened with another loads itself again (udgave.js)."""

from __future__ import annotations

import hashlib
from functools import cache

from pages.components import assets
from pages.server import scripts

ADDRESS = "udgave"
"""Where the server says it, and the name that a page's document has it under."""


@cache
def edition() -> str:
    """Return the hash of all that a browser runs: Streamlit's scripts by their names, our changes, and our own."""
    told = scripts.document() + f"{scripts.stamp()} {assets.stamp()}".encode()
    return hashlib.sha256(told).hexdigest()[:12]


def mark() -> str:
    """Return what a page's document says of it."""
    return f'<meta name="kkr-{ADDRESS}" content="{edition()}">'
