"""Which weights make a measure the best: the central weights of each that can be, and a press that takes them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.mobilitet import TRAEKNINGER
from analytics.mobilitet.centralevaegte import Central, centrale_vaegte, i_hele_vaegte, tungest
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.katalog import indsatser, vurderinger
from pages.mobilitet import filtre, parametre
from pages.reading import queries


@queries.kept()
def _found(of_version: str, counts: bool) -> tuple[Central, ...]:
    of = filtre.with_worsening if counts else filtre.catalogue
    return centrale_vaegte(of.of(of_version))


def show() -> None:
    """Show who is the best under some weights, how often, and under which; the chosen one's can be taken."""
    found = _found(view.value(parametre.FORVAERRING))
    chosen = view.value(parametre.BEDST_NAAR)
    one = next((each for each in found if str(each.indsats_nr) == chosen), None)
    st.header(_headline(found, chosen, one), anchor=False)
    vurderinger.warning()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view.control(parametre.BEDST_NAAR, width=330)
        if one is not None:
            st.button("Brug de vægte", on_click=_take, args=(one,), key="brug-vaegte", icon=":material/balance:")
    goals = vurderinger.goals()
    components.table(
        "central",
        (
            Column("navn", "Indsats", ubrudt=True),
            Column("andel", "Bedst under så mange vægte", "soejle"),
            *(Column(goal.pejlemaerke_id, goal.navn, "tal") for goal in goals),
            Column("sikker", "Sikkert", "tal", "Så ofte er den bedst med netop de vægte, når alt ukendt trækkes"),
        ),
        [
            Row(
                (
                    indsatser.short_link(each.indsats_nr),
                    Cell(maengde.share(each.andel, 1), each.andel, bar=each.andel),
                    *(Cell(maengde.share(weight), weight) for weight in each.vaegte),
                    Cell(maengde.share(each.sikkerhed), each.sikkerhed),
                )
            )
            for each in (found if one is None else (one,))
        ],
        alt="De indsatser, der er bedst under nogle vægte, med de vægte, der gør dem bedst",
        cards=True,
        dense=not view.on_projector(),
    )
    st.caption(
        f"{tal.number(TRAEKNINGER)} gange er vægtene trukket, alle lige sandsynlige, og alt ukendt blandt de stjerner, "
        "det kan være. Tallene under pejlemærkerne er gennemsnittet af de vægte, hvor indsatsen er bedst "
        "(SMAA: centrale vægte). De andre indsatser er aldrig bedst."
    )
    downloads.bar(
        "centrale-vaegte",
        lambda: pd.DataFrame(
            {
                "indsats": each.indsats_nr,
                "navn": indsatser.measure(each.indsats_nr).navn,
                "bedst, andel": tal.rounded(each.andel, 4),
                **{goal.navn: tal.rounded(weight, 4) for goal, weight in zip(goals, each.vaegte, strict=True)},
                "sikkerhed": tal.rounded(each.sikkerhed, 4),
            }
            for each in found
        ),
        tables=vurderinger.TABLES,
        selection=f"Alle vægte lige sandsynlige. {vurderinger.reservation()}",
    )


def _headline(found: Sequence[Central], chosen: str, one: Central | None) -> str:
    if chosen != "alle" and one is None:
        return f"{indsatser.short_name(int(chosen))} er aldrig bedst, uanset vægtene"
    if one is None:
        first = found[0]
        return f"{indsatser.short_name(first.indsats_nr)} er bedst under {maengde.share(first.andel)} af alle vægte"
    names = vurderinger.goal_names()
    heaviest = saetning.inside(names[tungest(filtre.catalogue(), one)])
    return f"{indsatser.short_name(one.indsats_nr)} er bedst, når {heaviest} tæller mest: {maengde.share(one.stoerst)}"


def _take(of: Central) -> None:
    """Let the sliders stand at the central weights, as near as whole weights come."""
    for parameter, weight in zip(parametre.VAEGTE.values(), i_hele_vaegte(of, parametre.WEIGHTS[-1]), strict=True):
        view.put(parameter, weight)
