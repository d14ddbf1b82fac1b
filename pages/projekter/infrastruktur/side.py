"""Infrastruktur-VIP: ten projects with the list's prices beside the mobility catalogue's, as they stood on any day."""

import streamlit as st

from pages import view
from pages.frame import line
from pages.projekter import parametre, tidslinje
from pages.projekter.infrastruktur import infrakort, infrapriser, infrasteder
from pages.tavler import dag, opdatering, tavle
from pages.tavler.parametre import DATO
from pages.tavler.tavle import Udsnit

TAVLER = {
    "projekter": infrakort.TAVLE,
    "priser": infrapriser.TAVLE,
    "kort": infrasteder.TAVLE,
    "tidslinje": tidslinje.tavle("infrastruktur", infrapriser.DATED_BY),
}

with line.filters():
    board = view.choose(parametre.INFRATAVLE, st.segmented_control, required=True)
    paa = dag.choose(DATO)
    project = view.choose(parametre.INFRAPROJEKT, width=300)
    opdatering.button(TAVLER[board].tabeller)

opdatering.panel(TAVLER[board].tabeller)
chosen = parametre.INFRAPROJEKT.options()[project]
tavle.show(f"infrastruktur-{board}", TAVLER[board], Udsnit(paa, project), chosen=chosen)
