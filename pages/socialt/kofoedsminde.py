"""Kofoedsminde: what the agency asks of the kommuner, by when, and what everybody says of it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from analytics.socialt.forloeb import Sagshaendelse, frist, haendelser
from dansk import dato
from pages import view
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
    if not view.on_projector():
        fortalt.views("kofoedsminde", "Hvem siger hvad")
        fortalt.footer(("social_haendelse", "social_synspunkt"), {each.kilde.kilde_id for each in events})


def headline(deadline: Sagshaendelse, today: date) -> str:
    """Return the finding: when the kommuner's common answer is due, or was."""
    runs = "udløb" if deadline.til < today else "udløber"
    return f"Kofoedsminde: Fristen for kommunernes fælles løsning {runs} {dato.day(deadline.til)}"
