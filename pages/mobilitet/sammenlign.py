"""Mobilitetsindsatser: 33 measures laid side by side, and never called better than their catalogue does."""

import streamlit as st

from analytics.mobilitet import udtraek
from pages import view
from pages.frame import line, notices
from pages.katalog import vurderinger
from pages.mobilitet import filtre, oversigt, parametre, regn, side_om_side, udvikling
from pages.view import since

large = view.on_projector()
with line.filters():
    tab = view.choose(parametre.FANE, st.segmented_control, required=True, label_visibility="collapsed")
    if tab == "regn":
        with st.popover("Vis kun nogle", icon=":material/filter_alt:"):
            st.caption("Pladserne er stadig blandt alle. Pakken og det, der afgør toppen, har også alle indsatser.")
            shown = filtre.show()
    elif tab == "oversigt" and large:
        shown = filtre.theme_by_theme()
vurderinger.warnings()
if tab == "oversigt":
    if large:
        main = st.container()
    else:
        side, main = st.columns([1, 3.4], gap="medium")
        with side:
            shown = filtre.show()
            with line.filters("filtre-grupper"):
                view.choose(parametre.GRUPPER, st.segmented_control, required=True)
    with main:
        if shown:
            st.header(oversigt.headline(shown), anchor=False)
            since.then_and_now(lambda frames: udtraek.stjerner(frames, shown))
            oversigt.show(shown)
        else:
            notices.empty(filtre.NOTHING_LEFT)
    udvikling.show()
else:
    since.then_and_now(lambda frames: udtraek.stjerner(frames, filtre.catalogue().indsatser))
    if tab == "side":
        side_om_side.show()
    else:
        regn.show(shown)
