"""What stands out in a measure's figures: who has most, of how many, and how far it is from the region."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import Measure
from analytics.kapacitet.rangorden import Tal

MANGE = 4
"""More places than this that share the highest figure are counted and not named."""


@dataclass(frozen=True)
class Fund:
    """
    The highest figure of some places, and who has it.

    `art` says how it can be told: 'foerst' of all places, 'delt' by more than can be named, 'plads' where others in
    the region have more or there is but one place, and 'ingen_vokser' of a change where nobody has more than before.
    `gange` is how many times the reference the figure is, where that says how badly off the one place is.
    """

    steder: tuple[str, ...]
    tal: Tal
    vaerdi: float
    art: Literal["foerst", "delt", "plads", "ingen_vokser"]
    gange: float | None


def hoejest(measure: Measure, tal: Mapping[str, Tal], reference: Reference) -> Fund | None:
    """Return the finding about some places, of which `tal` has the figures; None where no figure is known."""
    known = {sted: each.vaerdi for sted, each in tal.items() if each.vaerdi is not None}
    if not known:
        return None
    most = max(known.values())
    steder = tuple(sted for sted, value in known.items() if value == most)
    first = tal[steder[0]]
    art: Literal["foerst", "delt", "plads", "ingen_vokser"] = "foerst"
    if first.plads != 1 or len(tal) == 1:
        art = "plads"
    elif len(steder) > MANGE:
        art = "delt"
    elif measure.retning == "aendring" and most <= 0:
        art = "ingen_vokser"
    alone = art == "foerst" and len(steder) == 1
    held, times = reference.vaerdi, None
    if alone and measure.retning == "hoej_er_ringere" and held is not None and held > 0:
        times = most / held
    return Fund(steder, first, most, art, times)


@dataclass(frozen=True)
class Spaend:
    """The lowest and the highest figure of some places, and who has them."""

    lavest: float
    lavest_sted: str
    hoejest: float
    hoejest_sted: str


def spaend(tal: Mapping[str, Tal]) -> Spaend | None:
    """Return the lowest and the highest figure; of equal ones the first in the order of `tal`. None without figures."""
    known = [(each.vaerdi, sted) for sted, each in tal.items() if each.vaerdi is not None]
    if not known:
        return None
    low, high = min(known, key=lambda pair: pair[0]), max(known, key=lambda pair: pair[0])
    return Spaend(low[0], low[1], high[0], high[1])


@dataclass(frozen=True)
class Akse:
    """An axis that holds some figures, nought and what they are held against; places on it are shares (0-1)."""

    lav: float
    hoej: float

    def at(self, vaerdi: float) -> float:
        """Return where a figure stands."""
        return (vaerdi - self.lav) / ((self.hoej - self.lav) or 1.0)


def akse(tal: Collection[Tal], reference: Reference) -> Akse:
    """Return the axis of some figures, as short as it can be."""
    figures = (reference.vaerdi, *(each.vaerdi for each in tal))
    ends = [0.0, *(figure for figure in figures if figure is not None)]
    return Akse(min(ends), max(ends))
