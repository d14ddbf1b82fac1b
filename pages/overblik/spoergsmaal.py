"""The five questions that people come with: each a large link with the beginning of its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from analytics import overblik
from analytics.begreber import FIRST_YEAR
from analytics.pendling import fund as pendlingsfund
from analytics.pendling.billede import mest_rejsende
from analytics.pendling.stroemme import bevaegelser
from analytics.tabeller import Frames
from analytics.tavler import vipmaal
from dansk import saetning, tal
from pages.navigation import registry
from pages.navigation.registry import Page
from pages.reading import clock, queries


@dataclass(frozen=True)
class Spoergsmaal:
    """A question, what can be said of it in a few words, and the view that answers it."""

    ord: str
    svar: str
    side: Page
    valg: Mapping[str, str] = field(default_factory=dict)


@queries.kept(16)
def every(of_version: str, paa: date) -> tuple[Spoergsmaal, ...]:
    """Return the five on a day, in the order that a meeting asks them."""
    frames = queries.frames(of_version)
    return (
        Spoergsmaal("Hvor er det sværest?", _where(frames), registry.KAPACITET),
        Spoergsmaal("Hvad hvis …?", _what_if(frames), registry.SCENARIE),
        Spoergsmaal("Hvor tager patienterne hen?", _travel(), registry.PENDLING),
        Spoergsmaal(
            "Hvad får vi for 5 mia.?",
            f"{len(frames['mobilitet_indsats'])} mobilitetsindsatser at vælge mellem.",
            registry.MOBILITET,
            {"fane": "regn", "regn": "pakke", "beloeb": "5"},
        ),
        Spoergsmaal("Hvordan går projekterne?", _goals(paa), registry.KLIMA),
    )


def show() -> None:
    """Show the questions as large links."""
    with st.container(key="spoergsmaal", gap="small"):
        for each in every(clock.today()):
            with st.container(gap=None):
                st.page_link(each.side.script, label=f"**{each.ord}**", query_params=dict(each.valg))
                st.caption(each.svar)


def _where(frames: Frames) -> str:
    above = overblik.above_limit(frames, 51, FIRST_YEAR)
    names = saetning.listed([queries.area_names()[area] for area in above.omraader])
    limit = f"over {tal.number(above.graense)} borgere pr. kapacitet"
    return f"{names} har {limit}." if names else f"Ingen områder har {limit}."


def _what_if(frames: Frames) -> str:
    new = tal.number(overblik.new_capacities(frames), 1)
    return f"Forslaget giver {new} nye kapaciteter. De kan lægges andre steder."


@queries.kept()
def _travel(of_version: str) -> str:
    areas = bevaegelser(queries.commuting.of(of_version))
    place = mest_rejsende(areas)
    found = pendlingsfund.pendlingsfund(areas[place])
    if found is None:
        return ""
    kommune = not bool(queries.areas().set_index("omraade_id").loc[place, "er_bydel"])
    return f"{pendlingsfund.saetning(found, queries.area_names()[place], er_kommune=kommune)}."


def _goals(paa: date) -> str:
    goals = [goal for goal in queries.goals(paa) if goal.projekt.omraade == "klima"]
    stands = vipmaal.efter_tilstand(goals)
    late, unmeasured = (len(stands.get(art, ())) for art in ("ikke_naaet", "ikke_maalt"))
    return f"{late} af {len(goals)} klimamål er ikke nået til fristen; for {unmeasured} er den passeret uden måling."
