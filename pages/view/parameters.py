"""The parameters that more than one subject has; a subject's own stand in its `parametre`."""

from __future__ import annotations

from typing import Literal

from analytics.begreber import SPECIALER
from analytics.scenarie.kode import LAENGST
from pages.components import Sorting
from pages.reading import queries
from pages.view.kinds import Choice, Order, Text, all_and

SPECIALE = Choice(
    "speciale",
    "Speciale",
    min(SPECIALER),
    lambda: {number: f"{number} {name.split()[0].lower()}" for number, name in SPECIALER.items()},
    code="s",
    follows=True,
)
PLANOMRAADE = Choice(
    "planomraade",
    "Planområde",
    "alle",
    all_and(lambda: {p: p.capitalize() for p in ("bornholm", "byen", "midt", "nord", "syd")}, "Hele regionen"),
    code="p",
    follows=True,
)
KOMMUNE = Choice("kommune", "Kommune", "alle", all_and(queries.kommune_names, "Alle kommuner"), code="k", follows=True)
OMRAADE = Choice(
    "omraade",
    "Område",
    "ingen",
    lambda: {"ingen": "Intet valgt", **queries.area_names()},
    code="o",
    follows=True,
)
VISNING = Choice(
    "visning",
    "Visning",
    "normal",
    lambda: {"normal": "Normal", "projektor": "Projektor"},
    code="v",
    follows=True,
    shared=False,
)
BILLEDE: Choice[Literal["fliser", "kort"]] = Choice(
    "billede", "Billede", "fliser", lambda: {"fliser": "Flisekort", "kort": "Landkort"}, code="b"
)
Udsnit = Literal["valgte", "region", "koebenhavn", "bornholm"]
UDSNIT: Choice[Udsnit] = Choice(
    "udsnit",
    "Udsnit",
    "valgte",
    lambda: {"valgte": "Det valgte", "region": "Hele regionen", "koebenhavn": "København", "bornholm": "Bornholm"},
    code="us",
)
"""What a map shows; one that does not fly to what is chosen begins with the whole region."""
ORDEN = Order("orden", "Orden", Sorting("vaerdi", True), lambda: ("vaerdi", "navn", "plads"), code="n")
SOEG = Text("soeg", "Søg", "", 60, code="z")
SCENARIE = Text("scenarie", "Scenarie", "", LAENGST, code="e")
