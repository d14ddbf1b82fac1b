"""Dates in words, no more precise than they are known."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

_SEASONS = ("vinteren", "foråret", "sommeren", "efteråret")
_PATTERNS = {"dag": "d. MMMM y", "maaned": "MMMM y", "aar": "y"}
MONTHS = tuple(str(format_date(date(2000, month, 1), format="MMMM", locale="da_DK")) for month in range(1, 13))
"""The months' names, from januar."""


def day(value: date, precision: str = "dag") -> str:
    """
    Return a date in words; `precision` is `dag`, `maaned`, `aarstid` or `aar`.

    >>> day(date(2024, 4, 19)), day(date(2024, 4, 19), "aarstid")
    ('19. april 2024', 'foråret 2024')
    """
    if precision == "aarstid":
        return f"{_SEASONS[value.month % 12 // 3]} {value.year}"
    return str(format_date(value, format=_PATTERNS[precision], locale="da_DK"))
