"""Scenarie: what if Valby gets three? Who gains, who is left behind, whether it fits the money, and what is best."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.scenarie import Scenarie
from pages import components, view
from pages.frame import notices
from pages.fysioterapi.scenarie import (
    bedst,
    billeder,
    egne_vaegte,
    kontrol,
    nu_og_foer,
    sammenligning,
    skyderne,
    udveksling,
)
from pages.style import sheet
from pages.view import address, since

_FOUND = "scenarie-fund"
_FAR_DOWN = {"optimum": "Det bedst mulige", "sammenlign": "Sammenlign", "scenarie-bilag": "Mødebilag"}
"""What is last on a phone, with its short name there, by key."""
_ROOM = 9
"""So many areas' sliders leave room for the budget below them on a projector."""


@st.fragment
def page() -> None:
    """The whole page is one fragment, so that a slider moves nothing but what depends on it."""
    notices.keep_up()
    scenarie = skyderne.current()
    with st.container(key=_FOUND, gap="xxsmall"):
        st.header(nu_og_foer.headline(scenarie), anchor=False)
        nu_og_foer.against_proposal(scenarie)
        if not view.on_projector() or len(skyderne.shown()) > _ROOM:
            kontrol.status(scenarie)
    if not view.on_projector():
        components.shortcuts("genveje-scenarie", "Længere nede på siden", _FAR_DOWN, below=_FOUND)
    since.then_and_now(lambda frames: nu_og_foer.figures(scenarie, frames))
    with st.container(key="scenarie-spalter"):
        left, right = st.columns([1 if view.on_projector() else 1.1, 1], gap="medium")
    if view.on_projector():
        _on_projector(scenarie, left, right)
    else:
        _on_screen(scenarie, left, right)
    address.write()


def _on_screen(scenarie: Scenarie, left: DeltaGenerator, right: DeltaGenerator) -> None:
    # The figures come first, so that they are in the browser while the sliders are still being drawn.
    with right:
        kontrol.budget(scenarie)
        kontrol.rules(scenarie)
        nu_og_foer.show(scenarie)
    with left:
        skyderne.presets()
        skyderne.sliders(scenarie)
    with right:
        nu_og_foer.explain(scenarie)
        billeder.show(scenarie, billeder.choose())
    with left, st.container(key="scenarie-redskaber"):
        _box("År, grundlag og grænser", "tune", "grundlag", lambda: skyderne.settings(scenarie))
        _box("Hvad er det bedst mulige?", "target", "optimum", lambda: bedst.show(scenarie))
        _box("Sammenlign scenarier", "compare_arrows", "sammenlign", lambda: sammenligning.show(scenarie))
        _box("Indlæs et scenarie", "upload", "indlaes", udveksling.take_in)
        _box("Vægte: dine antagelser", "balance", "vaegte-boks", lambda: egne_vaegte.show(scenarie))
        udveksling.hand_out(scenarie)


def _box(title: str, icon: str, key: str, show: Callable[[], None]) -> None:
    """A box that is worked out only when it is open."""
    box = st.expander(title, icon=f":material/{icon}:", key=key, on_change="rerun")
    if box.open:
        with box:
            show()


def _on_projector(scenarie: Scenarie, left: DeltaGenerator, right: DeltaGenerator) -> None:
    """Sliders, budget, and one theme at a time."""
    with left:
        skyderne.presets()
        skyderne.sliders(scenarie)
        kontrol.rules(scenarie)
        kontrol.budget(scenarie)
    with right:
        theme = billeder.choose()
        match theme:
            case "noegletal":
                nu_og_foer.show(scenarie)
            case "optimum":
                bedst.show(scenarie)
            case "scenarier":
                sammenligning.show(scenarie)
            case _:
                billeder.show(scenarie, theme)


st.html(sheet.beside(__file__))
page()
