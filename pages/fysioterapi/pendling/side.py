"""Patienternes veje: where patients live and are treated, and what becomes of the coverage when it follows them."""

from __future__ import annotations

import streamlit as st

from pages import view
from pages.drawing import downloads
from pages.frame import line, notices, paper
from pages.fysioterapi import parametre
from pages.fysioterapi.pendling import fulgt, hentning, omkreds, varmekort, veje, vejkort, vejtabel
from pages.fysioterapi.pendling.veje import Veje
from pages.reading import sources
from pages.view import address, since
from pages.view.parameters import OMRAADE


@st.fragment
def page() -> None:
    """All but the frame is one fragment, so that another area sends nothing of what stands."""
    notices.keep_up()
    with line.filters():
        of = veje.hent(view.choose(OMRAADE, width=200))
        picture = view.choose(parametre.VEJE, st.segmented_control, required=True)
        _CONTROLS.get(picture, _nothing)()
    if picture == "daekning":
        _followed(of)
    elif picture == "opland":
        _catchment(of)
    else:
        _flows(of, picture)
    address.write()
    paper.keep_up()


def _nothing() -> None:
    """Some pictures have no controls of their own."""


_CONTROLS = {"kort": vejkort.threshold, "matrix": varmekort.order, "opland": omkreds.controls}


def _flows(of: Veje, picture: str) -> None:
    finding = veje.finding(of)
    st.header(finding, anchor=False)
    since.then_and_now(veje.by_name)
    if picture == "matrix":
        varmekort.show(of)
    elif picture == "rangorden":
        vejtabel.ranking(of)
    elif picture == "fliser":
        vejkort.tiles(of, finding)
        left, right = st.columns(2, gap="medium")
        with left:
            vejtabel.figures(of)
        with right:
            vejtabel.flows(of)
    else:
        left, right = st.columns([1.45, 1], gap="medium")
        with left:
            vejkort.arcs(of, finding)
        with right:
            vejtabel.figures(of)
            vejtabel.flows(of)
    if of.valgt is None:
        paper.hint("Vælg et område i listen eller på billedet for at se dets patienter.")
    st.caption(f"{hentning.scope()} {veje.lost(of)}")
    hentning.show(of)


def _followed(of: Veje) -> None:
    finding = fulgt.finding(of)
    st.header(finding, anchor=False)
    fulgt.show(of, finding)
    st.caption(hentning.scope())
    downloads.bar("pendling-fulgt", fulgt.taken(of), tables=fulgt.TABLES, selection="Dækning, der følger patienterne")
    sources.footer(fulgt.TABLES, fulgt.FORMEL)


def _catchment(of: Veje) -> None:
    finding = omkreds.finding(of)
    st.header(finding, anchor=False)
    omkreds.show(of, finding)
    downloads.bar("pendling-opland", omkreds.taken(of), tables=omkreds.TABLES, selection="Opland omkring hvert område")
    sources.footer(omkreds.TABLES, omkreds.FORMEL)


line.fold()
page()
