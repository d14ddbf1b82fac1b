"""Kapacitet og klinikker: where in the region it is hard to get physiotherapy, on tiles, on a map and in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kapacitet.rangorden import Tal, omraadetal, pladser, udvalgte
from pages import components, view
from pages.drawing import downloads, landkort, maps, ranking
from pages.frame import line, notices, paper
from pages.fysioterapi import parametre
from pages.fysioterapi.kapacitet import alle_tal, klinikker, omraadeprofil
from pages.reading import queries, sources
from pages.view import address, since
from pages.view.parameters import BILLEDE, KOMMUNE, OMRAADE, PLANOMRAADE, SPECIALE


@dataclass(frozen=True)
class Choices:
    """What is chosen in the line of controls."""

    measure: Measure
    speciale: int
    aar: int
    planomraade: str
    kommune: str
    billede: Literal["fliser", "kort"]


@st.fragment
def page() -> None:
    """All but the frame is one fragment, so that a change of measure sends nothing of what stands."""
    notices.keep_up()
    with line.filters(vertical_alignment="top"):
        of = _choices()
    in_focus = udvalgte(
        queries.areas(),
        None if of.planomraade == "alle" else of.planomraade,
        None if of.kommune == "alle" else of.kommune,
    )
    if in_focus:
        _show(of, in_focus)
    else:
        notices.empty("Den valgte kommune ligger ikke i det valgte planområde. Vælg en af dem om.")
    address.write()
    paper.keep_up()


def _choices() -> Choices:
    measure = MEASURES[view.choose(parametre.MAAL, width=235)].fyldt(queries.tables())
    speciale, aar = min(SPECIALER), FIRST_YEAR
    if measure.efter_speciale:
        speciale = view.choose(SPECIALE, st.segmented_control, required=True)
    if measure.efter_aar:
        aar = measure.year(view.value(parametre.AAR))
        view.slider(parametre.AAR, aar, width=150)
    planomraade = view.choose(PLANOMRAADE, width=150)
    kommune = view.choose(KOMMUNE, width=170)
    return Choices(
        measure, speciale, aar, planomraade, kommune, view.choose(BILLEDE, st.segmented_control, required=True)
    )


@dataclass(frozen=True)
class Shown:
    """What the choices come to: all areas' figures, those in focus in order, and the finding."""

    figures: Mapping[str, Tal]
    placed: Mapping[str, Tal]
    reference: Reference
    headline: str
    chosen: str


def _show(of: Choices, in_focus: Sequence[str]) -> None:
    measure, frames = of.measure, queries.tables()
    figures = pladser(measure.beregn(frames, of.speciale, of.aar))
    reference = measure.reference(frames, of.speciale, of.aar)
    placed = ranking.in_order(measure, figures, in_focus)
    chosen = view.value(OMRAADE)
    if chosen not in in_focus:
        chosen = in_focus[0] if len(in_focus) == 1 else "ingen"
    shown = Shown(figures, placed, reference, ranking.headline(measure, placed, reference, of.aar), chosen)

    st.header(shown.headline, anchor=False)
    st.caption(ranking.standfirst(measure, reference, of.speciale, of.aar))
    since.then_and_now(lambda then: ranking.by_name(pladser(measure.beregn(then, of.speciale, of.aar)), measure))

    left, right = st.columns([1.7 if view.on_projector() else 1.15, 1], gap="medium")
    with left:
        _picture(of, shown, in_focus)
        _below(of, shown)
    with right:
        if view.on_projector() and chosen != "ingen":
            omraadeprofil.show(chosen, of.aar)
        else:
            ranking.show(
                measure,
                placed,
                figures,
                reference,
                finding=shown.headline,
                chosen=ranking.place_of(measure, chosen),
                on_choose=lambda place: view.put(OMRAADE, ranking.area_of(measure, place) or "ingen"),
                speciale=of.speciale,
            )
    if not view.on_projector():
        alle_tal.show(of.speciale, of.aar, in_focus)


def _picture(of: Choices, shown: Shown, in_focus: Sequence[str]) -> None:
    """The areas as tiles or as a map, what is chosen on it, and what must be said of it."""
    picture, legend = maps.picture(
        of.measure,
        omraadetal(shown.figures, of.measure, queries.areas()),
        shown.reference,
        chosen={shown.chosen},
        in_focus=set(in_focus),
    )
    remarks = []
    if of.billede == "kort":
        with_circles = view.value(parametre.CIRKLER) == "ja"
        circles = klinikker.circles(queries.tables(), of.speciale) if with_circles else ()
        landkort.show("landkort", picture, legend, alt=shown.headline, circles=circles, on_choose=maps.choose)
        view.choose(parametre.CIRKLER, st.segmented_control, required=True, label_visibility="collapsed")
        remarks.append("Skematisk kort: grænserne er omtrentlige. " + (klinikker.circle_text() if with_circles else ""))
    else:
        if klinikker.give_dots(of.measure):
            picture = klinikker.dotted(picture, queries.tables(), of.speciale)
            remarks.append(klinikker.DOTS)
        components.area_map("kort", "fliser", picture, legend, alt=shown.headline, on_choose=maps.choose)
    if shown.chosen == "ingen":
        paper.hint("Vælg et område på billedet eller i listen for at se alle tal om det.")
    else:
        told = picture[shown.chosen].beskrivelse
        components.chosen_bar("valgtlinje-omraade", told, "Se alle tal", omraadeprofil.KEY)
    if of.measure.geografi == "kommune":
        remarks.append(maps.KOEBENHAVN_AS_ONE)
    for remark in dict.fromkeys([*remarks, *(each.mangler for each in shown.figures.values() if each.mangler)]):
        st.caption(remark)


def _below(of: Choices, shown: Shown) -> None:
    """What is below the picture: downloads and sources, and beside a projector all about the chosen area."""
    measure = of.measure
    if view.on_projector():
        sources.footer(measure.tabeller)
        return
    downloads.bar(
        "kapacitet",
        ranking.download(measure, shown.placed, of.speciale, of.aar),
        tables=measure.tabeller,
        selection=ranking.selection(measure, of.speciale, of.aar, of.planomraade, of.kommune),
        printed=ranking.printed(measure, shown.placed),
    )
    sources.footer(measure.tabeller, measure.formel if of.aar > FIRST_YEAR else None)
    klinikker.own_file_errors()
    if shown.chosen != "ingen":
        omraadeprofil.show(shown.chosen, of.aar)


line.fold()
page()
