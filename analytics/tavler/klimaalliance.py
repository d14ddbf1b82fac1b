"""
What carries the klima projects on after their last year: Klimaalliancen's plan, area by area.

Sources: the tables ``klimaalliance`` and ``kilde``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analytics.paastand import Kilde
from analytics.papirer import kendt
from analytics.tabeller import Frames, filled

UDLEDNING = "pct. af udledningen"
"""`enhed` of what a field is of the kommuner's emissions."""
HUNDREDE = 100.0


@dataclass(frozen=True)
class Planpunkt:
    """A point of the plan, in our words: its area, when, its figures (None without), and where it stands."""

    omraade: str
    hvad: str
    naar: str | None
    lav: float | None
    hoej: float | None
    enhed: str | None
    kilde: Kilde


@dataclass(frozen=True)
class Udledningsdel:
    """A field of the kommuner's emissions that a network of the plan works with, in per cent of all."""

    navn: str
    pct: float
    kilde: Kilde


@dataclass(frozen=True)
class Udledning:
    """The fields that the plan has a share of the emissions for, the largest first; their sum, and the rest of all."""

    dele: tuple[Udledningsdel, ...]
    kendt: float
    rest: float


def plan(frames: Frames, paa: date) -> tuple[Planpunkt, ...]:
    """Return the plan's points in printed order, none where no paper known on the date has it."""
    return tuple(
        Planpunkt(
            str(row["omraade"]),
            str(row["hvad"]),
            filled(row["naar"]),
            filled(row["tal_lav"]),
            filled(row["tal_hoej"]),
            filled(row["enhed"]),
            Kilde.af(row),
        )
        for row in kendt(frames["klimaalliance"], frames, paa).to_dict("records")
    )


def udledning(points: Sequence[Planpunkt]) -> Udledning:
    """Return the fields that the plan has a share of the emissions for."""
    parts = sorted(
        (
            Udledningsdel(each.hvad.partition(":")[0], each.lav, each.kilde)
            for each in points
            if each.enhed == UDLEDNING and each.lav is not None
        ),
        key=lambda part: -part.pct,
    )
    known = sum(part.pct for part in parts)
    return Udledning(tuple(parts), known, HUNDREDE - known)
