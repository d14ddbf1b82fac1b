"""The scenario's key figures, against today and against the proposal, and the sentences that sum it up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from analytics.begreber import RAEKKER
from analytics.scenarie import Udregning, udtraek
from analytics.scenarie.noegletal import STOERRELSER, VAERST, Noegletal, Stoerrelse
from analytics.scenarie.tekst import forslaget_er_vaegtet, om_patienterne, pendlingens_forbehold
from dansk import maengde, tal
from pages import components
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.fysioterapi.scenarie import opstilling
from pages.navigation import registry
from pages.reading import sources

_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_ramme", "fysio_budget")


def show(of: Udregning) -> None:
    """Show the key figures of both specialer: now, with nothing new, and in the proposal."""
    names = of.grundlag.navne
    rows: list[Row] = []
    for speciale in RAEKKER:
        compared = of.sammenligning[speciale]
        for what in STOERRELSER:
            cells = [Cell(f"{speciale}: {what.navn}"), Cell(_written(what, compared.nu, names))]
            for other in (compared.uden, compared.forslag):
                text, change = _written(what, other, names), what.forskel(compared.nu, other)
                cells.append(Cell(f"{text} ({tal.number(change, what.decimaler, sign=True)})" if change else text))
            rows.append(Row(cells, kind="skel" if what is VAERST and rows else None))
    weighted = "" if of.scenarie.vaegte is None else ", vægtede borgere"
    components.table(
        "noegletal",
        (
            Column("maal", f"Nøgletal {of.scenarie.aar}{weighted}", ubrudt=not weighted),
            Column("nu", "Scenariet", "tal"),
            Column("uden", "Ingen nye", "tal"),
            Column("forslag", "Forslaget", "tal"),
        ),
        rows,
        alt="Nøgletal for scenariet, for ingen nye kapaciteter og for forslaget, begge specialer",
        cards=True,
    )


def weighted(of: Udregning) -> None:
    """Say that citizens are weighted, where they are."""
    if of.scenarie.vaegte is not None:
        st.markdown(
            ":material/balance: **Regnet med vægtede borgere: dine antagelser, ikke papirets.** "
            "Borgere over grænsen er talt uden vægte."
        )


def follows(of: Udregning) -> None:
    """Say what the figures take for granted where the patients follow."""
    if of.scenarie.foelger:
        st.markdown(f":material/commute: {om_patienterne(of)}")


def explain(of: Udregning) -> None:
    """Say what the key figures are computed of, and let them and the budget be taken away."""
    limits = " og ".join(f"{tal.number(limit)} ({s})" for s, limit in of.graenser.items())
    st.caption(
        f"I parentes: hvad scenariet ændrer, mod ingen nye og mod forslaget. Grænserne er {limits}. "
        f"{forslaget_er_vaegtet(of.grundlag)} {pendlingens_forbehold(of)}"
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(registry.METODE.script, label="Sådan er det regnet: se Metode", icon=":material/calculate:")
        downloads.buttons(
            "scenarie-noegletal",
            partial(udtraek.noegletal, of),
            tables=opstilling.tables([of], _TABLES),
            selection=opstilling.selection(of),
            called="nøgletallene",
        )
    sources.footer(opstilling.tables([of], _TABLES), "nøgletallene og forbruget.")


def _written(what: Stoerrelse, of: Noegletal, names: Mapping[str, str]) -> str:
    """The figure with its unit, and the area's name where it is one area's."""
    name = f"{names[of.vaerst_omraade]} " if what is VAERST else ""
    return name + maengde.quantity(what.af(of), what.enhed, what.decimaler)
