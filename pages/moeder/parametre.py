"""What a link can hold of the meetings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from analytics.moeder import punkter
from analytics.papirer import Dokument
from dansk import dato
from pages.reading import clock, queries
from pages.view.kinds import Choice, all_and, newest


def _meetings() -> Mapping[str, str]:
    return {paper.kilde_id: called(paper) for paper in punkter.moeder(queries.tables(), clock.today())}


def called(paper: Dokument) -> str:
    """Return what a meeting is called, by the date of its paper as far as that is known."""
    if paper.tid is None:
        return paper.titel
    when = dato.span(paper.tid.fra, paper.tid.til)
    return f"Mødet {when}" if paper.tid.fra == paper.tid.til else f"Mødet i {when}"


Vis = Literal["uafklarede", "afklarede", "alle"]
"""The tasks that are shown: those that are not settled, those that are, or all."""

MOEDETAVLE = Choice(
    "moedetavle",
    "Tavle",
    "frister",
    lambda: {"frister": "Frister", "punkter": "Punkter", "betaling": "Betaling"},
    code="mv",
)
FRISTER: Choice[Vis] = Choice(
    "frister",
    "Vis",
    "uafklarede",
    lambda: {"uafklarede": "Uafklarede", "afklarede": "Gjort", "alle": "Alle"},
    code="fr",
)
MOEDEEMNE = Choice("moedeemne", "Emne", "alle", all_and(lambda: punkter.EMNER, "Alle emner"), code="me")
MOEDE = newest("moede", "Møde", _meetings, "mm")
