"""
The Erhvervshus' annual report as it stood on a day: its figures, and the effects held against the goals.

The effects are of companies that were advised some years before: they settle no goal of the report's own year. Source:
the tables ``erhvervshus_tal`` and ``resultatmaal``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analytics.paastand import Kilde
from analytics.papirer import kendt
from analytics.tabeller import Frames, filled

EFFEKT = "effekt"
"""What the table calls the figures of the effects."""


@dataclass(frozen=True)
class Beretningstal:
    """
    A figure of the report: what it counts, its section (`emne`), its reservation («over»), the year and its note.

    `maal` are number and part of the goal of the report's year that it says something of, None where there is none.
    """

    tal_id: str
    emne: str
    hvad: str
    tal: float
    enhed: str
    graense: str | None
    aar: int
    maal: tuple[int, str] | None
    note: str | None
    kilde: Kilde


@dataclass(frozen=True)
class Maaleffekt:
    """
    An effect in per cent, the same as an amount, and what the goal asks for.

    `maal_tal` is None for a goal that has no figure and only asks for more; `maalets_kilde` is where the goal stands.
    """

    procent: Beretningstal
    beloeb: Beretningstal
    maal_tal: float | None
    maalets_kilde: Kilde

    @property
    def naaet(self) -> bool:
        """Whether the goal's figure was reached, or anything at all where it has none."""
        return self.procent.tal > 0 if self.maal_tal is None else self.procent.tal >= self.maal_tal


@dataclass(frozen=True)
class Effektstilling:
    """
    How many of the effects' goals are reached, and the effects whose goals are not.

    `vejledt` is the year that the companies were advised, `beretning` the report's own.
    """

    antal: int
    naaet: int
    ikke_naaet: tuple[Maaleffekt, ...]
    vejledt: int
    beretning: int


def beretning(frames: Frames, paa: date) -> tuple[Beretningstal, ...]:
    """Return the figures of the report that stood in a paper by a day, in its order."""
    return tuple(
        Beretningstal(
            str(row["tal_id"]),
            str(row["emne"]),
            str(row["hvad"]),
            float(row["tal"]),
            str(row["enhed"]),
            filled(row["graense"]),
            int(row["aar"]),
            None if (number := filled(row["maal_nr"])) is None else (int(number), str(row["maal_del"])),
            filled(row["note"]),
            Kilde.af(row),
        )
        for row in kendt(frames["erhvervshus_tal"], frames, paa).to_dict("records")
    )


def effekter(frames: Frames, paa: date) -> tuple[Maaleffekt, ...]:
    """Return the effects by what was known on a day, in the order of the goals that they say something of."""
    told = beretning(frames, paa)
    effects = [each for each in told if each.emne == EFFEKT and each.maal]
    if not effects:
        return ()
    goals = kendt(frames["resultatmaal"], frames, paa)
    goals = goals[(goals["aar"] == max(each.aar for each in told)) & (goals["kilde_id"] == effects[0].kilde.kilde_id)]
    of_goal = {(int(row["nr"]), str(row["del"])): row for row in goals.to_dict("records")}
    found = []
    for goal in sorted({each.maal for each in effects if each.maal}):
        percent, amount = sorted((each for each in effects if each.maal == goal), key=lambda each: each.enhed != "pct.")
        found.append(Maaleffekt(percent, amount, filled(of_goal[goal]["maal_tal"]), Kilde.af(of_goal[goal])))
    return tuple(found)


def effektstilling(frames: Frames, paa: date) -> Effektstilling | None:
    """Return how the effects' goals stand by what was known on a day; None where no report was there yet."""
    effects = effekter(frames, paa)
    if not effects:
        return None
    missed = tuple(each for each in effects if not each.naaet)
    year = max(each.aar for each in beretning(frames, paa))
    return Effektstilling(len(effects), len(effects) - len(missed), missed, effects[0].procent.aar, year)
