"""What a link can hold of the pages about the figures."""

from __future__ import annotations

from collections.abc import Mapping

from pages.components import Sorting
from pages.reading import queries
from pages.view.kinds import Choice, Order, Whole, all_and


def _table_names() -> Mapping[str, str]:
    return {table.name: table.title for table in queries.descriptions() if table.name in queries.tables()}


TABEL = Choice("tabel", "Tabel", "alle", all_and(_table_names, "Alle tabeller"), code="t")
LINJE = Whole("linje", "Linje", 0, 1, 99_999, code="ln")
"""The line of the document that the chosen row of a table begins at; 0 is none."""
ART = Choice(
    "art",
    "Slags",
    "alle",
    lambda: {
        "alle": "Alle",
        "modstrid": "Modstrid",
        "trykfejl": "Trykfejl",
        "andet_grundlag": "Andet grundlag",
        "udtraekket": "Tabt i udtrækket",
    },
    code="r",
)
AFVIGELSE = Choice(
    "afvigelse",
    "Afvigelse",
    "ingen",
    lambda: {"ingen": "Ingen valgt", **{each.afvigelse_id: each.afvigelse_id for each in queries.differences()}},
    code="f",
)
SORTERING = Order(
    "sortering",
    "Sortering",
    Sorting("forskel", True),
    lambda: ("forskel", "sted", "art", "trykt", "genberegnet"),
    code="q",
)
