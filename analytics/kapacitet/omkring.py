"""
What stands beside the areas' capacity: other regions, therapists, riding, access, and therapists who come home.

Sources: the tables ``fysio_region``, ``fysio_terapeut``, ``ridefysio`` and ``tekstpaastand``.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.paastand import Kilde, paastand
from analytics.tabeller import Frames, filled

HOVEDSTADEN, LANDET = "hovedstaden", "hele-landet"
REGIONER = {
    "hovedstaden": "Hovedstaden",
    "sjaelland": "Sjælland",
    "syddanmark": "Syddanmark",
    "midtjylland": "Midtjylland",
    "nordjylland": "Nordjylland",
    "hele-landet": "Hele landet",
}
STILLINGER = {"ejer": "ejere", "ansat": "ansatte", "lejer": "lejere", "ejer_uden_kapacitet": "ejere uden kapacitet"}
"""What therapists are to their clinic, by the column of Tabel 1; what is vacant is nobody."""
_I_ALT = "hovedtotal"


@dataclass(frozen=True)
class Region:
    """A region's (or the country's) citizens and patients per capacity."""

    region: str
    navn: str
    borgere: float
    patienter: float
    kilde: Kilde


@dataclass(frozen=True)
class Regionsfund:
    """
    Our region among the others: the regions with the most citizens per capacity first, and the country's figure.

    `plads` is our place from the top of that order, of so many regions (`antal`).
    """

    regioner: tuple[Region, ...]
    landet: Region
    plads: int

    @property
    def antal(self) -> int:
        """How many regions there are."""
        return len(self.regioner)

    @property
    def fra_bunden(self) -> int:
        """Our place from the best covered."""
        return self.antal + 1 - self.plads

    @property
    def vores(self) -> Region:
        """Our own region."""
        return self.regioner[self.plads - 1]


def regioner(frames: Frames, speciale: int) -> Regionsfund:
    """Return the regions' coverage of a speciale, the poorest first."""
    rows = frames["fysio_region"].query("speciale == @speciale").to_dict("records")
    found = [
        Region(
            row["region"],
            REGIONER[row["region"]],
            float(row["borgere_pr_kapacitet"]),
            float(row["patienter_pr_kapacitet"]),
            Kilde.af(row),
        )
        for row in rows
    ]
    own = tuple(sorted((each for each in found if each.region != LANDET), key=lambda each: -each.borgere))
    [country] = [each for each in found if each.region == LANDET]
    return Regionsfund(own, country, 1 + [each.region for each in own].index(HOVEDSTADEN))


@dataclass(frozen=True)
class Terapeuter:
    """The therapists of a planområde by what they are to their clinic (`STILLINGER`); None where the cell is blank."""

    planomraade: str
    antal: dict[str, float | None]
    ledige: float
    kilde: Kilde


def terapeuter(frames: Frames) -> tuple[tuple[Terapeuter, ...], Terapeuter]:
    """Return the therapists of each planområde, and the printed sum."""
    found = [
        Terapeuter(
            row["planomraade"],
            {column: filled(row[column]) for column in STILLINGER},
            float(row["ledig_kapacitet"]),
            Kilde.af(row),
        )
        for row in frames["fysio_terapeut"].to_dict("records")
    ]
    [whole] = [each for each in found if each.planomraade == _I_ALT]
    return tuple(each for each in found if each is not whole), whole


def flest(of: Terapeuter, hvor_mange: int = 2) -> tuple[str, ...]:
    """Return what most of these therapists are to their clinic (the columns of `STILLINGER`), the most first."""
    known = {column: count for column, count in of.antal.items() if count is not None}
    return tuple(sorted(known, key=lambda column: -known[column])[:hvor_mange])


def ejere_i_teksten(frames: Frames) -> float:
    """Return how many owners the paper's text has, which is not what its table has."""
    return paastand(frames["tekstpaastand"], "klinikejere").tal


@dataclass(frozen=True)
class Ridested:
    """Hours a week of riding at a place as it is printed; `omraade_id` is None where there is no place or no offer."""

    sted: str
    timer: float
    omraade_id: str | None
    promille: float | None
    kilde: Kilde


@dataclass(frozen=True)
class Ridning:
    """Where there is riding: the places in printed order, and the hours a week that have a place and that have none."""

    steder: tuple[Ridested, ...]
    timer: float
    uden_sted: float


def ridning(frames: Frames) -> Ridning:
    """Return where there is riding, and how much of it has no place."""
    places = tuple(
        Ridested(
            str(row["geografi"]),
            float(row["timer_pr_uge"]),
            filled(row["omraade_id"]),
            filled(row["promille"]),
            Kilde.af(row),
        )
        for row in frames["ridefysio"].sort_values("raekke").to_dict("records")
    )
    return Ridning(
        places,
        sum(each.timer for each in places if each.omraade_id),
        sum(each.timer for each in places if not each.omraade_id),
    )


@dataclass(frozen=True)
class Hjemme:
    """The mobile therapists of each kommune that has any, the most first, and how many they are in all as printed."""

    kommuner: tuple[tuple[str, float, Kilde], ...]
    i_alt: float


def hjemme(frames: Frames) -> Hjemme:
    """Return where the therapists who come home to patients are."""
    rows = frames["tekstpaastand"].query("hvad == 'mobile_fysioterapeuter'").to_dict("records")
    of_kommuner = [(str(row["kommune_id"]), float(row["tal"]), Kilde.af(row)) for row in rows if row["art"] == "del"]
    [whole] = [float(row["tal"]) for row in rows if row["art"] == "tal"]
    return Hjemme(tuple(sorted(of_kommuner, key=lambda each: -each[1])), whole)


@dataclass(frozen=True)
class GodAdgang:
    """How many clinics have joined God Adgang (as the text has it here and there), and how many have it for all."""

    tilmeldte: tuple[float, ...]
    for_alle: float
    kilder: tuple[Kilde, ...]


def god_adgang(frames: Frames) -> GodAdgang:
    """Return how many clinics have been seen through for access; the text has more than one figure."""
    rows = frames["tekstpaastand"].query("hvad in ('god_adgang_klinikker', 'god_adgang_for_alle')").to_dict("records")
    joined = sorted({float(row["tal"]) for row in rows if row["hvad"] == "god_adgang_klinikker"})
    [for_all] = [float(row["tal"]) for row in rows if row["hvad"] == "god_adgang_for_alle"]
    return GodAdgang(tuple(joined), for_all, tuple(Kilde.af(row) for row in rows))
