"""Cost against effect: the price to build on a log scale against the value's interval; no price has its own lane."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd
import streamlit as st

from analytics.mobilitet import fund, udtraek
from analytics.mobilitet.fund import Billigst
from dansk import beloeb, tal
from pages import components, view
from pages.components import Column, Row
from pages.drawing import downloads
from pages.katalog import indsatser, priser, vurderinger
from pages.mobilitet import diagrammer, filtre, rang


def show(weights: Sequence[float], shown: Collection[int]) -> None:
    """Show those measures by price and value under the user's weights, and the same figures as a table."""
    values = fund.effekt(filtre.catalogue(), weights, shown)
    priced = values.dropna(subset=["pris"])
    finding = _headline(fund.billigst(values))
    st.header(finding, anchor=False)
    height = 620 if view.on_projector() else 470
    lanes = {
        True: (priced, f"{finding}. Anlægspris på en logaritmisk skala mod værdiens spænd under dine vægte"),
        False: (values[values["pris"].isna()], "Værdiens spænd for de indsatser, som ikke har en oplyst anlægspris"),
    }
    for column, (is_priced, (lane, alt)) in zip(st.columns([3, 1], gap="small"), lanes.items(), strict=True):
        if not lane.empty:
            column.altair_chart(diagrammer.cost_and_value(lane, priced=is_priced), alt=alt, height=height)
    st.caption(
        "Tallene er indsatsernes numre. Den lodrette streg er det spænd, som værdien kan have. Prisaksen er "
        "logaritmisk. Indsatser uden anlægspris står for sig til højre og ikke ved nul."
    )
    with st.expander("De samme tal som tabel", icon=":material/table_rows:"):
        _table(values)
    downloads.bar(
        "pris-effekt",
        lambda: udtraek.pris_og_effekt(values),
        tables=vurderinger.TABLES,
        selection=rang.selection(weights),
    )


def _table(values: pd.DataFrame) -> None:
    components.table(
        "pris-effekt",
        (
            Column("navn", "Indsats"),
            Column("pris", "Anlæg, mio. kr.", "tal"),
            rang.VALUE,
        ),
        [
            Row(
                (
                    indsatser.link(each.indsats_nr),
                    priser.price_cell(indsatser.measure(each.indsats_nr)),
                    rang.interval(each.lavest, each.hoejest),
                )
            )
            for each in fund.efter_pris(values)
        ],
        alt=f"Pris og værdi for {tal.number(len(values))} indsatser",
        cards=True,
    )


def _headline(cheapest: Billigst | None) -> str:
    if cheapest is None:
        return "Ingen af indsatserne har en oplyst anlægspris"
    return (
        f"Blandt den halvdel, der er mest værd under dine vægte, er nr. {cheapest.indsats_nr} {cheapest.navn} "
        f"billigst: {beloeb.mio_kr(cheapest.lav, cheapest.hoej)}"
    )
