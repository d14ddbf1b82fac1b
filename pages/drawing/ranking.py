"""The figures in order, against the region: headline, list with bars, and what can be downloaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import Measure
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import maps, scales
from pages.reading import queries, sources
from pages.reading.sources import Printed
from pages.view.parameters import ORDEN


def place_names(measure: Measure) -> dict[str, str]:
    """Return the name of each place that the measure is known for: areas, or kommuner."""
    if measure.geografi == "omraade":
        return queries.area_names()
    return queries.kommune_names()


def place_of(measure: Measure, omraade_id: str) -> str | None:
    """Return the place that an area's figure is known for: the area itself, or its kommune."""
    if measure.geografi == "omraade":
        return omraade_id
    areas = queries.areas()
    return dict(zip(areas["omraade_id"], areas["kommune_id"], strict=True)).get(omraade_id)


def area_of(measure: Measure, place: str) -> str | None:
    """Return an area of a place: the area itself, or one of the kommune's."""
    if measure.geografi == "omraade":
        return place
    areas = queries.areas()
    return dict(zip(areas["kommune_id"], areas["omraade_id"], strict=True)).get(place)


def rows(measure: Measure, values: pd.DataFrame, in_focus: pd.DataFrame) -> pd.DataFrame:
    """Return the ranked places that lie in focus, highest first, unknown last."""
    key = "omraade_id" if measure.geografi == "omraade" else "kommune_id"
    return values[values["sted_id"].isin(set(in_focus[key]))]


def headline(measure: Measure, ranking: pd.DataFrame, known: int, reference: Reference, aar: int = FIRST_YEAR) -> str:
    """
    Return the finding about the places in focus: which is highest, and how far from the region.

    `ranking` are the places in focus, `known` how many places in the region have a figure.
    """
    shown = ranking.dropna(subset=["vaerdi"])
    if shown.empty:
        return f"{measure.navn}: {tal.UNKNOWN}"
    highest = shown.iloc[0]["vaerdi"]
    leading = [place_names(measure)[place] for place in shown.loc[shown["vaerdi"] == highest, "sted_id"]]
    figure = maengde.quantity(highest, measure.enhed, measure.decimaler, sign=measure.retning == "aendring")
    when = f" i {aar}" if measure.efter_aar and aar > FIRST_YEAR else ""
    if measure.retning == "aendring" and measure.efter_aar:
        when = f" fra {FIRST_YEAR} til {aar}"
    if shown.iloc[0]["plads"] > 1 or len(ranking) == 1:
        place = f"nr. {shown.iloc[0]['plads']} af {known}"
        return f"{saetning.listed(leading)}: {figure} ({saetning.inside(measure.navn)}{when}), {place}"
    if len(leading) > 4:
        return f"{len(leading)} steder deler det højeste tal: {figure} ({saetning.inside(measure.navn)}{when})"
    text = f"{saetning.listed(leading)} {measure.fund}{when}: {figure}"
    if reference.vaerdi > 0 and measure.retning == "hoej_er_ringere" and len(leading) == 1:
        times = tal.number(highest / reference.vaerdi, 1)
        decimals = max(measure.decimaler, 1 if measure.enhed == "uger" else 0)
        text += f" – {times} gange {reference.ejer} {tal.number(reference.vaerdi, decimals)}"
    return text


def standfirst(measure: Measure, reference: Reference, speciale: int, aar: int) -> str:
    """Return what the headline's figure is: definition, speciale, time, whose figure, and the region's."""
    parts = [measure.definition]
    if measure.efter_speciale:
        parts.append(f"Speciale {speciale}, {SPECIALER[speciale].lower()}.")
    parts.append(f"{aar if measure.efter_aar else measure.tid.capitalize()}.")
    if measure.opgjort_efter:
        parts.append(f"Opgjort efter {'bopæl' if measure.opgjort_efter == 'bopael' else 'klinik'}.")
    parts.append(
        f"Til sammenligning: {maengde.quantity(reference.vaerdi, measure.enhed, measure.decimaler)}, {reference.tekst}."
    )
    return " ".join(parts)


def show(
    measure: Measure,
    ranking: pd.DataFrame,
    values: pd.DataFrame,
    reference: Reference,
    *,
    finding: str,
    chosen: str | None,
    on_choose: Callable[[str], None],
    speciale: int = min(SPECIALER),
) -> None:
    """
    Show the list with bars and the region's line; `finding` is read aloud first.

    `chosen` is a place, and `on_choose` gets the place that is clicked, or "".
    """
    names = place_names(measure)
    classes, colours = scales.shades(measure, values["vaerdi"], reference)
    low = min(0.0, float(values["vaerdi"].min()))
    high = max(float(values["vaerdi"].max()), reference.vaerdi)
    spread = (high - low) or 1.0
    listed = []
    for row in ranking.itertuples():
        missing = pd.isna(row.vaerdi)
        listed.append(
            Row(
                (
                    Cell(names[row.sted_id]),
                    Cell(
                        "–" if missing else str(row.plads),
                        None if missing else float(row.plads),
                        unknown=missing,
                    ),
                    Cell(
                        maps.figure(measure, row),
                        None if missing else float(row.vaerdi),
                        bar=None if missing else (row.vaerdi - low) / spread,
                        start=-low / spread,
                        colour=None if missing else colours[classes.of(row.vaerdi)],
                        mark=mark(measure, row.sted_id, speciale, row),
                        unknown=missing,
                    ),
                ),
                id=row.sted_id,
            )
        )
    components.table(
        "rangliste",
        (
            Column("navn", "Område" if measure.geografi == "omraade" else "Kommune"),
            Column("plads", "Nr.", "tal", "1 er det højeste tal"),
            Column(
                "vaerdi",
                f"{measure.navn} ({maps.unit(measure)})",
                "soejle",
                linje=(reference.vaerdi - low) / spread,
                linjetekst=f"Stiplet linje: {reference.tekst}",
            ),
        ),
        listed,
        alt=f"{finding}. {measure.navn} i rækkefølge. Stiplet linje: {reference.tekst}, "
        f"{maengde.quantity(reference.vaerdi, measure.enhed, measure.decimaler)}.",
        chosen=chosen,
        on_choose=on_choose,
        sorting=view.value(ORDEN),
        on_sort=view.setter(ORDEN),
    )
    st.caption(f"Stiplet linje: {reference.tekst}. {sources.explain_marks()}")


def mark(measure: Measure, place: str, speciale: int, row: Any) -> components.Mark | None:
    """Return the mark beside a printed figure that the source checks say something of; `row` has art and trykt_aar."""
    if row.art != "trykt":
        return None
    return sources.mark(
        measure.tabel,
        measure.felt,
        **{"omraade_id" if measure.geografi == "omraade" else "kommune_id": place},
        speciale=speciale if measure.efter_speciale else None,
        aar=None if pd.isna(row.trykt_aar) else int(row.trykt_aar),
    )


def named(values: pd.DataFrame, measure: Measure) -> pd.Series:
    """Return the figures by place name, for comparing two versions of the data."""
    names = place_names(measure)
    return values.set_index(values["sted_id"].map(lambda place: names.get(place, place)))["vaerdi"]


def printed(measure: Measure, ranking: pd.DataFrame) -> list[Printed]:
    """Return where each listed figure is printed."""
    names = place_names(measure)
    return [
        Printed(
            names[row.sted_id],
            maps.figure(measure, row) + ("" if row.art == "trykt" else " (beregnet)"),
            measure.tabel if row.art == "trykt" else measure.tabeller[0],
            row.kilde_id,
            int(row.kilde_linje),
        )
        for row in ranking.itertuples()
    ]


def download(measure: Measure, ranking: pd.DataFrame, speciale: int, aar: int) -> pd.DataFrame:
    """Return the list as a table to take away."""
    names = place_names(measure)
    return pd.DataFrame(
        {
            "område" if measure.geografi == "omraade" else "kommune": ranking["sted_id"].map(names),
            "speciale": speciale if measure.efter_speciale else None,
            "år": str(aar) if measure.efter_aar else measure.tid,
            saetning.inside(measure.navn): ranking["vaerdi"],
            "trykt, men ikke hel": ranking["udeladt"],
            "enhed": maps.unit(measure),
            "nr.": ranking["plads"],
            "trykt eller beregnet": ranking["art"],
            "kilde": ranking["kilde_id"],
            "linje": ranking["kilde_linje"],
        }
    ).dropna(axis="columns", how="all")


def selection(measure: Measure, speciale: int, aar: int, planomraade: str, kommune: str) -> str:
    """Return in words what was selected."""
    parts = [measure.navn]
    if measure.efter_speciale:
        parts.append(f"speciale {speciale}, {SPECIALER[speciale].lower()}")
    parts.append(str(aar) if measure.efter_aar else measure.tid)
    if planomraade != "alle":
        parts.append(f"planområde {planomraade.capitalize()}")
    if kommune != "alle":
        parts.append(f"{queries.kommune_names()[kommune]} Kommune")
    return "; ".join(parts)
