"""
The Erhvervshus' goals as they stood on a day: each with its traffic light, or with the papers' own verdict.

A row of the table ``resultatmaal`` is what one paper says of a goal. It is there from the day of that paper, and what
it says of the result from the day of the paper that the result was read in. The newest row is how the goal stands; the
others are its history.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

import pandas as pd

from analytics.paastand import Kilde, Paastand, paastand
from analytics.papirer import Tid, er_foraeldet, kendt, kendte_kilder, tider
from analytics.tabeller import Frames, filled
from analytics.trafiklys import ORD, Lys, Regel, hent_regel, lys_for

UAFKLARET = ORD[None]
"""How a goal stands that has neither a light nor a verdict."""

Udfald = Literal["naaet", "taet_paa", "ikke_naaet", "uafgjort"]
UDFALD: tuple[Udfald, ...] = get_args(Udfald)
"""How a goal can turn out: reached, near, missed, and settled neither by rule nor verdict; the best first."""

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
_IKKE_OPGJORT = "ikke opgjort"
_INTET_ENDNU = "Intet papir på den dag siger, hvordan det gik."


@dataclass(frozen=True)
class Maal:
    """
    One part of a goal: what is to be reached, what was, and how it stands.

    ``lys`` is None without a rule printed for the year; ``tilstand`` is then the papers' own verdict, None without one.
    Figures and texts that the papers do not have are None; ``resultat`` is where the result or the comment stands.
    ``tid`` is when the newest paper behind it, ``papir``, can be from; ``tidligere`` is the same goal by older
    papers, the newest first.
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
    tid: Tid
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
    def udfald(self) -> Udfald:
        """How it has turned out by the rule or the verdict."""
        if self.naaet is None:
            return "uafgjort"
        return "naaet" if self.naaet else "taet_paa" if self.taet_paa else "ikke_naaet"

    @property
    def i_gang(self) -> bool:
        """Whether more is to come: there is neither a verdict that ends it, nor a result without a verdict."""
        return self.tilstand not in _AFSLUTTET and (self.tilstand is not None or self.realiseret_tal is None)

    def er_for_gammelt(self, mdr: int, paa: date) -> bool:
        """Say whether more is to come and the newest of it is older on a date than the `mdr` between two reports."""
        return self.i_gang and er_foraeldet(self.tid.til, mdr, paa)


@dataclass(frozen=True)
class Stilling:
    """How many goals there are, and of them reached, near, missed, and settled neither by rule nor verdict."""

    antal: int
    naaet: int
    taet_paa: int
    ikke_naaet: int
    uafgjort: int


@dataclass(frozen=True)
class Aarsstilling:
    """How the goals of a year stand; `afventer` is whether no paper has yet said how any of them went."""

    aar: int
    stilling: Stilling
    afventer: bool


Aarstavler = Mapping[int, Sequence[Maal]]
"""Years and their goals, the latest year first."""


def stilling(goals: Sequence[Maal]) -> Stilling:
    """Return how these goals stand."""
    found = [goal.udfald for goal in goals]
    return Stilling(len(goals), *(found.count(each) for each in UDFALD))


def seneste_stilling(boards: Aarstavler) -> Aarsstilling | None:
    """Return how the goals of the latest year that has any stand, None where no year has."""
    for year, goals in boards.items():
        if goals:
            return Aarsstilling(year, stilling(goals), all(goal.tilstand == _IKKE_OPGJORT for goal in goals))
    return None


def efter_tema(boards: Aarstavler) -> Mapping[str, Aarstavler]:
    """Return the goals of each theme, year by year, the best outcome first; themes of the latest year come first."""
    themes = dict.fromkeys(goal.tema for goals in boards.values() for goal in goals)
    return {
        theme: {year: efter_udfald([goal for goal in goals if goal.tema == theme]) for year, goals in boards.items()}
        for theme in themes
    }


def efter_udfald(goals: Sequence[Maal]) -> list[Maal]:
    """Return these goals, the best outcome first, and in the papers' order where they have the same."""
    return sorted(goals, key=lambda goal: UDFALD.index(goal.udfald))


def ikke_naaede(goals: Sequence[Maal]) -> list[Maal]:
    """Return the goals that are not reached: the missed first, then the near, then what is not settled."""
    order: Sequence[Udfald] = ("ikke_naaet", "taet_paa", "uafgjort")
    return sorted((goal for goal in goals if goal.udfald in order), key=lambda goal: order.index(goal.udfald))


def udsagn(boards: Aarstavler) -> Iterator[tuple[int, Maal]]:
    """Return every goal with its year, each as the newest paper has it, and then as older ones have it."""
    for year, goals in boards.items():
        for goal in goals:
            yield from ((year, said) for said in (goal, *goal.tidligere))


def papirer(goals: Collection[Maal]) -> tuple[tuple[Tid, str], ...]:
    """Return the papers that what is known of these goals is from: when, and kilde_id, oldest first."""
    return tuple(sorted({(goal.tid, goal.papir) for goal in goals}))


def rapportering(frames: Frames) -> tuple[int, Kilde]:
    """Return how many months there are at most between two reports on the goals, and where that stands."""
    yearly: Paastand = paastand(frames["resultatpaastand"], "rapportering")
    return int(12 / yearly.tal), yearly.kilde


def aar(frames: Frames, paa: date) -> tuple[int, ...]:
    """Return the years that had goals on a day, the latest first."""
    return tuple(sorted(_stod(frames, paa)["aar"].unique().tolist(), reverse=True))


def temaer(frames: Frames) -> tuple[str, ...]:
    """Return every theme that a goal has had, as it is written, in the order of the rows: the printed come first."""
    return tuple(dict.fromkeys(frames["resultatmaal"]["tema"].astype(str)))


def aarstavler(frames: Frames, paa: date) -> Aarstavler:
    """Return the goals of each year that had any on a day."""
    return {year: tavle(frames, year, paa) for year in aar(frames, paa)}


def af_temaer(boards: Aarstavler, temaer: Collection[str]) -> Aarstavler:
    """Return the goals of these themes; a year without any of them is there, and empty."""
    return {year: [goal for goal in goals if goal.tema in temaer] for year, goals in boards.items()}


def tavle(frames: Frames, of_year: int, paa: date) -> tuple[Maal, ...]:
    """Return the goals of a year as they stood on a day, in the papers' order. Raises what `hent_regel` does."""
    rule = hent_regel(frames["resultatpaastand"])
    in_force = rule.aar == of_year and rule.kilde_tal.kilde_id in kendte_kilder(frames, paa)
    said = _stod(frames, paa).query("aar == @of_year")
    return tuple(
        _newest([_goal(row, rule if in_force else None) for _, row in rows.iterrows()])
        for _, rows in said.groupby(["nr", "del"], sort=False)
    )


def _stod(frames: Frames, paa: date) -> pd.DataFrame:
    """The rows that were there on a day, blank of results not yet told, each with its newest paper and that's date."""
    goals = kendt(frames["resultatmaal"], frames, paa)
    told_in = goals["resultat_kilde_id"].fillna(goals["kilde_id"])
    told = told_in.isin(kendte_kilder(frames, paa))
    goals = goals.assign(papir=told_in.where(told, goals["kilde_id"]))
    goals[_OM_RESULTATET] = goals[_OM_RESULTATET].where(told)
    goals.loc[~told, ["tilstand", "uafklaret"]] = [_IKKE_OPGJORT, _INTET_ENDNU]
    return goals.assign(tid=goals["papir"].map(tider(frames)))


def _newest(goals: list[Maal]) -> Maal:
    """
    The goal as the newest paper has it, under the theme and the name of its first row, which is the printed one.

    The oldest paper will not do: one that is added can be older, or lie between the goal and its result.
    """
    first = goals[0]
    *earlier, newest = sorted(goals, key=lambda goal: goal.tid.fra)
    return replace(newest, tema=first.tema, maal=first.maal, tidligere=tuple(reversed(earlier)))


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
        resultat=_told_at(row, document),
        papir=document,
        tid=row["tid"],
    )


def _told_at(row: pd.Series, document: str) -> Kilde | None:
    """Where the result or the comment stands; officials may give the row's page alone, or no place in the paper."""
    if not pd.isna(row["resultat_kilde_linje"]):
        return Kilde(document, int(row["resultat_kilde_linje"]))
    if row[["realiseret_tal", "realiseret_tekst", "kommentar"]].isna().all():
        return None
    own = document == str(row["kilde_id"])
    return Kilde(document, None, None if not own or pd.isna(row["side"]) else int(row["side"]))
