"""A search that can be watched and stopped."""

from __future__ import annotations

import math
from collections.abc import Callable
from threading import Event

import pytest

from analytics.optimering import MAAL, Maal, Optimum
from analytics.optimering.soegning import Soegning

SOON = 5.0


def _optimum(maal: Maal, *, proved: bool = True) -> Optimum:
    return Optimum(maal, None, proved, 0.0 if proved else math.inf, "")


def test_every_objective_is_found() -> None:
    search = Soegning(lambda *, maal, stop: _optimum(maal))
    assert search.vent(SOON)
    assert search.fundet() == {maal: _optimum(maal) for maal in MAAL}


def test_what_is_found_is_known_before_the_rest_is() -> None:
    go_on = Event()

    def find(*, maal: Maal, stop: Callable[[], bool]) -> Optimum:
        assert maal == next(iter(MAAL)) or go_on.wait(SOON)
        return _optimum(maal)

    search = Soegning(find)
    while not search.fundet():
        assert search.sekunder < SOON
    assert list(search.fundet()) == [next(iter(MAAL))]
    assert not search.vent(0)
    go_on.set()
    assert search.vent(SOON)


def test_it_ends_when_it_is_stopped() -> None:
    stopped = Event()

    def find(*, maal: Maal, stop: Callable[[], bool]) -> Optimum:
        while not stop():
            stopped.wait(0.01)
        return _optimum(maal, proved=False)

    search = Soegning(find)
    assert not search.vent(0.05)
    search.stop()
    assert search.vent(SOON)
    assert not any(optimum.bevist_optimal for optimum in search.fundet().values())


def test_an_error_is_the_askers() -> None:
    def find(*, maal: Maal, stop: Callable[[], bool]) -> Optimum:
        raise ValueError(maal)

    search = Soegning(find)
    assert search.vent(SOON)
    with pytest.raises(ValueError, match=next(iter(MAAL))):
        search.fundet()
