"""Cells of the tables."""

from __future__ import annotations

from typing import Any

import pandas as pd


def filled(cell: Any) -> Any:
    """
    Return what a cell holds, None where it is blank.

    >>> filled("forløb"), filled(float("nan"))
    ('forløb', None)
    """
    return None if pd.isna(cell) else cell
