"""A program that knows a little less than the truth: what it says is possible is tried, what it says is not is so."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from analytics.heltal import Loesning, Ur
from analytics.optimering.forbundneplaner import Forbundneplaner
from analytics.optimering.planer import TimeIsUpError

TOP = 10.0
NOTHING = np.zeros((2, 2), dtype=np.int64)


@dataclass
class Task:
    """Two areas that may get up to five tenths each."""

    least: np.ndarray = field(default_factory=lambda: NOTHING)
    most: np.ndarray = field(default_factory=lambda: NOTHING + 5)
    budget: np.ndarray = field(default_factory=lambda: np.array([10, 10]))

    def allows(self, given: np.ndarray) -> bool:
        return bool((given <= self.most).all())


class Program:
    """What the solver is made to answer, one after another; the truth is that a gift comes to thrice its sum."""

    presolve = True
    x = ((0, 1), (2, 3))

    def __init__(self, answers: Sequence[Loesning | None], *, learns: bool = True) -> None:
        self.program, self.cost = self, [0.0] * 4
        self.answers, self.learns, self.told = list(answers), learns, list[np.ndarray]()

    def solve(self, ur: Ur, *, presolve: bool) -> Loesning | None:
        return self.answers.pop(0)

    def given(self, values: np.ndarray) -> np.ndarray:
        return np.asarray(values).reshape(2, 2)

    def of(self, given: np.ndarray) -> float:
        return 3.0 * float(given.sum())

    def at_most(self, top: float) -> None:
        assert top == TOP

    def tighten(self, given: np.ndarray) -> bool:
        self.told.append(given)
        return self.learns


def _plans(program: Program) -> Forbundneplaner:
    task: Any = Task()
    of: Any = lambda task: program  # noqa: E731
    return Forbundneplaner(task, of, TOP, NOTHING)


def _answer(first: int, bound: float) -> Loesning:
    return Loesning(np.array([first, 0, 0, 0]), bound)


def _most_of_the_first(program: Program) -> int | None:
    return next(_plans(program).ranges(Ur(60))).most


def test_what_is_a_little_too_much_is_told_and_asked_again() -> None:
    program = Program([_answer(4, -4.0), _answer(3, -3.0)])
    assert _most_of_the_first(program) == 3
    assert [given[0, 0] for given in program.told] == [4]


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(Program([_answer(4, -4.0)], learns=False), id="nothing more to tell"),
        pytest.param(Program([Loesning(None, -math.inf)]), id="no bound"),
        pytest.param(Program([Loesning(None, -4.0)]), id="no gift"),
        pytest.param(Program([_answer(3, -4.0)]), id="a gift below the bound"),
        pytest.param(Program([_answer(4, -4.0)] * 20), id="wrong for ever"),
    ],
)
def test_what_is_not_proved_is_not_settled(program: Program) -> None:
    assert _most_of_the_first(program) is None


@pytest.mark.parametrize("answer", [None, Loesning(None, 0.0)])
def test_what_is_known_is_the_most_where_no_more_is_possible(answer: Loesning | None) -> None:
    assert _most_of_the_first(Program([answer])) == 0


def _found(program: Program) -> np.ndarray | None:
    return _plans(program).find(NOTHING, NOTHING + 5, Ur(60))


def test_a_gift_is_found_or_there_is_none() -> None:
    right = _found(Program([_answer(4, 0.0), _answer(3, 0.0)]))
    assert right is not None
    assert right[0, 0] == 3
    assert _found(Program([None])) is None
    assert _plans(Program([])).find(NOTHING + 6, NOTHING + 6, Ur(60)) is None


@pytest.mark.parametrize(
    "program",
    [
        Program([Loesning(None, 0.0)]),
        Program([_answer(4, 0.0)], learns=False),
        Program([_answer(4, 0.0)] * 20),
    ],
)
def test_it_is_told_when_neither_is_known(program: Program) -> None:
    with pytest.raises(TimeIsUpError):
        _found(program)


def test_nothing_is_asked_when_the_time_is_up() -> None:
    with pytest.raises(TimeIsUpError):
        _plans(Program([])).find(NOTHING, NOTHING + 5, Ur(0))
