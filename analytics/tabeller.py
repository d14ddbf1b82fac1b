"""The database's tables as calculations get them, and their cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

Frames = Mapping[str, pd.DataFrame]
"""The database's tables by name, each with the columns that its description gives."""


def egne_kommuner(frames: Frames) -> list[str]:
    """Return the kommuner (kommune_id) of the region, in the table's order."""
    return [str(kommune) for kommune in frames["kommune"].query("i_region_hovedstaden")["kommune_id"]]


def filled(cell: Any) -> Any:
    """
    Return what a cell holds, None where it is blank.

    >>> filled("forløb"), filled(float("nan"))
    ('forløb', None)
    """
    return None if pd.isna(cell) else cell
