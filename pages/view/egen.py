"""The reader's own kommune: chosen on one page it is offered on the next, whether that shows kommuner or areas."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dansk import maengde
from pages.navigation.registry import Parts
from pages.reading import queries
from pages.view import memory
from pages.view.parameters import KOMMUNE, OMRAADE

_OFFER = "tilbud-egen"


def areas(kommune: str) -> tuple[str, ...]:
    """Return the areas (omraade_id) that a kommune is here: København is nine; `alle` is none."""
    return tuple(area for area, own in queries.kommune_of().items() if own == kommune)


def several(kommune: str) -> str:
    """Say that a kommune is several areas where it is, and how they are seen; nothing where it is one, or none."""
    count = len(areas(kommune))
    if count < 2:
        return ""
    many = maengde.counted(count, "område", "områder")
    return f"{queries.kommune_names()[kommune]} er {many}; de har en kant i farve."


def together(parts: Parts) -> str:
    """Say how a kommune of several areas is seen on a page of larger parts, where it is chosen; else nothing."""
    kommune = memory.held(KOMMUNE)
    if len(areas(kommune)) < 2:
        return ""
    if parts == "kommuner":
        return f"{queries.kommune_names()[kommune]} er her én kommune."
    return "Siden viser ikke den enkelte kommune." if parts == "regionen" else ""


def offer() -> None:
    """
    Offer what was chosen on another page, when this page has been drawn: the kommune's area, or the area's kommune.

    A page that shows both has its own controls for them. Of København's nine areas one is chosen from a list.
    """
    used = {parameter.name for parameter in memory.in_use()}
    if {KOMMUNE.name, OMRAADE.name} <= used:
        return
    if KOMMUNE.name in used and memory.held(KOMMUNE) == "alle":
        _offer_kommune(queries.kommune_of().get(memory.held(OMRAADE)))
    elif OMRAADE.name in used and memory.held(OMRAADE) not in (own := areas(memory.held(KOMMUNE))):
        _offer_areas(queries.kommune_names().get(memory.held(KOMMUNE), ""), own)


def _offer_kommune(kommune: str | None) -> None:
    if kommune is not None:
        _place().button(
            _show(queries.kommune_names()[kommune]), key=_OFFER, on_click=memory.put, args=(KOMMUNE, kommune)
        )


def _offer_areas(name: str, own: tuple[str, ...]) -> None:
    if len(own) == 1:
        _place().button(_show(name), key=_OFFER, on_click=memory.put, args=(OMRAADE, own[0]))
    elif own:
        names = queries.area_names()
        _place().selectbox(
            f"Vælg et af {name}s områder",
            own,
            index=None,
            format_func=lambda area: names[area],
            placeholder=f"{name}: {len(own)} områder",
            key=_OFFER,
            on_change=_take,
            width=200,
            label_visibility="collapsed",
        )


def _place() -> DeltaGenerator:
    return st.container(width="content", key="tilbud")


def _show(name: str) -> str:
    return f"Vis {name}"


def _take() -> None:
    if area := st.session_state[_OFFER]:
        memory.put(OMRAADE, area)
