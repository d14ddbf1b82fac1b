"""
Figures as a Danish reader expects them: 1.234,5; −0,5; and «ikke oplyst» for what is unknown.

There is one rule of rounding, here and in the browser's script: a figure is rounded as it is written, halves away from
zero, as a spreadsheet does. 11,65 is 11,7 and 0,125 is 0,13, whatever the binary number behind them is.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import SupportsFloat

UNKNOWN = "ikke oplyst"
MOST_DECIMALS = 4
"""As many decimals as the papers print at most."""

_DANISH = str.maketrans(",.-", ".,−")
_CONTEXT = Context(prec=400)  # any float can be written out whole
_STEPS = tuple(Decimal(1).scaleb(-decimals) for decimals in range(20))
_EXACT = 1e-9


def is_unknown(value: object) -> bool:
    """
    Say whether a cell holds nothing: None, NaN or pandas' own sign for it.

    >>> [is_unknown(value) for value in (None, float("nan"), 0, "")]
    [True, True, False, False]
    """
    return value is None or type(value).__name__ in ("NAType", "NaTType") or bool(value != value)


def rounded(value: SupportsFloat, decimals: int = 0) -> float:
    """
    Return the figure that `number` writes, for what is compared or taken away.

    >>> rounded(11.65, 1), rounded(-2.5)
    (11.7, -3.0)
    """
    return float(_decimal(value, decimals)) if math.isfinite(value) else float(value)


def number(value: SupportsFloat | None, decimals: int = 0, *, sign: bool = False) -> str:
    """
    Return the figure in Danish; unknown is «ikke oplyst», and a zero has no sign.

    >>> number(14324), number(-0.04, 1), number(2.45, 1, sign=True)
    ('14.324', '0,0', '+2,5')
    """
    if value is None or is_unknown(value):
        return UNKNOWN
    if not math.isfinite(value):
        return "∞" if float(value) > 0 else "−∞"
    written = _decimal(value, decimals)
    plus = "+" if sign and written else ""
    return f"{written if written else abs(written):{plus},.{decimals}f}".translate(_DANISH)


def as_printed(value: SupportsFloat | None) -> str:
    """
    Return the figure with as many decimals as it was printed with (at most four).

    >>> as_printed(3.6), as_printed(980.0)
    ('3,6', '980')
    """
    return UNKNOWN if value is None or is_unknown(value) else number(value, _decimals(value, 0))


def capacities(value: SupportsFloat) -> str:
    """
    Return a number of capacities in tenths, or with as many decimals (at most four) as it takes.

    >>> capacities(3), capacities(3.6), capacities(0.35)
    ('3,0', '3,6', '0,35')
    """
    return number(value, _decimals(value, 1))


def _decimals(value: SupportsFloat, least: int) -> int:
    figure = float(value)
    for decimals in range(least, MOST_DECIMALS):
        if abs(rounded(figure, decimals) - figure) < _EXACT:
            return decimals
    return MOST_DECIMALS


def _decimal(value: SupportsFloat, decimals: int) -> Decimal:
    # Text first: a float's shortest text is the figure that somebody wrote, or that was worked out.
    return Decimal(str(value)).quantize(_STEPS[decimals], rounding=ROUND_HALF_UP, context=_CONTEXT)
