"""The script of the app: every page of the registry, and the frame around it."""

import streamlit as st

from pages.frame import frame
from pages.fysioterapi import parametre as fysioterapi
from pages.kommune import parametre as kommune
from pages.mobilitet import parametre as mobilitet
from pages.moeder import parametre as moeder
from pages.navigation import registry
from pages.om import parametre as om
from pages.projekter import parametre as projekter
from pages.server import hooks
from pages.socialt import parametre as socialt
from pages.tavler import parametre as tavler
from pages.view import kinds, parameters

st.set_page_config(page_title="KKR Overblik", page_icon=frame.ICON, layout="wide")

page = st.navigation(
    {
        section: [
            st.Page(
                page.script,
                title=page.title,
                icon=page.icon,
                url_path=page.address,
                default=page is registry.OVERBLIK,
            )
            for page in pages
        ]
        for section, pages in registry.sections().items()
    },
    position="top",
)

known = kinds.declared_in(parameters, tavler, kommune, moeder, fysioterapi, mobilitet, projekter, socialt, om)

with frame.around(page, known, returned=hooks.went_back_or_forward()):
    page.run()
