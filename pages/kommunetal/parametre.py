"""What a link can hold of the figures that the papers count per kommune."""

from __future__ import annotations

from analytics.kommune.kommunetal import AKTIVITETER, BEGGE, I_ALT, deltagelsesaar, sosu_tider
from pages.reading import queries
from pages.view.kinds import Choice, newest

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
