"""Where no kommune is chosen yet: the region's tiles, to choose one from."""

from __future__ import annotations

import streamlit as st

from analytics.begreber import FIRST_YEAR
from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import omraadetal, pladser
from dansk import saetning
from pages import components, view
from pages.drawing import maps, ranking
from pages.reading import queries, sources
from pages.view.parameters import KOMMUNE

_SHOWN = MEASURES["patienter-pr-1000"]
_SPECIALE = 51


def show() -> None:
    """Show the map that a kommune is chosen from."""
    frames, areas = queries.tables(), queries.areas()
    figures = pladser(_SHOWN.beregn(frames, _SPECIALE, FIRST_YEAR))
    reference = _SHOWN.reference(frames, _SPECIALE, FIRST_YEAR)
    picture, legend = maps.picture(
        _SHOWN, omraadetal(figures, _SHOWN, areas), reference, chosen=(), in_focus=queries.area_names()
    )
    st.header(f"Vælg en af de {len(queries.kommune_names())} kommuner", anchor=False)
    st.write("Så ser du, hvor den skiller sig ud blandt alle, og hvad papirerne siger om den.")
    placed = ranking.in_order(_SHOWN, figures, queries.area_names())
    finding = ranking.headline(_SHOWN, placed, reference)
    left, right = st.columns([1.7 if view.on_projector() else 1.15, 1], gap="medium")
    with left:
        components.area_map(
            "kort-kommune",
            "fliser",
            picture,
            legend,
            alt=f"{saetning.stopped(finding)} Vælg en kommune.",
            on_choose=lambda area: view.put(KOMMUNE, ranking.place_of(_SHOWN, area) or "alle"),
        )
        st.caption(
            f"{saetning.stopped(finding)} Speciale {_SPECIALE}, {_SHOWN.tid}, efter bopæl. {maps.KOEBENHAVN_AS_ONE}"
        )
        sources.footer(_SHOWN.tabeller)
    with right:
        ranking.show(
            _SHOWN,
            placed,
            figures,
            reference,
            finding=finding,
            chosen=None,
            on_choose=lambda place: view.put(KOMMUNE, place or "alle"),
            speciale=_SPECIALE,
        )
