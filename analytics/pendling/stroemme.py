"""Who travels: of every place the patients who live there and who are treated there, and the largest flows."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

import numpy as np
import pandas as pd

from analytics.pendling.matrix import UKENDT, Interval, Pendling
from analytics.talraekker import Floats

Retning = Literal["ud", "ind"]
"""Out: where a place's own patients go. In: where the patients of its clinics come from."""


@dataclass(frozen=True)
class Bevaegelse:
    """
    The patients of one place. Shares are 0-1, NaN of nobody.

    `bor` live here, wherever they are treated: `hjemme` here, `ud` in another known place, and `ukendt_klinik` nobody
    knows where. `behandlet` are treated here, wherever they live: `hjemme`, `ind` from another known place, and
    `ukendt_hjem`. `netto` is `ind` less `ud`: over all places it is nought.

    `andel_hjemme` is of all who live here, as the paper's own share at the foot of its table; `andel_hjemme_kendt` of
    those alone whose clinic is known. `andel_ud` is of all who live here, `andel_ind` of all who are treated here, and
    `andel_pendlere` is the paper's share at the end of a row: all who are treated here and not known to live here.
    """

    sted_id: str
    bor: Interval
    hjemme: Interval
    ud: Interval
    ukendt_klinik: Interval
    behandlet: Interval
    ind: Interval
    ukendt_hjem: Interval
    netto: Interval
    andel_hjemme: Interval
    andel_hjemme_kendt: Interval
    andel_ud: Interval
    andel_ind: Interval
    andel_pendlere: Interval


TAL = tuple(field.name for field in fields(Bevaegelse) if field.name != "sted_id")
"""The figures of a place, in the order of `Bevaegelse`."""


def _regn(table: Floats, known: np.ndarray) -> Floats:
    """The figures of all known places, (figures, places), from a whole table."""
    home = np.diag(table)[known]
    lives, treated = table.sum(axis=0)[known], table.sum(axis=1)[known]
    between = table[np.ix_(known, known)]
    out, into = between.sum(axis=0) - home, between.sum(axis=1) - home
    with np.errstate(invalid="ignore"):
        shares = [home / lives, home / (home + out), out / lives, into / treated, 1 - home / treated]
    no_clinic, no_home = table[np.ix_(~known, known)].sum(axis=0), table[np.ix_(known, ~known)].sum(axis=1)
    return np.array([lives, home, out, no_clinic, treated, into, no_home, into - out, *shares])


def bevaegelser(pendling: Pendling) -> dict[str, Bevaegelse]:
    """Return the figures of every known place, by its id, in the order of the table."""
    low, high = pendling.mellem(lambda table: _regn(table, pendling.kendt))
    return {
        sted: Bevaegelse(sted, *(Interval(float(a), float(b)) for a, b in zip(low[:, at], high[:, at], strict=True)))
        for at, sted in enumerate(pendling.omraader)
    }


def tabel(pendling: Pendling) -> pd.DataFrame:
    """
    Return the figures of every known place as a table: sted_id, and three columns of each figure in `TAL`.

    `<tal>` is the middle, `<tal>_lav` and `<tal>_hoej` its ends, the same where it is known exactly.
    """
    rows = []
    for sted, each in bevaegelser(pendling).items():
        row: dict[str, object] = {"sted_id": sted}
        for name in TAL:
            figure: Interval = getattr(each, name)
            row |= {name: figure.midt, f"{name}_lav": figure.lav, f"{name}_hoej": figure.hoej}
        rows.append(row)
    return pd.DataFrame(rows)


@dataclass(frozen=True)
class Helhed:
    """
    All patients of the table: `hjemme` are treated where they live, `imellem` in another known place.

    `ukendt_klinik` are those whose home alone is known, `ukendt_hjem` those whose clinic alone is, `ukendt_begge` those
    of whom neither is. `andel_hjemme_kendt` is of those of whom both are known, `andel_hjemme` of all.
    """

    patienter: Interval
    hjemme: Interval
    imellem: Interval
    ukendt_klinik: Interval
    ukendt_hjem: Interval
    ukendt_begge: Interval
    andel_hjemme: Interval
    andel_hjemme_kendt: Interval


def helhed(pendling: Pendling) -> Helhed:
    """Return the figures of the whole table."""
    known = pendling.kendt

    def regn(table: Floats) -> Floats:
        whole, between = table.sum(), table[np.ix_(known, known)].sum()
        home = np.diag(table)[known].sum()
        outside = [table[np.ix_(a, b)].sum() for a, b in ((~known, known), (known, ~known), (~known, ~known))]
        with np.errstate(invalid="ignore"):
            return np.array([whole, home, between - home, *outside, home / whole, home / between])

    low, high = pendling.mellem(regn)
    return Helhed(*(Interval(float(a), float(b)) for a, b in zip(low, high, strict=True)))


@dataclass(frozen=True)
class Stroem:
    """Patients who live at `hjem` and are treated at `klinik`; `andel` is of all who live, or are treated, there."""

    hjem: str
    klinik: str
    patienter: Interval
    andel: Interval


def stoerste(pendling: Pendling, sted: str, retning: Retning, antal: int = 5) -> tuple[Stroem, ...]:
    """
    Return the largest flows out of a place or into it, to and from other known places; empty ones are none.

    The largest is first, by the least that it can be. Raises KeyError for a place that the table does not have.
    """
    whole: Interval = getattr(bevaegelser(pendling)[sted], "bor" if retning == "ud" else "behandlet")
    flows = []
    for other in pendling.omraader:
        hjem, klinik = (sted, other) if retning == "ud" else (other, sted)
        figure = pendling.celle(klinik, hjem)
        if other != sted and figure.hoej > 0:
            flows.append(Stroem(hjem, klinik, figure, _andel(figure, whole)))
    return tuple(sorted(flows, key=lambda flow: -flow.patienter.lav)[:antal])


def _andel(part: Interval, whole: Interval) -> Interval:
    """A part that is known to a range is the reason that the whole is: both are at their ends at once."""
    ends = [_share(part.lav, whole.lav), _share(part.hoej, whole.hoej)] if not part.eksakt else _ends(part.lav, whole)
    return Interval(min(ends), max(ends))


def _ends(part: float, whole: Interval) -> list[float]:
    return [_share(part, whole.lav), _share(part, whole.hoej)]


def _share(part: float, whole: float) -> float:
    """A part of a whole, nought of nobody: the lost cell can be all there is, and none."""
    return part / whole if whole else 0.0


def stroemme(pendling: Pendling, mindst: float = 1) -> pd.DataFrame:
    """
    Return the flows between two known places, the largest first: hjem_id, klinik_id, patienter, lav, hoej.

    `patienter` is the middle, `lav` and `hoej` the ends. Those that are certain to be less than `mindst` are left out.
    """
    low, high = pendling.ender
    rows = [
        (hjem, klinik, (low[row, column] + high[row, column]) / 2, low[row, column], high[row, column])
        for row, klinik in enumerate(pendling.steder)
        for column, hjem in enumerate(pendling.steder)
        if row != column and UKENDT not in (klinik, hjem) and high[row, column] >= max(mindst, 1)
    ]
    frame = pd.DataFrame(rows, columns=["hjem_id", "klinik_id", "patienter", "lav", "hoej"])
    return frame.sort_values(["patienter", "hjem_id", "klinik_id"], ascending=[False, True, True], ignore_index=True)
