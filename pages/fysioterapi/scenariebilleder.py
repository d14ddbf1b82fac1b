"""Pictures of the scenario, one open at a time: before and after, tiles, map, and the years to 2030."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

import pandas as pd
import streamlit as st

from analytics.grundlag import REGION
from analytics.measures import MEASURES, Reference, ranked
from analytics.scenarie import Scenarie, beregn, totaler, udvikling
from pages.faelles import charts, components, downloads, maps, numbers, queries, sources, theme, view
from pages.faelles.components import Cell, Column, Row
from pages.fysioterapi import scenarievalg

_RESULT = MEASURES["borgere-pr-kapacitet"]
_CHANGE = replace(
    _RESULT, id="aendring", navn="Ændring i borgere pr. kapacitet", enhed="pct", decimaler=1, retning="aendring"
)
_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_forslag_effekt", "fysio_ramme", "fysio_budget")


def show(scenarie: Scenarie) -> None:
    """Show the chosen picture of the chosen speciale, its downloads and its sources."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        figure = view.choose("figur", st.segmented_control, required=True)
        speciale = int(view.choose("speciale", st.segmented_control, required=True))
        what = view.choose("vis", st.segmented_control, required=True) if figure in ("fliser", "kort") else "resultat"
    chosen = view.value("omraade")
    result = beregn(scenarie, scenarievalg.foundation())
    result = result[result["speciale"] == speciale].reset_index(drop=True)
    if figure == "foer-efter":
        _before_and_after(scenarie, result, speciale, chosen)
    elif figure == "udvikling":
        _development(scenarie, speciale, chosen)
    else:
        _picture(cast(Literal["fliser", "kort"], figure), what, result, chosen)
    if not view.on_projector():
        with st.container(horizontal=True):
            downloads.buttons(
                "scenarie",
                _download(scenarie),
                tables=_TABLES,
                selection=_selection(scenarie),
                url_path="fysioterapi-scenarie",
            )
    sources.footer(_TABLES, "borgere ÷ (kapacitet + tillæg).")


def _before_and_after(scenarie: Scenarie, result: pd.DataFrame, speciale: int, chosen: str) -> None:
    names = queries.area_names()
    before, after = result["borgere_pr_kapacitet_foer"], result["borgere_pr_kapacitet"]
    totals = totaler(scenarie, scenarievalg.foundation())
    total = totals[(totals["niveau"] == "region") & (totals["speciale"] == speciale)].iloc[0]
    highest = float(max(before.max(), after.max()))
    printed = queries.tables()["fysio_forslag_effekt"]
    printed = printed[printed["speciale"] == speciale].set_index("omraade_id")
    rows = []
    for row in result.sort_values("borgere_pr_kapacitet", ascending=False).itertuples():
        rows.append(
            Row(
                (
                    Cell(names[row.omraade_id]),
                    Cell(numbers.number(row.borgere_pr_kapacitet_foer), float(row.borgere_pr_kapacitet_foer)),
                    Cell(
                        numbers.number(row.borgere_pr_kapacitet),
                        float(row.borgere_pr_kapacitet),
                        pair=(row.borgere_pr_kapacitet_foer / highest, row.borgere_pr_kapacitet / highest),
                        colour=theme.SPECIALE[speciale],
                    ),
                    Cell(
                        numbers.quantity(row.aendring_pct, "pct", 1, sign=True) if row.tillaeg else "–",
                        float(row.aendring_pct),
                    ),
                    *(_printed(printed, row.omraade_id, field) for field in _PRINTED),
                ),
                id=row.omraade_id,
            )
        )
    rows += [
        Row(
            (
                Cell("Regionen" if row.niveau == "region" else f"Planområde {row.navn.capitalize()}"),
                Cell(numbers.number(row.borgere_pr_kapacitet_foer)),
                Cell(numbers.number(row.borgere_pr_kapacitet)),
                Cell(numbers.quantity(row.aendring_pct, "pct", 1, sign=True)),
                Cell(""),
                Cell(""),
            ),
            kind="skel" if place == 0 else None,
        )
        for place, row in enumerate(totals[totals["speciale"] == speciale].itertuples())
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
                linje=float(total["borgere_pr_kapacitet"]) / highest,
                linjetekst="Regionen under ét",
            ),
            Column("aendring", "Ændring", "tal"),
            Column("uden", "Papiret uden", "tal", "Tabel 11 og 12: 2030 uden forslaget"),
            Column("med", "Papiret med", "tal", "Tabel 11 og 12: 2030 med forslaget"),
        ),
        rows,
        alt=f"Borgere pr. kapacitet før og efter, speciale {speciale}, {scenarie.aar}. "
        f"Regionen under ét: {numbers.number(total['borgere_pr_kapacitet'])}.",
        chosen=chosen,
        on_choose=lambda area: view.put("omraade", area or "ingen"),
        height=None if view.on_projector() else 560,
    )
    st.caption(
        f"Stiplet linje: regionen under ét, {numbers.number(total['borgere_pr_kapacitet'])}. {sources.explain_marks()}"
    )


_PRINTED = ("borgere_pr_kapacitet_uden", "borgere_pr_kapacitet_med")


def _printed(table: pd.DataFrame, area: str, field: str) -> Cell:
    if area not in table.index:
        return Cell("", unknown=True)
    row = table.loc[area]
    found = (
        sources.mark("fysio_forslag_effekt", of, omraade_id=area, speciale=int(row["speciale"]))
        for of in (field, "kapacitet_foer")
    )
    mark = next(filter(None, found), None)
    return Cell(numbers.number(row[field]), float(row[field]), mark=mark)


def _picture(picture: Literal["fliser", "kort"], what: str, result: pd.DataFrame, chosen: str) -> None:
    measure = _RESULT if what == "resultat" else _CHANGE
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
        f"{numbers.number(worst['borgere_pr_kapacitet'])}.",
        on_choose=lambda area: view.put("omraade", area or "ingen"),
    )
    st.caption(
        ("Skematisk kort: grænserne er omtrentlige. " if picture == "kort" else "")
        + ("Farverne er de samme klasser som før scenariet." if what == "resultat" else "Blå er bedre, rød er ringere.")
    )


def _development(scenarie: Scenarie, speciale: int, chosen: str) -> None:
    name = REGION if chosen == "ingen" else chosen
    rows = udvikling(scenarie, scenarievalg.foundation())
    rows = rows[(rows["navn"] == name) & (rows["speciale"] == speciale)]
    title = "Regionen under ét" if chosen == "ingen" else queries.area_names()[chosen]
    points = rows.melt(id_vars="aar", value_vars=["uden", "med"], var_name="serie", value_name="vaerdi")
    st.markdown(f"**{title}: borgere pr. kapacitet, speciale {speciale}, uden og med scenariet**")
    st.altair_chart(
        charts.lines(points, {"uden": theme.BEFORE, "med": theme.SPECIALE[speciale]}, series="serie"),
        alt=f"{title}: borgere pr. kapacitet 2024-2030 uden og med scenariet.",
        height=280,
    )
    components.table(
        "udvikling-scenarie",
        (Column("serie", ""), *(Column(str(year), str(year), "tal") for year in rows["aar"])),
        [
            Row((Cell(words), *(Cell(numbers.number(value), float(value)) for value in rows[column])))
            for column, words in (("uden", "Uden"), ("med", "Med"))
        ],
        alt=f"{title}: borgere pr. kapacitet år for år",
    )
    if chosen == "ingen":
        st.caption("Vælg et område på flisekortet, kortet eller i listen for at se dets udvikling.")


def _download(scenarie: Scenarie) -> pd.DataFrame:
    result = beregn(scenarie, scenarievalg.foundation())
    names = queries.area_names()
    named = result.assign(omraade=result["omraade_id"].map(names), aar=scenarie.aar).round(2).rename(columns=_HEADINGS)
    return named[["område", *(column for column in named.columns if column not in ("område", "omraade_id"))]]


def _selection(scenarie: Scenarie) -> str:
    base = "tabel 3 og 4" if scenarie.grundkapacitet == "tabel_3_4" else "før justering i tabel 11 og 12"
    weighted = "" if scenarie.vaegte is None else "; vægtede borgere efter egne antagelser"
    return f"Scenarie for {scenarie.aar}; kapacitet i dag: {base}{weighted}"


_HEADINGS = {
    "omraade": "område",
    "aar": "år",
    "kapacitet_foer": "kapacitet før",
    "tillaeg": "tillæg",
    "vaegtede_borgere": "vægtede borgere",
    "borgere_pr_kapacitet_foer": "borgere pr. kapacitet før",
    "borgere_pr_kapacitet": "borgere pr. kapacitet efter",
    "aendring_pct": "ændring i %",
}
