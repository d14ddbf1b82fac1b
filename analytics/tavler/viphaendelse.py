"""
What happened to the VIP projects and what was expected, and the reports that were due.

Sources: the tables ``vip_haendelse``, ``vip_status``, ``vip_projekt`` and ``kilde``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from analytics.paastand import Kilde
from analytics.papirer import dokumenter, kendt, kendte_kilder, sidste_dag, tid_for, tider
from analytics.tabeller import Frames, filled
from analytics.tavler.vipprojekt import Omraade, Projekt, projekter
from dansk.dato import MONTHS

Form = Literal["ventet", "sikker", "usikker"]


@dataclass(frozen=True)
class Haendelse:
    """
    Something that happened to a field's projects, or to one of them (`projekt_id`), from a first to a last day.

    `ventet` is whether it had not begun on the day that it is told of.
    """

    haendelse_id: str
    omraade: Omraade
    projekt_id: str | None
    fra: date
    til: date
    praecision: str
    art: str
    hvad: str
    ventet: bool
    kilde: Kilde

    def form(self, paa: date) -> Form:
        """Return how sure it is on a day: a period that is planned is not over before its last day has passed."""
        if self.ventet or (self.praecision == "dag" and self.til > paa):
            return "ventet"
        return "sikker" if self.praecision == "dag" else "usikker"


@dataclass(frozen=True)
class Optalt:
    """How many events there are of a kind (`arter`; of one that is not there, none), and how many were expected."""

    arter: Counter[str]
    ventet: int


@dataclass(frozen=True)
class Rapport:
    """A report that was due: from which day to which, and whether the papers known hold one from those days."""

    fra: date
    til: date
    holdt: bool


@dataclass(frozen=True)
class Rapportering:
    """
    The reports on a field's projects, as they stood on a day.

    `forfaldne` are those that had fallen due; `maaneder_kendt` is whether the papers say in which months they are.
    `med_status` is how many of the `projekter` the papers known then have a status for.
    """

    projekter: tuple[Projekt, ...]
    maaneder_kendt: bool
    forfaldne: tuple[Rapport, ...]
    med_status: int

    @property
    def holdt(self) -> int:
        """How many of the reports the papers hold."""
        return sum(report.holdt for report in self.forfaldne)

    @property
    def fra_aar(self) -> int:
        """The first year of the projects."""
        return min(project.fra_aar for project in self.projekter)

    @property
    def hver_mdr(self) -> int:
        """The most months that there are between two reports."""
        return max(project.rapportering_mdr for project in self.projekter)


def haendelser(frames: Frames, omraade: Omraade, paa: date, projekt_id: str | None = None) -> tuple[Haendelse, ...]:
    """
    Return the timeline on a date, in order: what the papers known then tell of, and what they expected.

    What a later paper tells is not on it, though it had happened. With a `projekt_id`, what happened to another project
    is left out.
    """
    known = kendte_kilder(frames, paa)
    rows = frames["vip_haendelse"].query("omraade == @omraade").to_dict("records")
    told = [event for event in (_event(row, paa) for row in rows) if event.kilde.kilde_id in known]
    own = [event for event in told if projekt_id is None or event.projekt_id in (None, projekt_id)]
    return tuple(sorted(own, key=lambda event: (event.fra, event.til)))


def optalt(events: Iterable[Haendelse]) -> Optalt:
    """Return how many these events are."""
    found = list(events)
    return Optalt(Counter(event.art for event in found), sum(event.ventet for event in found))


def tidsrum(frames: Frames, events: Iterable[Haendelse]) -> tuple[int, int]:
    """Return the first and the last year of a timeline: from its first event, or paper, to the newest paper."""
    years = [paper.tid.fra.year for paper in dokumenter(frames) if paper.tid]
    return min((event.fra.year for event in events), default=min(years)), max(years)


def rapportmaaneder(rapportering: str) -> list[tuple[int, int]]:
    """
    Return the months (from, to) in which reports are due each year, as the text on reporting names them.

    >>> rapportmaaneder("Forår (marts-april), efterår (oktober-november) og til sidst i perioden.")
    [(3, 4), (10, 11)]
    """
    name = "|".join(MONTHS)
    return [(MONTHS.index(a) + 1, MONTHS.index(b) + 1) for a, b in re.findall(rf"({name})-({name})", rapportering)]


def rapportperioder(frames: Frames, omraade: Omraade) -> tuple[tuple[date, date], ...]:
    """
    Return when reports are due: a first and a last day for each, from the projects' start to their last year's end.

    Empty where the papers name no months, no start or no last year.
    """
    own, events = projekter(frames, omraade), frames["vip_haendelse"]
    due = rapportmaaneder(own[0].rapportering)
    starts = events[(events["omraade"] == omraade) & (events["art"] == "start")]
    last_years = [project.til_aar for project in own if project.til_aar is not None]
    if not due or starts.empty or len(last_years) < len(own):
        return ()
    begun = starts["til_dato"].min().date()
    windows = (
        (date(year, first, 1), sidste_dag(date(year, last, 1), "maaned"))
        for year in range(begun.year, max(last_years) + 1)
        for first, last in due
    )
    return tuple(window for window in windows if window[0] > begun)


def rapportering(frames: Frames, omraade: Omraade, paa: date) -> Rapportering:
    """Return the reports that had fallen due on a date, and which of them the papers known then hold."""
    own = projekter(frames, omraade)
    told = kendt(frames["vip_status"], frames, paa)
    told = told[(told["art"] == "status") & told["projekt_id"].isin([project.projekt_id for project in own])]
    # A status that is dated by its year alone can be of any report that year.
    times = tider(frames)
    days = {tid_for(row, times) for row in told[told["dato_praecision"] != "aar"].to_dict("records")}
    return Rapportering(
        own,
        bool(rapportmaaneder(own[0].rapportering)),
        tuple(
            Rapport(first, last, any(tid.fra >= first and tid.til <= last for tid in days))
            for first, last in rapportperioder(frames, omraade)
            if first <= paa
        ),
        int(told["projekt_id"].nunique()),
    )


def _event(row: Mapping[Any, Any], paa: date) -> Haendelse:
    begun = row["fra_dato"].date()
    return Haendelse(
        str(row["haendelse_id"]),
        row["omraade"],
        filled(row["projekt_id"]),
        begun,
        row["til_dato"].date(),
        str(row["dato_praecision"]),
        str(row["art"]),
        str(row["hvad"]),
        begun > paa,
        Kilde.af(row),
    )
