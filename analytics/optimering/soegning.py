"""A search for several optima at once, which somebody can watch and stop while it goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from threading import Event, Thread
from typing import Protocol

from analytics.optimering import MAAL, Maal, Optimum


class Find(Protocol):
    """What finds the optimum of an objective."""

    def __call__(self, *, maal: Maal, stop: Callable[[], bool]) -> Optimum:
        """Return the optimum, or soon after `stop()` is true the best found by then."""


class Soegning:
    """
    The search for every objective's optimum, the next begun when the last is found.

    It begins at once, in a thread of its own, which ends soon after `stop`. Whatever `find` raises, `fundet` raises.
    """

    def __init__(self, find: Find) -> None:
        self._told = Event()
        self._began = time.monotonic()
        self._answers: Mapping[Maal, Future[Optimum]] = {maal: Future() for maal in MAAL}
        # Not a daemon: a solver that is still in C++ when Python ends would take the whole process down with it.
        Thread(target=self._seek, args=(find,)).start()

    def _seek(self, find: Find) -> None:
        for maal, answer in self._answers.items():
            try:
                answer.set_result(find(maal=maal, stop=self._told.is_set))
            except BaseException as error:  # it belongs to whoever asks for the answer
                answer.set_exception(error)

    def stop(self) -> None:
        """Ask the search to end soon, with the best that it has found."""
        self._told.set()

    @property
    def sekunder(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self._began

    def vent(self, sekunder: float) -> bool:
        """Wait for the search at most that long, and say whether it is over."""
        return not wait(self._answers.values(), sekunder).not_done

    def fundet(self) -> dict[Maal, Optimum]:
        """Return the optima that are found so far, by objective."""
        return {maal: answer.result() for maal, answer in self._answers.items() if answer.done()}
