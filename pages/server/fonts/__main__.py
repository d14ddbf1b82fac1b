"""
`make skrifter`: cut the installed Streamlit's fonts to what our pages are written with.

Of icons those in our code and in Streamlit's own scripts; of letters those of Western and Central Europe, signs and
arrows. A cut font of letters has a name of its own, as the licence asks of what is changed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from itertools import count, groupby
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

from pages.server import fonts, scripts

_CHARACTERS = frozenset(
    code
    for first, last in (
        *((0x20, 0x7E), (0xA0, 0x17F), (0x2C6, 0x2DD), (0x2010, 0x2027), (0x202F, 0x203A), (0x2044, 0x2044)),
        *(
            (0x2070, 0x209C),
            (0x20AC, 0x20AC),
            (0x2113, 0x2122),
            (0x2150, 0x215E),
            (0x2190, 0x2199),
            (0x2202, 0x2265),
            (0x25A0, 0x25FF),
        ),
        *((0x2713, 0x2717),),
    )
    for code in range(first, last + 1)
)
_NAME = "KKR Overblik"
_NAMES = {1: _NAME, 3: _NAME, 4: _NAME, 6: _NAME.replace(" ", ""), 16: _NAME, 25: _NAME.replace(" ", "")}


def _options() -> subset.Options:
    options = subset.Options()
    options.flavor = "woff2"
    options.notdef_outline = True
    return options


def ligatures(font: TTFont) -> dict[str, str]:
    """Return the glyph that each icon's name is drawn by: a name is a ligature of its letters."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    return {
        "".join(letters[part] for part in (first, *each.Component)): each.LigGlyph
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in lookup.SubTable
        for first, ligatures in getattr(table, "ExtSubTable", table).ligatures.items()
        for each in ligatures
    }


def cut_icons(font: TTFont, names: frozenset[str]) -> None:
    """Cut a font to the letters that names are written with, and the icons of these names."""
    options = _options()
    # Else every icon would stay that can be spelled with the letters.
    options.layout_closure = False
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    tool, glyphs = subset.Subsetter(options), ligatures(font)
    tool.populate(glyphs=[glyphs[name] for name in names], text="".join(sorted({*"".join(names)})))
    tool.subset(font)
    font.flavor = "woff2"


def cut_letters(font: TTFont) -> None:
    """Cut a font to our characters, with what browsers do with them by themselves and the figures of equal width."""
    options = _options()
    options.layout_features = [*subset.Options().layout_features, "tnum", "lnum", "pnum", "sups", "subs"]
    options.name_IDs = [*range(15), 16, 25]
    tool = subset.Subsetter(options)
    tool.populate(unicodes=_CHARACTERS)
    tool.subset(font)
    for record in font["name"].names:
        if record.nameID in _NAMES:
            font["name"].setName(
                _NAMES[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID
            )
    font.flavor = "woff2"


def ranges(codes: Iterable[int]) -> str:
    """Return characters as CSS has them, e.g. `U+20-7e,U+a0`."""
    counter = count()
    runs = [[code for _, code in run] for _, run in groupby(enumerate(sorted(codes)), lambda at: at[1] - next(counter))]
    return ",".join(f"U+{run[0]:x}" + (f"-{run[-1]:x}" if len(run) > 1 else "") for run in runs)


def main() -> int:
    """Write the cuts and their list; where our code names an icon that the font does not have, nothing is written."""
    media, streamlits = scripts.static() / "media", (scripts.static() / "js").glob("*.js")
    font = TTFont(fonts.whole(media, fonts.ICONS), recalcTimestamp=False)
    ours, known = fonts.icons_in_our_pages(), ligatures(font).keys()
    if unknown := ours - known:
        print(f"Skriften har ikke disse ikoner: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    names = (ours | fonts.icons_in(file.read_text(encoding="utf-8") for file in streamlits)) & known
    cut_icons(font, names)
    made: dict[str, dict[str, Any]] = {fonts.ICONS: _save(font, media, fonts.ICONS) | {"ikoner": sorted(names)}}
    for name in fonts.TEXTS:
        font = TTFont(fonts.whole(media, name), recalcTimestamp=False)
        known_characters = font.getBestCmap().keys()
        cut_letters(font)
        kept = font.getBestCmap().keys()
        made[name] = _save(font, media, name) | {"tegn": ranges(kept), "andre_tegn": ranges(known_characters - kept)}
    fonts.LIST.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _save(font: TTFont, media: Path, name: str) -> dict[str, str]:
    file, of = fonts.cut_file(name), fonts.whole(media, name)
    font.save(file)
    print(f"Skrev {file.name}: {file.stat().st_size} af {of.stat().st_size} bytes.")
    return {"skrift": fonts.hash_of(of)}


if __name__ == "__main__":
    sys.exit(main())
