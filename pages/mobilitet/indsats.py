"""Mobilitetsindsats: one measure's whole sheet, readable, with what it hangs together with and where it is."""

import streamlit as st

from analytics.mobilitet import udtraek
from pages import view
from pages.drawing import downloads
from pages.frame import line
from pages.katalog import indsatser, vurderinger
from pages.mobilitet import ark, parametre, vip
from pages.navigation import registry
from pages.view import since

chosen = view.value(parametre.INDSATS)
with line.filters():
    view.control(parametre.INDSATS, width=420)
    for words, icon, other in (
        ("Forrige", ":material/arrow_back:", indsatser.before(chosen)),
        ("Næste", ":material/arrow_forward:", indsatser.after(chosen)),
    ):
        to = (parametre.INDSATS, chosen if other is None else other)
        st.button(words, icon=icon, disabled=other is None, on_click=view.put, args=to)
    st.page_link(registry.MOBILITET.script, label="Alle indsatser", icon=":material/view_list:")

of = indsatser.measure(chosen)
st.header(indsatser.name(chosen), anchor=False)
extent = "Bestemte steder" if of.omfang == "steder" else of.omfang.capitalize()
st.caption(f"{of.tema}. {extent}. Side {of.side} i kataloget.")
st.write(of.beskrivelse)
vurderinger.warnings()
since.then_and_now(lambda frames: udtraek.stjerner(frames, [chosen]))

left, right = st.columns([1.5, 1], gap="medium")
with left:
    ark.ratings_table(chosen)
    st.caption(vurderinger.legend())
    ark.obs_and_sources(chosen)
with right:
    ark.facts_table(chosen)
    vip.same_undertaking(chosen)
    ark.where("hvor", [chosen])

downloads.bar(
    f"indsats-{chosen}",
    ark.facts_download(chosen),
    tables=("mobilitet_indsats", "mobilitet_fakta"),
    selection=indsatser.name(chosen),
    printed=ark.printed(chosen),
)
ark.footer()
