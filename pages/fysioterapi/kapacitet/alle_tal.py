"""All figures of all areas in one table: the twin of every picture on the page."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.begreber import SPECIALER
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kapacitet.rangorden import Tal, overview
from dansk import maengde
from pages import components
from pages.components import Cell, Column, Row
from pages.drawing import downloads, maps
from pages.reading import queries, sources


def show(speciale: int, aar: int, in_focus: Sequence[str]) -> None:
    """Show the table when it is opened, for the areas in focus (omraade_id)."""
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
    tables = tuple(dict.fromkeys(name for measure in MEASURES.values() for name in measure.tabeller))
    coverage = MEASURES["borgere-pr-kapacitet"]
    worst, most = next((area, each) for area, each in figures[coverage.id].items() if area in set(in_focus))
    with box:
        components.table(
            "alle-tal-tabel",
            (
                Column("omraade", "Område"),
                *(Column(measure.id, titles[measure.id], "tal", measure.definition) for measure in MEASURES.values()),
            ),
            [
                Row((Cell(names[area]), *(_cell(measure, figures[measure.id][area]) for measure in MEASURES.values())))
                for area in in_focus
            ],
            alt=f"Alle tal for {maengde.counted(len(in_focus), 'område', 'områder')}. Flest borgere pr. kapacitet: "
            f"{names[worst]}, {maps.figure(coverage, most)}. Tal i parentes er trykt, men ikke hele.",
            height=620,
        )
        downloads.bar(
            "alle-tal",
            pd.DataFrame(
                {"Område": [names[area] for area in in_focus]}
                | {title: [figures[i][area].vaerdi for area in in_focus] for i, title in titles.items()}
            ),
            tables=tables,
            selection=f"Speciale {speciale}, {aar}",
            called="alle mål",
        )
        sources.footer(tables)


def _cell(measure: Measure, each: Tal) -> Cell:
    return Cell(maps.figure(measure, each), each.vaerdi, unknown=each.vaerdi is None)
