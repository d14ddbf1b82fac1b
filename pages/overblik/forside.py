"""Overblik: what this is, who decides what, what matters most right now, and the ways in."""

import streamlit as st

from pages.overblik import fund
from pages.reading import queries, sources
from pages.view import since

st.markdown(
    f"KKR Hovedstaden er kommunernes politiske forum i hovedstadsregionen: {len(queries.kommune_names())} kommuner. "
    "Her er mødepapirernes tal samlet, så man kan beslutte ud fra dem. **Hvert tal kan følges til dokument, tabel og "
    "linje.** Hvor papirerne modsiger sig selv, står det ved tallet: ▲ er modstrid eller trykfejl, △ et andet "
    "grundlag.\n\n"
    "En **kapacitet** er et årligt omsætningsloft for en klinik inden for et speciale. Et **ydernummer** er klinikkens "
    "aftale med region og kommuner. Jo flere borgere der er om en kapacitet, jo dårligere er området dækket."
)

found = fund.all_findings()
since.then_and_now(fund.figures, write=lambda value: fund.written(value))

for row in (found[:3], found[3:5], found[5:]):
    for column, card in zip(st.columns(len(row), gap="small"), row, strict=True):
        with column, st.container(border=True, height="stretch"):
            fund.show(card)

sources.show_printed("kilde-forside", [printed for card in found for printed in card.printed])
sources.footer(fund.TABLES, "andele, gange og vækst, hvor det står ved tallet.")

left, right = st.columns([1.15, 1], gap="large")
with left:
    st.header("Hvem beslutter hvad", anchor=False)
    fund.who_decides()
with right, st.container(key="kun-skaerm-veje"):
    st.header("Veje ind", anchor=False)
    fund.ways_in()
