"""What a link can hold of every board: the day that it is read on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from analytics import papirer
from dansk import dato
from pages.reading import clock, queries
from pages.view.kinds import Day

I_DAG = "i-dag"
"""The day of a board that is read today, whatever day that is."""


def _as_it_stood() -> Mapping[date | str, str]:
    """Today, and the last day of each paper that the boards rest on, by the meeting or the year that it is from."""
    today = clock.today()
    papers = {
        paper.tid.til: _when(paper, paper.tid) for paper in reversed(papirer.dokumenter(queries.tables())) if paper.tid
    }
    return {I_DAG: "I dag", **{day: words for day, words in papers.items() if day <= today}}


def _when(paper: papirer.Dokument, tid: papirer.Tid) -> str:
    when = dato.span(tid.fra, tid.til)
    at_meeting = tid.fra == tid.til and str(paper.moede).startswith("KKR")
    return f"På KKR-mødet {when}" if at_meeting else f"Papirerne fra {when} ({paper.kilde_id})"


DATO = Day("dato", "Som det stod", I_DAG, _as_it_stood, queries.first_paper, clock.today, code="da")
