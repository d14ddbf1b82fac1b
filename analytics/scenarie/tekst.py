"""A scenario in few words: whether it fits the money, who gains and loses most, and who is still worst served."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie.forskydning import Forskel
from analytics.scenarie.model import HOEJST, Scenarie
from analytics.scenarie.noegletal import Forbrug
from analytics.scenarie.udregning import Udregning
from dansk.tal import capacities, number

_ALL = 100.0
_MORE = 9999.0
"""More per cent than any area can lose: Tabel 3 and 4 have no area of so little capacity."""


def forslaget_er_vaegtet(grundlag: Grundlag) -> str:
    """Return what must stand beside every comparison with the proposal."""
    return (
        "Forslaget blev regnet på vægtede borgere, og vægtene er ikke offentlige "
        f"({grundlag.paastand['vaegtede-borgere'].kilde}). En forskel til forslaget er derfor ikke en fejl i det."
    )


def overskridelse(of: Udregning) -> str:
    """Return how many capacities more than the budgets are given, and of what; nothing when they are kept."""
    return _too_much(of.forbrug)


def _too_much(spent: Mapping[int, Forbrug]) -> str:
    return " og ".join(
        f"{capacities(used.rest)} for meget i speciale {speciale}" for speciale, used in spent.items() if used.over
    )


def omtale(of: Udregning) -> str:
    """
    Return what the scenario does in its year, in plain Danish: first whether more is given than there is, then the
    largest fall in citizens per capacity against nothing new, and the worst-served area of each speciale.
    """
    names, best = of.grundlag.navne, of.mod_ingen_nye.vinder_mest
    gain = "Ingen områder får nyt."
    if best is not None:
        gain = _gain(of.scenarie, names[best.omraade_id], abs(best.pct), best.speciale)
    worst = {s: (names[figures.vaerst_omraade], figures.vaerst) for s, figures in of.noegletal.items()}
    return _joined(overskridelse(of), gain, _served(of.scenarie, worst))


def _joined(over: str, gain: str, served: str) -> str:
    return " ".join([*([f"Over budgettet: {over}."] if over else []), gain, served])


def _gain(scenarie: Scenarie, name: str, fall: float, speciale: int) -> str:
    return f"{name} vinder mest: {number(fall)} % færre {borgere(scenarie)} pr. kapacitet ({speciale})."


def _served(scenarie: Scenarie, worst: Mapping[int, tuple[str, float]]) -> str:
    (first, served), (second, less) = (worst[speciale] for speciale in RAEKKER)
    return (
        f"Ringest dækket i {scenarie.aar} er {first} med {number(served)} {borgere(scenarie)} pr. kapacitet "
        f"({RAEKKER[0]}) og {second} med {number(less)} ({RAEKKER[1]})."
    )


def mod_forslaget(of: Udregning) -> str:
    """Return who gains and who loses most against the proposal that same year; nothing where the two are the same."""
    winner, loser = of.mod_forslaget.vinder_mest, of.mod_forslaget.taber_mest
    if winner is None and loser is None:
        return ""
    names = of.grundlag.navne
    gain = "ingen vinder" if winner is None else _most(names, winner)
    loss = "ingen taber" if loser is None else _most(names, loser)
    return _against(of.scenarie, gain, loss)


def _against(scenarie: Scenarie, gain: str, loss: str) -> str:
    return f"Mod forslaget ({borgere(scenarie)} pr. kapacitet): {gain}; {loss}."


def _most(names: Mapping[str, str], of: Forskel) -> str:
    """Name the area that gains or loses most, and how much more or fewer citizens a capacity has there."""
    figure = f"{number(of.pct, 0 if abs(of.pct) >= 1 else 1, sign=True)}\N{NO-BREAK SPACE}%"
    return f"{names[of.omraade_id]} {of.udfald} mest, {figure} ({of.speciale})"


def hoejst_brugt(grundlag: Grundlag) -> dict[int, Forbrug]:
    """Return what is used of the budgets when every slider gives all that it can."""
    most = HOEJST * len(grundlag.omraader)
    return {speciale: Forbrug(budget, most) for speciale, budget in grundlag.budgetter.items()}


def laengste(of: Udregning) -> tuple[str, str]:
    """
    Return the longest that `omtale` and `mod_forslaget` can be, wherever the sliders stand.

    It is made of the longest name and the largest figures, and says nothing that is so: a page keeps its room free.
    """
    names, first = of.grundlag.navne, RAEKKER[0]
    longest = max(names, key=lambda area: len(names[area]))
    highest = float(of.regning.pr_foer.max())
    found = _joined(
        _too_much(hoejst_brugt(of.grundlag)),
        _gain(of.scenarie, names[longest], _ALL, first),
        _served(of.scenarie, dict.fromkeys(RAEKKER, (names[longest], highest))),
    )
    winner = Forskel(longest, first, 0, highest, highest, -_ALL, "vinder")
    loser = Forskel(longest, first, 0, highest, highest, _MORE, "taber")
    return found, _against(of.scenarie, _most(names, winner), _most(names, loser))


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
