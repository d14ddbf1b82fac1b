"""The differences that change a decision: which they are, what each changes, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.kildekontrol.fund import Finding
from dansk.saetning import listed


@dataclass(frozen=True)
class Beslutningsfund:
    """
    A difference that changes a decision: what it changes, what the papers say, what follows from them, and why.

    `fund` is the difference itself; `trykt` and `rigtigt` are its two figures, and their unit once.
    """

    fund: Finding
    hvad: str
    trykt: str
    rigtigt: str
    hvorfor: str


@dataclass(frozen=True)
class _Udpeget:
    """
    One that is pointed out: its ids, the first is the one shown; its words, and what its figures count.

    In the words `{sted}` is where it is, and `{andre}` where there are others like it.
    """

    ider: tuple[str, ...]
    hvad: str
    enhed: str
    hvorfor: str


_UDPEGET = (
    _Udpeget(
        ("budget-51-ramme-regional-i-forslag-mod-ramme-regional",),
        "Regionens ramme til speciale 51",
        "mio. kr.",
        "Trykt er hele landets.",
    ),
    _Udpeget(
        (
            "forslag-bilag-3-forslag-effekt-broendby-51-2030-borgere-pr-kapacitet-med",
            "forslag-bilag-3-forslag-effekt-vallensbaek-51-2030-borgere-pr-kapacitet-med",
            "forslag-bilag-3-forslag-effekt-hoeje-taastrup-51-2030-borgere-pr-kapacitet-med",
        ),
        "Forslagets virkning i {sted}",
        "borgere pr. kapacitet",
        "Regnet med en anden befolkning{andre}.",
    ),
    _Udpeget(
        (
            "forslag-kapacitet-forslag-effekt-valby-62-kapacitet-foer",
            "forslag-kapacitet-forslag-effekt-amager-62-kapacitet-foer",
        ),
        "Kapaciteten i {sted}, speciale 62",
        "kapaciteter",
        "To tabeller er uenige{andre}.",
    ),
    _Udpeget(
        ("tekst-udeladt-dernaest-daekket-51-fredensborg", "tekst-udeladt-dernaest-daekket-62-fredensborg"),
        "{sted} blandt de ringest dækkede",
        "borgere pr. kapacitet",
        "Teksten springer over det.",
    ),
    _Udpeget(
        ("tekst-tal-ventetid-62-gennemsnit",),
        "Ventetiden i speciale 62",
        "uger",
        "Trykt er de længste ventetider.",
    ),
)
"""Each of them bears on who is to have new capacity, on how much, or on what it comes to."""


def beslutninger(found: Sequence[Finding]) -> tuple[Beslutningsfund, ...]:
    """Return those of the differences that change a decision, the one that changes most first."""
    by_id = {each.afvigelse_id: each for each in found}
    told = []
    for pointed in _UDPEGET:
        there = [by_id[each] for each in pointed.ider if each in by_id]
        if there:
            first = there[0]
            others = [place for place in dict.fromkeys(each.raekke for each in there) if place != first.raekke]
            also = f", også i {listed(others)}" if others else ""
            told.append(
                Beslutningsfund(
                    first,
                    pointed.hvad.format(sted=first.raekke),
                    first.trykt_tekst if first.trykt is None else f"{first.trykt_tekst} {pointed.enhed}",
                    first.genberegnet_som_trykt
                    if first.trykt is not None
                    else f"{first.genberegnet_som_trykt} {pointed.enhed}",
                    pointed.hvorfor.format(andre=also),
                )
            )
    return tuple(told)
