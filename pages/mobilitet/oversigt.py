"""The heat table: every measure on every pejlemærke, as the catalogue has it, ordered by one, with nothing added up."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

import streamlit as st

from analytics.mobilitet import fund, udtraek
from analytics.mobilitet.fund import Bedst, mangler
from dansk import saetning
from pages import components, view
from pages.components import Column, Row
from pages.drawing import downloads
from pages.katalog import indsatser, priser, vurderinger
from pages.mobilitet import filtre, parametre
from pages.reading import queries, sources
from pages.reading.sources import Printed


def headline(shown: Collection[int]) -> str:
    """Return the finding of the chosen order: who has most stars on the pejlemærke, or what costs the least."""
    order = view.value(parametre.MATRIX).kolonne
    if order == "pris":
        return _cheapest(shown)
    if order == "nr":
        return _unpriced(shown)
    best = fund.bedst(filtre.catalogue(), order, shown)
    return _highest_rate(shown, order) if best is None else _best(best, vurderinger.goal_names()[order], shown)


def _theme(shown: Collection[int]) -> str | None:
    """The theme whose measures these are, all of them and no others; None where they are not a theme."""
    themes = {indsatser.measure(nr).tema for nr in shown}
    of_them = [nr for nr in filtre.all_measures() if indsatser.measure(nr).tema in themes]
    return themes.pop() if len(themes) == 1 and set(shown) == set(of_them) else None


def _best(of: Bedst, goal: str, shown: Collection[int]) -> str:
    stars, on, theme = vurderinger.stars_in_words(of.stjerner), saetning.inside(goal), _theme(shown)
    if len(of.indsatser) == 1:
        (nr,) = of.indsatser
        if theme and len(shown) == 1:
            return f"{theme} har én indsats: {_called(nr)}, {stars} for {on}, {priser.short(indsatser.measure(nr))}"
        if theme:
            return f"{theme}: kun {_called(nr)} har {stars} for {on}, {priser.short(indsatser.measure(nr))}"
        among = "eneste indsats" if set(shown) == set(filtre.all_measures()) else "eneste viste indsats"
        return f"{_called(nr)} er {among} med {stars} for {on}: {priser.short(indsatser.measure(nr))}"
    cheapest = "ingen med anlægspris"
    if of.billigst is not None:
        cheapest = f"billigst {_called(of.billigst)} ({priser.short(indsatser.measure(of.billigst))})"
    if theme:
        return f"{theme}: {len(of.indsatser)} indsatser har {stars} for {on}, {cheapest}"
    return f"{saetning.begun(stars)} for {on}: {len(of.indsatser)} indsatser, {cheapest}"


def _highest_rate(shown: Collection[int], goal: str) -> str:
    nr = fund.hoejeste_rente(filtre.catalogue(), shown)
    if nr is None:
        return f"Ingen af de {len(shown)} viste har stjerner for {saetning.inside(vurderinger.goal_names()[goal])}"
    rate = vurderinger.rate(vurderinger.assessments()[(nr, goal)])
    return f"{_called(nr)} har højest intern rente: {rate}, {priser.short(indsatser.measure(nr))}"


def _cheapest(shown: Collection[int]) -> str:
    nr = fund.billigst_at_anlaegge(filtre.catalogue(), shown)
    if nr is None:
        return "Ingen af de viste indsatser har en anlægspris"
    return f"{_called(nr)} er billigst at anlægge: {priser.short(indsatser.measure(nr))}"


def _unpriced(shown: Collection[int]) -> str:
    of = mangler(filtre.catalogue(), shown)
    return f"{of.uden_pris} af {of.indsatser} indsatser har ingen kendt anlægspris"


def _called(nr: int) -> str:
    return indsatser.short_name(nr)


def show(shown: Collection[int]) -> None:
    """Show the heat table of the measures shown, theme by theme where wanted; a measure leads to its sheet."""
    measures, goals = [indsatser.measure(nr) for nr in sorted(shown)], vurderinger.goals()
    grouped = view.value(parametre.GRUPPER) == "ja"
    rows = [
        Row(
            (
                # A phone has no room for the price's own column: there it stands below the name.
                replace(indsatser.link(measure.nr), note=priser.short(measure)),
                *(vurderinger.heat_cell(of, goal.navn) for goal, of in vurderinger.of_measure(measure.nr)),
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
            *(Column(goal.pejlemaerke_id, goal.navn, "varme", goal.vurderet_ud_fra) for goal in goals),
            Column("pris", "Anlæg, mio. kr.", "tal", f"{priser.level()}. Tallet er et groft overslag."),
        ),
        rows,
        alt=f"{saetning.stopped(headline(shown))} Hver indsats vurderet på hvert pejlemærke.",
        sorting=view.value(parametre.MATRIX),
        on_sort=view.setter(parametre.MATRIX),
        dense=True,
    )
    if view.on_projector():
        st.caption(vurderinger.heat_legend())
        sources.footer(vurderinger.TABLES, brief=True)
        return
    st.caption(
        f"Tryk på et pejlemærke for at ordne efter det. {vurderinger.heat_legend()} {vurderinger.more_caveats()} "
        "Hvor oversigtens tomme felter er tabt, er pladserne tolket ud fra arkets tekst; peg på et felt for grunden."
    )
    downloads.bar(
        "mobilitet",
        lambda: udtraek.vurderinger(queries.tables(), shown),
        tables=vurderinger.TABLES,
        selection=f"{len(rows)} indsatser. {vurderinger.reservation()}",
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
