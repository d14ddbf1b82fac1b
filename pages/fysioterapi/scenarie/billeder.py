"""Pictures of the scenario, one open at a time: before and after, tiles, map, and the years to 2030."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Literal, cast

import pandas as pd
import streamlit as st

from analytics.begreber import FIRST_YEAR, LAST_YEAR, REGION
from analytics.grundlag import Grundlag
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import ranked
from analytics.scenarie import Scenarie, beregn, totaler, udvikling
from dansk import maengde, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts, downloads, maps
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import skyderne
from pages.reading import queries, sources
from pages.style import theme
from pages.view.parameters import OMRAADE, SPECIALE

_RESULT = MEASURES["borgere-pr-kapacitet"]
_CHANGE = replace(_RESULT, id="aendring", enhed="pct", decimaler=1, retning="aendring")
PICTURES = ("foer-efter", "fliser", "kort", "udvikling")
THEMES = ("noegletal", "optimum", "scenarier")
"""What a projector shows in a picture's place, and other screens show beside it."""
_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_forslag_effekt", "fysio_ramme", "fysio_budget")


def choose() -> str:
    """Show what can be shown, one at a time, and return what is chosen; a projector has the other themes there too."""
    if view.on_projector():
        everything = (*PICTURES, *THEMES)
        return view.choose_among(
            everything, parametre.FIGUR, st.segmented_control, required=True, label_visibility="collapsed"
        )
    return view.choose_among(PICTURES, parametre.FIGUR, st.segmented_control, required=True)


def show(scenarie: Scenarie, figure: str) -> None:
    """Show a picture of the chosen speciale, its downloads and its sources."""
    label = "collapsed" if view.on_projector() else "visible"
    control = partial(st.segmented_control, required=True, label_visibility=label)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        speciale = view.choose(SPECIALE, control)
        what = view.choose(parametre.VIS, control) if figure in ("fliser", "kort") else "resultat"
    chosen = view.value(OMRAADE)
    result = beregn(scenarie, skyderne.foundation())
    result = result[result["speciale"] == speciale].reset_index(drop=True)
    if figure == "foer-efter":
        _before_and_after(scenarie, result, speciale, chosen)
    elif figure == "udvikling":
        _development(scenarie, speciale, chosen)
    else:
        _picture(cast(Literal["fliser", "kort"], figure), what, scenarie, result, chosen)
    downloads.bar(
        "scenarie",
        partial(_download, scenarie, skyderne.foundation(), queries.area_names()),
        tables=_TABLES,
        selection=skyderne.selection(scenarie),
    )
    sources.footer(_TABLES, f"{_people(scenarie)} ÷ (kapacitet + tillæg).")


def _people(scenarie: Scenarie) -> str:
    return "borgere" if scenarie.vaegte is None else "vægtede borgere"


def _before_and_after(scenarie: Scenarie, result: pd.DataFrame, speciale: int, chosen: str) -> None:
    names = queries.area_names()
    per = f"{_people(scenarie)} pr. kapacitet".capitalize()
    highest = float(result[["borgere_pr_kapacitet_foer", "borgere_pr_kapacitet"]].max(axis=None))
    totals = totaler(scenarie, skyderne.foundation())
    totals = totals[totals["speciale"] == speciale]
    region = float(totals.loc[totals["niveau"] == "region", "borgere_pr_kapacitet"].iloc[0])
    # The paper's own figures are of citizens without the user's weights: beside weighted ones they would mislead.
    printed = _printed(queries.version(), speciale) if scenarie.vaegte is None else None
    none = (Cell("", unknown=True),) * len(_PRINTED)
    rows = []
    for row in result.sort_values("borgere_pr_kapacitet", ascending=False).itertuples():
        rows.append(
            Row(
                (
                    Cell(names[row.omraade_id]),
                    Cell(tal.number(row.borgere_pr_kapacitet_foer)),
                    Cell(
                        tal.number(row.borgere_pr_kapacitet),
                        pair=(row.borgere_pr_kapacitet_foer / highest, row.borgere_pr_kapacitet / highest),
                        colour=theme.ink(theme.SPECIALE[speciale]),
                    ),
                    Cell(maengde.quantity(row.aendring_pct, "pct", 1, sign=True) if row.tillaeg else "–"),
                    *(() if printed is None else printed.get(row.omraade_id, none)),
                ),
                id=row.omraade_id,
            )
        )
    for place, row in enumerate(totals.itertuples()):
        rows.append(
            Row(
                (
                    Cell("Regionen" if row.niveau == "region" else f"Planområde {row.navn.capitalize()}"),
                    Cell(tal.number(row.borgere_pr_kapacitet_foer)),
                    Cell(tal.number(row.borgere_pr_kapacitet)),
                    Cell(maengde.quantity(row.aendring_pct, "pct", 1, sign=True)),
                    *(() if printed is None else (Cell(""),) * len(_PRINTED)),
                ),
                kind="skel" if place == 0 else None,
            )
        )
    components.table(
        "foer-efter",
        (
            Column("navn", "Område"),
            Column("foer", "Før", "tal"),
            Column(
                "efter",
                "Efter (ring: før, prik: efter)",
                "par",
                linje=region / highest,
                linjetekst="Regionen under ét",
            ),
            Column("aendring", "Ændring", "tal"),
            *(
                ()
                if printed is None
                else (
                    Column("uden", "Papiret uden", "tal", f"Tabel 11 og 12: {LAST_YEAR} uden forslaget"),
                    Column("med", "Papiret med", "tal", f"Tabel 11 og 12: {LAST_YEAR} med forslaget"),
                )
            ),
        ),
        rows,
        alt=f"{per} før og efter, speciale {speciale}, {scenarie.aar}. Regionen under ét: {tal.number(region)}.",
        chosen=chosen,
        on_choose=lambda area: view.put(OMRAADE, area or "ingen"),
    )
    beside = (
        "Papirets egne tal er ikke vægtet med dine antagelser og er derfor ikke vist."
        if printed is None
        else f"«Papiret» er tabel 11 og 12: {LAST_YEAR}, uden og med forslaget. {sources.explain_marks()}"
    )
    st.caption(f"{per} i {scenarie.aar}. Stiplet linje: regionen under ét, {tal.number(region)}. {beside}")


_PRINTED = ("borgere_pr_kapacitet_uden", "borgere_pr_kapacitet_med")


@st.cache_resource(max_entries=8, show_spinner=False)
def _printed(of_version: str, speciale: int) -> dict[str, tuple[Cell, ...]]:
    """What Tabel 11 and 12 print of each area that is in them, with the marks of the source checks."""
    table = queries.tables()["fysio_forslag_effekt"]
    rows = table[table["speciale"] == speciale].to_dict("records")
    return {row["omraade_id"]: tuple(_printed_cell(row, field) for field in _PRINTED) for row in rows}


def _printed_cell(row: Mapping[Hashable, Any], field: str) -> Cell:
    keys = {"omraade_id": row["omraade_id"], "speciale": row["speciale"]}
    found = (sources.mark("fysio_forslag_effekt", of, **keys) for of in (field, "kapacitet_foer"))
    return Cell(tal.number(row[field]), mark=next(filter(None, found), None))


def _picture(
    picture: Literal["fliser", "kort"], what: str, scenarie: Scenarie, result: pd.DataFrame, chosen: str
) -> None:
    per = f"{_people(scenarie)} pr. kapacitet"
    if what == "resultat":
        measure = replace(_RESULT, navn=per.capitalize())
    else:
        measure = replace(_CHANGE, navn=f"Ændring i {per}")
    column = "borgere_pr_kapacitet" if what == "resultat" else "aendring_pct"
    values = ranked(
        pd.DataFrame(
            {
                "sted_id": result["omraade_id"],
                "omraade_id": result["omraade_id"],
                "vaerdi": result[column],
                "udeladt": float("nan"),
                "mangler": None,
            }
        )
    ).merge(queries.areas()[["omraade_id", "navn", "kommune_id"]], on="omraade_id")
    areas, legend = maps.picture(
        measure,
        values,
        Reference(0.0, "ingen ændring"),
        chosen={chosen},
        in_focus=set(values["omraade_id"]),
        scale_of=result["borgere_pr_kapacitet_foer"] if what == "resultat" else None,
    )
    names = queries.area_names()
    worst = result.iloc[int(result["borgere_pr_kapacitet"].argmax())]
    components.area_map(
        "scenariekort",
        picture,
        areas,
        legend,
        alt=f"{measure.navn}: {names[str(worst['omraade_id'])]} er ringest dækket i scenariet med "
        f"{tal.number(worst['borgere_pr_kapacitet'])}.",
        on_choose=lambda area: view.put(OMRAADE, area or "ingen"),
    )
    st.caption(
        f"{measure.navn} i {scenarie.aar}. "
        + ("Skematisk kort: grænserne er omtrentlige. " if picture == "kort" else "")
        + ("Farverne er de samme klasser som før scenariet." if what == "resultat" else "Blå er bedre, rød er ringere.")
    )


def _development(scenarie: Scenarie, speciale: int, chosen: str) -> None:
    name = REGION if chosen == "ingen" else chosen
    rows = udvikling(scenarie, skyderne.foundation())
    rows = rows[(rows["navn"] == name) & (rows["speciale"] == speciale)]
    place = "Regionen under ét" if chosen == "ingen" else queries.area_names()[chosen]
    title = f"{place}: {_people(scenarie)} pr. kapacitet"
    points = rows.melt(id_vars="aar", value_vars=["uden", "med"], var_name="serie", value_name="vaerdi")
    st.markdown(f"**{title}, speciale {speciale}, uden og med scenariet**")
    st.altair_chart(
        charts.lines(points, {"uden": theme.BEFORE, "med": theme.SPECIALE[speciale]}, series="serie"),
        alt=f"{title} {FIRST_YEAR}-{LAST_YEAR} uden og med scenariet.",
        height=280,
    )
    components.table(
        "udvikling-scenarie",
        (Column("serie", ""), *(Column(str(year), str(year), "tal") for year in rows["aar"])),
        [
            Row((Cell(words), *(Cell(tal.number(value)) for value in rows[column])))
            for column, words in (("uden", "Uden"), ("med", "Med"))
        ],
        alt=f"{title} år for år",
        cards=True,
    )
    if chosen == "ingen":
        st.caption("Vælg et område på flisekortet, kortet eller i listen for at se dets udvikling.")


def _download(scenarie: Scenarie, grundlag: Grundlag, names: Mapping[str, str]) -> pd.DataFrame:
    result = beregn(scenarie, grundlag)
    people = _people(scenarie)
    headings = _HEADINGS | {
        "borgere_pr_kapacitet_foer": f"{people} pr. kapacitet før",
        "borgere_pr_kapacitet": f"{people} pr. kapacitet efter",
    }
    named = result.assign(omraade=result["omraade_id"].map(names), aar=scenarie.aar).round(2).rename(columns=headings)
    return named[["område", *(column for column in named.columns if column not in ("område", "omraade_id"))]]


_HEADINGS = {
    "omraade": "område",
    "aar": "år",
    "kapacitet_foer": "kapacitet før",
    "tillaeg": "tillæg",
    "vaegtede_borgere": "vægtede borgere",
    "aendring_pct": "ændring i %",
}
