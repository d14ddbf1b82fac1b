"""The caveats of a table: sentences that must stand beside some of its rows, as its description has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.tabeller import Frames


@dataclass(frozen=True)
class Forbehold:
    """A Danish sentence about the rows whose cells equal `hvor` (column to value), or about all where it is empty."""

    hvor: Mapping[str, Any]
    tekst: str

    def gaelder(self, rows: pd.DataFrame) -> npt.NDArray[np.bool_]:
        """Say of each row whether the sentence is about it."""
        found = np.ones(len(rows), dtype=bool)
        for column, value in self.hvor.items():
            found &= (rows[column] == value).to_numpy(dtype=bool, na_value=False)
        return found

    def af_aaret(self, aar: int | None) -> bool:
        """Say whether it is about figures of a year; a measure that is of no one year (None) has all of them."""
        return aar is None or self.hvor.get("aar", aar) == aar


def forbehold(frames: Frames, tabel: str) -> tuple[Forbehold, ...]:
    """Return the caveats of a table in their own order, from the database's table of them."""
    rows = frames["forbehold"]
    own = rows[rows["tabel"] == tabel].sort_values("nr")
    return tuple(Forbehold(json.loads(hvor), tekst) for hvor, tekst in zip(own["hvor"], own["tekst"], strict=True))
