"""Everything that computes with the ratings: under the user's own weights, with what is unknown kept as an interval."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st

from analytics.mobilitet import udtraek
from analytics.mobilitet.katalog import FLEST_STJERNER
from pages import view
from pages.frame import notices, paper
from pages.katalog import vurderinger
from pages.mobilitet import afgoer, central, effekt, filtre, pakkevalg, parametre, rang, skydere
from pages.reading import markdown, sources
from pages.view import address, since


@st.fragment
def show(shown: Collection[int]) -> None:
    """
    Show what is computed of the measures shown, and the weights that it is computed with beside it.

    One fragment, so that a slider moves nothing else.
    """
    notices.keep_up()
    picture = view.value(parametre.REGN)
    weights = [float(view.value(weight)) for weight in parametre.VAEGTE.values()]
    counts = view.value(parametre.FORVAERRING)
    left, right = st.columns([2.1, 1], gap="medium")
    with left:
        if any(weights):
            _picture(picture, weights, shown)
        else:
            notices.empty("Mindst ét pejlemærke skal have en vægt over nul.")
    with right:
        _weights()
        view.switch(
            parametre.FORVAERRING,
            help="Hvor arkets tekst siger, at noget bliver ringere, regnes det ellers som ingen positiv effekt, 0.",
        )
        worse = " Forværring regnes som −1." if counts else ""
        st.caption(
            f"Ingen positiv effekt regnes som 0.{worse} Positiv uden stjerner kan være 1 til {FLEST_STJERNER}, ikke "
            f"vurderet 0 til {FLEST_STJERNER}, og stjerner, som teksten ikke placerer, er på det ene eller det "
            "andet pejlemærke. Derfor har nogle indsatser et spænd og ikke ét tal."
        )
    since.then_and_now(lambda frames: udtraek.stjerner(frames, filtre.all_measures()))
    st.caption(markdown.plain(vurderinger.more_caveats()))
    sources.footer(vurderinger.TABLES, "stjerner gange dine vægte, divideret med vægtenes sum.")
    address.write()
    paper.keep_up()


def _weights() -> None:
    """Show the user's weights: sets that a press chooses, and a slider each with its share of them all."""
    st.markdown("**Dine vægte, ikke rapportens**")
    with st.container(horizontal=True, key="forvalg"):
        for number, (words, weights) in enumerate(parametre.FORVALG.items()):
            st.button(words, on_click=_weigh, args=(weights,), key=f"forvalg-{number}")
    names = [goal.navn for goal in vurderinger.goals()]
    skydere.show(
        "vaegtskydere",
        [(weight, name, f"Vægt på {name}") for weight, name in zip(parametre.VAEGTE.values(), names, strict=True)],
        rows_are="Pejlemærke",
        heading="Vægt",
        highest=parametre.WEIGHTS[-1],
        share="tæller {} %",
    )


def _weigh(weights: Mapping[int, int]) -> None:
    for nr, weight in weights.items():
        view.put(parametre.VAEGTE[nr], weight)


def _picture(name: str, weights: list[float], shown: Collection[int]) -> None:
    match name:
        case "rang" | "pris" if not shown:
            notices.empty(filtre.NOTHING_LEFT)
        case "rang":
            rang.show(weights, shown)
        case "afgoer":
            afgoer.show(weights)
        case "pris":
            effekt.show(weights, shown)
        case "pakke":
            pakkevalg.show(weights)
        case "central":
            central.show()
