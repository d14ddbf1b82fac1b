"""
The best that can be done with the new capacities, proved: `optimer` and what it answers.

Each objective is a module: `minimax` by exact enumeration, `ulighed` and `graense` as integer programs for HiGHS. What
they share, the rules, is in `opgave`, and the integer program of those rules in `blandet`. Where the patients follow,
all three are programs, in `forbundne`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from analytics.begreber import LAST_YEAR, MINDST, RAEKKER, TIENDEDELE
from analytics.grundlag import Grundkapacitet, Grundlag
from analytics.heltal import Ur
from analytics.optimering.forbundne import best_served
from analytics.optimering.graense import fewest_above
from analytics.optimering.minimax import minimax
from analytics.optimering.opgave import Ints, Laast, Opgave, hindringer, opgave
from analytics.optimering.ulighed import least_unequal
from analytics.scenarie import Scenarie, Vaegte, regn
from analytics.scenarie.noegletal import noegletal
from analytics.scenarie.regler import Kobling
from dansk.tal import capacities, number

__all__ = ["MAAL", "MINIMERER", "Maal", "Optimum", "optimer"]

Maal = Literal["minimax", "ulighed", "over_graense"]
MAAL: Mapping[Maal, str] = {
    "minimax": "De ringest dækkede områder så godt dækket som muligt",
    "ulighed": "Den mindste ulighed mellem borgerne",
    "over_graense": "Færrest borgere over grænsen",
}
MINIMERER: Mapping[Maal, str] = {
    "minimax": "det ringest dækkede områdes borgere pr. kapacitet, delt med regionens gennemsnit uden nyt og lagt "
    "sammen for de to specialer; derefter det næstringeste områdes, og så videre",
    "ulighed": "summen af de to specialers Gini-koefficienter, når der gives så meget, som reglerne tillader",
    "over_graense": "antallet af borgere i områder over grænsen, lagt sammen for de to specialer; af lige gode "
    "fordelinger den, som er bedst for de ringest dækkede",
}
"""What each objective makes as small as it can be."""


@dataclass(frozen=True)
class Optimum:
    """
    The best scenario for an objective, and how sure it is.

    `bevist_optimal` says that no better exists, ties included. `gab` is how far from the best it can be at most,
    relative to `vaerdi`: 0 when the objective itself is proved. `vaerdi` is what was minimised: "minimax" the two
    specialer's worst citizens per capacity, each over its region's average without new capacity, added; "ulighed" their
    two Gini coefficients, added; "over_graense" citizens above the limits, both specialer added. `forklaring` is for
    the user, in Danish. When nothing is possible, `scenarie` and `vaerdi` are None, `gab` is infinite and `forklaring`
    says which demands clash.
    """

    maal: Maal
    scenarie: Scenarie | None
    bevist_optimal: bool
    gab: float
    forklaring: str
    vaerdi: float | None = None

    @property
    def gab_pct(self) -> float:
        """The same gap in per cent."""
        return 100 * self.gab


def optimer(
    grundlag: Grundlag,
    budget: Mapping[int, float] | None = None,
    aar: int = LAST_YEAR,
    maal: Maal = "minimax",
    *,
    grundkapacitet: Grundkapacitet = "tabel_3_4",
    vaegte: Vaegte | None = None,
    kobling: Kobling = "begge",
    mindst: float = MINDST,
    hoejst_steder: int | None = None,
    udelad: Collection[str] = (),
    laast: Laast | None = None,
    graenser: Mapping[int, float] | None = None,
    foelger: bool = False,
    frist: float = 10.0,
    stop: Callable[[], bool] | None = None,
) -> Optimum:
    """
    Find the best scenario within the budget and the rules, and say whether that is proved.

    `budget` is in capacities by speciale, whole tenths of it are given (None: what the papers leave for new ydernumre).
    `maal`: "minimax" makes the sum of the two specialers' worst figures as small as it can be, then the
    next worst, and so on, so that no capacity lies idle; "ulighed" gives as much as the rules allow so that the Gini
    coefficients' sum is smallest; "over_graense" leaves fewest citizens above `graenser` (citizens per capacity by
    speciale; those not given are `Grundlag.graenser`), and among those gifts takes the one that minimax would.

    `kobling` as in `kontroller`; `mindst` is the least capacity of a speciale where any is given; `hoejst_steder` the
    most areas that may be given anything; `udelad` areas that get nothing; `laast` amounts that are settled, by
    (omraade_id, speciale). No slider goes above 10. Where the patients follow (`foelger`) the optimum itself is proved
    to the solver's tolerance, and not which of equally good gifts is the best after it.

    It stops after `frist` seconds, or soon after `stop()` is true, with the best found by then. Raises ValueError, in
    Danish, for an unknown objective, area, speciale or rule, and for an amount that cannot be.
    """
    if maal not in MAAL:
        raise ValueError(f"Målet «{maal}» kendes ikke.")
    base = Scenarie(aar, grundkapacitet=grundkapacitet, vaegte=vaegte, foelger=foelger)
    money = {speciale: each.til_nye for speciale, each in grundlag.budgetter.items()} if budget is None else budget
    task = opgave(grundlag, base, money, kobling, mindst, hoejst_steder, udelad, laast or {})
    if clashes := hindringer(task, grundlag.navne):
        return Optimum(maal, None, False, math.inf, "Intet er muligt: " + " ".join(clashes))
    limits = grundlag.graenser(grundkapacitet) | dict(graenser or {})
    given, value, bound, proved = _solve(task, maal, limits, Ur(frist, stop))
    gap = (value - bound) / value if value > bound else 0.0
    scenario = task.scenario(given, base)
    explained = _explain(scenario, grundlag, maal, limits, proved, gap) + _left_over(task, given)
    return Optimum(maal, scenario, proved, gap, explained, value)


def _solve(task: Opgave, maal: Maal, limits: Mapping[int, float], ur: Ur) -> tuple[Ints, float, float, bool]:
    """Return what is given, what it comes to, what nothing can be below, and whether it is proved to be the best."""
    if maal == "minimax":
        served = minimax(task, ur) if task.andele is None else best_served(task, ur)
        return served.given, served.worst, served.bound, served.proved
    if maal == "ulighed":
        equal = least_unequal(task, ur)
        return equal.given, equal.gini, equal.bound, equal.gini == equal.bound
    below = fewest_above(task, limits, ur)
    return below.given, below.citizens, below.bound, below.citizens == below.bound and below.ties_proved


def _explain(
    scenario: Scenarie, grundlag: Grundlag, maal: Maal, limits: Mapping[int, float], proved: bool, gap: float
) -> str:
    figures = noegletal(regn(scenario, grundlag), limits)
    if maal == "minimax":
        parts = [
            f"{number(figures[s].vaerst)} i speciale {s} ({grundlag.navne[figures[s].vaerst_omraade]})" for s in RAEKKER
        ]
        result = "Flest borgere pr. kapacitet er " + " og ".join(parts) + "."
    elif maal == "ulighed":
        parts = [f"{number(figures[s].gini, 3)} i speciale {s}" for s in RAEKKER]
        result = "Gini-koefficienten er " + " og ".join(parts) + "."
    else:
        parts = [f"{number(figures[s].borgere_over)} over {number(figures[s].graense)} i speciale {s}" for s in RAEKKER]
        result = "Borgere i områder over grænsen: " + " og ".join(parts) + "."
    if proved:
        return f"Bevist optimal. {result}"
    if gap:
        return f"Ikke bevist optimal: det bedst mulige er højst {number(100 * gap, 2)} % bedre. {result}"
    return f"Målet er bevist nået; af flere lige gode fordelinger er ikke alle prøvet. {result}"


def _left_over(task: Opgave, given: Ints) -> str:
    left = [
        f"{capacities(tenths / TIENDEDELE)} i speciale {speciale}"
        for speciale, tenths in zip(RAEKKER, task.budget - given.sum(axis=1), strict=True)
        if tenths
    ]
    return f" Kravene gør, at {' og '.join(left)} ikke gives." if left else ""
