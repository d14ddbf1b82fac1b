"""What a scenario does to citizens per capacity: worked out as arrays, and as frames to read and take away."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.begreber import AAR, RAEKKER, REGION
from analytics.grundlag import Floats, Grundlag
from analytics.scenarie.model import Scenarie


@dataclass(frozen=True, eq=False)
class Regning:
    """
    A scenario worked out, as arrays: one column per area of the grundlag, and a row per speciale (51, 62) where both.

    `borgere` (areas) are citizens, `vejede` (areas) those that the figures are computed with: the weighted ones where
    there are weights. `foer`, `tillaeg` and `kapacitet` (2, areas) are capacities, `pr_foer` and `pr` (2, areas)
    citizens per capacity, infinite where there is no capacity.
    """

    borgere: NDArray[np.int64]
    vejede: Floats
    foer: Floats
    tillaeg: Floats
    kapacitet: Floats
    pr_foer: Floats
    pr: Floats


def regn(scenarie: Scenarie, grundlag: Grundlag) -> Regning:
    """
    Work a scenario out as arrays: what `beregn` puts into a frame, at a tenth of its price.

    Raises ValueError for an area or a speciale that the grundlag does not have.
    """
    citizens = grundlag.borgere(scenarie.aar)
    weighted = citizens.astype(float)
    if scenarie.vaegte is not None:
        weighted *= scenarie.vaegte.faktorer(grundlag)
    before = grundlag.kapacitet(scenarie.grundkapacitet)
    given = np.zeros_like(before)
    for (omraade, speciale), value in scenarie.tillaeg.items():
        if omraade not in grundlag.plads or speciale not in RAEKKER:
            raise ValueError(f"«{omraade}», speciale {speciale}, findes ikke i tabel 3 og 4.")
        given[RAEKKER.index(speciale), grundlag.plads[omraade]] = value
    after = before + given
    with np.errstate(divide="ignore", invalid="ignore"):
        return Regning(citizens, weighted, before, given, after, weighted / before, weighted / after)


def beregn(scenarie: Scenarie, grundlag: Grundlag) -> pd.DataFrame:
    """
    Work a scenario out: one row per omraade and speciale, all of 51 and then all of 62, in the order of Tabel 3.

    Columns: omraade_id, speciale, borgere (citizens that year, bilag 3), kapacitet_foer, tillaeg, kapacitet
    (capacities), borgere_pr_kapacitet_foer, borgere_pr_kapacitet, and aendring_pct = 100 x (after / before - 1), where
    a fall is better. With weights there is also vaegtede_borgere, and the two figures per capacity are the weighted
    citizens'; borgere stays what it is. Raises ValueError for an area or speciale that Tabel 3 and 4 do not have.
    """
    result = regn(scenarie, grundlag)
    areas, specialer = grundlag.noegler
    rows = len(RAEKKER)
    columns: dict[str, object] = {"omraade_id": areas, "speciale": specialer, "borgere": np.tile(result.borgere, rows)}
    if scenarie.vaegte is not None:
        columns["vaegtede_borgere"] = np.tile(result.vejede, rows)
    before, after = result.pr_foer.ravel(), result.pr.ravel()
    columns |= {
        "kapacitet_foer": result.foer.ravel(),
        "tillaeg": result.tillaeg.ravel(),
        "kapacitet": result.kapacitet.ravel(),
        "borgere_pr_kapacitet_foer": before,
        "borgere_pr_kapacitet": after,
        "aendring_pct": 100 * (after / before - 1),
    }
    return pd.DataFrame(columns)


def totaler(scenarie: Scenarie, grundlag: Grundlag) -> pd.DataFrame:
    """
    Return the scenario for each planområde and the region: niveau, navn, and the columns of `beregn` without its area.

    `niveau` is 'planomraade' or 'region' and `navn` the planomraade's id or 'hovedstaden': six rows for each speciale.
    The figures per capacity are the areas' citizens over the areas' capacity, not the papers' printed totals.
    """
    result = regn(scenarie, grundlag)
    names, members = grundlag.dele
    rows = len(RAEKKER)
    people, before = members @ result.vejede, members @ result.foer.T
    given, after = members @ result.tillaeg.T, members @ result.kapacitet.T
    per_before, per_after = people[:, None] / before, people[:, None] / after
    columns: dict[str, object] = {
        "niveau": [level for level, _ in names] * rows,
        "navn": [name for _, name in names] * rows,
        "speciale": np.repeat(RAEKKER, len(names)),
        "borgere": np.tile(members.astype(np.int64) @ result.borgere, rows),
    }
    if scenarie.vaegte is not None:
        columns["vaegtede_borgere"] = np.tile(people, rows)
    columns |= {
        "kapacitet_foer": before.T.ravel(),
        "tillaeg": given.T.ravel(),
        "kapacitet": after.T.ravel(),
        "borgere_pr_kapacitet_foer": per_before.T.ravel(),
        "borgere_pr_kapacitet": per_after.T.ravel(),
        "aendring_pct": 100 * (per_after / per_before - 1).T.ravel(),
    }
    return pd.DataFrame(columns)


def udvikling(scenarie: Scenarie, grundlag: Grundlag) -> pd.DataFrame:
    """
    Return citizens per capacity 2024-2030 with the scenario's new capacities and without, for areas and the region.

    Columns: aar, niveau ('omraade' or 'region'), navn (omraade_id or 'hovedstaden'), speciale, uden, med. 7 years of
    the areas' and the region's rows; the capacity is the same every year, only the citizens are another year's.
    """
    names = [*grundlag.omraader, REGION]
    levels = ["omraade"] * len(grundlag.omraader) + ["region"]
    years = [regn(replace(scenarie, aar=aar), grundlag) for aar in AAR]
    blocks = len(AAR) * len(RAEKKER)
    return pd.DataFrame(
        {
            "aar": np.repeat(AAR, len(RAEKKER) * len(names)),
            "niveau": levels * blocks,
            "navn": names * blocks,
            "speciale": np.tile(np.repeat(RAEKKER, len(names)), len(AAR)),
            "uden": np.concatenate([_with_region(year.pr_foer, year.vejede, year.foer) for year in years]),
            "med": np.concatenate([_with_region(year.pr, year.vejede, year.kapacitet) for year in years]),
        }
    )


def _with_region(per: Floats, people: Floats, capacity: Floats) -> Floats:
    """The areas' figures and the region's after them, speciale by speciale, in one row."""
    return np.column_stack([per, people.sum() / capacity.sum(axis=1)]).ravel()


def vindere_og_tabere(scenarie: Scenarie, mod: Scenarie, grundlag: Grundlag) -> pd.DataFrame:
    """
    Return how each area fares in a scenario against another (the proposal, or `scenarie.uden_nye()`), best gain first.

    Columns: omraade_id, speciale, borgere, mod, nu (citizens per capacity in the other and in this), forskel = nu -
    mod, forskel_pct, and udfald: 'vinder' (fewer citizens per capacity), 'taber' or 'uaendret'.
    """
    now, other = beregn(scenarie, grundlag), beregn(mod, grundlag)
    rows = now[["omraade_id", "speciale", "borgere"]].assign(
        mod=other["borgere_pr_kapacitet"], nu=now["borgere_pr_kapacitet"]
    )
    rows["forskel"] = rows["nu"] - rows["mod"]
    rows["forskel_pct"] = 100 * (rows["nu"] / rows["mod"] - 1)
    same = np.isclose(rows["nu"], rows["mod"], rtol=1e-12)
    rows["udfald"] = np.select([same, rows["forskel"] < 0], ["uaendret", "vinder"], "taber")
    return rows.sort_values("forskel_pct", kind="stable", ignore_index=True)
