"""Danish figures, and the capital that begins a sentence, for what the computations word."""

from __future__ import annotations


def dansk(value: float, decimaler: int = 0) -> str:
    """
    Return the figure with Danish separators.

    >>> dansk(12345.678, 1)
    '12.345,7'
    >>> dansk(-0.5, 1)
    '−0,5'
    """
    text = f"{value:,.{decimaler}f}".translate(str.maketrans(",.-", ".,−"))
    return text.lstrip("−") if float(f"{value:.{decimaler}f}") == 0 else text


def begyndt(text: str) -> str:
    """
    Return a text as a sentence begins: its first letter a capital, the others as they are.

    >>> begyndt("lærepladser til SOSU-hjælpere")
    'Lærepladser til SOSU-hjælpere'
    """
    return text[:1].upper() + text[1:]


def kapaciteter(value: float) -> str:
    """
    Return a number of capacities in tenths, or with as many decimals (at most four) as it takes.

    >>> kapaciteter(3.6), kapaciteter(0.35)
    ('3,6', '0,35')
    """
    decimaler = next(d for d in (1, 2, 3, 4) if d == 4 or abs(round(value, d) - value) < 1e-9)
    return dansk(value, decimaler)
