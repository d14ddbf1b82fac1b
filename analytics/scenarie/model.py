"""
A scenario: how many new capacities each area gets, the year it is seen in, what it is added to, and whom it serves.

>>> Scenarie(tillaeg={("valby", 51): 3.6}).tillaeg[("valby", 51)]
3.6
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from analytics.begreber import AAR, LAST_YEAR
from analytics.grundlag import GRUNDKAPACITETER, Grundkapacitet, Grundlag
from analytics.scenarie.faste import Fast
from analytics.scenarie.vaegte import Vaegte

HOEJST = 10.0
"""The most that a slider gives."""


@dataclass(frozen=True)
class Scenarie:
    """
    New capacities by (omraade_id, speciale), the year they are seen in, and what they are added to.

    Immutable and hashable. `tillaeg` is kept sorted and without zeros, to three decimals, so that scenarios that give
    the same are equal. `aar` is one of bilag 3's years, `grundkapacitet` "tabel_3_4" or "foer_justering". Raises
    ValueError, in Danish, for another year or base, and for an amount that is no number. Whether the papers' rules are
    kept is for `kontroller` to say. Where the patients follow (`foelger`), capacity serves those who live where its
    patients do (`analytics.scenarie.naaet`); else those who live where it is.
    """

    aar: int = LAST_YEAR
    tillaeg: Mapping[tuple[str, int], float] = field(default_factory=Fast)
    grundkapacitet: Grundkapacitet = "tabel_3_4"
    vaegte: Vaegte | None = None
    foelger: bool = False

    def __post_init__(self) -> None:
        if self.aar not in AAR:
            raise ValueError(f"Året {self.aar} er ikke et af årene {AAR[0]}-{AAR[-1]}.")
        if self.grundkapacitet not in GRUNDKAPACITETER:
            raise ValueError(f"Grundkapaciteten «{self.grundkapacitet}» kendes ikke.")
        given = {(str(o), int(s)): round(float(value), 3) for (o, s), value in self.tillaeg.items()}
        for (omraade, speciale), value in given.items():
            if not math.isfinite(value):
                raise ValueError(f"Tillægget til «{omraade}», speciale {speciale}, er ikke et tal.")
        object.__setattr__(self, "tillaeg", Fast({key: value for key, value in given.items() if value}))

    def uden_nye(self) -> Scenarie:
        """Return the same scenario with nothing given."""
        return replace(self, tillaeg=Fast())


@lru_cache(maxsize=8)
def forslag(grundlag: Grundlag) -> Scenarie:
    """Return the administration's proposal, Tabel 10, seen in 2030 as Tabel 11 and 12 do."""
    rows = grundlag.fysio_forslag
    return Scenarie(
        tillaeg={
            (str(omraade), int(speciale)): float(given)
            for omraade, speciale, given in zip(rows["omraade_id"], rows["speciale"], rows["tillaeg"], strict=True)
        }
    )
