"""The development from 2025 to 2035 as small figures, each with what it is a figure of."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dansk import tal
from pages import components
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.reading import queries, sources
from pages.reading.sources import Printed


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
                        Cell(_figure(row), float(row.vaerdi)),
                        Cell(f"i {row.til_aar}" if row.fra_aar == row.til_aar else f"{row.fra_aar} til {row.til_aar}"),
                    )
                )
                for row in rows.itertuples()
            ],
            alt="Mobilitetsanalysens nøgletal for udviklingen i trafikken",
            cards=True,
        )
        downloads.bar(
            "udvikling-mobilitet",
            rows,
            tables=("mobilitet_udvikling",),
            selection="alle nøgletal",
            printed=[
                Printed(row.noegletal, _figure(row), "mobilitet_udvikling", row.kilde_id, int(row.kilde_linje))
                for row in rows.itertuples()
            ],
        )
        described = queries.description("mobilitet_udvikling")
        st.caption(f"{described.description} {' '.join(described.interpreted)}")
        sources.footer(("mobilitet_udvikling",))


def _figure(row: Any) -> str:
    return f"{tal.as_printed(row.vaerdi)} {'%' if row.enhed == 'pct.' else row.enhed}"
