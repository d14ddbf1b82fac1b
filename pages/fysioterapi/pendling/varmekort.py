"""All of the table as a heat map: who lives where and is treated where."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.begreber import SPECIALER
from analytics.pendling.matrix import UKENDT
from analytics.pendling.pendlingstekst import count, year
from dansk import alfabet, saetning
from pages import view
from pages.drawing import charts, maps
from pages.fysioterapi import parametre
from pages.fysioterapi.pendling import veje
from pages.fysioterapi.pendling.veje import TABLES, Veje
from pages.reading import queries


def order() -> None:
    """Show the choice of the places' order."""
    view.choose(parametre.MATRIXORDEN, st.segmented_control, required=True, label_visibility="collapsed")


def show(of: Veje) -> None:
    """Show the table: a row for each clinic's place, a column for each home's; a click chooses the home."""
    lost = of.pendling.tabt
    places = _ordered(of)
    charts.show(
        "varmekort",
        charts.heat(
            pd.DataFrame(of.pendling.patienter, of.pendling.steder, of.pendling.steder).loc[places, places],
            of.navne,
            charts.Sides("Klinik i", "Bor i", "patienter"),
            unknown={}
            if lost is None
            else {
                (
                    lost.klinik,
                    lost.hjem,
                ): f"kendes ikke ({count(of.pendling.celle(lost.klinik, lost.hjem))})"
            },
            nothing="rubrikken er tom i papiret",
            chosen=of.valgt,
            alt=f"{saetning.stopped(veje.finding(of))} "
            f"Alle {len(places)} steder mod alle: flest patienter på diagonalen, hvor de bor.",
        ),
        title=(
            f"Patienter i speciale {min(SPECIALER)} i {year(queries.tables()['fysio_pendling'])}: "
            "hvor de bor (søjler), og hvor de behandles (rækker)"
        ),
        tables=TABLES,
        on_choose=lambda place: maps.choose("" if place in (of.valgt, UKENDT) else place),
        large=True,
    )


def _ordered(of: Veje) -> list[str]:
    """All places: by planområde and name, or those with most patients first; the unknown last."""
    if view.value(parametre.MATRIXORDEN) == "stoerrelse":
        known = sorted(of.omraader, key=lambda area: -of.omraader[area].bor.midt)
    else:
        plan = queries.foundation().planomraade_af
        known = sorted(of.omraader, key=lambda area: (plan[area], alfabet.order(of.navne[area])))
    return [*known, UKENDT]
