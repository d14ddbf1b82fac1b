"""The key figures of a scenario, how they differ from another's, and how much of the budgets it uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from analytics.begreber import RAEKKER
from analytics.grundlag import MILLION, Budget
from analytics.scenarie.lighed import above, gini, ratio
from analytics.scenarie.regning import Regning
from dansk import tal


@dataclass(frozen=True)
class Noegletal:
    """
    What matters most about a speciale in a scenario.

    `vaerst` and `bedst` are the highest and the lowest citizens per capacity and the areas that have them, `forhold`
    the one over the other. `over_graense` are the areas above `graense`, worst first, where `borgere_over` live, who
    are `andel_over` (0-1) of the region's. `gini` is the Gini coefficient of capacity per citizen (0-1), `region`
    citizens per capacity in the whole region. Citizens above the limit are counted as persons, weighted or not;
    everything else is computed with the weighted citizens where there are weights.
    """

    speciale: int
    graense: float
    vaerst_omraade: str
    vaerst: float
    bedst_omraade: str
    bedst: float
    forhold: float
    over_graense: tuple[str, ...]
    borgere_over: int
    andel_over: float
    gini: float
    region: float


@dataclass(frozen=True)
class Stoerrelse:
    """A key figure that can be shown and compared: its id, name and unit, its decimals, and how it is read."""

    id: str
    navn: str
    enhed: str
    decimaler: int
    af: Callable[[Noegletal], float]

    def forskel(self, nu: Noegletal, mod: Noegletal) -> float:
        """Return how much higher the figure is now, to the decimals that it is shown with: 0 where that shows none."""
        return tal.rounded(self.af(nu) - self.af(mod), self.decimaler)


VAERST = Stoerrelse("vaerst", "ringest dækket", "", 0, lambda of: of.vaerst)
BORGERE_OVER = Stoerrelse("borgere_over", "borgere over grænsen", "", 0, lambda of: of.borgere_over)
GINI = Stoerrelse("gini", "ulighed (Gini)", "", 3, lambda of: of.gini)
STOERRELSER = (
    VAERST,
    BORGERE_OVER,
    Stoerrelse("andel_over", "andel over grænsen", "pct", 1, lambda of: 100 * of.andel_over),
    Stoerrelse("forhold", "ringest ÷ bedst", "", 1, lambda of: of.forhold),
    GINI,
    Stoerrelse("region", "regionen under ét", "", 0, lambda of: of.region),
)
"""Every key figure, in the order that they are shown in."""


@dataclass(frozen=True)
class Sammenligning:
    """A speciale's key figures in the scenario, with nothing new that same year, and in the proposal."""

    nu: Noegletal
    uden: Noegletal
    forslag: Noegletal


@dataclass(frozen=True)
class Forbrug:
    """
    How much of a speciale's budget a scenario uses, in capacities and in kroner a year at full use.

    `tilbage` is what is left for new ydernumre when the reserve is set aside, `tilbage_kr` what is left of the frame;
    both are negative when more is given than there is, and `rest` and `rest_mio` are how far from it they are.
    """

    budget: Budget
    brugt: float

    @property
    def tilbage(self) -> float:
        """Capacities left for new ydernumre."""
        return round(self.budget.til_nye - self.brugt, 6)

    @property
    def rest(self) -> float:
        """Capacities that are left, or that are too many."""
        return abs(self.tilbage)

    @property
    def over(self) -> bool:
        """Whether more capacities are given than there are."""
        return self.tilbage < 0

    @property
    def andel(self) -> float:
        """The share of the capacities that is used; above 1 when more is given than there is."""
        return self.brugt / self.budget.til_nye

    @property
    def brugt_kr(self) -> float:
        """Kroner a year, if the new capacities are used in full."""
        return self.brugt * self.budget.tilskud_kr

    @property
    def brugt_mio(self) -> float:
        """The same in mio. kr."""
        return self.brugt_kr / MILLION

    @property
    def tilbage_kr(self) -> float:
        """Kroner left of the frame."""
        return self.budget.ramme_kr - self.brugt_kr

    @property
    def rest_mio(self) -> float:
        """Mio. kr. that are left of the frame, or that are too many."""
        return abs(self.tilbage_kr) / MILLION

    @property
    def over_kr(self) -> bool:
        """Whether the new capacities cost more than the frame."""
        return self.tilbage_kr < 0

    @property
    def for_meget_kr(self) -> float:
        """What the capacities that are too many cost a year, if they are used in full; 0 where none are."""
        return self.rest * self.budget.tilskud_kr if self.over else 0.0

    @property
    def andel_kr(self) -> float:
        """The share of the frame that is used."""
        return self.brugt_kr / self.budget.ramme_kr


def noegletal(result: Regning, graenser: Mapping[int, float]) -> dict[int, Noegletal]:
    """Return the key figures of each speciale; `graenser` are the limits in citizens per capacity by speciale."""
    areas = result.grundlag.omraader
    figures = {}
    for row, speciale in enumerate(RAEKKER):
        per, capacity, limit = result.pr[row], result.naaet[row], graenser[speciale]
        worst, best = int(per.argmax()), int(per.argmin())
        over = above(per, limit)
        living = int(result.borgere[over].sum())
        figures[speciale] = Noegletal(
            speciale=speciale,
            graense=limit,
            vaerst_omraade=areas[worst],
            vaerst=float(per[worst]),
            bedst_omraade=areas[best],
            bedst=float(per[best]),
            forhold=ratio(per),
            over_graense=tuple(areas[area] for area in np.argsort(-per, kind="stable") if over[area]),
            borgere_over=living,
            andel_over=living / int(result.borgere.sum()),
            gini=gini(result.vejede, capacity),
            region=float(result.vejede.sum() / capacity.sum()),
        )
    return figures


def forbrug(result: Regning) -> dict[int, Forbrug]:
    """Return how much of each speciale's budget the scenario uses."""
    return {
        speciale: Forbrug(result.grundlag.budgetter[speciale], round(float(used), 6))
        for speciale, used in zip(RAEKKER, result.tillaeg.sum(axis=1), strict=True)
    }
