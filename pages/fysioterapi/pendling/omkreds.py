"""Floating catchments: coverage where everybody within so many km may use a clinic area."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import i_orden
from analytics.pendling.opland import Opland, afstande, foelsomhed, opland, spaend_over_stoerrelser
from analytics.talraekker import Floats
from dansk import tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import maps
from pages.fysioterapi import parametre
from pages.fysioterapi.pendling import fulgt
from pages.fysioterapi.pendling.veje import Veje
from pages.reading import queries

TABLES = ("fysio_kapacitet", "befolkning", "omraade")
FORMEL = "hver kapacitet deles af alle inden for oplandet; borgere ÷ den kapacitet, de når."
FORUDSAETNING = (
    "Alle regnes at bo og gå til behandling midt i deres område, og afstanden er i luftlinje: vand regnes som land, "
    "og Bornholm når kun sig selv. Det er, hvad folk kunne nå, ikke hvad de bruger. Oplandets størrelse betyder mest."
)
_SIZES = (5, 10, 15, 20)
_COVERAGE = MEASURES["borgere-pr-kapacitet"]


@queries.kept()
def _given(of_version: str) -> tuple[tuple[str, ...], Floats, Floats, Floats]:
    """The areas, their citizens, their capacity, and the km between them."""
    grundlag = queries.foundation.of(of_version)
    (capacity, *_) = grundlag.kapacitet()
    people = grundlag.borgere(FIRST_YEAR).astype(float)
    return grundlag.omraader, people, capacity, afstande(grundlag.omraade, grundlag.omraader)


def controls() -> None:
    """Show the size of the catchment."""
    view.slider(parametre.OPLAND_KM, view.value(parametre.OPLAND_KM), width=260)


def _ways() -> None:
    """Show how distance counts, and how a citizen with many clinics in reach does."""
    with st.container(horizontal=True):
        view.choose(parametre.AFTAGEN, width=200)
        view.choose(parametre.OPLANDSMETODE, width=260)


def _worked_out() -> tuple[tuple[str, ...], Opland]:
    areas, people, capacity, km = _given()
    decay, method = view.value(parametre.AFTAGEN), view.value(parametre.OPLANDSMETODE)
    return areas, opland(people, capacity, km, view.value(parametre.OPLAND_KM), decay, method)


def _figures() -> dict[str, float]:
    areas, found = _worked_out()
    return dict(zip(areas, map(float, found.borgere_pr_kapacitet_naaet), strict=True))


def finding(of: Veje) -> str:
    """Return the chosen area's figure within the catchment, or the worst one's."""
    figures = _figures()
    area = of.valgt or next(iter(i_orden(figures)))
    return (
        f"{of.navne[area]}: {tal.number(figures[area])} borgere pr. kapacitet, de kan nå inden for "
        f"{view.value(parametre.OPLAND_KM)} km"
    )


def show(of: Veje, alt: str) -> None:
    """Show the figure of every area as tiles, and beside it how much the size of the catchment decides."""
    figures = _figures()
    placed = i_orden(figures)
    areas, people, capacity, km = _given()
    reference = _COVERAGE.reference(queries.tables(), min(SPECIALER), FIRST_YEAR)
    left, right = st.columns([1.3, 1], gap="medium")
    with left:
        picture, legend = maps.picture(
            _COVERAGE,
            placed,
            reference,
            chosen={of.valgt or ""},
            in_focus=set(areas),
            scale_of=fulgt.coverage()["borgere_pr_kapacitet"],
        )
        components.area_map("opland-fliser", "fliser", picture, legend, alt=alt, on_choose=maps.choose)
        st.caption(FORUDSAETNING)
    with right:
        _ways()
        decay, method = view.value(parametre.AFTAGEN), view.value(parametre.OPLANDSMETODE)
        by_size = foelsomhed(areas, people, capacity, km, stoerrelser=_SIZES, aftagen=decay, metode=method)
        _by_size(of, by_size)


def _by_size(of: Veje, by_size: pd.DataFrame) -> None:
    """The figure at each size of the catchment, those that the size decides most first."""
    values = by_size.pivot(index="omraade_id", columns="km", values="borgere_pr_kapacitet_naaet")
    reach = spaend_over_stoerrelser(by_size)
    components.table(
        "opland-stoerrelser",
        (
            Column("navn", "Område"),
            *(Column(f"km{size}", f"{size} km", "tal") for size in _SIZES),
            Column("gange", "Gange", "tal", "Det højeste tal delt med det laveste"),
        ),
        [
            Row(
                (
                    Cell(of.navne[row["omraade_id"]]),
                    *(Cell(tal.number(each), float(each)) for each in values.loc[row["omraade_id"], list(_SIZES)]),
                    Cell(tal.number(row["gange"], 1), float(row["gange"])),
                ),
                id=str(row["omraade_id"]),
            )
            for row in reach.to_dict("records")
        ],
        alt=f"Borgere pr. kapacitet, der kan nås, ved opland på {', '.join(map(str, _SIZES))} km. Størrelsen betyder "
        f"mest for {of.navne[reach['omraade_id'].iloc[0]]}.",
        height=520,
        chosen=of.valgt,
        on_choose=maps.choose,
    )


def taken(of: Veje) -> pd.DataFrame:
    """Return the figures to take away."""
    areas, found = _worked_out()
    figures = {
        "kapacitet, der kan nås": found.kapacitet_naaet,
        "borgere pr. kapacitet": found.borgere_pr_kapacitet_naaet,
        "områder inden for oplandet": found.naar,
    }
    said = {
        "opland, km": str(view.value(parametre.OPLAND_KM)),
        "aftagen": view.value(parametre.AFTAGEN),
        "metode": view.value(parametre.OPLANDSMETODE),
    }
    places = pd.DataFrame({"område": [of.navne[area] for area in areas], "speciale": min(SPECIALER)})
    return places.assign(**said, **figures)
