"""
Who the papers known on a date name in the VIP projects, and in what role; who is not named is not called absent.

Sources: the tables ``vip_deltager``, ``aktoer``, ``vip_projekt`` and ``kilde``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

import pandas as pd

from analytics.paastand import Kilde
from analytics.papirer import kendt
from analytics.tabeller import Frames, filled
from analytics.tavler.vipprojekt import Omraade, Projekt, projekter
from dansk import alfabet

Rolle = Literal["tovholder", "deltager", "pilot", "temagruppe"]
ROLLER: tuple[Rolle, ...] = get_args(Rolle)
"""The roles, the one that says most first."""


@dataclass(frozen=True)
class Deltager:
    """
    Somebody named in a project, with all their roles in the order of `ROLLER`; `art` is 'kommune', 'region' or 'andet'.

    `fra_dato` is when the first of the roles with a date began, None where no paper says, and `praecision` how sure it
    is. `kilde` is where the first role stands.
    """

    projekt_id: str
    aktoer_id: str
    navn: str
    art: str
    kommune_id: str | None
    roller: tuple[Rolle, ...]
    fra_dato: date | None
    praecision: str
    kilde: Kilde

    @property
    def er_kommune(self) -> bool:
        """Whether it is a kommune."""
        return self.art == "kommune"


@dataclass(frozen=True)
class Deltagerliste:
    """
    Who is named in one project: the kommuner on its list, and those that are not on it, in Danish order.

    Of these `kun_temagruppe` are in its temagruppe, and `kun_pilot` try it out. `tovholdere` are whoever lead it,
    `andre` who are on the list and no kommune.
    """

    kommuner: tuple[Deltager, ...]
    kun_temagruppe: tuple[Deltager, ...]
    kun_pilot: tuple[Deltager, ...]
    tovholdere: tuple[Deltager, ...]
    andre: tuple[Deltager, ...]
    nogen: bool

    @property
    def alle_kommuner(self) -> frozenset[str]:
        """Every kommune that is named in the project, in whatever role, by kommune_id."""
        named = (*self.kommuner, *self.kun_temagruppe, *self.kun_pilot, *self.tovholdere)
        return frozenset(each.kommune_id for each in named if each.kommune_id)


@dataclass(frozen=True)
class Projektkommuner:
    """
    The names of the kommuner on a project's list, and what share (0-1) of all kommuner they are.

    `ved_siden_af` are those that are named in it and not on the list.
    """

    navne: tuple[str, ...]
    ved_siden_af: tuple[str, ...]
    andel: float

    @property
    def antal(self) -> int:
        """How many are on the list."""
        return len(self.navne)


@dataclass(frozen=True)
class Optaelling:
    """
    In how many of the projects with a list each is named: kommuner by kommune_id, others by aktoer_id with their name.

    `lister` are the projects with a list, `hoejst` the most that a kommune is named in, and `flest` the kommuner that
    are named so often.
    """

    lister: frozenset[str]
    kommuner: Mapping[str, int]
    andre: Mapping[str, tuple[str, int]]
    hoejst: int
    flest: tuple[str, ...]


@dataclass(frozen=True)
class TryktListe:
    """Kommuner of one role that are printed together: in which project, how many, and where."""

    projekt_id: str
    rolle: Rolle
    antal: int
    kilde: Kilde


def deltagelse(frames: Frames, omraade: Omraade, paa: date) -> tuple[Deltager, ...]:
    """
    Return who is named in the projects of a field on a date, each once in each project, by the first of their roles.

    A role with a date counts from it.
    """
    actors = frames["aktoer"].set_index("aktoer_id").to_dict("index")
    roles: dict[tuple[str, str], list[Mapping[Any, Any]]] = {}
    for row in sorted(_rows(frames, omraade, paa), key=lambda row: ROLLER.index(row["rolle"])):
        if pd.isna(row["fra_dato"]) or row["fra_dato"].date() <= paa:
            roles.setdefault((row["projekt_id"], row["aktoer_id"]), []).append(row)
    return tuple(
        _named(project, actor, actors[actor], rows) for (project, actor), rows in roles.items() if actor in actors
    )


def med_liste(named: Iterable[Deltager]) -> frozenset[str]:
    """
    Return the projects (projekt_id) with a list of kommuner: only there can one that is not named be called that.

    A paper that names a tovholder alone has no list.
    """
    return frozenset(each.projekt_id for each in named if each.er_kommune and "deltager" in each.roller)


def liste(named: Iterable[Deltager], projekt_id: str) -> Deltagerliste:
    """Return who is named in one project."""
    own = [each for each in named if each.projekt_id == projekt_id]
    listed = [each for each in own if each.er_kommune and "deltager" in each.roller]

    def _beside(rolle: Rolle) -> tuple[Deltager, ...]:
        return _in_order(each for each in own if each.er_kommune and rolle in each.roller and each not in listed)

    return Deltagerliste(
        kommuner=_in_order(listed),
        kun_temagruppe=_beside("temagruppe"),
        kun_pilot=_beside("pilot"),
        tovholdere=tuple(each for each in own if "tovholder" in each.roller),
        andre=tuple(each for each in own if not each.er_kommune and "deltager" in each.roller),
        nogen=bool(own),
    )


def optael(named: Sequence[Deltager], kommuner: Iterable[str]) -> Optaelling:
    """Count in how many of the projects with a list each of these kommuner, and each other, is named."""
    lists = med_liste(named)
    counts = Counter(each.aktoer_id for each in named if each.projekt_id in lists)
    by_kommune = Counter(each.kommune_id for each in named if each.er_kommune and each.projekt_id in lists)
    own = {kommune: by_kommune[kommune] for kommune in kommuner}
    most = max(own.values(), default=0)
    return Optaelling(
        lists,
        own,
        {each.aktoer_id: (each.navn, counts[each.aktoer_id]) for each in named if not each.er_kommune},
        most,
        tuple(kommune for kommune, count in own.items() if most and count == most),
    )


def kommuner_i(named: Iterable[Deltager], projekt_id: str, *, ud_af: int) -> Projektkommuner | None:
    """Return the kommuner of a project, in Danish order, and their share of all; None where none is named."""
    own = _in_order(each for each in named if each.er_kommune and each.projekt_id == projekt_id)
    listed = tuple(each.navn for each in own if "deltager" in each.roller)
    beside = tuple(each.navn for each in own if "deltager" not in each.roller)
    return Projektkommuner(listed, beside, len(listed) / ud_af) if own else None


def projekter_med(named: Iterable[Deltager], kommune_id: str) -> frozenset[str]:
    """Return the projects (projekt_id) that name a kommune."""
    return frozenset(each.projekt_id for each in named if each.kommune_id == kommune_id)


def antal_kommuner(frames: Frames, omraade: Omraade, paa: date) -> Mapping[Projekt, int | None]:
    """Return how many kommuner each project's list has on a date; None where it has none, which is no zero."""
    named = deltagelse(frames, omraade, paa)
    counts = Counter(each.projekt_id for each in named if each.er_kommune and "deltager" in each.roller)
    return {project: counts[project.projekt_id] or None for project in projekter(frames, omraade)}


def trykte_lister(frames: Frames, omraade: Omraade, paa: date) -> tuple[TryktListe, ...]:
    """Return where kommuner are printed together in one role, with how many they are, in the tables' order."""
    kommuner = set(frames["aktoer"].query("art == 'kommune'")["aktoer_id"])
    counts = Counter(
        (str(row["projekt_id"]), row["rolle"], Kilde.af(row))
        for row in _rows(frames, omraade, paa)
        if row["aktoer_id"] in kommuner
    )
    return tuple(TryktListe(project, role, count, at) for (project, role, at), count in counts.items())


def _rows(frames: Frames, omraade: Omraade, paa: date) -> list[dict[Any, Any]]:
    """The rows that stood in a paper by a date of the field's projects."""
    own = {project.projekt_id for project in projekter(frames, omraade)}
    known = kendt(frames["vip_deltager"], frames, paa)
    return known[known["projekt_id"].isin(own)].to_dict("records")


def _named(projekt_id: str, aktoer_id: str, actor: Mapping[Any, Any], rows: Sequence[Mapping[Any, Any]]) -> Deltager:
    dated = next((row for row in rows if not pd.isna(row["fra_dato"])), None)
    return Deltager(
        projekt_id,
        aktoer_id,
        str(actor["navn"]),
        str(actor["art"]),
        filled(actor["kommune_id"]),
        tuple(row["rolle"] for row in rows),
        dated["fra_dato"].date() if dated else None,
        str(dated["fra_dato_praecision"]) if dated else "dag",
        Kilde.af(rows[0]),
    )


def _in_order(named: Iterable[Deltager]) -> tuple[Deltager, ...]:
    return tuple(sorted(named, key=lambda each: alfabet.order(each.navn)))
