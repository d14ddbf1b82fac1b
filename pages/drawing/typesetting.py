"""Setting pages as a PDF: texts in characters that the font has, through a typst template, with nothing fetched."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import punctuation
from typing import Any
from urllib.parse import quote

import segno
import typst

from dansk.dato import day
from pages.style import theme

LONGEST_LINK = 400
"""Characters; a longer link can be clicked and scanned, but is cut where it is written."""

_ALLOWED = re.compile("[^ -~\N{NO-BREAK SPACE}-\u017e–—‘’“”„•…‰€−▲△▼]|\N{SOFT HYPHEN}")
"""What the font cannot write, or what cannot be seen."""


def make_pdf(template: Path, content: Mapping[str, Any], dato: date, link: str) -> bytes:
    """
    Return a PDF set by a template: PDF/UA-1, with the same bytes for the same content.

    The template reads `content`, in characters that the font has (others, such as emoji, are left out), and `dato` in
    words, `link`, `linktekst`, `qr` (a drawing, or nothing) and `farver`. Raises typst.TypstError if it fails.
    """
    address = quote(link, safe=punctuation)
    data = writable(content) | {
        "dato": day(dato),
        "link": address,
        "linktekst": address if len(address) <= LONGEST_LINK else f"{cut(address, LONGEST_LINK)} (forkortet her)",
        "qr": _qr_code(address),
        "farver": {
            "tekst": theme.colour("textColor"),
            "graa": theme.colour("grayTextColor"),
            "streg": theme.colour("borderColor"),
            "accent": theme.colour("primaryColor"),
            "alarm": theme.colour("redTextColor"),
        },
    }
    return typst.compile(
        template,
        root=template.parent,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=datetime.combine(dato, time(), UTC),
    )


def make_png(template: Path, content: Mapping[str, Any]) -> bytes:
    """Return a picture of a template's one page, at 144 pixels an inch, which reads `content`."""
    picture: bytes = typst.compile(
        template,
        root=template.parent,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(writable(content), ensure_ascii=False)},
        format="png",
        ppi=144.0,
    )
    return picture


@cache
def _fonts() -> typst.Fonts:
    folder = files("font_source_sans_pro") / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def cut(text: str, longest: int) -> str:
    """Return a text of at most so many characters."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def writable(value: Any) -> Any:
    """Return the same content with every text in characters that the font has."""
    if isinstance(value, str):
        spaced = re.sub("[\0-\x20\x7f-\x9f]+", " ", unicodedata.normalize("NFC", value))
        return re.sub(" +", " ", _ALLOWED.sub("", spaced)).strip()
    if isinstance(value, Mapping):
        return {name: writable(each) for name, each in value.items()}
    return [writable(each) for each in value] if isinstance(value, (list, tuple)) else value


def _qr_code(link: str) -> str:
    """The link as a drawing (SVG), or nothing where there is no link or it is too long for a QR code."""
    if not link:
        return ""
    try:
        code = segno.make(link, error="m", micro=False)
    except segno.DataOverflowError:
        return ""
    drawing = io.BytesIO()
    code.save(drawing, kind="svg", border=0, dark=theme.colour("textColor"))
    return drawing.getvalue().decode()
