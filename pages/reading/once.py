"""What takes time to work out is worked out once, however many ask for it at the same time."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from threading import RLock
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Once(Generic[P, T]):
    """
    A function whose last `most` answers are kept; its arguments are what can be a key, given by their places.

    Whoever asks for an answer that is being worked out waits for it. An answer that is there is a hundredth of a
    millisecond away: Streamlit's own cache takes ten times as long, and a page asks for a hundred.
    """

    def __init__(self, work: Callable[P, T], most: int) -> None:
        self._work, self._most = work, most
        self._answers: dict[tuple[Any, ...], T] = {}
        self._one_at_a_time = RLock()
        update_wrapper(self, work)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the answer that is kept, or work it out; what it raises is not kept."""
        key = (*args, *kwargs.items())
        try:
            return self._answers[key]
        except KeyError:
            pass
        with self._one_at_a_time:
            if key not in self._answers:
                answer = self._work(*args, **kwargs)
                while len(self._answers) >= self._most:
                    del self._answers[next(iter(self._answers))]
                self._answers[key] = answer
            return self._answers[key]

    def cache_clear(self) -> None:
        """Forget every answer."""
        with self._one_at_a_time:
            self._answers.clear()
