"""The package with the most value that an amount can pay for, under the user's own assumptions, proved."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from analytics.heltal import Program, Ur
from analytics.mobilitet.katalog import Antagelse, Katalog
from analytics.mobilitet.vaegtning import andele, vaegtet
from analytics.talraekker import Floats
from dansk import beloeb
from dansk.saetning import begun

Pris = Literal["lav", "hoej"]
_SAME = 1e-6  # what differs by less is the same to HiGHS, which takes 0.999999 for 1


@dataclass(frozen=True)
class Pakke:
    """
    A package that an amount can pay for.

    `vaerdi` is the sum of the measures' weighted values (each 0-5), `pris_mio_kr` the sum of the prices that are known.
    `bevist` says that no package has more value, and none with as much costs less. `forklaring` is for the user, in
    Danish. When the demands clash, `hindringer` says how, and there is no package.
    """

    indsatser: tuple[int, ...]
    vaerdi: float
    pris_mio_kr: float
    bevist: bool
    forklaring: str
    hindringer: tuple[str, ...] = ()


def pakke(
    katalog: Katalog,
    vaegte: Sequence[float],
    beloeb_mio_kr: float,
    *,
    med: Collection[int] = (),
    uden: Collection[int] = (),
    pris: Pris = "hoej",
    antagelse: Antagelse = "lavest",
    frist: float = 5.0,
) -> Pakke:
    """
    Choose the measures with the most weighted value together that the amount can pay for; of equal ones the cheapest.

    `vaegte` are as in `andele`, and `antagelse` is what all that is unknown is counted as. Prices are the highest or
    the lowest that the sheets give (`pris`), in mio. kr. at 2024 prices. A measure without a price is chosen only when
    it is in `med`, and then costs nothing of the amount. What a measure requires is chosen with it, overlapping ones
    are not chosen together, and what is in `uden` is not chosen. Values are added as if the measures did not affect
    each other, which the catalogue warns against.

    It stops after `frist` seconds with the best found by then. Raises ValueError, in Danish, for impossible weights, an
    unknown measure, price or assumption, or an amount that is not a number from 0.
    """
    if pris not in ("lav", "hoej"):
        raise ValueError(f"Prisen «{pris}» kendes ikke.")
    if not 0 <= beloeb_mio_kr < math.inf:
        raise ValueError("Beløbet skal være et tal, der ikke er under nul.")
    katalog.raekker([*med, *uden])
    shares = andele(vaegte, katalog)
    values = vaegtet(katalog.antaget(antagelse, shares), shares)
    prices = katalog.pris_hoej if pris == "hoej" else katalog.pris_lav
    needed = _with_required(katalog, med)
    if clashes := _clashes(katalog, needed, set(med), set(uden), prices, beloeb_mio_kr):
        return Pakke((), 0.0, 0.0, False, "Ingen pakke er mulig: " + " ".join(clashes), tuple(clashes))
    chosen, proved = _choose(katalog, values, prices, beloeb_mio_kr, needed, uden, Ur(frist))
    rows = katalog.raekker(chosen)
    cost = float(np.nansum(prices[rows]))
    without = sum(bool(np.isnan(prices[row])) for row in rows)
    return Pakke(
        tuple(chosen),
        round(float(values[rows].sum()), 6),
        cost,
        proved,
        _explain(chosen, proved, cost, beloeb_mio_kr, without),
    )


def _with_required(katalog: Katalog, measures: Iterable[int]) -> list[int]:
    """Return the measures and all that they require, and what that requires, in order."""
    needed = set(measures)
    while more := {other for nr, other in katalog.forudsaetter if nr in needed} - needed:
        needed |= more
    return sorted(needed)


def _clashes(
    katalog: Katalog, needed: Sequence[int], med: set[int], uden: set[int], prices: Floats, amount: float
) -> list[str]:
    """Return why no package is possible, a Danish sentence for each clash; empty when the needed ones are one."""
    found = []
    for nr in needed:
        name = begun(katalog.kald(nr))
        if nr in med & uden:
            found.append(f"{name} er både valgt til og valgt fra.")
        elif nr in uden:
            found.append(f"{name} er valgt fra, men noget af det valgte forudsætter den.")
        elif nr not in med and np.isnan(prices[katalog.plads[nr]]):
            found.append(f"{name} har ingen pris og må vælges med, fordi noget af det valgte forudsætter den.")
    found += [
        f"{begun(katalog.kald(*pair))} overlapper hinanden." for pair in katalog.overlap if set(pair) <= set(needed)
    ]
    cost = float(np.nansum(prices[katalog.raekker(needed)]))
    if cost > amount + _SAME:
        found.append(
            f"Det valgte og det, som det forudsætter, koster {_price(cost)} i alt, "
            f"og {_price(amount)} rækker ikke til det."
        )
    return found


def _choose(
    katalog: Katalog,
    values: Floats,
    prices: Floats,
    amount: float,
    needed: Sequence[int],
    uden: Collection[int],
    ur: Ur,
) -> tuple[list[int], bool]:
    """Return the package, in order, and whether it is proved; the `needed` alone when nothing is found in time."""
    may_be = [
        nr for nr in katalog.indsatser if nr in needed or (nr not in uden and not np.isnan(prices[katalog.plads[nr]]))
    ]
    if len(may_be) == len(needed):
        return may_be, True
    program = Program()
    x = {nr: program.variable(float(nr in needed), 1, whole=True) for nr in may_be}
    rows = katalog.raekker(may_be)
    value, cost = values[rows], np.nan_to_num(prices[rows])
    # Where prices are whole millions, half of one keeps what HiGHS takes for 1 from deciding what can be paid.
    limit = math.floor(amount + _SAME) + 0.5 if (cost == np.round(cost)).all() else amount
    program.require(dict(enumerate(cost.tolist())), high=limit)
    for nr, other in katalog.forudsaetter:
        if nr in x:
            program.require({x[nr]: 1} | ({x[other]: -1} if other in x else {}), high=0)
    for one, other in katalog.overlap:
        if one in x and other in x:
            program.require({x[one]: 1, x[other]: 1}, high=1)
    chosen, proved = np.isin(may_be, needed), True
    for minimised in (-value, cost):
        program.cost = minimised.tolist()
        found = program.solve(ur)
        if found is None or found.values is None:
            proved = False
            break
        chosen = found.values > 0.5
        proved = proved and bool(np.isclose(minimised @ found.values, found.bound, rtol=_SAME, atol=_SAME))
        program.require(dict(enumerate(value.tolist())), low=float(value @ chosen) - _SAME)
    return [nr for nr, is_chosen in zip(may_be, chosen, strict=True) if is_chosen], proved


def _explain(chosen: Sequence[int], proved: bool, cost: float, amount: float, without: int) -> str:
    if not proved:
        text = "Ikke bevist: Der kan findes en pakke med mere værdi under dine forudsætninger eller til en lavere pris."
    elif not chosen:
        return f"Bevist: Ingen indsats, der kan vælges for {_price(amount)}, har værdi under dine forudsætninger."
    else:
        text = f"Bevist: Ingen anden pakke for højst {_price(amount)} har mere værdi under dine forudsætninger."
    text += f" De kendte priser er {_price(cost)} i alt."
    if without:
        text += f" {without} af indsatserne er uden pris og er ikke regnet med i beløbet."
    return text


def _price(amount: float) -> str:
    return beloeb.mio_kr(amount, amount)
