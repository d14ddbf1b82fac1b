"""The differences that the source checks found: listed and explained."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics import kildekontrol
from analytics.kildekontrol import Beslutningsfund, Finding
from analytics.tabeller import Frames
from dansk import maengde
from pages import components, view
from pages.components import Cell, Column, Row
from pages.frame import notices
from pages.navigation import addresses
from pages.om import parametre
from pages.reading import markdown, sources
from pages.reading.sources import Printed

KEY = "fortalt-afvigelse"
"""The container that the chosen difference stands in, for what leads to it."""


def headline(everything: Sequence[Finding], found: Sequence[Finding], deciding: int = 0) -> str:
    """Return how many change a decision where those are shown, else what the check found, or how much is listed."""
    if deciding:
        return f"{deciding} forskelle i papirerne ændrer en beslutning"
    if len(found) < len(everything):
        return f"{len(found)} af {len(everything)} forskelle passer på valget"
    contradictions = kildekontrol.contradictions(everything)
    return f"Papiret modsiger sig selv {contradictions} steder; i alt er der {len(everything)} forskelle"


def kinds() -> None:
    """Say what the kinds of difference mean, in the check's own words."""
    st.caption(" ".join(f"**{kind.navn}:** {kind.definition}" for kind in kildekontrol.KINDS.values()))


def counts(frames: Frames) -> pd.Series:
    """Return the recomputed figure of each check by its id, for comparing two versions of the data."""
    return frames["kildekontrol"].set_index("afvigelse_id")["genberegnet"].astype(float)


def show_one(found: Sequence[Finding], afvigelse_id: str) -> None:
    """Show the difference that a mark or a link leads to."""
    chosen = next((each for each in found if each.afvigelse_id == afvigelse_id), None)
    if chosen is None:
        notices.empty("Forskellen findes ikke længere i disse data.")
        return
    with st.container(border=True, key=KEY):
        st.subheader(markdown.plain(chosen.hvor), anchor=False)
        why = markdown.plain(chosen.forklaring)
        st.markdown(f"Trykt **{markdown.plain(chosen.trykt_tekst)}**, genberegnet **{_recomputed(chosen)}**. {why}")
        st.caption(f"{chosen.art_navn}. Hvad afrunding må forklare: {markdown.plain(chosen.tolerance)}")
        sources.show_printed("kilde-afvigelse", printed([chosen]))
    components.chosen_bar("valgtlinje-afvigelse", chosen.hvor, "Se forklaringen", KEY)


def show_deciding(found: Sequence[Beslutningsfund], chosen: str, finding: str) -> None:
    """List the differences that change a decision; a click on a row shows it below."""
    components.table(
        "beslutninger",
        (
            Column("hvad", "Beslutning"),
            Column("trykt", "Papiret siger", ubrudt=True),
            Column("rigtigt", "Regnet efter", ubrudt=True),
            Column("hvorfor", "Hvorfor"),
        ),
        [
            Row(
                (Cell(each.hvad), Cell(each.trykt), Cell(each.rigtigt), Cell(each.hvorfor)),
                id=each.fund.afvigelse_id,
            )
            for each in found
        ],
        alt=f"{finding}: hvad der er trykt, og hvad der følger af resten.",
        chosen=chosen,
        on_choose=lambda afvigelse_id: view.put(parametre.AFVIGELSE, afvigelse_id or "ingen"),
        cards=True,
    )


def show_all(found: Sequence[Finding], chosen: str) -> None:
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
        [_row(each) for each in found],
        alt=f"{maengde.counted(len(found), 'forskel', 'forskelle')}, række for række.",
        chosen=chosen,
        on_choose=lambda afvigelse_id: view.put(parametre.AFVIGELSE, afvigelse_id or "ingen"),
        sorting=view.value(parametre.SORTERING),
        on_sort=view.setter(parametre.SORTERING),
        cards=True,
    )


def printed(found: Sequence[Finding]) -> list[Printed]:
    """Return where each difference is printed."""
    return [Printed(each.hvor, each.trykt_tekst, each.tabel, each.kilde_id, each.kilde_linje) for each in found]


def _row(each: Finding) -> Row:
    difference = each.forskel_pct
    return Row(
        (
            Cell(each.sted),
            Cell(each.trykt_tekst, each.trykt),
            Cell(_recomputed(each), each.genberegnet),
            Cell("–", None) if difference is None else Cell(maengde.change(difference), abs(difference)),
            Cell(each.art_navn),
            Cell(each.forklaring),
            Cell(_lines(each), link=addresses.table(each.tabel, each.kilde_linje)),
        ),
        id=each.afvigelse_id,
    )


def _recomputed(each: Finding) -> str:
    return "–" if each.genberegnet is None else each.genberegnet_som_trykt


def _lines(each: Finding) -> str:
    other = "" if each.kilde_linje_2 is None else f" og {each.kilde_linje_2}"
    return each.kilde_id if each.kilde_linje is None else f"{each.kilde_id}, linje {each.kilde_linje}{other}"
