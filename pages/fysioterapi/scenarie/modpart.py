"""What the scenario is compared with: the proposal or nothing new, chosen here or by the rule."""

from __future__ import annotations

import streamlit as st

from analytics.scenarie import Udregning
from analytics.scenarie.modpart import NAVNE, Modpart, efter_reglen
from pages import view
from pages.fysioterapi import parametre

_CONTROL = "modpart"


def current(of: Udregning) -> Modpart:
    """Return what the scenario is compared with; a shared link says so, also where nobody has chosen."""
    view.value(parametre.MOD)
    modpart = held(of)
    view.pack((parametre.MOD,), parametre.MOD, modpart)
    return modpart


def held(of: Udregning) -> Modpart:
    """Return the same of a scenario that the page may not have been drawn with yet."""
    chosen = view.held(parametre.MOD)
    return efter_reglen(of) if chosen == "regel" else chosen


def choose(of: Udregning) -> Modpart:
    """Show the control, and return what the scenario is compared with."""
    modpart = current(of)
    st.session_state[_CONTROL] = modpart
    st.segmented_control(
        parametre.MOD.label,
        list(NAVNE),
        format_func=lambda each: f"Mod {NAVNE[each]}",
        key=_CONTROL,
        required=True,
        label_visibility="collapsed",
        on_change=_chosen,
    )
    return modpart


def _chosen() -> None:
    view.put(parametre.MOD, st.session_state[_CONTROL])
