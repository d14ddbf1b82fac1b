"""Scenarie: what if Valby gets three? Who gains, who is left behind, whether it fits the money, and what is best."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.grundlag import som_grundlag
from analytics.scenarie import Udregning, udregn, udtraek
from pages import components, view
from pages.frame import notices
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import (
    billeder,
    haand,
    hovedtal,
    modpart,
    opstilling,
    optimum,
    proces,
    regelkontrol,
    resten,
    sammenligning,
    skydere,
    udveksling,
    vaegtvalg,
    vindere,
)
from pages.style import css
from pages.view import since
from pages.view.parameters import OMRAADE, SPECIALE

_FAR_DOWN = {"optimum": "Det bedst mulige", "sammenlign": "Sammenlign", "scenarie-bilag": "Mødebilag"}
"""What is last on a phone, with its short name there, by key."""


@st.fragment(key=resten.PAGE)
def page() -> None:
    """The whole page is one fragment, and what follows a hand on the sliders is another within it."""
    notices.keep_up()
    of = opstilling.current()
    finding = st.container(key="scenarie-fund", horizontal=True, vertical_alignment="bottom")
    status = st.container(key="scenarie-regler", horizontal=True, vertical_alignment="center")
    skydere.presets(of)
    with st.container(key="scenarie-scene"):
        cockpit = st.container(key="scenarie-kabine")
        with st.container(key="scenarie-billede"):
            figure = billeder.choose()
            _beside(of, figure)
    if not view.on_projector():
        components.shortcuts("genveje-scenarie", "Længere nede på siden", _FAR_DOWN)
    hovedtal.weighted(of)
    hovedtal.follows(of)
    rules = st.container(key="brudte-regler", gap="xsmall")
    since.then_and_now(lambda frames: udtraek.pr_omraade(udregn(of.scenarie, som_grundlag(frames))))
    onward, opened = (None, False) if view.on_projector() else _below(of)
    resten.remember(of, figures=figure != "fliser" or opened or since.is_asked())
    haand.follow(haand.Places(finding, status, cockpit, rules, onward, of))


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


def _below(of: Udregning) -> tuple[DeltaGenerator, bool]:
    """Show the boxes; return the place of what leads on with the scenario, and whether any box is open."""
    with st.container(key="scenarie-redskaber"):
        onward = udveksling.hand_out(of)
        opened = [
            _box("Hvad sker der nu med ydernumrene?", ":material/arrows_outward:", "proces", proces.show),
            _box("Alle tal, budget og kilder", ":material/table:", "alle-tal", lambda: _figures(of)),
            _box("År, grundlag og grænser", ":material/tune:", "grundlag", lambda: skydere.settings(of)),
            _box("Hvad er det bedst mulige?", ":material/target:", "optimum", lambda: optimum.show(of)),
            _box(
                "Sammenlign scenarier",
                ":material/compare_arrows:",
                "sammenlign",
                lambda: sammenligning.show(of, view.held(SPECIALE)),
            ),
            _box("Indlæs et scenarie", ":material/upload:", "indlaes", udveksling.take_in),
            _box("Vægte: dine antagelser", ":material/balance:", "vaegte-boks", lambda: vaegtvalg.show(of)),
        ]
    return onward, any(opened)


def _figures(of: Udregning) -> None:
    regelkontrol.every(of)
    regelkontrol.budget(of)
    if view.value(parametre.FIGUR) != "noegletal":
        hovedtal.show(of)
    hovedtal.explain(of)
    billeder.take_away(of)


def _box(title: str, icon: str, key: str, show: Callable[[], None]) -> bool:
    """A box that is worked out only when it is open; return whether it is."""
    box = st.expander(title, icon=icon, key=key, on_change="rerun")
    if box.open:
        with box:
            show()
    return bool(box.open)


st.html(css.beside(__file__))
page()
