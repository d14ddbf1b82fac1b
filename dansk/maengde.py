"""Quantities: a figure and its unit, as Danish usage has them; and the word that follows a count."""

from __future__ import annotations

from collections.abc import Callable
from typing import SupportsFloat

from dansk.tal import UNKNOWN, number, rounded

_NO_BREAK = "\N{NO-BREAK SPACE}"
_AFTER = {"pct": "%", "kr": "kr.", "uger": "uger", "promille": "‰", "mio_kr": "mio. kr."}
"""Units that stand behind the figure itself; others are named in the heading."""


def quantity(value: SupportsFloat | None, unit: str, decimals: int = 0, *, sign: bool = False) -> str:
    """
    Return the figure with its unit behind it where Danish usage has it there.

    >>> quantity(52, "uger"), quantity(1, "uger"), quantity(2.4, "borgere", 1)
    ('52\\xa0uger', '1\\xa0uge', '2,4')
    """
    text = number(value, decimals, sign=sign)
    if text == UNKNOWN:
        return text
    if unit == "uger" and text in ("1", "1,0"):
        return f"{text}{_NO_BREAK}uge"
    return text + (_NO_BREAK + _AFTER[unit] if unit in _AFTER else "")


def change(percent: SupportsFloat | None, *, unit: bool = True) -> str:
    """
    Return a change in per cent as it stands everywhere: with its sign, and in tenths.

    >>> change(-12.25), change(3, unit=False)
    ('−12,3\\xa0%', '+3,0')
    """
    return quantity(percent, "pct" if unit else "", 1, sign=True)


def share(part: float, decimals: int = 0) -> str:
    """
    Return a share (0-1) in per cent; one that only rounds to nothing does not look like it.

    >>> share(0.125), share(0.004), share(0), share(0.004, 1)
    ('13\\xa0%', 'under 1 %', '0\\xa0%', '0,4\\xa0%')
    """
    if part > 0 and not rounded(100 * part, decimals):
        return f"under {number(10.0**-decimals, decimals)} %"
    return quantity(100 * part, "pct", decimals)


def between(low: float, high: float, written: Callable[[float], str]) -> str:
    """
    Return a figure that is known to a range, as one where both ends are written the same.

    >>> between(21, 58, number), between(0.242, 0.238, share)
    ('21 til 58', '24\\xa0%')
    """
    return " til ".join(dict.fromkeys(map(written, (low, high))))


def counted(count: int, one: str, many: str) -> str:
    """
    Return a count and the word that follows it.

    >>> counted(1, "kommune", "kommuner"), counted(1200, "række", "rækker")
    ('1 kommune', '1.200 rækker')
    """
    return f"{number(count)} {one if count == 1 else many}"
