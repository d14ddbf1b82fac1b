"""What a measure costs to build, in money and CO2, in words: a range, or why there is no figure."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.mobilitet.katalog import OPLYST
from dansk import beloeb
from pages.components import Cell


def listed(printed: str, low: float, high: float) -> str:
    """Return a price of the list in words, «ca.» where the list has it."""
    return ("ca. " if printed.lower().startswith("ca.") else "") + beloeb.mio_kr(low, high)


def price(row: Any) -> str:
    """Return a measure's price in words."""
    if pd.isna(row.anlaeg_mio_kr_lav):
        return str(row.anlaeg_status)
    extra = " (opstart og drift)" if row.anlaeg_status == "opstart og drift" else ""
    return beloeb.mio_kr(row.anlaeg_mio_kr_lav, row.anlaeg_mio_kr_hoej) + extra


def price_cell(row: Any) -> Cell:
    """Return the cell of a measure's price to build in mio. kr., sorted by its high end, or why there is none."""
    if row.anlaeg_status != OPLYST:
        return Cell(str(row.anlaeg_status), unknown=True)
    return Cell(beloeb.spaend(row.anlaeg_mio_kr_lav, row.anlaeg_mio_kr_hoej, "").strip(), float(row.anlaeg_mio_kr_hoej))


def co2(row: Any) -> str:
    """Return the CO2 that building it costs, in words."""
    return beloeb.spaend(row.co2_anlaeg_t_lav, row.co2_anlaeg_t_hoej, "ton CO2e")
