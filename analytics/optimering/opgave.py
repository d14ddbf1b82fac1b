"""The problem that every objective solves: what may be given to whom, in tenths, and whether anything can."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analytics.begreber import RAEKKER, TIENDEDELE
from analytics.grundlag import Grundlag
from analytics.scenarie import HOEJST, Scenarie, regn
from analytics.scenarie.regler import KOBLINGER, Kobling
from analytics.talraekker import Floats
from dansk.tal import capacities

Ints = NDArray[np.int64]
Laast = Mapping[tuple[str, int], float]

_TOP = round(HOEJST * TIENDEDELE)


@dataclass(frozen=True, eq=False)
class Opgave:
    """
    What may be given, with areas in the order of their ids, so that the order they come in changes nothing.

    `people` (n) are the citizens to serve, weighted where there are weights, `citizens` (n) the persons, `capacity`
    (2, n) what they have in capacities. `andele` (n, n) is None unless the patients follow: then a row has how what is
    given an area of the first speciale is shared among all areas' citizens, and `capacity` is what they reach. In
    tenths of a capacity: `least` and `most` (2, n) bound what each is given, `budget` (2) what there is, and `step` the
    least where anything is given. `places` is the most areas that may be given anything.
    """

    ids: tuple[str, ...]
    people: Floats
    citizens: Ints
    capacity: Floats
    least: Ints
    most: Ints
    budget: Ints
    step: int
    kobling: Kobling
    places: int
    andele: Floats | None = None

    def complete(self, least: Ints) -> Ints | None:
        """
        Return the least that may be given, (2, n) tenths, when each must have `least`; None when it may not be.

        An area that gets anything gets at least a step of it, and of the other speciale where the coupling asks for
        that. There is one such least gift, below every other in every place, so that what it costs settles whether
        anything can.
        """
        given = np.where(least > 0, np.maximum(least, self.step), 0)
        if self.kobling == "begge":
            given = np.where(given.any(axis=0), np.maximum(given, self.step), 0)
        elif self.kobling == "kun_62_kraever_51":
            given[0] = np.where(given[1] > 0, np.maximum(given[0], self.step), given[0])
        if (given > self.most).any() or (given.sum(axis=1) > self.budget).any():
            return None
        return given if np.count_nonzero(given.any(axis=0)) <= self.places else None

    def allows(self, given: Ints) -> bool:
        """Say whether exactly that may be given."""
        least = self.complete(np.maximum(given, self.least))
        return least is not None and bool((least == given).all())

    def room(self, given: Ints) -> Ints:
        """
        Return the most that each may be given, (2, n), when every one must have at least `given`.

        `given` is what `complete` returned. Each is seen alone: two cannot both have the most.
        """
        none, spare = given == 0, (self.budget - given.sum(axis=1))[:, None]
        asks = none & (self.kobling == "begge")
        if self.kobling == "kun_62_kraever_51":
            asks[1] = none[0]
        shut = none & (asks & ((spare < self.step) | (self.most < self.step))[::-1])
        shut |= none & ((spare < self.step) | (self.most < self.step))
        if np.count_nonzero(given.any(axis=0)) == self.places:
            shut |= ~given.any(axis=0)
        return np.where(shut, given, np.minimum(self.most, given + spare))

    def reached(self, given: Ints) -> Floats:
        """Return the tenths that the citizens of each area get of what is given, (2, n)."""
        tenths = given.astype(np.float64)
        if self.andele is not None:
            tenths[0] = given[0] @ self.andele
        return tenths

    def per_capacity(self, given: Ints) -> Floats:
        """Return citizens per capacity, (2, n), when that many tenths are given."""
        with np.errstate(divide="ignore"):
            return np.asarray(self.people / (self.capacity + self.reached(given) / TIENDEDELE))

    def average(self) -> Floats:
        """Return the region's citizens per capacity before anything is given, (2)."""
        return np.asarray(self.people.sum() / self.capacity.sum(axis=1))

    def gift(self, scenario: Scenarie) -> Ints:
        """Return what a scenario gives, (2, n) tenths."""
        each = [[scenario.tillaeg.get((area, s), 0.0) for area in self.ids] for s in RAEKKER]
        return np.round(np.array(each) * TIENDEDELE).astype(np.int64)

    def scenario(self, given: Ints, base: Scenarie) -> Scenarie:
        """Return the scenario that gives that many tenths."""
        return Scenarie(
            base.aar,
            {
                (omraade, speciale): int(tenths) / TIENDEDELE
                for speciale, row in zip(RAEKKER, given, strict=True)
                for omraade, tenths in zip(self.ids, row, strict=True)
            },
            base.grundkapacitet,
            base.vaegte,
            base.foelger,
        )


def opgave(
    grundlag: Grundlag,
    base: Scenarie,
    budget: Mapping[int, float],
    kobling: Kobling,
    mindst: float,
    hoejst_steder: int | None,
    udelad: Collection[str],
    laast: Laast,
) -> Opgave:
    """Return the problem. Raises ValueError, in Danish, for an unknown area or rule, or an impossible amount."""
    if kobling not in KOBLINGER:
        raise ValueError(f"Koblingen «{kobling}» kendes ikke.")
    for omraade, speciale in [*((omraade, RAEKKER[0]) for omraade in udelad), *laast]:
        if omraade not in grundlag.plads or speciale not in RAEKKER:
            raise ValueError(f"«{omraade}», speciale {speciale}, findes ikke i {grundlag.kapacitetstabeller}.")
    if hoejst_steder is not None and hoejst_steder < 0:
        raise ValueError("Antallet af steder kan ikke være under nul.")
    result = regn(base.uden_nye(), grundlag)
    order = np.argsort(grundlag.omraader)
    ids = tuple(grundlag.omraader[column] for column in order)
    place = {omraade: column for column, omraade in enumerate(ids)}
    shape = (len(RAEKKER), len(ids))
    least, most = np.zeros(shape, dtype=np.int64), np.full(shape, _TOP, dtype=np.int64)
    for (omraade, speciale), value in laast.items():
        least[RAEKKER.index(speciale), place[omraade]] = most[RAEKKER.index(speciale), place[omraade]] = _tenths(value)
    for omraade in udelad:
        most[:, place[omraade]] = 0
    return Opgave(
        ids=ids,
        people=result.vejede[order],
        citizens=result.borgere[order],
        capacity=result.naaet_foer[:, order],
        least=least,
        most=most,
        budget=np.array([_budget(budget, speciale) for speciale in RAEKKER]),
        step=max(1, _tenths(mindst)),
        kobling=kobling,
        places=len(ids) if hoejst_steder is None else hoejst_steder,
        andele=grundlag.fordeling.andele[np.ix_(order, order)] if base.foelger else None,
    )


def hindringer(task: Opgave, navne: Mapping[str, str]) -> list[str]:
    """Return why nothing at all is possible, one Danish sentence for each clash; empty when something is."""
    found = []
    step = capacities(task.step / TIENDEDELE)
    for column, omraade in enumerate(task.ids):
        name, least, most = navne.get(omraade, omraade), task.least[:, column], task.most[:, column]
        if (least > most).any():
            found.append(f"{name} er både udeladt og låst til at få noget.")
            continue
        for speciale, locked, top in zip(RAEKKER, least, most, strict=True):
            if 0 < top < task.step and locked:
                amount = capacities(locked / TIENDEDELE)
                found.append(f"{name} er låst til {amount} i speciale {speciale}, men skal mindst have {step}.")
        for row, other in ((1, 0), (0, 1)):
            bound = task.kobling == "begge" or (task.kobling == "kun_62_kraever_51" and row == 1)
            if bound and least[row] and most[other] == 0:
                found.append(
                    f"{name} er låst til at få i speciale {RAEKKER[row]} og intet i speciale {RAEKKER[other]}, "
                    "men reglen kræver begge."
                )
    if found:
        return found
    unlimited = replace(task, budget=task.most.sum(axis=1), places=len(task.ids))
    wanted = unlimited.complete(task.least)
    if wanted is None:
        return ["De låste værdier kan ikke forenes med reglen om begge specialer."]
    for speciale, locked, budget in zip(RAEKKER, wanted.sum(axis=1), task.budget, strict=True):
        if locked > budget:
            found.append(
                f"De låste områder skal have {capacities(locked / TIENDEDELE)} i speciale {speciale}, "
                f"men der er kun {capacities(budget / TIENDEDELE)}."
            )
    if (chosen := np.count_nonzero(wanted.any(axis=0))) > task.places:
        found.append(f"{chosen} områder er låst til at få noget, men højst {task.places} må få.")
    return found


def _budget(budget: Mapping[int, float], speciale: int) -> int:
    """Whole tenths of the budget; what is over cannot be given."""
    amount = budget.get(speciale, 0.0)
    if not 0 <= amount < float("inf"):
        raise ValueError(f"Budgettet for speciale {speciale} skal være et tal, der ikke er under nul.")
    return int(amount * TIENDEDELE + 1e-6)


def _tenths(value: float) -> int:
    tenths = round(value * TIENDEDELE) if 0 <= value <= HOEJST else -1
    if tenths < 0 or abs(value * TIENDEDELE - tenths) > 1e-6:
        raise ValueError(f"{capacities(value)} er ikke et antal tiendedele mellem 0 og 10.")
    return tenths
