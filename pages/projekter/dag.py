"""The day that a board is read on: today, at a meeting, or any other; and what was known by then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics import papirer
from analytics.tabeller import Frames
from dansk import dato
from pages import view
from pages.drawing import downloads
from pages.frame import notices
from pages.projekter import parametre
from pages.reading import markdown, queries, sources
from pages.view import since

_SURE = {"maaned": "kun måneden kendes", "aar": "kun året kendes"}


def choose() -> date:
    """Show the control and return the day; a shared link holds it written out, also where it is today."""
    chosen = view.choose(parametre.DATO, width=270)
    if isinstance(chosen, date):
        return chosen
    view.pack((parametre.DATO,), parametre.DATO, date.today())
    return date.today()


def opening(
    finding: str, paa: date, tables: tuple[str, ...], figures: Callable[[Frames], pd.Series], *, note: str = ""
) -> None:
    """
    Show a board's finding, the day that it is of, and the newest paper by then that one of those tables rests on.

    `figures` returns the board's from one version's tables: those that were others when the link was made are said.
    """
    st.header(markdown.plain(finding), anchor=False)
    known = [paper for paper in papirer.dokumenter(queries.tables(), tables) if paper.dato.date() <= paa]
    newest = (
        f"Det nyeste papir er fra {sure(known[-1].dato, known[-1].dato_praecision)}."
        if known
        else "Papirerne nævner endnu intet."
    )
    st.caption(f"{'I dag' if paa == date.today() else 'Som det stod'}, {dato.day(paa)}. {newest} {note}")
    since.then_and_now(figures)


def closing(
    name: str,
    frame: pd.DataFrame,
    paa: date,
    chosen: str,
    tables: Sequence[str],
    papers: Collection[str],
    printed: Sequence[sources.Printed],
) -> None:
    """Show below a board of what is chosen where it is printed, its files, and the tables and papers it rests on."""
    if not frame.empty:
        selection = f"{chosen}; som det stod {paa.isoformat()}"
        downloads.bar(name, frame, tables=tables, selection=selection, printed=printed, kilder=papers)
    sources.papers(tables, papers)


def not_yet(what: str, tables: tuple[str, ...]) -> None:
    """Stand where no paper had come by then: since when there is something to show."""
    first = papirer.dokumenter(queries.tables(), tables)[0]
    notices.empty(f"{what} kendes først fra {dato.day(first.dato, first.dato_praecision)}. Vælg en senere dag.")


def sure(when: date, precision: str) -> str:
    """Return a paper's date and, where it is not to the day, how sure it is."""
    words = dato.day(when, precision)
    return words if precision == "dag" else f"{words} ({_SURE[precision]})"


def age(when: date, precision: str, months: int, paa: date) -> tuple[str, bool]:
    """Return how old something is, and whether that is older than the `months` between reports."""
    old = papirer.er_foraeldet(when, precision, months, paa)
    return f"mindst {papirer.mindst_gammel(when, precision, paa)} mdr. gammel", old
