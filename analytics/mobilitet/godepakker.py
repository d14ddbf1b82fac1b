"""
The packages that are nearly as good as the best, and what is in all of them.

Measures that require or overlap each other, directly or through others, are a group; the packages within a group are
few, and all are tried. Over the groups, in order, the most value is found for every amount (dynamic programming), from
the first on and from the last back. The best package that has a measure, or has it not, is then the best meeting of
what stands before its group, a package within it, and what stands after. Exact, as long as prices are whole millions.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from analytics.mobilitet.katalog import Antagelse, Katalog
from analytics.mobilitet.pakker import Pris
from analytics.mobilitet.vaegtning import andele, vaegtet
from analytics.talraekker import Floats

FLEST = 3
"""So many other packages are shown."""
INDEN_FOR = 0.01
"""How much less than the best may be worth and still be as good; our own choice."""
_SAME = 1e-6


@dataclass(frozen=True)
class Godpakke:
    """A package that is nearly as good as the best: what is in it, its value and its price in mio. kr."""

    indsatser: tuple[int, ...]
    vaerdi: float
    pris_mio_kr: float


@dataclass(frozen=True)
class Godepakker:
    """
    What the packages within a share of the best have in common.

    `bedste` is the best, `andre` those found that differ most from it and each other. `i_alle` are the measures that no
    package as good can do without, and `i_nogle` those that some have and others have not.
    """

    bedste: Godpakke
    andre: tuple[Godpakke, ...]
    i_alle: tuple[int, ...]
    i_nogle: tuple[int, ...]


@dataclass(frozen=True)
class _Part:
    """A package within a group: its measures, its value, and its price in units."""

    indsatser: frozenset[int]
    vaerdi: float
    pris: int


def gode_pakker(
    katalog: Katalog,
    vaegte: Sequence[float],
    beloeb_mio_kr: float,
    *,
    uden: Collection[int] = (),
    pris: Pris = "hoej",
    antagelse: Antagelse = "lavest",
    inden_for: float = INDEN_FOR,
    flest: int = FLEST,
) -> Godepakker | None:
    """
    Return the packages that are within `inden_for` of the best; None where no package is worth anything.

    The rest is as in `pakke`: measures without a price are left out, and so is what is in `uden`. Prices are taken to
    the nearest million. Raises ValueError, in Danish, for impossible weights, an unknown measure or assumption.
    """
    katalog.raekker(uden)
    shares = andele(vaegte, katalog)
    values = vaegtet(katalog.antaget(antagelse, shares), shares)
    prices = katalog.pris_hoej if pris == "hoej" else katalog.pris_lav
    may_be = [nr for nr in katalog.indsatser if nr not in uden and not np.isnan(prices[katalog.plads[nr]])]
    cost = {nr: round(float(prices[katalog.plads[nr]])) for nr in may_be}
    unit = math.gcd(*cost.values()) or 1
    # More than all of it is never spent.
    room = min(math.floor(beloeb_mio_kr + _SAME), sum(cost.values())) // unit
    worth = {nr: float(values[katalog.plads[nr]]) for nr in may_be}
    groups = [
        list(_parts(katalog, group, worth, {nr: cost[nr] // unit for nr in group}, room))
        for group in _groups(katalog, may_be)
    ]
    search = _Search(groups, room)
    best = search.best()
    if best is None or best.vaerdi <= _SAME:
        return None
    least = best.vaerdi * (1 - inden_for) - _SAME
    known = {best.indsatser: best}
    in_all: list[int] = []
    in_some: list[int] = []
    for nr in may_be:
        with_it, without = (search.best(nr, has=has) for has in (True, False))
        good = {has: found is not None and found.vaerdi >= least for has, found in ((True, with_it), (False, without))}
        if good[True]:
            (in_some if good[False] else in_all).append(nr)
        known.update(
            (found.indsatser, found)
            for has, found in ((True, with_it), (False, without))
            if found is not None and good[has]
        )
    others = _apart(best, list(known.values()), flest)
    return Godepakker(_priced(best, unit), tuple(_priced(each, unit) for each in others), tuple(in_all), tuple(in_some))


def _groups(katalog: Katalog, measures: Sequence[int]) -> list[list[int]]:
    """Return the measures in groups, each with all that hangs together; one that hangs with no other is a group."""
    linked = [*katalog.forudsaetter, *katalog.overlap]
    groups: list[set[int]] = [{nr} for nr in measures]
    for pair in linked:
        meeting = [group for group in groups if group & set(pair)]
        if len(meeting) > 1:
            groups = [group for group in groups if group not in meeting] + [set().union(*meeting)]
    return sorted(sorted(group) for group in groups)


def _parts(
    katalog: Katalog, group: Sequence[int], worth: dict[int, float], cost: dict[int, int], room: int
) -> Iterator[_Part]:
    """Yield every package within a group that is one and can be paid for."""
    for size in range(len(group) + 1):
        for chosen in map(frozenset, itertools.combinations(group, size)):
            complete = all(other in chosen for nr, other in katalog.forudsaetter if nr in chosen)
            clear = not any(chosen.issuperset(pair) for pair in katalog.overlap)
            price = sum(cost[nr] for nr in chosen)
            if complete and clear and price <= room:
                yield _Part(chosen, sum(worth[nr] for nr in chosen), price)


class _Search:
    """The most value for every amount, over the first groups and over the last."""

    def __init__(self, groups: Sequence[Sequence[_Part]], room: int) -> None:
        self.groups, self.room = groups, room
        self.before, self.taken_before = self._run(range(len(groups)))
        self.after, self.taken_after = self._run(range(len(groups) - 1, -1, -1))

    def _run(self, order: Sequence[int]) -> tuple[list[Floats], list[np.ndarray]]:
        """Return, after none of the groups in that order and after each, the most value and which part it takes."""
        most = [np.zeros(self.room + 1)]
        taken: list[np.ndarray] = []
        for group in order:
            best = np.full(self.room + 1, -np.inf)
            which = np.zeros(self.room + 1, np.int32)
            for number, part in enumerate(self.groups[group]):
                tried = np.full(self.room + 1, -np.inf)
                tried[part.pris :] = most[-1][: self.room + 1 - part.pris] + part.vaerdi
                better = tried > best
                best[better], which[better] = tried[better], number
            most.append(best)
            taken.append(which)
        return most, taken

    def best(self, nr: int | None = None, *, has: bool = True) -> _Part | None:
        """Return the best package, or the best that has a measure or has it not; None where there is none."""
        at = next((place for place, group in enumerate(self.groups) if any(nr in each.indsatser for each in group)), -1)
        if nr is None:
            at = 0 if self.groups else -1
        if at < 0:
            return None if has else self.best()
        # Before the group it may cost so much as the amount says; after it the rest, in the order from the other end.
        before, after = self.before[at], self.after[len(self.groups) - 1 - at]
        found: tuple[float, int, int] | None = None
        for number, part in enumerate(self.groups[at]):
            if nr is not None and (nr in part.indsatser) != has:
                continue
            rest = self.room - part.pris
            both = before[: rest + 1] + after[: rest + 1][::-1]
            split = int(both.argmax())
            if found is None or both[split] + part.vaerdi > found[0]:
                found = (float(both[split]) + part.vaerdi, number, split)
        if found is None:
            return None
        value, number, split = found
        part = self.groups[at][number]
        chosen = [
            *self._traced(range(at), self.taken_before, split),
            part,
            *self._traced(range(len(self.groups) - 1, at, -1), self.taken_after, self.room - part.pris - split),
        ]
        return _Part(frozenset().union(*(each.indsatser for each in chosen)), value, sum(each.pris for each in chosen))

    def _traced(self, order: Sequence[int], taken: Sequence[np.ndarray], amount: int) -> Iterator[_Part]:
        """Yield what the groups in that order take of the amount, the last first."""
        for step in range(len(order) - 1, -1, -1):
            part = self.groups[order[step]][int(taken[step][amount])]
            amount -= part.pris
            yield part


def _apart(best: _Part, known: Sequence[_Part], most: int) -> list[_Part]:
    """Return at most so many, each as far from the best and those before it as there is, by the measures they share."""
    chosen = [best]
    while len(chosen) <= most:
        far = [min(len(each.indsatser ^ other.indsatser) for other in chosen) for each in known]
        if max(far) == 0:
            break
        chosen.append(max(zip(far, known, strict=True), key=lambda pair: (pair[0], pair[1].vaerdi, -pair[1].pris))[1])
    return chosen[1:]


def _priced(part: _Part, unit: int) -> Godpakke:
    return Godpakke(tuple(sorted(part.indsatser)), round(part.vaerdi, 6), float(part.pris * unit))
