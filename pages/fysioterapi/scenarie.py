"""Scenarie: what if Valby gets three? Who gains, who is left behind, whether it fits the money, and what is best."""

import streamlit as st

from pages.faelles import sharing, view
from pages.fysioterapi import (
    scenariebilleder,
    scenariekontrol,
    scenarieoptimum,
    scenarietal,
    scenarieudveksling,
    scenarievalg,
)


@st.fragment
def page() -> None:
    """The whole page is one fragment, so that a slider moves nothing but what depends on it."""
    scenarie = scenarievalg.current()
    st.subheader(scenarietal.headline(scenarie), anchor=False)
    sharing.then_and_now(lambda frames: scenarietal.figures(scenarie, frames))

    left, right = st.columns([1.1, 1], gap="medium")
    with left:
        scenarievalg.presets()
        scenarievalg.sliders(scenarie)
        if not view.on_projector():
            scenarievalg.settings(scenarie)
            scenarieoptimum.show(scenarie)
    with right:
        scenariekontrol.budget(scenarie)
        scenariekontrol.rules(scenarie)
        scenarietal.show(scenarie)
        scenariebilleder.show(scenarie)
        if not view.on_projector():
            scenarieudveksling.show(scenarie)


page()
