"""What is worked out once: for all who ask at the same time, and for as long as it is among the last."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from pages.reading.once import Once


def test_all_who_ask_at_the_same_time_get_the_same_answer_worked_out_once() -> None:
    asked, together = [], Barrier(8)

    def work(name: str) -> list[str]:
        asked.append(name)
        return [name]

    once = Once(work, 4)

    def ask(_: int) -> list[str]:
        together.wait()
        return once("valby")

    with ThreadPoolExecutor(8) as pool:
        first, *others = pool.map(ask, range(8))
    assert asked == ["valby"]
    assert all(other is first for other in others)


def test_the_last_answers_are_kept_and_a_failure_is_not() -> None:
    asked: list[tuple[int, str]] = []

    def work(number: int, name: str = "") -> str:
        asked.append((number, name))
        if number < 0:
            raise ValueError(number)
        return f"{number}{name}"

    once = Once(work, 2)
    assert [once(1), once(2), once(1), once(2, name="b"), once(2), once(2, name="b")] == [
        "1",
        "2",
        "1",
        "2b",
        "2",
        "2b",
    ]
    assert asked == [(1, ""), (2, ""), (2, "b")]
    assert once(1) == "1"
    assert asked[3:] == [(1, "")]
    for _ in range(2):
        with pytest.raises(ValueError, match="-1"):
            once(-1)
    assert asked[4:] == [(-1, "")] * 2
    once.cache_clear()
    assert (once(1), asked[6:]) == ("1", [(1, "")])


def test_what_is_worked_out_may_ask_for_more_of_the_same() -> None:
    def work(number: int) -> int:
        return number and number + once(number - 1)

    once: Once[[int], int] = Once(work, 2)
    assert once(5) == 15
