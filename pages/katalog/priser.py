"""What a measure costs to build, in money and CO2, in words: a range, or why there is no figure."""

from __future__ import annotations

from analytics.mobilitet.indsatsark import Indsatsark
from dansk import beloeb
from pages.components import Cell
from pages.reading import queries


def index() -> str:
    """Return the price index that the catalogue reckons in, as it names it."""
    return queries.said("{anlaeg-prisindeks}")


def level() -> str:
    """Return what the catalogue's prices are called beside other years' prices: «2024-priser»."""
    return f"{index().split()[-1]}-priser"


def listed(printed: str, low: float, high: float) -> str:
    """Return a price of the list in words, «ca.» where the list has it."""
    return ("ca. " if printed.lower().startswith("ca.") else "") + beloeb.mio_kr(low, high)


def price(of: Indsatsark) -> str:
    """Return a measure's price in words."""
    if of.anlaeg_lav is None:
        return of.anlaeg_status
    extra = "" if of.har_anlaegspris else f" ({of.anlaeg_status})"
    return beloeb.mio_kr(of.anlaeg_lav, of.anlaeg_hoej) + extra


def short(of: Indsatsark) -> str:
    """Return a measure's price to build in a few words, for a headline."""
    if of.har_anlaegspris:
        return beloeb.mio_kr(of.anlaeg_lav, of.anlaeg_hoej)
    return "prisen kendes ikke" if of.anlaeg_lav is None else "ingen anlægspris"


def price_cell(of: Indsatsark) -> Cell:
    """Return the cell of a measure's price to build in mio. kr., sorted by its high end, or why there is none."""
    if not of.har_anlaegspris:
        return Cell(of.anlaeg_status, unknown=True)
    return Cell(beloeb.spaend(of.anlaeg_lav, of.anlaeg_hoej, "").strip(), of.anlaeg_hoej)


def co2(of: Indsatsark) -> str:
    """Return the CO2 that building it costs, in words."""
    return beloeb.spaend(of.co2_lav, of.co2_hoej, "ton CO2e")
