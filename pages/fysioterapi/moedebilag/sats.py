"""Setting the page: the content, in characters that the font has, through typst to a PDF."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import punctuation
from typing import Any
from urllib.parse import quote

import segno
import typst

from pages.faelles import theme
from pages.faelles.numbers import day
from pages.fysioterapi.moedebilag.indhold import Moedebilag

TEMPLATE = Path(__file__).with_name("side.typ")
LONGEST_TITLE = 90
LONGEST_NAME = 28
LONGEST_LINK = 400
"""Characters; a longer link can be clicked and scanned, but is cut where it is written."""

_ALLOWED = re.compile("[^ -~\N{NO-BREAK SPACE}-\u017e–—‘’“”„•…‰€−▲]|\N{SOFT HYPHEN}")
"""What the font cannot write, or what cannot be seen."""


def make_pdf(indhold: Moedebilag) -> bytes:
    """
    Return the page as a PDF: one A4 page, PDF/UA-1, with the same bytes for the same content.

    Characters that the font does not have, such as emoji, are left out. Raises typst.TypstError if the template fails.
    """
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(_data(indhold), ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=datetime.combine(indhold.dato, time(), UTC),
    )


@cache
def _fonts() -> typst.Fonts:
    folder = files("font_source_sans_pro") / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def _data(content: Moedebilag) -> dict[str, Any]:
    """Everything that the template reads: the content, and what follows from it."""
    data: dict[str, Any] = _writable(asdict(content) | {"dato": day(content.dato)})
    data["titel"] = _cut(data["titel"] or "Uden navn", LONGEST_TITLE)
    for row in data["raekker"]:
        row["omraade"] = _cut(row["omraade"], LONGEST_NAME)
    link, broken = quote(content.link, safe=punctuation), len(data["regelbrud"])
    return data | {
        "link": link,
        "rubrik": "Mødebilag · Nye kapaciteter i fysioterapi",
        "dokumenttitel": f"Mødebilag, nye kapaciteter i fysioterapi: {data['titel']}",
        "regeltitel": f"{broken} {'regel' if broken == 1 else 'regler'} brydes",
        "linktekst": link if len(link) <= LONGEST_LINK else f"{_cut(link, LONGEST_LINK)} (forkortet her)",
        "qr": _qr_code(link),
        "farver": {
            "tekst": theme.colour("textColor"),
            "graa": theme.colour("grayTextColor"),
            "streg": theme.colour("borderColor"),
            "accent": theme.colour("primaryColor"),
            "alarm": theme.colour("redTextColor"),
        },
    }


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _writable(value: Any) -> Any:
    """The same content with every text in characters that the font has."""
    if isinstance(value, str):
        spaced = re.sub("[\0-\x20\x7f-\x9f]+", " ", unicodedata.normalize("NFC", value))
        return re.sub(" +", " ", _ALLOWED.sub("", spaced)).strip()
    if isinstance(value, Mapping):
        return {name: _writable(each) for name, each in value.items()}
    return [_writable(each) for each in value] if isinstance(value, (list, tuple)) else value


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
