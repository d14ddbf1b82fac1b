"""The Erhvervshus' goals as a board: each with its traffic light, or with the papers' own verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.measures import Frames
from analytics.paastand import Kilde
from analytics.trafiklys import Lys, Regel, hent_regel, lys_for

UAFKLARET = "uafklaret"
"""How a goal stands that has neither a light nor a verdict."""

_NAAET: Mapping[str, bool] = {
    "opfyldt": True,
    "gennemført": True,
    "i proces": False,
    "ikke opfyldt": False,
    "ikke i gang": False,
}
"""Whether a verdict says that the goal is reached; other verdicts settle nothing."""


@dataclass(frozen=True)
class Maal:
    """
    One part of a goal: what is to be reached, what was, and how it stands.

    ``lys`` is None in a year without a printed rule; ``tilstand`` is then the papers' own verdict, None without one.
    Figures and texts that the papers do not have are None; ``resultat`` is where the result or the comment stands.
    """

    nummer: str
    tema: str
    maal: str
    maal_tal: float | None
    realiseret_tal: float | None
    enhed: str | None
    realiseret_tekst: str | None
    kommentar: str | None
    tilstand: str | None
    uafklaret: str | None
    lys: Lys | None
    kilde: Kilde
    resultat: Kilde | None

    @property
    def stand(self) -> str:
        """How it stands, in a word: the light's, or the papers' verdict."""
        return self.lys.ord if self.lys else self.tilstand or UAFKLARET

    @property
    def naaet(self) -> bool | None:
        """Whether it is reached by the rule or the verdict; None where neither settles it."""
        if self.lys:
            return None if self.lys.farve is None else self.lys.farve == "groen"
        return _NAAET.get(self.tilstand or "")

    @property
    def taet_paa(self) -> bool:
        """Whether it is not reached but near it by the rule, whose light is then yellow."""
        return self.lys is not None and self.lys.farve == "gul"


@dataclass(frozen=True)
class Stilling:
    """How many goals there are, and of them reached, near, missed, and settled neither by rule nor verdict."""

    antal: int
    naaet: int
    taet_paa: int
    ikke_naaet: int
    uafgjort: int


def stilling(goals: Sequence[Maal]) -> Stilling:
    """Return how these goals stand."""
    reached = sum(goal.naaet is True for goal in goals)
    near = sum(goal.taet_paa for goal in goals)
    unsettled = sum(goal.naaet is None for goal in goals)
    return Stilling(len(goals), reached, near, len(goals) - reached - near - unsettled, unsettled)


def aar(frames: Frames) -> tuple[int, ...]:
    """Return the years that have goals, the latest first."""
    return tuple(sorted({int(year) for year in frames["resultatmaal"]["aar"]}, reverse=True))


def tavle(frames: Frames, of_year: int) -> tuple[Maal, ...]:
    """Return the goals of a year in the papers' order. Raises what `hent_regel` and `lys_for` do."""
    rule = hent_regel(frames["resultatpaastand"])
    goals = frames["resultatmaal"]
    return tuple(_goal(row, rule) for _, row in goals[goals["aar"] == of_year].iterrows())


def _goal(row: pd.Series, rule: Regel) -> Maal:
    number, part = int(row["nr"]), str(row["del"])
    return Maal(
        # The papers number the parts 1.1 one year and 1a the next.
        nummer=f"{number}.{part}" if part[0].isdigit() else f"{number}{part}",
        tema=str(row["tema"]),
        maal=str(row["maal"]),
        maal_tal=_figure(row["maal_tal"]),
        realiseret_tal=_figure(row["realiseret_tal"]),
        enhed=_text(row["enhed"]),
        realiseret_tekst=_text(row["realiseret_tekst"]),
        kommentar=_text(row["kommentar"]),
        tilstand=_text(row["tilstand"]),
        uafklaret=_text(row["uafklaret"]),
        lys=lys_for(row, rule) if int(row["aar"]) == rule.aar else None,
        kilde=Kilde.af(row),
        resultat=None
        if pd.isna(row["resultat_kilde_id"])
        else Kilde(str(row["resultat_kilde_id"]), int(row["resultat_kilde_linje"])),
    )


def _figure(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _text(value: str | None) -> str | None:
    return None if pd.isna(value) else str(value)
