"""What is chosen: the kommune, those it is compared with, and the scenarios of a link."""

from __future__ import annotations

import streamlit as st

from analytics.scenarie import Udregning, Vilkaar
from analytics.scenarie.kode import LAENGST, afkod
from pages import view
from pages.frame import notices
from pages.kommune import parametre
from pages.reading import queries
from pages.view import sharing
from pages.view.parameters import KOMMUNE, SCENARIE

_FIELD, _THEME = "_scenariefelt", "_afsnit_paa_storskaerm"
_AMONG_ALL = "blandt-alle"


def kommuner() -> list[str]:
    """Show the controls, and return the chosen kommuner, the first chosen first; none is an empty list."""
    first = view.value(KOMMUNE)
    view.control(KOMMUNE, width=230)
    others = view.choose_many(parametre.KOMMUNER, "Op til fem andre", width=520)
    chosen = [] if first == "alle" else [first]
    return list(dict.fromkeys([*chosen, *others]))


def theme() -> str | None:
    """Show what a projector can show in one picture, and return the chosen theme; None is the kommuner among all."""
    themes = parametre.AFSNIT.options()
    folded_out: tuple[str, ...] = view.value(parametre.AFSNIT)
    st.session_state[_THEME] = folded_out[0] if folded_out else _AMONG_ALL
    st.segmented_control(
        parametre.AFSNIT.label,
        [_AMONG_ALL, *themes],
        format_func=lambda option: themes.get(option, "Blandt alle"),
        key=_THEME,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: view.put(parametre.AFSNIT, tuple({st.session_state[_THEME]} & themes.keys())),
    )
    return folded_out[0] if folded_out else None


def scenarier() -> dict[str, Udregning]:
    """Return the scenarios of the link, worked out, by what they are called, and say what of them cannot be read."""
    code = view.value(SCENARIE)
    if not code:
        return {}
    found, unreadable = afkod(code)
    if unreadable:
        notices.remarks("scenarie", [f"Scenariet kunne ikke læses helt. Sprunget over: {part}." for part in unreadable])
    # On the same terms, so that the proposal beside them, and each that is there twice, is worked out once.
    terms = Vilkaar(queries.foundation())
    worked_out = [terms.udregn(each) for each in found]
    if len(worked_out) == 1:
        return {"scenariet": worked_out[0]}
    return {f"scenarie {letter}": each for letter, each in zip("ABCD", worked_out, strict=False)}


def scenario_field() -> None:
    """Show the field that a shared link's scenario is put into, and how to make one where there is none."""
    if not view.held(SCENARIE):
        st.caption(
            "Stil et scenarie op på siden «Scenarie for nye ydernumre», og tryk «Se det for én kommune» der, eller sæt "
            "et delt link ind her."
        )
    st.session_state[_FIELD] = view.held(SCENARIE)
    st.text_input(
        "Scenarie: delt link eller kode",
        key=_FIELD,
        max_chars=LAENGST,
        placeholder="Sæt linket fra «Del visning» på scenariets side ind her",
        on_change=_put,
    )


def _put() -> None:
    view.put(SCENARIE, sharing.scenario_in(st.session_state[_FIELD]))
