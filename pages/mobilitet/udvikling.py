"""The development from 2025 to 2035 as small figures, each with what it is a figure of."""

from __future__ import annotations

import streamlit as st

from analytics.mobilitet.udvikling import Udviklingstal, udvikling
from dansk import tal
from pages import components
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.reading import markdown, queries, sources


def show() -> None:
    """Show the key figures of the mobility analysis in a box that may be opened."""
    found = udvikling(queries.tables())
    with st.expander(
        f"Udviklingen {found.fra_aar}-{found.til_aar}: hvad mobilitetsanalysen venter",
        icon=":material/trending_up:",
    ):
        components.table(
            "udvikling-mobilitet",
            (Column("hvad", "Nøgletal"), Column("tal", "Tal", "tal"), Column("aar", "Gælder")),
            [
                Row(
                    (
                        Cell(each.hvad),
                        Cell(_figure(each), each.vaerdi),
                        Cell(
                            f"i {each.til_aar}"
                            if each.fra_aar == each.til_aar
                            else f"{each.fra_aar} til {each.til_aar}"
                        ),
                    )
                )
                for each in found.tal
            ],
            alt="Mobilitetsanalysens nøgletal for udviklingen i trafikken",
            cards=True,
        )
        downloads.bar(
            "udvikling-mobilitet",
            queries.tables()["mobilitet_udvikling"],
            tables=("mobilitet_udvikling",),
            selection="alle nøgletal",
            called="udviklingen",
            printed=[
                sources.printed(each.hvad, _figure(each), each.kilde, "mobilitet_udvikling") for each in found.tal
            ],
        )
        described = queries.description("mobilitet_udvikling")
        st.caption(markdown.plain(f"{described.description} {' '.join(described.interpreted)}"))
        sources.footer(("mobilitet_udvikling",))


def _figure(of: Udviklingstal) -> str:
    return f"{tal.as_printed(of.vaerdi)} {of.enhed}"
