"""Møder og beslutninger: what is due and late, what a meeting asks of KKR, and what it asks the kommuner to pay."""

import streamlit as st

from pages import view
from pages.frame import line
from pages.moeder import betalingstavle, frister, parametre, punkttavle
from pages.tavler import dag, opdatering, tavle
from pages.tavler.parametre import DATO
from pages.tavler.tavle import Udsnit
from pages.view.parameters import KOMMUNE

with line.filters():
    board = view.choose(parametre.MOEDETAVLE, st.segmented_control, required=True)
    if board == "frister":
        vis = view.choose(parametre.FRISTER, st.segmented_control, required=True)
        shown = frister.tavle(vis)
    elif board == "punkter":
        shown = punkttavle.tavle(view.choose(parametre.MOEDE, width=220))
    else:
        shown = betalingstavle.TAVLE
    subject = view.choose(parametre.MOEDEEMNE, width=170)
    paa = dag.choose(DATO)
    kommune = view.choose(KOMMUNE, width=170)
    opdatering.button(shown.tabeller)

opdatering.panel(shown.tabeller)
chosen = parametre.MOEDEEMNE.options()[subject]
tavle.show(f"moeder-{board}", shown, Udsnit(paa, subject, kommune), chosen=chosen)
