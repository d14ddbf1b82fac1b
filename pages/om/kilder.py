"""Kilder: every document and table, what was transcribed, what was lost, and downloads."""

import streamlit as st

from pages import view
from pages.drawing import downloads
from pages.om import beskrivelse, parametre, redigering
from pages.reading import queries
from pages.view import since

name = view.choose(parametre.TABEL, width=420)

if name == "alle":
    beskrivelse.documents()
    beskrivelse.all_tables()
    beskrivelse.caveats_of_geography()
    st.download_button(
        "Hele datapakken (zip)",
        queries.package_zip,
        f"kkr-data-{queries.version()}.zip",
        "application/zip",
        icon=":material/folder_zip:",
        key="datapakke",
        on_click="ignore",
        help="Alle tabeller som CSV med en beskrivelse efter Frictionless Data Package.",
    )
else:
    beskrivelse.table(name)
    downloads.bar(name, queries.tables()[name], tables=(name,), selection="Hele tabellen")

redigering.show(name)
since.then_and_now(beskrivelse.row_counts)
