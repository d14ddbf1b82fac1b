"""The key figures of a scenario, against today and against the proposal, and how much of the budgets it uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from analytics.begreber import RAEKKER
from analytics.grundlag import Budget, Grundlag
from analytics.scenarie.lighed import above, gini, ratio
from analytics.scenarie.model import Scenarie, forslag
from analytics.scenarie.regning import regn


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
    both are negative when more is given than there is.
    """

    budget: Budget
    brugt: float

    @property
    def tilbage(self) -> float:
        """Capacities left for new ydernumre."""
        return round(self.budget.til_nye - self.brugt, 6)

    @property
    def brugt_kr(self) -> float:
        """Kroner a year, if the new capacities are used in full."""
        return self.brugt * self.budget.tilskud_kr

    @property
    def tilbage_kr(self) -> float:
        """Kroner left of the frame."""
        return self.budget.ramme_kr - self.brugt_kr


def noegletal(
    scenarie: Scenarie, grundlag: Grundlag, graenser: Mapping[int, float] | None = None
) -> dict[int, Noegletal]:
    """
    Return the key figures of each speciale.

    `graenser` are limits in citizens per capacity by speciale; those that are not given are `Grundlag.graenser`.
    """
    limits = grundlag.graenser(scenarie.grundkapacitet) | dict(graenser or {})
    result = regn(scenarie, grundlag)
    figures = {}
    for row, speciale in enumerate(RAEKKER):
        per, capacity = result.pr[row], result.kapacitet[row]
        worst, best = int(per.argmax()), int(per.argmin())
        over = above(per, limits[speciale])
        living = int(result.borgere[over].sum())
        figures[speciale] = Noegletal(
            speciale=speciale,
            graense=limits[speciale],
            vaerst_omraade=grundlag.omraader[worst],
            vaerst=float(per[worst]),
            bedst_omraade=grundlag.omraader[best],
            bedst=float(per[best]),
            forhold=ratio(per),
            over_graense=tuple(grundlag.omraader[area] for area in np.argsort(-per, kind="stable") if over[area]),
            borgere_over=living,
            andel_over=living / int(result.borgere.sum()),
            gini=gini(result.vejede, capacity),
            region=float(result.vejede.sum() / capacity.sum()),
        )
    return figures


def sammenlign(
    scenarie: Scenarie, grundlag: Grundlag, graenser: Mapping[int, float] | None = None
) -> dict[int, Sammenligning]:
    """
    Return the key figures of each speciale beside those of nothing new and of the proposal.

    All three are seen in the scenario's year, with its base capacity, weights and limits, so that only the new
    capacities differ.
    """
    proposal = replace(scenarie, tillaeg=forslag(grundlag).tillaeg)
    now, without, proposed = (noegletal(each, grundlag, graenser) for each in (scenarie, scenarie.uden_nye(), proposal))
    return {speciale: Sammenligning(now[speciale], without[speciale], proposed[speciale]) for speciale in RAEKKER}


def forbrug(scenarie: Scenarie, grundlag: Grundlag) -> dict[int, Forbrug]:
    """Return how much of each speciale's budget the scenario uses."""
    given = regn(scenarie, grundlag).tillaeg.sum(axis=1)
    return {
        speciale: Forbrug(grundlag.budgetter[speciale], round(float(used), 6))
        for speciale, used in zip(RAEKKER, given, strict=True)
    }
