"""
Weights on citizens: the user's own assumptions of who needs more physiotherapy.

The proposal was computed on weighted citizens, but neither the kommuner's groups nor the age figures are published
(`vaegtede-borgere` in tekstpaastand). Weights are therefore off unless somebody sets them, and never change the
citizens themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from analytics.grundlag import Grundlag
from analytics.scenarie.faste import Fast
from analytics.talraekker import Floats

GRUPPER = (1, 2, 3, 4)
"""Kommunesocialgrupper, the last the one that the papers give most."""
HOEJESTE_FAKTOR = 10.0


class Behov(NamedTuple):
    """Need by age in an area: the percentage that is 65 or older, and how many times others' need theirs is."""

    andel_65: float
    faktor: float


@dataclass(frozen=True)
class Vaegte:
    """
    Weights: the group of each kommune that has one, what each group adds, and need by age in areas that have it.

    `procent` is what group 1-4 add, nothing unless it is said; `papirets_procent` is what the paper lets be assumed.
    Percentages are kept with one decimal and factors with two, so that a link holds exactly what was computed. Raises
    ValueError, in Danish, for a group other than 1-4, more or fewer than four percentages, a percentage or a share
    outside 0-100, or a factor outside 0-10.
    """

    socialgruppe: Mapping[str, int] = field(default_factory=Fast)
    procent: tuple[float, ...] = (0.0,) * len(GRUPPER)
    behov: Mapping[str, Behov] = field(default_factory=Fast)

    def __post_init__(self) -> None:
        for kommune, gruppe in self.socialgruppe.items():
            if gruppe not in GRUPPER:
                raise ValueError(f"Kommunesocialgruppen for «{kommune}» er {gruppe}; den skal være 1, 2, 3 eller 4.")
        if len(self.procent) != len(GRUPPER) or not all(0 <= p <= 100 for p in self.procent):
            raise ValueError("Hver af de fire kommunesocialgrupper skal have et tillæg mellem 0 og 100 procent.")
        for omraade, (andel, faktor) in self.behov.items():
            if not 0 <= andel <= 100:
                raise ValueError(f"Andelen over 65 år for «{omraade}» skal være mellem 0 og 100 procent.")
            if not 0 <= faktor <= HOEJESTE_FAKTOR:
                raise ValueError(f"Faktoren for «{omraade}» skal være mellem 0 og 10.")
        rounded = {omraade: Behov(round(a, 1), round(f, 2)) for omraade, (a, f) in self.behov.items()}
        object.__setattr__(self, "socialgruppe", Fast(self.socialgruppe))
        object.__setattr__(self, "procent", tuple(round(float(p), 1) for p in self.procent))
        object.__setattr__(self, "behov", Fast(rounded))

    def faktorer(self, grundlag: Grundlag) -> Floats:
        """
        Return what each area's citizens are multiplied by, in the order of `grundlag.omraader`.

        (1 + the group's percentage) x (1 + share aged 65 or more x (factor - 1)); 1 where nothing is known. Raises
        ValueError for a kommune or an area that is not in the grundlag.
        """
        if unknown := [k for k in self.socialgruppe if k not in grundlag.kommuner]:
            raise ValueError(f"«{unknown[0]}» er ikke en kommune i Region Hovedstaden.")
        if unknown := [o for o in self.behov if o not in grundlag.plads]:
            raise ValueError(f"«{unknown[0]}» er ikke et planlægningsområde.")
        factors = np.ones(len(grundlag.omraader))
        for column, omraade in enumerate(grundlag.omraader):
            group = self.socialgruppe.get(grundlag.kommune_af[omraade])
            if group is not None:
                factors[column] *= 1 + self.procent[group - 1] / 100
            if omraade in self.behov:
                share, factor = self.behov[omraade]
                factors[column] *= 1 + share / 100 * (factor - 1)
        return factors


def papirets_procent(grundlag: Grundlag) -> tuple[float, ...]:
    """
    Return the percent that group 1-4 add: the paper gives the span, and that the last has the most.

    That the steps between are even is an assumption, which can be changed.
    """
    low, high = (grundlag.paastand[f"socialgruppe-tillaeg-{end}"].tal for end in ("fra", "til"))
    return tuple(float(percent) for percent in np.linspace(low, high, len(GRUPPER)))
