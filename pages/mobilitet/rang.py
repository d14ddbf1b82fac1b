"""The rank under the user's weights, with how robust it is and what of it rests on the unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.mobilitet import TRAEKNINGER, Robusthed, robusthed, vaerdier
from analytics.mobilitet.katalog import FLEST_STJERNER
from pages.faelles import components, downloads, indsatser, numbers, queries, theme, view, vurderinger
from pages.faelles.components import Cell, Column, Row
from pages.mobilitet import filtre


def show(weights: Sequence[float]) -> None:
    """Show every measure's interval, and how often it is among the best."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        best = view.slide("bedste", width=180)
        near = view.slide("naer", width=220, help="Højere: kun vægte tæt på dine. Lavere: også vægte langt fra dine.")
    found = _ranked(weights, near, best)
    top = found.iloc[0]
    st.header(
        f"Under dine vægte er nr. {top.indsats_nr} {top.navn} oftest blandt de {best} øverste: "
        f"{numbers.quantity(100 * top.blandt_bedste, 'pct')} af gangene",
        anchor=False,
    )
    components.table(
        "rang",
        (
            Column("navn", "Indsats", ubrudt=True),
            Column("vaerdi", "Værdi, 0-5: laveste til højeste", "soejle"),
            Column("kendte", "Af det vurderede", "tal", "Værdien, hvis kun det, der er vurderet, tæller"),
            Column("ukendt", "Ikke kendt", "tal", "Så stor en del af din vægt ligger på noget, der ikke er vurderet"),
            Column("bedste", f"Blandt de {best} øverste", "soejle"),
            Column("lavest", "Uden det ukendte", "tal", "Det samme, når alt ukendt er det laveste, det kan være"),
            Column("plads", "Plads", "tal", "De pladser, den har i 90 % af gangene"),
        ),
        [_row(row) for row in found.itertuples()],
        alt=f"Indsatserne i orden efter, hvor ofte de er blandt de {best} øverste under dine vægte",
        cards=True,
        dense=not view.on_projector(),
    )
    st.caption(
        f"{numbers.number(TRAEKNINGER)} gange er vægtene trukket tæt på dine, og alt ukendt er trukket blandt de "
        "stjerner, det kan være, lige sandsynlige. Det er en antagelse. «kun som ukendt» betyder, at indsatsen ikke "
        "ville være der uden det, som ingen har vurderet."
    )
    if not view.on_projector():
        with st.container(horizontal=True):
            downloads.buttons(
                "rangorden",
                found.drop(columns=["bedste_plads", "vaerste_plads"]).round(3),
                tables=vurderinger.TABLES,
                selection=f"Egne vægte: {'; '.join(f'{weight:.0f}' for weight in weights)}",
                url_path="mobilitet-sammenlign",
            )


def _ranked(weights: Sequence[float], near: int, best: int) -> pd.DataFrame:
    drawn = _drawn(queries.version(), tuple(weights), near).tabel(best)
    return (
        vaerdier(filtre.catalogue(), weights)
        .merge(drawn, on="indsats_nr")
        .sort_values(["blandt_bedste", "lavest", "indsats_nr"], ascending=[False, False, True])
    )


@st.cache_resource(max_entries=50, show_spinner=False)
def _drawn(of_version: str, weights: tuple[float, ...], near: int) -> Robusthed:
    return robusthed(filtre.catalogue(), weights, koncentration=float(near))


def _row(row: Any) -> Row:
    unknown = row.andel_ikke_vurderet + row.andel_uden_stjerner
    return Row(
        (
            replace(indsatser.link(row.indsats_nr), note="▼ noget bliver ringere" if row.forvaerring else None),
            interval(row.lavest, row.hoejest),
            Cell(numbers.number(row.over_kendte, 1), unknown=pd.isna(row.over_kendte)),
            Cell(_share(unknown)),
            Cell(
                _share(row.blandt_bedste),
                row.blandt_bedste,
                bar=row.blandt_bedste,
                colour=theme.BEFORE if row.kun_som_ukendt else None,
            ),
            Cell(
                _share(row.blandt_bedste_lavest),
                note="kun som ukendt" if row.kun_som_ukendt else None,
            ),
            Cell(f"{row.plads_fra}-{row.plads_til}" if row.plads_fra < row.plads_til else str(row.plads_fra)),
        )
    )


def _share(part: float) -> str:
    """Return a share as a percentage; one that is only rounded to nought does not look like it."""
    return "under 1 %" if 0 < part < 0.005 else numbers.quantity(100 * part, "pct")


def interval(low: float, high: float) -> Cell:
    """Return the cell of a value's interval: a bar from the lowest to the highest that it can be."""
    text = numbers.number(low, 1) if low == high else f"{numbers.number(low, 1)}-{numbers.number(high, 1)}"
    return Cell(text, low, start=low / FLEST_STJERNER, bar=high / FLEST_STJERNER)
