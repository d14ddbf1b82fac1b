"""What a link can hold of the boards."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analytics.kommune.kommunetal import AKTIVITETER, BEGGE, I_ALT, deltagelsesaar, sosu_tider
from analytics.tavler import resultatmaal
from analytics.tavler.vipprojekt import Omraade
from dansk import alfabet, saetning
from pages.navigation.registry import ARBEJDSKRAFT
from pages.reading import clock, queries
from pages.view.kinds import Choice, all_and, newest

ALLE = "alle"
"""What stands in a link for all of them."""


def _result_themes() -> Mapping[str, str]:
    return alfabet.slugs(resultatmaal.temaer(queries.tables()), taken=[ALLE])


def _earlier_years() -> str:
    """The years before the latest, for the switch that shows them too."""
    _, *earlier = resultatmaal.aar(queries.tables(), clock.today())
    return f"Vis også {saetning.listed([str(year) for year in earlier])}"


def _projects(omraade: Omraade) -> Callable[[], Mapping[str, str]]:
    def names() -> Mapping[str, str]:
        return {key: project.titel for key, project in queries.projects().items() if project.omraade == omraade}

    return all_and(names, "Alle projekter")


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
