"""Resultatmål og kommunetal: the Erhvervshus' goals with lights, and what the papers count for each kommune."""

import streamlit as st

from pages import view
from pages.frame import line
from pages.kommunetal import kommunetavle
from pages.resultatmaal import beretningstavle, parametre, resultattavle
from pages.tavler import dag, opdatering, tavle
from pages.tavler.parametre import DATO, EMNE
from pages.tavler.tavle import Udsnit
from pages.view.parameters import BILLEDE, KOMMUNE

TABELLER = {
    "maal": resultattavle.TAVLE.tabeller,
    "beretning": beretningstavle.TAVLE.tabeller,
    "kommuner": ("kommunefordeling", "kommunefordeling_total"),
}
"""The tables that each subject rests on."""

with line.filters():
    emne = view.choose_among(TABELLER, EMNE, st.segmented_control, required=True)
    if emne == "maal":
        tema = view.choose(parametre.MAALTEMA, width=300)
        paa = dag.choose(DATO)
        resultattavle.choose_years(paa)
    elif emne == "beretning":
        paa = dag.choose(DATO)
    else:
        measure = kommunetavle.choose_measure(emne)
        kommune = view.choose(KOMMUNE, width=150)
        billede = view.choose(BILLEDE, st.segmented_control, required=True)
    opdatering.button(TABELLER[emne])

opdatering.panel(TABELLER[emne])
if emne == "maal":
    chosen = parametre.MAALTEMA.options()[tema]
    tavle.show("resultatmaal", resultattavle.TAVLE, Udsnit(paa, tema), chosen=chosen)
elif emne == "beretning":
    tavle.show("aarsberetning", beretningstavle.TAVLE, Udsnit(paa), chosen=EMNE.options()[emne])
else:
    kommunetavle.show(emne, measure, kommune, billede)
