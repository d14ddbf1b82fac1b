"""How many citizens get it better and worse in one scenario than in another, and who gains and loses most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analytics.scenarie.forskydning import Forskel, Forskydning

FLEST_NAEVNT = 3
"""So many who gain, and so many who lose, are named."""


@dataclass(frozen=True)
class Virkning:
    """
    A speciale in one scenario against another: citizens who get it better, worse and the same, and who does most.

    A citizen gets it better where the area has fewer citizens per capacity. The exact figures decide, not the printed
    ones: whole citizens per capacity would call a tenth in a well-served area nothing, and that is what somebody was
    given. So where both scenarios are seen in one year, on one base and with the same weights, as the page always
    compares them, those are unchanged whose capacity is the same, and those whom the weights count for nothing; where
    the patients follow, also those whom a change reaches with next to nothing (`forskydning.MINDST_PCT`). Citizens are
    counted as persons in the first scenario's year, weighted or not; the three groups are all of the region's.

    `vindere` and `tabere` are the three who gain and lose most, in per cent, the one with the largest change first and
    equal ones in the order of Tabel 3; `antal_vindere` and `antal_tabere` are how many areas there are of each.
    """

    speciale: int
    bedre: int
    ringere: int
    uaendret: int
    vindere: tuple[Forskel, ...]
    tabere: tuple[Forskel, ...]
    antal_vindere: int
    antal_tabere: int

    @property
    def borgere(self) -> int:
        """All citizens of the region."""
        return self.bedre + self.ringere + self.uaendret

    @property
    def stoerst_pct(self) -> float:
        """The largest change of any area, in per cent, whichever way: what bars are held against; 0 where none is."""
        return max((abs(each.pct) for each in (*self.vindere, *self.tabere)), default=0.0)

    def andel(self, of: Forskel) -> float:
        """Return how long the bar of an area's change is, against the largest (0-1)."""
        return abs(of.pct) / self.stoerst_pct if of.pct else 0.0


def virkning(of: Forskydning, speciale: int) -> Virkning:
    """Return what one scenario does to the citizens in a speciale against another."""
    areas = [each for each in of.forskelle if each.speciale == speciale]
    better, worse, same = (
        [each for each in areas if each.udfald == outcome] for outcome in ("vinder", "taber", "uaendret")
    )
    return Virkning(
        speciale=speciale,
        bedre=_citizens(better),
        ringere=_citizens(worse),
        uaendret=_citizens(same),
        vindere=tuple(better[:FLEST_NAEVNT]),
        tabere=tuple(sorted(worse, key=lambda each: -each.pct)[:FLEST_NAEVNT]),
        antal_vindere=len(better),
        antal_tabere=len(worse),
    )


def _citizens(of: Iterable[Forskel]) -> int:
    return sum(each.borgere for each in of)
