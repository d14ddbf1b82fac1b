"""Pictures of the scenario, one open at a time: before and after, tiles, map, and the years to 2030."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, cast

import streamlit as st

from analytics.begreber import LAST_YEAR, REGION
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import MEASURES
from analytics.scenarie import Udregning, udtraek
from analytics.scenarie.modpart import NAVNE, udregnet
from analytics.scenarie.naaet import FOELGER
from analytics.scenarie.stilling import Visning, foer, fordeling, forloeb, kortvaerdier, stillinger
from analytics.scenarie.tekst import borgere
from dansk import maengde, tal
from dansk.saetning import begun
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts, downloads, landkort, maps
from pages.frame import paper
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import modpart, opstilling
from pages.reading import queries, sources
from pages.style import theme
from pages.view.parameters import OMRAADE, SPECIALE

_RESULT = MEASURES["borgere-pr-kapacitet"]
_CHANGE = replace(_RESULT, id="aendring", enhed="pct", decimaler=1, retning="aendring")
PICTURES = ("fliser", "kort", "foer-efter", "vindere", "udvikling", "noegletal", "lorenz")
THEMES = ("optimum", "scenarier")
"""What a projector shows in a picture's place, and other screens show below."""
_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_forslag_effekt", "fysio_ramme", "fysio_budget")


def choose() -> str:
    """Show what can be shown, one at a time, and return what is chosen; a projector has the other themes there too."""
    offered = (*PICTURES, *THEMES) if view.on_projector() else PICTURES
    return view.choose_among(
        offered, parametre.FIGUR, st.segmented_control, required=True, label_visibility="collapsed"
    )


def show(of: Udregning, figure: str) -> None:
    """Show another picture of the chosen speciale than the cockpit's own tiles."""
    speciale, chosen = view.value(SPECIALE), view.value(OMRAADE)
    if figure == "foer-efter":
        _before_and_after(of, speciale, chosen)
    elif figure == "udvikling":
        _development(of, speciale, chosen)
    elif figure == "lorenz":
        _equality(of, speciale)
    elif figure == "kort":
        what = view.choose(parametre.VIS, partial(st.segmented_control, required=True, label_visibility="collapsed"))
        _map(of, cast(Visning, what), speciale, chosen)


def take_away(of: Udregning) -> None:
    """Show the downloads and the sources of every picture."""
    downloads.bar(
        "scenarie",
        partial(udtraek.resultat, of),
        tables=opstilling.tables([of], _TABLES),
        selection=opstilling.selection(of),
    )
    sources.footer(opstilling.tables([of], _TABLES), f"{borgere(of.scenarie)} ÷ (kapacitet + tillæg).")


def _before_and_after(of: Udregning, speciale: int, chosen: str) -> None:
    per = f"{borgere(of.scenarie)} pr. kapacitet".capitalize()
    stand = stillinger(of, speciale)
    region = tal.number(stand.region.efter)
    tables = of.grundlag.effekttabeller
    # The paper's own figures are of citizens without the user's weights, and of capacity where it stands: beside others
    # they would mislead.
    follows = of.scenarie.foelger and speciale == FOELGER
    printed = _printed(speciale) if of.scenarie.vaegte is None and not follows else None
    none = (Cell("", unknown=True),) * len(_PRINTED)
    rows = [
        Row(
            (
                Cell(of.grundlag.navne[area.navn]),
                Cell(tal.number(area.foer)),
                Cell(
                    tal.number(area.efter),
                    pair=(area.del_foer, area.del_efter),
                    colour=theme.ink(theme.SPECIALE[speciale]),
                ),
                Cell(maengde.quantity(area.aendring_pct, "pct", 1, sign=True) if area.aendret else "–"),
                *(() if printed is None else printed.get(area.navn, none)),
            ),
            id=area.navn,
        )
        for area in stand.omraader
    ]
    rows += [
        Row(
            (
                Cell("Regionen" if whole.niveau == "region" else f"Planområde {whole.navn.capitalize()}"),
                Cell(tal.number(whole.foer)),
                Cell(tal.number(whole.efter)),
                Cell(maengde.quantity(whole.aendring_pct, "pct", 1, sign=True)),
                *(() if printed is None else (Cell(""),) * len(_PRINTED)),
            ),
            kind="skel" if place == 0 else None,
        )
        for place, whole in enumerate(stand.samlede)
    ]
    components.table(
        "foer-efter",
        (
            Column("navn", "Område"),
            Column("foer", "Før", "tal"),
            Column(
                "efter",
                "Efter (ring: før, prik: efter)",
                "par",
                linje=stand.region.del_efter,
                linjetekst="Regionen under ét",
            ),
            Column("aendring", "Ændring", "tal"),
            *(
                ()
                if printed is None
                else (
                    Column(
                        "uden",
                        "Papiret uden",
                        "tal",
                        f"{begun(tables)}: {LAST_YEAR} uden forslaget",
                    ),
                    Column("med", "Papiret med", "tal", f"{begun(tables)}: {LAST_YEAR} med forslaget"),
                )
            ),
        ),
        rows,
        alt=f"{per} før og efter, speciale {speciale}, {of.scenarie.aar}. Regionen under ét: {region}.",
        chosen=chosen,
        on_choose=lambda area: view.put(OMRAADE, area or "ingen"),
    )
    beside = (
        f"Papirets egne tal er ikke {'fulgt til patienterne' if follows else 'vægtet med dine antagelser'} "
        "og er derfor ikke vist."
        if printed is None
        else f"«Papiret» er {tables}: {LAST_YEAR}, uden og med forslaget. {sources.explain_marks()}"
    )
    st.caption(f"{per} i {of.scenarie.aar}. Stiplet linje: regionen under ét, {region}. {beside}")


_PRINTED = ("borgere_pr_kapacitet_uden", "borgere_pr_kapacitet_med")


@queries.kept(8)
def _printed(of_version: str, speciale: int) -> dict[str, tuple[Cell, ...]]:
    """What Tabel 11 and 12 print of each area that is in them, with the marks of the source checks."""
    table = queries.frames(of_version)["fysio_forslag_effekt"]
    rows = table[table["speciale"] == speciale].to_dict("records")
    return {row["omraade_id"]: tuple(_printed_cell(row, field) for field in _PRINTED) for row in rows}


def _printed_cell(row: Mapping[Hashable, Any], field: str) -> Cell:
    keys = {"omraade_id": row["omraade_id"], "speciale": row["speciale"]}
    found = (sources.mark("fysio_forslag_effekt", of, **keys) for of in (field, "kapacitet_foer"))
    return Cell(tal.number(row[field]), mark=next(filter(None, found), None))


def _map(of: Udregning, what: Visning, speciale: int, chosen: str) -> None:
    per, compared = f"{borgere(of.scenarie)} pr. kapacitet", modpart.current(of)
    if what == "resultat":
        measure = replace(_RESULT, navn=per.capitalize())
    else:
        measure = replace(_CHANGE, navn=f"Ændring i {per} mod {NAVNE[compared]}")
    values = kortvaerdier(of, speciale, what, udregnet(of, compared))
    areas, legend = maps.picture(
        measure,
        values,
        Reference(0.0, "ingen ændring"),
        chosen={chosen},
        in_focus=set(of.grundlag.omraader),
        scale_of=foer(of, speciale) if what == "resultat" else None,
    )
    worst = of.noegletal[speciale]
    alt = (
        f"{measure.navn}: {of.grundlag.navne[worst.vaerst_omraade]} er ringest dækket i scenariet med "
        f"{tal.number(worst.vaerst)}."
    )
    landkort.show("scenarielandkort", areas, legend, alt=alt, on_choose=maps.choose)
    st.caption(
        f"{measure.navn} i {of.scenarie.aar}. Skematisk kort: grænserne er omtrentlige. "
        + ("Farverne er de samme klasser som før scenariet." if what == "resultat" else "Blå er bedre, rød er ringere.")
    )


def _development(of: Udregning, speciale: int, chosen: str) -> None:
    course = forloeb(of, REGION if chosen == "ingen" else chosen, speciale)
    place = "Regionen under ét" if chosen == "ingen" else of.grundlag.navne[chosen]
    title = f"{place}: {borgere(of.scenarie)} pr. kapacitet"
    st.markdown(f"**{title}, speciale {speciale}, uden og med scenariet**")
    charts.show(
        "udvikling-scenarie",
        charts.curves(
            course.punkter,
            [
                charts.Curve("uden", "Uden", theme.BEFORE, baseline=True),
                charts.Curve("med", "Med", theme.SPECIALE[speciale]),
            ],
            series="serie",
            what=f"{borgere(of.scenarie)} pr. kapacitet".capitalize(),
            alt=f"{title} {course.aar[0]}-{course.aar[-1]}. I {course.aar[-1]} er det "
            f"{tal.number(course.uden[-1])} uden scenariet og {tal.number(course.med[-1])} med.",
            height=280,
        ),
        title=f"{title}, speciale {speciale}, uden og med scenariet",
        tables=opstilling.tables([of], _TABLES),
    )
    if chosen == "ingen":
        paper.hint("Vælg et område på flisekortet, kortet eller i listen for at se dets udvikling.")


def _equality(of: Udregning, speciale: int) -> None:
    """The Lorenz curve, and what the Gini coefficient has to do with it."""
    shared, gini = fordeling(of, speciale), of.noegletal[speciale].gini
    with_it, without = (maengde.quantity(half, "pct") for half in (shared.halvdelen_med, shared.halvdelen_uden))
    people = "borgerne" if of.scenarie.vaegte is None else "de vægtede borgere"
    found = f"Den ringest dækkede halvdel af {people} har {with_it} af kapaciteten; {without} uden nye."
    st.markdown(f"**{found}**")
    charts.show(
        "lighed-scenarie",
        charts.lorenz(
            shared.punkter,
            [
                charts.Curve("uden", "Uden nye", theme.BEFORE, baseline=True),
                charts.Curve("med", "Scenariet", theme.SPECIALE[speciale]),
            ],
            dict(of.grundlag.navne),
            people=borgere(of.scenarie).capitalize(),
            shared="Kapacitet",
            alt=found,
            height=250,
        ),
        title=f"{found} Speciale {speciale}",
        tables=opstilling.tables([of], _TABLES),
    )
    st.caption(f"Ulighed (Gini) er {tal.number(gini, 3)}: to gange arealet mellem kurven og linjen. 0 er helt lige.")
