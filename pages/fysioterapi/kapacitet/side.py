"""Kapacitet og klinikker: where in the region it is hard to get physiotherapy, on tiles, on a map and in order."""

import streamlit as st

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import omraadetal, pladser, udvalgte
from pages import components, view
from pages.drawing import downloads, maps, ranking
from pages.frame import line, notices, paper
from pages.fysioterapi import parametre
from pages.fysioterapi.kapacitet import alle_tal, klinikker, omraadeprofil
from pages.reading import queries, sources
from pages.view import since
from pages.view.parameters import BILLEDE, KOMMUNE, OMRAADE, PLANOMRAADE, SPECIALE

frames = queries.tables()
areas = queries.areas()

with line.filters(vertical_alignment="top"):
    measure = MEASURES[view.choose(parametre.MAAL, width=235)].fyldt(frames)
    speciale = min(SPECIALER)
    if measure.efter_speciale:
        speciale = view.choose(SPECIALE, st.segmented_control, required=True)
    aar = FIRST_YEAR
    if measure.efter_aar:
        aar = measure.year(view.value(parametre.AAR))
        view.slider(parametre.AAR, aar, width=150)
    planomraade = view.choose(PLANOMRAADE, width=150)
    kommune = view.choose(KOMMUNE, width=170)
    billede = view.choose(BILLEDE, st.segmented_control, required=True)
chosen = view.value(OMRAADE)

in_focus = udvalgte(areas, None if planomraade == "alle" else planomraade, None if kommune == "alle" else kommune)
if not in_focus:
    notices.empty("Den valgte kommune ligger ikke i det valgte planområde. Vælg en af dem om.")
    st.stop()
if chosen not in in_focus:
    chosen = in_focus[0] if len(in_focus) == 1 else "ingen"

figures = pladser(measure.beregn(frames, speciale, aar))
reference = measure.reference(frames, speciale, aar)
placed = ranking.in_order(measure, figures, in_focus)
headline = ranking.headline(measure, placed, reference, aar)

st.header(headline, anchor=False)
st.caption(ranking.standfirst(measure, reference, speciale, aar))
since.then_and_now(lambda of: ranking.by_name(pladser(measure.beregn(of, speciale, aar)), measure))

left, right = st.columns([1.7 if view.on_projector() else 1.15, 1], gap="medium")
with left:
    with_circles = billede == "kort" and view.choose(parametre.CIRKLER, st.segmented_control, required=True) == "ja"
    picture, legend = maps.picture(
        measure,
        omraadetal(figures, measure, areas),
        reference,
        chosen={chosen},
        in_focus=in_focus,
    )
    with_dots = billede == "fliser" and klinikker.give_dots(measure)
    if with_dots:
        picture = klinikker.dotted(picture, frames, speciale)
    components.area_map(
        "kort",
        billede,
        picture,
        legend,
        alt=headline,
        circles=klinikker.circles(frames, speciale) if with_circles else (),
        on_choose=lambda area: view.put(OMRAADE, area or "ingen"),
    )
    if chosen == "ingen":
        paper.hint("Vælg et område på billedet eller i listen for at se alle tal om det.")
    else:
        components.chosen_bar("valgtlinje-omraade", picture[chosen].beskrivelse, "Se alle tal", omraadeprofil.KEY)
    if billede == "kort":
        st.caption("Skematisk kort: grænserne er omtrentlige. " + (klinikker.circle_text() if with_circles else ""))
    if with_dots:
        st.caption(klinikker.DOTS)
    if measure.geografi == "kommune":
        st.caption(maps.KOEBENHAVN_AS_ONE)
    for reason in dict.fromkeys(each.mangler for each in figures.values() if each.mangler):
        st.caption(reason)
    if view.on_projector():
        sources.footer(measure.tabeller)
    else:
        downloads.bar(
            "kapacitet",
            ranking.download(measure, placed, speciale, aar),
            tables=measure.tabeller,
            selection=ranking.selection(measure, speciale, aar, planomraade, kommune),
            printed=ranking.printed(measure, placed),
        )
        sources.footer(measure.tabeller, measure.formel if aar > FIRST_YEAR else None)
        klinikker.own_file_errors()
        if chosen != "ingen":
            omraadeprofil.show(chosen, aar)
with right:
    if view.on_projector() and chosen != "ingen":
        omraadeprofil.show(chosen, aar)
    else:
        ranking.show(
            measure,
            placed,
            figures,
            reference,
            finding=headline,
            chosen=ranking.place_of(measure, chosen),
            on_choose=lambda place: view.put(OMRAADE, ranking.area_of(measure, place) or "ingen"),
            speciale=speciale,
        )

if not view.on_projector():
    alle_tal.show(speciale, aar, in_focus)
