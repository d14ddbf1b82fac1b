"""All of the page to take away: one PDF, and one workbook with a sheet for each table and one for the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from analytics.kommune.kommuneprofil import Kommuneprofil
from dansk import saetning
from data import export
from pages.components import Cell, Row
from pages.drawing import downloads, typesetting
from pages.kommune import billede, maaltal
from pages.kommune.billede import Billede
from pages.kommune.indhold import Afsnit, Tabel, in_words
from pages.reading import clock, queries, sources
from pages.style import theme
from pages.view import sharing

_ON_PAPER = ("fører til", "er forklaret i")
TEMPLATE = Path(__file__).with_name("side.typ")


def buttons(profiler: Sequence[Kommuneprofil], afsnit: Sequence[Afsnit]) -> None:
    """Show the two downloads; the files are made when they are asked for."""
    link = sharing.link()
    name = "-".join(("kkr", *(profil.kommune_id for profil in profiler)))
    st.download_button(
        "PDF",
        queries.of_this_run(lambda: make_pdf(profiler, afsnit, link, clock.today())),
        f"{name}.pdf",
        "application/pdf",
        icon=":material/picture_as_pdf:",
        key="pdf",
        on_click="ignore",
        help="To sider på A4: billedet, og det vigtigste af afsnittene.",
    )
    st.download_button(
        "Excel",
        queries.of_this_run(lambda: make_workbook(titel(profiler), afsnit, link)),
        f"{name}.xlsx",
        downloads.EXCEL,
        icon=":material/table_view:",
        key="xlsx",
        on_click="ignore",
        help="Et ark for hver tabel, og et, der siger, hvor tallene kommer fra.",
    )


def make_pdf(profiler: Sequence[Kommuneprofil], afsnit: Sequence[Afsnit], link: str, dato: date) -> bytes:
    """
    Return the page as a PDF, tagged and in Danish (`typesetting.make_pdf`): the picture, and on the next page the rest.

    One kommune has two pages. The themes of several stand side by side on as many as it takes.
    """
    shown, alone = billede.of(profiler), len(profiler) == 1
    of_page = [each for each in afsnit if not alone or each.id != "fysioterapi"]
    tables = dict.fromkeys(name for each in of_page for name in each.kilder)
    papers = {kilde_id for each in of_page for kilde_id in each.papirer}
    content = {
        "titel": titel(profiler),
        "fund": shown.saetninger[0],
        "saetninger": shown.saetninger,
        "kort": billede.located(profiler, "light"),
        "korttekst": billede.where(profiler),
        "valgte": [
            {"navn": each.name, "farve": theme.as_in(theme.COMPARED[nr], "light")}
            for nr, each in enumerate(shown.valgte)
        ],
        "graa": theme.BEFORE,
        "linjer": list(_lines(shown)),
        "forklaring": shown.forklaring,
        "kilde": shown.kilde,
        "afsnit": [_section(each, alone=alone) for each in of_page],
        "kilder": sources.line(tuple(tables), None, papers) + " " + sources.explain_marks().replace(*_ON_PAPER),
    }
    return typesetting.make_pdf(TEMPLATE, content, dato, link)


def titel(profiler: Sequence[Kommuneprofil]) -> str:
    """Return what the files are about."""
    return saetning.listed([profil.navn for profil in profiler])


def _lines(shown: Billede) -> Iterator[dict[str, Any]]:
    """The lines of the picture, by group: words, and where the dots are on each (0-1)."""
    ids = [each.id for each in shown.valgte]
    points: list[list[tuple[int, float]]] = [[] for _ in shown.knogler]
    for nr, at, whose in shown.punkter[["line", "at", "whose"]].itertuples(index=False):
        points[nr].append((ids.index(whose) if whose else -1, float(at)))
    for group, bones in groupby(enumerate(shown.knogler), lambda pair: pair[1].group):
        yield {
            "gruppe": group,
            "raekker": [
                {
                    "navn": bone.name,
                    "sagt": bone.said,
                    "lav": bone.low,
                    "hoej": bone.high,
                    "region": bone.region,
                    "prikker": [at for whose, at in points[nr] if whose < 0],
                    # The first lies above the others.
                    "valgte": sorted((each for each in points[nr] if each[0] >= 0), reverse=True),
                }
                for nr, bone in bones
            ],
        }


def make_workbook(name: str, afsnit: Sequence[Afsnit], link: str) -> bytes:
    """Return the page as a workbook: a sheet for each table, and Kilde."""
    sheets = {table.navn: frame(table) for each in afsnit for table in each.tabeller}
    used = tuple(dict.fromkeys(name for each in afsnit for name in each.kilder))
    papers = {kilde_id for each in afsnit for kilde_id in each.papirer}
    notes = [(each.tema, " ".join(each.noter)) for each in afsnit]
    return export.workbook(sheets, [*downloads.source_lines(used, name, link, papers), *notes])


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


def _section(each: Afsnit, *, alone: bool) -> dict[str, Any]:
    return {
        "tema": each.tema,
        "fund": each.fund,
        "bredt": each.bredt,
        "tabeller": [_set(table, table.vigtigst if alone else None) for table in each.tabeller],
        "noter": " ".join(each.noter),
        "kilde": sources.line(each.kilder, each.beregnet, each.papirer),
    }


def _set(table: Tabel, rows: Sequence[Row] | None) -> Mapping[str, Any]:
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
            for row in (table.raekker if rows is None else rows)
        ],
    }
