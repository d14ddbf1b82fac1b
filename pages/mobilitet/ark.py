"""Parts of a measure's sheet: facts, texts per pejlemærke, where it is, and what it hangs together with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.begreber import KOEBENHAVN
from analytics.mobilitet.katalog import HELE_REGIONEN
from dansk import beloeb, saetning, tal
from geo import drawing
from pages import components, view
from pages.components import Area, Cell, Circle, Column, Row
from pages.katalog import priser, vurderinger
from pages.katalog.indsatser import measure, name, sheet
from pages.reading import queries, sources
from pages.reading.sources import Printed
from pages.style import theme
from pages.view.parameters import OMRAADE

_POINTS = {
    ("sted", "geonames"): "byens, fra GeoNames",
    ("sted", "landemaerker"): "stedets, et kendt punkt i København",
    ("kommune", "geonames"): "kommunens, fra GeoNames",
    ("kommune", "beregnet af kortet"): "kommunens, midt i fladen",
}
"""Whose a place's point on the map is, by its noejagtighed and koordinat_kilde."""


def facts(nr: int) -> list[tuple[str, str, str, int]]:
    """Return a measure's facts as (what, figure, what else must be known, line), the price first."""
    row = measure(nr)
    rows = [
        ("Anlæg, 2024-priser", priser.price(row), "", row.kilde_linje),
        ("CO2e i anlæg", priser.co2(row), "", row.kilde_linje),
    ]
    if not pd.isna(row.intern_rente_pct):
        upper = "op til " if row.intern_rente_op_til else ""
        rows.append(("Intern rente", f"{upper}{tal.as_printed(row.intern_rente_pct)} % om året", "", row.kilde_linje))
    for fact in queries.tables()["mobilitet_fakta"].query("indsats_nr == @nr").sort_values("raekke").itertuples():
        rows.append((fact.hvad, figure(fact), reservation(fact), fact.kilde_linje))
    return rows


def facts_download(nr: int) -> pd.DataFrame:
    """Return a measure's facts as a table to take away."""
    return pd.DataFrame(facts(nr), columns=["hvad", "tal", "gælder og forbehold", "linje"])


def figure(fact: Any) -> str:
    """Return a fact's figure with its unit."""
    return beloeb.spaend(fact.vaerdi_lav, fact.vaerdi_hoej, "%" if fact.enhed == "pct." else fact.enhed)


def reservation(fact: Any) -> str:
    """Return what a fact's figure is for, and what else must be known of it."""
    return "; ".join(part for part in (fact.gaelder, fact.forbehold) if not pd.isna(part))


def facts_table(nr: int) -> None:
    """Show a measure's facts."""
    components.table(
        "fakta",
        (Column("hvad", "Fakta"), Column("tal", "Tal", "tal"), Column("gaelder", "Gælder og forbehold")),
        [
            Row((Cell(what), Cell(figure, unknown=figure == tal.UNKNOWN), Cell(known)))
            for what, figure, known, _ in facts(nr)
        ],
        alt=f"Fakta om {name(nr)}",
        cards=True,
    )


def ratings_table(nr: int) -> None:
    """Show a measure's six assessments with what its sheet says of each."""
    rated, goals = vurderinger.assessments(), vurderinger.goals()
    rows = []
    for goal in goals.itertuples():
        row = rated.loc[(nr, goal.pejlemaerke_id)]
        reason = "" if pd.isna(row.begrundelse) else f" Tolket: {row.begrundelse}"
        rows.append(
            Row(
                (
                    Cell(goal.navn),
                    vurderinger.cell(row, goal.navn),
                    Cell(row.tekst + reason),
                    Cell(str(row.kilde_linje)),
                )
            )
        )
    components.table(
        "ark-vurderinger",
        (
            Column("navn", "Pejlemærke"),
            Column("vurdering", "Vurdering", "vurdering"),
            Column("tekst", "Hvad arket siger, kort"),
            Column("linje", "Linje", "tal"),
        ),
        rows,
        alt=f"{name(nr)} vurderet på hvert pejlemærke",
        cards=True,
    )


def printed(nr: int) -> list[Printed]:
    """Return where a measure's figures and stars are printed."""
    row = measure(nr)
    rated = vurderinger.assessments().loc[nr]
    goals = vurderinger.goals().set_index("pejlemaerke_id")["navn"]
    return [
        *(
            Printed(what, figure, "mobilitet_fakta", row.kilde_id, line)
            for what, figure, _, line in facts(nr)
            if figure != tal.UNKNOWN
        ),
        *(
            Printed(goals[goal], vurderinger.words(of), "mobilitet_vurdering", of.kilde_id, int(of.oversigt_linje))
            for goal, of in rated.iterrows()
            if not pd.isna(of.stjerner)
        ),
    ]


def places(nr: int) -> pd.DataFrame:
    """Return the places that a measure's sheet names."""
    return queries.tables()["mobilitet_sted"].query("indsats_nr == @nr")


def where(key: str, numbers_of: Sequence[int]) -> None:
    """Show on the map where the measures are: the kommuner that they name places in, and the places themselves."""
    whole = [nr for nr in numbers_of if measure(nr).omfang == HELE_REGIONEN]
    named = pd.concat([places(nr) for nr in numbers_of])
    touched = set(named["kommune_id"].dropna())
    picture = {
        area.omraade_id: _area(area, touched, everywhere=bool(whole), named=named)
        for area in queries.areas().itertuples()
    }
    components.area_map(
        key,
        "kort",
        picture,
        [
            *([(theme.AMOUNT[2], "kommuner, hvor arket nævner et sted")] if touched else ()),
            *([(theme.AMOUNT[1], HELE_REGIONEN)] if whole else ()),
        ],
        alt=f"Hvor {saetning.listed([name(nr) for nr in numbers_of])} ligger",
        circles=_circles(named),
        on_choose=lambda area: view.put(OMRAADE, area or "ingen"),
    )
    if whole:
        st.caption(f"Gælder hele regionen: {saetning.listed([name(nr) for nr in whole])}.")
    if named["lon"].notna().any():
        st.caption("En prik er et sted, som arket nævner; det kan ligge uden for regionen.")
    points = named[named["noejagtighed"] == "kommune"]["sted"]
    if len(points):
        st.caption(f"Kun kommunen kendes, så prikken står midt i den: {_named(points)}.")
    outside = named[named["kommune_id"].isna()]["sted"]
    if len(outside):
        st.caption(f"Uden punkt på kortet: {_named(outside)}.")
    if len(named) and not view.on_projector():
        with st.expander("De samme steder som tabel", icon=":material/table_rows:"):
            _places_table(f"{key}-tabel", named)


def _places_table(key: str, named: pd.DataFrame) -> None:
    kommuner = queries.tables()["kommune"].set_index("kommune_id")["navn"]
    components.table(
        key,
        (
            Column("sted", "Sted"),
            Column("indsats", "Indsats", "tal"),
            Column("kommune", "Kommune"),
            Column("punkt", "Punkt på kortet"),
            Column("linje", "Linje", "tal"),
        ),
        [
            Row(
                (
                    Cell(place.sted),
                    Cell(str(place.indsats_nr)),
                    Cell(kommuner.get(place.kommune_id, "nævnes ikke"), unknown=pd.isna(place.kommune_id)),
                    Cell(_POINTS.get((place.noejagtighed, place.koordinat_kilde), "intet"), unknown=pd.isna(place.lon)),
                    Cell(str(place.kilde_linje)),
                )
            )
            for place in named.itertuples()
        ],
        alt="De steder, som arkene nævner, med kommune, og hvor punktet kommer fra",
        cards=True,
    )


def _named(places: pd.Series) -> str:
    return saetning.listed(list(dict.fromkeys(places))).rstrip(".")


def _area(area: Any, touched: Collection[str], *, everywhere: bool, named: pd.DataFrame) -> Area:
    here = area.kommune_id in touched
    colour = theme.AMOUNT[2 if here else 1 if everywhere else 0]
    spots = list(dict.fromkeys(named[named["kommune_id"] == area.kommune_id]["sted"]))
    told = f"arket nævner {saetning.listed(spots)}" if here else HELE_REGIONEN if everywhere else "ikke nævnt"
    return Area(
        navn=area.navn,
        tekst="",
        beskrivelse=f"{area.navn}: {told}" + (" (København under ét)" if area.kommune_id == KOEBENHAVN else ""),
        farve=colour,
        skrift=theme.on(colour),
    )


def _circles(named: pd.DataFrame) -> list[Circle]:
    placed = named.dropna(subset=["lon", "lat"]).drop_duplicates(["lon", "lat"])
    return [
        Circle(r=5, tekst=f"{place.sted} ({_measures_at(named, place)})", **drawing.place(place.lon, place.lat))
        for place in placed.itertuples()
    ]


def _measures_at(named: pd.DataFrame, place: Any) -> str:
    here = named[(named["lon"] == place.lon) & (named["lat"] == place.lat)]["indsats_nr"]
    return "indsats " + saetning.listed([str(nr) for nr in dict.fromkeys(here)])


def relations(nr: int, *, linked: bool = True) -> list[str]:
    """Return what a measure hangs together with, one sentence each, with its line; `linked` as Markdown."""
    found = queries.tables()["mobilitet_relation"]
    of_it = [
        ("Forudsætter" if row.art == "forudsaetter" else "Overlapper", row.anden_indsats_nr, row)
        for row in found.query("indsats_nr == @nr").itertuples()
    ]
    on_it = [
        ("Er en forudsætning for", row.indsats_nr, row)
        for row in found.query("anden_indsats_nr == @nr and art == 'forudsaetter'").itertuples()
    ]
    return [
        f"{verb} {_linked(other) if linked else name(other)} ({row.kilde_id}, linje {row.kilde_linje})."
        for verb, other, row in of_it + on_it
    ]


def _linked(nr: int) -> str:
    return f"[{name(nr)}]({sheet(nr)})"


def obs_and_sources(nr: int) -> None:
    """Show a measure's reservations, what it hangs together with, and what its figures rest on."""
    row = measure(nr)
    if not pd.isna(row.obs):
        st.markdown(f":material/priority_high: **OBS.** {row.obs}")
    for sentence in relations(nr):
        st.markdown(f":material/link: {sentence}")
    st.caption(f"Arket bygger på: {row.baseret_paa}." if not pd.isna(row.baseret_paa) else "Arket nævner ingen kilde.")


def footer() -> None:
    """Show the source line below a sheet."""
    sources.footer(
        ("mobilitet_indsats", "mobilitet_fakta", "mobilitet_vurdering", "mobilitet_relation", "mobilitet_sted")
    )
