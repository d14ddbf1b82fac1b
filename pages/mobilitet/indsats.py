"""Mobilitetsindsats: where one measure is, its stars and its price at a glance, and below that its whole sheet."""

import streamlit as st

from analytics.mobilitet import udtraek
from pages import view
from pages.drawing import downloads
from pages.frame import line
from pages.katalog import indsatser, vurderinger
from pages.mobilitet import ark, parametre, vip
from pages.navigation import registry
from pages.reading import markdown
from pages.view import since

chosen = view.value(parametre.INDSATS)
with line.filters():
    view.control(parametre.INDSATS, width=420, label_visibility="collapsed")
    for words, icon, other in (
        ("Forrige", ":material/arrow_back:", indsatser.before(chosen)),
        ("Næste", ":material/arrow_forward:", indsatser.after(chosen)),
    ):
        to = (parametre.INDSATS, chosen if other is None else other)
        st.button(words, icon=icon, disabled=other is None, on_click=view.put, args=to)
    st.page_link(registry.MOBILITET.script, label="Alle indsatser", icon=":material/view_list:")

of = indsatser.measure(chosen)
left, right = st.columns([1, 1.25], gap="medium")
with left:
    st.header(indsatser.name(chosen), anchor=False)
    ark.at_a_glance(chosen)
    since.then_and_now(lambda frames: udtraek.stjerner(frames, [chosen]))
with right:
    ark.where("hvor", [chosen])

st.write(markdown.plain(of.beskrivelse))
left, right = st.columns([1.5, 1], gap="medium")
with left:
    ark.ratings_table(chosen)
    caveats = markdown.plain(f"{vurderinger.reservation()} {vurderinger.more_caveats()}")
    st.caption(f"{vurderinger.legend()} {caveats}")
    ark.obs_and_sources(chosen)
with right:
    ark.facts_table(chosen)
    vip.same_undertaking(chosen)
    ark.places([chosen])

downloads.bar(
    f"indsats-{chosen}",
    ark.facts_download(chosen),
    tables=("mobilitet_indsats", "mobilitet_fakta"),
    selection=indsatser.name(chosen),
    printed=ark.printed(chosen),
)
ark.footer()
