"""Which of the long tests `make test` runs: as many as they say, the same every time, and all of them on request."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from tests import omfang


@dataclass(eq=False)
class Item:
    """What is asked of one of pytest's items."""

    name: str
    number: int | None = None
    of_the_file: int | None = None
    path: Path = Path("test_kort.py")
    own_markers: list[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.own_markers = [] if self.number is None else [pytest.mark.grundig(self.number).mark]

    @property
    def nodeid(self) -> str:
        return f"{self.path}::{self.name}"

    def get_closest_marker(self, name: str) -> Any:
        assert name == "grundig"
        number = self.of_the_file if self.number is None else self.number
        return None if number is None else pytest.mark.grundig(number).mark


def kept(*items: Item) -> list[str]:
    return [item.name for item in cast("list[Item]", omfang.sampled(cast("list[pytest.Item]", list(items))))]


def cases(test: str, number: int | None, of_the_file: int | None = None) -> list[Item]:
    return [Item(f"{test}[{case}]", number, of_the_file) for case in "abcdefgh"]


@pytest.fixture(autouse=True)
def _a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(omfang, "EVERY_CASE", False)
    monkeypatch.setattr(omfang, "THOROUGH", False)
    monkeypatch.setattr(omfang, "SEED", 1)


def test_as_many_cases_are_drawn_as_the_mark_says_and_in_their_order() -> None:
    drawn = kept(*cases("test_a", 3))
    assert len(drawn) == 3
    assert drawn == sorted(drawn)


def test_tests_with_the_same_cases_run_with_the_same_ones() -> None:
    drawn = kept(*cases("test_a", 3), *cases("test_b", 3))
    assert [name[-2] for name in drawn[:3]] == [name[-2] for name in drawn[3:]]


def test_none_is_drawn_where_the_mark_says_so() -> None:
    assert kept(*cases("test_a", 0), *cases("test_b", 1, 1))[0].startswith("test_b")


def test_what_has_no_mark_or_fewer_cases_runs_whole() -> None:
    assert len(kept(*cases("test_a", None), *cases("test_b", 9))) == 16


def test_a_case_without_the_mark_of_the_others_runs_each_time() -> None:
    marked = [Item(f"test_a[{case}]", 1) for case in "abcd"]
    assert kept(Item("test_a[e]"), *marked, Item("test_a[f]"))[:1] == ["test_a[e]"]
    assert len(kept(Item("test_a[e]"), *marked, Item("test_a[f]"))) == 3


def test_a_files_mark_draws_between_its_tests_and_leaves_those_with_a_mark_of_theirs() -> None:
    own = Item("test_own", 1, 2)
    drawn = kept(*(Item(f"test_{name}", None, 2) for name in "abcdefgh"), own)
    assert drawn[-1] == "test_own"
    assert len(drawn) == 3


def test_another_seed_draws_others(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = set()
    for seed in range(20):
        monkeypatch.setattr(omfang, "SEED", seed)
        drawn.update(kept(*cases("test_a", 1)))
    assert len(drawn) > 4


def test_all_of_it_runs_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(omfang, "EVERY_CASE", True)
    assert len(kept(*cases("test_a", 1))) == 8
    assert omfang.examples(7) == 7
    monkeypatch.setattr(omfang, "THOROUGH", True)
    assert omfang.examples(7) == 70
