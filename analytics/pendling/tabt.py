"""What a lost cell can be: the whole numbers that give the percentages printed at its row's and its column's end."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

Kant = tuple[float, float, float]
"""A row or a column of a lost cell: its own cell of the diagonal, the sum that is printed, and the share at its end."""


def mulige(raekke: Kant, kolonne: Kant) -> tuple[int, int]:
    """
    Return the least and the most that a lost cell can be, which stands outside the diagonal.

    The row's share is that of patients from elsewhere, the column's that of patients treated at home, both in whole per
    cent, halves rounded up. Raises ValueError, in Danish, where no number gives both.

    >>> mulige((2520, 3072, 19), (2512, 4004, 62))
    (21, 58)
    """
    ends = [_ved_raekken(*raekke), _ved_kolonnen(*kolonne)]
    low, high = max(0, *(low for low, _ in ends)), min(high for _, high in ends)
    if low > high:
        raise ValueError("Den tabte celle i tabellen over pendling kan ikke være noget tal: procenterne passer ikke.")
    return low, high


def _ved_raekken(own: float, known: float, percent: float) -> tuple[int, int]:
    """From elsewhere, rounded: (percent - ½) % <= 1 - own / (known + lost) < (percent + ½) %."""
    half = Fraction(1, 2)
    low = Fraction(own) / (1 - (Fraction(percent) - half) / 100)
    high = Fraction(own) / (1 - (Fraction(percent) + half) / 100)
    return ceil(low - Fraction(known)), ceil(high - Fraction(known)) - 1


def _ved_kolonnen(own: float, known: float, percent: float) -> tuple[int, int]:
    """At home, rounded: (percent - ½) % <= own / (known + lost) < (percent + ½) %."""
    half = Fraction(1, 2)
    low = Fraction(own) / ((Fraction(percent) + half) / 100)
    high = Fraction(own) / ((Fraction(percent) - half) / 100)
    return floor(low - Fraction(known)) + 1, floor(high - Fraction(known))
