"""What is worked out once: for all who ask at the same time, and for as long as it is among the last that were used."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError, Event, Lock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.reading.once import Once

PATIENCE = 30
"""Seconds after which what should have met has not, and the test fails; none is waited for where it holds."""


def _at_the_same_time(many: int, ask: Callable[[], object]) -> list[object]:
    """What each of so many threads gets by asking, or the ValueError that it meets."""
    together = Barrier(many)

    def one(_: int) -> object:
        together.wait(PATIENCE)
        try:
            return ask()
        except ValueError as error:
            return error

    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(one, range(many)))


def test_all_who_ask_at_the_same_time_get_the_same_answer_worked_out_once() -> None:
    asked, two_at_work = [], Barrier(2)

    def work(name: str) -> list[str]:
        asked.append(name)
        with suppress(BrokenBarrierError):  # a second one is given time to come
            two_at_work.wait(0.2)
        return [name]

    once = Once(work, 4)
    first, *others = _at_the_same_time(8, lambda: once("valby"))
    assert asked == ["valby"]
    assert all(other is first for other in others)


def test_nobody_waits_for_another_answer() -> None:
    both = Barrier(2)

    def work(name: str) -> str:
        both.wait(PATIENCE)  # each is worked out while the other is
        return name.upper()

    once = Once(work, 4)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(once, ["valby", "amager"])) == ["VALBY", "AMAGER"]


def test_what_is_there_is_had_while_something_else_is_worked_out() -> None:
    begun, let_go = Event(), Event()

    def work(name: str) -> str:
        if name == "slow":
            begun.set()
            assert let_go.wait(PATIENCE)
        return name.upper()

    once = Once(work, 4)
    assert once("quick") == "QUICK"
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(once, "slow")
        assert begun.wait(PATIENCE)
        assert pool.submit(once, "quick").result(PATIENCE) == "QUICK"
        assert not slow.done()
        let_go.set()
        assert slow.result(PATIENCE) == "SLOW"


def test_where_one_fails_the_next_who_waits_tries_for_all() -> None:
    asked, one_at_a_time = [], Lock()

    def work(name: str) -> list[str]:
        assert one_at_a_time.acquire(blocking=False)
        asked.append(name)
        first = len(asked) == 1
        one_at_a_time.release()
        if first:
            raise ValueError(name)
        return [name]

    once = Once(work, 4)
    got = _at_the_same_time(8, lambda: once("valby"))
    assert asked == ["valby"] * 2
    assert [str(each) for each in got if isinstance(each, ValueError)] == ["valby"]
    answers = [each for each in got if not isinstance(each, ValueError)]
    assert len(answers) == 7
    assert all(each is once("valby") for each in answers)


def test_what_failed_is_tried_anew_each_time() -> None:
    asked = []

    def work(number: int) -> int:
        asked.append(number)
        raise ValueError(number)

    once = Once(work, 2)
    for _ in range(2):
        with pytest.raises(ValueError, match="-1"):
            once(-1)
    assert asked == [-1, -1]


class _Asked:
    """Something to ask about that is gone when nobody remembers it."""


def test_what_failed_and_what_is_let_go_leave_nothing_behind() -> None:
    def work(what: _Asked, name: str) -> str:
        if name == "fails":
            raise ValueError(name)
        return name

    once, places = Once(work, 1), []
    for name in ("fails", "first", "last"):
        what = _Asked()
        places.append(weakref.ref(what))
        with suppress(ValueError):
            once(what, name)
    del what
    gc.collect()
    assert [place() is None for place in places] == [True, True, False]
    once.cache_clear()
    gc.collect()
    assert places[-1]() is None


@given(st.integers(1, 4), st.lists(st.integers(0, 5), max_size=40))
def test_the_answers_that_were_used_last_are_kept(most: int, wanted: list[int]) -> None:
    asked: list[int] = []
    once = Once(lambda number: asked.append(number) or str(number), most)
    worked_out, kept = [], list[int]()
    for number in wanted:
        assert once(number) == str(number)
        if number in kept:
            kept.remove(number)
        else:
            worked_out.append(number)
        kept = [*kept, number][-most:]
    assert asked == worked_out


def test_arguments_by_place_and_by_name_are_answers_of_their_own() -> None:
    asked: list[tuple[int, str]] = []

    def work(number: int, name: str = "") -> str:
        asked.append((number, name))
        return f"{number}{name}"

    once = Once(work, 4)
    assert [once(2), once(2, name="b"), once(2), once(2, name="b"), once(2, name="c")] == ["2", "2b", "2", "2b", "2c"]
    assert asked == [(2, ""), (2, "b"), (2, "c")]


def test_what_was_begun_before_all_was_forgotten_is_not_kept() -> None:
    asked, begun, let_go = [], Event(), Event()

    def work(name: str) -> list[str]:
        asked.append(name)
        if len(asked) == 1:
            begun.set()
            assert let_go.wait(PATIENCE)
        return [name]

    once = Once(work, 4)
    with ThreadPoolExecutor(1) as pool:
        old = pool.submit(once, "valby")
        assert begun.wait(PATIENCE)
        once.cache_clear()
        new = once("valby")
        let_go.set()
        assert old.result(PATIENCE) is not new
    assert once("valby") is new
    once.cache_clear()
    assert once("valby") is not new
    assert len(asked) == 3


def test_what_is_worked_out_may_ask_for_more_of_the_same() -> None:
    def work(number: int) -> int:
        return number and number + once(number - 1)

    once: Once[[int], int] = Once(work, 2)
    assert once(5) == 15


def test_what_asks_for_itself_ends_in_an_error() -> None:
    def work(number: int) -> int:
        return once(number)

    once: Once[[int], int] = Once(work, 2)
    with pytest.raises(RecursionError):
        once(5)
