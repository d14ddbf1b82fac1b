"""What a link can hold of the pages about the figures."""

from __future__ import annotations

from collections.abc import Mapping

from pages.components import Sorting
from pages.reading import queries
from pages.view.kinds import Choice, Order, Whole, all_and


def _table_names() -> Mapping[str, str]:
    return {table.name: table.title for table in queries.descriptions() if table.name in queries.tables()}


def _papers() -> dict[str, str]:
    told = {part.kilde_id for part in queries.parts()}
    return {
        paper.kilde_id: f"{paper.kilde_id} {paper.moede or paper.titel}"
        for paper in queries.all_documents()
        if paper.kilde_id in told
    }


TABEL = Choice("tabel", "Tabel", "alle", all_and(_table_names, "Alle tabeller"), code="t")
DOKUMENT = Choice(
    "dokument",
    "Dokument",
    lambda: next(reversed(_papers())),
    lambda: _papers(),
    code="do",
)
"""The paper whose lines are told of."""
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
