"""Kildekontrol: the differences that change a decision, and below them all that there are, largest first."""

import streamlit as st

from analytics import kildekontrol
from pages import view
from pages.drawing import downloads
from pages.frame import line, notices
from pages.om import afvigelser, parametre
from pages.reading import markdown, queries, sources
from pages.view import since
from pages.view.parameters import SOEG

with line.filters(vertical_alignment="top"):
    kind = view.choose(parametre.ART, st.segmented_control, required=True)
    sought = view.search(SOEG, "Område, tabel eller ord")
chosen = view.value(parametre.AFVIGELSE)
sorting = view.value(parametre.SORTERING)

differences = queries.differences()
everything = kildekontrol.entries(differences)
filtered = kind != "alle" or bool(sought)
found = kildekontrol.select(everything, None if kind == "alle" else kind, sought)
deciding = [] if filtered else kildekontrol.beslutninger(differences)
if chosen not in ("ingen", *(each.fund.afvigelse_id for each in deciding)):
    deciding = []  # who comes for another difference sees that first

finding = afvigelser.headline(everything, found, len(deciding))
st.header(finding, anchor=False)
since.then_and_now(afvigelser.counts)

if deciding:
    afvigelser.show_deciding(deciding, chosen, finding)
# The place is there before anything is chosen: else the list below would be drawn anew, and the page jump.
with st.container():
    if chosen != "ingen":
        afvigelser.show_one(differences, chosen)

with st.expander(
    f"Alle {len(everything)} forskelle" if len(found) == len(everything) else finding,
    icon=":material/table_rows:",
    expanded=filtered or chosen != "ingen" or sorting != parametre.SORTERING.default,
):
    afvigelser.kinds()
    if not found:
        notices.empty("Ingen forskelle passer på søgningen.")
    else:
        afvigelser.show_all(found, chosen)
    rows = queries.findings()
    downloads.bar(
        "kildekontrol",
        rows[rows["afvigelse_id"].isin([each.afvigelse_id for each in found])],
        tables=tuple(dict.fromkeys(each.tabel for each in found)),
        selection=f"Slags: {kind}. Søgning: {sought or 'ingen'}.",
        printed=afvigelser.printed(found),
    )
    documents = ". ".join(
        markdown.plain(sources.document(kilde_id)) for kilde_id in sorted({each.kilde_id for each in found})
    )
    st.caption(f"Kilde: {documents or 'ingen'}. Hver forskel fører til sin tabel. Det genberegnede er regnet ud her.")
