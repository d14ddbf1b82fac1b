"""The matrix: every measure on every pejlemærke, as the catalogue has it, with nothing added up."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pandas as pd
import streamlit as st

from analytics.mobilitet.fund import mangler
from analytics.tabeller import Frames
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
    frames = queries.tables()
    measures = frames["mobilitet_indsats"].query("indsats_nr in @shown").sort_values("indsats_nr")
    rated, goals = vurderinger.assessments(), vurderinger.goals()
    grouped = view.held(parametre.GRUPPER) == "ja"
    rows = [
        Row(
            (
                indsatser.link(measure.indsats_nr),
                *(
                    vurderinger.cell(rated.loc[(measure.indsats_nr, goal.pejlemaerke_id)], goal.navn)
                    for goal in goals.itertuples()
                ),
                priser.price_cell(measure),
            ),
            group=measure.tema if grouped else None,
        )
        for measure in measures.itertuples()
    ]
    components.table(
        "matrix",
        (
            Column("nr", "Indsats", ubrudt=True),
            *(Column(goal.pejlemaerke_id, goal.navn, "vurdering", goal.vurderet_ud_fra) for goal in goals.itertuples()),
            Column("pris", "Anlæg, mio. kr.", "tal", "2024-priser. Tallet er et groft overslag."),
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
        lambda: table(shown),
        tables=vurderinger.TABLES,
        selection=f"{len(rows)} indsatser",
        printed=printed(shown),
    )
    sources.footer(vurderinger.TABLES)


def table(shown: Collection[int]) -> pd.DataFrame:
    """Return the assessments of the measures shown, one row each, to take away."""
    frames = queries.tables()
    measures = frames["mobilitet_indsats"][["indsats_nr", "navn", "tema"]]
    rated = frames["mobilitet_vurdering"].query("indsats_nr in @shown").merge(measures, on="indsats_nr")
    goals = vurderinger.goals().set_index("pejlemaerke_id")["navn"]
    return pd.DataFrame(
        {
            "indsats": rated["indsats_nr"],
            "navn": rated["navn"],
            "tema": rated["tema"],
            "pejlemærke": rated["pejlemaerke_id"].map(goals),
            "vurdering": rated["vurdering"].str.replace("_", " "),
            "stjerner": rated["stjerner"],
            "trykt eller tolket": rated["placering"],
            "hvorfor tolket": rated["begrundelse"],
            "teksten siger": rated["teksten_siger"].replace("forvaerring", "forværring"),
            "arkets tekst, kort": rated["tekst"],
            "kilde": rated["kilde_id"],
            "linje": rated["kilde_linje"],
            "linje i oversigten": rated["oversigt_linje"],
        }
    )


def printed(shown: Iterable[int]) -> list[Printed]:
    """Return where the stars of the measures are printed: each has one row of the overview."""
    rated = vurderinger.assessments()
    rows = [(nr, rated.loc[nr, "stjerner"].dropna(), rated.loc[nr].iloc[0]) for nr in shown]
    return [
        Printed(
            indsatser.name(nr),
            ", ".join(f"{stars:.0f}" for stars in own),
            "mobilitet_vurdering",
            row.kilde_id,
            int(row.oversigt_linje),
        )
        for nr, own, row in rows
    ]


def stars(frames: Frames, shown: Collection[int]) -> pd.Series:
    """Return one version's stars by measure and pejlemærke, for comparing it with another."""
    rated = frames["mobilitet_vurdering"].query("indsats_nr in @shown")
    goals = frames["pejlemaerke"].set_index("pejlemaerke_id")["navn"]
    names = rated["indsats_nr"].astype(str) + ", " + rated["pejlemaerke_id"].map(goals)
    return rated["stjerner"].astype(float).set_axis(names)
