"""The rest of the page: what does not follow a hand on the sliders, and when it must be drawn anew as well."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analytics.scenarie import Udregning
from analytics.scenarie.modpart import Modpart
from pages.fysioterapi.scenarie import fortrydelse, modpart, opstilling

PAGE = "scenarie-siden"
"""The key of the part that is the whole page."""
_DRAWN = "_scenarie_resten"


@dataclass(frozen=True)
class _Drawn:
    """What of the scenario the rest of the page shows: figures of it, whether it can be undone, and against what."""

    figures: bool
    undo: bool
    modpart: Modpart


def remember(of: Udregning, *, figures: bool) -> None:
    """Remember what the rest of the page has been drawn with; `figures` says whether any of it are the scenario's."""
    st.session_state[_DRAWN] = _Drawn(figures, fortrydelse.is_possible(), modpart.held(of))


def keep_up(*, changed: bool = False) -> None:
    """
    Let the whole page be drawn where the rest of it would show what was; the last that a callback does.

    `changed` says that the scenario is another than it was, not only how it is looked at.
    """
    drawn: _Drawn | None = st.session_state.get(_DRAWN)
    if drawn is None:
        return
    outdated = changed and (not drawn.undo or drawn.modpart != modpart.held(opstilling.worked_out()))
    if drawn.figures or outdated:
        st.rerun(PAGE)
