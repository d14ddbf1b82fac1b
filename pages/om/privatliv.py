"""Privatliv: what is kept of whom, where, and for how long; only what holds on this server is said."""

import streamlit as st

from pages import components
from pages.access import login
from pages.access.settings import access
from pages.components import Cell, Column, Row
from pages.frame import paper

settled = access()

st.header("Siden gemmer intet om dem, der ser den", anchor=False)
st.write(
    "Intet hentes fra andre end denne server, og intet måles om besøget. Det, du vælger, står i linket. Serveren "
    "husker det, mens siden er åben, og et kvarter efter."
)
if settled.closed:
    st.write("Siden kræver login. Det sker hos jeres egen login-tjeneste.")

kept = [
    ("kkr_proces", "«a» eller «b»: hvilken del af serveren der viser siden", "til browseren lukkes"),
    ("_streamlit_xsrf", "et tilfældigt tal, så andre sider ikke kan sende noget på dine vegne", "til browseren lukkes"),
]
if settled.login:
    kept += [
        ("_streamlit_user", "hvem du er logget ind som, hvornår, og om du må lægge ind", f"{login.HOURS} timer"),
        ("_streamlit_session", "tilfældige tal, mens du logger ind", "til du er logget ind, højst 14 dage"),
        ("kkr_tilbage", "den visning, du kom fra, mens du logger ind", "10 minutter"),
    ]
kept += [
    ("kkr-udgave", "ingen cookie: den udgave, fanen sidst hentede sig selv til", "til fanen lukkes"),
    ("stActiveTheme", "ingen cookie: om siden er lys eller mørk", "til du selv sletter det"),
    ("stSidebarSectionsState", "ingen cookie: hvad der er foldet ud i menuen", "til du selv sletter det"),
]
with paper.unfolds("browser", "I din browser"):
    components.table(
        "gemt",
        (Column("navn", "Cookie"), Column("indhold", "Hvad den siger"), Column("tid", "Hvor længe")),
        [Row(tuple(map(Cell, each))) for each in kept],
        alt="Hvad siden gemmer i browseren, hvad det siger, og hvor længe",
        height=360,
        cards=True,
    )
    st.write("Det er der alt sammen, for at siden virker, og ikke for at følge nogen. Derfor spørger den ikke om lov.")

with paper.unfolds("server", "På serveren"):
    st.write(
        "- **Loggen** har tid, side, svar og varighed. Den siger hverken, hvem der spurgte, eller hvad der var valgt. "
        "Går noget alvorligt galt, kan fejlloggen nævne den netadresse (IP), det skete for.\n"
        "- **Lagt ind af embedsmænd:** hver gang noget lægges ind, skrives det, hvad det var, hvornår, og hvem der var "
        "logget ind. Det bliver stående, også når tallene er taget ud igen, og kun de, der må lægge ind, kan se det.\n"
        "- **Filer**, der lægges op, læses og ligger i hukommelsen, til højst et kvarter efter, at siden er lukket."
    )
