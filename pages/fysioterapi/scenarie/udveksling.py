"""Handing a scenario on as a page for the meeting, and taking one in from a small table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.scenarie import Udregning
from analytics.scenarie.indlaesning import laes_scenarie
from analytics.scenarie.kode import kod
from data.errors import DataError
from data.rows import pasted
from data.validation import Fault
from pages import components, view
from pages.frame import faults
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import moedebilag, opstilling, optimum
from pages.navigation import registry
from pages.reading import clock, queries
from pages.view import sharing

_FAULTS = "_scenarie_fejl"
_LATEST = "_scenarie_bilag"


@dataclass
class _Latest:
    """What makes the handout of the scenario that a visitor has just now: later than its button was drawn."""

    make: Callable[[], bytes]


def hand_out(of: Udregning) -> DeltaGenerator:
    """
    Show the handout's title, and the button that makes it: one page with everything that the scenario does.

    Return the place of what leads on from here (`onward`).
    """
    latest = st.session_state[_LATEST] = _Latest(_handout(of))
    with st.container(key="scenarie-bilag", horizontal=True, vertical_alignment="bottom"):
        view.text(parametre.TITEL, width=300)
        st.download_button(
            "Mødebilag (PDF, én side)",
            lambda: latest.make(),
            "kkr-scenarie.pdf",
            "application/pdf",
            icon=":material/picture_as_pdf:",
            key="moedebilag",
            on_click="ignore",
        )
        return st.container(width="content")


def _handout(of: Udregning) -> Callable[[], bytes]:
    """
    Return what makes the handout of that scenario, all of it of the same: its link, and what is proved beside it.

    What is proved depends on the scenario: its year, and what it gives to the areas that are held.
    """
    title, link, ranges = view.held(parametre.TITEL), sharing.link(), optimum.ranges(of)

    def pdf() -> bytes:
        proved, plans = ranges()
        return moedebilag.make_pdf(moedebilag.build(of, title, link, clock.today(), spaend=proved, planer=plans))

    return queries.of_this_run(pdf)


def onward(of: Udregning) -> None:
    """Lead on with the scenario as it is: to what it does to one kommune, and into the handout."""
    st.session_state[_LATEST].make = _handout(of)
    st.page_link(
        registry.MIN_KOMMUNE.script,
        label="Se det for én kommune",
        icon=":material/location_city:",
        query_params={"scenarie": kod([of.scenarie])},
    )


def take_in() -> None:
    """Let a scenario be read from a small table, and say what is wrong with it."""
    st.caption("Tre kolonner: omraade; speciale_51; speciale_62. Tallene går fra 0 til 10 med én decimal.")
    components.table_input("scenariefil", "Vælg en CSV-fil", "… eller indsæt tabellen her", on_text=_read)
    faults.show("fejl-scenarie", "Tabellen", st.session_state.get(_FAULTS, ()))


def _read(text: str) -> None:
    try:
        table = laes_scenarie(pasted(text), opstilling.foundation())
    except DataError as error:
        st.session_state[_FAULTS] = [Fault(None, None, str(error))]
        return
    st.session_state[_FAULTS] = table.fejl
    if not table.fejl:
        opstilling.set_amounts(table.tillaeg)
