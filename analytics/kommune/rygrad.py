"""
A kommune beside all others: the lines that compare them, where each stands, and where it sticks out most.

A place is what a measure is known for: a kommune, or an area of one. København is one in the first and nine in the
second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, TypeVar

from analytics.kapacitet.fund import MANGE, Akse
from analytics.kapacitet.rangorden import Tal
from analytics.kommune.kommuneprofil import Maalinger
from analytics.kommune.kommunetal import er_pr_1000
from analytics.kommune.maaltal import Maaltal

ANTAL = 3
"""So many sentences say where a kommune sticks out."""
_TOLD_BY_OTHERS = frozenset({"ventetid-min"})
"""The shortest of the waits of which the mean and the longest have lines of their own."""


@dataclass(frozen=True)
class Placering:
    """
    Where a figure stands among all, from the end that it is nearer to.

    `plads` 1 is the outermost of `antal` figures, and `delt` counts those that are the same, itself with them.
    """

    ende: Literal["hoej", "lav"]
    plads: int
    delt: int
    antal: int

    @property
    def yderst(self) -> bool:
        """Say whether none is further out."""
        return self.plads == 1


def placering(tal: Tal) -> Placering | None:
    """Return where a figure stands; from the highest where it is as far from both ends. None where there is none."""
    if tal.plads is None:
        return None
    from_below = tal.antal - tal.plads - tal.delt + 2
    if tal.plads <= from_below:
        return Placering("hoej", tal.plads, tal.delt, tal.antal)
    return Placering("lav", from_below, tal.delt, tal.antal)


@dataclass(frozen=True)
class Rygradslinje:
    """A line of the picture: a measure with the figures of all places, and the axis from the lowest to the highest."""

    af: Maaltal
    akse: Akse

    @property
    def hoejest(self) -> tuple[str, ...]:
        """The places with the highest figure."""
        return self._with(max(self.af.kendte.values()))

    @property
    def lavest(self) -> tuple[str, ...]:
        """The places with the lowest figure."""
        return self._with(min(self.af.kendte.values()))

    @property
    def region(self) -> float | None:
        """Where on the axis the region stands, or the average."""
        held = self.af.reference.vaerdi
        return None if held is None else self.akse.at(held)

    def _with(self, vaerdi: float) -> tuple[str, ...]:
        return tuple(sted for sted, each in self.af.kendte.items() if each == vaerdi)


@dataclass(frozen=True)
class Rygrad:
    """The lines of some kommuner, and the measures that have none since nobody of them has a figure."""

    linjer: tuple[Rygradslinje, ...]
    uden_tal: tuple[Maaltal, ...]


def rygrad(maalt: Maalinger, kommuner: Collection[str], kommune_af: Mapping[str, str]) -> Rygrad:
    """
    Return the lines of some kommuner (kommune_id); `kommune_af` has the kommune of each area.

    What only follows the size of a place has no line, nor has a later year of the same measure. Lines that say nothing
    are left out: those on which none of the kommuner has a figure, and those on which most places have the same.
    """
    lines: list[Rygradslinje] = []
    unknown: list[Maaltal] = []
    for of in _comparable(maalt):
        figures = list(of.kendte.values())
        if not figures or not _tells_apart(figures):
            continue
        if any(sted in of.kendte for kommune in kommuner for sted in steder(of, kommune, kommune_af)):
            lines.append(Rygradslinje(of, _axis(of)))
        else:
            unknown.append(of)
    return Rygrad(tuple(lines), tuple(unknown))


def steder(of: Maaltal, kommune: str, kommune_af: Mapping[str, str]) -> tuple[str, ...]:
    """Return the places of a kommune in a measure: itself, or its areas."""
    if of.maal.geografi == "kommune":
        return (kommune,)
    return tuple(area for area, of_kommune in kommune_af.items() if of_kommune == kommune)


@dataclass(frozen=True)
class Udsving:
    """Where a kommune sticks out: the measure, the place of it that does, its figure and where that stands."""

    af: Maaltal
    sted: str
    vaerdi: float
    placering: Placering


def udsving(rygrad: Rygrad, kommune: str, kommune_af: Mapping[str, str], antal: int = ANTAL) -> tuple[Udsving, ...]:
    """
    Return where a kommune sticks out most, at most `antal`, the most first.

    What counts first is how small a part is further out, then how few have the same figure, then how far it is from
    the region for the length of the axis. A figure that more than `MANGE` share sticks nowhere out. No two are of one
    table, so that they say different things.
    """
    found = []
    for line in rygrad.linjer:
        for sted in steder(line.af, kommune, kommune_af):
            tal = line.af.tal.get(sted)
            where = None if tal is None else placering(tal)
            if tal is None or tal.vaerdi is None or where is None or where.delt > MANGE:
                continue
            away = 0.0 if line.region is None else abs(line.akse.at(tal.vaerdi) - line.region)
            found.append(((where.plads / where.antal, where.delt, -away), Udsving(line.af, sted, tal.vaerdi, where)))
    found.sort(key=lambda pair: pair[0])
    return tuple(_one_of_each_table((each for _, each in found), antal))


@dataclass(frozen=True)
class Kontrast:
    """Where kommuner differ: the measure, and of their places the lowest and the highest, each with its figure."""

    af: Maaltal
    lavest: str
    lavest_vaerdi: float
    hoejest: str
    hoejest_vaerdi: float


def kontraster(
    rygrad: Rygrad, kommuner: Sequence[str], kommune_af: Mapping[str, str], antal: int = ANTAL
) -> tuple[Kontrast, ...]:
    """
    Return where some kommuner differ most from each other, at most `antal`, the most first.

    What counts is how large a part of all places stand between two of them. No two are of one table, and where all of
    them have the same figure they do not differ.
    """
    found = []
    for line in rygrad.linjer:
        known, tal = line.af.kendte, line.af.tal
        own = [(each, sted) for each in kommuner for sted in steder(line.af, each, kommune_af) if sted in known]
        apart = [
            (((tal[low].plads or 0) - (tal[high].plads or 0)) / len(known), low, high)
            for (one, low), (other, high) in product(own, own)
            if one != other
        ]
        widest, low, high = max(apart, key=lambda each: each[0], default=(0.0, "", ""))
        if widest > 0:
            found.append((widest, Kontrast(line.af, low, known[low], high, known[high])))
    found.sort(key=lambda pair: -pair[0])
    return tuple(_one_of_each_table((each for _, each in found), antal))


_Found = TypeVar("_Found", Udsving, Kontrast)


def _one_of_each_table(found: Iterable[_Found], most: int) -> Iterator[_Found]:
    seen: set[str] = set()
    for each in found:
        if each.af.maal.tabel not in seen and len(seen) < most:
            seen.add(each.af.maal.tabel)
            yield each


def kan_sammenlignes(of: Maaltal) -> bool:
    """Say whether a measure compares places of any size: a count, and what a count has changed, follow the size."""
    counted = of.maal.geografi == "kommune" and of.maal.enhed == "antal" and not er_pr_1000(of.maal)
    return not of.additivt and not counted


def _comparable(maalt: Maalinger) -> Iterator[Maaltal]:
    """The measures that compare places of any size, each once by speciale: those of a speciale together."""
    seen = set()
    for of in sorted(maalt.fysioterapi, key=lambda of: (not of.maal.efter_speciale, of.speciale)):
        if not kan_sammenlignes(of) or of.maal.id in _TOLD_BY_OTHERS or (of.maal.id, of.speciale) in seen:
            continue
        seen.add((of.maal.id, of.speciale))
        yield of
    for lines in (maalt.erhverv, maalt.sosu):
        # The first line is all of it together.
        yield from (of for of in next(iter(lines.values())).values() if kan_sammenlignes(of))


def _tells_apart(figures: Sequence[float]) -> bool:
    (_, most), *_ = Counter(figures).most_common(1)
    return 2 * most <= len(figures)


def _axis(of: Maaltal) -> Akse:
    figures = list(of.kendte.values())
    held = of.reference.vaerdi
    ends = [*figures, *([] if held is None else [held])]
    return Akse(min(ends), max(ends))
