"""What a link can hold of the boards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from analytics import papirer
from analytics.kommune.kommunetal import AKTIVITETER, BEGGE, I_ALT, deltagelsesaar, sosu_tider
from analytics.tavler import resultatmaal
from analytics.tavler.vipprojekt import Omraade
from dansk import alfabet, dato, saetning
from pages.reading import queries
from pages.view.kinds import Choice, Day, all_and, newest

ALLE = "alle"
"""What stands in a link for all of them."""
I_DAG = "i-dag"
"""The day of a board that is read today, whatever day that is."""


def _result_themes() -> Mapping[str, str]:
    return alfabet.slugs(resultatmaal.temaer(queries.tables()), taken=[ALLE])


def _earlier_years() -> str:
    """The years before the latest, for the switch that shows them too."""
    _, *earlier = resultatmaal.aar(queries.tables(), date.today())
    return f"Vis også {saetning.listed([str(year) for year in earlier])}"


def _projects(omraade: Omraade) -> Callable[[], Mapping[str, str]]:
    def names() -> Mapping[str, str]:
        return {key: project.titel for key, project in queries.projects().items() if project.omraade == omraade}

    return all_and(names, "Alle projekter")


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
KLIMAPROJEKT = Choice("klimaprojekt", "Projekt", "alle", _projects("klima"), code="kp")
INFRAPROJEKT = Choice("infraprojekt", "Projekt", "alle", _projects("infrastruktur"), code="ip")
KLIMATAVLE = Choice(
    "klimatavle",
    "Tavle",
    "projekter",
    lambda: {"projekter": "Projekter", "maal": "Mål", "kommuner": "Kommuner", "tidslinje": "Tidslinje"},
    code="kt",
)
KLIMAAFSNIT = Choice(
    "klimaafsnit",
    "Afsnit",
    "maal",
    lambda: {"maal": "Mål og resultat", "status": "Status", "fremad": "Fremad", "kommuner": "Kommuner"},
    code="ka",
)
INFRATAVLE = Choice(
    "infratavle",
    "Tavle",
    "projekter",
    lambda: {"projekter": "Projekter", "priser": "Priser", "kort": "Kort", "tidslinje": "Tidslinje"},
    code="it",
)

EMNE = Choice(
    "emne",
    "Emne",
    "maal",
    lambda: {"maal": "Resultatmål", "kommuner": "Kommuner", "sosu": "SOSU"},
    code="em",
)
MAALTEMA = Choice("maaltema", "Tema", "alle", all_and(_result_themes, "Alle temaer"), code="mt")
MAALFOER = Choice(
    "maalfoer",
    _earlier_years,
    False,
    lambda: {False: "Kun det seneste år", True: "Også tidligere år"},
    spelled=lambda also: "ja" if also else "nej",
    code="mf",
)
"""Whether the goals of earlier years than the latest stand beside it."""
AKTIVITET = Choice("aktivitet", "Aktivitet", I_ALT, lambda: AKTIVITETER, code="ak")
UDDANNELSE = Choice(
    "uddannelse",
    "Uddannelse",
    BEGGE,
    lambda: {BEGGE: "Begge", "ssa": "Assistenter", "ssh": "Hjælpere"},
    code="ud",
)
DELTAGELSESAAR = newest(
    "deltagelsesaar", "År", lambda: {int(aar): str(aar) for aar in deltagelsesaar(queries.tables())}, "dl"
)
TID = newest("tid", "År", lambda: sosu_tider(queries.tables()), "td")
OPGJORT = Choice("opgjort", "Opgjort", "antal", lambda: {"antal": "Antal", "pr-1000": "Pr. 1.000 borgere"}, code="og")
