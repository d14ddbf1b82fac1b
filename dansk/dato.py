"""Dates in words, no more precise than they are known."""

from __future__ import annotations

import re
from datetime import date, datetime

from babel.dates import format_date

_SEASONS = ("vinteren", "foråret", "sommeren", "efteråret")
_PERIOD = re.compile(r"(\d+/\d+/\d\d) – (\d+/\d+/\d\d)")
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


def span(first: date, last: date) -> str:
    """
    Return the time that something lies in, as the day, the month, the year or the months that it is.

    >>> span(date(2024, 4, 19), date(2024, 4, 19)), span(date(2022, 11, 8), date(2022, 11, 30))
    ('19. april 2024', 'november 2022')
    >>> span(date(2025, 1, 1), date(2025, 12, 31)), span(date(2025, 5, 31), date(2025, 12, 31))
    ('2025', 'maj-december 2025')
    >>> span(date(2024, 12, 1), date(2025, 1, 31))
    'december 2024-januar 2025'
    """
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return day(first, "maaned")
    if first.year < last.year:
        return f"{day(first, 'maaned')}-{day(last, 'maaned')}"
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return str(first.year) if whole else f"{MONTHS[first.month - 1]}-{day(last, 'maaned')}"


def moment(value: datetime) -> str:
    """
    Return a moment in words, by the machine's own clock.

    >>> moment(datetime(2026, 3, 9, 8, 5))
    '9. marts 2026 kl. 08.05'
    """
    here = value.astimezone()
    return f"{day(here.date())} kl. {here:%H.%M}"


def spelled(text: str) -> str:
    """
    Return a text with a period of figures, as tables' notes have it, in words; a year that both ends share once.

    >>> spelled("1/1/24 – 13/12/24"), spelled("30/6/23 – 1/2/24"), spelled("4. kvartal")
    ('fra 1. januar til 13. december 2024', 'fra 30. juni 2023 til 1. februar 2024', '4. kvartal')
    """

    def words(found: re.Match[str]) -> str:
        first, last = (datetime.strptime(end, "%d/%m/%y").date() for end in found.groups())
        begins = day(first).removesuffix(f" {first.year}") if first.year == last.year else day(first)
        return f"fra {begins} til {day(last)}"

    return _PERIOD.sub(words, text)
