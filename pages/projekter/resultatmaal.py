"""Resultatmål og kommunetal: the Erhvervshus' goals with lights, and what the papers count for each kommune."""

import streamlit as st

from pages import view
from pages.projekter import dag, kommunetavle, resultattavle

with st.container(horizontal=True, vertical_alignment="top", key="filtre"):
    emne = view.choose("emne", st.segmented_control, required=True)
    if emne == "maal":
        tema = view.choose("maaltema", width=300)
        paa = dag.choose()
    else:
        measure = kommunetavle.choose_measure(emne)
        kommune = view.choose("kommune", width=160)
        billede = view.choose("billede", st.segmented_control, required=True)

if emne == "maal":
    resultattavle.show(tema, paa)
else:
    kommunetavle.show(emne, measure, kommune, billede)
