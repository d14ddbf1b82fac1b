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


@queries.kept()
def with_worsening(of_version: str) -> Katalog:
    """Return the catalogue where what the text says gets worse counts below no effect."""
    return som_katalog(queries.frames(of_version), forvaerring_taeller=True)


def weighed() -> Katalog:
    """Return the catalogue that the user's weights work on: a worsening counts in it where that is switched on."""
    return with_worsening() if view.value(parametre.FORVAERRING) else catalogue()


def all_measures() -> tuple[int, ...]:
    """Return the numbers of all measures."""
    return catalogue().indsatser


def show(*, grouped: bool = False) -> tuple[int, ...]:
    """Show the filters in one line, the rarer ones in a box, and return the numbers of the measures that pass them."""
    theme = view.choose(parametre.TEMA, width=150, label_visibility="collapsed")
    kommune = view.choose(KOMMUNE, width=160, label_visibility="collapsed")
    with st.popover("Vis kun nogle", icon=":material/filter_alt:"):
        if grouped:
            view.choose(parametre.GRUPPER, st.segmented_control, required=True)
        return _passing(theme, replace(_others(), kommune=None if kommune == "alle" else kommune))


def in_a_box() -> tuple[int, ...]:
    """Show all filters in a box, and return the numbers of the measures that pass them."""
    with st.popover("Vis kun nogle", icon=":material/filter_alt:"):
        st.caption("Pladserne er stadig blandt alle. Pakken og det, der afgør toppen, har også alle indsatser.")
        theme = view.choose(parametre.TEMA)
        kommune = view.choose(KOMMUNE)
        return _passing(theme, replace(_others(), kommune=None if kommune == "alle" else kommune))


def theme_by_theme() -> tuple[int, ...]:
    """Show one theme at a time, the other filters in a box, and return the numbers of the measures that pass."""
    themes = [theme for theme in parametre.TEMA.options() if theme != "alle"]
    theme = view.choose_among(themes, parametre.TEMA, st.segmented_control, required=True, label_visibility="collapsed")
    with st.popover("Vis kun nogle", icon=":material/filter_alt:"):
        kommune = view.choose(KOMMUNE)
        return _passing(theme, replace(_others(), kommune=None if kommune == "alle" else kommune))


def _others() -> Valg:
    """Show the filters but for theme and kommune, and return what is asked for."""
    goal = view.choose(parametre.PEJLEMAERKE)
    stars = view.value(parametre.STJERNER)
    if goal != "alle":
        view.control(parametre.STJERNER)
    price = view.choose(parametre.PRIS)
    return Valg(
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
