"""What stands out in the flows and in the coverage that follows the patients, and the sentences that say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analytics.pendling.matrix import Interval
from analytics.pendling.stroemme import Bevaegelse
from dansk.tal import rounded

TI = 10


@dataclass(frozen=True)
class Pendlingsfund:
    """
    Where most of a place's patients are treated: `vej` says whether at home or in another known place.

    `andel` is their share of all who live there, those with an unknown clinic included, and `af_ti` the same out of
    ten, the lower where the lost cell leaves two.
    """

    sted_id: str
    vej: Literal["hjemme", "ud"]
    andel: Interval
    af_ti: int


def pendlingsfund(of: Bevaegelse) -> Pendlingsfund | None:
    """Return the finding about a place; None where nobody lives who is a patient."""
    if not of.bor.lav > 0:
        return None
    vej: Literal["hjemme", "ud"] = "ud" if of.ud.lav > of.hjemme.hoej else "hjemme"
    andel = of.andel_ud if vej == "ud" else of.andel_hjemme
    return Pendlingsfund(of.sted_id, vej, andel, int(rounded(TI * andel.lav)))


def saetning(fund: Pendlingsfund, navn: str, *, er_kommune: bool) -> str:
    """
    Return the finding as a sentence without a full stop.

    `er_kommune` says whether the place is a whole kommune: a district's patients go to another area, which may lie in
    the same kommune.

    >>> ude = Pendlingsfund("fredensborg", "ud", Interval(0.7, 0.7), 7)
    >>> saetning(ude, "Fredensborg", er_kommune=True)
    '7 af 10 patienter fra Fredensborg behandles i en anden kommune'
    """
    many = f"{fund.af_ti} af {TI} patienter fra {navn}"
    if fund.af_ti == TI:
        many = f"Næsten alle patienter fra {navn}"
    elif 2 * fund.af_ti == TI:
        many = f"Omkring halvdelen af patienterne fra {navn}"
    if fund.vej == "hjemme":
        return f"{many} behandles i deres {'egen kommune' if er_kommune else 'eget område'}"
    return f"{many} behandles i {'en anden kommune' if er_kommune else 'et andet område'}"


@dataclass(frozen=True)
class Daekningsfund:
    """
    What it changes that coverage follows the patients (omraade_id; figures are citizens per capacity).

    `bedre` are those who reach more than their area's own capacity, `ringere` those who reach less, both the most
    changed first; areas that change too little, or that the lost cell leaves in doubt, are in neither. `forhold` is
    how many times as many citizens share a capacity in the worst-served area as in the best-served.
    """

    bedre: tuple[str, ...]
    ringere: tuple[str, ...]
    ringest: str
    ringest_naaet: str
    forhold: float
    forhold_naaet: Interval


def daekningsfund(daekning: pd.DataFrame, mere_end: float = 0.0) -> Daekningsfund:
    """
    Return the finding about rows as `daekning.daekning` returns them, all with some capacity.

    What changes by `mere_end` per cent or less has not changed.
    """
    rows = daekning.set_index("omraade_id")
    plain, reached = rows["borgere_pr_kapacitet"], rows["borgere_pr_kapacitet_naaet"]
    low, high = rows["borgere_pr_kapacitet_naaet_lav"], rows["borgere_pr_kapacitet_naaet_hoej"]
    change = rows["forandring_pct"].sort_values(kind="stable")
    change = change[change.abs() > mere_end]
    return Daekningsfund(
        bedre=tuple(omraade for omraade in change.index if high[omraade] < plain[omraade]),
        ringere=tuple(omraade for omraade in change.index[::-1] if low[omraade] > plain[omraade]),
        ringest=str(plain.idxmax()),
        ringest_naaet=str(reached.idxmax()),
        forhold=float(plain.max() / plain.min()),
        forhold_naaet=Interval(float(low.max() / high.min()), float(high.max() / low.min())),
    )
