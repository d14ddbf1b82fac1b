"""What stands on the page: everything worded and formatted, in the shape that the template reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analytics.scenarie.stilling import Skalaplads


@dataclass(frozen=True)
class Celle:
    """A key figure, and the area that has it or nothing."""

    tal: str
    hvem: str = ""


@dataclass(frozen=True)
class Noegleraekke:
    """A key figure with nothing new, in the proposal and in the scenario."""

    hvad: str
    uden: Celle
    forslag: Celle
    nu: Celle


@dataclass(frozen=True)
class Omraadetal:
    """
    An area's figures in a speciale: new capacities, citizens per capacity before and after, change in percent.

    `spaend` is the least and the most that the area can be given in as good a plan, where that has been worked out.
    `plads` is where it stands on the common scale; the region has none.
    """

    nye: str
    foer: str
    efter: str
    aendring: str
    spaend: str = ""
    plads: Skalaplads | None = None


@dataclass(frozen=True)
class Raekke:
    """An area, or the region, with its figures in each speciale."""

    omraade: str
    specialer: tuple[Omraadetal, ...]


@dataclass(frozen=True)
class Budgetlinje:
    """How much of a budget is used, in words and as a share (above 1 when more is given than there is)."""

    speciale: str
    farve: str
    brugt: str
    tilbage: str
    andel: float
    over: bool


@dataclass(frozen=True)
class Flise:
    """A tile: its place in the grid, what is written on it, its colours, and whether the area is given anything."""

    kolonne: int
    raekke: int
    forkortelse: str
    tal: str
    farve: str
    skrift: str
    nyt: bool


@dataclass(frozen=True)
class Forklaring:
    """An entry of a map's legend; without colour it explains the frame around the areas that are given anything."""

    farve: str
    tekst: str


@dataclass(frozen=True)
class Kort:
    """A tile map with its heading and its colour, its text and its legend, and what is read aloud."""

    titel: str
    farve: str
    tekst: str
    alt: str
    fliser: tuple[Flise, ...]
    forklaring: tuple[Forklaring, ...]


@dataclass(frozen=True)
class Speciale:
    """What the page has of a speciale: its name and colour, its key figures, and the maps before and after."""

    navn: str
    farve: str
    noegletal: tuple[Noegleraekke, ...]
    korttitel: str
    kort: tuple[Kort, Kort]


@dataclass(frozen=True)
class Moedebilag:
    """All that stands on the page, worded and formatted; `regelbrud` are shortened to what there is room for."""

    titel: str
    dato: date
    fund: str
    mod_forslaget: str
    grundlag: str
    antagelser: str
    tabeltitel: str
    tabelnote: str
    raekker: tuple[Raekke, ...]
    region: Raekke
    specialer: tuple[Speciale, ...]
    budget: tuple[Budgetlinje, ...]
    regelbrud: tuple[str, ...]
    ingen_regelbrud: str
    noter: tuple[str, ...]
    link: str
