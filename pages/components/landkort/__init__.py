"""What the browser can do with a map: whether it draws WebGL, whether its place is narrow, and its window tall."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pages.components import assets, heard
from pages.components.mounting import mount

_DRAWN = mount("landkort", '<div class="proeve" hidden></div>')
_KNOWN = "browserens-evne"
_ANSWERED, _ANSWERING = "browseren-har-svaret", "browseren-svarer"


@dataclass(frozen=True)
class Ability:
    """Whether a browser draws WebGL, whether the map's place in it is narrow, and whether its window is a tall one."""

    webgl: bool
    narrow: bool
    tall: bool = False


def ability() -> Ability | None:
    """Return what this visitor's browser has said, None until it has."""
    known: Ability | None = st.session_state.get(_KNOWN)
    return known


def begin() -> None:
    """Begin a run, of a page or of a part of it: is it the browser's answer that made it?"""
    st.session_state[_ANSWERING] = st.session_state.pop(_ANSWERED, False)


def answering() -> bool:
    """Say whether this run is the browser's answer: nobody has done anything, and what was said still holds."""
    return bool(st.session_state.get(_ANSWERING))


def probe(key: str, chart: str) -> None:
    """
    Let the browser say what it can, where that is not what is known.

    It is asked for WebGL, for the areas, and whether the map whose container has the key `chart` has come to be drawn.
    """
    known = ability()

    def told() -> None:
        if answer := heard.said(key, "evne", dict):
            st.session_state[_ANSWERED] = True
            st.session_state[_KNOWN] = Ability(*(bool(answer.get(what)) for what in ("webgl", "smal", "hoej")))

    _DRAWN(
        key=key,
        data={
            "kort": f"st-key-{chart}",
            "geometri": assets.address("omraader.json"),
            "webgl": known and known.webgl,
            "smal": known and known.narrow,
            "hoej": known and known.tall,
        },
        on_evne_change=told,
    )
