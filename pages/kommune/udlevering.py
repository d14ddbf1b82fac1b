"""All of the page to take away: one PDF, and one workbook with a sheet for each table and one for the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from data import export
from pages.components import Cell, Row
from pages.drawing import downloads, typesetting
from pages.kommune import maaltal
from pages.kommune.indhold import Afsnit, Tabel, in_words
from pages.reading import queries, sources
from pages.view import sharing

TEMPLATE = Path(__file__).with_name("side.typ")


def buttons(titel: str, afsnit: Sequence[Afsnit], ids: Sequence[str]) -> None:
    """Show the two downloads; the files are made when they are asked for."""
    link = sharing.link()
    name = "-".join(("kkr", *ids))
    st.download_button(
        "PDF",
        queries.of_this_run(lambda: make_pdf(titel, afsnit, link, date.today())),
        f"{name}.pdf",
        "application/pdf",
        icon=":material/picture_as_pdf:",
        key="pdf",
        on_click="ignore",
        help="Alle afsnit på A4.",
    )
    st.download_button(
        "Excel",
        queries.of_this_run(lambda: make_workbook(titel, afsnit, link)),
        f"{name}.xlsx",
        downloads.EXCEL,
        icon=":material/table_view:",
        key="xlsx",
        on_click="ignore",
        help="Et ark for hver tabel, og et, der siger, hvor tallene kommer fra.",
    )


def make_pdf(titel: str, afsnit: Sequence[Afsnit], link: str, dato: date) -> bytes:
    """Return the page as a PDF, tagged and in Danish (`typesetting.make_pdf`)."""
    content = {
        "titel": titel,
        "fund": afsnit[0].fund,
        "afsnit": [_section(each) for each in afsnit],
        "maerker": sources.explain_marks().replace("fører til", "er forklaret i"),
    }
    return typesetting.make_pdf(TEMPLATE, content, dato, link)


def make_workbook(titel: str, afsnit: Sequence[Afsnit], link: str) -> bytes:
    """Return the page as a workbook: a sheet for each table, and Kilde."""
    sheets = {table.navn: frame(table) for each in afsnit for table in each.tabeller}
    used = tuple(dict.fromkeys(name for each in afsnit for name in each.kilder))
    papers = {kilde_id for each in afsnit for kilde_id in each.papirer}
    notes = [(each.tema, " ".join(each.noter)) for each in afsnit]
    return export.workbook(sheets, [*downloads.source_lines(used, titel, link, papers), *notes])


def frame(table: Tabel) -> pd.DataFrame:
    """Return a table as a frame: figures as figures, places among others beside them, and last what the checks say."""
    columns: dict[str, list[Any]] = {}
    for position, column in enumerate(table.kolonner):
        cells = [row.cells[position] for row in table.raekker]
        columns[column.tekst] = [_value(cell) for cell in cells] if position else [in_words(cell) for cell in cells]
        if any(map(_note, cells)):
            columns[f"{column.tekst}: note"] = [_note(cell) for cell in cells]
    checks = [_checks(table, row) for row in table.raekker]
    if any(checks):
        columns["Kildekontrol"] = checks
    return pd.DataFrame(columns, dtype=object)


def _value(cell: Cell) -> Any:
    return cell.value if isinstance(cell.value, float) and not cell.rating else in_words(cell)


def _note(cell: Cell) -> str | None:
    """A figure's place among the others, or what else the page writes beside it."""
    return cell.note or (maaltal.AVERAGE if cell.text.startswith(maaltal.AVERAGE) else None)


def _checks(table: Tabel, row: Row) -> str | None:
    said = [
        f"{column.tekst}: {cell.mark.tekst.partition(':')[0]}"
        for column, cell in zip(table.kolonner, row.cells, strict=True)
        if cell.mark
    ]
    return "; ".join(said) or None


def _section(each: Afsnit) -> dict[str, Any]:
    return {
        "tema": each.tema,
        "fund": each.fund,
        "tabeller": [_set(table) for table in each.tabeller],
        "noter": " ".join(each.noter),
        "kilde": sources.line(each.kilder, each.beregnet, each.papirer),
    }


def _set(table: Tabel) -> Mapping[str, Any]:
    return {
        "overskrift": table.overskrift,
        "alt": table.alt,
        "kolonner": [{"tekst": column.tekst, "tal": column.art == "tal"} for column in table.kolonner],
        "raekker": [
            {
                "sum": row.kind == "sum",
                "celler": [
                    {
                        "tekst": in_words(cell),
                        "note": cell.note or "",
                        "maerke": cell.mark.tegn if cell.mark else "",
                        "ukendt": cell.unknown,
                    }
                    for cell in row.cells
                ],
            }
            for row in table.raekker
        ],
    }
