"""Where a figure or a rule stands in the papers, and what their running text says there."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from dansk.dato import spelled
from dansk.tal import as_printed, is_unknown

_CLAIM = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")


@dataclass(frozen=True)
class Kilde:
    """
    Where a figure or a rule stands: the paper and the line, or the page where officials have given that instead.

    >>> str(Kilde("004", 3915)), str(Kilde("005", None, 3)), str(Kilde("005", None))
    ('004, linje 3915', '005, side 3', '005')
    """

    kilde_id: str
    kilde_linje: int | None
    side: int | None = None

    def __str__(self) -> str:
        return self._at("linje", "side")

    def _at(self, line: str, page: str) -> str:
        if self.kilde_linje is not None:
            return f"{self.kilde_id}, {line} {self.kilde_linje}"
        return self.kilde_id if self.side is None else f"{self.kilde_id}, {page} {self.side}"

    @property
    def kort(self) -> str:
        """
        What stands beside a line on a board.

        >>> Kilde("004", 44).kort, Kilde("005", None, 3).kort
        ('004, l. 44', '005, s. 3')
        """
        return self._at("l.", "s.")

    @classmethod
    def af(cls, row: Mapping[Hashable, Any] | pd.Series) -> Kilde:
        """Return where a row of a table is printed."""
        line, page = row["kilde_linje"], row.get("side")
        if pd.isna(line):
            return cls(str(row["kilde_id"]), None, None if pd.isna(page) else int(page))
        return cls(str(row["kilde_id"]), int(line))

    @classmethod
    def ved(cls, row: Mapping[Hashable, Any] | pd.Series, linje: str) -> Kilde | None:
        """
        Return the place in the row's paper whose line stands in the column `linje`, None where it has none.

        >>> Kilde.ved({"kilde_id": "004", "noegle_linje": 12}, "noegle_linje")
        Kilde(kilde_id='004', kilde_linje=12, side=None)
        """
        return None if pd.isna(row[linje]) else cls(str(row["kilde_id"]), int(row[linje]))

    @classmethod
    def foerste(cls, table: pd.DataFrame) -> Kilde:
        """Return where a table's first row is printed."""
        return cls.af(table.sort_values("kilde_linje").iloc[0])


class Paastand(NamedTuple):
    """A figure that the text gives (NaN where it only says something), where it stands, and what it says in words."""

    tal: float
    kilde: Kilde
    tekst: str = ""

    def __str__(self) -> str:
        return spelled(self.tekst) or as_printed(self.tal)


def paastande(tekstpaastand: pd.DataFrame) -> Mapping[str, Paastand]:
    """Return what the table of the text's claims has, by paastand_id."""
    columns = (tekstpaastand[name] for name in ("paastand_id", "tal", "kilde_id", "kilde_linje", "tekst"))
    return {
        str(name): Paastand(float(figure), Kilde(str(document), int(line)), "" if is_unknown(said) else str(said))
        for name, figure, document, line, said in zip(*columns, strict=True)
    }


def paastand(tekstpaastand: pd.DataFrame, paastand_id: str) -> Paastand:
    """Return the claim with that id. Raises KeyError where the table has none."""
    return paastande(tekstpaastand)[paastand_id]


def fyldt(tekst: str, sagt: Mapping[str, Paastand]) -> str:
    """
    Return a text of ours with what the papers say in the place of each claim's id in braces.

    Raises KeyError for a claim that there is none of.

    >>> fyldt("tabel {tabel-forslag} er ny", {"tabel-forslag": Paastand(10.0, Kilde("004", 5517))})
    'tabel 10 er ny'
    """
    return _CLAIM.sub(lambda found: str(sagt[found[1]]), tekst)
