"""A measure's figures of all places, or of some: as one, and from which papers they are."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import Measure
from analytics.kapacitet.rangorden import INGEN_RAEKKE, Tal, pladser
from analytics.tabeller import Frames


@dataclass(frozen=True)
class Samlet:
    """Several places' figures as one: the lowest and the highest of them, or their sum, which is both."""

    lavest: float
    hoejest: float
    er_sum: bool


@dataclass(frozen=True)
class Maaltal:
    """A measure of a year and a speciale: its figures by place (`sted_id`), and what they are held against."""

    maal: Measure
    aar: int
    speciale: int
    tal: Mapping[str, Tal]
    reference: Reference

    @property
    def tid(self) -> str:
        """When the figures are from: the year that was asked for, where the measure depends on it."""
        return str(self.aar) if self.maal.efter_aar else self.maal.tid

    @property
    def additivt(self) -> bool:
        """Say whether the figures of several areas can be added up: amounts can, shares and times cannot."""
        return self.maal.retning == "maengde" and self.maal.geografi == "omraade"

    @property
    def kendte(self) -> Mapping[str, float]:
        """The figures that are known, by place, highest first."""
        return {sted: each.vaerdi for sted, each in self.tal.items() if each.vaerdi is not None}

    @property
    def beregnet(self) -> bool:
        """Say whether any of the figures was worked out and not printed."""
        return any(each.art == "beregnet" for each in self.tal.values())

    @property
    def papirer(self) -> frozenset[str]:
        """The papers (kilde_id) that its figures stand in."""
        return frozenset(each.kilde_id for each in self.tal.values() if each.kilde_id)

    @property
    def eneste(self) -> Tal:
        """The figure of its only place. Raises ValueError where it has several."""
        (tal,) = self.tal.values()
        return tal

    def af(self, steder: Sequence[str]) -> Maaltal:
        """Return the measure with the figures of those places only, in that order."""
        return replace(self, tal={sted: self.tal.get(sted, INGEN_RAEKKE) for sted in steder})

    def samlet(self) -> Samlet | None:
        """
        Return its figures as one: the sum of amounts, the lowest and the highest of others.

        None where no figure is known. A sum of which a part is unknown is not told as one: then its ends are.
        """
        known = list(self.kendte.values())
        if not known:
            return None
        if self.additivt and len(known) == len(self.tal):
            return Samlet(math.fsum(known), math.fsum(known), er_sum=True)
        return Samlet(min(known), max(known), er_sum=False)


def maaltal(frames: Frames, measure: Measure, speciale: int = min(SPECIALER), aar: int = FIRST_YEAR) -> Maaltal:
    """
    Return the figures of all places, highest first, each with its place among the others.

    Measures of kommuner depend on neither speciale nor year.
    """
    return Maaltal(
        maal=measure.fyldt(frames),
        aar=aar,
        speciale=speciale,
        tal=pladser(measure.beregn(frames, speciale, aar)),
        reference=measure.reference(frames, speciale, aar),
    )
