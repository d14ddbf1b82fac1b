"""The day that a board is read on: today, at a meeting, or any other; and what was known by then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from analytics import papirer
from analytics.tavler.vipomtale import Alder
from dansk import dato
from pages import view
from pages.frame import notices
from pages.reading import markdown, queries
from pages.view.kinds import Day

_IN_YEARS = 2
"""From so many years an age is told in years."""
_SURE = {"maaned": "kun måneden kendes", "aar": "kun året kendes"}


def choose(parameter: Day) -> date:
    """Show the control and return the day; a shared link holds it written out, also where it is today."""
    chosen = view.choose(parameter, width=270)
    if isinstance(chosen, date):
        return chosen
    view.pack((parameter,), parameter, date.today())
    return date.today()


def opening(finding: str, paa: date, tables: Sequence[str], note: str = "") -> None:
    """Show a board's finding, the day that it is of, and the newest paper by then that one of those tables rests on."""
    st.header(markdown.plain(finding), anchor=False)
    known = [paper for paper in papirer.dokumenter(queries.tables(), tables) if paper.dato.date() <= paa]
    newest = (
        f"Det nyeste papir er fra {sure(known[-1].dato, known[-1].dato_praecision)}."
        if known
        else "Papirerne nævner endnu intet."
    )
    st.caption(f"{'I dag' if paa == date.today() else 'Som det stod'}, {dato.day(paa)}. {newest} {note}")


def not_yet(what: str, tables: tuple[str, ...]) -> None:
    """Stand where no paper had come by then: since when there is something to show."""
    first = papirer.dokumenter(queries.tables(), tables)[0]
    notices.empty(f"{what} kendes først fra {dato.day(first.dato, first.dato_praecision)}. Vælg en senere dag.")


def sure(when: date, precision: str) -> str:
    """Return a paper's date and, where it is not to the day, how sure it is."""
    words = dato.day(when, precision)
    return words if precision == "dag" else f"{words} ({_SURE[precision]})"


def paper(kilde_id: str) -> str:
    """Return a paper's date, and how sure it is."""
    of = queries.tables()["kilde"].set_index("kilde_id").to_dict("index")[kilde_id]
    return sure(of["dato"], of["dato_praecision"])


def at_least(months: int) -> str:
    """Return an age in words, for what is at the least so many months old."""
    return f"mindst {months} mdr. gammel"


def aged(age: Alder) -> str:
    """Return an age in few words: months, and from two years on years and months; «mindst» where no day is known."""
    years, months = divmod(age.mindst_mdr, 12)
    if years >= _IN_YEARS:
        words = f"{years} år {months} mdr." if months else f"{years} år"
    else:
        words = f"{age.mindst_mdr} mdr."
    return words if age.praecision == "dag" else f"mindst {words}"


def printed(when: date, precision: str) -> str:
    """Return a paper's date as precise as it is known."""
    return dato.day(when, precision)


def old_or_from(age: Alder) -> str:
    """Return an age in words where it is too old, or the date where it is not."""
    return at_least(age.mindst_mdr) if age.foraeldet else f"fra {sure(age.dato, age.praecision)}"
