"""
Recruitment and training as the papers of a day tell them: goals, where the region stood, and what is recommended.

Source: the tables ``arbejdskraft_tal`` and ``arbejdskraft_anbefaling`` (000 and 002).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from analytics.paastand import Kilde
from analytics.papirer import kendt, kendte_kilder
from analytics.tabeller import Frames, filled

Emne = Literal["uddannelse", "rekruttering"]

PAPIRER: Mapping[str, str] = {
    "rekruttering": "Notat om rekruttering",
    "erhvervsuddannelse": "Rammepapir om erhvervsuddannelser (udkast)",
    "uddannelsesstrategi": "Fælles uddannelsesstrategi (udkast)",
}
"""The papers with recommendations, by what the table calls them."""


@dataclass(frozen=True)
class Arbejdstal:
    """
    A figure that a paper gives, or the word that it has in its place (`ord`; then `tal` is None).

    `gaelder` is whose it is ('landet', 'hovedstaden', 'kommune', None where the paper does not say), `graense` the
    paper's reservation, as «mindst», and `aar` the year that it is of or runs to.
    """

    tal_id: str
    emne: Emne
    art: str
    hvad: str
    gaelder: str | None
    kommune_id: str | None
    tal: float | None
    enhed: str | None
    graense: str | None
    ord: str | None
    aar: int | None
    kilde: Kilde


@dataclass(frozen=True)
class Uddannelsessoegning:
    """
    How many seek vocational training: the goals by year, where region and country stood, and other national goals.

    `foerste` is the first goal of a year after the region's figure, `aar_efter` how many years after it is, and
    `mangler` what the region lacked in it, in per cent points.
    """

    hovedstaden: Arbejdstal
    landet: Arbejdstal
    maal: tuple[Arbejdstal, ...]
    andre: tuple[Arbejdstal, ...]
    foerste: Arbejdstal
    aar_efter: int
    mangler: float


@dataclass(frozen=True)
class Rekruttering:
    """
    What presses recruitment: growth in the region by group, and the kommuner that the paper names.

    `kommuner` are the least and the most that a group grows in one, the least first; `flere` and `faerre` count the
    kommuner with more and with fewer young people, and `svar` are the kommuner's answers.
    """

    grupper: tuple[Arbejdstal, ...]
    kommuner: tuple[Arbejdstal, ...]
    flere: Arbejdstal
    faerre: Arbejdstal
    svar: tuple[Arbejdstal, ...]


@dataclass(frozen=True)
class Senere:
    """What a later paper says, and where."""

    tekst: str
    kilde: Kilde


@dataclass(frozen=True)
class Anbefaling:
    """A recommendation: the paper that it stands in, who is to act, what is to be done, and what a later paper says."""

    papir: str
    nr: int
    hvem: str
    tekst: str
    kilde: Kilde
    senere: Senere | None

    @property
    def papirer(self) -> frozenset[str]:
        """The papers (kilde_id) that it rests on."""
        return frozenset({self.kilde.kilde_id, *([self.senere.kilde.kilde_id] if self.senere else [])})


def noegletal(frames: Frames, paa: date, emne: Emne | None = None) -> tuple[Arbejdstal, ...]:
    """Return the figures of a subject, or of all, that stood in a paper by a day, in the papers' order."""
    rows = kendt(frames["arbejdskraft_tal"], frames, paa)
    return tuple(_figure(row) for row in rows.to_dict("records") if emne in (None, row["emne"]))


def soegning(frames: Frames, paa: date) -> Uddannelsessoegning | None:
    """Return how many seek vocational training, by what was known on a day; None where no paper had it yet."""
    known = noegletal(frames, paa, "uddannelse")
    stood = {each.gaelder: each for each in known if each.art == "stilling" and each.aar is not None}
    if not {"hovedstaden", "landet"} <= stood.keys():
        return None
    goals = tuple(sorted((each for each in known if each.art == "maal"), key=lambda goal: goal.aar or 0))
    region = stood["hovedstaden"]
    first = next(goal for goal in goals if (goal.aar or 0) > (region.aar or 0))
    return Uddannelsessoegning(
        region,
        stood["landet"],
        goals,
        tuple(each for each in known if each.art == "andet_maal"),
        first,
        (first.aar or 0) - (region.aar or 0),
        _minus(first, region),
    )


def rekruttering(frames: Frames, paa: date) -> Rekruttering | None:
    """Return what presses recruitment, by what was known on a day; None where no paper had it yet."""
    known = noegletal(frames, paa, "rekruttering")
    if not known:
        return None
    growth = [each for each in known if each.art == "vaekst"]
    counted = {each.tal_id: each for each in known if each.art == "kommuner"}
    return Rekruttering(
        tuple(each for each in growth if each.gaelder == "hovedstaden"),
        tuple(sorted((each for each in growth if each.kommune_id), key=lambda each: each.tal or 0)),
        counted["unge-17-stiger"],
        counted["unge-17-falder"],
        tuple(each for each in known if each.art == "svar"),
    )


def anbefalinger(frames: Frames, paa: date, papir: str | None = None) -> tuple[Anbefaling, ...]:
    """
    Return the recommendations of a paper (a key of `PAPIRER`), or of all, that were there on a day.

    What a later paper says is there from the day of that paper.
    """
    papers = kendte_kilder(frames, paa)
    rows = kendt(frames["arbejdskraft_anbefaling"], frames, paa)
    return tuple(
        Anbefaling(
            str(row["papir"]),
            int(row["nr"]),
            str(row["hvem"]),
            str(row["tekst"]),
            Kilde.af(row),
            Senere(str(row["senere"]), Kilde(str(row["senere_kilde_id"]), int(row["senere_kilde_linje"])))
            if row["senere_kilde_id"] in papers
            else None,
        )
        for row in rows.to_dict("records")
        if papir in (None, row["papir"])
    )


def naevnt_igen(of: Sequence[Anbefaling]) -> Sequence[Anbefaling]:
    """Return those of the recommendations that a later paper tells of."""
    return [each for each in of if each.senere]


def efter_papir(of: Sequence[Anbefaling]) -> Mapping[str, int]:
    """Return how many recommendations there are of each paper, by what the paper is called."""
    return {name: sum(each.papir == paper for each in of) for paper, name in PAPIRER.items()}


def efter_hvem(of: Sequence[Anbefaling]) -> Mapping[str, Sequence[Anbefaling]]:
    """Return the recommendations of each who is to act: those with most first, what is told again before the rest."""
    by: dict[str, list[Anbefaling]] = {}
    for each in of:
        by.setdefault(each.hvem, []).append(each)
    return {
        who: sorted(own, key=lambda each: each.senere is None)
        for who, own in sorted(by.items(), key=lambda item: -len(item[1]))
    }


def _minus(goal: Arbejdstal, region: Arbejdstal) -> float:
    """What is between two printed figures, in their own decimals: 25 and 14,2 are 10,8 apart."""
    return float(Decimal(str(goal.tal)) - Decimal(str(region.tal)))


def _figure(row: Mapping[Any, Any]) -> Arbejdstal:
    year = filled(row["aar"])
    return Arbejdstal(
        str(row["tal_id"]),
        row["emne"],
        str(row["art"]),
        str(row["hvad"]),
        filled(row["gaelder"]),
        filled(row["kommune_id"]),
        filled(row["tal"]),
        filled(row["enhed"]),
        filled(row["graense"]),
        filled(row["ord"]),
        None if year is None else int(year),
        Kilde.af(row),
    )
