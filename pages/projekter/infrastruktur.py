"""Infrastruktur-VIP: ten projects with the list's prices beside the mobility catalogue's, as they stood on any day."""

import streamlit as st

from pages import view
from pages.projekter import dag, infrakort, infrapriser, parametre, tidslinje

with st.container(horizontal=True, vertical_alignment="bottom", key="filtre"):
    board = view.choose(parametre.INFRATAVLE, st.segmented_control, required=True)
    paa = dag.choose()
    project = view.choose(parametre.INFRAPROJEKT, width=300)

headlines = {
    "priser": lambda: infrapriser.headline(paa, project),
    "projekter": lambda: infrakort.headline(paa, project),
    "tidslinje": lambda: tidslinje.headline("infrastruktur", paa),
}
dag.opening(
    headlines[board](),
    paa,
    ("vip_pris", "vip_katalog", "vip_haendelse", "vip_status"),
    lambda frames: infrapriser.of_version(frames, paa),
)

tables: tuple[str, ...]
printed = infrapriser.printed(paa, project)
if board == "priser":
    infrapriser.show(paa, project)
    frame = infrapriser.download(paa, project)
    tables = ("vip_pris", "vip_katalog", "mobilitet_indsats")
    papers = infrapriser.papers(infrapriser.undertakings(paa, project))
elif board == "projekter":
    infrakort.show(paa, project)
    frame = infrakort.download(paa, project)
    tables = ("vip_projekt", "vip_status", "vip_pris", "vip_katalog", "mobilitet_indsats")
    papers = infrakort.papers(paa, project)
else:
    tidslinje.show("infrastruktur", paa, project)
    tables, frame, printed = ("vip_haendelse", "vip_projekt"), tidslinje.download("infrastruktur", paa, project), []
    papers = set(frame["kilde"])
dag.closing(f"infrastruktur-{board}", frame, paa, parametre.INFRAPROJEKT.options()[project], tables, papers, printed)
