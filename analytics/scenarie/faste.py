"""A mapping that cannot be changed, so that what is computed from it can be kept by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Fast(Mapping[K, V]):
    """
    An immutable, hashable mapping, in the order of its sorted keys; equal to any mapping with the same items.

    >>> Fast({"b": 2, "a": 1})
    Fast({'a': 1, 'b': 2})
    """

    __slots__ = ("_hash", "_items")

    def __init__(self, items: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        pairs = dict(items)
        self._items: dict[K, V] = {key: pairs[key] for key in sorted(pairs, key=_sortable)}
        self._hash = hash(tuple(self._items.items()))

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"Fast({self._items!r})"

    def __reduce__(self) -> tuple[type[Fast[K, V]], tuple[dict[K, V]]]:
        return Fast, (self._items,)


def _sortable(key: object) -> str:
    return repr(key)
