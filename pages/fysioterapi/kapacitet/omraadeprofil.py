"""One area's profile: every figure, both specialer, its place among the others, its neighbours, what the paper says."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.begreber import FIRST_YEAR, LAST_YEAR, SPECIALER
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kapacitet.rangorden import INGEN_RAEKKE, Tal, pladser, udvikling
from dansk import alfabet, tal
from geo import areas as geography
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts, downloads, maps, ranking
from pages.fysioterapi.kapacitet import udsagn
from pages.reading import queries, sources
from pages.style import theme
from pages.view.parameters import OMRAADE

KEY = "fortalt-profil"
"""The container that the profile stands in, for what leads to it."""

_COVERAGE = MEASURES["borgere-pr-kapacitet"]


def show(omraade_id: str, aar: int) -> None:
    """Show the profile of the chosen area; figures that depend on the year are those of `aar`."""
    with st.container(key=KEY):
        _show(omraade_id, aar)


def _show(omraade_id: str, aar: int) -> None:
    areas = queries.areas().set_index("omraade_id")
    area = areas.loc[omraade_id]
    st.header(f"{area['navn']}: alle tal", anchor=False)
    place = f"Planområde {area['planomraade'].capitalize()}."
    if area["er_bydel"]:
        place += " En del af København. Det, der kun kendes pr. kommune, er hele Københavns tal."
    st.caption(place)
    printed = _all_figures(omraade_id, str(area["navn"]), str(area["kommune_id"]), aar)
    st.caption(f"Nr. 1 er det højeste tal. Tal i parentes er trykt, men ikke hele. {sources.explain_marks()}")
    downloads.bar(
        "profil",
        pd.DataFrame([{"tal": p.hvad, "vist": p.tal, "kilde": p.kilde_id, "linje": p.kilde_linje} for p in printed]),
        tables=tuple(dict.fromkeys(name for measure in MEASURES.values() for name in measure.tabeller)),
        selection=f"{area['navn']}, {aar}",
        printed=printed,
        called=str(area["navn"]),
    )
    _development(omraade_id, str(area["navn"]))
    _neighbours(omraade_id, aar)
    udsagn.show(omraade_id)


@queries.kept(64)
def _figures(of_version: str, measure_id: str, speciale: int, aar: int) -> dict[str, Tal]:
    return pladser(MEASURES[measure_id].beregn(queries.frames(of_version), speciale, aar))


def _all_figures(omraade_id: str, navn: str, kommune_id: str, aar: int) -> list[sources.Printed]:
    printed = []
    rows = []
    coverage = []
    for measure in (each.fyldt(queries.tables()) for each in MEASURES.values()):
        place = omraade_id if measure.geografi == "omraade" else kommune_id
        cells = [Cell(measure.navn + _when(measure, aar))]
        for speciale in SPECIALER:
            if not measure.efter_speciale and speciale != min(SPECIALER):
                cells.append(Cell(""))
                continue
            each = _figures(measure.id, speciale, measure.year(aar)).get(place, INGEN_RAEKKE)
            text = maps.figure(measure, each, unit=True)
            rank = maps.place(each)
            cells.append(_figure(measure, place, speciale, each, rank or "–"))
            if measure is _COVERAGE:
                coverage.append(f"{text} på speciale {speciale}" + (f", {rank}" if rank else ""))
            if each.kilde_linje is not None:
                printed.append(
                    sources.Printed(
                        f"{measure.navn}, {speciale}" if measure.efter_speciale else measure.navn,
                        text + ("" if each.art == "trykt" else " (beregnet)"),
                        measure.tabel,
                        each.kilde_id,
                        each.kilde_linje,
                    )
                )
        rows.append(Row(cells))
    components.table(
        "profil",
        (
            Column("maal", "Mål"),
            Column("v51", "51 almindelig", "tal"),
            Column("v62", "62 vederlagsfri", "tal"),
        ),
        rows,
        alt=f"Alle tal om {navn}. {_COVERAGE.navn}: {'; '.join(coverage)}. Nr. 1 er det højeste tal.",
    )
    return printed


def _when(measure: Measure, aar: int) -> str:
    return f", {measure.year(aar) if measure.efter_aar else measure.tid}"


def _development(omraade_id: str, navn: str) -> None:
    by_year = udvikling(queries.tables(), omraade_id)
    points = pd.DataFrame(
        [(aar, s, value) for s in SPECIALER for aar, value in by_year[s].items()],
        columns=["aar", "speciale", "vaerdi"],
    ).sort_values("aar", kind="stable", ignore_index=True)
    words = "; ".join(
        f"speciale {s} fra {tal.number(by_year[s][FIRST_YEAR])} til {tal.number(by_year[s][LAST_YEAR])}"
        for s in SPECIALER
    )
    st.subheader(f"Borgere pr. kapacitet til {LAST_YEAR}, hvis kapaciteten ikke ændres", anchor=False)
    charts.show(
        "udvikling",
        charts.curves(
            points,
            [charts.Curve(s, f"{s} {SPECIALER[s].split()[0].lower()}", theme.SPECIALE[s]) for s in SPECIALER],
            series="speciale",
            what=_COVERAGE.navn,
            alt=f"Borgere pr. kapacitet i {navn} {FIRST_YEAR}-{LAST_YEAR}: {words}.",
            height=190,
        ),
        title=f"{navn}: borgere pr. kapacitet til {LAST_YEAR}, hvis kapaciteten ikke ændres",
        tables=_COVERAGE.tabeller,
    )
    st.caption(
        queries.said(
            "Beregnet: bilag {bilag-3}'s borgere hvert år, delt med kapaciteten i tabel {tabel-kapacitet-51} og "
            f"{{tabel-kapacitet-62}}. For {FIRST_YEAR} er tallet derfor et andet end det trykte, som bygger på "
            "borgerne i {borgertal-51}."
        )
    )
    _take_away("udvikling", points, f"{navn}, {FIRST_YEAR}-{LAST_YEAR}")


def _neighbours(omraade_id: str, aar: int) -> None:
    names = queries.area_names()
    near = geography.neighbours()[omraade_id]
    if not near:
        st.caption(f"{names[omraade_id]} grænser ikke op til andre områder.")
        return
    st.subheader("Naboområderne", anchor=False)
    near = tuple(sorted(near, key=lambda area: alfabet.order(names[area])))
    per_speciale = {s: _figures(_COVERAGE.id, s, aar) for s in SPECIALER}
    first = min(SPECIALER)
    worst, most = next((area, each) for area, each in per_speciale[first].items() if area in near)
    components.table(
        "naboer",
        (
            Column("navn", "Naboområde"),
            *(Column(f"v{s}", f"{s} {SPECIALER[s].split()[0].lower()}", "tal") for s in SPECIALER),
        ),
        [
            Row(
                (
                    Cell(names[n]),
                    *(_figure(_COVERAGE, n, speciale, of[n]) for speciale, of in per_speciale.items()),
                ),
                id=n,
            )
            for n in near
        ],
        alt=f"Borgere pr. kapacitet i naboområderne, {aar}. Flest på speciale {first}: {names[worst]}, "
        f"{maps.figure(_COVERAGE, most)}.",
        on_choose=lambda area: view.put(OMRAADE, area or "ingen"),
    )
    st.caption(f"Borgere pr. kapacitet, {aar}.")
    _take_away(
        "naboer",
        pd.DataFrame(
            [(names[n], s, aar, of[n].vaerdi) for s, of in per_speciale.items() for n in near],
            columns=["omraade", "speciale", "aar", "vaerdi"],
        ),
        f"Naboer til {names[omraade_id]}, {aar}",
    )


def _take_away(name: str, points: pd.DataFrame, selection: str) -> None:
    """Show the downloads and the source of figures for citizens per capacity."""
    downloads.bar(
        name,
        points.rename(columns={"omraade": "område", "aar": "år", "vaerdi": _COVERAGE.navn.lower()}),
        tables=_COVERAGE.tabeller,
        selection=selection,
        called=name,
    )
    sources.footer(_COVERAGE.tabeller)


def _figure(measure: Measure, place: str, speciale: int, each: Tal, rank: str | None = None) -> Cell:
    return Cell(
        maps.figure(measure, each, unit=True),
        each.vaerdi,
        mark=ranking.mark(measure, place, speciale, each),
        unknown=each.vaerdi is None,
        note=rank,
    )
