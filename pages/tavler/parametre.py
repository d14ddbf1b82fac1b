"""What a link can hold of the boards of several pages: the day that they are read on, and what a page is on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from analytics import papirer
from dansk import dato
from pages.navigation.registry import ARBEJDSKRAFT
from pages.reading import clock, queries
from pages.view.kinds import Choice, Day

I_DAG = "i-dag"
"""The day of a board that is read today, whatever day that is."""


def _as_it_stood() -> Mapping[date | str, str]:
    """Today, and the last day of each paper that the boards rest on, by the meeting or the year that it is from."""
    today = clock.today()
    papers = {paper.tid.til: _when(paper, paper.tid) for paper in reversed(queries.papers()) if paper.tid}
    return {I_DAG: "I dag", **{day: words for day, words in papers.items() if day <= today}}


def _when(paper: papirer.Dokument, tid: papirer.Tid) -> str:
    when = dato.span(tid.fra, tid.til)
    at_meeting = tid.fra == tid.til and str(paper.moede).startswith("KKR")
    return f"På KKR-mødet {when}" if at_meeting else f"Papirerne fra {when} ({paper.kilde_id})"


DATO = Day("dato", "Som det stod", I_DAG, _as_it_stood, queries.first_paper, clock.today, code="da")

EMNE = Choice(
    "emne",
    "Emne",
    "maal",
    lambda: {
        "maal": "Resultatmål",
        "beretning": "Årsberetning",
        "kommuner": "Kommuner",
        "uddannelse": "Erhvervsuddannelse",
        "rekruttering": "Rekruttering",
        "anbefalinger": "Anbefalinger",
        "sosu": "SOSU-lærepladser",
    },
    code="em",
    on={ARBEJDSKRAFT.address: "uddannelse"},
)
"""What a page of several subjects shows; each page offers its own."""
