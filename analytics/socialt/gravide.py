"""
Pregnant women with a drug or alcohol abuse: those that the kommuner sent on, and what help those in the target had.

All figures are of the whole country. Source: the kommuner's common report (`papirpaastand`, `socialpaastand`).
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.socialt.paastande import Socialtal, socialtal
from analytics.tabeller import Frames

_YEARLY = ("gravide-visiteret", "gravide-doegn")
_HELP = ("misbrug", "andet", "forebyggende", "familie")
_OTHERS = ("gravide-boern", "gravide-boern-registreret", "gravide-anbragt-lav", "gravide-anbragt-hoej")


@dataclass(frozen=True)
class Visiteret:
    """Those whom the kommuner sent on to help in a year: all of them, and those of them to a place day and night."""

    aar: int
    alle: Socialtal
    doegn: Socialtal


@dataclass(frozen=True)
class Ydelse:
    """
    How many of the women in the target had a kind of help before the stay and during it, and the per cent.

    `navn` is `misbrug`, `andet`, `forebyggende` or `familie`, which is a part of the one before.
    """

    navn: str
    foer: Socialtal
    foer_pct: Socialtal
    under: Socialtal
    under_pct: Socialtal


@dataclass(frozen=True)
class Maalgruppe:
    """How many the target is, as the agency counts it, and how many a year need a place as the regions estimate it."""

    styrelsen: Socialtal
    regionerne: Socialtal


def visiterede(frames: Frames) -> tuple[Visiteret, ...]:
    """Return those sent on, year by year."""
    told = socialtal(frames)
    everyone, by_day = _YEARLY
    years = sorted(each.aar for name, each in told.items() if each.aar is not None and name == f"{everyone}-{each.aar}")
    return tuple(Visiteret(year, told[f"{everyone}-{year}"], told[f"{by_day}-{year}"]) for year in years)


def flest(aarene: tuple[Visiteret, ...]) -> Visiteret:
    """Return the year in which most were sent to a place day and night. Raises ValueError where there is no year."""
    return max(aarene, key=lambda each: each.doegn.vaerdi)


def ydelser(frames: Frames) -> tuple[Ydelse, ...]:
    """Return each kind of help in the papers' order."""
    told = socialtal(frames)
    return tuple(
        Ydelse(
            name,
            told[f"gravide-{name}-foer"],
            told[f"gravide-{name}-foer-pct"],
            told[f"gravide-{name}-under"],
            told[f"gravide-{name}-under-pct"],
        )
        for name in _HELP
    )


def maalgruppe(frames: Frames) -> Maalgruppe:
    """Return how large the target is said to be."""
    told = socialtal(frames)
    return Maalgruppe(told["gravide"], told["gravide-om-aaret"])


def boern(frames: Frames) -> tuple[Socialtal, ...]:
    """Return what is said of the children."""
    told = socialtal(frames)
    return tuple(told[name] for name in _OTHERS)
