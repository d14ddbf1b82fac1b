"""Arbejdskraft og uddannelse: goals and recruitment as the papers have them, and SOSU places of each kommune."""

import streamlit as st

from pages import view
from pages.arbejdskraft import anbefalingstavle, rekrutteringstavle, uddannelsestavle
from pages.frame import line
from pages.kommunetal import kommunetavle
from pages.tavler import dag, opdatering, tavle
from pages.tavler.parametre import DATO, EMNE
from pages.tavler.tavle import Udsnit
from pages.view.parameters import BILLEDE, KOMMUNE

TAVLER = {
    "uddannelse": uddannelsestavle.TAVLE,
    "rekruttering": rekrutteringstavle.TAVLE,
    "anbefalinger": anbefalingstavle.TAVLE,
}
PLADSER = "sosu"
"""The subject of the SOSU places, which has figures per kommune and no day."""

with line.filters():
    emne = view.choose_among((*TAVLER, PLADSER), EMNE, st.segmented_control, required=True)
    if emne == PLADSER:
        measure = kommunetavle.choose_measure(emne)
        kommune = view.choose(KOMMUNE, width=150)
        billede = view.choose(BILLEDE, st.segmented_control, required=True)
        tabeller: tuple[str, ...] = ("sosu_laereplads",)
    else:
        paa = dag.choose(DATO)
        tabeller = TAVLER[emne].tabeller
    opdatering.button(tabeller)

opdatering.panel(tabeller)
if emne == PLADSER:
    kommunetavle.show(emne, measure, kommune, billede)
else:
    tavle.show(f"arbejdskraft-{emne}", TAVLER[emne], Udsnit(paa), chosen=EMNE.options()[emne])
