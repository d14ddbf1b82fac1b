"""Mobilitetsindsats: one measure's whole sheet, readable, with what it hangs together with and where it is."""

import streamlit as st

from pages import view
from pages.drawing import downloads
from pages.katalog import indsatser, vurderinger
from pages.mobilitet import ark, oversigt, parametre, vip
from pages.navigation import registry
from pages.view import since

chosen = view.value(parametre.INDSATS)
with st.container(horizontal=True, vertical_alignment="bottom"):
    view.control(parametre.INDSATS, width=420)
    numbers_of = list(parametre.INDSATS.options())
    place = numbers_of.index(chosen)
    st.button(
        "Forrige",
        icon=":material/arrow_back:",
        disabled=place == 0,
        on_click=view.put,
        args=(parametre.INDSATS, numbers_of[max(0, place - 1)]),
    )
    st.button(
        "Næste",
        icon=":material/arrow_forward:",
        disabled=place == len(numbers_of) - 1,
        on_click=view.put,
        args=(parametre.INDSATS, numbers_of[min(len(numbers_of) - 1, place + 1)]),
    )
    st.page_link(registry.MOBILITET.script, label="Alle indsatser", icon=":material/view_list:")

row = indsatser.measure(chosen)
st.header(indsatser.name(chosen), anchor=False)
extent = "Bestemte steder" if row.omfang == "steder" else row.omfang.capitalize()
st.caption(f"{row.tema}. {extent}. Side {row.side} i kataloget.")
st.write(row.beskrivelse)
vurderinger.warnings()
since.then_and_now(lambda frames: oversigt.stars(frames, [chosen]))

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
