"""Mobilitetsindsatser: 33 measures laid side by side, and never called better than their catalogue does."""

import streamlit as st

from analytics.mobilitet import udtraek
from pages import view
from pages.frame import line, notices
from pages.katalog import vurderinger
from pages.mobilitet import filtre, oversigt, parametre, regn, side_om_side, udvikling
from pages.view import since

with line.filters():
    tab = view.choose(parametre.FANE, st.segmented_control, required=True, label_visibility="collapsed")
    if tab == "oversigt":
        shown = filtre.theme_by_theme() if view.on_projector() else filtre.show(grouped=True)
    elif tab == "side":
        shown = side_om_side.choose()
    else:
        view.choose(parametre.REGN, st.segmented_control, required=True, label_visibility="collapsed")
        shown = filtre.in_a_box()
if tab == "oversigt":
    if shown:
        st.header(oversigt.headline(shown), anchor=False)
        vurderinger.warning()
        since.then_and_now(lambda frames: udtraek.stjerner(frames, shown))
        oversigt.show(shown)
    else:
        notices.empty(filtre.NOTHING_LEFT)
    udvikling.show()
elif tab == "side":
    side_om_side.show(shown)
else:
    regn.show(shown)
