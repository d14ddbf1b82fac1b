"""The plans that are nearly as good as the best: what may be given, and still leave so little to wish for."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from analytics.begreber import MINDST, RAEKKER
from analytics.grundlag import Grundlag
from analytics.optimering import Optimum
from analytics.optimering.forbundne import Over, Ringest, Ulige
from analytics.optimering.forbundneplaner import Forbundneplaner
from analytics.optimering.graense import tenths_below
from analytics.optimering.niveauer import Niveauer
from analytics.optimering.opgave import Ints, Laast, Opgave, opgave
from analytics.optimering.planer import Planer
from analytics.optimering.rygsaek import Rygsaek
from analytics.optimering.vandstand import Vandstand
from analytics.scenarie import Scenarie
from analytics.scenarie.regler import Kobling
from dansk.tal import number

HOEJST_PCT = 5.0
"""So many per cent from the best is as far as one may ask."""
_SAME = 1e-9


@dataclass(frozen=True, eq=False)
class Godeplaner:
    """
    The plans within the rules and the budget whose value is at most `pct` per cent above the optimum's.

    The value is what the objective makes small (`Optimum.vaerdi`): for "minimax" the worst served alone, not the next
    worst; for "ulighed" as much must be given as the optimum gives. `bedste` is the optimum's gift, and `planer` the
    plans, or None where the optimum's value is not proved: then nothing can be said of what is near it.
    """

    optimum: Optimum
    pct: float
    task: Opgave
    bedste: Ints
    planer: Planer | None


def gode_planer(
    grundlag: Grundlag,
    optimum: Optimum,
    pct: float,
    budget: Mapping[int, float] | None = None,
    *,
    kobling: Kobling = "begge",
    mindst: float = MINDST,
    hoejst_steder: int | None = None,
    udelad: Collection[str] = (),
    laast: Laast | None = None,
    graenser: Mapping[int, float] | None = None,
) -> Godeplaner:
    """
    Return the plans that are at most `pct` per cent (0-5) from an optimum.

    What else is asked must be what `optimer` was asked when it found the optimum. Raises ValueError for another
    percentage, and for an optimum of nothing possible.
    """
    if not 0 <= pct <= HOEJST_PCT:
        raise ValueError(f"Afstanden til det bedste skal være mellem 0 og {number(HOEJST_PCT)} %.")
    best = optimum.scenarie
    if best is None or optimum.vaerdi is None:
        raise ValueError("Når intet er muligt, er der ingen planer.")
    base = Scenarie(best.aar, grundkapacitet=best.grundkapacitet, vaegte=best.vaegte, foelger=best.foelger)
    money = {speciale: each.til_nye for speciale, each in grundlag.budgetter.items()} if budget is None else budget
    task = opgave(grundlag, base, money, kobling, mindst, hoejst_steder, udelad, laast or {})
    given = task.gift(best)
    if optimum.gab:
        return Godeplaner(optimum, pct, task, given, None)
    top = optimum.vaerdi * (1 + pct / 100)
    follows = task.andele is not None
    if optimum.maal == "minimax":
        plans = Forbundneplaner(task, Ringest, top, given) if follows else Niveauer(task, top)
        return Godeplaner(optimum, pct, task, given, plans)
    if optimum.maal == "ulighed":
        task = replace(task, budget=given.sum(axis=1))
        if follows:
            plans = Forbundneplaner(task, lambda of: Ulige(of, given), top, given, spends=True)
            return Godeplaner(optimum, pct, task, given, plans)
        return Godeplaner(optimum, pct, task, given, Vandstand(task, top + _SAME, given))
    limits = grundlag.graenser(base.grundkapacitet) | dict(graenser or {})
    need = tenths_below(task, np.array([limits[speciale] for speciale in RAEKKER]))
    if follows:
        return Godeplaner(optimum, pct, task, given, Forbundneplaner(task, lambda of: Over(of, need), top, given))
    above = int((task.citizens * (need > 0)).sum())
    return Godeplaner(optimum, pct, task, given, Rygsaek(task, need.astype(np.int64), above - math.floor(top + _SAME)))
