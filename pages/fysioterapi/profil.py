"""One area's profile: every figure, both specialer, its place among the others, its neighbours, what the paper says."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.measures import (
    FIRST_YEAR,
    LAST_YEAR,
    MEASURES,
    SPECIALER,
    Measure,
    development,
    ranked,
)
from geo import areas as geography
from pages.faelles import charts, components, downloads, maps, numbers, queries, sources, theme, view
from pages.faelles.components import Cell, Column, Row
from pages.fysioterapi import rangliste, udsagn


def show(omraade_id: str, aar: int) -> None:
    """Show the profile of the chosen area; figures that depend on the year are those of `aar`."""
    areas = queries.areas().set_index("omraade_id")
    area = areas.loc[omraade_id]
    st.subheader(f"{area['navn']}: alle tal", anchor=False)
    place = f"Planområde {area['planomraade'].capitalize()}."
    if area["er_bydel"]:
        place += " En del af København. Det, der kun kendes pr. kommune, er hele Københavns tal."
    st.caption(place)
    printed = _all_figures(omraade_id, str(area["kommune_id"]), aar)
    st.caption("Nr. 1 er det højeste tal. Tal i parentes er trykt, men ikke hele.")
    with st.container(horizontal=True):
        sources.show_printed("kilde-profil", printed)
        downloads.buttons(
            "profil",
            pd.DataFrame(
                [{"tal": p.hvad, "vist": p.tal, "kilde": p.kilde_id, "linje": p.kilde_linje} for p in printed]
            ),
            tables=tuple(dict.fromkeys(name for measure in MEASURES.values() for name in measure.tabeller)),
            selection=f"{area['navn']}, {aar}",
            url_path="fysioterapi-kapacitet",
        )
    _development(omraade_id, str(area["navn"]))
    _neighbours(omraade_id, aar)
    udsagn.show(omraade_id)


@st.cache_data(max_entries=64, show_spinner=False)
def _ranked(version: str, measure_id: str, speciale: int, aar: int) -> pd.DataFrame:
    return ranked(MEASURES[measure_id].beregn(queries.frames(version), speciale, aar)).set_index("sted_id")


def _all_figures(omraade_id: str, kommune_id: str, aar: int) -> list[sources.Printed]:
    printed = []
    rows = []
    for measure in MEASURES.values():
        place = omraade_id if measure.geografi == "omraade" else kommune_id
        cells = [Cell(measure.navn + _when(measure, aar))]
        for speciale in SPECIALER:
            if not measure.efter_speciale and speciale != min(SPECIALER):
                cells += [Cell("", unknown=True), Cell("", unknown=True)]
                continue
            values = _ranked(queries.version(), measure.id, speciale, measure.year(aar))
            row = values.loc[place]
            missing = pd.isna(row["vaerdi"])
            text = maps.figure(measure, row, unit=True)
            cells.append(_figure(measure, place, speciale, row))
            cells.append(
                Cell("–" if missing else f"{row['plads']} af {values['vaerdi'].notna().sum()}", unknown=missing)
            )
            about = f"{measure.navn}, {speciale}" if measure.efter_speciale else measure.navn
            printed.append(
                sources.Printed(
                    about,
                    text + ("" if row["art"] == "trykt" else " (beregnet)"),
                    measure.tabeller[0],
                    str(row["kilde_id"]),
                    int(row["kilde_linje"]),
                )
            )
        rows.append(Row(cells))
    components.table(
        "profil",
        (
            Column("maal", "Mål"),
            Column("v51", "51 almindelig", "tal"),
            Column("p51", "Nr.", "tal", "1 er det højeste tal"),
            Column("v62", "62 vederlagsfri", "tal"),
            Column("p62", "Nr.", "tal", "1 er det højeste tal"),
        ),
        rows,
        alt="Alle tal om området, med plads i rækkefølgen; nr. 1 er det højeste tal",
    )
    return printed


def _when(measure: Measure, aar: int) -> str:
    return f", {measure.year(aar) if measure.efter_aar else measure.tid}"


def _development(omraade_id: str, navn: str) -> None:
    points = development(queries.tables(), omraade_id)
    by_year = points.pivot(index="speciale", columns="aar", values="vaerdi")
    words = "; ".join(
        f"speciale {s} fra {numbers.number(by_year.at[s, FIRST_YEAR])} til {numbers.number(by_year.at[s, LAST_YEAR])}"
        for s in SPECIALER
    )
    st.markdown(f"**Borgere pr. kapacitet til {LAST_YEAR}, hvis kapaciteten ikke ændres**")
    st.altair_chart(
        charts.lines(points, {str(s): theme.SPECIALE[s] for s in SPECIALER}),
        alt=f"Borgere pr. kapacitet i {navn} {FIRST_YEAR}-{LAST_YEAR}: {words}.",
        height=190,
    )
    components.table(
        "udvikling",
        (Column("speciale", "Speciale"), *(Column(str(year), str(year), "tal") for year in by_year.columns)),
        [
            Row((Cell(str(s)), *(Cell(numbers.number(value), float(value)) for value in values)))
            for s, values in zip(by_year.index, by_year.to_numpy(), strict=True)
        ],
        alt=f"Borgere pr. kapacitet i {navn} år for år",
    )
    st.caption(
        "Beregnet: bilag 3's borgere hvert år, delt med kapaciteten i tabel 3 og 4. For 2024 er tallet derfor et andet "
        "end det trykte, som bygger på borgerne i 4. kvartal."
    )


def _neighbours(omraade_id: str, aar: int) -> None:
    names = queries.area_names()
    near = geography.neighbours()[omraade_id]
    if not near:
        st.caption(f"{names[omraade_id]} grænser ikke op til andre områder.")
        return
    measure = MEASURES["borgere-pr-kapacitet"]
    per_speciale = {s: measure.beregn(queries.tables(), s, aar).set_index("sted_id") for s in SPECIALER}
    components.table(
        "naboer",
        (
            Column("navn", "Naboområde"),
            Column("v51", f"Borgere pr. kap. 51, {aar}", "tal"),
            Column("v62", f"62, {aar}", "tal"),
        ),
        [
            Row(
                (
                    Cell(names[n]),
                    *(_figure(measure, n, speciale, of.loc[n]) for speciale, of in per_speciale.items()),
                ),
                id=n,
            )
            for n in near
        ],
        alt="Naboområderne og deres borgere pr. kapacitet",
        on_choose=lambda area: view.put("omraade", area or "ingen"),
    )


def _figure(measure: Measure, place: str, speciale: int, row: pd.Series) -> Cell:
    missing = pd.isna(row["vaerdi"])
    return Cell(
        maps.figure(measure, row, unit=True),
        None if missing else float(row["vaerdi"]),
        mark=rangliste.mark(measure, place, speciale, row),
        unknown=missing,
    )
