"""
What a kommune pays for so many days of each kind of placement, as a range.

A judicial placement has one rate; the rest of its price is shared by all kommuner, by a count that is not printed, and
so is in no sum here. A social placement in a secured institution is a range that the kommune pays in full. So is a
project for one alone, which the note speaks of as the kommune's own way out.

Source: the note on secured places (`papirpaastand` and `socialpaastand`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from analytics.socialt.paastande import Socialtal, socialtal
from analytics.tabeller import Frames

Slags = Literal["retlig", "social", "solo"]
SLAGS: tuple[Slags, ...] = get_args(Slags)
"""The kinds of placement, from the one that costs a kommune the least by day."""

_ENDS: Mapping[Slags, tuple[str, str]] = {
    "retlig": ("sikret-takst-doegn", "sikret-takst-doegn"),
    "social": ("social-takst-lav", "social-takst-hoej"),
    "solo": ("soloprojekt-lav", "soloprojekt-hoej"),
}


@dataclass(frozen=True)
class Doegnpris:
    """What a kommune pays for a day of a kind, kr.: the least and the most, which are one where one rate is printed."""

    slags: Slags
    lav: Socialtal
    hoej: Socialtal

    @property
    def fast(self) -> bool:
        """Whether it is one rate."""
        return self.lav == self.hoej


@dataclass(frozen=True)
class Udgift:
    """What so many days come to, kr.: the least and the most; `pris` is None for the sum of all kinds."""

    pris: Doegnpris | None
    doegn: int
    lav: float
    hoej: float


@dataclass(frozen=True)
class Regnestykke:
    """What days of each kind come to, in the order of `SLAGS`, and all of them together."""

    dele: tuple[Udgift, ...]
    i_alt: Udgift


def doegnpriser(frames: Frames) -> Mapping[Slags, Doegnpris]:
    """Return what a day of each kind costs. Raises KeyError where the papers' claim is not there."""
    told = socialtal(frames)
    return {kind: Doegnpris(kind, told[low], told[high]) for kind, (low, high) in _ENDS.items()}


def udgift(priser: Mapping[Slags, Doegnpris], doegn: Mapping[Slags, int]) -> Regnestykke:
    """
    Return what so many days of each kind come to; a kind that is not named has none.

    Raises ValueError for a number of days below zero.
    """
    if any(days < 0 for days in doegn.values()):
        raise ValueError("There are no fewer than no days.")
    parts = tuple(
        Udgift(priser[kind], days, days * priser[kind].lav.vaerdi, days * priser[kind].hoej.vaerdi)
        for kind in SLAGS
        for days in (doegn.get(kind, 0),)
    )
    return Regnestykke(
        parts,
        Udgift(None, sum(p.doegn for p in parts), sum(p.lav for p in parts), sum(p.hoej for p in parts)),
    )


def gange(priser: Mapping[Slags, Doegnpris]) -> tuple[float, float]:
    """Return how many times a social placement's least and most a project for one alone costs."""
    solo, secured = priser["solo"], priser["social"]
    return solo.lav.vaerdi / secured.lav.vaerdi, solo.hoej.vaerdi / secured.hoej.vaerdi


def hele_prisen(frames: Frames) -> tuple[float, Socialtal]:
    """Return about what a day of a judicial placement costs in all, kr., and the share (per cent) that the rate is."""
    told = socialtal(frames)
    share = told["sikret-kommunens-pct"]
    return 100 * told["sikret-takst-doegn"].vaerdi / share.vaerdi, share
