"""Tilgængelighed: the statement that the law asks for, with what is known not to be accessible and why."""

import os
from datetime import date

import streamlit as st

from dansk import dato
from pages import components
from pages.components import Cell, Column, Row
from pages.om.fejl_i_streamlit import FEJL, VERSION

KONTAKT = "KKR_KONTAKT"
"""The environment variable that says whom readers may write and ring to."""
OPRETTET = GENNEMGAAET = date(2026, 11, 27)
"""When the statement was first made, and last gone through."""
TILSYN = "https://digst.dk/digital-inklusion/webtilgaengelighed/oplever-du-ikke-tilgaengeligt-indhold/"

st.header("KKR Overblik overholder de fleste krav til webtilgængelighed", anchor=False)
st.write(
    "Standarden er EN 301 549 (WCAG 2.1, niveau AA) efter webtilgængelighedsloven. Den er overholdt delvist: "
    + ("der er kendte fejl, og " if FEJL else "vi kender kun én mangel, landkortene, og ")
    + "ingen, der bruger skærmlæser til daglig, har prøvet siderne."
)

st.subheader("Det, der ikke er tilgængeligt", anchor=False)
if FEJL:
    st.write(f"Fejlene er i Streamlit {VERSION}, som siderne er bygget med, og kan ikke rettes her.")
    components.table(
        "utilgaengeligt",
        (Column("hvad", "Hvad"), Column("krav", "Krav"), Column("udvej", "I stedet"), Column("regel", "Regel i axe")),
        [Row((Cell(each.hvad), Cell(each.krav), Cell(each.udvej), Cell(each.regel))) for each in FEJL],
        alt=f"Kendte fejl i Streamlit {VERSION}: {len(FEJL)}",
        cards=True,
    )
st.write("En skærmlæser kan ikke læse landkortene. Deres tal står også i en tabel eller på fliserne.")

st.subheader("Skriv til os", anchor=False)
contact = os.environ.get(KONTAKT, "").strip()
if contact:
    st.write("Kan I ikke bruge noget her, så skriv eller ring:")
    st.text(contact)
    late = "Svarer vi ikke inden for ti arbejdsdage, så skriv"
else:
    st.write("Den, der driver webstedet, har ikke skrevet, hvem I kan kontakte.")
    late = "Skriv"
st.write(f"{late} til [Digitaliseringsstyrelsen]({TILSYN}), som fører tilsyn.")

with st.expander("Sådan er det prøvet", key="ogsaa-papir-proevet"):
    st.write(
        "Vi har selv evalueret webstedet. Hver side er prøvet med axe-core i Chromium: lys og mørk, på bærbar, telefon "
        "og storskærm, foldet sammen og ud; med tastaturet alene; forstørret til det dobbelte og det firdobbelte; og "
        "med Windows' kontrastfarver. Kontrasten er også målt inde i diagrammerne. Prøverne hører til programmet og "
        "køres, når det ændres. Mødepapirerne er andres dokumenter og ikke en del af webstedet. "
        "Loven hedder lov om tilgængelighed af offentlige organers websteder og mobilapplikationer."
    )
st.caption(f"Oprettet {dato.day(OPRETTET)}. Senest gennemgået {dato.day(GENNEMGAAET)}.")
