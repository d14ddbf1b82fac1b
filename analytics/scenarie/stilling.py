"""How citizens per capacity stands before and after a scenario, in the shape that a picture of a speciale shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from analytics.begreber import RAEKKER
from analytics.kapacitet.rangorden import Tal, i_orden
from analytics.scenarie.forskydning import MINDST_PCT
from analytics.scenarie.lighed import lorenz, worst_first
from analytics.scenarie.udregning import Udregning

Visning = Literal["resultat", "aendring"]


@dataclass(frozen=True)
class Stedstilling:
    """
    An area, a planområde or the region (`niveau`), known by its id: citizens per capacity before and after.

    `del_foer` and `del_efter` are their shares of the highest figure of any area, before or after: how far out on a
    common scale they are.
    """

    niveau: str
    navn: str
    foer: float
    efter: float
    aendring_pct: float
    faar_nyt: bool
    del_foer: float
    del_efter: float

    @property
    def aendret(self) -> bool:
        """Say whether its figure is another: by what it is given or, where the patients follow, by what others are."""
        return self.faar_nyt or abs(self.aendring_pct) >= MINDST_PCT


@dataclass(frozen=True)
class Stillinger:
    """Every area, the worst served after the scenario first; the planområder, then the region; and the region alone."""

    omraader: tuple[Stedstilling, ...]
    samlede: tuple[Stedstilling, ...]

    @property
    def region(self) -> Stedstilling:
        """The whole region."""
        return self.samlede[-1]


def stillinger(of: Udregning, speciale: int) -> Stillinger:
    """Return how all areas and the whole stand in a speciale."""
    areas = of.tabel[of.tabel["speciale"] == speciale].sort_values("borgere_pr_kapacitet", ascending=False)
    highest = float(areas[["borgere_pr_kapacitet_foer", "borgere_pr_kapacitet"]].to_numpy().max())
    total = of.totaler[of.totaler["speciale"] == speciale]
    return Stillinger(
        _rows(areas.assign(niveau="omraade", navn=areas["omraade_id"]), highest),
        _rows(total, highest),
    )


def _rows(frame: pd.DataFrame, highest: float) -> tuple[Stedstilling, ...]:
    return tuple(
        Stedstilling(
            niveau=str(row["niveau"]),
            navn=str(row["navn"]),
            foer=float(row["borgere_pr_kapacitet_foer"]),
            efter=float(row["borgere_pr_kapacitet"]),
            aendring_pct=float(row["aendring_pct"]),
            faar_nyt=bool(row["tillaeg"]),
            del_foer=float(row["borgere_pr_kapacitet_foer"] / highest),
            del_efter=float(row["borgere_pr_kapacitet"] / highest),
        )
        for row in frame.to_dict("records")
    )


@dataclass(frozen=True)
class Skalaplads:
    """
    How far out on a common scale (0-1) citizens per capacity is: before, after, in the proposal, and the region after.

    1 is the highest figure of any area, whichever of the three it is in. Where there is no capacity it is None.
    """

    foer: float | None
    efter: float | None
    forslag: float | None
    region: float


def skalapladser(of: Udregning, speciale: int) -> dict[str, Skalaplads]:
    """Return where each area stands on the common scale of a speciale, by omraade_id."""
    row = RAEKKER.index(speciale)
    three = np.array([of.regning.pr_foer[row], of.regning.pr[row], of.forslag.regning.pr[row]])
    highest = float(three[np.isfinite(three)].max())
    region = of.noegletal[speciale].region / highest
    return {
        omraade: Skalaplads(_share(before, highest), _share(after, highest), _share(proposed, highest), region)
        for omraade, before, after, proposed in zip(of.grundlag.omraader, *three, strict=True)
    }


def _share(figure: float, highest: float) -> float | None:
    return float(figure / highest) if np.isfinite(figure) else None


def kortvaerdier(of: Udregning, speciale: int, visning: Visning, mod: Udregning | None = None) -> dict[str, Tal]:
    """
    Return what a map shows of a speciale by omraade_id, highest first: the result, or the change in per cent.

    The change is against another scenario where there is one, else against nothing new.
    """
    if visning == "aendring":
        against = of.mod(of.uden_nye if mod is None else mod)
        return i_orden({each.omraade_id: each.pct for each in against.forskelle if each.speciale == speciale})
    rows = of.tabel[of.tabel["speciale"] == speciale]
    return i_orden(dict(zip(rows["omraade_id"], rows["borgere_pr_kapacitet"], strict=True)))


def foer(of: Udregning, speciale: int) -> pd.Series:
    """Return the areas' citizens per capacity before the scenario: what a map's classes are made of."""
    return pd.Series(of.regning.pr_foer[RAEKKER.index(speciale)])


@dataclass(frozen=True)
class Forloeb:
    """The years of an area or the region without the scenario and with it, and the same as a chart's points."""

    aar: tuple[int, ...]
    uden: tuple[float, ...]
    med: tuple[float, ...]
    punkter: pd.DataFrame


def forloeb(of: Udregning, navn: str, speciale: int) -> Forloeb:
    """Return the development of an area, or of the region (`begreber.REGION`), in a speciale."""
    rows = of.udvikling[(of.udvikling["navn"] == navn) & (of.udvikling["speciale"] == speciale)]
    points = rows.melt(id_vars="aar", value_vars=["uden", "med"], var_name="serie", value_name="vaerdi")
    years, without, given = (tuple(rows[column].tolist()) for column in ("aar", "uden", "med"))
    return Forloeb(years, without, given, points)


@dataclass(frozen=True)
class Lorenzkurver:
    """
    How unequally a speciale is shared out: the Lorenz curves without the scenario and with it, the worst served first.

    `punkter` has serie ("uden", "med"), navn (an omraade_id, "" where the curve begins), and borgere_pct and
    kapacitet_pct, the shares so far. `halvdelen_uden` and `halvdelen_med` are how much of the capacity, in per cent,
    the worst served half of the citizens has.
    """

    punkter: pd.DataFrame
    halvdelen_uden: float
    halvdelen_med: float


def fordeling(of: Udregning, speciale: int) -> Lorenzkurver:
    """Return how unequally a speciale is shared out, without the scenario and with it."""
    row, worked = RAEKKER.index(speciale), of.regning
    blocks, halves = [], []
    for series, capacity in (("uden", worked.naaet_foer[row]), ("med", worked.naaet[row])):
        people, given = lorenz(worked.vejede, capacity)
        names = ["", *(of.grundlag.omraader[place] for place in worst_first(worked.vejede, capacity))]
        shares = {"borgere_pct": 100 * people, "kapacitet_pct": 100 * given}
        blocks.append(pd.DataFrame({"serie": series, "navn": names, **shares}))
        halves.append(float(100 * np.interp(0.5, people, given)))
    return Lorenzkurver(pd.concat(blocks, ignore_index=True), *halves)
