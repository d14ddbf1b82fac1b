"""`make ikoner`: cut the installed Streamlit's icon font to the icons of our pages and of Streamlit's own scripts."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from pages.server import icons, scripts


def in_streamlit(folder: Path) -> frozenset[str]:
    """Return the names of all icons in Streamlit's scripts."""
    return icons.named_in(file.read_text(encoding="utf-8") for file in folder.glob("*.js"))


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


def cut(font: TTFont, names: frozenset[str]) -> None:
    """Cut a font to the letters that names are written with, and the icons of these names."""
    glyphs = ligatures(font)
    options = subset.Options()
    options.flavor = "woff2"
    # Else every icon would stay that can be spelled with the letters.
    options.layout_closure = False
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    tool = subset.Subsetter(options)
    tool.populate(glyphs=[glyphs[name] for name in names], text="".join(sorted({*"".join(names)})))
    tool.subset(font)
    font.flavor = "woff2"


def main() -> int:
    """Write the cut and its list; an icon that the font does not have is told, and nothing is written for it."""
    whole = icons.whole(scripts.static() / "media")
    font = TTFont(whole, recalcTimestamp=False)
    ours, known = icons.in_our_pages(), ligatures(font).keys()
    if unknown := ours - known:
        print(f"Skriften har ikke disse ikoner: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    names = (ours | in_streamlit(scripts.static() / "js")) & known
    cut(font, names)
    font.save(icons.CUT)
    made_of = hashlib.sha256(whole.read_bytes()).hexdigest()
    made = {"skrift": made_of, "ikoner": sorted(names)}
    icons.LIST.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"Skrev {icons.CUT.name}: {len(names)} ikoner, {icons.CUT.stat().st_size} af {whole.stat().st_size} bytes.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
