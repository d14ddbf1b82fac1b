"""Kofoedsminde: what the agency asks of the kommuner, by when, and what everybody says of it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from analytics.socialt.forloeb import Sagshaendelse, frist, haendelser
from dansk import dato
from pages import view
from pages.navigation import registry
from pages.reading import clock, queries
from pages.socialt import fortalt, tidslinje


def show() -> None:
    """Show the deadline, the course on one scale, and who says what."""
    events = haendelser(queries.tables(), "kofoedsminde")
    st.header(headline(frist(events), clock.today()), anchor=False)
    st.caption(
        "Hele landets eneste sikrede institution for voksne med udviklingshæmning og dom. Ingen af papirerne siger, "
        "hvad kommunernes svar blev."
    )
    tidslinje.show("kofoedsminde")
    _at_the_meeting(frist(events))
    if not view.on_projector():
        fortalt.views("kofoedsminde", "Hvem siger hvad")
        fortalt.footer(("social_haendelse", "social_synspunkt"), {each.kilde.kilde_id for each in events})


def _at_the_meeting(deadline: Sagshaendelse) -> None:
    """Lead on to the item of the meeting whose task has the deadline."""
    today = clock.today()
    due = [task for task in queries.tasks(today) if task.emne == "socialt" and task.frist == deadline.til]
    for item in (queries.items(today)[task.punkt] for task in due if task.punkt):
        st.page_link(
            registry.MOEDER.script,
            label=f"Punkt {item.nr} på KKR's møde" if item.nr else "Punktet på KKR's møde",
            icon=":material/event:",
            query_params={"moedetavle": "punkter", "moede": item.kilde.kilde_id, "moedeemne": item.emne},
        )


def headline(deadline: Sagshaendelse, today: date) -> str:
    """Return the finding: when the kommuner's common answer is due, or was."""
    runs = "udløb" if deadline.til < today else "udløber"
    return f"Kofoedsminde: Fristen for kommunernes fælles løsning {runs} {dato.day(deadline.til)}"
