"""What pictures of the flows show: which of them, how wide, how long their bars are, and who is named first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from analytics.kapacitet.fund import Akse
from analytics.pendling.matrix import Interval, Pendling
from analytics.pendling.stroemme import Bevaegelse, Retning, Stroem, stoerste
from analytics.talraekker import Floats


@dataclass(frozen=True)
class Bue:
    """A flow in the picture, from `hjem` to `klinik`; `bredde` is its patients over the largest's there (0-1)."""

    hjem: str
    klinik: str
    patienter: Interval
    bredde: float


@dataclass(frozen=True)
class Buer:
    """
    The flows that are drawn, the largest first, and how many there are.

    `i_alt` is how many there are of at least so many patients: a lost one may be, or not.
    """

    tegnet: tuple[Bue, ...]
    i_alt: Interval

    @property
    def alle(self) -> bool:
        """Whether all that there can be are drawn."""
        return len(self.tegnet) == self.i_alt.hoej


def buer(every: pd.DataFrame, mindst: float, sted: str | None, flest: int, fundets: str | None = None) -> Buer:
    """
    Return the flows that can be of `mindst` patients, to and from a place or, for None, between all; at most `flest`.

    Where not all have room, those to and from `fundets` have it before the others. `every` are all the
    flows, as `stroemme.stroemme` returns them: none within a place, none to or from the unknown.
    """
    here = every["hoej"] >= mindst
    if sted is not None:
        here &= (every["hjem_id"] == sted) | (every["klinik_id"] == sted)
    found = every[here]
    largest = float(found["patienter"].iloc[0]) if len(found) else 1.0
    own = (found["hjem_id"] == fundets) | (found["klinik_id"] == fundets)
    first = pd.concat([found[own], found[~own]]).head(flest)
    drawn = tuple(
        Bue(str(hjem), str(klinik), Interval(low, high), patients / largest)
        for hjem, klinik, patients, low, high in found[found.index.isin(first.index)].itertuples(index=False)
    )
    return Buer(drawn, Interval(float((found["lav"] >= mindst).sum()), float(len(found))))


def mest_rejsende(omraader: Mapping[str, Bevaegelse]) -> str:
    """Return the place that the largest share of its patients leaves. Raises ValueError where there is none."""
    return max(omraader, key=lambda sted: omraader[sted].andel_ud.lav)


def akse(tal: Collection[Interval]) -> Akse:
    """Return an axis that holds nought and the middles of some figures."""
    middles = [each.midt for each in tal]
    return Akse(min(0.0, *middles), max(0.0, *middles))


def laengder(flows: Sequence[Stroem]) -> tuple[float, ...]:
    """Return how long each flow's bar is beside the longest, 0-1, by the least that it can be."""
    longest = max((flow.patienter.hoej for flow in flows), default=1.0)
    return tuple(flow.patienter.lav / longest for flow in flows)


def mest_usikre(daekning: pd.DataFrame, antal: int) -> pd.DataFrame:
    """Return the rows of `daekning.daekning` that the lost cell makes the most uncertain, the most uncertain first."""
    low, high = (daekning[f"borgere_pr_kapacitet_naaet_{end}"] for end in ("lav", "hoej"))
    order = (high - low).sort_values(ascending=False, kind="stable").index
    return daekning.loc[order].head(antal)


@dataclass(frozen=True)
class Del:
    """
    A part of those who live at a place, or are treated there: at home, at one other place, at the rest, or unknown.

    `sted` is the place of a part that is one's, else None; `andel` is of all (0-1).
    """

    slags: Literal["hjemme", "sted", "oevrige", "ukendt"]
    sted: str | None
    patienter: Interval
    andel: Interval


def fordeling(pendling: Pendling, sted: str, retning: Retning, antal: int = 5) -> tuple[Del, ...]:
    """
    Return where the patients of a place are treated ("ud"), or where those of its clinics live ("ind").

    At home first, then the `antal` largest other places, the rest together, and the unknown: all of them. What is
    certain to be none is left out. Raises KeyError for a place that the table does not have.
    """
    at = pendling.plads
    named = [flow.klinik if retning == "ud" else flow.hjem for flow in stoerste(pendling, sted, retning, antal)]

    def regn(table: Floats) -> Floats:
        line = table[:, at[sted]] if retning == "ud" else table[at[sted]]
        parts = [line[at[place]] for place in (sted, *named)]
        unknown = line[~pendling.kendt].sum()
        rest = line[pendling.kendt].sum() - sum(parts)
        patients = np.array([*parts, rest, unknown])
        with np.errstate(invalid="ignore"):
            return np.array([patients, patients / line.sum()])

    low, high = pendling.mellem(regn)
    kinds: list[tuple[Literal["hjemme", "sted", "oevrige", "ukendt"], str | None]] = [
        ("hjemme", sted),
        *(("sted", place) for place in named),
        ("oevrige", None),
        ("ukendt", None),
    ]
    found = (
        Del(kind, place, *(Interval(float(a), float(b)) for a, b in zip(low[:, part], high[:, part], strict=True)))
        for part, (kind, place) in enumerate(kinds)
    )
    return tuple(each for each in found if each.patienter.hoej > 0)
