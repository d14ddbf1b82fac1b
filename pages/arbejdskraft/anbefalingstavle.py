"""All that the papers recommend of recruitment and training: a square each, and those that a later paper tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import arbejdskraft
from analytics.tavler.arbejdskraft import PAPIRER, Anbefaling
from dansk import saetning
from pages import components, view
from pages.arbejdskraft import anbefalinger
from pages.components import Cell, Column, Row
from pages.drawing import charts
from pages.navigation import addresses
from pages.reading import queries
from pages.style import theme
from pages.tavler import dag
from pages.tavler.tavle import Tavle, Udsnit

_LOOKS: Mapping[str, charts.Look] = {
    "igen": charts.Look("nævnt igen senere", "✓", theme.COMPARED[0]),
    "ikke": charts.Look("ikke nævnt igen", "–", theme.UNKNOWN),
}


def _known(of: Udsnit) -> tuple[Anbefaling, ...]:
    return arbejdskraft.anbefalinger(queries.tables(), of.paa)


def _headline(of: Udsnit) -> str:
    known = _known(of)
    if not known:
        return "Papirerne anbefaler endnu intet"
    again = len(arbejdskraft.naevnt_igen(known))
    return f"{again or 'Ingen'} af {len(known)} anbefalinger er nævnt igen i et senere papir"


def _show(of: Udsnit) -> None:
    known = _known(of)
    if not known:
        dag.not_yet("Anbefalingerne", (anbefalinger.TABLE,))
        return
    left, right = st.columns([1, 1.3], gap="medium")
    with left:
        charts.show(
            "anbefalinger",
            charts.squares(
                _points(known),
                _LOOKS,
                id="id",
                row="hvem",
                block="blok",
                look="stand",
                told="fortalt",
                chosen=None,
                nothing="ingen",
                alt=f"{saetning.stopped(_headline(of))} Et felt for hver, efter hvem der skal handle.",
                twin=_twin(known),
            ),
            title=_headline(of),
            tables=(anbefalinger.TABLE,),
        )
    with right:
        if again := arbejdskraft.naevnt_igen(known):
            _again(again)
        st.caption("At en anbefaling ikke er nævnt igen, siger intet om, hvorvidt den er fulgt.")
    if not view.on_projector():
        st.subheader("Alle anbefalinger", anchor=False)
        anbefalinger.cards("anbefalingskort", known, alt=_headline(of))


def _points(known: Sequence[Anbefaling]) -> pd.DataFrame:
    """A row for each recommendation, by who is to act; what is told again stands first."""
    by = arbejdskraft.efter_hvem(known)
    return pd.DataFrame(
        [
            (str(place), who, f"{len(known)} anbefalinger", "igen" if each.senere else "ikke", each.tekst)
            for place, (who, own) in enumerate(by.items())
            for each in own
        ],
        columns=["id", "hvem", "blok", "stand", "fortalt"],
    )


def _again(again: Sequence[Anbefaling]) -> None:
    components.table(
        "anbefalinger-igen",
        (Column("anbefaling", "Anbefalet"), Column("senere", "Senere papir"), Column("kilde", "Kilde", ubrudt=True)),
        [
            Row(
                (
                    Cell(each.tekst, note=each.hvem),
                    Cell(each.senere.tekst),
                    Cell(each.senere.kilde.kort, link=addresses.table(anbefalinger.TABLE, each.kilde.kilde_linje)),
                )
            )
            for each in again
            if each.senere
        ],
        alt="Anbefalinger, som et senere papir nævner igen",
        cards=True,
    )


def _twin(known: Sequence[Anbefaling]) -> charts.Twin:
    return charts.Twin(
        (Column("hvem", "Hvem"), Column("tekst", "Anbefaling"), Column("stand", "Senere"), Column("papir", "Papir")),
        tuple(
            Row(
                (
                    Cell(who),
                    Cell(each.tekst),
                    Cell(each.senere.tekst if each.senere else _LOOKS["ikke"].words),
                    Cell(PAPIRER[each.papir]),
                )
            )
            for who, own in arbejdskraft.efter_hvem(known).items()
            for each in own
        ),
    )


def _of_version(frames: Frames, of: Udsnit) -> pd.Series:
    """How many recommendations there are of each paper in one version, for comparing it with another."""
    return pd.Series(arbejdskraft.efter_papir(arbejdskraft.anbefalinger(frames, of.paa)), dtype=float)


TAVLE = Tavle(
    tabeller=(anbefalinger.TABLE,),
    dateret_af=(anbefalinger.TABLE,),
    fund=_headline,
    vis=_show,
    raekker=lambda of: anbefalinger.rows(_known(of)),
    papirer=lambda of: frozenset[str]().union(*(each.papirer for each in _known(of))),
    tal=_of_version,
)
