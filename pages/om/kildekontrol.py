"""Kildekontrol: where the papers contradict themselves, largest first, each with what explains it."""

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

everything = kildekontrol.entries(queries.differences())
found = kildekontrol.select(everything, None if kind == "alle" else kind, sought)

finding = afvigelser.headline(everything, found)
st.header(finding, anchor=False)
afvigelser.kinds()
since.then_and_now(afvigelser.counts)

if chosen != "ingen":
    afvigelser.show_one(queries.differences(), chosen)
if not found:
    notices.empty("Ingen forskelle passer på søgningen.")
else:
    afvigelser.show_all(found, chosen, finding)

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
