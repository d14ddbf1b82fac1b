"""Everything that computes with the ratings: under the user's own weights, with what is unknown kept as an interval."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.mobilitet.katalog import FLEST_STJERNER
from pages import view
from pages.frame import notices, paper
from pages.katalog import vurderinger
from pages.mobilitet import afgoer, effekt, filtre, pakkevalg, parametre, rang, skydere
from pages.reading import sources
from pages.view import address


@st.fragment
def show(shown: Collection[int]) -> None:
    """
    Show the weights, and what is computed with them of the measures shown.

    One fragment, so that a slider moves nothing else.
    """
    notices.keep_up()
    weights = [float(view.value(weight)) for weight in parametre.VAEGTE.values()]
    left, right = st.columns([1, 2.2], gap="medium")
    with left:
        st.markdown(":material/balance: **Dine vægte, ikke rapportens**")
        names = [goal.navn for goal in vurderinger.goals()]
        skydere.show(
            "vaegtskydere",
            [(weight, name, f"Vægt på {name}") for weight, name in zip(parametre.VAEGTE.values(), names, strict=True)],
            rows_are="Pejlemærke",
            heading="Vægt",
            highest=parametre.WEIGHTS[-1],
        )
        st.caption(
            f"Ingen positiv effekt regnes som 0. Positiv uden stjerner kan være 1 til {FLEST_STJERNER}. Ikke vurderet "
            f"kan være 0 til {FLEST_STJERNER}. Derfor har hver indsats et spænd og ikke ét tal."
        )
    with right:
        controls = st.container(horizontal=True, vertical_alignment="bottom")
        with controls:
            picture = view.choose(parametre.REGN, st.segmented_control, required=True, label_visibility="collapsed")
        if any(weights):
            _picture(picture, weights, shown, controls)
        else:
            notices.empty("Mindst ét pejlemærke skal have en vægt over nul.")
    sources.footer(vurderinger.TABLES, "stjerner gange dine vægte, divideret med vægtenes sum.")
    address.write()
    paper.keep_up()


def _picture(name: str, weights: list[float], shown: Collection[int], controls: DeltaGenerator) -> None:
    match name:
        case "rang" | "pris" if not shown:
            notices.empty(filtre.NOTHING_LEFT)
        case "rang":
            rang.show(weights, shown, controls)
        case "afgoer":
            afgoer.show(weights, controls)
        case "pris":
            effekt.show(weights, shown)
        case "pakke":
            pakkevalg.show(weights, controls)
