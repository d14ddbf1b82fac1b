"""The scenario's key figures, against today and against the proposal, and the sentence that sums it up."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.grundlag import som_grundlag
from analytics.measures import SPECIALER, Frames
from analytics.noegletal import Noegletal, Sammenligning, sammenlign
from analytics.scenarie import Scenarie, beregn
from analytics.scenarietekst import omtale
from pages.faelles import components, numbers
from pages.faelles.components import Cell, Column, Row
from pages.fysioterapi import scenarievalg


def headline(scenarie: Scenarie) -> str:
    """Return what the scenario does, in one or two sentences."""
    return omtale(scenarie, scenarievalg.foundation())


def figures(scenarie: Scenarie, frames: Frames) -> pd.Series:
    """Return the scenario's figures by area and speciale, for comparing two versions of the data."""
    grundlag = som_grundlag(frames)
    result = beregn(scenarie, grundlag)
    names = [f"{grundlag.navne[area]}, {s}" for area, s in zip(result["omraade_id"], result["speciale"], strict=True)]
    return result["borgere_pr_kapacitet"].set_axis(names).round()


def show(scenarie: Scenarie) -> None:
    """Show the key figures of both specialer: now, with nothing new, and in the proposal."""
    compared = sammenlign(scenarie, scenarievalg.foundation(), scenarievalg.limits(scenarie))
    names = scenarievalg.foundation().navne
    rows = []
    for speciale in SPECIALER:
        each: Sammenligning = compared[speciale]
        for label, write in _ROWS:
            cells = [
                Cell(f"{speciale}: {label}"),
                *(Cell(write(of, names)) for of in (each.nu, each.uden, each.forslag)),
            ]
            rows.append(Row(cells, kind="sum" if label == _ROWS[0][0] and rows else None))
    components.table(
        "noegletal",
        (
            Column("maal", f"Nøgletal {scenarie.aar}"),
            Column("nu", "Scenariet", "tal"),
            Column("uden", "Ingen nye", "tal"),
            Column("forslag", "Forslaget", "tal"),
        ),
        rows,
        alt="Nøgletal for scenariet, for ingen nye kapaciteter og for forslaget, begge specialer",
    )
    if scenarie.vaegte is not None:
        st.markdown(":material/balance: **Regnet med vægtede borgere: dine antagelser, ikke papirets.**")
    st.caption(
        "Beregnet af bilag 3 og kapaciteten. Forslaget blev regnet på vægtede borgere, og vægtene er ikke offentlige "
        "(004, linje 5567-5573). En forskel til forslaget er derfor ikke en fejl i det."
    )


def _worst(of: Noegletal, names: dict[str, str]) -> str:
    return f"{names[of.vaerst_omraade]} {numbers.number(of.vaerst)}"


_ROWS = (
    ("ringest dækket", _worst),
    ("borgere over grænsen", lambda of, names: numbers.number(of.borgere_over)),
    ("andel over grænsen", lambda of, names: numbers.quantity(100 * of.andel_over, "pct", 1)),
    ("ringest ÷ bedst", lambda of, names: numbers.number(of.forhold, 1)),
    ("ulighed (Gini)", lambda of, names: numbers.number(of.gini, 3)),
    ("regionen under ét", lambda of, names: numbers.number(of.region)),
)
