"""
What the papers known on a date say of each VIP project, and how old that is beside the time between its reports.

Sources: the tables ``vip_status``, ``vip_projekt`` and ``kilde``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from analytics.paastand import Kilde
from analytics.papirer import Tid, er_foraeldet, kendt, mindst_gammel, tid_for, tider
from analytics.tabeller import Frames, filled
from analytics.tavler.vipprojekt import Projekt

Slags = Literal["status", "opmaerksomhed", "naeste_skridt", "resultat"]
Tilstand = Literal["på sporet", "forsinket", "i vanskeligheder", "afsluttet", "ukendt"]
ORD = 10
"""So many words a short status has at the most."""
LOEBENDE: tuple[Slags, ...] = ("status", "opmaerksomhed", "naeste_skridt")
"""What a newer paper replaces; a result stands."""


@dataclass(frozen=True)
class Punkt:
    """
    One thing that a paper says of a project, where, and whether it says the same of several projects at once.

    `kort` is the same in at most `ORD` words, and `tilstand` how officials find that the project is; None where the row
    does not say.
    """

    tekst: str
    kilde: Kilde
    faelles: bool
    kort: str | None = None
    tilstand: Tilstand | None = None


@dataclass(frozen=True)
class Omtaleafsnit:
    """What a paper says of a project under one heading (`art`), and when the paper can be from."""

    art: Slags
    tid: Tid
    punkter: tuple[Punkt, ...]


@dataclass(frozen=True)
class Alder:
    """How old something is on a date: when it can be from, its whole months at the least, and if that is too old."""

    tid: Tid
    mindst_mdr: int
    foraeldet: bool


def historier(frames: Frames, paa: date) -> Mapping[str, tuple[Omtaleafsnit, ...]]:
    """Return what the papers known on a date say, by projekt_id: the newest first, in printed order within each."""
    known = kendt(frames["vip_status"], frames, paa).sort_values("raekkefoelge", kind="stable")
    projects = known.groupby(["kilde_id", "kilde_linje"])["projekt_id"].transform("nunique")
    known = known.assign(faelles=projects > 1)
    times = tider(frames)
    parts: dict[str, list[Omtaleafsnit]] = {}
    for _, rows in known.groupby(["projekt_id", "art", "dato"], sort=False):
        first = rows.iloc[0]
        points = tuple(
            Punkt(
                str(row["tekst"]),
                Kilde.af(row),
                bool(row["faelles"]),
                filled(row["kort_status"]),
                filled(row["tilstand"]),
            )
            for _, row in rows.iterrows()
        )
        part = Omtaleafsnit(first["art"], tid_for(first.to_dict(), times), points)
        parts.setdefault(str(first["projekt_id"]), []).append(part)
    return {project: tuple(sorted(own, key=lambda part: part.tid.fra, reverse=True)) for project, own in parts.items()}


def seneste(afsnit: Iterable[Omtaleafsnit], art: Slags, *, egne: bool = False) -> Omtaleafsnit | None:
    """Return the newest of a project's sections of that kind, or None; `egne` passes over what is said of several."""
    found = (part for part in afsnit if part.art == art and not (egne and all(point.faelles for point in part.punkter)))
    return next(found, None)


def tidligere(afsnit: Sequence[Omtaleafsnit]) -> tuple[Omtaleafsnit, ...]:
    """Return the sections that newer ones have replaced: neither the newest of their kind nor the newest of its own."""
    newest = [seneste(afsnit, art, egne=own) for art in LOEBENDE for own in (False, True)]
    return tuple(part for part in afsnit if part.art in LOEBENDE and not any(part is kept for kept in newest))


def alder(projekt: Projekt, tid: Tid, paa: date) -> Alder:
    """Return how old something of a project is on a date; older than the time between its reports is too old."""
    return Alder(tid, mindst_gammel(tid.til, paa), er_foraeldet(tid.til, projekt.rapportering_mdr, paa))


def statusalder(projekt: Projekt, afsnit: Iterable[Omtaleafsnit], paa: date) -> Alder | None:
    """Return how old the newest of a project's statuses is on a date, None where it has none."""
    newest = seneste(afsnit, "status")
    return None if newest is None else alder(projekt, newest.tid, paa)
