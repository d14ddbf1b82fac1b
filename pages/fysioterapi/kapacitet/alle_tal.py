"""All figures of all areas in one table: the twin of every picture on the page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.begreber import SPECIALER
from analytics.kapacitet.maal import MEASURES, Measure, overview
from pages import components
from pages.components import Cell, Column, Row
from pages.drawing import downloads, maps
from pages.reading import queries, sources


def show(speciale: int, aar: int, in_focus: pd.DataFrame) -> None:
    """Show the table when it is opened, for the areas in focus."""
    box = st.expander(
        f"Alle tal for alle områder, speciale {speciale} {SPECIALER[speciale].lower()}",
        icon=":material/table_chart:",
        key="alle-tal",
        on_change="rerun",
    )
    if not box.open:
        return
    figures = overview(queries.tables(), speciale, aar)
    names = queries.area_names()
    titles = {measure.id: f"{measure.navn} ({maps.unit(measure)})" for measure in MEASURES.values()}
    focus = list(in_focus["omraade_id"])
    tables = tuple(dict.fromkeys(name for measure in MEASURES.values() for name in measure.tabeller))
    coverage = figures["borgere-pr-kapacitet"].loc[focus]
    worst = coverage["vaerdi"].idxmax()
    with box:
        components.table(
            "alle-tal-tabel",
            (
                Column("omraade", "Område"),
                *(Column(measure.id, titles[measure.id], "tal", measure.definition) for measure in MEASURES.values()),
            ),
            [
                Row(
                    (
                        Cell(names[area]),
                        *(_cell(measure, figures[measure.id].loc[area]) for measure in MEASURES.values()),
                    )
                )
                for area in focus
            ],
            alt=f"Alle tal for {len(focus)} områder. Flest borgere pr. kapacitet: {names[worst]}, "
            f"{maps.figure(MEASURES['borgere-pr-kapacitet'], coverage.loc[worst])}. "
            "Tal i parentes er trykt, men ikke hele.",
            height=620,
        )
        downloads.bar(
            "alle-tal",
            pd.DataFrame(
                {"Område": [names[area] for area in focus]}
                | {title: figures[i].loc[focus, "vaerdi"].to_numpy() for i, title in titles.items()}
            ),
            tables=tables,
            selection=f"Speciale {speciale}, {aar}",
        )
        sources.footer(tables)


def _cell(measure: Measure, row: pd.Series) -> Cell:
    missing = pd.isna(row["vaerdi"])
    return Cell(maps.figure(measure, row), None if missing else float(row["vaerdi"]), unknown=missing)
