"""What an infrastruktur-VIP was said to cost, beside the same undertaking in the mobility catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

import pandas as pd

from analytics.paastand import Kilde
from analytics.papirer import kendt
from analytics.tabeller import Frames, filled

Retning = Literal["over", "under", "inden for"]
RETNINGER: tuple[Retning, ...] = get_args(Retning)


@dataclass(frozen=True)
class Pris:
    """A price in mio. kr.: a range, or the same figure twice; None where none is printed."""

    lav: float | None
    hoej: float | None

    @property
    def kendt(self) -> bool:
        """Say whether there is a price."""
        return self.lav is not None


@dataclass(frozen=True)
class Aendring:
    """A change between two prices, lowest and highest, in mio. kr. and in percent of the first."""

    lav: float
    hoej: float
    lav_pct: float
    hoej_pct: float


@dataclass(frozen=True)
class Led:
    """The catalogue's undertaking: its number, name and price, why or why not it compares, and where it stands."""

    indsats_nr: int
    navn: str
    status: str
    pris: Pris
    sammenlignelig: bool
    forklaring: str
    kilde: Kilde


@dataclass(frozen=True)
class Anlaeg:
    """One undertaking of a project: the list's price, and what the catalogue has of it."""

    projekt_id: str
    del_: int
    navn: str
    pris: Pris
    pristekst: str | None
    kilde: Kilde
    katalog: tuple[Led, ...]

    @property
    def papirer(self) -> frozenset[str]:
        """The papers that its prices are from."""
        return frozenset((self.kilde.kilde_id, *(led.kilde.kilde_id for led in self.katalog)))

    @property
    def sammenlignes(self) -> bool:
        """Say whether the two prices can be held together: both are known, and are of the same undertaking."""
        return self.pris.kendt and bool(self.katalog) and all(led.sammenlignelig for led in self.katalog)

    @property
    def katalogpris(self) -> Pris:
        """The catalogue's price for the whole undertaking: that of its parts together, where all have one."""
        return _together([led.pris for led in self.katalog])

    @property
    def retning(self) -> Retning | None:
        """
        How the catalogue's price lies to the list's range: 'over', 'under' or 'inden for'.

        None where the two cannot be held together.
        """
        new = self.katalogpris
        low, high = self.pris.lav, self.pris.hoej
        if not self.sammenlignes or new.lav is None or new.hoej is None or low is None or high is None:
            return None
        if new.lav > high:
            return "over"
        return "under" if new.hoej < low else "inden for"

    @property
    def aendring(self) -> Aendring | None:
        """From the list's price to the catalogue's: the least and the most that it can be; None as for `retning`."""
        new, old = self.katalogpris, self.pris
        if not self.retning or not old.lav or not old.hoej or new.lav is None or new.hoej is None:
            return None
        low, high = new.lav - old.hoej, new.hoej - old.lav
        return Aendring(low, high, 100 * low / old.hoej, 100 * high / old.lav)


@dataclass(frozen=True)
class Prisfund:
    """
    How the prices that can be held together have moved.

    `sammenlignet` are the undertakings, `veje` how many went each way, and `mest` the one that moved most in kroner,
    up or down, from high end to high end; None where none can be held together.
    """

    sammenlignet: tuple[Anlaeg, ...]
    veje: Mapping[Retning, int]
    mest: Anlaeg | None


def stoerste_forskel(anlaeg: Iterable[Anlaeg]) -> Anlaeg | None:
    """Return the undertaking whose two highest prices lie farthest apart, whichever is higher; None of none."""
    return max(anlaeg, key=lambda one: abs(flyttet(one)), default=None)


def flyttet(one: Anlaeg) -> float:
    """Return how far the catalogue's price has gone from the list's, from high end to high end in mio. kr."""
    return (one.katalogpris.hoej or 0.0) - (one.pris.hoej or 0.0)


def prisfund(found: Sequence[Anlaeg]) -> Prisfund:
    """Return how the prices of these undertakings have moved."""
    held = tuple(one for one in found if one.retning)
    ways = Counter(one.retning for one in held)
    return Prisfund(held, {way: ways[way] for way in RETNINGER}, stoerste_forskel(held))


def samlet(own: Sequence[Anlaeg]) -> tuple[Pris, Pris]:
    """Return the prices of these undertakings together, the list's and the catalogue's; unknown where one's is."""
    return _together([one.pris for one in own]), _together([one.katalogpris for one in own])


def samlet_retning(own: Sequence[Anlaeg]) -> Retning | None:
    """Return the way that all of a project's prices went; None where one cannot be compared or went another way."""
    ways = {one.retning for one in own}
    return ways.pop() if len(ways) == 1 else None


def antal_dyrere(projekter: Iterable[Sequence[Anlaeg]]) -> int:
    """Return how many of some projects have become dearer in all that can be compared (`samlet_retning`)."""
    return sum(samlet_retning(own) == "over" for own in projekter)


def _together(prices: Sequence[Pris]) -> Pris:
    if not prices or not all(price.kendt for price in prices):
        return Pris(None, None)
    return Pris(sum(price.lav or 0.0 for price in prices), sum(price.hoej or 0.0 for price in prices))


def katalog_kendt(frames: Frames, paa: date) -> bool:
    """Say whether the catalogue was there on a date."""
    return not kendt(frames["vip_katalog"], frames, paa).empty


def anlaeg(frames: Frames, paa: date) -> list[Anlaeg]:
    """Return the list's undertakings in printed order, with what the papers known on a date say that they cost."""
    places = frames["vip_projekt"].set_index("projekt_id")["nr"]
    listed = kendt(frames["vip_pris"], frames, paa).assign(plads=lambda frame: frame["projekt_id"].map(places))
    pairs = kendt(frames["vip_katalog"], frames, paa).merge(
        frames["mobilitet_indsats"][["indsats_nr", "navn", "anlaeg_status", "anlaeg_mio_kr_lav", "anlaeg_mio_kr_hoej"]],
        on="indsats_nr",
    )
    return [
        Anlaeg(
            projekt_id=row["projekt_id"],
            del_=int(row["del"]),
            navn=str(row["navn"]),
            pris=_price(row["pris_mio_kr_lav"], row["pris_mio_kr_hoej"]),
            pristekst=filled(row["pristekst"]),
            kilde=Kilde.af(row),
            katalog=tuple(_part(part) for _, part in _of(pairs, row).iterrows()),
        )
        for _, row in listed.sort_values(["plads", "del"]).iterrows()
    ]


def _of(pairs: pd.DataFrame, row: pd.Series) -> pd.DataFrame:
    found: pd.DataFrame = pairs[(pairs["projekt_id"] == row["projekt_id"]) & (pairs["del"] == row["del"])]
    return found


def _part(row: pd.Series) -> Led:
    return Led(
        indsats_nr=int(row["indsats_nr"]),
        navn=str(row["navn"]),
        status=str(row["anlaeg_status"]),
        pris=_price(row["anlaeg_mio_kr_lav"], row["anlaeg_mio_kr_hoej"]),
        sammenlignelig=bool(row["sammenlignelig"]),
        forklaring=str(row["forklaring"]),
        kilde=Kilde.af(row),
    )


def _price(low: float, high: float) -> Pris:
    return Pris(None, None) if pd.isna(low) else Pris(float(low), float(high))
