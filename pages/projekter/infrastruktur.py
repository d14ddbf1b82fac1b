"""Infrastruktur-VIP: ten projects with the list's prices beside the mobility catalogue's, as they stood on any day."""

import streamlit as st

from pages.faelles import downloads, sharing, sources, view
from pages.projekter import dag, infrakort, infrapriser, tidslinje

with st.container(horizontal=True, vertical_alignment="bottom", key="filtre"):
    board = view.choose("infratavle", st.segmented_control, required=True)
    paa = dag.choose()
    project = view.choose("infraprojekt", width=300)

headlines = {
    "priser": lambda: infrapriser.headline(paa, project),
    "projekter": lambda: infrakort.headline(paa),
    "tidslinje": lambda: tidslinje.headline("infrastruktur", paa),
}
st.header(headlines[board](), anchor=False)
st.caption(dag.standfirst(paa, ("vip_pris", "vip_katalog", "vip_haendelse", "vip_status")))
sharing.then_and_now(lambda frames: infrapriser.of_version(frames, paa))

table: tuple[str, ...]
if board == "tidslinje":
    tidslinje.show("infrastruktur", paa, project)
    table, frame = ("vip_haendelse", "vip_projekt"), tidslinje.download("infrastruktur", paa, project)
else:
    show = infrapriser.show if board == "priser" else infrakort.show
    show(paa, project)
    table, frame = ("vip_pris", "vip_katalog", "mobilitet_indsats"), infrapriser.download(paa, project)

if not frame.empty:
    downloads.bar(
        f"infrastruktur-{board}",
        frame,
        tables=table,
        selection=f"{project}; som det stod {paa.isoformat()}",
        printed=() if board == "tidslinje" else infrapriser.printed(paa, project),
    )
if board == "tidslinje":
    sources.papers(table, frame["kilde"])
else:
    sources.footer(table)
