"""A scenario in few words: whether it fits the money, who gains and loses most, and who is still worst served."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie.model import Scenarie, forslag
from analytics.scenarie.noegletal import forbrug, noegletal
from analytics.scenarie.regning import regn, vindere_og_tabere
from dansk.tal import capacities, number


def forslaget_er_vaegtet(grundlag: Grundlag) -> str:
    """Return what must stand beside every comparison with the proposal."""
    return (
        "Forslaget blev regnet på vægtede borgere, og vægtene er ikke offentlige "
        f"({grundlag.paastand['vaegtede-borgere'].kilde}). En forskel til forslaget er derfor ikke en fejl i det."
    )


def overskridelse(scenarie: Scenarie, grundlag: Grundlag) -> str:
    """Return how many capacities more than the budgets are given, and of what; nothing when they are kept."""
    over = [
        f"{capacities(-used.tilbage)} for meget i speciale {speciale}"
        for speciale, used in forbrug(scenarie, grundlag).items()
        if used.tilbage < 0
    ]
    return " og ".join(over)


def omtale(scenarie: Scenarie, grundlag: Grundlag) -> str:
    """
    Return what the scenario does in its year, in plain Danish: first whether more is given than there is, then the
    largest fall in citizens per capacity against nothing new, and the worst-served area of each speciale.
    """
    people = _people(scenarie)
    result = regn(scenarie, grundlag)
    with np.errstate(invalid="ignore"):
        fall = np.where(result.tillaeg > 0, 100 * (1 - result.pr / result.pr_foer), 0.0)
    row, best = divmod(int(fall.argmax()), len(grundlag.omraader))
    if fall[row, best] > 0:
        gain = (
            f"{grundlag.navne[grundlag.omraader[best]]} vinder mest: {number(fall[row, best])} % færre {people} "
            f"pr. kapacitet ({RAEKKER[row]})."
        )
    else:
        gain = "Ingen områder får nyt."
    worst = noegletal(scenarie, grundlag)
    first, second = (
        (grundlag.navne[worst[speciale].vaerst_omraade], number(worst[speciale].vaerst)) for speciale in RAEKKER
    )
    served = (
        f"Ringest dækket i {scenarie.aar} er {first[0]} med {first[1]} {people} pr. kapacitet ({RAEKKER[0]}) "
        f"og {second[0]} med {second[1]} ({RAEKKER[1]})."
    )
    over = overskridelse(scenarie, grundlag)
    return " ".join([*([f"Over budgettet: {over}."] if over else []), gain, served])


def mod_forslaget(scenarie: Scenarie, grundlag: Grundlag) -> str:
    """Return who gains and who loses most against the proposal that same year; nothing where the two are the same."""
    against = vindere_og_tabere(scenarie, replace(scenarie, tillaeg=forslag(grundlag).tillaeg), grundlag)
    winners, losers = (against[against["udfald"] == outcome] for outcome in ("vinder", "taber"))
    if winners.empty and losers.empty:
        return ""
    gain = "ingen vinder" if winners.empty else _most(winners.iloc[0], "vinder", grundlag)
    loss = "ingen taber" if losers.empty else _most(losers.iloc[-1], "taber", grundlag)
    return f"Mod forslaget ({_people(scenarie)} pr. kapacitet): {gain}; {loss}."


def _most(row: pd.Series, outcome: str, grundlag: Grundlag) -> str:
    """Name the area of a row of `vindere_og_tabere`, and how much more or fewer citizens a capacity has there."""
    change = float(row["forskel_pct"])
    figure = f"{'+' if change > 0 else ''}{number(change, 0 if abs(change) >= 1 else 1)}\N{NO-BREAK SPACE}%"
    return f"{grundlag.navne[row['omraade_id']]} {outcome} mest, {figure} ({row['speciale']})"


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


def _people(scenarie: Scenarie) -> str:
    return "borgere" if scenarie.vaegte is None else "vægtede borgere"
