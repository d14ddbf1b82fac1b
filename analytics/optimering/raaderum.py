"""What is forced and what is politics: the least and the most that each gets in plans nearly as good as the best."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from analytics.begreber import RAEKKER, TIENDEDELE
from analytics.heltal import Ur
from analytics.optimering.godeplaner import Godeplaner
from analytics.optimering.planer import Tiendedele

Klasse = Literal["altid", "aldrig", "politisk", "ikke afgjort"]
_ORDER: tuple[Klasse, ...] = ("altid", "politisk", "aldrig", "ikke afgjort")
FRIST = 5.0
"""Seconds that may be spent; what is not proved by then is not settled."""


@dataclass(frozen=True)
class Spillerum:
    """
    The least and the most new capacity that an area gets of a speciale over all the good plans.

    Each is proved: some plan gives it, and none goes beyond. None is what was not proved in time.
    """

    omraade_id: str
    speciale: int
    mindst: float | None
    hoejst: float | None

    @property
    def afgjort(self) -> bool:
        """Whether both are proved."""
        return self.mindst is not None and self.hoejst is not None

    @property
    def klasse(self) -> Klasse:
        """Whether every good plan gives it something, none does, or that is for politics to choose."""
        if self.mindst:
            return "altid"
        if self.hoejst == 0:
            return "aldrig"
        return "politisk" if self.afgjort else "ikke afgjort"


@dataclass(frozen=True)
class Raaderum:
    """
    The room for politics in the plans that are at most `pct` per cent from the best.

    `par` is by (omraade_id, speciale); `kan_faa` are the areas that the demands let have anything.
    """

    pct: float
    par: Mapping[tuple[str, int], Spillerum]
    kan_faa: frozenset[str]

    @property
    def afgjort(self) -> bool:
        """Whether every range is proved."""
        return all(each.afgjort for each in self.par.values())

    @property
    def bevist(self) -> dict[tuple[str, int], tuple[float, float]]:
        """The least and the most of each (omraade_id, speciale) where both are proved."""
        return {
            place: (each.mindst, each.hoejst)
            for place, each in self.par.items()
            if each.mindst is not None and each.hoejst is not None
        }

    @cached_property
    def omraader(self) -> Mapping[str, Klasse]:
        """
        The class of each area that may get anything, both specialer seen together.

        It always gets when it always gets of one of them, and never when it never gets of either.
        """
        return {
            area: _both([self.par[area, s].klasse for s in RAEKKER]) for area, _ in self.par if area in self.kan_faa
        }

    @property
    def ordnet(self) -> list[str]:
        """Those areas as a table has them: who always get first, then who can get the most, by id where alike."""
        most = {area: sum(self.par[area, speciale].hoejst or 0.0 for speciale in RAEKKER) for area in self.omraader}
        return sorted(most, key=lambda area: (_ORDER.index(self.omraader[area]), -most[area], area))

    def antal(self, klasse: Klasse) -> int:
        """Return how many of those areas are of a class."""
        return list(self.omraader.values()).count(klasse)


def raaderum(
    gode: Godeplaner,
    frist: float = FRIST,
    stop: Callable[[], bool] | None = None,
    fremgang: Callable[[int, int], None] | None = None,
) -> Raaderum:
    """
    Return the range of every area and speciale over the good plans, each end proved or left out.

    It stops after `frist` seconds, or soon after `stop()` is true. `fremgang` is told how many ranges are worked out
    and how many there are, each time that there is one more.
    """
    task = gode.task
    pairs = [(area, speciale) for area in task.ids for speciale in RAEKKER]
    found = {(area, speciale): Spillerum(area, speciale, None, None) for area, speciale in pairs}
    for done, each in enumerate(gode.planer.ranges(Ur(frist, stop)) if gode.planer else (), start=1):
        spillerum = _spillerum(task.ids[each.area], each)
        found[spillerum.omraade_id, spillerum.speciale] = spillerum
        if fremgang is not None:
            fremgang(done, len(pairs))
    may = np.asarray((task.most >= task.step).any(axis=0))
    return Raaderum(gode.pct, found, frozenset(area for area, can in zip(task.ids, may, strict=True) if can))


def tabel(rum: Raaderum, navne: Mapping[str, str]) -> pd.DataFrame:
    """Return a row per area and speciale, with Danish headings; what was not proved is empty."""
    return pd.DataFrame(
        [
            {
                "område": navne[each.omraade_id],
                "speciale": each.speciale,
                "mindst": each.mindst,
                "højst": each.hoejst,
                "nye kapaciteter": each.klasse,
            }
            for each in rum.par.values()
        ]
    )


def _spillerum(omraade: str, of: Tiendedele) -> Spillerum:
    least, most = (None if tenths is None else tenths / TIENDEDELE for tenths in (of.least, of.most))
    return Spillerum(omraade, RAEKKER[of.row], least, most)


def _both(classes: list[Klasse]) -> Klasse:
    """Return the class of an area from those of its specialer."""
    if "altid" in classes:
        return "altid"
    if "ikke afgjort" in classes:
        return "ikke afgjort"
    return "politisk" if "politisk" in classes else "aldrig"
