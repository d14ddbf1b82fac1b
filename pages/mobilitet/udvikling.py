"""The development from 2025 to 2035 as small figures, each with what it is a figure of."""

from __future__ import annotations

import streamlit as st

from pages.faelles import components, downloads, numbers, queries, sources
from pages.faelles.components import Cell, Column, Row


def show() -> None:
    """Show the key figures of the mobility analysis in a box that may be opened."""
    rows = queries.tables()["mobilitet_udvikling"]
    with st.expander(
        f"Udviklingen {rows['fra_aar'].min()}-{rows['til_aar'].max()}: hvad mobilitetsanalysen venter",
        icon=":material/trending_up:",
    ):
        components.table(
            "udvikling-mobilitet",
            (Column("hvad", "Nøgletal"), Column("tal", "Tal", "tal"), Column("aar", "Gælder")),
            [
                Row(
                    (
                        Cell(row.noegletal),
                        Cell(f"{numbers.as_printed(row.vaerdi)} {_unit(row.enhed)}", float(row.vaerdi)),
                        Cell(f"i {row.til_aar}" if row.fra_aar == row.til_aar else f"{row.fra_aar} til {row.til_aar}"),
                    )
                )
                for row in rows.itertuples()
            ],
            alt="Mobilitetsanalysens nøgletal for udviklingen i trafikken",
            cards=True,
        )
        downloads.bar("udvikling-mobilitet", rows, tables=("mobilitet_udvikling",), selection="alle nøgletal")
        described = queries.description("mobilitet_udvikling")
        st.caption(f"{described.description} {' '.join(described.interpreted)}")
        sources.footer(("mobilitet_udvikling",))


def _unit(unit: str) -> str:
    return "%" if unit == "pct." else unit
