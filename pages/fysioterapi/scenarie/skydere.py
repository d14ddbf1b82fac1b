"""The controls of a scenario beside its sliders: presets, undo and comparison, and year, base capacity and limits."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics.scenarie import Udregning, forslag
from analytics.scenarie.kode import OMRAADER
from analytics.scenarie.tekst import patienterne
from dansk import alfabet, saetning, tal
from pages import view
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import fortrydelse, modpart, opstilling, optimum
from pages.reading import queries

_WIDE = 235
"""How wide the choice of an area is on a projector, in pixels: as the others, by `projector.SCALE`."""


def presets(of: Udregning) -> None:
    """Show the buttons that set all sliders at once, undo, areas to add, and what the scenario is compared with."""
    grundlag = opstilling.foundation()
    with st.container(horizontal=True, vertical_alignment="bottom", key="scenarie-forvalg"):
        _preset(
            "saet-forslaget",
            "Forslaget",
            forslag(grundlag).tillaeg,
            queries.said("Papirets forslag, tabel {tabel-forslag}"),
        )
        _preset("saet-ingen", "Ingen nye", {}, "Alle skydere på nul")
        st.button(
            "Bedst mulige",
            on_click=optimum.take_best,
            help="Samme penge, så det ringest dækkede område får det så godt som muligt",
            key="saet-bedst",
        )
        st.button(
            "Fortryd",
            icon=":material/undo:",
            on_click=fortrydelse.undo,
            disabled=not fortrydelse.is_possible(),
            key="fortryd",
        )
        names = queries.area_names()
        without = set(OMRAADER) - set(opstilling.shown())
        others = sorted(without, key=lambda area: alfabet.order(names[area]))
        st.selectbox(
            "Tilføj område",
            others,
            index=None,
            format_func=lambda area: names[area],
            placeholder="Tilføj område",
            label_visibility="collapsed",
            width=_WIDE if view.on_projector() else 170,
            key="tilfoej",
            on_change=_add_area,
        )
        modpart.choose(of)
        view.switch(parametre.FOELGER, help=f"{patienterne(grundlag)}; kapaciteten tæller der, hvor de boede")


def _preset(key: str, label: str, tillaeg: Mapping[tuple[str, int], float], explanation: str) -> None:
    st.button(label, on_click=opstilling.set_amounts, args=(dict(tillaeg),), help=explanation, key=key)


def _add_area() -> None:
    area = st.session_state["tilfoej"]
    if area:
        opstilling.show_area(area)
        st.session_state["tilfoej"] = None


def settings(of: Udregning) -> None:
    """Show what else the scenario depends on: year, base capacity, limits, and the reading of the rule."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view.slider(parametre.AAR, of.scenarie.aar, width=220)
        view.control(parametre.GRUND, width=260)
        view.control(parametre.KOBLING, width=260)
        for speciale, chosen in of.graenser.items():
            view.slider(parametre.GRAENSER[speciale], int(tal.rounded(chosen)), width=260)
        st.button("Papirets grænser", key="papirets-graenser", on_click=_forget_limits)
        st.button(
            "Nulstil alt",
            icon=":material/restart_alt:",
            on_click=opstilling.reset,
            help="Skyderne som forslaget, og år, grundlag, regler, grænser, vægte og krav som siden åbner med",
            key="nulstil",
        )
        grundlag = opstilling.foundation()
        limit, source, _ = grundlag.graense_51
        others = saetning.listed([grundlag.navne[area] for area in grundlag.justerede])
        st.caption(
            f"Før justering er kapaciteten i {grundlag.effekttabeller}; den er en anden for {others}. "
            f"Grænsen for speciale 51 er papirets egen, {tal.number(limit)} ({source}). "
            "For 62 er den lagt lige så meget over regionens gennemsnit."
        )


def _forget_limits() -> None:
    view.forget(parametre.GRAENSER.values())
