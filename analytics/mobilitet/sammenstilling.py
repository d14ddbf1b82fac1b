"""A few measures side by side: all that the sheets say of them, in the order they were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.mobilitet.indsatsark import Faktum, faktum
from analytics.mobilitet.katalog import Katalog

FAERREST, FLEST = 2, 6


@dataclass(frozen=True, eq=False)
class Sammenstilling:
    """
    Two to six measures. Frames have the columns of the tables they are named after, in the order of `numre`.

    `vurdering` also has kort_navn (the measure's), pejlemaerke (the name), lav and hoej: the stars that the assessment
    can be (0-5), one row per measure and pejlemærke, in their order. `fakta` also has faelles: whether another of the
    measures has a figure of the same kind and unit, so that the two can stand on one scale.
    """

    numre: tuple[int, ...]
    vurdering: pd.DataFrame
    fakta: pd.DataFrame


def sammenstil(katalog: Katalog, numre: Sequence[int]) -> Sammenstilling:
    """
    Return the measures side by side.

    Raises ValueError, in Danish, for fewer than two or more than six, one named twice, or one that is not there.
    """
    katalog.raekker(numre)
    if not FAERREST <= len(numre) <= FLEST:
        raise ValueError(f"Der kan stå fra {FAERREST} til {FLEST} indsatser side om side.")
    if len(set(numre)) < len(numre):
        raise ValueError("Den samme indsats kan ikke stå der to gange.")
    facts = _rows(katalog.mobilitet_fakta, numre, "raekke")
    having = facts.groupby(["hvad", "enhed"], dropna=False)["indsats_nr"].transform("nunique")
    return Sammenstilling(
        tuple(numre),
        _ratings(katalog, numre),
        facts.assign(faelles=(having > 1) & facts["enhed"].notna()),
    )


def paa_samme_plads(vurdering: pd.DataFrame) -> pd.DataFrame:
    """
    Return a row for each place on a scale of stars that some of a `Sammenstilling`'s assessments have.

    Columns: pejlemaerke, lav and hoej, kort_navn (the short names of all that share the place, as a text), and bredde,
    how much is unknown.
    """
    shared = vurdering.groupby(["pejlemaerke", "lav", "hoej"], sort=False)["kort_navn"]
    return shared.agg(", ".join).reset_index().assign(bredde=lambda places: places["hoej"] - places["lav"])


def foran(af: Sammenstilling) -> tuple[int, ...]:
    """Return on how many pejlemærker each measure is sure to have more stars than all the others, in their order."""
    low = af.vurdering.pivot(index="pejlemaerke", columns="indsats_nr", values="lav")
    high = af.vurdering.pivot(index="pejlemaerke", columns="indsats_nr", values="hoej")
    return tuple(int((low[nr] > high.drop(columns=nr).max(axis=1)).sum()) for nr in af.numre)


@dataclass(frozen=True)
class Faktalinje:
    """A kind of fact that several of the measures have in the same unit, and what each of them says of it."""

    hvad: str
    pr_indsats: tuple[tuple[Faktum, ...], ...]


def faktalinjer(af: Sammenstilling) -> tuple[tuple[Faktalinje, ...], tuple[tuple[Faktum, ...], ...]]:
    """Return the facts that several measures share, line by line, and those that are each measure's own."""
    shared: dict[tuple[str, str], dict[int, list[Faktum]]] = {}
    own: dict[int, list[Faktum]] = {nr: [] for nr in af.numre}
    for nr, is_shared, fact in zip(
        af.fakta["indsats_nr"], af.fakta["faelles"], map(faktum, af.fakta.itertuples(index=False)), strict=True
    ):
        of_kind = shared.setdefault((fact.hvad, fact.enhed), {}) if is_shared else own
        of_kind.setdefault(int(nr), []).append(fact)
    lines = (Faktalinje(what, tuple(tuple(each.get(nr, ())) for nr in af.numre)) for (what, _), each in shared.items())
    return tuple(lines), tuple(tuple(of) for of in own.values())


def _rows(table: pd.DataFrame, numre: Sequence[int], then_by: str) -> pd.DataFrame:
    """Return the measures' rows, in the order of the measures and then by the column."""
    place = {nr: order for order, nr in enumerate(numre)}
    rows = table[table["indsats_nr"].isin(numre)].sort_values(then_by, kind="stable")
    return rows.sort_values("indsats_nr", key=lambda column: column.map(place), kind="stable").reset_index(drop=True)


def _ratings(katalog: Katalog, numre: Sequence[int]) -> pd.DataFrame:
    rows = katalog.raekker(numre)
    nr = katalog.pejlemaerke.set_index("pejlemaerke_id")["nr"]
    table = katalog.mobilitet_vurdering
    table = _rows(table.assign(pejlemaerke_nr=table["pejlemaerke_id"].map(nr)), numre, "pejlemaerke_nr")
    return table.drop(columns="pejlemaerke_nr").assign(
        kort_navn=table["indsats_nr"].map(katalog.korte_navne),
        pejlemaerke=table["pejlemaerke_id"].map(katalog.pejlemaerke_navne),
        lav=katalog.lav[rows].ravel(),
        hoej=katalog.hoej[rows].ravel(),
    )
