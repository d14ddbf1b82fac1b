"""
Plans that are nearly as good as the best and differ most from each other.

How far two plans are apart is the capacity that must be moved to make the one of the other: half the sum of what each
area gets more or less of each speciale. The first plan is the optimum. Then plans are found that give an area the most
or the least that it can get, where that is farthest from what the optimum gives. For each plan that is chosen, others
are found that take as much as can be taken from those whom the plans so far give to: one after the other, in two
orders, and all at once. Of all that are found, the one that is farthest from its nearest among the chosen is the next.
That is a good choice, and not proved to be the best.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from analytics.begreber import RAEKKER, TIENDEDELE
from analytics.heltal import Ur
from analytics.optimering.godeplaner import Godeplaner
from analytics.optimering.opgave import Ints, Opgave
from analytics.optimering.planer import Planer, TimeIsUpError
from analytics.optimering.raaderum import Raaderum
from analytics.scenarie import Scenarie
from dansk.tal import rounded

FLEST = 5
FRIST = 5.0
"""Seconds that may be spent; the plans that are found by then are shown."""
_EXTREMES = 16
"""So many ends of ranges are tried."""
_SHARES = (0.0, 0.25, 0.5, 0.75)
"""What is tried to leave an area with, as shares of what it has."""


@dataclass(frozen=True)
class Alternativ:
    """A good plan, and how much capacity must be moved to make it of the nearest before it (0 for the first)."""

    scenarie: Scenarie
    afstand: float

    def i_alt(self, omraade: str) -> float:
        """Return what an area is given of both specialer together."""
        return rounded(sum(self.scenarie.tillaeg.get((omraade, speciale), 0.0) for speciale in RAEKKER), 1)


def alternativer(
    gode: Godeplaner,
    rum: Raaderum,
    antal: int = FLEST,
    frist: float = FRIST,
    stop: Callable[[], bool] | None = None,
    fremgang: Callable[[int, int], None] | None = None,
) -> tuple[Alternativ, ...]:
    """
    Return at most so many good plans, the optimum first, each as far from the others as was found.

    `rum` is what `raaderum` found of them.
    They are fewer where no other plans are good, and where the time is up (after `frist` seconds, or soon after
    `stop()` is true). `fremgang` is told how many are found, and how many are sought.
    """
    chosen, apart, known, ur = [gode.bedste], [0.0], list[Ints](), Ur(frist, stop)
    if gode.planer is not None:
        known.extend(_extremes(gode, gode.planer, rum, ur))
    while len(chosen) < antal and gode.planer is not None:
        if fremgang is not None:
            fremgang(len(chosen), antal)
        known.extend(_candidates(gode.task, gode.planer, chosen, ur))
        distances = [min(afstand(plan, other) for other in chosen) for plan in known]
        if max(distances, default=0) == 0:
            break
        farthest = distances.index(max(distances))
        apart.append(distances[farthest])
        chosen.append(known[farthest])
    base = gode.optimum.scenarie
    if base is None:
        return ()
    return tuple(
        Alternativ(gode.task.scenario(plan, base), tenths / TIENDEDELE)
        for plan, tenths in zip(chosen, apart, strict=True)
    )


def afstand(plan: Ints, anden: Ints) -> float:
    """
    Return the tenths that must be moved to make one plan of another: half the sum of the differences.

    >>> afstand(np.array([[3, 0], [1, 1]]), np.array([[1, 2], [1, 1]]))
    2.0
    """
    return float(np.abs(plan - anden).sum()) / 2


def _extremes(gode: Godeplaner, planer: Planer, rum: Raaderum, ur: Ur) -> Iterator[Ints]:
    """Yield plans that give an area the most or the least that it can get, as long as there is time."""
    task, best = gode.task, gode.bedste
    ends = []
    for (row, speciale), (column, area) in itertools.product(enumerate(RAEKKER), enumerate(task.ids)):
        of = rum.par[area, speciale]
        for bound in (of.mindst, of.hoejst):
            if bound is not None:
                tenths = round(bound * TIENDEDELE)
                ends.append((abs(tenths - int(best[row, column])), (row, column), tenths))
    ends.sort(key=lambda end: -end[0])
    try:
        for _, place, tenths in ends[:_EXTREMES]:
            least, most = task.least.copy(), task.most.copy()
            least[place] = most[place] = tenths
            plan = planer.find(least, most, ur)
            if plan is not None:
                yield _all_given(task, plan, best)
    except TimeIsUpError:
        return


def _candidates(task: Opgave, planer: Planer, chosen: Sequence[Ints], ur: Ur) -> Iterator[Ints]:
    """Yield plans far from those that are chosen, as long as there is time."""
    given = np.max(chosen, axis=0)
    places = sorted(zip(*np.nonzero(given), strict=True), key=lambda place: -int(given[place]))
    try:
        for order in (places, places[::-1]):
            yield _all_given(task, _taken(task, planer, chosen[0], order, ur), given)
        # From all at once: half of what anybody has, and a quarter.
        for share in (0.5, 0.25):
            most = np.where(given > 0, np.maximum(task.least, (given * share).astype(np.int64)), task.most)
            plan = planer.find(task.least, most, ur)
            if plan is not None:
                yield _all_given(task, plan, given)
    except TimeIsUpError:
        return


def _taken(task: Opgave, planer: Planer, plan: Ints, order: Sequence[tuple[int, int]], ur: Ur) -> Ints:
    """Return a plan that takes as much as can be taken from each, in that order."""
    most = task.most.copy()
    for place in order:
        for share in _SHARES:
            most[place] = max(int(task.least[place]), int(plan[place] * share))
            found = planer.find(task.least, most, ur)
            if found is not None:
                plan = found
                break
        else:
            most[place] = plan[place]
    return plan


def _all_given(task: Opgave, plan: Ints, taken: Ints) -> Ints:
    """Return the plan with what is left over given too, first to those whom the plans so far give least."""
    for place in sorted(np.ndindex(plan.shape), key=lambda place: int(taken[place])):
        more = plan.copy()
        more[place] = task.room(plan)[place]
        completed = task.complete(more)
        plan = plan if completed is None else completed
    return plan
