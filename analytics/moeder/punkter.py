"""
The items of KKR's meetings: what KKR is asked to do, which kommuner are named, and what papers say became of it.

Only papers that were there on the day count (`analytics.papirer`). No paper is a meeting's minutes: what KKR decided is
known only where another paper tells it.

Sources: the tables ``moede_punkt``, ``moede_opgave``, ``moede_opfoelgning``, ``moede_kommune``, ``moede_post`` and
``kilde``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

import pandas as pd

from analytics.paastand import Kilde
from analytics.papirer import Dokument, alle, kendt
from analytics.tabeller import Frames, filled

Bedes = Literal["godkende", "beslutte", "droefte", "efterretning", "intet", "kendes_ikke"]
BEDES: tuple[Bedes, ...] = get_args(Bedes)
"""What KKR can be asked, the weightiest first."""
Udfald = Literal["sket", "delvist", "udskudt", "videre", "naevnt"]
EMNER: Mapping[str, str] = {
    "klima": "Klima",
    "mobilitet": "Mobilitet",
    "sundhed": "Sundhed",
    "socialt": "Socialt område",
    "erhverv": "Erhverv",
    "uddannelse": "Uddannelse",
    "oekonomi": "Økonomi og beredskab",
    "udpegning": "Udpegninger",
    "moedet": "Mødet selv",
}
"""The subjects of the items, in words."""


@dataclass(frozen=True)
class Opfoelgning:
    """What a paper says became of an item, or of one of its tasks (`opgave_id`), and when, where it says so."""

    opgave_id: str | None
    udfald: Udfald
    fra: date | None
    til: date | None
    hvad: str
    kilde: Kilde


@dataclass(frozen=True)
class Naevnt:
    """A kommune that an item names, and why."""

    kommune_id: str
    rolle: str
    kilde: Kilde


@dataclass(frozen=True)
class Moedepunkt:
    """
    An item of a meeting, with all that papers known then say of it.

    `nr` is its number on the agenda and `titel` its heading, None where they are lost. `indstilling` is what is
    proposed, None where there is nothing, or where it is not in the papers (`bedes` says which).
    """

    punkt_id: str
    nr: str | None
    titel: str | None
    kort: str
    emne: str
    bedes: Bedes
    indstilling: str | None
    indstillingens_kilde: Kilde | None
    opfoelgning: tuple[Opfoelgning, ...]
    kommuner: tuple[Naevnt, ...]
    kilde: Kilde

    @property
    def navngivne(self) -> frozenset[str]:
        """The kommuner that it names."""
        return frozenset(each.kommune_id for each in self.kommuner)

    def om_opgave(self, opgave_id: str | None) -> tuple[Opfoelgning, ...]:
        """Return what became of one of its tasks; with None, what is said of the item as a whole."""
        return tuple(each for each in self.opfoelgning if each.opgave_id == opgave_id)


@dataclass(frozen=True)
class Post:
    """A seat that KKR fills, proposes somebody for, or has: in what, who appoints, and what the paper says of it."""

    organ: str
    hvem: str
    hvad: str
    punkt: Moedepunkt
    kilde: Kilde


def som_dag(value: Any) -> date | None:
    """Return a cell of dates as a day, None where it is blank."""
    return None if pd.isna(value) else pd.Timestamp(value).date()


def punkter(frames: Frames, paa: date) -> Mapping[str, Moedepunkt]:
    """Return the items of the papers known on a day by punkt_id, meeting by meeting as they are printed."""
    asked_by = dict(zip(frames["moede_opgave"]["opgave_id"], frames["moede_opgave"]["punkt_id"], strict=True))
    became: dict[str, list[Opfoelgning]] = {}
    for row in kendt(frames["moede_opfoelgning"], frames, paa).sort_values("raekkefoelge").to_dict("records"):
        told = Opfoelgning(
            filled(row["opgave_id"]),
            row["udfald"],
            som_dag(row["fra_dato"]),
            som_dag(row["til_dato"]),
            str(row["hvad"]),
            Kilde.af(row),
        )
        # A task is its own item's, whichever item an official has chosen for the row.
        became.setdefault(str(asked_by.get(told.opgave_id, row["punkt_id"])), []).append(told)
    named: dict[str, list[Naevnt]] = {}
    for row in kendt(frames["moede_kommune"], frames, paa).sort_values("kilde_linje").to_dict("records"):
        named.setdefault(str(row["punkt_id"]), []).append(
            Naevnt(str(row["kommune_id"]), str(row["rolle"]), Kilde.af(row))
        )
    rows = kendt(frames["moede_punkt"], frames, paa).sort_values(["kilde_id", "kilde_linje"])
    return {
        str(row["punkt_id"]): Moedepunkt(
            punkt_id=str(row["punkt_id"]),
            nr=filled(row["nr"]),
            titel=filled(row["titel"]),
            kort=str(row["kort"]),
            emne=str(row["emne"]),
            bedes=row["bedes_om"],
            indstilling=filled(row["indstilling"]),
            indstillingens_kilde=Kilde.ved(row, "indstilling_linje"),
            opfoelgning=tuple(became.get(str(row["punkt_id"]), ())),
            kommuner=tuple(named.get(str(row["punkt_id"]), ())),
            kilde=Kilde.af(row),
        )
        for row in rows.to_dict("records")
    }


def moeder(frames: Frames, paa: date) -> tuple[Dokument, ...]:
    """
    Return the papers known on a day that have items, the one with a whole agenda first, then the newest first.

    An agenda is whole where it says what KKR is asked of every item.
    """
    found = punkter(frames, paa).values()
    unknown = {each.kilde.kilde_id for each in found if each.bedes == "kendes_ikke"}
    with_items = {each.kilde.kilde_id for each in found}
    papers = [paper for paper in alle(frames) if paper.kilde_id in with_items and paper.tid is not None]
    newest_first = sorted(papers, key=lambda paper: paper.tid.fra if paper.tid else date.min, reverse=True)
    return tuple(sorted(newest_first, key=lambda paper: paper.kilde_id in unknown))


def paa_moede(frames: Frames, kilde_id: str, paa: date) -> tuple[Moedepunkt, ...]:
    """Return the items of one meeting's paper; none where it was not there on the day."""
    return tuple(each for each in punkter(frames, paa).values() if each.kilde.kilde_id == kilde_id)


def bedt_om(items: Iterable[Moedepunkt]) -> Mapping[Bedes, int]:
    """Return how many of the items ask each thing of KKR, the weightiest first; what none asks is left out."""
    counts = Counter(each.bedes for each in items)
    return {asked: counts[asked] for asked in BEDES if counts[asked]}


def dagsorden_kendt(items: Iterable[Moedepunkt]) -> bool:
    """Say whether the papers have what KKR is asked of most of these items."""
    found = list(items)
    return 2 * sum(each.bedes == "kendes_ikke" for each in found) < len(found)


def flest(items: Sequence[Moedepunkt]) -> tuple[str, int]:
    """Return the subject that most of the items are about, and how many are; of as many the one that comes first."""
    [(subject, count)] = Counter(item.emne for item in items).most_common(1)
    return subject, count


def poster(frames: Frames, paa: date) -> tuple[Post, ...]:
    """Return the seats that the papers known on a day tell of, those of the newest paper first."""
    found = punkter(frames, paa)
    rows = kendt(frames["moede_post"], frames, paa).to_dict("records")
    dated = {paper.kilde_id: paper.tid.fra if paper.tid else date.min for paper in alle(frames)}
    seats = [
        Post(str(row["organ"]), str(row["hvem"]), str(row["hvad"]), found[str(row["punkt_id"])], Kilde.af(row))
        for row in rows
    ]
    return tuple(sorted(seats, key=lambda seat: (dated[seat.kilde.kilde_id], seat.organ), reverse=True))
