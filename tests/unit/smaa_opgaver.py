"""Small cases of what may be given, and a naive enumeration of all of it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.optimering import Optimum, optimer
from analytics.optimering.godeplaner import Godeplaner, gode_planer
from analytics.scenarie import Scenarie, regn
from analytics.scenarie.lighed import gini
from tests.unit.smaa_grundlag import lille

LIMITS = {51: 4000.0, 62: 6000.0}


@dataclass(frozen=True)
class Case:
    """A few areas, and what may be given them; with `patienter` their patients follow (`lille`)."""

    borgere: list[int]
    kapacitet: list[list[float]]
    budget: dict[int, float]
    mindst: float
    steder: int | None
    patienter: list[list[int]] | None = None

    def small(self, grundlag: Grundlag) -> Grundlag:
        return lille(grundlag, self.borgere, self.kapacitet, self.patienter)

    def having(self, gift: np.ndarray) -> np.ndarray:
        """The capacity that the citizens reach when tenths are given: patient by patient where they follow."""
        capacity = np.array(self.kapacitet) + gift / 10
        if self.patienter is not None:
            patients = np.array(self.patienter, dtype=float)
            capacity[0] = sum(having * row / row.sum() for having, row in zip(capacity[0], patients, strict=True))
        return capacity

    def optimum(self, grundlag: Grundlag, maal: str, kobling: str, **more) -> Optimum:
        return optimer(
            self.small(grundlag),
            self.budget | more.pop("budget", {}),
            maal=maal,
            kobling=kobling,
            mindst=self.mindst,
            hoejst_steder=self.steder,
            graenser=LIMITS,
            frist=60,
            foelger=self.patienter is not None,
            **more,
        )


@st.composite
def cases(draw, areas: int = 3, *, follows: bool = False) -> Case:
    few = st.integers(1, 12).map(lambda tenths: tenths / 10)
    return Case(
        borgere=draw(st.lists(st.sampled_from([900, 1000, 1700, 2500, 4000]), min_size=areas, max_size=areas)),
        kapacitet=[draw(st.lists(few, min_size=areas, max_size=areas)) for _ in RAEKKER],
        budget={51: draw(st.integers(0, 5)) / 10, 62: draw(st.integers(0, 4)) / 10},
        mindst=draw(st.sampled_from([0.1, 0.1, 0.2])),
        steder=draw(st.sampled_from([None, None, 0, 1, 2])),
        patienter=draw(_patients(areas)) if follows else None,
    )


def _patients(areas: int) -> st.SearchStrategy[list[list[int]]]:
    """Most are treated at home, as people are; some places nobody from elsewhere goes to."""
    away = st.lists(st.sampled_from([0, 0, 3, 20, 57, 130]), min_size=areas, max_size=areas)
    rows = st.lists(away, min_size=areas, max_size=areas)
    return rows.map(lambda all_: [[n + 90 * (a == b) for b, n in enumerate(row)] for a, row in enumerate(all_)])


def gifts(case: Case, kobling: str, fits: Callable[[np.ndarray], bool] = lambda gift: True) -> Iterator[np.ndarray]:
    """Everything that may be given, in tenths: tried one by one."""
    areas = len(case.borgere)
    budgets = [round(case.budget[speciale] * 10) for speciale in RAEKKER]
    rows = [[row for row in itertools.product(range(most + 1), repeat=areas) if sum(row) <= most] for most in budgets]
    for gift in map(np.array, itertools.product(*rows)):
        some = gift > 0
        if (gift[some] < round(case.mindst * 10)).any() or not fits(gift):
            continue
        if case.steder is not None and some.any(axis=0).sum() > case.steder:
            continue
        if kobling == "begge" and (some[0] != some[1]).any():
            continue
        if kobling == "kun_62_kraever_51" and (some[1] & ~some[0]).any():
            continue
        yield gift


def worst_first(case: Case, gift: np.ndarray) -> tuple[float, ...]:
    people = np.array(case.borgere)
    average = people.sum() / np.array(case.kapacitet).sum(axis=1)
    relative = people / case.having(gift) / average[:, None]
    return tuple(sum(sorted(row, reverse=True)[rank] for row in relative) for rank in range(len(people)))


def above(case: Case, gift: np.ndarray) -> int:
    figures = np.array(case.borgere) / case.having(gift)
    return sum(
        living
        for row, limit in zip(figures, LIMITS.values(), strict=True)
        for living, figure in zip(case.borgere, row, strict=True)
        if figure > limit + 1e-9
    )


def inequality(case: Case, gift: np.ndarray) -> float:
    return sum(gini(np.array(case.borgere), row) for row in case.having(gift))


def value_of(case: Case, maal: str, gift: np.ndarray) -> float:
    """What a gift comes to by an objective: the least is the best."""
    if maal == "minimax":
        return worst_first(case, gift)[0]
    return inequality(case, gift) if maal == "ulighed" else above(case, gift)


def good_plans(grundlag: Grundlag, case: Case, maal: str, kobling: str, pct: float, worse: float, **more) -> Godeplaner:
    """The good plans of a case; `worse` is how many times as bad its best is taken to be, so that they are many."""
    optimum = case.optimum(grundlag, maal, kobling, **more)
    assume(optimum.scenarie is not None)
    return gode_planer(
        case.small(grundlag),
        replace(optimum, vaerdi=optimum.vaerdi * worse),
        pct,
        case.budget,
        kobling=kobling,
        mindst=case.mindst,
        hoejst_steder=case.steder,
        graenser=LIMITS,
        **more,
    )


def rounded(values: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(value, 9) for value in values)


def gift_of(case: Case, grundlag: Grundlag, scenarie: Scenarie) -> np.ndarray:
    return np.round(regn(scenarie, case.small(grundlag)).tillaeg * 10).astype(int)
