"""The matrix: every measure on every pejlemærke, as the catalogue has it, with nothing added up."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import streamlit as st

from analytics.mobilitet import udtraek
from analytics.mobilitet.fund import mangler
from pages import components, view
from pages.components import Column, Row
from pages.drawing import downloads
from pages.katalog import indsatser, priser, vurderinger
from pages.mobilitet import filtre, parametre
from pages.reading import queries, sources
from pages.reading.sources import Printed


def headline(shown: Collection[int]) -> str:
    """Return the finding: how much of the matrix nobody has assessed, and how many prices are not known."""
    of = mangler(filtre.catalogue(), shown)
    return (
        f"{of.ikke_vurderet} af {of.vurderinger} vurderinger er ikke lavet, og {of.uden_pris} af {of.indsatser} "
        "indsatser mangler en anlægspris"
    )


def show(shown: Collection[int]) -> None:
    """Show the matrix of the measures shown, theme by theme where wanted; a click on a measure opens its sheet."""
    measures, goals = [indsatser.measure(nr) for nr in sorted(shown)], vurderinger.goals()
    grouped = view.held(parametre.GRUPPER) == "ja"
    rows = [
        Row(
            (
                indsatser.link(measure.nr),
                *(vurderinger.cell(of, goal.navn) for goal, of in vurderinger.of_measure(measure.nr)),
                priser.price_cell(measure),
            ),
            group=measure.tema if grouped else None,
        )
        for measure in measures
    ]
    components.table(
        "matrix",
        (
            Column("nr", "Indsats", ubrudt=True),
            *(Column(goal.pejlemaerke_id, goal.navn, "vurdering", goal.vurderet_ud_fra) for goal in goals),
            Column("pris", "Anlæg, mio. kr.", "tal", f"{priser.level()}. Tallet er et groft overslag."),
        ),
        rows,
        alt=f"{headline(shown)}. Hver indsats vurderet på hvert pejlemærke.",
        sorting=view.value(parametre.MATRIX),
        on_sort=view.setter(parametre.MATRIX),
        cards=True,
        dense=True,
    )
    st.caption(vurderinger.legend())
    downloads.bar(
        "mobilitet",
        lambda: udtraek.vurderinger(queries.tables(), shown),
        tables=vurderinger.TABLES,
        selection=f"{len(rows)} indsatser",
        printed=printed(shown),
    )
    sources.footer(vurderinger.TABLES)


def printed(shown: Iterable[int]) -> list[Printed]:
    """Return where the stars of the measures are printed: each has one row of the overview."""
    found = []
    for nr in shown:
        own = [of for _, of in vurderinger.of_measure(nr)]
        stars = ", ".join(str(of.stjerner) for of in own if of.stjerner is not None)
        line = own[0].oversigt_linje
        found.append(Printed(indsatser.name(nr), stars, "mobilitet_vurdering", own[0].kilde.kilde_id, line))
    return found
