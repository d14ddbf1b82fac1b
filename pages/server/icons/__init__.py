"""
The font that icons are written in, cut to those that can be seen: a fifteenth of Streamlit's whole one.

The cut is made by `make ikoner` of the installed font and committed with a list of what is in it. Where the list lacks
an icon that is in use, or Streamlit has another font, the whole one is served: an icon is never missing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pages.navigation import registry

BEGINNING = "MaterialSymbols-Rounded."
"""What the name of the font's file begins with; there is one such file in the installed Streamlit."""
CUT, LIST = Path(__file__).with_name("ikoner.woff2"), Path(__file__).with_name("ikoner.json")
_PAGES = Path(registry.__file__).parents[1]
_ICON = re.compile(r":material/(\w+):")


def named_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the names of all icons that are written in the texts, `:material/home:` being `home`."""
    return frozenset(name for text in texts for name in _ICON.findall(text))


def in_our_pages() -> frozenset[str]:
    """Return the names of all icons in our own code."""
    return named_in(file.read_text(encoding="utf-8") for file in _PAGES.rglob("*.py"))


def whole(media: Path) -> Path:
    """Return the installed Streamlit's own font, in its folder of media."""
    [font] = media.glob(f"{BEGINNING}*.woff2")
    return font


def is_cut_of(font: Path, used: frozenset[str]) -> bool:
    """Say whether the cut was made of this font and has every icon that is used."""
    made = json.loads(LIST.read_text(encoding="utf-8"))
    same = made["skrift"] == hashlib.sha256(font.read_bytes()).hexdigest()
    return same and used <= frozenset(made["ikoner"])


@cache
def font(media: Path) -> Path:
    """Return the font to serve: the cut where it holds all that is used, or else the whole one of Streamlit."""
    found = whole(media)
    return CUT if is_cut_of(found, in_our_pages()) else found
