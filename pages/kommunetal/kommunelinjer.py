"""All that the papers count of one kommune: a line for each activity or education, with its place among the others."""

from __future__ import annotations

import streamlit as st

from pages import components, view
from pages.components import Cell, Column, Row
from pages.kommunetal.kommunecelle import cell
from pages.reading import queries

KEY = "fortalt-kommune"
"""The container that the chosen kommune's figures stand in, for what leads to it."""
_FOR_A_ROOM = 3
"""So many figures of a line are shown to a whole room."""


def show(emne: str, kommune: str) -> None:
    """Show all figures of one kommune in the subject (`kommuner` or `sosu`), each with its place among the others."""
    profil = queries.profile(kommune)
    lines = profil.erhverv if emne == "kommuner" else profil.sosu
    most = _FOR_A_ROOM if view.on_projector() else None
    cells = {
        words: [cell(of, kommune, of.eneste, of.eneste.plads) for of in line.values()][:most]
        for words, line in lines.items()
    }
    headings = list(next(iter(lines.values())))[:most]
    first = next(iter(cells.values()))
    spoken = ", ".join(
        f"{h.lower()} {c.text}" + (f", {c.note}" if c.note else "") for h, c in zip(headings, first, strict=True)
    )
    with st.container(key=KEY):
        st.subheader(f"{profil.navn}: alle tal", anchor=False)
        components.table(
            f"kommune-{emne}",
            (
                Column("hvad", "Aktivitet" if emne == "kommuner" else "Uddannelse"),
                *(Column(f"c{i}", heading, "tal") for i, heading in enumerate(headings)),
            ),
            [Row((Cell(words), *row)) for words, row in cells.items()],
            alt=f"{profil.navn}: {spoken}. Nr. 1 er det højeste tal.",
            cards=len(headings) > 2,
        )
        st.caption("Nr. 1 er det højeste tal blandt de kommuner, der har et.")
