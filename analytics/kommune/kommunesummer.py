"""The sums below all kommuner's figures: the paper's own, and what is worked out where it has none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analytics.kapacitet.maal import Measure
from analytics.kommune.kommunetal import citizens, er_pr_1000, trykte_summer
from analytics.kommune.maaltal import maaltal
from analytics.tabeller import Frames


@dataclass(frozen=True)
class Sum:
    """
    A row of sums, a figure for each measure; None where there is none.

    `art` says whose it is: 'trykt', the paper's own, by the name that it has there (`navn`); or worked out, of the
    whole region ('regionen') or of the kommuner that have a figure ('kendte').
    """

    art: Literal["trykt", "regionen", "kendte"]
    navn: str
    tal: tuple[float | None, ...]


@dataclass(frozen=True)
class Summer:
    """The rows of sums, the printed first; `regnet` says whether one of those is worked out from what is printed."""

    raekker: tuple[Sum, ...]
    regnet: bool

    @property
    def trykt(self) -> bool:
        """Say whether the paper has any sum of its own."""
        return any(each.art == "trykt" for each in self.raekker)


def summer(frames: Frames, maal: Sequence[Measure]) -> Summer:
    """
    Return the sums of some measures of kommuner.

    Shares cannot be added up: measures per citizen have one row, of the region as one. Counts have the rows that are
    printed, in their order, and one of the kommuner with a figure where a measure has no printed sum.
    """
    if any(er_pr_1000(measure) for measure in maal):
        return Summer((_of_the_region(frames, maal),), regnet=False)
    printed = [maaltal(trykte_summer(frames), measure) for measure in maal]
    at = {name: (each.kilde_id, each.kilde_linje or 0) for of in printed for name, each in of.tal.items()}
    rows = [Sum("trykt", name, tuple(of.kendte.get(name) for of in printed)) for name in sorted(at, key=at.__getitem__)]
    if not all(of.kendte for of in printed):
        known = (maaltal(frames, measure).kendte.values() for measure in maal)
        rows.append(Sum("kendte", "", tuple(math.fsum(of) if of else None for of in known)))
    return Summer(tuple(rows), any(of.beregnet for of in printed))


def _of_the_region(frames: Frames, maal: Sequence[Measure]) -> Sum:
    figures, everyone = [maaltal(frames, measure) for measure in maal], len(citizens(frames))
    whole = all(len(of.kendte) == everyone for of in figures)
    return Sum("regionen" if whole else "kendte", "", tuple(of.reference.vaerdi for of in figures))
