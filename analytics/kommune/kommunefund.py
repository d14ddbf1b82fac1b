"""What stands out in a figure per kommune: how many have one, why the others have none, and what a change comes to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from analytics.kommune.kommunetal import trykte_summer
from analytics.kommune.maaltal import Maaltal, maaltal
from analytics.tabeller import Frames


@dataclass(frozen=True)
class Oplyst:
    """
    How many of all kommuner have a figure, and what there is of the others.

    `ukendte` are those whose cell holds none (kommune_id), by the reason, and `uden_raekke` counts those that the
    source has no row of.
    """

    kendte: int
    kommuner: int
    ukendte: Mapping[str, tuple[str, ...]]
    uden_raekke: int

    @property
    def kun_nogle(self) -> bool:
        """Say whether some have a figure and others not."""
        return 0 < self.kendte < self.kommuner


def oplyst(of: Maaltal, kommuner: int) -> Oplyst:
    """Return who of so many kommuner has a figure; the reasons in the order of their text."""
    missing: dict[str, list[str]] = {}
    for sted, each in of.tal.items():
        if each.mangler is not None:
            missing.setdefault(each.mangler, []).append(sted)
    reasons = {reason: tuple(missing[reason]) for reason in sorted(missing)}
    return Oplyst(len(of.kendte), kommuner, reasons, kommuner - len(of.tal))


@dataclass(frozen=True)
class Aendringsfund:
    """
    What a change comes to, and who has gained and who has lost most (kommune_id).

    `i_alt` is the region's by the printed sums, or that of the kommuner with a figure where none is printed.
    """

    i_alt: float
    hele_regionen: bool
    stoerst: str
    stoerst_vaerdi: float
    mindst: str
    mindst_vaerdi: float


def aendring(frames: Frames, of: Maaltal) -> Aendringsfund | None:
    """Return what a change comes to; None where the measure is none, or no kommune has a figure."""
    known = list(of.kendte.items())
    if of.maal.retning != "aendring" or not known:
        return None
    printed = list(maaltal(trykte_summer(frames), of.maal).kendte.values())
    total = printed[0] if printed else math.fsum(value for _, value in known)
    return Aendringsfund(total, bool(printed), *known[0], *known[-1])
