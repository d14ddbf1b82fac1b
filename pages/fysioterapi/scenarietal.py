"""The scenario's key figures, against today and against the proposal, and the sentence that sums it up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from analytics.grundlag import som_grundlag
from analytics.measures import SPECIALER, Frames
from analytics.noegletal import Noegletal, Sammenligning, sammenlign
from analytics.scenarie import Scenarie, beregn
from analytics.scenarietekst import forslaget_er_vaegtet, omtale
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
        for label, figure, decimals, unit in _ROWS:
            now = figure(each.nu)
            cells = [Cell(f"{speciale}: {label}"), Cell(_named(each.nu, label, names) + _written(now, decimals, unit))]
            for other in (each.uden, each.forslag):
                value = figure(other)
                change = numbers.number(now - value, decimals, sign=True)
                text = _named(other, label, names) + _written(value, decimals, unit)
                cells.append(Cell(f"{text} ({change})" if round(now - value, decimals) else text))
            rows.append(Row(cells, kind="skel" if label == _ROWS[0][0] and rows else None))
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
        "Beregnet af bilag 3 og kapaciteten. I parentes: hvad scenariet ændrer, mod ingen nye og mod forslaget. "
        f"{forslaget_er_vaegtet(scenarievalg.foundation())}"
    )


def _named(of: Noegletal, label: str, names: Mapping[str, str]) -> str:
    return f"{names[of.vaerst_omraade]} " if label == _ROWS[0][0] else ""


def _written(value: float, decimals: int, unit: str) -> str:
    return numbers.quantity(value, unit, decimals)


_ROWS: tuple[tuple[str, Callable[[Noegletal], float], int, str], ...] = (
    ("ringest dækket", lambda of: of.vaerst, 0, ""),
    ("borgere over grænsen", lambda of: of.borgere_over, 0, ""),
    ("andel over grænsen", lambda of: 100 * of.andel_over, 1, "pct"),
    ("ringest ÷ bedst", lambda of: of.forhold, 1, ""),
    ("ulighed (Gini)", lambda of: of.gini, 3, ""),
    ("regionen under ét", lambda of: of.region, 0, ""),
)
