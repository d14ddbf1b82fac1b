"""The day that a board is read on: today, at a meeting, or any other; and what was known by then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from analytics.papirer import Tid
from analytics.tavler.vipomtale import Alder
from dansk import dato
from pages import view
from pages.frame import notices
from pages.reading import clock, markdown, queries
from pages.view.kinds import Day

_IN_YEARS = 2
"""From so many years an age is told in years."""


def choose(parameter: Day) -> date:
    """Show the control and return the day; a shared link holds it written out, also where it is today."""
    chosen = view.choose(parameter, width=270)
    if isinstance(chosen, date):
        return chosen
    view.pack((parameter,), parameter, clock.today())
    return clock.today()


def opening(finding: str, paa: date, tables: Sequence[str], note: str = "") -> None:
    """Show a board's finding, the day that it is of, and the newest paper by then that one of those tables rests on."""
    st.header(markdown.plain(finding), anchor=False)
    known = queries.arrived(paa, tuple(tables))
    newest = f"Det nyeste papir er fra {paper(known[-1].kilde_id)}." if known else "Papirerne nævner endnu intet."
    st.caption(f"{'I dag' if paa == clock.today() else 'Som det stod'}, {dato.day(paa)}. {newest} {note}")


def has_come(tables: Sequence[str], paa: date) -> bool:
    """Say whether any paper that those tables rest on was there on the day."""
    return bool(queries.arrived(paa, tuple(tables)))


def not_yet(what: str, tables: tuple[str, ...]) -> None:
    """Stand where no paper had come by then: since when there is something to show."""
    paper_not_yet(what, queries.papers(tables)[0].kilde_id)


def paper_not_yet(what: str, kilde_id: str) -> None:
    """Stand where that paper had not come by then: since when it tells of something."""
    notices.empty(f"{known_since(what, kilde_id)}. Vælg en senere dag.")


def known_since(what: str, kilde_id: str) -> str:
    """Return since when something is known: from when its paper is."""
    return f"{what} kendes først fra {printed(queries.paper_times()[kilde_id])}"


def sure(tid: Tid) -> str:
    """Return when a paper is from and, where it is not to the day, how much of that is known."""
    words = printed(tid)
    return words if tid.fra == tid.til else f"{words} ({_known(tid)})"


def _known(tid: Tid) -> str:
    if (tid.fra.year, tid.fra.month) == (tid.til.year, tid.til.month):
        return "kun måneden kendes"
    return "kun året kendes" if printed(tid) == str(tid.fra.year) else "dag ukendt"


def paper(kilde_id: str) -> str:
    """Return when a paper is from, and how sure that is."""
    return sure(queries.paper_times()[kilde_id])


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
    return words if age.tid.fra == age.tid.til else f"mindst {words}"


def printed(tid: Tid) -> str:
    """Return when a paper is from, as precise as it is known."""
    return dato.span(tid.fra, tid.til)


def brief(tid: Tid) -> str:
    """Return when a paper is from in few words: its day, its month, or else its year."""
    exact = tid.fra == tid.til or (tid.fra.year, tid.fra.month) == (tid.til.year, tid.til.month)
    return printed(tid) if exact else str(tid.fra.year)


def old_or_from(age: Alder) -> str:
    """Return an age in words where it is too old, or the date where it is not."""
    return at_least(age.mindst_mdr) if age.foraeldet else f"fra {sure(age.tid)}"
