"""Taking back: what was set before each change, whatever changed it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages import view
from pages.fysioterapi import parametre
from pages.view.kinds import Parameter, Tenths

SETTINGS: tuple[Parameter[Any], ...] = (
    parametre.UDGANGSPUNKT,
    parametre.AAR,
    parametre.GRUND,
    parametre.FOELGER,
    parametre.KOBLING,
    *parametre.GRAENSER.values(),
    parametre.VAEGTE,
    parametre.MINDST,
    parametre.STEDER,
    parametre.UDELAD,
    parametre.FASTHOLD,
)
"""The settings that can be undone and reset, as the sliders can; not what was kept, nor the handout's title."""
State = dict[Parameter[Any], Any]
_SEEN = "_scenarie_set"
_BEFORE = "_scenarie_fortryd"
_KEPT = 30


def notice(now: State) -> None:
    """Remember what was set before it became something else."""
    seen: State | None = st.session_state.get(_SEEN)
    if seen is not None and _set(seen) != _set(now):
        before: list[State] = st.session_state.setdefault(_BEFORE, [])
        before.append(seen)
        del before[:-_KEPT]
    st.session_state[_SEEN] = now


def _set(state: State) -> State:
    """What is set: a slider that was only added, at zero, is no change."""
    return {parameter: value for parameter, value in state.items() if not isinstance(parameter, Tenths) or value}


def is_possible() -> bool:
    """Say whether there is anything to take back."""
    return bool(st.session_state.get(_BEFORE))


def undo() -> None:
    """Set everything as it was before the last change."""
    if not is_possible():
        return
    state: State = st.session_state[_BEFORE].pop()
    clear()
    for parameter, value in state.items():
        view.put(parameter, value)
    st.session_state[_SEEN] = state


def clear() -> None:
    """Let all sliders and settings be as the page opens without a link."""
    view.forget((*parametre.SKYDERE.values(), *SETTINGS))
