"""
How a VIP project's goals stood on a date, by a rule that the board prints.

The papers have no traffic light for these projects, and none is made up: a goal's state follows from its deadline and
from what the papers say of it. Only what stood in a paper by the date counts (`papirer`).

Sources: the tables ``vip_maal``, ``vip_projekt`` and ``kilde``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

import pandas as pd

from analytics.paastand import Kilde
from analytics.papirer import kendt, kendte_kilder
from analytics.tabeller import Frames, filled
from analytics.tavler.vipprojekt import Omraade, Projekt, efter_id, projekter

Art = Literal["naaet", "ikke_naaet", "ikke_maalt", "videre", "afsluttet", "i_gang"]
ARTER: tuple[Art, ...] = get_args(Art)

REGEL: Mapping[Art, str] = {
    "naaet": "Papirerne siger, at målet er nået.",
    "ikke_naaet": "Fristen er passeret, og papirerne siger, at målet ikke er nået.",
    "ikke_maalt": "Fristen er passeret, og ingen af papirerne afgør, om målet er nået.",
    "videre": "Fristen er ikke passeret, eller målet har ingen, og papirerne siger, hvad der fører det videre.",
    "afsluttet": "Projektets periode er ovre, og papirerne siger ikke, hvad der fører målet videre.",
    "i_gang": "Projektets periode løber endnu.",
}
"""The rule: the first that fits is the goal's state. What carries a goal on stands beside every state."""

NAVNE: Mapping[Art, str] = {
    "naaet": "nået",
    "ikke_naaet": "ikke nået til fristen",
    "ikke_maalt": "frist passeret, ikke målt i kilderne",
    "videre": "videreført i …",
    "afsluttet": "afsluttet",
    "i_gang": "i gang",
}
"""What each state is called."""


@dataclass(frozen=True)
class Tilstand:
    """
    A goal's state on a date: which it is, in words, and what carries the goal on (None where nothing is known to).

    The words name the paper and the line that the state rests on, where it rests on one.
    """

    art: Art
    ord: str
    videre: str | None


@dataclass(frozen=True)
class Belaeg:
    """What a paper says of how a goal went; `maalt` is 'nej', 'delvist' or 'ja', `naaet` 'ja', 'nej' or None."""

    tekst: str
    maalt: str
    naaet: str | None
    kilde: Kilde


@dataclass(frozen=True)
class Projektmaal:
    """
    A goal of a project as it stood on a date: what is to be reached and by when, its state, and what it rests on.

    `frist_trykt` is the deadline in the paper's own words. `belaeg` and `videre_i` are what papers known by then say of
    how it went and of what carries it on (`videres_kilde` is where); None where none does.
    """

    projekt: Projekt
    nr: int
    maal: str
    frist: date | None
    frist_trykt: str | None
    belaeg: Belaeg | None
    videre_i: str | None
    videres_kilde: Kilde | None
    tilstand: Tilstand
    kilde: Kilde
    papirer: frozenset[str]

    @property
    def maalt(self) -> str:
        """Whether the papers known by then measure it: 'nej', 'delvist' or 'ja'."""
        return self.belaeg.maalt if self.belaeg else "nej"


@dataclass(frozen=True)
class Maalstilling:
    """How many goals there are, how many of them papers settle, and how many deadlines have passed unmeasured."""

    antal: int
    afgjort: int
    ikke_maalt: int


def stilling(goals: Iterable[Projektmaal]) -> Maalstilling:
    """Return how these goals stand."""
    states = Counter(goal.tilstand.art for goal in goals)
    return Maalstilling(states.total(), states["naaet"] + states["ikke_naaet"], states["ikke_maalt"])


def efter_tilstand(goals: Iterable[Projektmaal]) -> Mapping[Art, tuple[Projektmaal, ...]]:
    """Return the goals by the state that each is in, in the order of the rule; states that none is in are left out."""
    found: dict[Art, list[Projektmaal]] = {art: [] for art in ARTER}
    for goal in goals:
        found[goal.tilstand.art].append(goal)
    return {art: tuple(own) for art, own in found.items() if own}


def optalt(frames: Frames, omraade: Omraade, paa: date) -> Mapping[Projekt, Mapping[Art, int]]:
    """Return how many of each project's goals are in each state on a date: 0 where none is."""
    counts = Counter((goal.projekt, goal.tilstand.art) for goal in maal(frames, paa))
    return {project: {art: counts[project, art] for art in ARTER} for project in projekter(frames, omraade)}


def maal(frames: Frames, paa: date) -> tuple[Projektmaal, ...]:
    """Return the goals known on a date with their state then, project by project in printed order."""
    known, projects = kendte_kilder(frames, paa), efter_id(frames)
    rows = kendt(frames["vip_maal"], frames, paa).to_dict("records")
    goals = [_goal(row, projects[row["projekt_id"]], known, paa) for row in rows]
    return tuple(sorted(goals, key=lambda goal: (goal.projekt.omraade, goal.projekt.nr, goal.nr)))


def tilstand(
    projekt: Projekt,
    frist: date | None,
    frist_trykt: str | None,
    belaeg: Belaeg | None,
    videre: str | None,
    paa: date,
) -> Tilstand:
    """
    Return the state of a goal on a date, by `REGEL`.

    `belaeg` is what papers known by then say of how it went, `videre` what carries it on, in words. A deadline is
    passed the day after it.
    """
    passed = frist is not None and frist < paa
    if belaeg and belaeg.naaet == "ja":
        return Tilstand("naaet", f"nået ({belaeg.kilde.kort})", videre)
    if passed and belaeg and belaeg.naaet == "nej":
        return Tilstand("ikke_naaet", f"ikke nået til fristen ({belaeg.kilde.kort})", videre)
    if passed:
        partly = belaeg and belaeg.maalt == "delvist"
        measured = f"delvist målt ({belaeg.kilde.kort})" if belaeg and partly else "ikke målt i kilderne"
        return Tilstand("ikke_maalt", f"frist passeret, {measured}", videre)
    if videre:
        return Tilstand("videre", videre, None)
    # In the paper's own words, as beside the goal: «inden 2030» has its last day in 2029.
    words = "" if frist is None else frist_trykt.lower() if frist_trykt else str(frist.year)
    deadline = f"frist {words}" if words else "målet har ingen frist"
    if projekt.er_afsluttet(paa):
        return Tilstand("afsluttet", f"afsluttet {projekt.til_aar}; {deadline}", None)
    return Tilstand("i_gang", f"i gang; {deadline}", None)


def _goal(row: Mapping[Any, Any], projekt: Projekt, known: frozenset[str], paa: date) -> Projektmaal:
    frist = None if pd.isna(row["frist"]) else row["frist"].date()
    said, onwards = _where(row, "belaeg", known), _where(row, "videre", known)
    belaeg = Belaeg(str(row["belaeg"]), str(row["maalt"]), filled(row["naaet"]), said) if said else None
    videre = f"videreført i {row['videre_i']} ({onwards.kort})" if onwards else None
    own = Kilde.af(row)
    return Projektmaal(
        projekt=projekt,
        nr=int(row["nr"]),
        maal=str(row["maal"]),
        frist=frist,
        frist_trykt=filled(row["frist_trykt"]),
        belaeg=belaeg,
        videre_i=str(row["videre_i"]) if onwards else None,
        videres_kilde=onwards,
        tilstand=tilstand(projekt, frist, filled(row["frist_trykt"]), belaeg, videre, paa),
        kilde=own,
        papirer=frozenset(at.kilde_id for at in (own, said, onwards) if at),
    )


def _where(row: Mapping[Any, Any], what: str, known: frozenset[str]) -> Kilde | None:
    """Where a paper known by then says what carries a goal on (`videre`), or how it went (`belaeg`)."""
    kilde_id = row[f"{what}_kilde_id"]
    if pd.isna(kilde_id) or kilde_id not in known:
        return None
    line = row[f"{what}_kilde_linje"]
    return Kilde(str(kilde_id), None if pd.isna(line) else int(line))
