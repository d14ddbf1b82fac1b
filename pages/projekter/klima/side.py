"""Klima-VIP: seven projects, their goals, who is named, and their years, as they stood on any day."""

import streamlit as st

from pages import view
from pages.frame import line
from pages.projekter import parametre, tidslinje
from pages.projekter.klima import klimakort, kommuner, maaltavle
from pages.tavler import dag, opdatering, tavle
from pages.tavler.parametre import DATO
from pages.tavler.tavle import Udsnit
from pages.view.parameters import KOMMUNE

TAVLER = {
    "projekter": klimakort.TAVLE,
    "maal": maaltavle.TAVLE,
    "kommuner": kommuner.TAVLE,
    "tidslinje": tidslinje.tavle("klima", klimakort.DATED_BY),
}

with line.filters():
    board = view.choose(parametre.KLIMATAVLE, st.segmented_control, required=True)
    paa = dag.choose(DATO)
    project = view.choose(parametre.KLIMAPROJEKT, width=205)
    kommune = view.choose(KOMMUNE, width=190) if board in ("projekter", "kommuner") else "alle"
    opdatering.button(TAVLER[board].tabeller)

opdatering.panel(TAVLER[board].tabeller)
chosen = parametre.KLIMAPROJEKT.options()[project]
tavle.show(f"klima-{board}", TAVLER[board], Udsnit(paa, project, kommune), chosen=chosen)
