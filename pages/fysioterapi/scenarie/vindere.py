"""Who gains and who loses: citizens in one line, and the three largest of each beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analytics.scenarie import Udregning, udtraek
from analytics.scenarie.forskydning import Forskel
from analytics.scenarie.fund import SOM, aendring, hvor_mange
from analytics.scenarie.modpart import NAVNE, Modpart, udregnet
from analytics.scenarie.tekst import borgere
from analytics.scenarie.virkning import FLEST_NAEVNT, Virkning
from dansk import maengde, tal
from dansk.saetning import begun
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.fysioterapi.scenarie import opstilling
from pages.reading import markdown, sources
from pages.style import theme

GAIN, LOSS = theme.AROUND_AVERAGE[0], theme.AROUND_AVERAGE[-1]
_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag")


def show(
    of: Udregning, mod: Udregning, *, end: str, navn: str, speciale: int, key: str = "vindere", nu: str = "Scenariet"
) -> None:
    """
    Show how many citizens get it better and worse in a speciale than in `mod`, who most, and behind that every area.

    `end` is what is compared with as it stands after «bedre end» (`fund.SOM`, `fund.som`), `navn` its name alone and
    `nu` the scenario's. The height is the same whoever gains or loses.
    """
    found = of.virkning_mod(mod)[speciale]
    st.markdown(f"**{markdown.plain(hvor_mange(found, end))}**")
    left, right = st.columns(2)
    with left:
        _list(f"{key}-{speciale}", "Vinder mest", found.vindere, GAIN, found, of)
    with right:
        _list(f"tabere-{key}-{speciale}", "Taber mest", found.tabere, LOSS, found, of)
    if not view.on_projector():
        _everybody(of, mod, (nu, navn), speciale, key)


def show_against(of: Udregning, modpart: Modpart, speciale: int) -> None:
    """Show who gains and who loses in a speciale against the proposal, or against nothing new."""
    show(of, udregnet(of, modpart), end=SOM[modpart], navn=begun(NAVNE[modpart]), speciale=speciale)


def _list(key: str, title: str, areas: Sequence[Forskel], colour: str, found: Virkning, of: Udregning) -> None:
    """A list of as many rows whoever gains, so that nothing below it moves."""
    names, what = of.grundlag.navne, f"ændring i {borgere(of.scenarie)} pr. kapacitet"
    rows = [
        Row((Cell(names[each.omraade_id]), Cell(aendring(each), each.pct, bar=found.andel(each), colour=colour)))
        for each in areas
    ]
    for place in range(len(rows), FLEST_NAEVNT):
        rows.append(Row((Cell("\N{NO-BREAK SPACE}" if place else "Ingen"), Cell("", bar=0.0))))
    components.table(
        key,
        (Column("navn", title), Column("aendring", "I procent", "soejle", f"{begun(what)}; et fald er bedre")),
        rows,
        alt=f"{title}, speciale {found.speciale}: {what}",
    )


def _everybody(of: Udregning, mod: Udregning, called: tuple[str, str], speciale: int, key: str) -> None:
    """Every area that gains or loses, worked out only when the box is open."""
    box = st.expander("Alle, der vinder eller taber", key=f"alle-{key}-{speciale}", on_change="rerun")
    if not box.open:
        return
    names, (nu, navn) = of.grundlag.navne, called
    with box:
        components.table(
            f"alle-{key}-tabel-{speciale}",
            (
                Column("navn", "Område"),
                Column("borgere", "Borgere", "tal"),
                Column("mod", navn, "tal"),
                Column("nu", nu, "tal"),
                Column("aendring", "Ændring", "tal"),
            ),
            [
                Row(
                    (
                        Cell(names[each.omraade_id]),
                        Cell(tal.number(each.borgere)),
                        Cell(tal.number(each.mod)),
                        Cell(tal.number(each.nu)),
                        Cell(maengde.change(each.pct), each.pct),
                    )
                )
                for each in of.mod(mod).forskelle
                if each.speciale == speciale and each.udfald != "uaendret"
            ],
            alt=f"{borgere(of.scenarie).capitalize()} pr. kapacitet i speciale {speciale}, {nu} og {navn}: "
            "alle områder, der vinder eller taber",
        )
        downloads.bar(
            f"scenarie-{key}-{speciale}",
            partial(udtraek.vindere_og_tabere, of, mod, nu, navn),
            tables=opstilling.tables([of, mod], _TABLES),
            selection=opstilling.selection(of),
            called=f"vindere og tabere, {speciale}",
        )
        sources.footer(opstilling.tables([of, mod], _TABLES), f"ændringen i {borgere(of.scenarie)} pr. kapacitet.")
