"""A scenario in few words: whether it fits the money, who gains and loses most, and who is still worst served."""

from __future__ import annotations

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie.forskydning import Forskel
from analytics.scenarie.model import Scenarie
from analytics.scenarie.udregning import Udregning
from dansk.tal import capacities, number


def forslaget_er_vaegtet(grundlag: Grundlag) -> str:
    """Return what must stand beside every comparison with the proposal."""
    return (
        "Forslaget blev regnet på vægtede borgere, og vægtene er ikke offentlige "
        f"({grundlag.paastand['vaegtede-borgere'].kilde}). En forskel til forslaget er derfor ikke en fejl i det."
    )


def overskridelse(of: Udregning) -> str:
    """Return how many capacities more than the budgets are given, and of what; nothing when they are kept."""
    return " og ".join(
        f"{capacities(used.rest)} for meget i speciale {speciale}" for speciale, used in of.forbrug.items() if used.over
    )


def omtale(of: Udregning) -> str:
    """
    Return what the scenario does in its year, in plain Danish: first whether more is given than there is, then the
    largest fall in citizens per capacity against nothing new, and the worst-served area of each speciale.
    """
    people, names = borgere(of.scenarie), of.grundlag.navne
    best = of.mod_ingen_nye.vinder_mest
    gain = (
        "Ingen områder får nyt."
        if best is None
        else f"{names[best.omraade_id]} vinder mest: {number(abs(best.pct))} % færre {people} "
        f"pr. kapacitet ({best.speciale})."
    )
    first, second = (
        (names[of.noegletal[speciale].vaerst_omraade], number(of.noegletal[speciale].vaerst)) for speciale in RAEKKER
    )
    served = (
        f"Ringest dækket i {of.scenarie.aar} er {first[0]} med {first[1]} {people} pr. kapacitet ({RAEKKER[0]}) "
        f"og {second[0]} med {second[1]} ({RAEKKER[1]})."
    )
    over = overskridelse(of)
    return " ".join([*([f"Over budgettet: {over}."] if over else []), gain, served])


def mod_forslaget(of: Udregning) -> str:
    """Return who gains and who loses most against the proposal that same year; nothing where the two are the same."""
    winner, loser = of.mod_forslaget.vinder_mest, of.mod_forslaget.taber_mest
    if winner is None and loser is None:
        return ""
    gain = "ingen vinder" if winner is None else _most(winner, of.grundlag)
    loss = "ingen taber" if loser is None else _most(loser, of.grundlag)
    return f"Mod forslaget ({borgere(of.scenarie)} pr. kapacitet): {gain}; {loss}."


def _most(of: Forskel, grundlag: Grundlag) -> str:
    """Name the area that gains or loses most, and how much more or fewer citizens a capacity has there."""
    figure = f"{number(of.pct, 0 if abs(of.pct) >= 1 else 1, sign=True)}\N{NO-BREAK SPACE}%"
    return f"{grundlag.navne[of.omraade_id]} {of.udfald} mest, {figure} ({of.speciale})"


def gaver(scenarie: Scenarie, grundlag: Grundlag) -> dict[int, str]:
    """Return what a scenario gives of each speciale, most first: the areas with their new capacities."""
    most_first = sorted(scenarie.tillaeg.items(), key=lambda gift: -gift[1])
    return {
        speciale: " · ".join(
            f"{grundlag.navne[area]} {capacities(value)}" for (area, s), value in most_first if s == speciale
        )
        or "ingen"
        for speciale in RAEKKER
    }


def borgere(scenarie: Scenarie) -> str:
    """Return what those are called whom the figures per capacity are computed with."""
    return "borgere" if scenarie.vaegte is None else "vægtede borgere"
