"""
The fewest citizens above the limit, exactly, as an integer program.

An area is below its speciale's limit or it is not: a binary each, worth the citizens who live there. Where several
choices leave as few above, the one is taken that serves the worst areas best.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analytics.begreber import RAEKKER, TIENDEDELE
from analytics.heltal import Ur
from analytics.optimering.forbundne import Over, best_served
from analytics.optimering.minimax import Fordeling, minimax, worst_first
from analytics.optimering.opgave import Ints, Opgave
from analytics.talraekker import Floats

_EXACT = 1e-6
MOST_TIES = 16
"""Equally good choices of areas that are compared; with more, the optimum is proved, but not which of them is best."""


@dataclass(frozen=True)
class Daekning:
    """
    What is given, (2, n) tenths, and how many citizens are above the limit (both specialer added).

    No gift leaves fewer than `bound`. `ties_proved` says whether every gift that leaves as few was compared.
    """

    given: Ints
    citizens: int
    bound: int
    ties_proved: bool


def fewest_above(task: Opgave, limits: Mapping[int, float], ur: Ur) -> Daekning:
    """
    Return the gift that leaves the fewest citizens in areas above their speciale's limit.

    Citizens are persons, and count once for each speciale where their area is above; an area is brought below by the
    (weighted) citizens per capacity. The problem must be possible.
    """
    need = tenths_below(task, np.array([limits[speciale] for speciale in RAEKKER]))
    below = Over(task, need)
    program, places, helped = below.program, below.places, below.helped
    program.cost[below.variable] = 1.0
    solved = program.solve(ur) if helped else None
    if solved is None or solved.values is None:
        best = _best_served(task, ur)
        left = round(below.of(best.given))
        return Daekning(best.given, left, 0 if helped else left, best.proved)
    bound = max(0, math.ceil(solved.bound - _EXACT))

    choices, most, every = list[Fordeling](), 0, False
    while solved is not None and solved.values is not None and len(choices) < MOST_TIES:
        chosen = solved.values[helped] > 0.5
        brought = sum(int(task.citizens[area]) for (_, area), yes in zip(places, chosen, strict=True) if yes)
        if brought < most:
            every = True
            break
        most = brought
        wanted = np.zeros_like(need)
        for (row, area), yes in zip(places, chosen, strict=True):
            wanted[row, area] = need[row, area] if yes else 0
        choices.append(_best_served(task, ur, wanted))
        another = {yes: -1.0 if was else 1.0 for yes, was in zip(helped, chosen, strict=True)}
        program.require(another, low=1.0 - chosen.sum())
        solved = program.solve(ur)
    best = min(choices, key=lambda each: (below.of(each.given), worst_first(task, each.given)))
    left = round(below.of(best.given))
    return Daekning(best.given, left, min(bound, left), (every or solved is None) and best.proved)


def _best_served(task: Opgave, ur: Ur, need: Floats | None = None) -> Fordeling:
    """Return what serves the worst areas best when each must have so many tenths, by levels or by a program."""
    if task.andele is not None:
        return best_served(task, ur, need)
    return minimax(task, ur, None if need is None else need.astype(np.int64))


def tenths_below(task: Opgave, limits: Floats) -> Floats:
    """
    Return the tenths that bring each area down to its speciale's limit, (2, n).

    They are whole but where they are brought by others' too.
    """
    short = (task.people / limits[:, None] - task.capacity) * TIENDEDELE
    whole = np.maximum(0, np.ceil(short - _EXACT))
    if task.andele is not None:
        whole[0] = np.maximum(0, short[0] - _EXACT)
    return whole
