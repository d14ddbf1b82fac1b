"""Socialt område: what secured places cost, who is asked what by when, and what the area cost some years ago."""

from __future__ import annotations

import streamlit as st

from pages import view
from pages.frame import line, notices, paper
from pages.socialt import gravide, kofoedsminde, monitorering, parametre, sikrede
from pages.view import address

_SHOWN = {
    "sikrede": sikrede.show,
    "gravide": gravide.show,
    "kofoedsminde": kofoedsminde.show,
    "monitorering": monitorering.show,
}


@st.fragment
def page() -> None:
    """All but the frame is one fragment, so that a moved slider sends nothing of what stands."""
    notices.keep_up()
    with line.filters():
        subject = view.choose(parametre.EMNE, st.segmented_control, required=True, label_visibility="collapsed")
    _SHOWN[subject]()
    address.write()
    paper.keep_up()


line.fold()
page()
