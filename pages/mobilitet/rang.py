"""The rank under the user's weights, with how robust it is and what of it rests on the unknown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from analytics.kapacitet.fund import Akse
from analytics.mobilitet import DAEKNING, TRAEKNINGER, Robusthed, fund, rangordnet, robusthed, udtraek
from analytics.mobilitet.egneukendte import Egenplads, egne_pladser
from analytics.mobilitet.katalog import FLEST_STJERNER
from analytics.mobilitet.rangorden import Rangeret, rangerede
from dansk import maengde, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.katalog import indsatser, vurderinger
from pages.mobilitet import filtre, parametre
from pages.reading import queries
from pages.style import theme

VALUE = Column("vaerdi", f"Værdi, op til {FLEST_STJERNER}: laveste til højeste", "soejle")
"""The column of the cells that `interval` makes of a measure's value."""
_PLACES = f"Gennemsnittet, og de pladser, den har i {maengde.share(DAEKNING)} af gangene"
_FINE_PRINT = ("ukendt", "lavest", "egen")
"""Columns that are left out before a whole room."""


def show(weights: Sequence[float], shown: Collection[int]) -> None:
    """Show the interval of each of those measures, and how often it is among the best of all."""
    best, near = view.value(parametre.BEDSTE), view.value(parametre.NAER)
    catalogue = filtre.weighed()
    table = rangordnet(catalogue, weights, _drawn(tuple(weights), near, view.value(parametre.FORVAERRING)), best)
    table = table[table["indsats_nr"].isin(list(shown))]
    found = rangerede(table)
    own = {each.indsats_nr: each for each in egne_pladser(catalogue, weights)}
    top = found[0]
    among = "" if len(found) == len(catalogue.indsatser) else " af de viste"
    st.header(
        f"{indsatser.short_name(top.indsats_nr)} ligger øverst{among}: "
        f"blandt de {best} bedste {maengde.share(top.blandt_bedste)} af gangene",
        anchor=False,
    )
    vurderinger.warning()
    large = view.on_projector()
    columns = {
        column: cell
        for column, cell in _columns(best, own, fund.stjerneakse(catalogue), large).items()
        if not (large and column.id in _FINE_PRINT)
    }
    components.table(
        "rang",
        list(columns),
        [Row([cell(row) for cell in columns.values()]) for row in found],
        alt="Indsatserne i orden efter deres gennemsnitlige plads under dine vægte",
        cards=True,
        dense=not large,
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="filtre-rang"):
        view.slider(parametre.BEDSTE, best, width=170)
        view.slider(
            parametre.NAER, near, width=210, help="Højere: kun vægte tæt på dine. Lavere: også vægte langt fra dine."
        )
    st.caption(
        f"Ordenen er den gennemsnitlige plads. {tal.number(TRAEKNINGER)} gange er vægtene trukket tæt på dine, og "
        "alt ukendt er trukket blandt de stjerner, det kan være, lige sandsynlige. Det er en antagelse. "
        "«kun som ukendt» betyder, at indsatsen ikke ville være der uden det, som ingen har vurderet. "
        "«Eget ukendt» er pladsen ved netop dine vægte, når kun indsatsens eget ukendte trækkes, og hvor tit den har "
        "den; de andres er midten."
    )
    downloads.bar(
        "rangorden",
        lambda: udtraek.rangorden(table, own),
        tables=vurderinger.TABLES,
        selection=selection(weights),
    )


def selection(weights: Sequence[float]) -> str:
    """Return the weights in words with the catalogue's reservation, for what is taken away."""
    worse = " Forværring tæller −1." if view.value(parametre.FORVAERRING) else ""
    return f"Egne vægte: {'; '.join(map(tal.number, weights))}.{worse} {vurderinger.reservation()}"


@queries.kept(50)
def _drawn(of_version: str, weights: tuple[float, ...], near: int, counts: bool) -> Robusthed:
    of = filtre.with_worsening if counts else filtre.catalogue
    return robusthed(of.of(of_version), weights, koncentration=float(near))


def _columns(
    best: int, own: Mapping[int, Egenplads], axis: Akse, large: bool
) -> Mapping[Column, Callable[[Rangeret], Cell]]:
    """Return what the table shows of a measure, each column with how its cell is made."""
    return {
        Column("navn", "Indsats", ubrudt=not large): lambda row: replace(
            indsatser.short_link(row.indsats_nr), note="▼ noget bliver ringere" if row.ringere else None
        ),
        Column("bedste", f"Blandt de {best} bedste", "soejle"): lambda row: Cell(
            maengde.share(row.blandt_bedste),
            bar=row.blandt_bedste,
            colour=theme.BEFORE if row.kun_som_ukendt else None,
        ),
        Column("plads", "Plads", "tal", _PLACES): lambda row: Cell(
            f"{tal.number(row.middelplads, 1)} ({_places(row.plads_fra, row.plads_til)})"
        ),
        VALUE: lambda row: interval(row.lavest, row.hoejest, axis),
        Column(
            "egen", "Eget ukendt", "tal", "Pladsen, når kun indsatsens eget ukendte trækkes, og hvor tit den har den"
        ): lambda row: _own(own[row.indsats_nr]),
        Column("lavest", "Uden det ukendte", "tal", "Det samme, når alt ukendt er det laveste, det kan være"): (
            lambda row: Cell(
                maengde.share(row.blandt_bedste_lavest), note="kun som ukendt" if row.kun_som_ukendt else None
            )
        ),
        Column(
            "ukendt", "Ikke kendt", "tal", "Så stor en del af din vægt ligger på noget, der ikke er kendt"
        ): lambda row: Cell(maengde.share(row.andel_ukendt)),
    }


def _own(of: Egenplads) -> Cell:
    return Cell(f"{of.plads} ({_places(of.plads_fra, of.plads_til)})", of.plads, note=maengde.share(of.sikkerhed))


def _places(first: int, last: int) -> str:
    return f"{first}-{last}" if first < last else str(first)


def interval(low: float, high: float, axis: Akse, decimals: int = 1) -> Cell:
    """Return the cell of an interval on an axis: a bar from the lowest to the highest that the value can be."""
    text = "-".join(dict.fromkeys(tal.number(end, decimals) for end in (low, high)))
    return Cell(text, low, start=axis.at(low), bar=axis.at(high))
