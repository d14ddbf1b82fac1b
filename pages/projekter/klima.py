"""Klima-VIP: seven projects, their goals, who is named, and their years, as they stood on any day."""

import streamlit as st

from pages import view
from pages.projekter import dag, klimakort, kommuner, maaltavle, parametre, tidslinje
from pages.view.parameters import KOMMUNE

with st.container(horizontal=True, vertical_alignment="bottom", key="filtre"):
    board = view.choose(parametre.KLIMATAVLE, st.segmented_control, required=True)
    paa = dag.choose()
    project = view.choose(parametre.KLIMAPROJEKT, width=230)
    kommune = view.choose(KOMMUNE, width=190) if board in ("projekter", "kommuner") else "alle"

headlines = {
    "projekter": lambda: klimakort.headline(paa, project),
    "maal": lambda: maaltavle.headline(paa, project),
    "kommuner": lambda: kommuner.headline(paa, kommune),
    "tidslinje": lambda: tidslinje.headline("klima", paa),
}
dag.opening(
    headlines[board](),
    paa,
    ("vip_maal", "vip_status", "vip_deltager", "vip_haendelse"),
    lambda frames: kommuner.per_project(frames, paa),
)

tables: tuple[str, ...]
if board == "projekter":
    klimakort.show(paa, project, kommune)
    tables, frame = klimakort.TABLES, klimakort.download(paa, project)
    printed, papers = maaltavle.printed(paa, project), klimakort.papers(paa, project)
elif board == "maal":
    maaltavle.show(paa, project)
    tables, frame, printed = ("vip_maal",), maaltavle.download(paa, project), maaltavle.printed(paa, project)
    papers = maaltavle.papers(paa, project)
elif board == "kommuner":
    kommuner.show(paa, project, kommune)
    tables, frame, printed = ("vip_deltager",), kommuner.download(paa, project), kommuner.printed(paa, project)
    papers = frozenset(frame["kilde"])
else:
    tidslinje.show("klima", paa, project)
    tables, frame, printed = ("vip_haendelse", "vip_projekt"), tidslinje.download("klima", paa, project), []
    papers = frozenset(frame["kilde"])
dag.closing(f"klima-{board}", frame, paa, parametre.KLIMAPROJEKT.options()[project], tables, papers, printed)
