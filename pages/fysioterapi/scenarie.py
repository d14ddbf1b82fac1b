"""Scenarie: what if Valby gets three? Who gains, who is left behind, whether it fits the money, and what is best."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.scenarie import Scenarie
from pages.faelles import components, notices, queries, sharing, view
from pages.fysioterapi import (
    scenariebilleder,
    scenariekontrol,
    scenarieoptimum,
    scenariesammenligning,
    scenarietal,
    scenarieudveksling,
    scenarievaegte,
    scenarievalg,
)

_FOUND = "scenarie-fund"
_FAR_DOWN = {"optimum": "Det bedst mulige", "sammenlign": "Sammenlign", "scenarie-bilag": "Mødebilag"}
"""What is last on a phone, with its short name there, by key."""
_ROOM = 9
"""So many areas' sliders leave room for the budget below them on a projector."""


@st.fragment
def page() -> None:
    """The whole page is one fragment, so that a slider moves nothing but what depends on it."""
    notices.keep_up(queries.version())
    scenarie = scenarievalg.current()
    with st.container(key=_FOUND, gap="xxsmall"):
        st.header(scenarietal.headline(scenarie), anchor=False)
        scenarietal.against_proposal(scenarie)
        if not view.on_projector() or len(scenarievalg.shown()) > _ROOM:
            scenariekontrol.status(scenarie)
    if not view.on_projector():
        components.shortcuts("genveje-scenarie", "Længere nede på siden", _FAR_DOWN, below=_FOUND)
    sharing.then_and_now(lambda frames: scenarietal.figures(scenarie, frames))
    with st.container(key="scenarie-spalter"):
        left, right = st.columns([1 if view.on_projector() else 1.1, 1], gap="medium")
    if view.on_projector():
        _on_projector(scenarie, left, right)
    else:
        _on_screen(scenarie, left, right)
    view.write()


def _on_screen(scenarie: Scenarie, left: DeltaGenerator, right: DeltaGenerator) -> None:
    # The figures come first, so that they are in the browser while the sliders are still being drawn.
    with right:
        scenariekontrol.budget(scenarie)
        scenariekontrol.rules(scenarie)
        scenarietal.show(scenarie)
    with left:
        scenarievalg.presets()
        scenarievalg.sliders(scenarie)
    with right:
        scenarietal.explain(scenarie)
        scenariebilleder.show(scenarie, scenariebilleder.choose())
    with left, st.container(key="scenarie-redskaber"):
        _box("År, grundlag og grænser", "tune", "grundlag", lambda: scenarievalg.settings(scenarie))
        _box("Hvad er det bedst mulige?", "target", "optimum", lambda: scenarieoptimum.show(scenarie))
        _box("Sammenlign scenarier", "compare_arrows", "sammenlign", lambda: scenariesammenligning.show(scenarie))
        _box("Indlæs et scenarie", "upload", "indlaes", scenarieudveksling.take_in)
        _box("Vægte: dine antagelser", "balance", "vaegte-boks", lambda: scenarievaegte.show(scenarie))
        scenarieudveksling.hand_out(scenarie)


def _box(title: str, icon: str, key: str, show: Callable[[], None]) -> None:
    """A box that is worked out only when it is open."""
    box = st.expander(title, icon=f":material/{icon}:", key=key, on_change="rerun")
    if box.open:
        with box:
            show()


def _on_projector(scenarie: Scenarie, left: DeltaGenerator, right: DeltaGenerator) -> None:
    """Sliders, budget, and one theme at a time."""
    with left:
        scenarievalg.presets()
        scenarievalg.sliders(scenarie)
        scenariekontrol.rules(scenarie)
        scenariekontrol.budget(scenarie)
    with right:
        theme = scenariebilleder.choose()
        match theme:
            case "noegletal":
                scenarietal.show(scenarie)
            case "optimum":
                scenarieoptimum.show(scenarie)
            case "scenarier":
                scenariesammenligning.show(scenarie)
            case _:
                scenariebilleder.show(scenarie, theme)


page()
