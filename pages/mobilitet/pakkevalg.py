"""A package within an amount: put together by hand, or proposed under the user's own assumptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.mobilitet import Pakke, Pakkesum, Pris, Sammensaetning, fund, pakke, sammensaetning, udtraek
from dansk import beloeb, maengde, saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.katalog import indsatser, priser, vurderinger
from pages.mobilitet import filtre, parametre, rang, skydere


def show(weights: Sequence[float], controls: DeltaGenerator) -> None:
    """Show the package: what is in it, what it comes to, and what the solver would propose."""
    with controls:
        price = view.choose(parametre.PRISNIVEAU, st.segmented_control, required=True)
    amount = view.value(parametre.BELOEB)
    skydere.show(
        "beloebsskyder",
        [(parametre.BELOEB, "Højst", "Beløb i mia. kr.")],
        rows_are="Pakken må koste",
        heading="Mia. kr.",
        highest=parametre.AMOUNTS[-1],
    )
    chosen = view.choose_many(parametre.PAKKE, "Ingen indsatser valgt")
    _proposals(weights, amount, price, chosen)
    if not chosen:
        st.info("Vælg indsatser ovenfor, eller tryk på «Foreslå en pakke».", icon=":material/inventory_2:")
        return
    _comes_to(sammensaetning(filtre.catalogue(), chosen), weights, amount, price)


def _proposals(weights: Sequence[float], amount: int, price: Pris, chosen: Sequence[int]) -> None:
    catalogue = filtre.catalogue()
    proposal = pakke(catalogue, weights, beloeb.fra_mia(amount), med=fund.uden_pris(catalogue, chosen), pris=price)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Foreslå en pakke",
            on_click=_take,
            args=(proposal,),
            disabled=sorted(chosen) == list(proposal.indsatser),
            help="Vælger forfra blandt indsatser med anlægspris. Dem uden beholdes.",
            key="pakke-foreslaa",
        )
        st.button(
            "Fyld pakken op",
            on_click=lambda: _take(pakke(catalogue, weights, beloeb.fra_mia(amount), med=chosen, pris=price)),
            disabled=not chosen,
            help="Beholder det valgte, og lægger til.",
            key="pakke-fyld",
        )
        st.button("Tøm", on_click=view.put, args=(parametre.PAKKE, ()), disabled=not chosen, key="pakke-toem")
    st.caption(" ".join((*_proposed(proposal, chosen), proposal.forklaring, _unpriced())))


def _proposed(proposal: Pakke, chosen: Sequence[int]) -> Iterator[str]:
    """Say what the proposal is, before anything is said about it; on a projector only how much."""
    if not proposal.indsatser:
        return
    if sorted(chosen) == list(proposal.indsatser):
        yield "Pakken er forslaget under dine forudsætninger."
    elif view.on_projector():
        yield f"Forslaget under dine forudsætninger har {_count(proposal.indsatser)}."
    else:
        names = filtre.catalogue().navne
        listed = saetning.listed([f"{nr} {names[nr]}" for nr in proposal.indsatser])
        yield f"Forslag under dine forudsætninger: {listed}."


def _count(measures: Sequence[int]) -> str:
    return maengde.counted(len(measures), "indsats", "indsatser")


def _unpriced() -> str:
    return f"{_count(fund.uden_pris(filtre.catalogue()))} har ingen anlægspris og vælges kun i hånden."


def _take(found: Pakke) -> None:
    """Let the package be what was found, or say why nothing can be."""
    if found.hindringer:
        st.toast(found.forklaring, icon=":material/rule:")
    else:
        view.put(parametre.PAKKE, tuple(found.indsatser))


def _comes_to(of: Sammensaetning, weights: Sequence[float], amount: int, price: Pris) -> None:
    st.header(f"Pakken har {_count(of.indsatser)} og {_against(of.anlaeg_mio_kr, amount, price)}", anchor=False)
    for sentence in of.brud:
        st.markdown(f":material/rule: **{sentence}**")
    st.markdown(
        f"- **Anlæg:** {_sum(of.anlaeg_mio_kr, money=True)}{_missing(of.anlaeg_mio_kr, 'ingen anlægspris')}\n"
        f"- **CO2e i anlæg:** {_sum(of.co2_anlaeg_t, money=False)}{_missing(of.co2_anlaeg_t, 'intet tal')}\n"
        + "".join(f"- {sentence}\n" for sentence in of.forbehold)
    )
    _members(of, weights)
    goals = vurderinger.goal_names()
    axis = fund.pakkeakse(of.pejlemaerker)
    components.table(
        "pakke-pejlemaerker",
        (
            Column("navn", "Pejlemærke"),
            Column("stjerner", "Stjerner i alt: laveste til højeste", "soejle"),
            Column("positive", "Positive", "tal"),
            Column("ingen", "Ingen positiv effekt", "tal"),
            Column("ukendt", "Ikke vurderet", "tal"),
            Column("ringere", "Teksten siger ringere"),
        ),
        [
            Row(
                (
                    Cell(goals[gift.pejlemaerke_id]),
                    rang.interval(gift.stjerner_lav, gift.stjerner_hoej, axis, decimals=0),
                    Cell(str(gift.positive)),
                    Cell(str(gift.ingen_positiv_effekt)),
                    Cell(str(gift.ikke_vurderet)),
                    Cell(", ".join(f"▼ {nr}" for nr in gift.forvaerring)),
                )
            )
            for gift in of.pejlemaerker
        ],
        alt="Hvad pakken giver på hvert pejlemærke",
        cards=True,
    )
    st.caption("Stjernerne er lagt sammen, som om indsatserne ikke påvirker hinanden. Det advarer kataloget imod.")
    table = udtraek.pakke(filtre.catalogue(), of.indsatser)
    downloads.bar("pakke", table, tables=vurderinger.TABLES, selection=f"Pakke inden for {amount} mia. kr.")


def _against(total: Pakkesum, amount: int, price: Pris) -> str:
    """Return what the package costs to build, held against the amount."""
    over = fund.over_beloeb(total, beloeb.fra_mia(amount), price)
    if over is None:
        return "ingen anlægspris"
    limit = f"({beloeb.mio_kr(over, over)} over beløbet)" if over else f"af {amount} mia. kr."
    return f"koster {_sum(total, money=True)} {limit}"


def _members(of: Sammensaetning, weights: Sequence[float]) -> None:
    """Show what is in the package: price, CO2 and value of each."""
    values = fund.vaerdi_af(filtre.catalogue(), weights, of.indsatser)
    components.table(
        "pakke-indhold",
        (
            Column("navn", "I pakken"),
            Column("pris", f"Anlæg, {priser.level()}", "tal"),
            Column("co2", "CO2e i anlæg", "tal"),
            rang.VALUE,
        ),
        [
            Row(
                (
                    indsatser.link(nr),
                    Cell(priser.price(measure), unknown=measure.anlaeg_lav is None),
                    Cell(priser.co2(measure), unknown=measure.co2_lav is None),
                    rang.interval(values[nr].lavest, values[nr].hoejest),
                )
            )
            for nr in of.indsatser
            for measure in (indsatser.measure(nr),)
        ],
        alt=f"De {len(of.indsatser)} indsatser i pakken med pris, CO2e og værdi under dine vægte",
        cards=True,
    )


def _sum(of: Pakkesum, *, money: bool) -> str:
    return beloeb.mio_kr(of.lav, of.hoej) if money else beloeb.spaend(of.lav, of.hoej, "ton")


def _missing(of: Pakkesum, what: str) -> str:
    if not of.ukendte:
        return ""
    return f"; {len(of.ukendte)} af dem har {what}"
