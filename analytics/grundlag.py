"""What every scenario is computed from: areas, capacity, citizens, the proposal and the budgets, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cached_property
from typing import Literal

import duckdb
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.begreber import RAEKKER, REGION
from analytics.paastand import Kilde, Paastand, fyldt, paastande
from analytics.pendling.daekning import Patientfordeling, fordeling
from analytics.pendling.matrix import som_pendling
from analytics.pendling.pendlingstekst import year
from analytics.tabeller import Frames
from analytics.talraekker import Floats, laast

Grundkapacitet = Literal["tabel_3_4", "foer_justering"]
GRUNDKAPACITETER: Mapping[str, str] = {
    "tabel_3_4": "kapaciteten i {kapacitetstabeller}",
    "foer_justering": "kapaciteten før justering i {effekttabeller}, og {kapacitetstabeller} for de øvrige områder",
}
"""What each base capacity is, with the names of the tables to be filled in: `Grundlag.ord_for`."""


MILLION = 1_000_000


@dataclass(frozen=True)
class Budget:
    """
    What there is to give of a speciale, as printed.

    `hoejst` capacities may be given at all, and `reserveret` of them are kept for existing practices. A capacity costs
    `tilskud_kr` a year at full use (Tabel 5, October 2023 level), out of `ramme_kr`. `ramme_i_forslag_kr` is the frame
    that the section on new capacities names: for speciale 51 another.
    """

    speciale: int
    hoejst: float
    reserveret: float
    tilskud_kr: float
    ramme_kr: float
    ramme_i_forslag_kr: float
    kilde_hoejst: Kilde
    kilde_reserveret: Kilde
    kilde_tilskud: Kilde
    kilde_ramme: Kilde
    kilde_ramme_i_forslag: Kilde

    @property
    def til_nye(self) -> float:
        """Capacities that are left for new ydernumre when the reserve is set aside."""
        return round(self.hoejst - self.reserveret, 6)

    @property
    def ramme_mio(self) -> float:
        """The frame in mio. kr."""
        return self.ramme_kr / MILLION

    @property
    def ramme_i_forslag_mio(self) -> float:
        """The frame that the section on new capacities names, in mio. kr."""
        return self.ramme_i_forslag_kr / MILLION


@dataclass(frozen=True, eq=False, repr=False)
class Grundlag:
    """
    The tables of a scenario, with the columns that their descriptions give, and arrays made from them once.

    Arrays have a row per speciale (51, then 62) and a column per area, in the order of `omraader`: that of Tabel 3.
    They, and the frames, are shared by all who ask, and are not to be changed. The last two tables are empty where
    they are of a version from before bilag 4 was read.
    """

    omraade: pd.DataFrame
    fysio_kapacitet: pd.DataFrame
    befolkning: pd.DataFrame
    fysio_forslag: pd.DataFrame
    fysio_forslag_effekt: pd.DataFrame
    fysio_budget: pd.DataFrame
    fysio_ramme: pd.DataFrame
    tekstpaastand: pd.DataFrame
    kommune: pd.DataFrame
    pendling_sted: pd.DataFrame = field(default_factory=pd.DataFrame)
    fysio_pendling: pd.DataFrame = field(default_factory=pd.DataFrame)

    @cached_property
    def omraader(self) -> tuple[str, ...]:
        """omraade_id of every area, in the order of Tabel 3."""
        first = self.fysio_kapacitet[self.fysio_kapacitet["speciale"] == RAEKKER[0]]
        return tuple(first.sort_values("kilde_linje")["omraade_id"])

    @cached_property
    def plads(self) -> Mapping[str, int]:
        """Each area's column in the arrays."""
        return {omraade: column for column, omraade in enumerate(self.omraader)}

    @cached_property
    def navne(self) -> Mapping[str, str]:
        """Each area's name."""
        return dict(zip(self.omraade["omraade_id"], self.omraade["navn"], strict=True))

    @cached_property
    def kommune_af(self) -> Mapping[str, str]:
        """Each area's kommune_id."""
        return dict(zip(self.omraade["omraade_id"], self.omraade["kommune_id"], strict=True))

    @cached_property
    def kommuner(self) -> Mapping[str, str]:
        """The names of the kommuner that have areas, by kommune_id."""
        names = dict(zip(self.kommune["kommune_id"], self.kommune["navn"], strict=True))
        return {kommune: names[kommune] for kommune in dict.fromkeys(self.kommune_af[o] for o in self.omraader)}

    @cached_property
    def planomraade_af(self) -> Mapping[str, str]:
        """Each area's planomraade."""
        return dict(zip(self.omraade["omraade_id"], self.omraade["planomraade"], strict=True))

    @cached_property
    def dele(self) -> tuple[tuple[tuple[str, str], ...], Floats]:
        """The planområder and the region, as (niveau, navn), and which areas each holds: (parts, areas) of 0 and 1."""
        plan = sorted({self.planomraade_af[omraade] for omraade in self.omraader})
        names = (*(("planomraade", name) for name in plan), ("region", REGION))
        members = [[self.planomraade_af[omraade] == name for omraade in self.omraader] for name in plan]
        return names, laast(np.array([*members, [True] * len(self.omraader)], dtype=float))

    @cached_property
    def _kapacitet(self) -> Mapping[str, Floats]:
        printed = self._grid(self.fysio_kapacitet, "kapacitet")
        adjusted = self._grid(self.fysio_forslag_effekt, "kapacitet_foer")
        before = np.where(np.isnan(adjusted), printed, adjusted)
        return {"tabel_3_4": laast(printed), "foer_justering": laast(before)}

    def kapacitet(self, grundkapacitet: Grundkapacitet = "tabel_3_4") -> Floats:
        """Return the capacity before anything is given, (2, areas). Raises ValueError for an unknown kind."""
        if grundkapacitet not in self._kapacitet:
            raise ValueError(f"Grundkapaciteten «{grundkapacitet}» kendes ikke.")
        return self._kapacitet[grundkapacitet]

    @cached_property
    def fordeling(self) -> Patientfordeling:
        """
        How each area's capacity of speciale 51 is shared among the areas when it follows the patients.

        Raises ValueError where the tables do not say.
        """
        if self.fysio_pendling.empty:
            raise ValueError("Denne udgave af data siger ikke, hvor patienterne bor.")
        return fordeling(som_pendling({name: getattr(self, name) for name in _PENDLING}), self.omraader)

    @cached_property
    def pendlingsaar(self) -> int:
        """The year that the patients are of."""
        return year(self.fysio_pendling)

    @cached_property
    def _borgere(self) -> Mapping[int, NDArray[np.int64]]:
        table = self.befolkning.pivot(index="omraade_id", columns="aar", values="borgere").loc[list(self.omraader)]
        return {int(year): laast(table[year].to_numpy(dtype=np.int64)) for year in table.columns}

    def borgere(self, aar: int) -> NDArray[np.int64]:
        """Return citizens per area in that year (bilag 3). Raises ValueError for a year that bilag 3 does not have."""
        if aar not in self._borgere:
            raise ValueError(f"Bilag {self.paastand['bilag-3']} har ingen befolkning for {aar}.")
        return self._borgere[aar]

    @cached_property
    def paastand(self) -> Mapping[str, Paastand]:
        """What the papers' text says, by its id in tekstpaastand."""
        return paastande(self.tekstpaastand)

    @cached_property
    def kapacitetstabeller(self) -> str:
        """The printed tables of capacity, as words name them."""
        return fyldt("tabel {tabel-kapacitet-51} og {tabel-kapacitet-62}", self.paastand)

    @cached_property
    def effekttabeller(self) -> str:
        """The printed tables of the proposal's effect, as words name them."""
        return fyldt("tabel {tabel-effekt-51} og {tabel-effekt-62}", self.paastand)

    def ord_for(self, grundkapacitet: Grundkapacitet) -> str:
        """Return in words what a base capacity is."""
        return GRUNDKAPACITETER[grundkapacitet].format(
            kapacitetstabeller=self.kapacitetstabeller, effekttabeller=self.effekttabeller
        )

    @cached_property
    def kapacitetens_kilde(self) -> Kilde:
        """Where the capacity of the first area stands."""
        return Kilde.foerste(self.fysio_kapacitet)

    @cached_property
    def forslagets_kilde(self) -> Kilde:
        """Where the first of the proposal stands."""
        return Kilde.foerste(self.fysio_forslag)

    @cached_property
    def justerede(self) -> tuple[str, ...]:
        """The areas whose capacity before the adjustment is another, in the order of `omraader`."""
        printed, before = self._kapacitet["tabel_3_4"], self._kapacitet["foer_justering"]
        return tuple(area for column, area in enumerate(self.omraader) if (printed != before)[:, column].any())

    @cached_property
    def budgetter(self) -> Mapping[int, Budget]:
        """The budget of each speciale."""
        return {speciale: self._budget(speciale) for speciale in RAEKKER}

    @cached_property
    def graense_51(self) -> Paastand:
        """The limit that the paper holds speciale 51 against (citizens per capacity), and where it stands."""
        return self.paastand["ingen-over-10000"]

    def graenser(self, grundkapacitet: Grundkapacitet = "tabel_3_4") -> dict[int, float]:
        """
        Return the limit of each speciale, citizens per capacity.

        51 has the paper's own. 62 has none, and gets one that lies the same share above the region's average; since
        both averages have the same citizens, that is the first times the ratio of the two capacities, whatever the
        year.
        """
        first, second = self.kapacitet(grundkapacitet).sum(axis=1)
        limit = self.graense_51.tal
        return dict(zip(RAEKKER, (limit, float(limit * first / second)), strict=True))

    @cached_property
    def noegler(self) -> tuple[pd.Series, pd.Series]:
        """The columns omraade_id and speciale of a result: all areas for 51, then all for 62."""
        areas = pd.Series(np.tile(np.array(self.omraader, dtype=object), len(RAEKKER))).astype("str")
        return areas, pd.Series(np.repeat(np.array(RAEKKER, dtype=np.int64), len(self.omraader)))

    def _grid(self, frame: pd.DataFrame, column: str) -> Floats:
        """(2, areas) of a column of a table by area and speciale; NaN where the table has no row."""
        table = frame.pivot(index="speciale", columns="omraade_id", values=column)
        return table.reindex(index=list(RAEKKER), columns=list(self.omraader)).to_numpy(dtype=float)

    def _budget(self, speciale: int) -> Budget:
        rows = {row["noegle"]: row for row in self.fysio_budget.query("speciale == @speciale").to_dict("records")}
        (cost,) = self.fysio_ramme.query("region == @REGION and speciale == @speciale").to_dict("records")
        return Budget(
            speciale=speciale,
            hoejst=float(rows["kapaciteter_hoejst"]["vaerdi"]),
            reserveret=float(rows["kapaciteter_reserveret"]["vaerdi"]),
            tilskud_kr=float(cost["tilskud_pr_kapacitet_kr"]),
            ramme_kr=float(rows["ramme_regional"]["vaerdi"]) * MILLION,
            ramme_i_forslag_kr=float(rows["ramme_regional_i_forslag"]["vaerdi"]) * MILLION,
            kilde_hoejst=Kilde.af(rows["kapaciteter_hoejst"]),
            kilde_reserveret=Kilde.af(rows["kapaciteter_reserveret"]),
            kilde_tilskud=Kilde.af(cost),
            kilde_ramme=Kilde.af(rows["ramme_regional"]),
            kilde_ramme_i_forslag=Kilde.af(rows["ramme_regional_i_forslag"]),
        )


_TABLES = tuple(each.name for each in fields(Grundlag) if each.default_factory is MISSING)
_PENDLING = tuple(each.name for each in fields(Grundlag) if each.name not in _TABLES)


def hent_grundlag(con: duckdb.DuckDBPyConnection) -> Grundlag:
    """Read the tables that a scenario needs from an open connection (`data.store.connect`)."""
    there = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    names = (*_TABLES, *(name for name in _PENDLING if name in there))
    return som_grundlag({name: con.execute(f'SELECT * FROM "{name}"').df() for name in names})


def som_grundlag(frames: Frames) -> Grundlag:
    """Return the grundlag of tables that are already read."""
    found = {name: frames[name] for name in _TABLES}
    return Grundlag(**found, **{name: frames[name] for name in _PENDLING if name in frames})
