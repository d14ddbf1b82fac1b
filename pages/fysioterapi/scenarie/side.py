"""Scenarie: what if Valby gets three? Who gains, who is left behind, whether it fits the money, and what is best."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.grundlag import som_grundlag
from analytics.scenarie import Udregning, tekst, udregn, udtraek
from analytics.scenarie.noegletal import Forbrug
from pages import components, view
from pages.frame import notices, paper
from pages.fysioterapi.scenarie import (
    billeder,
    hovedtal,
    modpart,
    opstilling,
    optimum,
    regelkontrol,
    sammenligning,
    skydere,
    udveksling,
    vaegtvalg,
    vindere,
)
from pages.style import css
from pages.view import address, since
from pages.view.parameters import SPECIALE

_FOUND = "scenarie-fund"
_FAR_DOWN = {"optimum": "Det bedst mulige", "sammenlign": "Sammenlign", "scenarie-bilag": "Mødebilag"}
"""What is last on a phone, with its short name there, by key."""
_ROOM = 9
"""So many areas' sliders leave room for the budget below them on a projector."""


@st.fragment
def page() -> None:
    """The whole page is one fragment, so that a slider moves nothing but what depends on it."""
    notices.keep_up()
    of = opstilling.current()
    modpart.current(of)  # in every link, whether the control is shown or not
    _say(_FOUND, tekst.omtale(of), tekst.mod_forslaget(of), of.forbrug)
    # Unseen, in the flow below what is said: the sliders stand still however long that becomes.
    _say("scenarie-plads", *tekst.laengste(of), tekst.hoejst_brugt(of.grundlag))
    if not view.on_projector():
        components.shortcuts("genveje-scenarie", "Længere nede på siden", _FAR_DOWN, below=_FOUND)
    since.then_and_now(lambda frames: udtraek.pr_omraade(udregn(of.scenarie, som_grundlag(frames))))
    with st.container(key="scenarie-spalter"):
        left, right = st.columns([1 if view.on_projector() else 1.1, 1], gap="medium")
    if view.on_projector():
        _on_projector(of, left, right)
    else:
        _on_screen(of, left, right)
    address.write()
    paper.keep_up()


def _say(key: str, found: str, against: str, spent: Mapping[int, Forbrug]) -> None:
    """Say what the scenario does, who gains and loses against the proposal, and what is used of the budgets."""
    with st.container(key=key, gap="xxsmall"):
        st.header(found, anchor=False)
        if against:
            st.markdown(against)
        if not view.on_projector() or len(opstilling.shown()) > _ROOM:
            regelkontrol.status(spent)


def _on_screen(of: Udregning, left: DeltaGenerator, right: DeltaGenerator) -> None:
    # The figures come first, so that they are in the browser while the sliders are still being drawn.
    with right:
        regelkontrol.budget(of)
        regelkontrol.rules(of)
        hovedtal.show(of)
    with left:
        skydere.presets()
        skydere.sliders(of)
    with right:
        hovedtal.explain(of)
        billeder.show(of, billeder.choose())
        vindere.show_against(of, modpart.choose(of), view.held(SPECIALE))
    with left, st.container(key="scenarie-redskaber"):
        _box("År, grundlag og grænser", "tune", "grundlag", lambda: skydere.settings(of))
        _box("Hvad er det bedst mulige?", "target", "optimum", lambda: optimum.show(of))
        _box(
            "Sammenlign scenarier", "compare_arrows", "sammenlign", lambda: sammenligning.show(of, view.held(SPECIALE))
        )
        _box("Indlæs et scenarie", "upload", "indlaes", udveksling.take_in)
        _box("Vægte: dine antagelser", "balance", "vaegte-boks", lambda: vaegtvalg.show(of))
        udveksling.hand_out(of)


def _box(title: str, icon: str, key: str, show: Callable[[], None]) -> None:
    """A box that is worked out only when it is open."""
    box = st.expander(title, icon=f":material/{icon}:", key=key, on_change="rerun")
    if box.open:
        with box:
            show()


def _on_projector(of: Udregning, left: DeltaGenerator, right: DeltaGenerator) -> None:
    """Sliders, budget, and one theme at a time."""
    with left:
        skydere.presets()
        skydere.sliders(of)
        regelkontrol.rules(of)
        regelkontrol.budget(of)
    with right:
        theme = billeder.choose()
        match theme:
            case "noegletal":
                hovedtal.show(of)
                vindere.show_against(of, modpart.choose(of), view.held(SPECIALE))
            case "optimum":
                optimum.show(of)
            case "scenarier":
                speciale = view.choose(SPECIALE, st.segmented_control, required=True, label_visibility="collapsed")
                sammenligning.show(of, speciale)
            case _:
                billeder.show(of, theme)


st.html(css.beside(__file__))
page()
