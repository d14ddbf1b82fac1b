"""The script of the app: every page of the registry, and the frame around it."""

import streamlit as st

from pages.frame import frame
from pages.fysioterapi import parametre as fysioterapi
from pages.kommune import parametre as kommune
from pages.kommunetal import parametre as kommunetal
from pages.mobilitet import parametre as mobilitet
from pages.moeder import parametre as moeder
from pages.navigation import menu, registry
from pages.om import parametre as om
from pages.projekter import parametre as projekter
from pages.resultatmaal import parametre as resultatmaal
from pages.server import hooks
from pages.socialt import parametre as socialt
from pages.tavler import parametre as tavler
from pages.view import kinds, parameters

# Before the menu: without an icon of the app's own the browser is told to fetch the page's from elsewhere.
st.set_page_config(page_icon=frame.ICON, layout="wide")

page = st.navigation(menu.entries(), position="top")
chosen = registry.at(page.url_path)
st.set_page_config(page_title=chosen.tab)

known = kinds.declared_in(
    *(parameters, tavler, kommunetal, kommune, moeder, fysioterapi, mobilitet, projekter, resultatmaal, socialt, om),
)

with frame.around(chosen, known, returned=hooks.went_back_or_forward()):
    page.run()
