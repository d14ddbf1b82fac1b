"""The goals: each with its own deadline, and its state by the rule that stands below it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analytics import papirer
from analytics.paastand import Kilde
from analytics.tavler import vipstatus
from dansk import tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.navigation import addresses
from pages.projekter import klimakort, parametre
from pages.reading import queries, sources
from pages.tavler import boards, tavleregler
from pages.tavler.boards import Card, Chip, Point, Section


def headline(paa: date, chosen: str = "alle") -> str:
    """Return the finding: how many goals the papers settle, and how many deadlines have passed unmeasured."""
    states = _goals(paa, chosen)["tilstand"]
    settled, unmeasured = states.isin(["naaet", "ikke_naaet"]).sum(), (states == "ikke_maalt").sum()
    deadlines = "1 frist" if unmeasured == 1 else f"{unmeasured or 'ingen'} frister"
    told = f"{settled} af {len(states)} mål" if settled else f"ingen af de {len(states)} mål"
    return f"Papirerne siger for {told}, om det er nået; {deadlines} er passeret, uden at papirerne måler målet"


def _goals(paa: date, chosen: str) -> pd.DataFrame:
    states = queries.goals(paa)
    return states if chosen == "alle" else states[states["projekt_id"] == chosen]


def show(paa: date, chosen: str) -> None:
    """Show each project's goals as a card, the rule, and the same as a table."""
    states = _goals(paa, chosen)
    known = queries.known_papers(paa)
    if view.on_projector() and chosen == "alle":
        _by_state(states, headline(paa))
        tavleregler.show(tavleregler.vip())
        return
    cards = []
    for project in klimakort.projects():
        own = states[states["projekt_id"] == project.projekt_id]
        if own.empty:
            continue
        sections = [_goal(row, known) for row in own.itertuples()]
        cards.append(Card(project.projekt_id, f"{project.nr} {project.kort_navn}", None, (), sections))
    boards.cards(
        "maalkort",
        cards,
        alt=headline(paa, chosen),
        chooses=parametre.KLIMAPROJEKT,
    )
    tavleregler.show(tavleregler.vip())
    if not view.on_projector():
        with st.expander("De samme mål som tabel", icon=":material/table_rows:"):
            _table(states, known, headline(paa, chosen))


def _by_state(states: pd.DataFrame, finding: str) -> None:
    """The goals under the state that each is in, for a whole room."""
    names = queries.project_names()
    found = []
    for art, name in vipstatus.NAVNE.items():
        own = states[states["tilstand"] == art]
        points = [
            Point(f"{names[row.projekt_id]}: {row.maal.removesuffix('.')} ({_deadline(row)}).")
            for row in own.itertuples()
        ]
        if points:
            found.append(Card("", str(len(points)), None, [Chip(art, name)], [Section("", points)]))
    boards.cards("maaltilstand", found, alt=finding)


def _deadline(row: Any) -> str:
    return "ingen frist" if pd.isna(row.frist_trykt) else f"frist {row.frist_trykt.lower()}"


def _goal(row: Any, known: frozenset[str]) -> Section:
    points = [klimakort.goal(row, deadline=False)]
    if row.belaeg_kilde_id in known:
        source = Kilde(row.belaeg_kilde_id, int(row.belaeg_kilde_linje))
        points.append(Point(f"Papirerne siger: {row.belaeg}", source.kort, addresses.table("vip_maal")))
    return Section(f"Mål {row.nr}", points, _deadline(row))


def _table(states: pd.DataFrame, known: frozenset[str], finding: str) -> None:
    names = queries.project_names()
    components.table(
        "maaltabel",
        (
            Column("projekt", "Projekt"),
            Column("maal", "Mål"),
            Column("frist", "Frist"),
            Column("tilstand", "Tilstand"),
            Column("maalt", "Målt i papirerne"),
            Column("kilde", "Kilde"),
        ),
        [
            Row(
                (
                    Cell(names[row.projekt_id]),
                    Cell(row.maal),
                    Cell("ingen frist" if pd.isna(row.frist_trykt) else row.frist_trykt.lower()),
                    Cell("; ".join(filter(None, dict.fromkeys((row.ord, row.videre))))),
                    Cell(_measured(row.maalt, row.belaeg_kilde_id, known)),
                    Cell(Kilde(row.kilde_id, row.kilde_linje).kort, link=addresses.table("vip_maal")),
                )
            )
            for row in states.itertuples()
        ],
        alt=finding,
        cards=True,
    )


def _measured(maalt: str, kilde_id: str | None, known: frozenset[str]) -> str:
    return maalt if kilde_id in known else "nej"


def printed(paa: date, chosen: str) -> list[sources.Printed]:
    """Return where each goal's deadline is printed."""
    names = queries.project_names()
    return [
        sources.Printed(
            f"{names[row.projekt_id]}, mål {row.nr}",
            tal.UNKNOWN if pd.isna(row.frist_trykt) else row.frist_trykt,
            "vip_maal",
            row.kilde_id,
            row.kilde_linje,
        )
        for row in _goals(paa, chosen).itertuples()
    ]


def papers(paa: date, chosen: str) -> frozenset[str]:
    """Return the papers that the goals and their states rest on."""
    return papirer.henvist(_goals(paa, chosen)) & queries.known_papers(paa)


def download(paa: date, chosen: str) -> pd.DataFrame:
    """Return the goals with their state on the day, to take away."""
    states = _goals(paa, chosen)
    names = queries.project_names()
    known = queries.known_papers(paa)
    return pd.DataFrame(
        {
            "projekt": states["projekt_id"].map(names),
            "nr.": states["nr"],
            "mål": states["maal"],
            "frist": states["frist_trykt"],
            "tilstand": states["ord"],
            "videre": states["videre"],
            "målt i papirerne": [_measured(row.maalt, row.belaeg_kilde_id, known) for row in states.itertuples()],
            "kilde": states["kilde_id"],
            "linje": states["kilde_linje"],
        }
    )
