"""Recruitment: how the young and the old grow in number, what the kommuner answer, and what is recommended."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.tavler import arbejdskraft
from analytics.tavler.arbejdskraft import Arbejdstal, Emne, Rekruttering
from dansk import saetning, tal
from pages import view
from pages.arbejdskraft import anbefalinger, arbejdskrafttal
from pages.components import Cell, Column, Row
from pages.drawing import charts
from pages.reading import markdown, queries
from pages.tavler import dag, papirtal
from pages.tavler.tavle import Udsnit

_SUBJECT: Emne = "rekruttering"
_PAPER = "rekruttering"
_STEP = 50
"""Per cent between the marks of the scale."""


def _found(of: Udsnit) -> Rekruttering | None:
    return arbejdskraft.rekruttering(queries.tables(), of.paa)


def _headline(of: Udsnit) -> str:
    found = _found(of)
    if found is None:
        return "Papirerne siger endnu intet om rekruttering"
    least, *_, most = found.kommuner
    names = queries.kommune_names()
    return (
        f"{names[most.kommune_id or '']} ventes at få {papirtal.percent(most.tal)} flere af de ældste, "
        f"{names[least.kommune_id or '']} {papirtal.percent(least.tal)}"
    )


def _show(of: Udsnit) -> None:
    found = _found(of)
    if found is None:
        dag.not_yet("Notatet om rekruttering", (arbejdskrafttal.TABLE,))
        return
    groups = _in_order(found)
    left, right = st.columns([1.4, 1], gap="medium")
    with left:
        charts.show(
            "vaekst",
            charts.arrows(
                _points(groups),
                name="hvem",
                label="vaekst",
                step=_STEP,
                written=lambda mark: f"{mark} %",
                large=True,
                alt=f"{saetning.stopped(_headline(of))} Vækst frem til {groups[0].aar} for hver gruppe.",
                twin=_twin(groups),
            ),
            title=_headline(of),
            tables=(arbejdskrafttal.TABLE,),
        )
        st.caption(
            f"Ventet vækst frem til {groups[0].aar}; papiret siger ikke, fra hvilket år. Det nævner kun kommunen med "
            f"mindst og kommunen med størst vækst. {_counted(found.flere)} {_counted(found.faerre)}"
        )
    with right:
        arbejdskrafttal.table("rekruttering-svar", "Kommunernes svar", found.svar, whose=False)
        if not view.on_projector():
            told = (*groups, *found.svar, found.flere, found.faerre)
            rest = [each for each in arbejdskrafttal.known(of.paa, _SUBJECT) if each not in told]
            arbejdskrafttal.table("rekruttering-andet", "Andre tal", rest)
    if not view.on_projector():
        anbefalinger.below("anbefalinger-rekruttering", of.paa, _PAPER)


def _growth(of: Arbejdstal) -> str:
    return f"+{papirtal.percent(of.tal)}"


def _counted(of: Arbejdstal) -> str:
    return f"{markdown.plain(of.hvad)}: {tal.number(of.tal)}."


def _in_order(found: Rekruttering) -> list[Arbejdstal]:
    """The groups, each with the kommuner that the paper names below it."""
    return [
        each for group in found.grupper for each in (group, *(of for of in found.kommuner if of.hvad == group.hvad))
    ]


def _points(groups: Sequence[Arbejdstal]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "hvem": f"{each.hvad}, {arbejdskrafttal.place(each)}",
            "vaekst": _growth(each),
            "fra_lav": 0.0,
            "fra_hoej": 0.0,
            "til_lav": each.tal,
            "til_hoej": each.tal,
        }
        for each in groups
    )


def _twin(groups: Sequence[Arbejdstal]) -> charts.Twin:
    return charts.Twin(
        (Column("hvem", "Gruppe"), Column("hvor", "Gælder"), Column("vaekst", "Vækst", "tal")),
        tuple(
            Row((Cell(each.hvad), Cell(arbejdskrafttal.place(each) or ""), Cell(_growth(each), each.tal)))
            for each in groups
        ),
    )


TAVLE = arbejdskrafttal.tavle(_SUBJECT, fund=_headline, vis=_show)
