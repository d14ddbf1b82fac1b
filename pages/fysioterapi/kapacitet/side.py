"""Kapacitet og klinikker: where in the region it is hard to get physiotherapy, on tiles, on a map and in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import streamlit as st

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kapacitet.rangorden import Tal, Udpluk, omraadetal, pladser, udpluk, udvalgte
from pages import components, view
from pages.drawing import downloads, landkort, maps, ranking
from pages.frame import line, notices, paper
from pages.fysioterapi import parametre
from pages.fysioterapi.kapacitet import alle_tal, klinikker, omkring, omraadeprofil
from pages.reading import queries, sources
from pages.style import css
from pages.view import address, egen, since
from pages.view.parameters import BILLEDE, KOMMUNE, OMRAADE, ORDEN, PLANOMRAADE, SPECIALE

_TURNED_FROM = "_vendt_fra"


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
    areas = queries.areas()
    planomraade = None if of.planomraade == "alle" else of.planomraade
    told_of = udvalgte(areas, planomraade, None if of.kommune == "alle" else of.kommune)
    if told_of:
        _show(of, udvalgte(areas, planomraade, None), told_of)
    else:
        notices.empty("Den valgte kommune ligger ikke i det valgte planområde. Vælg en af dem om.")
    address.write()
    paper.keep_up()


def _choices() -> Choices:
    view.value(parametre.MAAL)
    view.control(parametre.MAAL, width=235, then=partial(_turn, view.held(parametre.MAAL)))
    measure = MEASURES[view.held(parametre.MAAL)].fyldt(queries.tables())
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


def _turn(before: str, maal: str) -> None:
    """Turn to the map for clinics and waits, whose question is where, and after them to the picture that was there."""
    was, is_now = (klinikker.are_where(MEASURES[each]) for each in (before, maal))
    if is_now and not was:
        st.session_state[_TURNED_FROM] = view.held(BILLEDE)
        view.put(BILLEDE, "kort")
    elif was and not is_now and _TURNED_FROM in st.session_state:
        view.put(BILLEDE, st.session_state.pop(_TURNED_FROM))


@dataclass(frozen=True)
class Shown:
    """
    What the choices come to: all areas' figures, those that are told of and those in the list in order, the finding,
    the chosen area, and what the reader calls their own: its name, and its areas.
    """

    figures: Mapping[str, Tal]
    placed: Mapping[str, Tal]
    listed: Mapping[str, Tal]
    reference: Reference
    headline: str
    chosen: str
    own: tuple[str, tuple[str, ...]]


def _show(of: Choices, in_focus: Sequence[str], told_of: Sequence[str]) -> None:
    measure, frames = of.measure, queries.tables()
    figures = pladser(measure.beregn(frames, of.speciale, of.aar))
    reference = measure.reference(frames, of.speciale, of.aar)
    placed = ranking.in_order(measure, figures, told_of)
    chosen = view.value(OMRAADE)
    if chosen not in in_focus:
        chosen = told_of[0] if len(told_of) == 1 else "ingen"
    shown = Shown(
        figures,
        placed,
        ranking.in_order(measure, figures, in_focus),
        reference,
        ranking.headline(measure, placed, reference, of.aar),
        chosen,
        ("", ()) if of.kommune == "alle" else (queries.kommune_names()[of.kommune], tuple(told_of)),
    )
    st.header(shown.headline, anchor=False)
    since.then_and_now(lambda then: ranking.by_name(pladser(measure.beregn(then, of.speciale, of.aar)), measure))

    left, right = st.columns([1.7 if view.on_projector() else 1.9, 1], gap="medium")
    with left, st.container(key="kapacitet-billede"):
        _picture(of, shown, in_focus)
    with right:
        if view.on_projector() and chosen != "ingen":
            omraadeprofil.show(chosen, of.aar)
        else:
            _list(of, shown)
    _below(of, shown)
    if not view.on_projector():
        alle_tal.show(of.speciale, of.aar, told_of)
        omkring.show(of.speciale)


def _list(of: Choices, shown: Shown) -> None:
    """The ends of the list and the reader's own, or all of it: always where somebody has put it in another order."""
    measure = of.measure
    everything = view.value(parametre.LISTE) or view.value(ORDEN) != view.default(ORDEN)
    name, areas = shown.own
    theirs = [*areas, *({shown.chosen} - {"ingen"})]
    own = dict.fromkeys(filter(None, (ranking.place_of(measure, area) for area in theirs)))
    picked = None if everything else udpluk(shown.listed, own)
    ranking.show(
        measure,
        shown.listed,
        shown.figures,
        shown.reference,
        finding=shown.headline,
        chosen=ranking.place_of(measure, shown.chosen),
        on_choose=lambda place: view.put(OMRAADE, ranking.area_of(measure, place) or "ingen"),
        speciale=of.speciale,
        picked=picked,
        own=(name or "Valgt", list(own)),
        under=lambda: _all_or_some(picked),
    )


def _all_or_some(picked: Udpluk | None) -> None:
    """The switch between the whole list and its ends, where there is more to see, and whether a cut divides equals."""
    if picked or view.held(parametre.LISTE):
        with st.container(horizontal=True, vertical_alignment="center"):
            view.switch(parametre.LISTE)
            if picked and picked.delt:
                st.caption("Andre har samme tal.")


def _picture(of: Choices, shown: Shown, in_focus: Sequence[str]) -> None:
    """The areas as tiles or as a map, what is chosen on it, and what must be said of it."""
    picture, legend = maps.picture(
        of.measure,
        omraadetal(shown.figures, of.measure, queries.areas()),
        shown.reference,
        chosen={shown.chosen},
        in_focus=set(in_focus),
        own=shown.own[1],
    )
    remarks = []
    if of.billede == "kort":
        with_circles = view.value(parametre.CIRKLER) == "ja"
        circles = klinikker.circles(queries.tables(), of.speciale) if with_circles else ()
        landkort.show(
            "landkort",
            picture,
            legend,
            alt=shown.headline,
            circles=circles,
            on_choose=maps.choose,
            low=True,
            legend_above=True,
        )
        view.choose(parametre.CIRKLER, st.segmented_control, required=True, label_visibility="collapsed")
        remarks.append("Skematisk kort: grænserne er omtrentlige. " + (klinikker.circle_text() if with_circles else ""))
    else:
        if klinikker.give_dots(of.measure):
            picture = klinikker.dotted(picture, queries.tables(), of.speciale)
            remarks.append(klinikker.DOTS)
        components.area_map(
            "kort",
            "fliser",
            picture,
            legend,
            alt=shown.headline,
            on_choose=maps.choose,
            legend_above=True,
            with_map=not view.on_projector(),
        )
    with st.container(horizontal=True, vertical_alignment="center", key="om-billedet"):
        st.caption(ranking.when(of.measure, of.speciale, of.aar), width="content")
        with st.popover("Om tallet", icon=":material/info:", width="content"):
            st.write(ranking.standfirst(of.measure, shown.reference, of.speciale, of.aar))
    if shown.chosen == "ingen":
        paper.hint("Vælg et område for at se alle tal om det.")
    else:
        told = picture[shown.chosen].beskrivelse
        components.chosen_bar("valgtlinje-omraade", told, "Se alle tal", omraadeprofil.KEY)
    remarks.extend(filter(None, [egen.several(of.kommune)]))
    if of.measure.geografi == "kommune":
        remarks.append(maps.KOEBENHAVN_AS_ONE)
    remarks.extend(each.mangler for each in shown.figures.values() if each.mangler)
    for remark in dict.fromkeys(remarks):
        st.caption(remark)


def _below(of: Choices, shown: Shown) -> None:
    """What is below the picture: downloads and sources, and beside a projector all about the chosen area."""
    measure = of.measure
    if view.on_projector():
        sources.footer(measure.tabeller, brief=True)
        return
    downloads.bar(
        "kapacitet",
        ranking.download(measure, shown.placed, of.speciale, of.aar),
        tables=measure.tabeller,
        selection=ranking.selection(measure, of.speciale, of.aar, of.planomraade, of.kommune),
        printed=ranking.printed(measure, shown.placed, shown.chosen),
    )
    sources.footer(measure.tabeller, measure.formel if of.aar > FIRST_YEAR else None)
    klinikker.own_file_errors()
    if shown.chosen != "ingen":
        omraadeprofil.show(shown.chosen, of.aar)


st.html(css.beside(__file__))
line.fold()
page()
