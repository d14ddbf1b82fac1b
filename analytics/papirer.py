"""
Which papers were there on a day, what they had said by then, and how old that is.

A paper that is dated by its month or year alone counts from the first day it can be from; how old something is is
counted from the last, so that nothing is called old which may not be.

Source: the table ``kilde``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analytics.tabeller import filled

TAVLER = ("vip_projekt", "vip_maal", "vip_status", "vip_deltager", "vip_haendelse", "resultatmaal", "moede_opgave")
"""The tables of the boards that can be read as they stood on a day."""


@dataclass(frozen=True)
class Dokument:
    """A paper; `dato` is as precise as `praecision` says, and None where nothing tells it."""

    kilde_id: str
    titel: str
    moede: str | None
    dato: date | None
    praecision: str
    udgiver: str | None


def alle(frames: Mapping[str, pd.DataFrame]) -> tuple[Dokument, ...]:
    """Return every paper, in the table's order."""
    return tuple(
        Dokument(
            row["kilde_id"],
            row["titel"],
            filled(row["moede"]),
            None if pd.isna(row["dato"]) else pd.Timestamp(row["dato"]).date(),
            filled(row["dato_praecision"]) or "dag",
            filled(row["udgiver"]),
        )
        for row in frames["kilde"].to_dict("records")
    )


def sider(rows: pd.DataFrame) -> tuple[int, int] | None:
    """Return the first and the last page that rows of a table stand on; None where the paper tells no page of any."""
    if "side" not in rows or rows["side"].isna().all():
        return None
    return int(rows["side"].min()), int(rows["side"].max())


def sidste_dag(dato: date, praecision: str) -> date:
    """
    Return the last day that a date can stand for: itself, or the last of its month or year.

    >>> sidste_dag(date(2022, 11, 1), "maaned")
    datetime.date(2022, 11, 30)
    """
    if praecision == "dag":
        return dato
    months = {"maaned": 1, "aar": 12}[praecision]
    return (pd.Timestamp(dato) + pd.DateOffset(months=months, days=-1)).date()


def kendte_kilder(kilde: pd.DataFrame, paa: date) -> frozenset[str]:
    """Return the papers (kilde_id) that were there by a date, counted from the first day that each can be from."""
    dated = kilde.dropna(subset=["dato"])
    return frozenset(dated.loc[dated["dato"].dt.date <= paa, "kilde_id"])


def kendt(frame: pd.DataFrame, kilde: pd.DataFrame, paa: date) -> pd.DataFrame:
    """Return the rows of a table that stood in a paper by a date."""
    return frame[frame["kilde_id"].isin(kendte_kilder(kilde, paa))]


def mindst_gammel(dato: date, praecision: str, paa: date) -> int:
    """
    Return how many whole months old something is at the least.

    >>> mindst_gammel(date(2022, 11, 1), "maaned", date(2023, 5, 29)), mindst_gammel(
    ...     date(2022, 11, 1), "maaned", date(2023, 5, 30)
    ... )
    (5, 6)
    """
    last = sidste_dag(dato, praecision)
    months = 12 * (paa.year - last.year) + paa.month - last.month
    return max(0, months - (pd.Timestamp(last) + pd.DateOffset(months=months) > pd.Timestamp(paa)))


def er_foraeldet(dato: date, praecision: str, rapportering_mdr: int, paa: date) -> bool:
    """
    Say whether something of ongoing work is older on a date than the time between its reports.

    Exactly as old as that is not too old.
    """
    due = pd.Timestamp(sidste_dag(dato, praecision)) + pd.DateOffset(months=int(rapportering_mdr))
    return bool(pd.Timestamp(paa) > due)


def henvist(rows: pd.DataFrame) -> frozenset[str]:
    """
    Return the papers (kilde_id) that rows of a table refer to: where they stand, and where what they tell of does.

    >>> sorted(henvist(pd.DataFrame({"kilde_id": ["000", "002"], "belaeg_kilde_id": ["004", None]})))
    ['000', '002', '004']
    """
    referring = rows.filter(regex=r"(^|_)kilde_id$").to_numpy().ravel()
    return frozenset(kilde_id for kilde_id in referring if not pd.isna(kilde_id))


def dokumenter(frames: Mapping[str, pd.DataFrame], tables: Sequence[str] = TAVLER) -> list[Any]:
    """
    Return the dated papers that those tables rest on, the oldest first, as named tuples of ``kilde``.

    Of the same date those that are printed come before those that are added.
    """
    used = {kilde_id for name in tables for kilde_id in henvist(frames[name])}
    papers = frames["kilde"].dropna(subset=["dato"])
    return list(papers[papers["kilde_id"].isin(used)].sort_values("dato", kind="stable").itertuples(index=False))
