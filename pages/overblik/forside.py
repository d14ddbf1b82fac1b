"""Overblik: where it is hardest, five questions that lead on, one's own kommune, and who decides what."""

import streamlit as st

from pages.frame import paper
from pages.overblik import beslutninger, flisebillede, fund, spoergsmaal
from pages.reading import clock, sources
from pages.style import css
from pages.view import since

st.html(css.beside(__file__))
st.header(flisebillede.headline(), anchor=False)
since.then_and_now(fund.figures, write=lambda value: fund.written(value))

with st.container(key="forside-skaerm"):
    left, right = st.columns([1.5, 1], gap="large")
    with left:
        flisebillede.show()
    with right:
        flisebillede.choose()
        spoergsmaal.show()
    flisebillede.source()

st.header("Hvem beslutter hvad", anchor=False)
beslutninger.show()
beslutninger.deadlines()

st.header("Det, der vejer tungest", anchor=False)
found = fund.all_findings(clock.today())
for row in (found[:3], found[3:5], found[5:]):
    for column, card in zip(st.columns(len(row), gap="small"), row, strict=True):
        with column, st.container(border=True, height="stretch"):
            fund.show(card)
st.caption("▲ er modstrid eller trykfejl i kilden, △ et andet grundlag.")
sources.show_printed("kilde-forside", [printed for card in found for printed in card.printed])
sources.footer(fund.TABLES, "andele, gange og vækst, hvor det står ved tallet.")

with paper.screen_only("veje"):
    st.header("Alle sider", anchor=False)
    fund.ways_in()
