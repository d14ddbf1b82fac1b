"""Who gains and who loses in one scenario against another, and who does most: always by the change in per cent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from analytics.begreber import RAEKKER
from analytics.scenarie.regning import Regning, change_pct

Udfald = Literal["vinder", "taber", "uaendret"]

_SAME = 1e-12
"""Figures that differ by no more than this share are the same: what is left over of the arithmetic."""
MINDST_PCT = 0.05
"""
A change of less than so many per cent is none, as it is printed: where the patients follow, what one area is given
reaches nearly everybody, most of them with next to nothing. It is held against both figures alike, so that whoever does
not gain by a change does not lose by its opposite.
"""


@dataclass(frozen=True)
class Forskel:
    """
    How an area fares in a speciale: citizens per capacity in the other scenario (`mod`) and in this (`nu`).

    `pct` is the change in per cent. Fewer citizens per capacity is better: then `udfald` is "vinder".
    """

    omraade_id: str
    speciale: int
    borgere: int
    mod: float
    nu: float
    pct: float
    udfald: Udfald


@dataclass(frozen=True)
class Forskydning:
    """Every area in each speciale, the largest fall in per cent first; equally large ones in the order of Tabel 3."""

    forskelle: tuple[Forskel, ...]

    @cached_property
    def vindere(self) -> tuple[Forskel, ...]:
        """Those who gain, the one who gains most first."""
        return tuple(each for each in self.forskelle if each.udfald == "vinder")

    @cached_property
    def tabere(self) -> tuple[Forskel, ...]:
        """Those who lose, the one who loses most last."""
        return tuple(each for each in self.forskelle if each.udfald == "taber")

    @property
    def vinder_mest(self) -> Forskel | None:
        """Who gains most, if anybody does."""
        return self.vindere[0] if self.vindere else None

    @property
    def taber_mest(self) -> Forskel | None:
        """Who loses most, if anybody does."""
        return self.tabere[-1] if self.tabere else None

    @property
    def omraader_der_taber(self) -> int:
        """How many areas lose in one speciale or both."""
        return len({each.omraade_id for each in self.tabere})


def vindere_og_tabere(nu: Regning, mod: Regning) -> Forskydning:
    """Return how each area fares in a scenario against another: the proposal, or nothing new."""
    same = (nu.pr == mod.pr) | (np.abs(nu.pr - mod.pr) <= _SAME * mod.pr)
    change = np.where(same, 0.0, change_pct(nu.pr, mod.pr))
    with np.errstate(invalid="ignore"):
        small = np.abs(nu.pr - mod.pr) < MINDST_PCT / 100 * np.sqrt(nu.pr * mod.pr)
    found = [
        Forskel(
            omraade_id=omraade,
            speciale=speciale,
            borgere=int(nu.borgere[column]),
            mod=float(mod.pr[row, column]),
            nu=float(nu.pr[row, column]),
            pct=float(change[row, column]),
            udfald="uaendret" if small[row, column] else _udfald(float(change[row, column])),
        )
        for row, speciale in enumerate(RAEKKER)
        for column, omraade in enumerate(nu.grundlag.omraader)
    ]
    return Forskydning(tuple(sorted(found, key=lambda each: each.pct)))


def _udfald(change: float) -> Udfald:
    return "vinder" if change < 0 else "taber" if change > 0 else "uaendret"
