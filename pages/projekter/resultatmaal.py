"""Resultatmål og kommunetal: the Erhvervshus' goals with lights, and what the papers count for each kommune."""

import streamlit as st

from pages import view
from pages.projekter import dag, kommunetavle, parametre, resultattavle
from pages.style import sheet
from pages.view.parameters import BILLEDE, KOMMUNE

with st.container(horizontal=True, vertical_alignment="top", key="filtre"):
    emne = view.choose(parametre.EMNE, st.segmented_control, required=True)
    if emne == "maal":
        tema = view.choose(parametre.MAALTEMA, width=300)
        paa = dag.choose()
    else:
        measure = kommunetavle.choose_measure(emne)
        kommune = view.choose(KOMMUNE, width=160)
        billede = view.choose(BILLEDE, st.segmented_control, required=True)

if emne == "maal":
    st.html(sheet.beside(__file__))
    resultattavle.show(tema, paa)
else:
    kommunetavle.show(emne, measure, kommune, billede)
