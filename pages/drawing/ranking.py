"""The figures in order, against the region: headline, list with bars, and what can be downloaded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import pandas as pd
import streamlit as st

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet import fund
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import Measure
from analytics.kapacitet.rangorden import Tal, Udpluk
from dansk import alfabet, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import maps, scales, standing
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
    return omraade_id if measure.geografi == "omraade" else queries.kommune_of().get(omraade_id)


def area_of(measure: Measure, place: str) -> str | None:
    """Return an area of a place: the area itself, or the last of the kommune's."""
    if measure.geografi == "omraade":
        return place
    return {kommune: area for area, kommune in queries.kommune_of().items()}.get(place)


def in_order(measure: Measure, figures: Mapping[str, Tal], in_focus: Collection[str]) -> dict[str, Tal]:
    """Return the figures of the places that the areas in focus lie in, highest first, equal ones by name."""
    names = place_names(measure)
    places = {place_of(measure, area) for area in in_focus}
    shown = [(place, each) for place, each in figures.items() if place in places]
    shown.sort(key=lambda pair: (pair[1].plads is None, pair[1].plads or 0, alfabet.order(names[pair[0]])))
    return dict(shown)


def headline(measure: Measure, figures: Mapping[str, Tal], reference: Reference, aar: int = FIRST_YEAR) -> str:
    """Return the finding about the places in focus: which is highest, and how far from the region."""
    found = fund.hoejest(measure, figures, reference)
    if found is None:
        return f"{measure.navn}: {tal.UNKNOWN}"
    leading = saetning.listed([place_names(measure)[place] for place in found.steder])
    figure = measure.skrevet(found.vaerdi, enhed=True, fortegn=True)
    when = f" i {aar}" if measure.efter_aar and aar > FIRST_YEAR else ""
    if measure.retning == "aendring" and measure.efter_aar:
        when = f" fra {FIRST_YEAR} til {aar}"
    what = f"{figure} ({saetning.inside(measure.navn)}{when})"
    if found.art == "plads":
        return f"{leading}: {what}, {standing.placed(measure, found.tal)}"
    if found.art == "delt":
        return f"{len(found.steder)} steder deler det højeste tal: {what}"
    if found.art == "ingen_vokser":
        return f"Højest ligger {leading}: {what}"
    text = f"{leading} {measure.fund}{when}: {figure}"
    if found.gange is not None:
        text += (
            f" – {tal.number(found.gange, 1)} gange {'gennemsnittet' if reference.er_gennemsnit else reference.ejer}"
        )
    return text


def when(measure: Measure, speciale: int, aar: int) -> str:
    """Return the speciale and the time of a measure's figures: what a picture on paper must not be without."""
    of = f"Speciale {speciale}, {SPECIALER[speciale].lower()}, " if measure.efter_speciale else ""
    return saetning.begun(f"{of}{aar if measure.efter_aar else measure.tid}.")


def standfirst(measure: Measure, reference: Reference, speciale: int, aar: int) -> str:
    """Return what the headline's figure is: definition, speciale, time, whose figure, and the region's."""
    parts = [measure.definition, when(measure, speciale, aar)]
    if measure.opgjort_efter:
        parts.append(f"Opgjort efter {'bopæl' if measure.opgjort_efter == 'bopael' else 'klinik'}.")
    parts.append(f"Til sammenligning: {measure.holdt_op_mod(reference, enhed=True)}, {reference.tekst}.")
    return " ".join(parts)


def show(
    measure: Measure,
    shown: Mapping[str, Tal],
    figures: Mapping[str, Tal],
    reference: Reference,
    *,
    finding: str,
    chosen: str | None,
    on_choose: Callable[[str], None],
    speciale: int = min(SPECIALER),
    picked: Udpluk | None = None,
    own: tuple[str, Collection[str]] = ("", ()),
    under: Callable[[], None] | None = None,
) -> None:
    """
    Show the list with bars and the region's line; `finding` is read aloud first.

    `shown` are the figures of the places in focus in their order, `figures` those of all. `chosen` is a place, and
    `on_choose` gets the place that is clicked, or "". Where some are `picked`, only they are shown, under what they
    are. `own` is what the reader calls their own, and its places; `under` draws what stands right below the list.
    """
    names = place_names(measure)
    parts = _parts(measure, picked, own[0])
    known = [each.vaerdi for each in figures.values() if each.vaerdi is not None]
    classes, colours = scales.shades(measure, known, reference)
    axis = fund.akse(figures.values(), reference)
    listed = [
        Row(
            (
                Cell(names[place]),
                Cell(
                    "–" if each.plads is None else str(each.plads),
                    None if each.plads is None else float(each.plads),
                    unknown=each.plads is None,
                ),
                Cell(
                    maps.figure(measure, each),
                    each.vaerdi,
                    bar=None if each.vaerdi is None else axis.at(each.vaerdi),
                    start=axis.at(0.0),
                    colour=None if each.vaerdi is None else colours[classes.of(each.vaerdi)],
                    mark=mark(measure, place, speciale, each),
                    unknown=each.vaerdi is None,
                ),
            ),
            id=place,
            kind="egen" if place in own[1] else None,
            group=parts.get(place),
        )
        for place, each in shown.items()
        if picked is None or place in parts
    ]
    components.table(
        "rangliste",
        (
            Column("navn", "Område" if measure.geografi == "omraade" else "Kommune"),
            Column("plads", "Nr.", "tal", "1 er det højeste tal"),
            Column(
                "vaerdi",
                f"{measure.navn} ({maps.unit(measure)})",
                "soejle",
                linje=None if reference.vaerdi is None else axis.at(reference.vaerdi),
                linjetekst=f"Stiplet linje: {reference.tekst}",
            ),
        ),
        listed,
        alt=f"{saetning.stopped(finding)} {measure.navn} i rækkefølge. Stiplet linje: {reference.tekst}, "
        f"{measure.holdt_op_mod(reference, enhed=True)}.",
        chosen=chosen,
        on_choose=on_choose,
        sorting=view.value(ORDEN),
        on_sort=view.setter(ORDEN),
    )
    if under:
        under()
    held = measure.holdt_op_mod(reference)
    st.caption(f"Stiplet linje: {held}, {reference.tekst}. {sources.explain_marks()}")


def _parts(measure: Measure, picked: Udpluk | None, own: str) -> dict[str, str]:
    """Return the heading that each picked place stands under."""
    if picked is None:
        return {}
    last, first = (saetning.begun(end) for end in standing.outermost(measure))
    heads = [(first, picked.foerst), (own, picked.egne), (last, picked.sidst)]
    return {place: head for head, places in heads for place in places}


def mark(measure: Measure, place: str, speciale: int, each: Tal) -> components.Mark | None:
    """Return the mark beside a printed figure that the source checks say something of."""
    if each.art != "trykt":
        return None
    return sources.mark(
        measure.tabel,
        measure.felt,
        **{"omraade_id" if measure.geografi == "omraade" else "kommune_id": place},
        speciale=speciale if measure.efter_speciale else None,
        aar=each.trykt_aar,
    )


def by_name(figures: Mapping[str, Tal], measure: Measure) -> pd.Series:
    """Return the figures by place name, for comparing two versions of the data."""
    names = place_names(measure)
    return pd.Series({names.get(place, place): each.vaerdi for place, each in figures.items()}, dtype=float)


def printed(measure: Measure, figures: Mapping[str, Tal], chosen: str | None = None) -> list[Printed]:
    """Return where each figure is printed, or its first ingredient; `chosen` is the place that somebody has chosen."""
    names = place_names(measure)
    return [
        Printed(
            names[place],
            maps.figure(measure, each) + ("" if each.art == "trykt" else " (beregnet)"),
            measure.tabel,
            each.kilde_id,
            each.kilde_linje,
            valgt=place == chosen,
        )
        for place, each in figures.items()
        if each.kilde_linje is not None
    ]


def download(measure: Measure, figures: Mapping[str, Tal], speciale: int, aar: int) -> pd.DataFrame:
    """Return the list as a table to take away."""
    names = place_names(measure)
    rows = list(figures.values())
    return pd.DataFrame(
        {
            "område" if measure.geografi == "omraade" else "kommune": [names[place] for place in figures],
            "speciale": speciale if measure.efter_speciale else None,
            "år": str(aar) if measure.efter_aar else measure.tid,
            saetning.inside(measure.navn): [each.vaerdi for each in rows],
            "trykt, men ikke hel": [each.udeladt for each in rows],
            "enhed": maps.unit(measure),
            "nr.": pd.array([each.plads for each in rows], dtype="Int64"),
            "trykt eller beregnet": [each.art for each in rows],
            "kilde": [each.kilde_id for each in rows],
            "linje": pd.array([each.kilde_linje for each in rows], dtype="Int64"),
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
