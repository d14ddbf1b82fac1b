"""Everything that computes with the ratings: under the user's own weights, with what is unknown kept as an interval."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.faelles import components, notices, queries, sources, theme, view, vurderinger
from pages.faelles.components import Slider, SliderRow
from pages.faelles.parameters import GOALS, weight_name
from pages.mobilitet import afgoer, effekt, filtre, pakkevalg, rang

_HIGHEST = 10


@st.fragment
def show(shown: Collection[int]) -> None:
    """
    Show the weights, and what is computed with them of the measures shown.

    One fragment, so that a slider moves nothing else.
    """
    notices.keep_up(queries.version())
    weights = [float(view.value(weight_name(nr))) for nr in GOALS]
    left, right = st.columns([1, 2.2], gap="medium")
    with left:
        st.markdown(":material/balance: **Dine vægte, ikke rapportens**")
        _sliders(weights)
        st.caption(
            "Ingen positiv effekt regnes som 0. Positiv uden stjerner kan være 1 til 5. Ikke vurderet kan være 0 til "
            "5. Derfor har hver indsats et spænd og ikke ét tal."
        )
    with right:
        controls = st.container(horizontal=True, vertical_alignment="bottom")
        with controls:
            picture = view.choose("regn", st.segmented_control, required=True, label_visibility="collapsed")
        if any(weights):
            _picture(picture, weights, shown, controls)
        else:
            notices.empty("Mindst ét pejlemærke skal have en vægt over nul.")
    sources.footer(vurderinger.TABLES, "stjerner gange dine vægte, divideret med vægtenes sum.")
    view.write()


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


def _sliders(weights: list[float]) -> None:
    names = [goal.navn for goal in vurderinger.goals().itertuples()]
    colour = theme.colour("primaryColor")
    components.sliders(
        "vaegtskydere",
        [
            SliderRow(name, [Slider(weight_name(nr), f"Vægt på {name}", weight, colour)])
            for nr, name, weight in zip(GOALS, names, weights, strict=True)
        ],
        [("Vægt", colour)],
        rows_are="Pejlemærke",
        highest=_HIGHEST,
        step=1,
        unit="",
        on_change=_moved,
    )


def _moved(values: Mapping[str, float]) -> None:
    for name, value in values.items():
        view.put(name, f"{value:.0f}")
