"""
What KKR is asked to pay, and a kommune's share of it by the key that is printed with it.

A share is computed only where the paper prints a key. Shares of whole kroner add up to the sum itself: each is rounded
down, and the kroner left go one by one to those that were rounded down the most.

Sources: the tables ``moede_finansiering``, ``befolkning``, ``omraade``, ``kommune`` and ``kilde``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from analytics.kommune.kommunetal import citizens
from analytics.moeder.punkter import Moedepunkt, punkter, som_dag
from analytics.paastand import Kilde
from analytics.papirer import kendt
from analytics.tabeller import Frames, egne_kommuner, filled
from dansk.alfabet import order

Noegle = Literal["indbyggertal", "lige", "ingen"]
_KRONER: Mapping[str, int] = {"kr": 1, "1000_kr": 1_000, "mio_kr": 1_000_000}
"""How many kroner one of each unit of money is."""


@dataclass(frozen=True)
class Finansiering:
    """
    A sum or a number of hours that somebody is asked for, as printed, with the key that divides it among the kommuner.

    `pr` says whether it is for each year (`aar`) or in all (`i_alt`), `cirka` whether it is printed with «ca.».
    """

    finansiering_id: str
    hvad: str
    betaler: str
    beloeb: float
    enhed: str
    pr: str
    cirka: bool
    fra: date | None
    til: date | None
    noegle: Noegle
    noeglens_kilde: Kilde | None
    forbehold: str | None
    punkt: Moedepunkt
    kilde: Kilde

    @property
    def kroner(self) -> int | None:
        """The sum in whole kroner, whatever unit it is printed in; None for hours."""
        return round(self.beloeb * _KRONER[self.enhed]) if self.enhed in _KRONER else None


@dataclass(frozen=True)
class Kommuneandele:
    """
    What each kommune (id) pays of a sum.

    `beregnet` is whether that is worked out here, in kroner, or printed as it stands, in the sum's own unit.
    """

    finansiering: Finansiering
    andele: Mapping[str, float]
    beregnet: bool

    def af_stoerste(self, kommune: str) -> float:
        """Return a kommune's share of what the one that pays most pays, 0-1."""
        most = max(self.andele.values())
        return self.andele[kommune] / most if most else 0.0

    @property
    def enhed(self) -> str:
        """The unit of the shares."""
        return "kr" if self.beregnet else self.finansiering.enhed


def finansieringer(frames: Frames, paa: date) -> tuple[Finansiering, ...]:
    """Return what the papers known on a day ask somebody to pay, in the table's order."""
    items = punkter(frames, paa)
    return tuple(
        Finansiering(
            finansiering_id=str(row["finansiering_id"]),
            hvad=str(row["hvad"]),
            betaler=str(row["betaler"]),
            beloeb=float(row["beloeb"]),
            enhed=str(row["enhed"]),
            pr=str(row["pr"]),
            cirka=bool(row["cirka"]),
            fra=som_dag(row["fra_dato"]),
            til=som_dag(row["til_dato"]),
            noegle=row["noegle"],
            noeglens_kilde=Kilde.ved(row, "noegle_linje"),
            forbehold=filled(row["forbehold"]),
            punkt=items[str(row["punkt_id"])],
            kilde=Kilde.af(row),
        )
        for row in kendt(frames["moede_finansiering"], frames, paa).to_dict("records")
    )


def indbyggere(frames: Frames, aar: int) -> Mapping[str, int]:
    """Return how many live in each kommune of the region that year, by kommune_id; empty where nobody is counted."""
    counts = citizens(frames, aar)
    return {kommune: int(counts[kommune]) for kommune in egne_kommuner(frames)} if len(counts) else {}


def andele(beloeb: int, vaegte: Mapping[str, int]) -> Mapping[str, int]:
    """
    Divide a whole amount by weights into whole parts that add up to it.

    Raises ValueError where there is nobody to pay, or a weight is below zero.

    >>> andele(100, {"a": 1, "b": 1, "c": 1})
    {'a': 34, 'b': 33, 'c': 33}
    """
    total = sum(vaegte.values())
    if total <= 0 or min(vaegte.values()) < 0:
        raise ValueError("An amount is divided by weights of zero and more, and not by zeros alone.")
    exact = {who: Fraction(beloeb * weight, total) for who, weight in vaegte.items()}
    whole = {who: int(share) for who, share in exact.items()}
    left = beloeb - sum(whole.values())
    first = sorted(vaegte, key=lambda who: (whole[who] - exact[who], who))[:left]
    return {who: share + (who in first) for who, share in whole.items()}


def fordeling(frames: Frames, of: Finansiering, aar: int) -> Kommuneandele | None:
    """
    Return what each kommune pays by the printed key, counting people in that year.

    None where no key is printed, or nobody is counted that year. What every kommune is asked alike is printed as it
    stands, and nothing is worked out. Raises ValueError for hours that are to be divided by people.
    """
    people = indbyggere(frames, aar)
    if of.noegle == "lige":
        return Kommuneandele(of, dict.fromkeys(egne_kommuner(frames), of.beloeb), beregnet=False)
    if of.noegle == "indbyggertal" and people:
        if of.kroner is None:
            raise ValueError(f"Only money is divided by people, and {of.finansiering_id} is in {of.enhed}.")
        return Kommuneandele(of, andele(of.kroner, people), beregnet=True)
    return None


def fordelinger(frames: Frames, paa: date) -> tuple[Kommuneandele, ...]:
    """
    Return every division by a printed key that the papers known on a day allow, by the population of their year.

    Before the paper that counts people was there, nothing is divided by them.
    """
    counted = {**frames, "befolkning": kendt(frames["befolkning"], frames, paa)}
    years = frames["kilde"].set_index("kilde_id")["dato"].dt.year
    found = (fordeling(counted, each, int(years[each.kilde.kilde_id])) for each in finansieringer(frames, paa))
    return tuple(each for each in found if each)


def stoerste(asked: Iterable[Finansiering]) -> Finansiering | None:
    """Return the largest sum in kroner that is divided by a printed key, else the first that is; None without any."""
    keyed = [each for each in asked if each.noegle != "ingen"]
    money = [each for each in keyed if each.kroner is not None]
    return max(money, key=lambda each: each.kroner or 0, default=next(iter(keyed), None))


def af(shares: Iterable[Kommuneandele], of: Finansiering) -> Kommuneandele | None:
    """Return the division of a sum, None where it is not divided."""
    return next((each for each in shares if each.finansiering.finansiering_id == of.finansiering_id), None)


def orden(shares: Sequence[Kommuneandele], navne: Mapping[str, str]) -> list[str]:
    """Return the kommuner by what they pay of the largest sum, the most first, and those alike by their names."""
    largest = stoerste(each.finansiering for each in shares)
    first = af(shares, largest) if largest else None
    if first is None:
        return []
    return sorted(first.andele, key=lambda kommune: (-first.andele[kommune], order(navne[kommune])))
