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
    with st.container(key="scenarie-fund"):
        st.header(scenarietal.headline(scenarie), anchor=False)
    sharing.then_and_now(lambda frames: scenarietal.figures(scenarie, frames))

    # The figures come first, so that they are in the browser while the sliders are still being drawn.
    left, right = st.columns([1.1, 1], gap="medium")
    with right:
        scenariekontrol.budget(scenarie)
        scenariekontrol.rules(scenarie)
        if not view.on_projector():
            scenarietal.show(scenarie)
    with left:
        scenarievalg.presets()
        scenarievalg.sliders(scenarie)
    with right:
        scenariebilleder.show(scenarie)
    view.write()
    if view.on_projector():
        return
    with left:
        scenarievalg.settings(scenarie)
        scenarieoptimum.show(scenarie)
        scenarieudveksling.show(scenarie)


page()
