"""What is not accessible and is Streamlit's own: the statement lists it, and a bare page shows that it is not ours."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class StreamlitFejl:
    """
    A fault that axe finds in an element of Streamlit's: its rule, and what the element stands in, as CSS has it.

    `krav` is the requirement of WCAG, `hvad` what it is to somebody who meets it, and `udvej` what serves meanwhile.
    """

    regel: str
    element: str
    krav: str
    hvad: str
    udvej: str


VERSION = st.__version__
"""The version of Streamlit that has them."""

_LISTS = "1.3.1 Information og relationer"
RETTET: tuple[StreamlitFejl, ...] = (
    StreamlitFejl("list", "nav", _LISTS, "På telefon er menuens grupper ikke punkter i listen.", "Menuen er links."),
    StreamlitFejl("listitem", "nav", _LISTS, "På telefon er menuens links punkter uden en liste.", "Menuen er links."),
)
"""Those that are mended here, in what Streamlit sends to the browser (`pages/server/phrases.py`)."""
FEJL: tuple[StreamlitFejl, ...] = ()
"""Those that cannot be mended here."""
