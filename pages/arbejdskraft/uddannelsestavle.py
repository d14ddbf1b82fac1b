"""Vocational training: how many seek it in the region and the country, and the national goals."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.tavler import arbejdskraft
from analytics.tavler.arbejdskraft import Emne, Uddannelsessoegning
from dansk import saetning, tal
from pages import components, view
from pages.arbejdskraft import anbefalinger, arbejdskrafttal
from pages.components import Cell, Column, Row
from pages.drawing import charts
from pages.reading import queries, sources
from pages.style import theme
from pages.tavler import dag, papirtal
from pages.tavler.tavle import Udsnit

_SUBJECT: Emne = "uddannelse"
_PAPER = "erhvervsuddannelse"
_REGION, _COUNTRY, _GOAL = "hovedstaden", "landet", "maal"
"""The chart's series."""


def _found(of: Udsnit) -> Uddannelsessoegning | None:
    return arbejdskraft.soegning(queries.tables(), of.paa)


def _headline(of: Udsnit) -> str:
    found = _found(of)
    if found is None:
        return "Papirerne siger endnu intet om erhvervsuddannelser"
    region, goal = papirtal.percent(found.hovedstaden.tal), papirtal.percent(found.foerste.tal)
    return f"{region} i hovedstaden søgte en erhvervsuddannelse; målet {_later(found)} var {goal}"


def _later(found: Uddannelsessoegning) -> str:
    """How long after the region's figure the first goal is."""
    return "året efter" if found.aar_efter == 1 else f"{found.aar_efter} år efter"


def _show(of: Udsnit) -> None:
    found = _found(of)
    if found is None:
        dag.not_yet("Målene for erhvervsuddannelser", (arbejdskrafttal.TABLE,))
        return
    left, right = st.columns([1.6, 1], gap="medium")
    with left:
        charts.show(
            "erhvervsuddannelse",
            charts.curves(
                _points(found),
                [
                    charts.Curve(_GOAL, "Målet", theme.BEFORE, baseline=True),
                    charts.Curve(_COUNTRY, "Hele landet", theme.SPECIALE[62]),
                    charts.Curve(_REGION, "Hovedstaden", theme.SPECIALE[51]),
                ],
                series="serie",
                what="Pct. af eleverne",
                alt=f"{saetning.stopped(_headline(of))} "
                f"{_told(found)} Hele landet stod på {papirtal.percent(found.landet.tal)}.",
                height=460 if view.on_projector() else 300,
                written=tal.as_printed,
            ),
            title=_headline(of),
            tables=(arbejdskrafttal.TABLE,),
        )
        st.caption(
            f"Pct. af eleverne. {_told(found)} Landets tal er elever, der valgte, hovedstadens elever, der søgte."
        )
    with right:
        _others(found)
        if not view.on_projector():
            _more(of)
    if not view.on_projector():
        anbefalinger.below("anbefalinger-eud", of.paa, _PAPER)


def _told(found: Uddannelsessoegning) -> str:
    """What the region lacked, and the goals."""
    goals = ", ".join(f"{arbejdskrafttal.text(goal)} i {goal.aar}" for goal in found.maal)
    return (
        f"I {found.hovedstaden.aar} manglede hovedstaden {tal.as_printed(found.mangler)} procentpoint (beregnet). "
        f"Målet er {goals}."
    )


def _points(found: Uddannelsessoegning) -> pd.DataFrame:
    return pd.DataFrame(
        [
            *((goal.aar, _GOAL, goal.tal) for goal in found.maal),
            (found.landet.aar, _COUNTRY, found.landet.tal),
            (found.hovedstaden.aar, _REGION, found.hovedstaden.tal),
        ],
        columns=["aar", "serie", "vaerdi"],
    )


def _others(found: Uddannelsessoegning) -> None:
    """The other national goals; no paper says where the region stands."""
    components.table(
        "andre-maal",
        (
            Column("hvad", "Andre nationale mål"),
            Column("maal", "Målet"),
            Column("stand", "Hovedstaden"),
            Column("kilde", "Kilde", ubrudt=True),
        ),
        [
            Row(
                (
                    Cell(goal.hvad, note=str(goal.aar)),
                    Cell(arbejdskrafttal.text(goal)),
                    Cell(tal.UNKNOWN, unknown=True),
                    sources.cell(goal.kilde, arbejdskrafttal.TABLE),
                )
            )
            for goal in found.andre
        ],
        alt="Andre nationale mål; papirerne siger ikke, hvor hovedstaden står",
        cards=True,
    )


def _more(of: Udsnit) -> None:
    """What else the papers count: who sought before, the SOSU places that were agreed on, and who is introduced."""
    found = _found(of)
    drawn = (found.hovedstaden, found.landet, *found.maal, *found.andre) if found else ()
    rest = [each for each in arbejdskrafttal.known(of.paa, _SUBJECT) if each not in drawn]
    arbejdskrafttal.table("uddannelse-andet", "Andre tal", rest)


TAVLE = arbejdskrafttal.tavle(_SUBJECT, fund=_headline, vis=_show)
