"""Scenarie: what if Valby gets three? Who gains, who is left behind, whether it fits the money, and what is best."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analytics.grundlag import som_grundlag
from analytics.scenarie import Udregning, fund, udregn, udtraek
from analytics.scenarie.modpart import Modpart, udregnet
from pages import components, view
from pages.frame import notices, paper
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import (
    billeder,
    hovedtal,
    instrument,
    modpart,
    opstilling,
    optimum,
    proces,
    regelkontrol,
    sammenligning,
    skydere,
    udveksling,
    vaegtvalg,
    vindere,
)
from pages.style import css
from pages.view import address, since
from pages.view.parameters import OMRAADE, SPECIALE

_FAR_DOWN = {"optimum": "Det bedst mulige", "sammenlign": "Sammenlign", "scenarie-bilag": "Mødebilag"}
"""What is last on a phone, with its short name there, by key."""


@st.fragment
def page() -> None:
    """The whole page is one fragment, so that a slider moves nothing but what depends on it."""
    notices.keep_up()
    of = opstilling.current()
    compared = modpart.current(of)
    found, most = _found(of, compared)
    with st.container(key="scenarie-fund", horizontal=True, vertical_alignment="bottom"):
        st.header(found, anchor=False)
        st.markdown(most)
    regelkontrol.status(of)
    skydere.presets(of)
    with st.container(key="scenarie-scene"):
        instrument.show(of, compared, f"{found} {most}")
        with st.container(key="scenarie-billede"):
            _beside(of, billeder.choose())
    if not view.on_projector():
        components.shortcuts("genveje-scenarie", "Længere nede på siden", _FAR_DOWN)
    hovedtal.weighted(of)
    hovedtal.follows(of)
    regelkontrol.rules(of)
    since.then_and_now(lambda frames: udtraek.pr_omraade(udregn(of.scenarie, som_grundlag(frames))))
    if not view.on_projector():
        _below(of)
    address.write()
    paper.keep_up()


def _found(of: Udregning, compared: Modpart) -> tuple[str, str]:
    """Who gains and who loses in the chosen speciale: how many citizens, and which areas most."""
    effect = of.virkning_mod(udregnet(of, compared))[view.value(SPECIALE)]
    return fund.hvor_mange(effect, fund.SOM[compared]), fund.hvem_mest(effect, of.grundlag.navne)


def _beside(of: Udregning, figure: str) -> None:
    """What stands beside the rows: the cockpit's own tiles, or another picture in their place."""
    match figure:
        case "fliser":
            view.value(OMRAADE)
        case "vindere":
            vindere.show_against(of, modpart.current(of), view.value(SPECIALE))
        case "noegletal":
            hovedtal.show(of)
        case "optimum":
            optimum.show(of)
        case "scenarier":
            sammenligning.show(of, view.value(SPECIALE))
        case _:
            billeder.show(of, figure)


def _below(of: Udregning) -> None:
    with st.container(key="scenarie-redskaber"):
        udveksling.hand_out(of)
        _box("Hvad sker der nu med ydernumrene?", ":material/arrows_outward:", "proces", proces.show)
        _box("Alle tal, budget og kilder", ":material/table:", "alle-tal", lambda: _figures(of))
        _box("År, grundlag og grænser", ":material/tune:", "grundlag", lambda: skydere.settings(of))
        _box("Hvad er det bedst mulige?", ":material/target:", "optimum", lambda: optimum.show(of))
        _box(
            "Sammenlign scenarier",
            ":material/compare_arrows:",
            "sammenlign",
            lambda: sammenligning.show(of, view.held(SPECIALE)),
        )
        _box("Indlæs et scenarie", ":material/upload:", "indlaes", udveksling.take_in)
        _box("Vægte: dine antagelser", ":material/balance:", "vaegte-boks", lambda: vaegtvalg.show(of))


def _figures(of: Udregning) -> None:
    regelkontrol.every(of)
    regelkontrol.budget(of)
    if view.value(parametre.FIGUR) != "noegletal":
        hovedtal.show(of)
    hovedtal.explain(of)
    billeder.take_away(of)


def _box(title: str, icon: str, key: str, show: Callable[[], None]) -> None:
    """A box that is worked out only when it is open."""
    box = st.expander(title, icon=icon, key=key, on_change="rerun")
    if box.open:
        with box:
            show()


st.html(css.beside(__file__))
page()
