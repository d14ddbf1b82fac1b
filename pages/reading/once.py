"""What takes time to work out is worked out once, however many ask for it at the same time."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from threading import Lock, RLock
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_Key = tuple[Any, ...]


class Once(Generic[P, T]):
    """
    A function whose `most` answers that were used last are kept; its arguments can be a key, given by their places.

    Whoever asks for an answer that is being worked out waits for it, and for no other: different answers are worked out
    at the same time. An answer that is there is a hundredth of a millisecond away: Streamlit's own cache takes ten
    times as long, and a page asks for a hundred.
    """

    def __init__(self, work: Callable[P, T], most: int) -> None:
        self._work, self._most = work, most
        # Those that were used last stand last.
        self._answers: dict[_Key, T] = {}
        # An answer's lock is there for as long as it is being worked out, and whoever does that holds it. It can be
        # taken again: one that asks for itself then ends in an error and does not wait for itself for ever.
        self._under_way: dict[_Key, RLock] = {}
        # Held where either of the two is read or written, and never while anything is worked out.
        self._books = Lock()
        update_wrapper(self, work)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the answer that is kept, or work it out; what it raises is not kept, and the next to ask tries."""
        key = (*args, *kwargs.items())
        while True:
            with self._books:
                if key in self._answers:
                    answer = self._answers[key] = self._answers.pop(key)
                    return answer
                own = self._under_way.setdefault(key, RLock())
            with own:
                if self._is_under_way(key, own):  # and not over, made or failed, when the wait for it was
                    try:
                        answer = self._work(*args, **kwargs)
                        self._keep(key, own, answer)
                        return answer
                    finally:
                        self._end(key, own)

    def cache_clear(self) -> None:
        """Forget every answer, also what is being worked out: it is for whoever works it out and is not kept."""
        with self._books:
            self._answers.clear()
            self._under_way.clear()

    def _is_under_way(self, key: _Key, own: RLock) -> bool:
        with self._books:
            return self._under_way.get(key) is own

    def _keep(self, key: _Key, own: RLock, answer: T) -> None:
        with self._books:
            if self._under_way.get(key) is own:
                self._answers[key] = answer
                while len(self._answers) > self._most:
                    del self._answers[next(iter(self._answers))]

    def _end(self, key: _Key, own: RLock) -> None:
        with self._books:
            if self._under_way.get(key) is own:
                del self._under_way[key]
