"""What a spreadsheet takes for a formula: refused in what comes in, and marked as text in what is handed out."""

from __future__ import annotations

import re

COMPUTED = "="
"""What a cell of a CSV begins with when a spreadsheet is to work it out."""
_STARTS = (COMPUTED, "+", "-", "@", "\t", "\r")
_FIGURE = re.compile(r"[-+]?\d[\d.,]* ?%?")


def is_taken_for_one(text: str) -> bool:
    """
    Return whether a spreadsheet takes a cell of text for a formula.

    >>> is_taken_for_one("=1+1"), is_taken_for_one("-A1"), is_taken_for_one("A1-B1")
    (True, True, False)
    """
    return text.startswith(_STARTS)


def is_one(text: str) -> bool:
    """
    Return whether a cell that may hold text or a figure is taken for a formula, and is no figure with its sign.

    >>> is_one("-A1"), is_one("-1,5"), is_one("+3 %")
    (True, False, False)
    """
    return is_taken_for_one(text) and not _FIGURE.fullmatch(text)
