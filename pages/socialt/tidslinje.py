"""A matter's events and deadlines on one scale of years, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics.socialt.forloeb import Sag, Sagshaendelse, haendelser
from dansk import dato
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.navigation import addresses
from pages.reading import clock, queries, sources
from pages.tavler import boards
from pages.tavler.boards import Axis, Form, Lane, ScaleRow, Span

_TABLE = "social_haendelse"
_KINDS = {"moede": "møde", "aendring": "ændring"}


def show(sag: Sag, *, folded: bool = False) -> None:
    """Show a matter's events; `folded` where they stand in a box already, which then has the table too."""
    events = haendelser(queries.tables(), sag)
    first, last = min(each.fra for each in events).year, max(each.til for each in events).year
    today = clock.today()
    boards.scale(
        f"forloeb-{sag}",
        "Hvem og hvad",
        [
            ScaleRow(
                f"{each.hvem}: {each.hvad}",
                [Lane([Span(each.fra.toordinal(), each.til.toordinal(), _form(each, today))], _label(each, today))],
                each.kilde.kort,
                addresses.table(_TABLE, each.kilde.kilde_linje),
            )
            for each in events
        ],
        Axis.of_years(first, max(last, today.year)),
        alt=f"Forløbet, {first}-{last}: {'; '.join(f'{when(each)}, {each.hvad}' for each in events)}",
        line=(today.toordinal(), f"I dag: {dato.day(today)}"),
    )
    ahead = any(_is_ahead(each, today) for each in events)
    st.caption(
        "Den røde streg er i dag. En bleg bjælke er den tid, som begivenheden kan ligge i."
        + (" En stiplet bjælke er ventet." if ahead else "")
    )
    if not view.on_projector():
        with st.container() if folded else st.expander("Forløbet som tabel", icon=":material/table_rows:"):
            _table(sag, events, today)
        _take_away(sag, events)


def when(of: Sagshaendelse) -> str:
    """Return when an event was, no more precise than it is printed."""
    if of.praecision == "periode":
        return f"{dato.day(of.fra, 'maaned')} – {dato.day(of.til, 'maaned')}"
    return dato.day(of.fra, of.praecision)


def _is_ahead(of: Sagshaendelse, today: date) -> bool:
    return of.fra > today


def _label(of: Sagshaendelse, today: date) -> str:
    if of.art == "frist":
        return f"Frist: {when(of)}"
    return f"{when(of)} (ventet)" if _is_ahead(of, today) else when(of)


def _form(of: Sagshaendelse, today: date) -> Form:
    if _is_ahead(of, today):
        return "ventet"
    return "sikker" if of.praecision in ("dag", "periode") else "usikker"


def _table(sag: Sag, events: Sequence[Sagshaendelse], today: date) -> None:
    components.table(
        f"forloeb-tabel-{sag}",
        (
            Column("hvornaar", "Hvornår"),
            Column("hvem", "Hvem"),
            Column("hvad", "Hvad"),
            Column("art", "Slags"),
            Column("kilde", "Kilde"),
        ),
        [
            Row(
                (
                    Cell(when(each), each.fra.isoformat()),
                    Cell(each.hvem),
                    Cell(each.hvad),
                    Cell(_KINDS.get(each.art, each.art) + (" (ventet)" if _is_ahead(each, today) else "")),
                    sources.cell(each.kilde, _TABLE),
                )
            )
            for each in events
        ],
        alt="Forløbet, begivenhed for begivenhed",
        cards=True,
    )


def _take_away(sag: Sag, events: Sequence[Sagshaendelse]) -> None:
    papers = {each.kilde.kilde_id for each in events}
    downloads.bar(
        f"forloeb-{sag}",
        rows(events),
        tables=(_TABLE,),
        selection="Forløb og frister",
        printed=[sources.printed(each.hvad, when(each), each.kilde, _TABLE) for each in events],
        kilder=papers,
        called="forløbet",
    )
    st.caption(sources.numbers(papers))


def rows(events: Sequence[Sagshaendelse]) -> pd.DataFrame:
    """Return the events to take away."""
    return pd.DataFrame(
        {
            "hvornår": when(each),
            "hvem": each.hvem,
            "hvad": each.hvad,
            "slags": _KINDS.get(each.art, each.art),
            "kilde": each.kilde.kilde_id,
            "linje": each.kilde.kilde_linje,
        }
        for each in events
    )
