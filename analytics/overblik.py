"""What matters most in the papers, worked out from the tables: the figures behind the front page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from analytics.begreber import FIRST_YEAR, LAST_YEAR, SPECIALER
from analytics.kapacitet.formler import citizens_per_capacity, population
from analytics.paastand import Kilde, paastand
from analytics.tabeller import Frames
from analytics.tavler.resultatmaal import Stilling, aar, stilling, tavle
from analytics.tavler.vippris import Prisfund, anlaeg, prisfund


@dataclass(frozen=True)
class Worst:
    """The area with the most citizens per capacity, its figure, and how many times the region's that is."""

    omraade_id: str
    vaerdi: float
    region: float
    kilde: Kilde

    @property
    def gange(self) -> float:
        """How many times the region's figure."""
        return self.vaerdi / self.region


def worst_served(frames: Frames, speciale: int) -> Worst:
    """Return the worst-served area of a speciale in 2024, as printed in Tabel 3 or 4."""
    values = citizens_per_capacity(frames, speciale, FIRST_YEAR)
    worst = values.iloc[int(values["vaerdi"].argmax())]
    total = frames["fysio_kapacitet_total"].query("niveau == 'region' and speciale == @speciale")
    return Worst(
        str(worst["sted_id"]),
        float(worst["vaerdi"]),
        float(total["borgere_pr_kapacitet"].iloc[0]),
        Kilde.af(worst),
    )


@dataclass(frozen=True)
class AboveLimit:
    """The areas above a limit, worst first, how many citizens live there, and their share of the region (0-1)."""

    graense: float
    omraader: tuple[str, ...]
    borgere: float
    andel: float


def above_limit(frames: Frames, speciale: int, year: int) -> AboveLimit:
    """Return who lives above the limit that the paper itself holds speciale 51 against."""
    limit = paastand(frames["tekstpaastand"], "ingen-over-10000").tal
    values = citizens_per_capacity(frames, speciale, year).set_index("sted_id")["vaerdi"]
    above = values[values > limit].sort_values(ascending=False)
    citizens = population(frames, year)
    living = float(citizens[above.index].sum())
    return AboveLimit(limit, tuple(above.index), living, living / float(citizens.sum()))


@dataclass(frozen=True)
class Waits:
    """Waiting time of a speciale: how many areas wait over a limit (weeks) on average, and where it is longest."""

    graense: float
    antal: int
    ud_af: int
    laengst: str
    uger: float
    kilde: Kilde


def long_waits(frames: Frames, speciale: int) -> Waits:
    """Return the waits against the limit that the paper's text uses of speciale 62."""
    limit = paastand(frames["tekstpaastand"], "ventetid-62-over-20").tal
    waits = frames["fysio_ventetid"].query("speciale == @speciale")
    longest = waits.iloc[int(waits["uger_gns"].astype(float).argmax())]
    return Waits(
        limit,
        int((waits["uger_gns"] > limit).sum()),
        len(waits),
        str(longest["omraade_id"]),
        float(longest["uger_gns"]),
        Kilde.af(longest),
    )


@dataclass(frozen=True)
class Proposal:
    """
    What the proposal gives a speciale: capacities, number of areas, and the area where most is won in 2030.

    ``uden`` and ``med`` are the area's citizens per capacity as printed, and ``uden_beregnet`` and ``med_beregnet``
    the same of bilag 3's citizens and the capacity of Tabel 3 and 4.
    """

    kapaciteter: float
    omraader: int
    stoerst: str
    uden: float
    med: float
    uden_beregnet: float
    med_beregnet: float
    kilde: Kilde


def proposal(frames: Frames, speciale: int) -> Proposal:
    """Return the proposal's effect as printed in Tabel 10, 11 and 12."""
    given = frames["fysio_forslag"].query("speciale == @speciale")
    effect = frames["fysio_forslag_effekt"].query("speciale == @speciale")
    most = effect.iloc[int(effect["forandring_pct"].astype(float).argmax())]
    area = str(most["omraade_id"])
    citizens = population(frames, LAST_YEAR)[area]
    now = frames["fysio_kapacitet"].query("speciale == @speciale").set_index("omraade_id")["kapacitet"].astype(float)
    more = given.set_index("omraade_id")["tillaeg"].astype(float)
    return Proposal(
        float(given["tillaeg"].sum()),
        int((given["tillaeg"] > 0).sum()),
        area,
        float(most["borgere_pr_kapacitet_uden"]),
        float(most["borgere_pr_kapacitet_med"]),
        float(citizens / now[area]),
        float(citizens / (now[area] + more[area])),
        Kilde.af(most),
    )


def new_capacities(frames: Frames) -> float:
    """Return what the proposal gives the two specialer together, in capacities."""
    return math.fsum(proposal(frames, speciale).kapaciteter for speciale in SPECIALER)


def prices(frames: Frames, paa: date) -> Prisfund:
    """Return how the list's prices lie to the mobility catalogue's, by the papers known on a date."""
    return prisfund(anlaeg(frames, paa))


def goals(frames: Frames, paa: date) -> tuple[int, Stilling]:
    """Return the latest year that the Erhvervshus had goals for on a day, and how they stood."""
    latest = aar(frames, paa)[0]
    return latest, stilling(tavle(frames, latest, paa))
