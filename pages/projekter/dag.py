"""The day that a board is read on: today, at a meeting, or any other; and what was known by then."""

from __future__ import annotations

from datetime import date

from analytics import vipstatus
from analytics.paastand import Kilde
from pages.faelles import numbers, queries, view

_TODAY = "i-dag"
_SURE = {"maaned": "kun måneden kendes", "aar": "kun året kendes"}


def choose() -> date:
    """Show the control and return the day; a shared link holds it written out, also where it is today."""
    chosen = view.choose("dato", width=270)
    if chosen != _TODAY:
        view.pack(())
        return date.fromisoformat(chosen)
    view.pack(("dato",), dato=date.today().isoformat())
    return date.today()


def standfirst(paa: date, tables: tuple[str, ...]) -> str:
    """Return which day the board shows, and the newest paper by then that one of those tables rests on."""
    frames = queries.tables()
    used = {kilde_id for name in tables for kilde_id in frames[name]["kilde_id"]}
    known = [paper for paper in vipstatus.dokumenter(frames) if paper.kilde_id in used and paper.dato.date() <= paa]
    when = "I dag" if paa == date.today() else "Som det stod"
    if not known:
        return f"{when}, {numbers.day(paa)}. Papirerne nævner endnu intet."
    newest = known[-1]
    return f"{when}, {numbers.day(paa)}. Det nyeste papir er fra {sure(newest.dato, newest.dato_praecision)}."


def sure(when: date, precision: str) -> str:
    """Return a paper's date and, where it is not to the day, how sure it is."""
    words = numbers.day(when, precision)
    return words if precision == "dag" else f"{words} ({_SURE[precision]})"


def short(kilde: Kilde) -> str:
    """Return the source that stands beside a line, e.g. `004, l. 44`."""
    return vipstatus.kort_kilde(kilde)


def table_link(name: str) -> str:
    """Return the link to a table's own page."""
    return f"kilder?tabel={name}"
