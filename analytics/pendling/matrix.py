"""The table of patients by clinic and by home as a matrix, with the one cell that is lost known to a range."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analytics.tabeller import Frames
from analytics.talraekker import Bools, Floats, laast

UKENDT = "ukendt"
"""The place of patients whose home, or whose clinic, is not known. It is in the table, and it is no area."""


@dataclass(frozen=True)
class Interval:
    """A figure that is known to lie from `lav` to `hoej`; the two are the same where it is known exactly."""

    lav: float
    hoej: float

    @property
    def eksakt(self) -> bool:
        """Say whether the figure is known."""
        return self.lav == self.hoej

    @property
    def midt(self) -> float:
        """The middle, for a picture that needs a place: never to be told without the ends where they differ."""
        return (self.lav + self.hoej) / 2


@dataclass(frozen=True)
class Tabt:
    """The cell that is lost: the patients of `hjem` at `klinik` (both a sted_id) are from `lav` to `hoej`."""

    klinik: str
    hjem: str
    lav: float
    hoej: float


@dataclass(frozen=True, eq=False)
class Pendling:
    """
    Patients by place: row is the clinic's, column the home's, both in the order of `steder`, as printed.

    `patienter` is (places, places): 0 where the cell is blank, NaN in the lost cell, which `tabt` describes. Not to be
    changed. Raises ValueError, in Danish, for a table that is not square, holds less than nothing, or has another
    unknown cell than `tabt`.
    """

    steder: tuple[str, ...]
    patienter: Floats
    tabt: Tabt | None = None

    def __post_init__(self) -> None:
        places = len(self.steder)
        if self.patienter.shape != (places, places) or len(set(self.steder)) != places:
            raise ValueError("Tabellen over pendling skal have én række og én kolonne for hvert sted.")
        if (self.patienter < 0).any():
            raise ValueError("Tabellen over pendling har et antal under nul.")
        unknown = [(self.steder[row], self.steder[column]) for row, column in np.argwhere(np.isnan(self.patienter))]
        if unknown != ([] if self.tabt is None else [(self.tabt.klinik, self.tabt.hjem)]):
            raise ValueError("Tabellen over pendling har en celle uden tal, og det kendes ikke, hvad den kan være.")
        laast(self.patienter)

    @cached_property
    def plads(self) -> Mapping[str, int]:
        """Each place's row and column."""
        return {sted: number for number, sted in enumerate(self.steder)}

    @cached_property
    def omraader(self) -> tuple[str, ...]:
        """The places that are areas: all but the unknown, in their order."""
        return tuple(sted for sted in self.steder if sted != UKENDT)

    @cached_property
    def kendt(self) -> Bools:
        """Which of the places are areas."""
        return laast(np.array([sted != UKENDT for sted in self.steder], dtype=bool))

    @cached_property
    def ender(self) -> tuple[Floats, Floats]:
        """The whole table with the least and with the most that the lost cell can be; twice the same where none is."""
        if self.tabt is None:
            return self.patienter, self.patienter
        row, column = self.plads[self.tabt.klinik], self.plads[self.tabt.hjem]
        low, high = self.patienter.copy(), self.patienter.copy()
        low[row, column], high[row, column] = self.tabt.lav, self.tabt.hoej
        return laast(low), laast(high)

    def mellem(self, regn: Callable[[Floats], Floats]) -> tuple[Floats, Floats]:
        """
        Return the least and the most of what is worked out from a whole table.

        It is right for what only rises, or only falls, with the lost cell, as sums and shares do.
        """
        low, high = (regn(end) for end in self.ender)
        return np.minimum(low, high), np.maximum(low, high)

    def celle(self, klinik: str, hjem: str) -> Interval:
        """Return the patients of a home at a clinic. Raises KeyError for a place that the table does not have."""
        low, high = (float(end[self.plads[klinik], self.plads[hjem]]) for end in self.ender)
        return Interval(low, high)


def fra_ramme(frame: pd.DataFrame, steder: Sequence[str]) -> Pendling:
    """
    Return the table of the rows of `fysio_pendling`, its places in the order of `steder` (sted_id, as printed).

    What the lost cell can be is read from its own row. Raises ValueError, in Danish, where a place or a cell is missing
    or twice there, and where more than one cell is lost.
    """
    order = list(steder)
    if set(frame["klinik_id"]) != set(order) or set(frame["hjem_id"]) != set(order):
        raise ValueError("Tabellen over pendling har ikke de steder, som listen har.")
    if len(frame) != len(order) ** 2 or frame.duplicated(["klinik_id", "hjem_id"]).any():
        raise ValueError("Tabellen over pendling skal have hver celle én gang.")
    cells = frame.set_index(["klinik_id", "hjem_id"])
    patients = cells["patienter"].astype("Float64").mask(cells["placering"] == "tom", 0.0)
    table = patients.unstack("hjem_id").loc[order, order].to_numpy(dtype=float, na_value=np.nan)
    lost = cells[cells["placering"] == "tabt"]
    if len(lost) > 1:
        raise ValueError("Tabellen over pendling har mere end én tabt celle.")
    columns = ("klinik_id", "hjem_id", "patienter_mindst", "patienter_hoejst")
    ends = zip(*(lost.reset_index()[column] for column in columns), strict=True)
    tabt = next((Tabt(klinik, hjem, float(least), float(most)) for klinik, hjem, least, most in ends), None)
    return Pendling(tuple(order), table, tabt)


def efter_andelene(pendling: Pendling, andele: pd.DataFrame) -> Interval | None:
    """
    Return what the lost cell can be by the two printed shares alone, whatever else its row allows.

    The shares are its clinic's (of patients from elsewhere) and its home's (of those treated where they live), in per
    cent with halves rounded up: columns `pendler_pct` and `hjemme_pct` of `andele`, by sted_id. None where no cell is
    lost, or no number fits them both.
    """
    if pendling.tabt is None:
        return None
    pct = andele.set_index("sted_id")
    away, at_home = pct["pendler_pct"].astype(float), pct["hjemme_pct"].astype(float)
    row, column = pendling.plads[pendling.tabt.klinik], pendling.plads[pendling.tabt.hjem]
    table = np.nan_to_num(pendling.patienter)
    can_be = np.arange(pendling.tabt.hoej + 1)
    clinic, home = table[row].sum() + can_be, table[:, column].sum() + can_be
    own = can_be if row == column else np.zeros_like(can_be)
    fit = can_be[
        _rounds_to(float(away[pendling.tabt.klinik]), clinic - table[row, row] - own, clinic)
        & _rounds_to(float(at_home[pendling.tabt.hjem]), table[column, column] + own, home)
    ]
    return Interval(float(fit.min()), float(fit.max())) if fit.size else None


def _rounds_to(pct: float, part: Floats, whole: Floats) -> Bools:
    """Say where a part of a whole is so many per cent, halves rounded up; in whole numbers, so exactly."""
    return np.asarray(((2 * pct - 1) * whole <= 200 * part) & (200 * part < (2 * pct + 1) * whole))


def som_pendling(frames: Frames) -> Pendling:
    """Return bilag 4 from the database's tables."""
    places = frames["pendling_sted"].sort_values("nr")
    return fra_ramme(frames["fysio_pendling"], list(places["sted_id"]))


def samlet(pendling: Pendling, del_af: Mapping[str, str]) -> Pendling:
    """
    Return the table of larger places: `del_af` says which each is part of; those it does not name stay as they are.

    A patient who is treated in another part of his own larger place is then treated at home, and one who is treated in
    two parts of it counts twice, as in the table itself.
    """
    owner = [del_af.get(sted, sted) for sted in pendling.steder]
    names = tuple(dict.fromkeys(owner))
    parts = np.array([[name == each for each in owner] for name in names], dtype=float)
    low, high = (parts @ end @ parts.T for end in pendling.ender)
    lost = pendling.tabt
    if lost is None:
        return Pendling(names, low)
    klinik, hjem = del_af.get(lost.klinik, lost.klinik), del_af.get(lost.hjem, lost.hjem)
    row, column = names.index(klinik), names.index(hjem)
    ends = float(low[row, column]), float(high[row, column])
    low[row, column] = np.nan
    return Pendling(names, low, Tabt(klinik, hjem, *ends))


def kommuneniveau(pendling: Pendling, omraade: pd.DataFrame) -> Pendling:
    """Return the table by kommune (kommune_id): København's areas are one place, and the unknown stays its own."""
    return samlet(pendling, dict(zip(omraade["omraade_id"], omraade["kommune_id"], strict=True)))
