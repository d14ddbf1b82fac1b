"""How the VIP projects of a field stand on a date: what is over, what is carried on, and what has grown too old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from analytics.papirer import Tid, henvist, kendt, kendte_kilder, tider
from analytics.tabeller import Frames
from analytics.tavler.viphaendelse import Haendelse, haendelser
from analytics.tavler.vipmaal import Projektmaal
from analytics.tavler.vipomtale import Alder, Omtaleafsnit, alder, historier, seneste, statusalder
from analytics.tavler.vippris import Anlaeg, anlaeg
from analytics.tavler.vipprojekt import Projekt, projekter

_SAGT = ("vip_status", "vip_maal", "vip_deltager")
"""The tables of what the papers say of a project."""


@dataclass(frozen=True)
class Klimastilling:
    """
    How the klima projects stand: those that are over, in which years, and of the ongoing how many lack a fresh status.

    `videre` is how many papers say are carried on, and `flest` what carries most of them on, with how many; None where
    none is.
    """

    projekter: tuple[Projekt, ...]
    afsluttede: tuple[Projekt, ...]
    aar: tuple[int, ...]
    foraeldede: int
    videre: int
    flest: tuple[str, int] | None


@dataclass(frozen=True)
class Omtale:
    """
    What the papers known on a day have of a project: its undertakings, what they say of it, and what happened.

    `papirer` are those that have something of that very project, and `nyeste` is when the newest of them can be
    from. `alder` is that of its newest status or, where it has none (`har_status`), of the newest paper.
    """

    projekt: Projekt
    anlaeg: tuple[Anlaeg, ...]
    fortalt: tuple[Omtaleafsnit, ...]
    begivenheder: tuple[Haendelse, ...]
    papirer: frozenset[str]
    nyeste: Tid
    har_status: bool
    alder: Alder


def videre_i(goals: Iterable[Projektmaal], projekt_id: str) -> tuple[str, ...]:
    """Return what carries a project's goals on, each once, in the order of its goals."""
    own = (goal.videre_i for goal in goals if goal.projekt.projekt_id == projekt_id)
    return tuple(dict.fromkeys(where for where in own if where))


def klimastilling(frames: Frames, goals: Sequence[Projektmaal], paa: date) -> Klimastilling:
    """Return how the klima projects stand on a date; `goals` are the projects' goals known then."""
    own, told = projekter(frames, "klima"), historier(frames, paa)
    over = tuple(project for project in own if project.er_afsluttet(paa))
    ages = [statusalder(project, told.get(project.projekt_id, ()), paa) for project in own if project not in over]
    onwards = {project.projekt_id: videre_i(goals, project.projekt_id) for project in own}
    carriers = Counter(where for each in onwards.values() for where in each)
    return Klimastilling(
        own,
        over,
        tuple(sorted({project.til_aar for project in over if project.til_aar is not None})),
        sum(age is None or age.foraeldet for age in ages),
        sum(bool(each) for each in onwards.values()),
        carriers.most_common(1)[0] if carriers else None,
    )


def omtaler(frames: Frames, paa: date) -> tuple[Omtale, ...]:
    """Return what the papers have of each infrastructure project on a date; none before the list of them is known."""
    told, undertakings = historier(frames, paa), anlaeg(frames, paa)
    events = haendelser(frames, "infrastruktur", paa)
    found = []
    for project in projekter(frames, "infrastruktur"):
        own = tuple(one for one in undertakings if one.projekt_id == project.projekt_id)
        if own:
            happened = tuple(event for event in events if event.projekt_id == project.projekt_id)
            found.append(_mention(frames, project, own, told.get(project.projekt_id, ()), happened, paa))
    return tuple(found)


def papirer_bag(frames: Frames, paa: date, projekt_ids: Iterable[str]) -> frozenset[str]:
    """Return the papers known on a date that what is said of these projects rests on (`_SAGT`)."""
    own = set(projekt_ids)
    said = (kendt(frames[name], frames, paa) for name in _SAGT)
    behind = (henvist(rows[rows["projekt_id"].isin(own)]) for rows in said)
    return kendte_kilder(frames, paa) & frozenset[str]().union(*behind)


def _mention(
    frames: Frames,
    projekt: Projekt,
    own: tuple[Anlaeg, ...],
    told: tuple[Omtaleafsnit, ...],
    events: tuple[Haendelse, ...],
    paa: date,
) -> Omtale:
    said = {point.kilde.kilde_id for part in told for point in part.punkter}
    papers = frozenset(said | {event.kilde.kilde_id for event in events}).union(*(one.papirer for one in own))
    newest = max(tid for kilde_id, tid in tider(frames).items() if kilde_id in papers)
    age = statusalder(projekt, told, paa)
    return Omtale(
        projekt,
        own,
        told,
        events,
        papers,
        newest,
        seneste(told, "status") is not None,
        age or alder(projekt, newest, paa),
    )
