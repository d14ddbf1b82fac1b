"""The script of the app: every page, and the frame around it."""

import streamlit as st

from pages.frame import frame
from pages.fysioterapi import parametre as fysioterapi
from pages.kommune import parametre as kommune
from pages.mobilitet import parametre as mobilitet
from pages.om import parametre as om
from pages.projekter import parametre as projekter
from pages.view import kinds, parameters

st.set_page_config(page_title="KKR Overblik", page_icon=frame.ICON, layout="wide")

page = st.navigation(
    {
        "": [
            st.Page("pages/overblik/forside.py", title="Overblik", icon=":material/home:", default=True),
            st.Page(
                "pages/kommune/min_kommune.py",
                title="Min kommune",
                icon=":material/location_city:",
                url_path="min-kommune",
            ),
        ],
        "Fysioterapi": [
            st.Page(
                "pages/fysioterapi/kapacitet/side.py",
                title="Kapacitet og klinikker",
                icon=":material/map:",
                url_path="fysioterapi-kapacitet",
            ),
            st.Page(
                "pages/fysioterapi/scenarie/side.py",
                title="Scenarie for nye ydernumre",
                icon=":material/tune:",
                url_path="fysioterapi-scenarie",
            ),
        ],
        "Mobilitet": [
            st.Page(
                "pages/mobilitet/sammenlign.py",
                title="Mobilitetsindsatser",
                icon=":material/grid_on:",
                url_path="mobilitet-sammenlign",
            ),
            st.Page(
                "pages/mobilitet/indsats.py",
                title="Indsatsens ark",
                icon=":material/article:",
                url_path="mobilitet-indsats",
            ),
        ],
        "Projekter": [
            st.Page("pages/projekter/klima.py", title="Klima-VIP", icon=":material/eco:", url_path="vip-klima"),
            st.Page(
                "pages/projekter/infrastruktur.py",
                title="Infrastruktur-VIP",
                icon=":material/train:",
                url_path="vip-infrastruktur",
            ),
            st.Page(
                "pages/projekter/resultatmaal.py",
                title="Resultatmål og kommunetal",
                icon=":material/flag:",
                url_path="resultatmaal",
            ),
        ],
        "Om tallene": [
            st.Page("pages/om/kilder.py", title="Kilder", icon=":material/description:", url_path="kilder"),
            st.Page(
                "pages/om/kildekontrol.py",
                title="Kildekontrol",
                icon=":material/fact_check:",
                url_path="kildekontrol",
            ),
            st.Page("pages/om/metode.py", title="Metode", icon=":material/function:", url_path="metode"),
        ],
    },
    position="top",
)

with frame.around(page, kinds.declared_in(parameters, kommune, fysioterapi, mobilitet, projekter, om)):
    page.run()
