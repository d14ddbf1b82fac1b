"""
How much is tried: `make test` takes a sample drawn by seed of what is long, `make grundig` all of it.

A test that is marked `grundig(n)` runs with n of its cases in `make test`, with none where n is 0; tests of one file
that have the same cases run with the same ones, so that what is made for a case is made once. Where the mark is a
file's own (`pytestmark`), n of its tests run that have no mark of theirs. A property that says no number of its own
tries ten times as many examples in `make grundig`. The mutations are tried by every case, with as many examples as in
`make test`.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence

import pytest
from hypothesis import settings

_ASKED = os.environ.get("KKR_GRUNDIG")
THOROUGH = _ASKED == "1"
EVERY_CASE = THOROUGH or _ASKED == "tilfaelde"
SEED = int(os.environ.get("KKR_FROE", "1"))
TIMES = 10


def examples(number: int) -> int:
    """How many examples a property tries that is to try so many in `make test`."""
    return number * TIMES if THOROUGH else number


PICTURES = settings(deadline=None, max_examples=examples(25))
"""The settings of a property of pictures: each example draws one, which takes longer than all that it then asks."""


def load_profile() -> None:
    """Let properties try as many examples as are asked for. How fast things go is measured by `make bench` alone."""
    settings.register_profile("kkr", deadline=None, max_examples=examples(60))
    settings.load_profile("kkr")


def sampled(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return the tests to run, in their order: of those that are long, the cases that the seed draws."""
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("grundig"):
            groups.setdefault(str(item.path) if _of_a_file(item) else item.nodeid.split("[")[0], []).append(item)
    left_out: set[pytest.Item] = set()
    for group in groups.values():
        marker = group[0].get_closest_marker("grundig")
        if marker is not None and not EVERY_CASE and marker.args[0] < len(group):
            left_out.update(group)
            drawn = sorted(group, key=lambda item: random.Random(f"{SEED} {item.path.name} {_case(item)}").random())
            left_out.difference_update(drawn[: marker.args[0]])
    return [item for item in items if item not in left_out]


def _of_a_file(item: pytest.Item) -> bool:
    """Whether the mark is its file's and not its own."""
    return item.get_closest_marker("grundig") is not None and not any(
        mark.name == "grundig" for mark in item.own_markers
    )


def _case(item: pytest.Item) -> str:
    """Which case of its test it is, as pytest names it; of a file's mark, which test of the file."""
    return item.name if _of_a_file(item) else item.nodeid.partition("[")[2]
