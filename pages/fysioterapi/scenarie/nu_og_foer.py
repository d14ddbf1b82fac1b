"""The scenario's key figures, against today and against the proposal, and the sentence that sums it up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analytics.begreber import SPECIALER
from analytics.grundlag import Grundlag, som_grundlag
from analytics.scenarie import Scenarie, beregn, forslag
from analytics.scenarie.noegletal import Forbrug, Noegletal, Sammenligning, forbrug, noegletal, sammenlign
from analytics.scenarie.tekst import forslaget_er_vaegtet, mod_forslaget, omtale
from analytics.tabeller import Frames
from dansk import maengde, tal
from pages import components
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.fysioterapi.scenarie import skyderne
from pages.navigation import registry
from pages.reading import sources


def headline(scenarie: Scenarie) -> str:
    """Return what the scenario does, in a few short sentences."""
    return omtale(scenarie, skyderne.foundation())


def against_proposal(scenarie: Scenarie) -> None:
    """Say in one line who gains and who loses most against the proposal, where the scenario is another."""
    if said := mod_forslaget(scenarie, skyderne.foundation()):
        st.markdown(said)


def figures(scenarie: Scenarie, frames: Frames) -> pd.Series:
    """Return the scenario's figures by area and speciale, for comparing two versions of the data."""
    grundlag = som_grundlag(frames)
    result = beregn(scenarie, grundlag)
    names = [f"{grundlag.navne[area]}, {s}" for area, s in zip(result["omraade_id"], result["speciale"], strict=True)]
    return result["borgere_pr_kapacitet"].set_axis(names).round()


def show(scenarie: Scenarie) -> None:
    """Show the key figures of both specialer: now, with nothing new, and in the proposal."""
    compared = sammenlign(scenarie, skyderne.foundation(), skyderne.limits(scenarie))
    names = skyderne.foundation().navne
    rows = []
    for speciale in SPECIALER:
        each: Sammenligning = compared[speciale]
        for label, figure, decimals, unit in _ROWS:
            now = figure(each.nu)
            cells = [Cell(f"{speciale}: {label}"), Cell(_named(each.nu, label, names) + _written(now, decimals, unit))]
            for other in (each.uden, each.forslag):
                value = figure(other)
                change = tal.number(now - value, decimals, sign=True)
                text = _named(other, label, names) + _written(value, decimals, unit)
                cells.append(Cell(f"{text} ({change})" if round(now - value, decimals) else text))
            rows.append(Row(cells, kind="skel" if label == _ROWS[0][0] and rows else None))
    weighted = "" if scenarie.vaegte is None else ", vægtede borgere"
    components.table(
        "noegletal",
        (
            Column("maal", f"Nøgletal {scenarie.aar}{weighted}", ubrudt=not weighted),
            Column("nu", "Scenariet", "tal"),
            Column("uden", "Ingen nye", "tal"),
            Column("forslag", "Forslaget", "tal"),
        ),
        rows,
        alt="Nøgletal for scenariet, for ingen nye kapaciteter og for forslaget, begge specialer",
        cards=True,
    )


def explain(scenarie: Scenarie) -> None:
    """Say what the key figures are computed of, and let them and the budget be taken away."""
    if scenarie.vaegte is not None:
        st.markdown(
            ":material/balance: **Regnet med vægtede borgere: dine antagelser, ikke papirets.** "
            "Borgere over grænsen er talt uden vægte."
        )
    limits = " og ".join(f"{tal.number(limit)} ({s})" for s, limit in skyderne.limits(scenarie).items())
    st.caption(
        f"I parentes: hvad scenariet ændrer, mod ingen nye og mod forslaget. Grænserne er {limits}. "
        f"{forslaget_er_vaegtet(skyderne.foundation())}"
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(registry.METODE.script, label="Sådan er det regnet: se Metode", icon=":material/calculate:")
        downloads.buttons(
            "scenarie-noegletal",
            partial(_download, scenarie, skyderne.foundation(), skyderne.limits(scenarie)),
            tables=_TABLES,
            selection=skyderne.selection(scenarie),
        )
    sources.footer(_TABLES, "nøgletallene og forbruget.")


_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_ramme", "fysio_budget")


def _download(scenarie: Scenarie, grundlag: Grundlag, limits: Mapping[int, float]) -> pd.DataFrame:
    """The key figures and the use of the budgets: one row for each, and a column for each of the three."""
    three = {
        "scenariet": scenarie,
        "ingen nye": scenarie.uden_nye(),
        "forslaget": replace(scenarie, tillaeg=forslag(grundlag).tillaeg),
    }
    figures = {name: noegletal(each, grundlag, limits) for name, each in three.items()}
    spent = {name: forbrug(each, grundlag) for name, each in three.items()}
    rows: list[dict[str, object]] = []
    for s in SPECIALER:
        worst = {name: grundlag.navne[of[s].vaerst_omraade] for name, of in figures.items()}
        rows.append({"speciale": s, "nøgletal": "ringest dækkede område", "enhed": ""} | worst)
        rows += [
            {"speciale": s, "nøgletal": label, "enhed": unit.replace("pct", "%")}
            | {name: round(figure(of[s]), decimals) for name, of in figures.items()}
            for label, figure, decimals, unit in _ROWS
        ]
        rows += [
            {"speciale": s, "nøgletal": label, "enhed": unit}
            | {name: round(amount(of[s]), 2) for name, of in spent.items()}
            for label, unit, amount in _SPENT
        ]
    return pd.DataFrame(rows)


_SPENT: tuple[tuple[str, str, Callable[[Forbrug], float]], ...] = (
    ("brugt", "kapaciteter", lambda of: of.brugt),
    ("til rådighed", "kapaciteter", lambda of: of.budget.til_nye),
    ("brugt", "kr.", lambda of: of.brugt_kr),
    ("ramme", "kr.", lambda of: of.budget.ramme_kr),
)


def _named(of: Noegletal, label: str, names: Mapping[str, str]) -> str:
    return f"{names[of.vaerst_omraade]} " if label == _ROWS[0][0] else ""


def _written(value: float, decimals: int, unit: str) -> str:
    return maengde.quantity(value, unit, decimals)


_ROWS: tuple[tuple[str, Callable[[Noegletal], float], int, str], ...] = (
    ("ringest dækket", lambda of: of.vaerst, 0, ""),
    ("borgere over grænsen", lambda of: of.borgere_over, 0, ""),
    ("andel over grænsen", lambda of: 100 * of.andel_over, 1, "pct"),
    ("ringest ÷ bedst", lambda of: of.forhold, 1, ""),
    ("ulighed (Gini)", lambda of: of.gini, 3, ""),
    ("regionen under ét", lambda of: of.region, 0, ""),
)
