"""
The fonts that texts and icons are written in, cut to what a Danish page is written with: a fifth of Streamlit's own.

The cuts are made by `make skrifter` of the installed fonts and committed with a list of what is in them. A character
that is in no cut is drawn by the whole font, which the browser fetches then. Icons are ligatures and cannot be told
apart so: where the list lacks one that is in use, the whole font is served. So it is where Streamlit has another font.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pages.navigation import registry

ICONS = "MaterialSymbols-Rounded"
TEXTS = ("SourceSansVF-Upright", "SourceSansVF-Italic")
"""What the names of the fonts' files begin with; there is one such file of each in the installed Streamlit."""
FOLDER = Path(__file__).parent
LIST = FOLDER / "skrifter.json"
WHOLE = "hel-"
"""What a whole font's name begins with when its cut has its own name."""
_PAGES = Path(registry.__file__).parents[1]
_ICON = re.compile(r":material/(\w+):")


@dataclass(frozen=True)
class CutFont:
    """
    A cut font: its file, the hash of the font that it was made of, and what it has: icons, or ranges of characters.

    `others` are the characters that only the whole font has.
    """

    file: Path
    made_of: str
    icons: frozenset[str]
    characters: str
    others: str


def cuts() -> Mapping[str, CutFont]:
    """Return every cut by what its font's name begins with."""
    listed: dict[str, dict[str, Any]] = json.loads(LIST.read_text(encoding="utf-8"))
    return {
        name: CutFont(
            cut_file(name), of["skrift"], frozenset(of.get("ikoner", ())), of.get("tegn", ""), of.get("andre_tegn", "")
        )
        for name, of in listed.items()
    }


def cut_file(name: str) -> Path:
    """Return where the cut of a font lies."""
    return FOLDER / f"{name}.woff2"


def hash_of(font: Path) -> str:
    """Return the hash by which a font is known again."""
    return hashlib.sha256(font.read_bytes()).hexdigest()


def icons_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the names of all icons that are written in the texts, `:material/home:` being `home`."""
    return frozenset(name for text in texts for name in _ICON.findall(text))


def icons_in_our_pages() -> frozenset[str]:
    """Return the names of all icons in our own code."""
    return icons_in(file.read_text(encoding="utf-8") for file in _PAGES.rglob("*.py"))


def whole(media: Path, name: str) -> Path:
    """Return the installed Streamlit's own font of that name, in its folder of media."""
    [font] = media.glob(f"{name}.*.woff2")
    return font


def served(media: Path) -> dict[str, Path]:
    """Return what is served under the names of Streamlit's fonts, and under new ones, in its folder of media."""
    used = icons_in_our_pages()
    files: dict[str, Path] = {}
    for name, cut in cuts().items():
        font = whole(media, name)
        if hash_of(font) != cut.made_of or (cut.icons and not used <= cut.icons):
            continue
        files[font.name] = cut.file
        if cut.characters:
            files[WHOLE + font.name] = font
    return files


def with_ranges(style: str, files: Mapping[str, Path]) -> str:
    """Return Streamlit's style with each cut font for the characters that it has, and the whole one for the others."""
    for name, cut in cuts().items():
        for served_as in files:
            if cut.characters and served_as.startswith(f"{name}."):
                face = re.compile(r"@font-face\{[^}]*url\(\.\./media/" + re.escape(served_as) + r"\)[^}]*\}")
                style = face.sub(partial(_both, served_as, cut), style)
    return style


def _both(name: str, cut: CutFont, face: re.Match[str]) -> str:
    rule = face[0].removesuffix("}")
    whole = f"{rule.replace(name, WHOLE + name)};unicode-range:{cut.others}}}"
    return f"{whole}{rule};unicode-range:{cut.characters}}}"
