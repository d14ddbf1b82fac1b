"""A goal of a klima project as a line with its deadline, its state and what carries it on; and where it is printed."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.tabeller import Frames
from analytics.tavler import vipmaal
from analytics.tavler.vipmaal import Projektmaal
from dansk import tal
from pages.navigation import addresses
from pages.reading import sources
from pages.tavler.boards import Chip, Point
from pages.tavler.tavle import Udsnit


def point(goal: Projektmaal, *, deadline: bool = True) -> Point:
    """Return a goal with its deadline, its state and what carries it on."""
    state = goal.tilstand
    states = [Chip(state.art, state.ord), *([Chip("videre", state.videre)] if state.videre else [])]
    due = f"Frist: {goal.frist_trykt.lower()}." if goal.frist_trykt else "Målet har ingen frist."
    return Point(
        goal.maal,
        goal.kilde.kort,
        addresses.table("vip_maal", goal.kilde.kilde_linje),
        due if deadline else None,
        states,
    )


def deadline(goal: Projektmaal) -> str:
    """Return a goal's deadline in the paper's own words."""
    return f"frist {goal.frist_trykt.lower()}" if goal.frist_trykt else "ingen frist"


def counts(frames: Frames, of: Udsnit) -> dict[str, int]:
    """Return how many goals of each project, or of the chosen one, are in each state in one version's tables."""
    return {
        f"{project.kort_navn}, mål: {vipmaal.NAVNE[art].removesuffix(' i …')}": count
        for project, states in vipmaal.optalt(frames, "klima", of.paa).items()
        if of.valgt in ("alle", project.projekt_id)
        for art, count in states.items()
    }


def printed(goals: Iterable[Projektmaal], chosen: str) -> list[sources.Printed]:
    """Return where the deadline of each goal of the chosen project, or of all, is printed."""
    return [
        sources.printed(
            f"{goal.projekt.kort_navn}, mål {goal.nr}", goal.frist_trykt or tal.UNKNOWN, goal.kilde, "vip_maal"
        )
        for goal in goals
        if chosen in ("alle", goal.projekt.projekt_id)
    ]
