"""What a measure costs to build, in money and CO2, in words: a range, or why there is no figure."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.mobilitet.katalog import OPLYST
from dansk import tal
from pages.components import Cell


def span(low: float, high: float, unit: str, decimals: int = 0) -> str:
    """Return a range as one text: «20.000-30.000 ton», or one figure where the ends are the same."""
    if tal.is_unknown(low):
        return tal.UNKNOWN
    ends = [tal.as_printed(low)] if low == high else [tal.as_printed(low), tal.as_printed(high)]
    return f"{'-'.join(ends)}\N{NO-BREAK SPACE}{unit}"


def amount(low: float, high: float) -> str:
    """Return an amount given in mio. kr., in mia. kr. where it is that large."""
    if not tal.is_unknown(low) and low >= 1000:
        return span(low / 1000, high / 1000, "mia. kr.")
    return span(low, high, "mio. kr.")


def listed(printed: str, low: float, high: float) -> str:
    """Return a price of the list as `amount` writes it, «ca.» where the list has it."""
    return ("ca. " if printed.lower().startswith("ca.") else "") + amount(low, high)


def change(low: float, high: float, low_pct: float, high_pct: float) -> str:
    """Return a change of a price in mio. kr. and in percent: «+1,4 mia. kr., +21 %», or from least to most."""
    unit, scale = ("mia. kr.", 1000) if max(abs(low), abs(high)) >= 1000 else ("mio. kr.", 1)
    money = [_signed(tal.as_printed(end / scale), end) for end in (low, high)]
    share = [tal.number(end, sign=True) for end in (low_pct, high_pct)]
    return f"{_ends(money)}\N{NO-BREAK SPACE}{unit}, {_ends(share)}\N{NO-BREAK SPACE}%"


def _signed(text: str, value: float) -> str:
    return f"+{text}" if value > 0 else text


def _ends(ends: list[str]) -> str:
    return " til ".join(dict.fromkeys(ends))


def price(row: Any) -> str:
    """Return a measure's price in words."""
    if pd.isna(row.anlaeg_mio_kr_lav):
        return str(row.anlaeg_status)
    extra = " (opstart og drift)" if row.anlaeg_status == "opstart og drift" else ""
    return amount(row.anlaeg_mio_kr_lav, row.anlaeg_mio_kr_hoej) + extra


def price_cell(row: Any) -> Cell:
    """Return the cell of a measure's price to build in mio. kr., sorted by its high end, or why there is none."""
    if row.anlaeg_status != OPLYST:
        return Cell(str(row.anlaeg_status), unknown=True)
    return Cell(span(row.anlaeg_mio_kr_lav, row.anlaeg_mio_kr_hoej, "").strip(), float(row.anlaeg_mio_kr_hoej))


def co2(row: Any) -> str:
    """Return the CO2 that building it costs, in words."""
    return span(row.co2_anlaeg_t_lav, row.co2_anlaeg_t_hoej, "ton CO2e")
