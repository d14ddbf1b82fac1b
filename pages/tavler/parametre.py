"""What a link can hold of every board: the day that it is read on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from analytics import papirer
from dansk import dato
from pages.reading import queries
from pages.view.kinds import Day

I_DAG = "i-dag"
"""The day of a board that is read today, whatever day that is."""


def _as_it_stood() -> Mapping[date | str, str]:
    """Today, and the last day of each paper that the boards rest on, by the meeting or the year that it is from."""
    today = date.today()
    papers = {
        papirer.sidste_dag(paper.dato.date(), paper.dato_praecision): _when(paper)
        for paper in reversed(papirer.dokumenter(queries.tables()))
    }
    return {I_DAG: "I dag", **{day: words for day, words in papers.items() if day <= today}}


def _when(paper: Any) -> str:
    when = dato.day(paper.dato, paper.dato_praecision)
    at_meeting = paper.dato_praecision == "dag" and str(paper.moede).startswith("KKR")
    return f"På KKR-mødet {when}" if at_meeting else f"Papirerne fra {when} ({paper.kilde_id})"


DATO = Day("dato", "Som det stod", I_DAG, _as_it_stood, queries.first_paper, code="da")
