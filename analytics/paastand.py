"""Where a figure or a rule stands in the papers, and what their running text says there."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd


@dataclass(frozen=True)
class Kilde:
    """
    Where a figure or a rule stands: the paper and the line.

    >>> str(Kilde("004", 3915))
    '004, linje 3915'
    """

    kilde_id: str
    kilde_linje: int

    def __str__(self) -> str:
        return f"{self.kilde_id}, linje {self.kilde_linje}"

    @property
    def kort(self) -> str:
        """
        What stands beside a line on a board.

        >>> Kilde("004", 44).kort
        '004, l. 44'
        """
        return f"{self.kilde_id}, l. {self.kilde_linje}"

    @classmethod
    def af(cls, row: Mapping[Hashable, Any] | pd.Series) -> Kilde:
        """Return where a row of a table is printed."""
        return cls(str(row["kilde_id"]), int(row["kilde_linje"]))

    @classmethod
    def foerste(cls, table: pd.DataFrame) -> Kilde:
        """Return where a table's first row is printed."""
        return cls.af(table.sort_values("kilde_linje").iloc[0])


class Paastand(NamedTuple):
    """A figure that the running text gives (NaN where it only says something), and where."""

    tal: float
    kilde: Kilde


def paastande(tekstpaastand: pd.DataFrame) -> Mapping[str, Paastand]:
    """Return what the table of the text's claims has, by paastand_id."""
    columns = (tekstpaastand[name] for name in ("paastand_id", "tal", "kilde_id", "kilde_linje"))
    return {
        str(name): Paastand(float(figure), Kilde(str(document), int(line)))
        for name, figure, document, line in zip(*columns, strict=True)
    }


def paastand(tekstpaastand: pd.DataFrame, paastand_id: str) -> Paastand:
    """Return the claim with that id. Raises KeyError where the table has none."""
    return paastande(tekstpaastand)[paastand_id]
