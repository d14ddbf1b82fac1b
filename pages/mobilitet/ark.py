"""Parts of a measure's sheet: facts, texts per pejlemærke, where it is, and what it hangs together with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.begreber import KOEBENHAVN
from analytics.mobilitet import indsatsark
from analytics.mobilitet.indsatsark import Faktum, Forhold
from analytics.mobilitet.omfang import DELE_AF_REGIONEN, HELE_REGIONEN
from analytics.mobilitet.steder import Prik, Stedfund, Stedsangivelse, steder
from dansk import beloeb, saetning, tal
from pages import components, view
from pages.components import Area, Cell, Circle, Column, Row
from pages.drawing import landkort, maps
from pages.frame import paper
from pages.katalog import priser, vurderinger
from pages.katalog.indsatser import measure, name, sheet
from pages.reading import markdown, queries, sources
from pages.reading.sources import Printed
from pages.style import theme

_POINTS = {
    ("sted", "geonames"): "byens, fra GeoNames",
    ("sted", "landemaerker"): "stedets, et kendt punkt i København",
    ("kommune", "geonames"): "kommunens, fra GeoNames",
    ("kommune", "beregnet af kortet"): "kommunens, midt i fladen",
}
"""Whose a place's point on the map is, by its noejagtighed and koordinat_kilde."""
_NAMED, _SURE, _OPEN = theme.AMOUNT[2], theme.AMOUNT[1], theme.AMOUNT[0]
_IMPLIED = "følger af arkets ord"
_MAY = "kan være med; arket siger det ikke"
_RELATIONS: Mapping[Forhold, str] = {
    "forudsaetter": "Forudsætter",
    "overlapper": "Overlapper",
    "forudsaettes_af": "Er en forudsætning for",
}


def facts(nr: int) -> list[tuple[str, str, str, int | None]]:
    """Return a measure's facts as (what, figure, what else must be known, line), the price first."""
    of = measure(nr)
    line = of.kilde.kilde_linje
    rows = [(f"Anlæg, {priser.level()}", priser.price(of), "", line), ("CO2e i anlæg", priser.co2(of), "", line)]
    if of.rente is not None:
        upper = "op til " if of.rente.op_til else ""
        rows.append(("Intern rente", f"{upper}{tal.as_printed(of.rente.pct)} % om året", "", line))
    for fact in indsatsark.fakta(queries.tables(), nr):
        rows.append((fact.hvad, figure(fact), reservation(fact), fact.kilde_linje))
    return rows


def facts_download(nr: int) -> pd.DataFrame:
    """Return a measure's facts as a table to take away."""
    return pd.DataFrame(facts(nr), columns=["hvad", "tal", "gælder og forbehold", "linje"])


def figure(fact: Faktum) -> str:
    """Return a fact's figure with its unit."""
    return beloeb.spaend(fact.lav, fact.hoej, fact.enhed)


def reservation(fact: Faktum) -> str:
    """Return what a fact's figure is for, and what else must be known of it."""
    return "; ".join(part for part in (fact.gaelder, fact.forbehold) if part is not None)


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


def at_a_glance(nr: int) -> None:
    """Show a measure's price and its six assessments, large, and what kind of measure it is."""
    of = measure(nr)
    st.metric(f"Anlæg, {markdown.plain(priser.level())}", saetning.begun(priser.price(of)))
    # On paper the same stars stand once, with what the sheet says of each.
    with paper.screen_only("stjerner"):
        components.table(
            "ark-stjerner",
            (Column("navn", "Pejlemærke"), Column("vurdering", "Vurdering", "vurdering")),
            [Row((Cell(goal.navn), vurderinger.cell(rated, goal.navn))) for goal, rated in vurderinger.of_measure(nr)],
            alt=f"{name(nr)}: stjerner på hvert pejlemærke",
            large=True,
        )
    extent = "Bestemte steder" if of.omfang == "steder" else saetning.begun(of.omfang)
    st.caption(f"{markdown.plain(of.tema)}. {markdown.plain(extent)}. Side {of.side} efter katalogets oversigt.")


def ratings_table(nr: int) -> None:
    """Show a measure's six assessments with what its sheet says of each."""
    rows = [
        Row(
            (
                Cell(goal.navn),
                vurderinger.cell(of, goal.navn),
                Cell(of.tekst + vurderinger.reason(of)),
                Cell(str(of.kilde.kilde_linje)),
            )
        )
        for goal, of in vurderinger.of_measure(nr)
    ]
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
    paper = measure(nr).kilde.kilde_id
    return [
        *(
            Printed(what, figure, "mobilitet_fakta", paper, line)
            for what, figure, _, line in facts(nr)
            if figure != tal.UNKNOWN
        ),
        *(
            Printed(goal.navn, vurderinger.words(of), "mobilitet_vurdering", of.kilde.kilde_id, of.oversigt_linje)
            for goal, of in vurderinger.of_measure(nr)
            if of.stjerner is not None
        ),
    ]


@queries.kept(64)
def _found(of_version: str, numbers_of: tuple[int, ...]) -> Stedfund:
    return steder(queries.frames(of_version), numbers_of)


def where(key: str, numbers_of: Sequence[int]) -> None:
    """
    Show on the map where the measures are: the kommuner that they name places in, and the places themselves.

    It stands whole on a laptop's first screen.
    """
    found = _found(tuple(numbers_of))
    shown = {str(area.omraade_id): _area(area, found) for area in queries.areas().itertuples()}
    # A place may lie outside the region: what is not in the picture is not explained below it.
    seen = {area.farve for area in shown.values()}
    landkort.show(
        key,
        shown,
        [(colour, words) for colour, words in _legend(found).items() if colour in seen],
        alt=f"Hvor {saetning.listed([name(nr) for nr in numbers_of])} ligger",
        circles=[_circle(each) for each in found.prikker],
        on_choose=maps.choose,
        low=True,
    )


def places(numbers_of: Sequence[int]) -> None:
    """Say what a map of the measures' places shows and what it cannot, with the same places as a table."""
    found = _found(tuple(numbers_of))
    for extent, measures in ((HELE_REGIONEN, found.hele_regionen), (DELE_AF_REGIONEN, found.dele)):
        if measures:
            reasons = " ".join(_extent(nr) for nr in measures) if len(measures) == 1 else ""
            named = saetning.listed([name(nr) for nr in measures])
            st.caption(f"Gælder {extent}: {markdown.plain(f'{named}. {reasons}')}")
    if found.prikker:
        st.caption("En prik er et sted, som arket nævner; det kan ligge uden for regionen.")
    if found.kun_kommunen:
        st.caption(f"Kun kommunen kendes, så prikken står midt i den: {markdown.plain(_named(found.kun_kommunen))}.")
    if found.uden_punkt:
        st.caption(f"Uden punkt på kortet: {markdown.plain(_named(found.uden_punkt))}.")
    if found.angivelser and not view.on_projector():
        with st.expander("De samme steder som tabel", icon=":material/table_rows:"):
            _places_table(found.angivelser)


def _places_table(named: Sequence[Stedsangivelse]) -> None:
    components.table(
        "steder",
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
                    Cell(place.kommune or "nævnes ikke", unknown=place.kommune is None),
                    Cell(
                        _POINTS.get((place.noejagtighed or "", place.koordinat_kilde or ""), "intet"),
                        unknown=place.punkt is None,
                    ),
                    Cell(str(place.kilde_linje)),
                )
            )
            for place in named
        ],
        alt="De steder, som arkene nævner, med kommune, og hvor punktet kommer fra",
        cards=True,
    )


def _named(places: Sequence[str]) -> str:
    return saetning.listed(places).rstrip(".")


def _legend(found: Stedfund) -> Mapping[str, str]:
    """What the colours of the map mean, the strongest first."""
    return {
        _NAMED: "kommuner, hvor arket nævner et sted",
        _SURE: HELE_REGIONEN if found.hele_regionen else _IMPLIED,
        _OPEN: _MAY,
    }


def _extent(nr: int) -> str:
    """Return why a measure concerns the whole region or parts of it, with the line; blank where it is at places."""
    of = measure(nr)
    return f"{of.omfang_grund} ({of.kilde.kilde_id}, l. {of.omfang_linje})" if of.omfang_grund else ""


def _area(area: Any, found: Stedfund) -> Area:
    spots = found.i_kommuner.get(area.kommune_id, ())
    concerned = found.angaar[area.kommune_id]
    if spots:
        colour, told = _NAMED, f"arket nævner {saetning.listed(spots)}"
    elif concerned == "ja":
        colour, told = _SURE, HELE_REGIONEN if found.hele_regionen else _IMPLIED
    elif concerned == "kan":
        colour, told = _OPEN, _MAY
    else:
        colour, told = theme.AROUND_AVERAGE[2], "ikke nævnt"
    return Area(
        navn=area.navn,
        tekst="",
        beskrivelse=f"{area.navn}: {told}" + (" (København under ét)" if area.kommune_id == KOEBENHAVN else ""),
        farve=colour,
        skrift=theme.on(colour),
    )


def _circle(of: Prik) -> Circle:
    measures = saetning.listed([str(nr) for nr in of.indsatser])
    return Circle(r=5, tekst=f"{of.sted} (indsats {measures})", sted=of.punkt)


def relations(nr: int, *, linked: bool = True) -> list[str]:
    """Return what a measure hangs together with, one sentence each, with its line; `linked` as Markdown."""
    return [
        f"{_RELATIONS[each.forhold]} {_linked(each.anden) if linked else name(each.anden)} ({each.kilde})."
        for each in indsatsark.relationer(queries.tables(), nr)
    ]


def _linked(nr: int) -> str:
    return f"[{markdown.plain(name(nr))}]({sheet(nr)})"


def obs_and_sources(nr: int) -> None:
    """Show a measure's reservations, what it hangs together with, and what its figures rest on."""
    of = measure(nr)
    if of.obs is not None:
        st.markdown(f":material/priority_high: **OBS.** {markdown.plain(of.obs)}")
    for sentence in relations(nr):
        st.markdown(f":material/link: {sentence}")
    st.caption(
        f"Arket bygger på: {markdown.plain(of.baseret_paa)}."
        if of.baseret_paa is not None
        else "Arket nævner ingen kilde."
    )


def footer() -> None:
    """Show the source line below a sheet."""
    sources.footer(
        ("mobilitet_indsats", "mobilitet_fakta", "mobilitet_vurdering", "mobilitet_relation", "mobilitet_sted")
    )
