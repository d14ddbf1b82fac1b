"""
The Erhvervshus' goals as they stood on a day: each with its traffic light, or with the papers' own verdict.

A row of the table ``resultatmaal`` is what one paper says of a goal. It is there from the day of that paper, and what
it says of the result from the day of the paper that the result was read in. The newest row is how the goal stands; the
others are its history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analytics.paastand import Kilde, Paastand, paastand
from analytics.papirer import kendt, kendte_kilder
from analytics.tabeller import Frames, filled
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

_AFSLUTTET = ("opfyldt", "ikke opfyldt", "gennemført", "ikke målt")
"""The verdicts that nothing more is to come after."""

_OM_RESULTATET = ["realiseret_tal", "realiseret_tekst", "kommentar", "tilstand", "uafklaret", "resultat_kilde_linje"]
_INTET_ENDNU = "Intet papir på den dag siger, hvordan det gik."


@dataclass(frozen=True)
class Maal:
    """
    One part of a goal: what is to be reached, what was, and how it stands.

    ``lys`` is None without a rule printed for the year; ``tilstand`` is then the papers' own verdict, None without one.
    Figures and texts that the papers do not have are None; ``resultat`` is where the result or the comment stands.
    ``dato`` is that of the newest paper behind it, ``papir``, as sure as ``praecision`` says; ``tidligere`` is the same
    goal by older papers, the newest first.
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
    papir: str
    dato: date
    praecision: str
    tidligere: tuple[Maal, ...] = ()

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

    @property
    def i_gang(self) -> bool:
        """Whether more is to come: there is neither a verdict that ends it, nor a result without a verdict."""
        return self.tilstand not in _AFSLUTTET and (self.tilstand is not None or self.realiseret_tal is None)


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


def rapportering(frames: Frames) -> tuple[int, Kilde]:
    """Return how many months there are at most between two reports on the goals, and where that stands."""
    yearly: Paastand = paastand(frames["resultatpaastand"], "rapportering")
    return int(12 / yearly.tal), yearly.kilde


def aar(frames: Frames, paa: date) -> tuple[int, ...]:
    """Return the years that had goals on a day, the latest first."""
    return tuple(sorted(_stod(frames, paa)["aar"].unique().tolist(), reverse=True))


def tavle(frames: Frames, of_year: int, paa: date) -> tuple[Maal, ...]:
    """Return the goals of a year as they stood on a day, in the papers' order. Raises what `hent_regel` does."""
    rule = hent_regel(frames["resultatpaastand"])
    in_force = rule.aar == of_year and rule.kilde_tal.kilde_id in kendte_kilder(frames["kilde"], paa)
    said = _stod(frames, paa).query("aar == @of_year")
    return tuple(
        _newest([_goal(row, rule if in_force else None) for _, row in rows.iterrows()])
        for _, rows in said.groupby(["nr", "del"], sort=False)
    )


def _stod(frames: Frames, paa: date) -> pd.DataFrame:
    """The rows that were there on a day, blank of results not yet told, each with its newest paper and that's date."""
    goals = kendt(frames["resultatmaal"], frames["kilde"], paa)
    told_in = goals["resultat_kilde_id"].fillna(goals["kilde_id"])
    told = told_in.isin(kendte_kilder(frames["kilde"], paa))
    goals = goals.assign(papir=told_in.where(told, goals["kilde_id"]))
    goals[_OM_RESULTATET] = goals[_OM_RESULTATET].where(told)
    goals.loc[~told, ["tilstand", "uafklaret"]] = ["ikke opgjort", _INTET_ENDNU]
    dates = frames["kilde"].set_index("kilde_id")[["dato", "dato_praecision"]]
    return goals.join(dates, on="papir")


def _newest(goals: list[Maal]) -> Maal:
    *earlier, newest = sorted(goals, key=lambda goal: goal.dato)
    return replace(newest, tidligere=tuple(reversed(earlier)))


def _goal(row: pd.Series, rule: Regel | None) -> Maal:
    number, part, document = int(row["nr"]), str(row["del"]), str(row["papir"])
    return Maal(
        # The papers number the parts 1.1 one year and 1a the next.
        nummer=f"{number}.{part}" if part[0].isdigit() else f"{number}{part}",
        tema=str(row["tema"]),
        maal=str(row["maal"]),
        maal_tal=filled(row["maal_tal"]),
        realiseret_tal=filled(row["realiseret_tal"]),
        enhed=filled(row["enhed"]),
        realiseret_tekst=filled(row["realiseret_tekst"]),
        kommentar=filled(row["kommentar"]),
        tilstand=filled(row["tilstand"]),
        uafklaret=filled(row["uafklaret"]),
        lys=lys_for(row, rule) if rule else None,
        kilde=Kilde.af(row),
        resultat=None if pd.isna(row["resultat_kilde_linje"]) else Kilde(document, int(row["resultat_kilde_linje"])),
        papir=document,
        dato=row["dato"].date(),
        praecision=str(row["dato_praecision"]),
    )
