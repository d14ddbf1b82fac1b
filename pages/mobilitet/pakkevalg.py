"""A package within an amount: proposed at once under the user's own assumptions, or put together by hand."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analytics.mobilitet import Katalog, Pakke, Pakkesum, Pris, Sammensaetning, fund, pakke, sammensaetning, udtraek
from analytics.mobilitet.godepakker import INDEN_FOR, gode_pakker
from dansk import beloeb, maengde, saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts, downloads
from pages.katalog import indsatser, priser, vurderinger
from pages.mobilitet import diagrammer, filtre, parametre, rang, skydere
from pages.reading import markdown


def show(weights: Sequence[float]) -> None:
    """Show the package as one bar of the amount: the one proposed until another is put together, and what it gives."""
    price, amount = view.value(parametre.PRISNIVEAU), view.value(parametre.BELOEB)
    chosen, asked = view.value(parametre.PAKKE), _asked()
    catalogue = filtre.weighed()
    limit = beloeb.fra_mia(amount)
    proposal = pakke(catalogue, weights, limit, uden=asked, pris=price)
    members = chosen or proposal.indsatser
    total = sammensaetning(catalogue, members)
    finding = _headline(total, amount, price, own=bool(chosen))
    st.header(finding, anchor=False)
    vurderinger.warning()
    skydere.show(
        "beloebsskyder",
        [(parametre.BELOEB, "Højst", "Beløb i mia. kr.")],
        rows_are="Pakken må koste",
        heading="Mia. kr.",
        highest=parametre.AMOUNTS[-1],
    )
    for sentence in total.brud:
        st.markdown(f":material/rule: **{sentence}**")
    if members:
        _picture(catalogue, weights, members, limit, price, finding)
    if not chosen:
        _as_good(catalogue, weights, limit, asked, price)
    _by_hand(catalogue, weights, limit, asked, price, chosen, proposal)
    if members:
        _comes_to(catalogue, total, weights, amount)


def _asked() -> tuple[int, ...]:
    """Return the measures that the demand leaves out: those not sure to have the stars on the pejlemærke."""
    goal, stars = view.value(parametre.KRAV), view.value(parametre.KRAVSTJERNER)
    return () if goal == "alle" else fund.under_stjerner(filtre.catalogue(), goal, stars)


def _headline(of: Sammensaetning, amount: int, price: Pris, *, own: bool) -> str:
    if not of.indsatser:
        return f"Ingen pakke for {amount} mia. kr. giver noget"
    if own:
        return f"Pakken har {_count(of.indsatser)} og {_against(of.anlaeg_mio_kr, amount, price)}"
    return f"Mest for {amount} mia. kr.: {_count(of.indsatser)}"


def _picture(
    catalogue: Katalog, weights: Sequence[float], members: Sequence[int], limit: float, price: Pris, finding: str
) -> None:
    """Show the package as one bar of the amount with a named block each, and say what it leaves out."""
    parts = fund.klodser(catalogue, weights, members, price)
    goals = vurderinger.goal_names()
    heaviest = fund.vejer_mest(catalogue, weights)
    without = f"uden effekt på {saetning.listed([saetning.inside(goals[name]) for name in heaviest])}"
    values = fund.vaerdi_af(catalogue, weights, members)
    axis = fund.stjerneakse(catalogue)
    charts.show(
        "pakkebillede",
        diagrammer.package(
            [
                charts.Block(
                    str(part.indsats_nr),
                    indsatser.short_name(part.indsats_nr),
                    part.pris,
                    f"{indsatser.name(part.indsats_nr)}: {priser.price(indsatser.measure(part.indsats_nr))}"
                    + (f", {without}" if part.uden_effekt else ""),
                    faint=part.uden_effekt,
                    sign=" ◇" if part.uden_effekt else "",
                )
                for part in parts
                if part.pris
            ],
            limit,
            alt=f"{saetning.stopped(finding)} "
            "Pakken som én søjle af beløbet, en klods for hver indsats, den dyreste nederst.",
            twin=charts.Twin(
                (
                    Column("navn", "I pakken"),
                    Column("pris", f"Anlæg, {priser.level()}", "tal"),
                    Column("co2", "CO2e i anlæg", "tal"),
                    rang.VALUE,
                    Column("effekt", "På det, der vejer mest"),
                ),
                tuple(
                    Row(
                        (
                            indsatser.link(part.indsats_nr),
                            Cell(priser.price(measure), unknown=measure.anlaeg_lav is None),
                            Cell(priser.co2(measure), unknown=measure.co2_lav is None),
                            rang.interval(values[measure.nr].lavest, values[measure.nr].hoejest, axis),
                            Cell(without if part.uden_effekt else ""),
                        )
                    )
                    for part in parts
                    for measure in (indsatser.measure(part.indsats_nr),)
                ),
                vurderinger.reservation(),
            ),
        ),
        title=finding,
        tables=vurderinger.TABLES,
        opens=lambda nr: indsatser.sheet(int(nr)),
        note=vurderinger.reservation(),
    )
    said = [f"Skraveret og ◇: {without}, som du vægter mest." for _ in range(1) if any(p.uden_effekt for p in parts)]
    unpriced = [indsatser.name(part.indsats_nr) for part in parts if part.pris is None]
    if unpriced:
        said.append(f"Uden anlægspris, og derfor ikke i søjlen: {saetning.listed(unpriced)}.")
    if said:
        st.caption(" ".join(said))


def _as_good(catalogue: Katalog, weights: Sequence[float], limit: float, asked: Sequence[int], price: Pris) -> None:
    """Show the packages within 1 % of the proposal, and what no package as good can do without."""
    found = gode_pakker(catalogue, weights, limit, uden=asked, pris=price)
    if found is None:
        return
    share = maengde.share(INDEN_FOR)
    same = _names(found.i_alle) or "intet"
    if not found.i_nogle:
        st.markdown(f"**Ingen anden pakke er lige så god** (inden for {share}).")
        return
    st.markdown(
        f"**I alle pakker, der er lige så gode** (inden for {share}): {same}.\n\n"
        f"**Kun i nogle af dem:** {_names(found.i_nogle)}."
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        for number, other in enumerate(found.andre, start=1):
            comes = [indsatser.short_name(nr) for nr in other.indsatser if nr not in found.bedste.indsatser]
            goes = [indsatser.short_name(nr) for nr in found.bedste.indsatser if nr not in other.indsatser]
            instead = (
                (f" i stedet for {saetning.listed(goes)}" if comes else f"uden {saetning.listed(goes)}") if goes else ""
            )
            st.button(
                saetning.begun(
                    f"{saetning.listed(comes)}{instead}: {beloeb.mio_kr(other.pris_mio_kr, other.pris_mio_kr)}"
                ),
                on_click=view.put,
                args=(parametre.PAKKE, other.indsatser),
                key=f"pakke-anden-{number}",
                help="Vis den pakke. Den er lige så god under dine forudsætninger.",
            )


def _names(measures: Sequence[int]) -> str:
    return saetning.listed([indsatser.short_name(nr) for nr in measures])


def _by_hand(
    catalogue: Katalog,
    weights: Sequence[float],
    limit: float,
    asked: Sequence[int],
    price: Pris,
    chosen: Sequence[int],
    proposal: Pakke,
) -> None:
    """Show the ways to another package: a demand on stars, the low price, and measures chosen by hand."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filtre-pakke"):
        view.control(parametre.KRAV, width=250)
        if view.held(parametre.KRAV) != "alle":
            view.control(parametre.KRAVSTJERNER, width=130)
        view.control(parametre.PRISNIVEAU, st.segmented_control, required=True)
    view.choose_many(parametre.PAKKE, "Forslaget vises, indtil der vælges noget")
    if chosen:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                "Fyld pakken op",
                on_click=lambda: _take(
                    pakke(catalogue, weights, limit, med=chosen, uden=_free(asked, chosen), pris=price)
                ),
                help="Beholder det valgte, og lægger til.",
                key="pakke-fyld",
            )
            st.button("Tilbage til forslaget", on_click=view.put, args=(parametre.PAKKE, ()), key="pakke-toem")
    elif proposal.indsatser:
        st.button(
            "Ret i forslaget", on_click=view.put, args=(parametre.PAKKE, proposal.indsatser), key="pakke-foreslaa"
        )
    st.caption(f"{proposal.forklaring} {_unpriced()}")


def _free(asked: Sequence[int], chosen: Sequence[int]) -> tuple[int, ...]:
    """Return what the demand leaves out, but for what was chosen all the same."""
    return tuple(nr for nr in asked if nr not in chosen)


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


def _comes_to(catalogue: Katalog, of: Sammensaetning, weights: Sequence[float], amount: int) -> None:
    st.markdown(
        f"- **Anlæg:** {_sum(of.anlaeg_mio_kr, money=True)}{_missing(of.anlaeg_mio_kr, 'ingen anlægspris')}\n"
        f"- **CO2e i anlæg:** {_sum(of.co2_anlaeg_t, money=False)}{_missing(of.co2_anlaeg_t, 'intet tal')}\n"
        + "".join(f"- {markdown.plain(sentence)}\n" for sentence in of.forbehold)
    )
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
    downloads.bar(
        "pakke",
        lambda: udtraek.pakke(catalogue, of.indsatser),
        tables=vurderinger.TABLES,
        selection=f"Pakke inden for {amount} mia. kr. {rang.selection(weights)}",
    )


def _against(total: Pakkesum, amount: int, price: Pris) -> str:
    """Return what the package costs to build, held against the amount."""
    over = fund.over_beloeb(total, beloeb.fra_mia(amount), price)
    if over is None:
        return "ingen anlægspris"
    return f"er {beloeb.mio_kr(over, over)} over beløbet" if over else f"koster {_sum(total, money=True)}"


def _sum(of: Pakkesum, *, money: bool) -> str:
    return beloeb.mio_kr(of.lav, of.hoej) if money else beloeb.spaend(of.lav, of.hoej, "ton")


def _missing(of: Pakkesum, what: str) -> str:
    if not of.ukendte:
        return ""
    return f"; {len(of.ukendte)} af dem har {what}"
