"""Cost against effect: the price to build on a log scale against the value's interval; no price has its own lane."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd
import streamlit as st

from analytics.kapacitet.fund import Akse
from analytics.mobilitet import fund, udtraek
from analytics.mobilitet.fund import Billigst
from dansk import beloeb
from pages.components import Column, Row
from pages.drawing import charts, downloads
from pages.katalog import indsatser, priser, vurderinger
from pages.mobilitet import diagrammer, filtre, rang

_WIDTHS = {True: 3, False: 1}
"""How much of the room those with a price take up, and those without."""


def show(weights: Sequence[float], shown: Collection[int]) -> None:
    """Show those measures by price and value under the user's weights, and the same figures as a table."""
    catalogue = filtre.weighed()
    values = fund.effekt(catalogue, weights, shown)
    priced = values.dropna(subset=["pris"])
    finding = _headline(fund.billigst(values))
    st.header(finding, anchor=False)
    vurderinger.warning()
    axis = fund.stjerneakse(catalogue)
    named = {nr: indsatser.short_name(nr) for nr in fund.ikke_overgaaet(values)}
    twin = _twin(values, axis)
    lanes = {
        True: (priced, f"Anlægspris på en logaritmisk skala mod værdiens spænd under dine vægte. {finding}"),
        False: (values[values["pris"].isna()], "Værdiens spænd for de indsatser, som ikke har en oplyst anlægspris"),
    }
    drawn = {
        is_priced: diagrammer.cost_and_value(
            lane, axis.lav, named if is_priced else {}, priced=is_priced, alt=alt, twin=twin
        )
        for is_priced, (lane, alt) in lanes.items()
        if not lane.empty
    }
    charts.show(
        "pris-effekt",
        *drawn.values(),
        title=finding,
        tables=vurderinger.TABLES,
        widths=[_WIDTHS[is_priced] for is_priced in drawn],
        opens=lambda nr: indsatser.sheet(int(nr)),
        note=vurderinger.reservation(),
    )
    st.caption(
        "Navngivet er de indsatser, som ingen anden både er billigere end og mindst lige så meget værd. Tallene er de "
        "andres numre. Den lodrette streg er det spænd, som værdien kan have. Prisaksen er logaritmisk, og de uden "
        "anlægspris står for sig. Klik på en prik for at åbne arket."
    )
    downloads.bar(
        "pris-effekt",
        lambda: udtraek.pris_og_effekt(values),
        tables=vurderinger.TABLES,
        selection=rang.selection(weights),
    )


def _twin(values: pd.DataFrame, axis: Akse) -> charts.Twin:
    return charts.Twin(
        (
            Column("navn", "Indsats"),
            Column("pris", "Anlæg, mio. kr.", "tal"),
            rang.VALUE,
        ),
        tuple(
            Row(
                (
                    indsatser.link(each.indsats_nr),
                    priser.price_cell(indsatser.measure(each.indsats_nr)),
                    rang.interval(each.lavest, each.hoejest, axis),
                )
            )
            for each in fund.efter_pris(values)
        ),
        vurderinger.reservation(),
    )


def _headline(cheapest: Billigst | None) -> str:
    if cheapest is None:
        return "Ingen af indsatserne har en oplyst anlægspris"
    price = beloeb.mio_kr(cheapest.lav, cheapest.hoej)
    return f"Billigst i den bedste halvdel: {indsatser.short_name(cheapest.indsats_nr)}, {price}"
