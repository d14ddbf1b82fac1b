"""The timeline of a board: decisions, meetings and reports on one scale of years, and the reports that were due."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analytics import papirer
from analytics.paastand import Kilde
from analytics.tavler import vipstatus
from dansk import dato
from pages import components, view
from pages.components import Cell, Column, Row
from pages.navigation import addresses
from pages.projekter import alder
from pages.reading import queries
from pages.tavler import boards
from pages.tavler.boards import Form, Lane, ScaleRow, Span

_KINDS = {
    "beslutning": "beslutning",
    "start": "start",
    "moede": "møde",
    "rapport": "rapport",
    "slut": "slut",
    "videre": "ført videre",
}
_TABLE = "vip_haendelse"


def _events(omraade: str, paa: date, chosen: str) -> pd.DataFrame:
    events = vipstatus.haendelser(queries.tables(), omraade, paa)
    return events if chosen == "alle" else events[events["projekt_id"].isna() | (events["projekt_id"] == chosen)]


def _due(omraade: str, paa: date) -> list[tuple[date, date, bool]]:
    """The reports that were due by then: first and last day, and whether the papers known by then hold one of them."""
    frames = queries.tables()
    told = _statuses(omraade, paa)
    told = told[told["dato_praecision"] != "aar"]
    days = {
        (row.dato.date(), papirer.sidste_dag(row.dato.date(), row.dato_praecision))
        for row in told.drop_duplicates("dato").itertuples()
    }
    windows = vipstatus.rapporter(frames["vip_projekt"], frames["vip_haendelse"], omraade)
    return [
        (first, last, any(since >= first and until <= last for since, until in days))
        for first, last in windows
        if first <= paa
    ]


def _statuses(omraade: str, paa: date) -> pd.DataFrame:
    """The statuses of a board's projects in the papers known by then."""
    frames = queries.tables()
    own = frames["vip_projekt"].query("omraade == @omraade")["projekt_id"]
    told = papirer.kendt(frames["vip_status"], frames["kilde"], paa)
    return told[(told["art"] == "status") & told["projekt_id"].isin(own)]


def headline(omraade: str, paa: date) -> str:
    """Return the finding: how many reports were due, and how many of them the papers hold."""
    frames = queries.tables()
    due = _due(omraade, paa)
    if due:
        held = sum(found for *_, found in due)
        return f"{len(due)} halvårlige rapporter faldt i perioden; papirerne har {held or 'ingen'} af dem"
    projects = frames["vip_projekt"].query("omraade == @omraade")
    since = projects["fra_aar"].min()
    if pd.isna(projects["rapportering_mdr"]).all() or omraade == "klima":
        return f"{len(projects)} projekter begynder i {since}; ingen rapport er forfalden endnu"
    every = alder.every(projects["rapportering_mdr"].max())
    told = _statuses(omraade, paa)["projekt_id"].nunique()
    known = f"status for {told} af de {len(projects)} projekter" if told else "ingen af rapporterne"
    return f"Projekterne er fra {since}, og der rapporteres {every}; papirerne har {known}"


def show(omraade: str, paa: date, chosen: str) -> None:
    """Show the timeline and the same as a table."""
    events, due, finding = _events(omraade, paa, chosen), _due(omraade, paa), headline(omraade, paa)
    first = int(events["fra_dato"].min().year)
    last = max(int(papers.dato.year) for papers in papirer.dokumenter(queries.tables()))
    start, span = date(first, 1, 1), (date(last + 1, 1, 1) - date(first, 1, 1)).days

    def at(day: date) -> float:
        return (day - start).days / span

    rows = _reporting(omraade, due, at) + [_row(event, at, paa) for event in events.itertuples()]
    years = range(first, last + 1)
    boards.scale(
        f"tid-{omraade}",
        "Hvad skete, og hvor det står",
        rows,
        [((year - first) / len(years), str(year)) for year in years],
        alt=f"{finding}. Tidslinje {first}-{last}.",
        line=(at(paa), f"Dagen, der vises: {dato.day(paa)}") if paa.year <= last else None,
    )
    st.caption(
        "En bleg bjælke er den tid, som begivenheden kan ligge i, når papiret kun har måned, årstid eller år. "
        "En stiplet bjælke var ventet, da papiret blev skrevet. "
        + ("Den røde streg er den dag, der vises. " if paa.year <= last else "")
        + ("En fyldt rapport er med i papirerne; en tom skulle falde da." if due else "")
    )
    if not view.on_projector():
        with st.expander("Tidslinjen som tabel", icon=":material/table_rows:"):
            _table(events, finding)


def _reporting(omraade: str, due: list[tuple[date, date, bool]], at: Any) -> list[ScaleRow]:
    if not due:
        return []
    project = queries.tables()["vip_projekt"].query("omraade == @omraade").iloc[0]
    spans = [Span(at(since), at(until), "rapporteret" if found else "rapport") for since, until, found in due]
    return [
        ScaleRow(
            "Rapporter, der skulle falde",
            [Lane(spans, f"{sum(found for *_, found in due)} af {len(due)}")],
            Kilde(project["kilde_id"], int(project["rapportering_linje"])).kort,
            addresses.table("vip_projekt"),
            None if view.on_projector() else project["rapportering"],
        )
    ]


def when(event: Any) -> str:
    """Return when an event was, no more precise than it is known."""
    precision = event.dato_praecision
    if precision == "dag" and event.fra_dato != event.til_dato:
        return f"{dato.day(event.fra_dato)} – {dato.day(event.til_dato)}"
    return dato.day(event.fra_dato, precision)


def _what(event: Any) -> str:
    """What happened, after the project that it happened to where it was one of the infrastructure projects."""
    if event.omraade == "klima" or pd.isna(event.projekt_id):
        return str(event.hvad)
    names = queries.project_names()
    return f"{names[event.projekt_id]}: {event.hvad}"


def _row(event: Any, at: Any, paa: date) -> ScaleRow:
    # A period that the papers planned is not over on the day.
    planned = event.dato_praecision == "dag" and at(event.til_dato.date()) > at(paa)
    form: Form = "ventet" if event.ventet or planned else "sikker" if event.dato_praecision == "dag" else "usikker"
    since, until = event.fra_dato.date(), event.til_dato.date()
    return ScaleRow(
        _what(event),
        [Lane([Span(at(since), at(until), form)], f"{when(event)}{' (ventet)' if event.ventet else ''}")],
        Kilde(event.kilde_id, event.kilde_linje).kort,
        addresses.table(_TABLE),
    )


def _table(events: pd.DataFrame, finding: str) -> None:
    components.table(
        "tidstabel",
        (Column("hvornaar", "Hvornår"), Column("hvad", "Hvad"), Column("art", "Slags"), Column("kilde", "Kilde")),
        [
            Row(
                (
                    Cell(when(event), event.fra_dato.isoformat()),
                    Cell(_what(event)),
                    Cell(_KINDS[event.art] + (" (ventet)" if event.ventet else "")),
                    Cell(Kilde(event.kilde_id, event.kilde_linje).kort, link=addresses.table(_TABLE)),
                )
            )
            for event in events.itertuples()
        ],
        alt=finding,
        cards=True,
    )


def download(omraade: str, paa: date, chosen: str) -> pd.DataFrame:
    """Return the timeline, to take away."""
    events = _events(omraade, paa, chosen)
    return pd.DataFrame(
        {
            "hvornår": [when(event) for event in events.itertuples()],
            "hvad": [_what(event) for event in events.itertuples()],
            "slags": events["art"].map(_KINDS),
            "ventet": events["ventet"].map({True: "ja", False: "nej"}),
            "kilde": events["kilde_id"],
            "linje": events["kilde_linje"],
        }
    )
