"""The goals of one year as a table: lights where a rule is printed for the year, else the papers' own verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import streamlit as st

from analytics.papirer import mindst_gammel
from analytics.tavler import resultatmaal
from analytics.tavler.resultatmaal import UAFKLARET, Aarsstilling, Aarstavler, Maal
from dansk import saetning, tal
from dansk.saetning import listed
from pages import components
from pages.components import Cell, Column, Row, Status
from pages.reading import queries
from pages.style import theme
from pages.tavler import dag
from pages.tavler.papirtal import quantity

_STATUS = {
    "grøn": Status("✓", theme.STATUS["groen"]),
    "gul": Status("◐", theme.STATUS["gul"]),
    "rød": Status("✕", theme.STATUS["roed"]),
    "opfyldt": Status("✓"),
    "gennemført": Status("✓"),
    "i proces": Status("◐"),
    "ikke opfyldt": Status("✕"),
    "ikke i gang": Status("✕"),
    "ikke opgjort": Status("–"),
    "ikke målt": Status("–"),
    UAFKLARET: Status("?"),
}
"""How each word for a goal's standing is shown; a verdict that stands in the papers has no colour, since no rule gives
it one."""

Cells = Callable[[Maal, str | None], Sequence[Cell]]


def finding(boards: Aarstavler, owner: str = "") -> str:
    """Return how many of the latest year's goals are reached, inside a sentence; `owner` says whose they are."""
    latest = resultatmaal.seneste_stilling(boards)
    if latest is None:
        return "papirerne har endnu ingen mål"
    stands = latest.stilling
    if stands.antal == 1:
        year = "" if stands.naaet else f" for {latest.aar}"
        return f"det ene delmål{year} {_alone(latest)}"
    if stands.naaet:
        return f"{stands.naaet} af {owner}{stands.antal} delmål er nået"
    settled = "er nået"
    if stands.uafgjort == stands.antal:
        settled = "er opgjort endnu" if latest.afventer else "kan afgøres"
    return f"ingen af {owner or 'de '}{stands.antal} delmål for {latest.aar} {settled}"


def told(boards: Aarstavler) -> str:
    """Return how many of the latest year's goals are reached, near, missed, and not settled, inside a sentence."""
    latest = resultatmaal.seneste_stilling(boards)
    if latest is None or latest.stilling.antal == 1 or not latest.stilling.naaet:
        return finding(boards)
    stands = latest.stilling
    counts = {
        "er tæt på": stands.taet_paa,
        "er ikke nået": stands.ikke_naaet,
        "kan ikke afgøres ud fra papirerne": stands.uafgjort,
    }
    others = [f"{count} {how}" for how, count in counts.items() if count]
    rest = f"; {saetning.listed(others)}" if others else ""
    return f"{stands.naaet} af {stands.antal} delmål for {latest.aar} er nået{rest}"


def _alone(of: Aarsstilling) -> str:
    """How the one goal of a year stands."""
    stands = of.stilling
    if stands.uafgjort:
        return "er ikke opgjort endnu" if of.afventer else UAFKLARET
    return "er nået" if stands.naaet else "er tæt på" if stands.taet_paa else "er ikke nået"


def dated(goals: Sequence[Maal]) -> str:
    """Return the dates of what is known of these goals, how sure they are, and the papers."""
    papers = resultatmaal.papirer(goals)
    return "status " + listed([f"i {paper} fra {dag.sure(tid)}" for tid, paper in papers])


def show(key: str, name: str, year: int, goals: Sequence[Maal], paa: date) -> None:
    """Show the goals that a theme, by its name, has for a year."""
    if not goals:
        st.markdown(f"Temaet har ingen mål for {year}.")
        return
    st.markdown(f"**Mål for {year}**, {dated(goals)}")
    months, _ = resultatmaal.rapportering(queries.tables())
    columns, cells = _LIT if any(goal.lys for goal in goals) else _JUDGED
    components.table(
        key,
        columns,
        [row for goal in goals for row in _rows(goal, cells, months, paa)],
        alt=f"{name}: {told({year: goals})}",
        cards=True,
    )


def _rows(goal: Maal, cells: Cells, months: int, paa: date) -> Iterator[Row]:
    """A goal as the newest paper has it, grey where that is too old, and below it as older ones have it."""
    grey = goal.er_for_gammelt(months, paa)
    age = dag.at_least(mindst_gammel(goal.tid.til, paa))
    since = _since(goal) if goal.tidligere else None
    yield Row(cells(goal, age if grey else since), kind="graa" if grey else None)
    for earlier in goal.tidligere:
        yield Row(cells(earlier, f"tidligere: {_since(earlier)}"), kind="tidligere")


def _since(goal: Maal) -> str:
    return f"{dag.brief(goal.tid)} ({goal.papir})"


def _with_light(goal: Maal, note: str | None) -> Sequence[Cell]:
    is_figure = goal.maal_tal is not None or goal.realiseret_tal is not None
    return (
        Cell(f"{goal.nummer} {goal.maal}", note=goal.enhed),
        _standing(goal, note),
        Cell("" if goal.maal_tal is None else tal.as_printed(goal.maal_tal)),
        Cell(
            tal.as_printed(goal.realiseret_tal) if is_figure else "",
            unknown=is_figure and goal.realiseret_tal is None,
        ),
        Cell(_remarks(goal)),
    )


def _with_verdict(goal: Maal, note: str | None) -> Sequence[Cell]:
    result = None if goal.realiseret_tal is None else saetning.stopped(quantity(goal.realiseret_tal, goal.enhed))
    return (
        Cell(
            f"{goal.nummer} {goal.maal}",
            note=None if goal.maal_tal is None else f"mål: {quantity(goal.maal_tal, goal.enhed)}",
        ),
        _standing(goal, note),
        Cell(" ".join(filter(None, (result, _remarks(goal))))),
    )


def _standing(goal: Maal, note: str | None) -> Cell:
    return Cell(goal.stand, status=_STATUS[goal.stand], note=note)


_LIT = (
    (
        Column("maal", "Mål"),
        Column("lys", "Lys, afledt"),
        Column("maaltal", "Måltal", "tal"),
        Column("realiseret", "Realiseret", "tal"),
        Column("kommentar", "Kommentar og grund"),
    ),
    _with_light,
)
_JUDGED = (
    (Column("maal", "Mål"), Column("dom", "Papirernes dom"), Column("vides", "Hvad der vides")),
    _with_verdict,
)


def _remarks(goal: Maal) -> str:
    """What the papers say of the goal, and why its light is what it is where the figures do not say so."""
    told_by_figures = goal.lys and goal.lys.farve == "groen" and goal.realiseret_tal is not None
    reason = goal.uafklaret if goal.lys is None else "" if told_by_figures else goal.lys.begrundelse
    return " ".join(filter(None, (goal.realiseret_tekst, goal.kommentar, reason)))
