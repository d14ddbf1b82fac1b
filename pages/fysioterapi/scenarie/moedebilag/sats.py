"""Setting the page: the content, as its template reads it, to a PDF."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from dansk.maengde import counted
from pages.drawing import typesetting
from pages.fysioterapi.scenarie.moedebilag.indhold import Moedebilag

TEMPLATE = Path(__file__).with_name("side.typ")
LONGEST_TITLE = 90
LONGEST_NAME = 28


def make_pdf(indhold: Moedebilag) -> bytes:
    """Return the page as a PDF: one A4 page (`typesetting.make_pdf`). Raises typst.TypstError if the template fails."""
    return typesetting.make_pdf(TEMPLATE, _data(indhold), indhold.dato, indhold.link)


def _data(content: Moedebilag) -> dict[str, Any]:
    """What the template reads of this page: the content, and what follows from it."""
    data: dict[str, Any] = typesetting.writable(asdict(content))
    data["titel"] = typesetting.cut(data["titel"] or "Uden navn", LONGEST_TITLE)
    for row in data["raekker"]:
        row["omraade"] = typesetting.cut(row["omraade"], LONGEST_NAME)
    broken = len(data["regelbrud"])
    return data | {
        "rubrik": "Mødebilag · Nye kapaciteter i fysioterapi",
        "dokumenttitel": f"Mødebilag, nye kapaciteter i fysioterapi: {data['titel']}",
        "regeltitel": f"{counted(broken, 'regel', 'regler')} brydes",
    }
