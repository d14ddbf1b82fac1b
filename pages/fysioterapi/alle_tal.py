"""All figures of all areas in one table: the twin of every picture on the page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.measures import MEASURES, SPECIALER, overview
from pages.faelles import components, downloads, maps, numbers, queries
from pages.faelles.components import Cell, Column, Row


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
    values = overview(queries.tables(), speciale, aar).loc[list(in_focus["omraade_id"])]
    names = queries.area_names()
    with box:
        components.table(
            "alle-tal-tabel",
            (
                Column("omraade", "Område"),
                *(
                    Column(measure.id, f"{measure.navn} ({maps.unit(measure)})", "tal", measure.definition)
                    for measure in MEASURES.values()
                ),
            ),
            [
                Row(
                    (
                        Cell(names[str(area)]),
                        *(
                            Cell(
                                numbers.number(row[measure.id], measure.decimaler),
                                None if pd.isna(row[measure.id]) else float(row[measure.id]),
                                unknown=pd.isna(row[measure.id]),
                            )
                            for measure in MEASURES.values()
                        ),
                    )
                )
                for area, row in values.iterrows()
            ],
            alt="Alle tal for alle områder",
            height=620,
        )
        titles = {measure.id: f"{measure.navn} ({maps.unit(measure)})" for measure in MEASURES.values()}
        with st.container(horizontal=True):
            downloads.buttons(
                "alle-tal",
                values.rename(columns=titles).rename(index=names).rename_axis("Område").reset_index(),
                tables=tuple(dict.fromkeys(name for measure in MEASURES.values() for name in measure.tabeller)),
                selection=f"Speciale {speciale}, {aar}",
                url_path="fysioterapi-kapacitet",
            )
