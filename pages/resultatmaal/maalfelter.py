"""The Erhvervshus' goals as squares, theme by theme and year by year, and beside them those that are not reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics.tavler import resultatmaal
from analytics.tavler.resultatmaal import Aarstavler, Maal
from dansk import saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row, Status
from pages.drawing import charts
from pages.resultatmaal import parametre
from pages.style import theme
from pages.tavler import papirtal

LOOKS: Mapping[str, charts.Look] = {
    "naaet": charts.Look("nået", "✓", theme.STATUS["groen"]),
    "taet_paa": charts.Look("tæt på", "◐", theme.STATUS["gul"]),
    "ikke_naaet": charts.Look("ikke nået", "✕", theme.STATUS["roed"]),
    "uafgjort": charts.Look(resultatmaal.UAFKLARET, "?", theme.UNKNOWN),
}
"""How each outcome (`resultatmaal.Udfald`) is shown."""


def show(boards: Aarstavler, names: Mapping[str, str], chosen: str, *, finding: str, told: str) -> None:
    """
    Show the goals of these years as squares, and beside them those that matter: not reached, or all of a theme.

    `names` has the themes' names by what they are called in a link, `chosen` one of those or `alle`; `told` is the
    finding at length, for those who hear the page.
    """
    left, right = st.columns([1, 1.6], gap="medium")
    with left:
        charts.show(
            "maalfelter",
            charts.squares(
                _points(boards, names),
                LOOKS,
                id="id",
                row="tema",
                block="aar",
                look="udfald",
                told="fortalt",
                chosen=None if chosen == parametre.ALLE else chosen,
                nothing="ingen mål",
                alt=f"{saetning.stopped(told)} Et felt for hvert delmål, tema for tema.",
                twin=_twin(boards),
            ),
            title=finding,
            tables=("resultatmaal",),
            on_choose=lambda theme_id: view.put(parametre.MAALTEMA, parametre.ALLE if theme_id == chosen else theme_id),
        )
    with right:
        _beside(boards, names, chosen, told)


def _points(boards: Aarstavler, names: Mapping[str, str]) -> pd.DataFrame:
    """A row for each goal: its theme's name in a link and on the page, its year, its outcome, and what it is."""
    ids = {name: theme_id for theme_id, name in names.items()}
    blocks = {year: _block(year, goals) for year, goals in boards.items()}
    return pd.DataFrame(
        [
            (ids[name], name, blocks[year], goal.udfald, f"{goal.nummer} {goal.maal}{_counted(goal, ': ')}")
            for name, years in resultatmaal.efter_tema(boards).items()
            for year, goals in years.items()
            for goal in goals
        ],
        columns=["id", "tema", "aar", "udfald", "fortalt"],
    )


def _block(year: int, goals: Sequence[Maal]) -> str:
    stands = resultatmaal.stilling(goals)
    return f"{year}: {stands.naaet} af {stands.antal} nået"


def _counted(goal: Maal, before: str = "") -> str:
    """How much of what the goal asks for there is, where both are figures."""
    if goal.realiseret_tal is None or goal.maal_tal is None:
        return ""
    return f"{before}{tal.as_printed(goal.realiseret_tal)} af {papirtal.quantity(goal.maal_tal, goal.enhed)}"


def _beside(boards: Aarstavler, names: Mapping[str, str], chosen: str, told: str) -> None:
    """The goals that are not reached in the latest year; of a theme all of its goals."""
    latest, goals = next(iter(boards.items()))
    if chosen == parametre.ALLE:
        listed = resultatmaal.ikke_naaede(goals)
        unsettled = any(goal.udfald == "uafgjort" for goal in listed)
        heading = f"Ikke nået{' eller uafgjort' if unsettled else ''} i {latest}"
    else:
        # A theme may have come into a paper after the day that is shown: then it has no goals yet.
        own = resultatmaal.efter_tema(boards).get(names[chosen], {})
        latest, listed = next(((year, list(of)) for year, of in own.items() if of), (latest, []))
        heading = f"{names[chosen]}, {latest}"
    if listed:
        components.table(
            "maal-beside",
            (Column("maal", heading), Column("stand", "Stand", ubrudt=True), Column("talt", "Tal", ubrudt=True)),
            [Row((Cell(goal.maal), _standing(goal), Cell(_counted(goal)))) for goal in listed],
            alt=f"{heading}: {told}",
        )


def _standing(goal: Maal) -> Cell:
    look = LOOKS[goal.udfald]
    return Cell(look.words, status=Status(look.sign, look.colour))


def _twin(boards: Aarstavler) -> charts.Twin:
    return charts.Twin(
        (
            Column("tema", "Tema"),
            Column("aar", "År"),
            Column("maal", "Mål"),
            Column("stand", "Stand"),
            Column("talt", "Tal"),
        ),
        tuple(
            Row(
                (Cell(name), Cell(str(year)), Cell(f"{goal.nummer} {goal.maal}"), _standing(goal), Cell(_counted(goal)))
            )
            for name, years in resultatmaal.efter_tema(boards).items()
            for year, goals in years.items()
            for goal in goals
        ),
    )
