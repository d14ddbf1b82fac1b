"""What a comparison of two scenarios comes to, in lines of at most twelve words and two numbers."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.scenarie.forskydning import Forskel
from analytics.scenarie.modpart import NAVNE, Modpart
from analytics.scenarie.noegletal import Forbrug
from analytics.scenarie.virkning import Virkning
from dansk.maengde import counted, quantity
from dansk.saetning import begun
from dansk.tal import capacities, number

SOM: Mapping[Modpart, str] = {"forslaget": "i forslaget", "ingen": "uden nye"}
"""What is compared with, as it stands after «bedre end» and «som»."""


def som(navn: str) -> str:
    """
    Return a scenario of that name as it stands after «bedre end»: people's own names in quotation marks.

    >>> som("Sydvest først"), som("Ingen nye")
    ('i «Sydvest først»', 'uden nye')
    """
    ours = {begun(name): SOM[modpart] for modpart, name in NAVNE.items()}
    return ours.get(navn, f"i «{navn}»")


def hvor_mange(of: Virkning, mod: str) -> str:
    """Return how many citizens get it better and worse; `mod` is what is compared with, as in `SOM`."""
    better, worse = _people(of.bedre), _people(of.ringere)
    if of.bedre and of.ringere:
        return f"{better} får det bedre end {mod}, {number(of.ringere)} får det ringere."
    if of.bedre:
        return f"{better} får det bedre end {mod}, ingen ringere."
    if of.ringere:
        return f"{worse} får det ringere end {mod}, ingen bedre."
    return f"Alle borgere har det som {mod}."


def hvem_mest(of: Virkning, navne: Mapping[str, str]) -> str:
    """Return who gains and who loses most; nothing where nobody does either."""
    gain = f"mest vinder {_with_change(of.vindere[0], navne)}" if of.vindere else ""
    loss = f"mest taber {_with_change(of.tabere[0], navne)}" if of.tabere else ""
    said = ", ".join(filter(None, (gain, loss)))
    return f"{begun(said)}." if said else ""


def over_budgettet(of: Forbrug) -> str:
    """
    Return by how much a speciale's budget is exceeded, in capacities and in kroner; nothing where it is kept.

    Kroner are a year's, at full use: those over the frame where it too is exceeded, else those of the capacities that
    are too many.
    """
    over = f"{quantity(-of.tilbage_kr, 'kr')} om året over rammen" if of.over_kr else ""
    if not of.over:
        return over
    too_many = f"{capacities(of.rest)} kapaciteter over budgettet"
    return f"{too_many} og {over}" if over else f"{too_many}, {quantity(of.for_meget_kr, 'kr')} om året"


def aendring(of: Forskel) -> str:
    """Return an area's change in per cent, with its sign: whole ones, or in tenths where it is less than one."""
    return quantity(of.pct, "pct", 0 if abs(of.pct) >= 1 else 1, sign=True)


def _people(count: int) -> str:
    return counted(count, "borger", "borgere")


def _with_change(of: Forskel, navne: Mapping[str, str]) -> str:
    return f"{navne[of.omraade_id]} ({aendring(of)})"
