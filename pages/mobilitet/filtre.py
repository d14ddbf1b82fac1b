"""Which measures are looked at: by theme, kommune, stars, price and words."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.mobilitet import Katalog, Valg, som_katalog, udvalg
from dansk import saetning
from pages import view
from pages.mobilitet import parametre
from pages.reading import queries
from pages.view.parameters import KOMMUNE, SOEG

NOTHING_LEFT = "Ingen indsatser passer på det valgte. Fjern et filter."


@queries.kept()
def catalogue(of_version: str) -> Katalog:
    """Return the catalogue as arrays, read once."""
    return som_katalog(queries.frames(of_version))


def show() -> tuple[int, ...]:
    """Show the filters, and return the numbers of the measures that pass them."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filtre-mobilitet"):
        theme, others = view.choose(parametre.TEMA, width=168), _others()
    return _passing(theme, others)


def theme_by_theme() -> tuple[int, ...]:
    """Show one theme at a time, the other filters in a box, and return the numbers of the measures that pass."""
    themes = [theme for theme in parametre.TEMA.options() if theme != "alle"]
    theme = view.choose_among(themes, parametre.TEMA, st.segmented_control, required=True, label_visibility="collapsed")
    with st.popover("Vis kun nogle", icon=":material/filter_alt:"):
        return _passing(theme, _others())


def _others() -> Valg:
    """Show the filters but for the theme's, and return what is asked for."""
    kommune = view.choose(KOMMUNE, width=168)
    goal = view.choose(parametre.PEJLEMAERKE, width=200)
    stars = view.value(parametre.STJERNER)
    if goal != "alle":
        view.control(parametre.STJERNER, width=130)
    price = view.choose(parametre.PRIS, width=130)
    return Valg(
        kommune=None if kommune == "alle" else kommune,
        pejlemaerke=None if goal == "alle" else goal,
        stjerner=stars,
        kun_med_pris=price == "kendt",
        soeg=view.search(SOEG, "Søg i arkene"),
    )


def _passing(theme: str, others: Valg) -> tuple[int, ...]:
    """Return the numbers of the theme's measures that pass the other filters, and say which of the rest may."""
    themes = () if theme == "alle" else (parametre.TEMA.options()[theme],)
    found = udvalg(catalogue(), replace(others, temaer=themes))
    if found.kan_vaere:
        listed = saetning.listed([str(nr) for nr in found.kan_vaere])
        st.caption(f"Kan også høre med, men kataloget siger ikke nok om stjerner eller kommuner: indsats {listed}.")
    return found.indsatser
