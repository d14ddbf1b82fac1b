"""What a scenario does to citizens per capacity: worked out as arrays, and as frames to read and take away."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.begreber import AAR, RAEKKER, REGION
from analytics.grundlag import Grundlag
from analytics.scenarie.model import Scenarie
from analytics.scenarie.naaet import naaet
from analytics.talraekker import Floats


@dataclass(frozen=True, eq=False)
class Regning:
    """
    A scenario worked out, as arrays: one column per area of the grundlag, and a row per speciale (51, 62) where both.

    `borgere` (areas) are citizens, `faktorer` (areas) what each counts for (1 without weights), and `vejede` (areas)
    the two multiplied: what the figures are computed with. `foer`, `tillaeg` and `kapacitet` (2, areas) are capacities
    where they stand; `naaet_foer` and `naaet` (2, areas) what the citizens reach of them, which is the same unless the
    patients follow. `pr_foer` and `pr` (2, areas) are citizens per capacity reached, infinite where there is none.
    """

    scenarie: Scenarie
    grundlag: Grundlag
    borgere: NDArray[np.int64]
    faktorer: Floats
    vejede: Floats
    foer: Floats
    tillaeg: Floats
    kapacitet: Floats
    naaet_foer: Floats
    naaet: Floats
    pr_foer: Floats
    pr: Floats

    @property
    def aendring_pct(self) -> Floats:
        """The change in citizens per capacity, (2, areas) percent: a fall is better; NaN where there is no capacity."""
        return change_pct(self.pr, self.pr_foer)


def change_pct(after: Floats, before: Floats) -> Floats:
    """
    Return by how many percent figures have changed.

    >>> change_pct(np.array([75.0, 110.0]), np.array([100.0, 100.0])).round(6).tolist()
    [-25.0, 10.0]
    """
    with np.errstate(invalid="ignore"):
        return np.asarray(100 * (after / before - 1))


def regn(scenarie: Scenarie, grundlag: Grundlag) -> Regning:
    """
    Work a scenario out as arrays: what `beregn` puts into a frame, at a tenth of its price.

    Raises ValueError for an area or a speciale that the grundlag does not have, and where the patients follow and it is
    not known where to.
    """
    citizens = grundlag.borgere(scenarie.aar)
    factors = np.ones(len(citizens)) if scenarie.vaegte is None else scenarie.vaegte.faktorer(grundlag)
    weighted = citizens * factors
    before = grundlag.kapacitet(scenarie.grundkapacitet)
    given = np.zeros_like(before)
    for (omraade, speciale), value in scenarie.tillaeg.items():
        if omraade not in grundlag.plads or speciale not in RAEKKER:
            raise ValueError(f"«{omraade}», speciale {speciale}, findes ikke i {grundlag.kapacitetstabeller}.")
        given[RAEKKER.index(speciale), grundlag.plads[omraade]] = value
    after = before + given
    has = [naaet(each, grundlag) if scenarie.foelger else each for each in (before, after)]
    with np.errstate(divide="ignore", invalid="ignore"):
        per = [weighted / each for each in has]
    return Regning(scenarie, grundlag, citizens, factors, weighted, before, given, after, *has, *per)


def beregn(scenarie: Scenarie, grundlag: Grundlag) -> pd.DataFrame:
    """
    Work a scenario out: one row per omraade and speciale, all of 51 and then all of 62, in the order of Tabel 3.

    Columns: omraade_id, speciale, borgere (citizens that year, bilag 3), kapacitet_foer, tillaeg, kapacitet
    (capacities), borgere_pr_kapacitet_foer, borgere_pr_kapacitet, and aendring_pct = 100 x (after / before - 1), where
    a fall is better. With weights there is also vaegtede_borgere, and the two figures per capacity are the weighted
    citizens'; borgere stays what it is. Where the patients follow there are also kapacitet_naaet_foer and
    kapacitet_naaet, which the figures per capacity are computed with; 62's are what stands there. Raises ValueError for
    an area or speciale that Tabel 3 and 4 do not have.
    """
    return som_tabel(regn(scenarie, grundlag))


def som_tabel(result: Regning) -> pd.DataFrame:
    """Return what is worked out as a frame, with the rows and columns that `beregn` has."""
    areas, specialer = result.grundlag.noegler
    rows = len(RAEKKER)
    columns: dict[str, object] = {"omraade_id": areas, "speciale": specialer, "borgere": np.tile(result.borgere, rows)}
    if result.scenarie.vaegte is not None:
        columns["vaegtede_borgere"] = np.tile(result.vejede, rows)
    columns |= {
        "kapacitet_foer": result.foer.ravel(),
        "tillaeg": result.tillaeg.ravel(),
        "kapacitet": result.kapacitet.ravel(),
    }
    if result.scenarie.foelger:
        columns |= {"kapacitet_naaet_foer": result.naaet_foer.ravel(), "kapacitet_naaet": result.naaet.ravel()}
    columns |= {
        "borgere_pr_kapacitet_foer": result.pr_foer.ravel(),
        "borgere_pr_kapacitet": result.pr.ravel(),
        "aendring_pct": result.aendring_pct.ravel(),
    }
    return pd.DataFrame(columns)


def totaler(result: Regning) -> pd.DataFrame:
    """
    Return the scenario for each planområde and the region: niveau, navn, and the columns of `beregn` without its area.

    `niveau` is 'planomraade' or 'region' and `navn` the planomraade's id or 'hovedstaden': six rows for each speciale.
    The figures per capacity are the areas' citizens over the capacity that they reach, not the papers' printed totals.
    The region's is the same whether the patients follow or not, since they all live in it.
    """
    names, members = result.grundlag.dele
    rows = len(RAEKKER)
    people, before = members @ result.vejede, members @ result.foer.T
    given, after = members @ result.tillaeg.T, members @ result.kapacitet.T
    reached_before, reached = members @ result.naaet_foer.T, members @ result.naaet.T
    per_before, per_after = people[:, None] / reached_before, people[:, None] / reached
    columns: dict[str, object] = {
        "niveau": [level for level, _ in names] * rows,
        "navn": [name for _, name in names] * rows,
        "speciale": np.repeat(RAEKKER, len(names)),
        "borgere": np.tile(members.astype(np.int64) @ result.borgere, rows),
    }
    if result.scenarie.vaegte is not None:
        columns["vaegtede_borgere"] = np.tile(people, rows)
    columns |= {
        "kapacitet_foer": before.T.ravel(),
        "tillaeg": given.T.ravel(),
        "kapacitet": after.T.ravel(),
    }
    if result.scenarie.foelger:
        columns |= {"kapacitet_naaet_foer": reached_before.T.ravel(), "kapacitet_naaet": reached.T.ravel()}
    columns |= {
        "borgere_pr_kapacitet_foer": per_before.T.ravel(),
        "borgere_pr_kapacitet": per_after.T.ravel(),
        "aendring_pct": change_pct(per_after, per_before).T.ravel(),
    }
    return pd.DataFrame(columns)


def udvikling(result: Regning) -> pd.DataFrame:
    """
    Return citizens per capacity 2024-2030 with the scenario's new capacities and without, for areas and the region.

    Columns: aar, niveau ('omraade' or 'region'), navn (omraade_id or 'hovedstaden'), speciale, uden, med. 7 years of
    the areas' and the region's rows; the capacity is the same every year, only the citizens are another year's.
    """
    names = [*result.grundlag.omraader, REGION]
    levels = ["omraade"] * len(result.grundlag.omraader) + ["region"]
    people = [result.grundlag.borgere(aar) * result.faktorer for aar in AAR]
    blocks = len(AAR) * len(RAEKKER)
    return pd.DataFrame(
        {
            "aar": np.repeat(AAR, len(RAEKKER) * len(names)),
            "niveau": levels * blocks,
            "navn": names * blocks,
            "speciale": np.tile(np.repeat(RAEKKER, len(names)), len(AAR)),
            "uden": np.concatenate([_with_region(of_year, result.naaet_foer) for of_year in people]),
            "med": np.concatenate([_with_region(of_year, result.naaet) for of_year in people]),
        }
    )


def _with_region(people: Floats, capacity: Floats) -> Floats:
    """The areas' figures and the region's after them, speciale by speciale, in one row."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.column_stack([people / capacity, people.sum() / capacity.sum(axis=1)]).ravel()
