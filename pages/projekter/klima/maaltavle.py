"""The goals: each with its own deadline, and its state by the rule that stands below it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.tavler import vipmaal
from analytics.tavler.vipmaal import Projektmaal
from dansk import maengde, saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.navigation import addresses
from pages.projekter import parametre
from pages.projekter.klima import klimakort, maalvisning
from pages.reading import queries, sources
from pages.tavler import boards, tavleregler
from pages.tavler.boards import Card, Chip, Point, Section
from pages.tavler.tavle import Tavle, Udsnit


def headline(of: Udsnit) -> str:
    """Return the finding: how many goals the papers settle, and how many deadlines have passed unmeasured."""
    stands = vipmaal.stilling(_goals(of))
    told = f"{stands.afgjort} af {stands.antal} mål" if stands.afgjort else f"ingen af de {stands.antal} mål"
    deadlines = maengde.counted(stands.ikke_maalt, "frist", "frister") if stands.ikke_maalt else "ingen frister"
    return f"Papirerne siger for {told}, om det er nået; {deadlines} er passeret, uden at papirerne måler målet"


def _goals(of: Udsnit) -> list[Projektmaal]:
    return [goal for goal in queries.goals(of.paa) if of.valgt in ("alle", goal.projekt.projekt_id)]


def _show(of: Udsnit) -> None:
    """Show each project's goals as a card, the rule, and the same as a table."""
    goals = _goals(of)
    if view.on_projector() and of.valgt == "alle":
        _by_state(goals, headline(of))
        tavleregler.show(tavleregler.vip())
        return
    cards = []
    for project in klimakort.projects():
        sections = [_section(goal) for goal in goals if goal.projekt == project]
        if sections:
            cards.append(Card(project.projekt_id, project.titel, None, (), sections))
    boards.cards(
        "maalkort",
        cards,
        alt=headline(of),
        chooses=parametre.KLIMAPROJEKT,
    )
    tavleregler.show(tavleregler.vip())
    if not view.on_projector():
        with st.expander("De samme mål som tabel", icon=":material/table_rows:"):
            _table(goals, headline(of))


def _by_state(goals: Sequence[Projektmaal], finding: str) -> None:
    """The goals under the state that each is in, for a whole room."""
    found = []
    for art, own in vipmaal.efter_tilstand(goals).items():
        points = [
            Point(saetning.noted(f"{goal.projekt.kort_navn}: {goal.maal}", maalvisning.deadline(goal))) for goal in own
        ]
        found.append(Card("", str(len(own)), None, [Chip(art, vipmaal.NAVNE[art])], [Section("", points)]))
    boards.cards("maaltilstand", found, alt=finding)


def _section(goal: Projektmaal) -> Section:
    points = [maalvisning.point(goal, deadline=False)]
    if goal.belaeg:
        link = addresses.table("vip_maal", goal.kilde.kilde_linje)
        points.append(Point(f"Papirerne siger: {goal.belaeg.tekst}", goal.belaeg.kilde.kort, link))
    return Section(f"Mål {goal.nr}", points, maalvisning.deadline(goal))


def _table(goals: Sequence[Projektmaal], finding: str) -> None:
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
                    Cell(goal.projekt.kort_navn),
                    Cell(goal.maal),
                    Cell(goal.frist_trykt.lower() if goal.frist_trykt else "ingen frist"),
                    Cell("; ".join(filter(None, (goal.tilstand.ord, goal.tilstand.videre)))),
                    Cell(goal.maalt),
                    sources.cell(goal.kilde, "vip_maal"),
                )
            )
            for goal in goals
        ],
        alt=finding,
        cards=True,
    )


def _rows(of: Udsnit) -> pd.DataFrame:
    """The goals with their state on the day, to take away."""
    return pd.DataFrame(
        {
            "projekt": goal.projekt.kort_navn,
            "nr.": goal.nr,
            "mål": goal.maal,
            "frist": goal.frist_trykt,
            "tilstand": goal.tilstand.ord,
            "videre": goal.tilstand.videre,
            "målt i papirerne": goal.maalt,
            "kilde": goal.kilde.kilde_id,
            "linje": goal.kilde.kilde_linje,
        }
        for goal in _goals(of)
    )


TAVLE = Tavle(
    tabeller=("vip_maal",),
    dateret_af=klimakort.DATED_BY,
    fund=headline,
    vis=_show,
    raekker=_rows,
    papirer=lambda of: frozenset[str]().union(*(goal.papirer for goal in _goals(of))),
    tal=lambda frames, of: pd.Series(maalvisning.counts(frames, of), dtype=float),
    trykt=lambda of: maalvisning.printed(queries.goals(of.paa), of.valgt),
)
