"""
What has been done with each part of the papers: transcribed into tables, put in words on a page, or left out and why.

Which tables a part is in is not written down: it follows from the lines that the tables' own rows name.

Source: the table ``daekning``, and the lines of all others.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.tabeller import Frames, filled

ARTER = ("afskrevet", "i_ord", "udeladt")
"""What can have been done with a part, from the most to the least."""
_IKKE_AF_PAPIRET = ("daekning", "kildekontrol", "trykt_raekke")
"""Tables whose lines say where something else stands: nothing is transcribed in them by itself."""


@dataclass(frozen=True)
class Papirafsnit:
    """
    A part of a paper, from its first line to its last, both of which belong to it.

    ``tabeller`` are those with rows from its lines, ``sider`` the addresses of the pages that put it in words.
    """

    kilde_id: str
    bilag: str
    navn: str
    foerste: int
    sidste: int
    art: str
    tabeller: tuple[str, ...]
    sider: tuple[str, ...]
    hvorfor: str

    @property
    def linjer(self) -> int:
        """
        How many lines it has.

        >>> Papirafsnit("004", "Fingerplanens faktaark", "Faktaark", 3831, 3898, "afskrevet", (), (), "").linjer
        68
        """
        return self.sidste - self.foerste + 1


def linjer(frames: Frames) -> pd.DataFrame:
    """
    Return the lines that rows of the tables come from: columns kilde_id, linje and tabel, each line of a table once.

    A row can come from several lines: where a column ``x_kilde_linje`` has one, ``x_kilde_id`` is its paper.
    """
    found = [
        pd.DataFrame(
            {"kilde_id": frame[column.removesuffix("linje") + "id"], "linje": frame[column], "tabel": name}
        ).dropna()
        for name, frame in frames.items()
        if name not in _IKKE_AF_PAPIRET
        for column in frame.columns
        if column.endswith("kilde_linje") and column.removesuffix("linje") + "id" in frame.columns
    ]
    return pd.concat(found).astype({"linje": int}).drop_duplicates().reset_index(drop=True)


def afsnit(frames: Frames) -> tuple[Papirafsnit, ...]:
    """Return every part of every paper, in order, with the tables that have rows from it."""
    rows: list[dict[Hashable, Any]] = frames["daekning"].sort_values(["kilde_id", "kilde_linje"]).to_dict("records")
    at = {str(kilde_id): of for kilde_id, of in linjer(frames).groupby("kilde_id")}
    nothing = pd.DataFrame({"linje": [], "tabel": []})
    return tuple(
        Papirafsnit(
            row["kilde_id"],
            row["bilag"],
            row["afsnit"],
            int(row["kilde_linje"]),
            int(row["sidste_linje"]),
            row["art"],
            _tabeller(at.get(row["kilde_id"], nothing), row["kilde_linje"], row["sidste_linje"]),
            tuple((filled(row["sider"]) or "").split()),
            filled(row["hvorfor"]) or "",
        )
        for row in rows
    )


def _tabeller(of: pd.DataFrame, first: int, last: int) -> tuple[str, ...]:
    return tuple(sorted(set(of.loc[of["linje"].between(first, last), "tabel"])))


@dataclass(frozen=True)
class Linjedeling:
    """How many lines there are in all, and the share (0-1) of each of `ARTER` that has any."""

    ialt: int
    andele: Mapping[str, float]


def fordeling(parts: Sequence[Papirafsnit]) -> Linjedeling:
    """Return how the lines of some parts are divided."""
    whole = sum(part.linjer for part in parts)
    of = {art: sum(part.linjer for part in parts if part.art == art) for art in ARTER}
    return Linjedeling(whole, {art: lines / whole for art, lines in of.items() if lines})


@dataclass(frozen=True)
class Proevet:
    """Which tables with rows from the papers the source checks read, and which they do not."""

    med: tuple[str, ...]
    uden: tuple[str, ...]

    @property
    def ialt(self) -> int:
        """
        How many tables there are.

        >>> Proevet(("befolkning",), ("rolle",)).ialt
        2
        """
        return len(self.med) + len(self.uden)


def proevet(frames: Frames) -> Proevet:
    """
    Return which of the papers' tables the source checks read, by name.

    Source: the table ``kildekontrol_tabel``.
    """
    read = set(frames["kildekontrol_tabel"]["tabel"])
    tables = sorted(set(linjer(frames)["tabel"]))
    return Proevet(tuple(name for name in tables if name in read), tuple(name for name in tables if name not in read))
