"""What a set of good plans must be able to answer, whatever it is that they are good at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from analytics.heltal import Ur
from analytics.optimering.opgave import Ints


class TimeIsUpError(Exception):
    """The time was up before the answer was known."""


class Tiendedele(NamedTuple):
    """The least and the most tenths that an area (its column) gets of a speciale (its row); None is not proved."""

    row: int
    area: int
    least: int | None
    most: int | None


class Planer(Protocol):
    """The plans within an `Opgave` that are good enough for an objective: gifts in tenths, (2, n)."""

    def holds(self, given: Ints) -> bool:
        """Say whether a gift is one of the plans."""

    def ranges(self, ur: Ur) -> Iterator[Tiendedele]:
        """Yield the range of every area and speciale over all the plans, in any order."""

    def find(self, least: Ints, most: Ints, ur: Ur) -> Ints | None:
        """
        Return a plan that gives each at least and at most so much; None when there is none.

        Raises TimeIsUpError when the time is up before that is known.
        """
