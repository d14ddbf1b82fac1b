"""The differences that the source checks found: chosen, listed and explained."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import streamlit as st

from analytics import kildekontrol
from analytics.tabeller import Frames
from dansk import maengde, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.frame import notices
from pages.navigation import addresses
from pages.om import parametre
from pages.reading import markdown, sources
from pages.reading.sources import Printed

KEY = "fortalt-afvigelse"
"""The container that the chosen difference stands in, for what leads to it."""


def select(found: pd.DataFrame, kind: str, sought: str) -> pd.DataFrame:
    """Return the differences of that kind in whose place or explanation the sought words stand."""
    if kind != "alle":
        found = found[found["art"] == kind]
    if sought:
        text = found.apply(lambda row: f"{row['hvor']} {row['forklaring']}".lower(), axis=1)
        found = found[[all(word in line for word in sought.lower().split()) for line in text]]
    return found


def headline(everything: pd.DataFrame, found: pd.DataFrame) -> str:
    """Return what the check found, or how much of it is listed, in one sentence."""
    if len(found) < len(everything):
        return f"{len(found)} af {len(everything)} forskelle passer"
    contradictions = int((everything["art"] == "modstrid").sum())
    return f"Papiret modsiger sig selv {contradictions} steder; i alt er der {len(everything)} forskelle"


def kinds() -> None:
    """Say what the kinds of difference mean, in the check's own words."""
    st.caption(" ".join(f"**{kind.navn}:** {kind.definition}" for kind in kildekontrol.KINDS.values()))


def counts(frames: Frames) -> pd.Series:
    """Return the recomputed figure of each check by its id, for comparing two versions of the data."""
    return frames["kildekontrol"].set_index("afvigelse_id")["genberegnet"].astype(float)


def show_one(found: pd.DataFrame, afvigelse_id: str) -> None:
    """Show the difference that a mark or a link leads to."""
    chosen = found[found["afvigelse_id"] == afvigelse_id]
    if chosen.empty:
        notices.empty("Forskellen findes ikke længere i disse data.")
        return
    row = chosen.iloc[0]
    with st.container(border=True, key=KEY):
        st.subheader(markdown.plain(row["hvor"]), anchor=False)
        st.markdown(f"Trykt **{_printed_text(row)}**, genberegnet **{_recomputed(row)}**. {row['forklaring']}")
        st.caption(f"{row['art_navn']}. Hvad afrunding må forklare: {row['tolerance']}")
        sources.show_printed("kilde-afvigelse", printed(chosen))
    components.chosen_bar("valgtlinje-afvigelse", str(row["hvor"]), "Se forklaringen", KEY)


def show_all(found: pd.DataFrame, chosen: str, finding: str) -> None:
    """List the differences under what they show; a click on a heading sorts, a click on a row shows it above."""
    components.table(
        "afvigelser",
        (
            Column("sted", "Sted"),
            Column("trykt", "Trykt", "tal"),
            Column("genberegnet", "Genberegnet", "tal"),
            Column("forskel", "Forskel", "tal", "I procent af det genberegnede"),
            Column("art", "Slags", ubrudt=True),
            Column("forklaring", "Forklaring"),
            Column("kilde", "Kilde", ubrudt=True),
        ),
        [_row(row) for _, row in found.iterrows()],
        alt=f"{finding}. Det trykte over for det genberegnede, række for række.",
        chosen=chosen,
        on_choose=lambda afvigelse_id: view.put(parametre.AFVIGELSE, afvigelse_id or "ingen"),
        sorting=view.value(parametre.SORTERING),
        on_sort=view.setter(parametre.SORTERING),
        cards=True,
    )


def printed(found: pd.DataFrame) -> list[Printed]:
    """Return where each difference is printed."""
    return [
        Printed(row["hvor"], _printed_text(row), row["tabel"], row["kilde_id"], int(row["kilde_linje"]))
        for _, row in found.iterrows()
    ]


def _row(row: pd.Series) -> Row:
    difference = row["forskel_pct"]
    return Row(
        (
            Cell(_short(row)),
            Cell(_printed_text(row), _value(row["trykt"])),
            Cell(_recomputed(row), _value(row["genberegnet"])),
            Cell(
                "–" if pd.isna(difference) else maengde.quantity(difference, "pct", 1, sign=True),
                None if pd.isna(difference) else abs(float(difference)),
            ),
            Cell(row["art_navn"]),
            Cell(row["forklaring"]),
            Cell(_lines(row), link=addresses.table(row["tabel"])),
        ),
        id=row["afvigelse_id"],
    )


def _printed_text(row: pd.Series) -> str:
    if isinstance(row["trykt_tekst"], str) and row["trykt_tekst"]:
        return row["trykt_tekst"]
    return tal.as_printed(row["trykt"])


def _recomputed(row: pd.Series) -> str:
    """Return the recomputed figure with the printed one's decimals, or one more where those hide the difference."""
    printed, computed = row["trykt"], row["genberegnet"]
    if pd.isna(computed):
        return "–"
    found = re.search(r"\d,(\d+)", _printed_text(row))
    decimals = len(found[1]) if found else 0
    # A figure whose decimals were cut off differs by less than one of its last.
    if not pd.isna(printed) and abs(printed - computed) < 10.0**-decimals:
        decimals += 1
    return tal.number(computed, decimals)


def _short(row: pd.Series) -> str:
    """Return where the difference is, without the line, which stands in a column of its own."""
    return str(row["hvor"]).rsplit(" (", 1)[0]


def _value(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)


def _lines(row: pd.Series) -> str:
    other = "" if pd.isna(row["kilde_linje_2"]) else f" og {int(row['kilde_linje_2'])}"
    return f"{row['kilde_id']}, linje {int(row['kilde_linje'])}{other}"
