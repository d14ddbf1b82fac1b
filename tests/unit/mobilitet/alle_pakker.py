"""Every package of a small catalogue, tried one by one: what the solvers' answers are held against."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from hypothesis import strategies as st

from tests.unit.mobilitet.smaa_kataloger import ROWS, WEIGHTS, ends

MEASURES = 6
NUMBERS = st.sets(st.integers(1, MEASURES), max_size=2)
CASES = {
    "rows": st.lists(ROWS, min_size=MEASURES, max_size=MEASURES),
    "prices": st.lists(st.sampled_from([None, 1, 2, 3, 5, 8]), min_size=MEASURES, max_size=MEASURES),
    "relations": st.lists(
        st.tuples(
            st.integers(1, MEASURES),
            st.integers(1, MEASURES),
            st.sampled_from(["forudsaetter", "forudsaetter", "overlap"]),
        ).filter(lambda each: each[0] != each[1]),
        max_size=4,
    ),
    "weights": WEIGHTS,
    "amount": st.integers(0, 30),
    "uden": NUMBERS,
    "pris": st.sampled_from(["lav", "hoej"]),
    "antagelse": st.sampled_from(["lavest", "hoejest"]),
}
"""What a package is chosen by, drawn: `smaa_kataloger.lille` makes the catalogue of the first three."""


def alle_pakker(
    rows: Sequence[str],
    prices: Sequence[int | None],
    relations: Sequence[tuple[int, int, str]],
    weights: Sequence[int],
    amount: int,
    *,
    med: AbstractSet[int] = frozenset(),
    uden: AbstractSet[int],
    pris: str,
    antagelse: str,
) -> Iterator[tuple[frozenset[int], int, int]]:
    """Yield each package that may be had for the amount: its numbers, its value, and its price in mio. kr."""
    worth = [ends(row, weights)[antagelse == "hoejest"] for row in rows]
    cost = [price and price * (2 if pris == "hoej" else 1) for price in prices]
    for size in range(MEASURES + 1):
        for tried in map(frozenset, itertools.combinations(range(1, MEASURES + 1), size)):
            if (
                not med <= tried
                or tried & uden
                or any(cost[nr - 1] is None for nr in tried - med)
                or any(art == "forudsaetter" and one in tried and other not in tried for one, other, art in relations)
                or any(art == "overlap" and {one, other} <= tried for one, other, art in relations)
            ):
                continue
            spent = sum(cost[nr - 1] or 0 for nr in tried)
            if spent <= amount:
                yield (
                    tried,
                    sum(worth[nr - 1] for nr in tried),
                    spent,
                )
