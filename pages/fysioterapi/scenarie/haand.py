"""What follows a hand on the sliders: the finding, the rules, the cockpit, and the links to the scenario as it is."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.scenarie import Udregning, fund
from analytics.scenarie.modpart import Modpart, udregnet
from pages import view
from pages.frame import notices, paper
from pages.fysioterapi.scenarie import instrument, modpart, opstilling, regelkontrol, udveksling
from pages.view import address
from pages.view.parameters import SPECIALE


@dataclass
class Places:
    """Where on the page each part stands; `just_drawn` is the scenario that the page has just been drawn with."""

    finding: DeltaGenerator
    status: DeltaGenerator
    cockpit: DeltaGenerator
    rules: DeltaGenerator
    onward: DeltaGenerator | None
    just_drawn: Udregning | None

    def current(self) -> Udregning:
        """Return the scenario as it is now: the page's own the first time, and worked out anew after each change."""
        of, self.just_drawn = self.just_drawn, None
        if of is None:
            notices.keep_up()
            of = opstilling.current()
        return of


@st.fragment
def follow(places: Places) -> None:
    """
    Draw what follows a hand, each part in its place; a slider that is moved draws no more than this.

    The page calls it last: it writes the address, and what it draws is of the same scenario as the page.
    """
    of = places.current()
    compared = modpart.current(of)
    found, most = _found(of, compared)
    with places.finding:
        st.header(found, anchor=False)
        st.markdown(most)
    with places.status:
        regelkontrol.status(of)
    with places.cockpit:
        instrument.show(of, compared, f"{found} {most}")
    with places.rules:
        regelkontrol.rules(of)
    if places.onward is not None:
        with places.onward:
            udveksling.onward(of)
    address.write()
    paper.keep_up()


def _found(of: Udregning, compared: Modpart) -> tuple[str, str]:
    """Who gains and who loses in the chosen speciale: how many citizens, and which areas most."""
    effect = of.virkning_mod(udregnet(of, compared))[view.value(SPECIALE)]
    return fund.hvor_mange(effect, fund.SOM[compared]), fund.hvem_mest(effect, of.grundlag.navne)
