"""What the mobility analysis expects of the traffic, figure by figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analytics.paastand import Kilde
from analytics.tabeller import Frames


@dataclass(frozen=True)
class Udviklingstal:
    """A figure of the analysis in its unit, from a year to another; one that is of a single year has it twice."""

    hvad: str
    vaerdi: float
    enhed: str
    fra_aar: int
    til_aar: int
    kilde: Kilde


@dataclass(frozen=True)
class Udvikling:
    """The figures, and the years that they are from and to."""

    tal: tuple[Udviklingstal, ...]
    fra_aar: int
    til_aar: int


def udvikling(frames: Frames) -> Udvikling:
    """Return the figures in their order. Raises ValueError where the table is empty."""
    found = tuple(_figure(row) for row in frames["mobilitet_udvikling"].itertuples(index=False))
    return Udvikling(found, min(each.fra_aar for each in found), max(each.til_aar for each in found))


def _figure(row: Any) -> Udviklingstal:
    unit = "%" if row.enhed == "pct." else row.enhed
    at = Kilde(row.kilde_id, int(row.kilde_linje))
    return Udviklingstal(row.noegletal, float(row.vaerdi), unit, int(row.fra_aar), int(row.til_aar), at)
