"""
Which papers were there on a day, what they had said by then, and how old that is.

A paper without a day of its own has a first day that it can be from and a last, each with what in it says so. It counts
from the first; how old something is is counted from the last, so that nothing is called old which may not be.

Sources: the tables ``kilde`` and ``papirtid``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analytics.tabeller import Frames, filled

TAVLER = (
    *("vip_projekt", "vip_maal", "vip_status", "vip_deltager", "vip_haendelse", "resultatmaal"),
    *("moede_opgave", "moede_opfoelgning"),
)
"""The tables of the boards that can be read as they stood on a day."""
_ET_KKR, _HER = "KKR ", "KKR Hovedstaden"


@dataclass(frozen=True, order=True)
class Tid:
    """The first and the last day that something can be from; one day where that is known."""

    fra: date
    til: date

    def er_kommet(self, paa: date) -> bool:
        """Whether it was there on a day, counted from the first that it can be from."""
        return self.fra <= paa


@dataclass(frozen=True)
class Grund:
    """Why a paper is from no earlier (or no later) a day than that: in our words, and the line that says it."""

    ende: str
    dag: date
    hvorfor: str
    linje: int


@dataclass(frozen=True)
class Dokument:
    """A paper, when it can be from (None where nothing tells it), and why where that is no day of its own."""

    kilde_id: str
    titel: str
    moede: str | None
    tid: Tid | None
    udgiver: str | None
    grunde: tuple[Grund, ...]

    @property
    def er_herfra(self) -> bool:
        """Whether it is no other region's KKR that publishes it."""
        return self.udgiver is None or not self.udgiver.startswith(_ET_KKR) or self.udgiver == _HER


def alle(frames: Frames) -> tuple[Dokument, ...]:
    """Return every paper, in the table's order."""
    times = tider(frames)
    why: dict[str, list[Grund]] = {}
    for row in _narrowed(frames):
        reason = Grund(row["ende"], _day(row["dag"]), row["hvorfor"], int(row["kilde_linje"]))
        why.setdefault(row["kilde_id"], []).append(reason)
    return tuple(
        Dokument(
            row["kilde_id"],
            row["titel"],
            filled(row["moede"]),
            times.get(row["kilde_id"]),
            filled(row["udgiver"]),
            tuple(why.get(row["kilde_id"], ())),
        )
        for row in frames["kilde"].to_dict("records")
    )


def tider(frames: Frames) -> Mapping[str, Tid]:
    """
    Return when each dated paper (kilde_id) can be from: its day, or the days of its month or year, or fewer.

    They are fewer where something in the paper says that it is no earlier or no later.
    """
    dated = frames["kilde"].dropna(subset=["dato"])
    times = {}
    for row in dated.to_dict("records"):
        first = _day(row["dato"])
        times[row["kilde_id"]] = Tid(first, sidste_dag(first, filled(row["dato_praecision"]) or "dag"))
    for end in _narrowed(frames):
        known, when = times[end["kilde_id"]], _day(end["dag"])
        times[end["kilde_id"]] = (
            Tid(max(known.fra, when), known.til) if end["ende"] == "tidligst" else Tid(known.fra, min(known.til, when))
        )
    return times


def tid_for(row: Mapping[Any, Any], times: Mapping[str, Tid]) -> Tid:
    """Return when a row with a date of its own is from: its paper's time where that lies within what the row says."""
    first = _day(row["dato"])
    own, paper = Tid(first, sidste_dag(first, str(row["dato_praecision"]))), times[row["kilde_id"]]
    return paper if own.fra <= paper.fra and paper.til <= own.til else own


def _narrowed(frames: Frames) -> Sequence[Mapping[Any, Any]]:
    """What narrows the papers' time; versions of the data from before it was read have none."""
    return frames["papirtid"].to_dict("records") if "papirtid" in frames else ()


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()


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


def kendte_kilder(frames: Frames, paa: date) -> frozenset[str]:
    """Return the papers (kilde_id) that were there by a date, counted from the first day that each can be from."""
    return frozenset(kilde_id for kilde_id, tid in tider(frames).items() if tid.er_kommet(paa))


def kendt(frame: pd.DataFrame, frames: Frames, paa: date) -> pd.DataFrame:
    """Return the rows of a table that stood in a paper by a date."""
    return frame[frame["kilde_id"].isin(kendte_kilder(frames, paa))]


def nyeste_dag(frames: Frames, paa: date) -> date | None:
    """
    Return the first day that the newest paper of a day can be from, whatever it is about; None before the first paper.

    Another region's papers tell nothing of what is done here, and do not count.
    """
    return max((of.tid.fra for of in alle(frames) if of.tid and of.er_herfra and of.tid.er_kommet(paa)), default=None)


def mindst_gammel(last: date, paa: date) -> int:
    """
    Return how many whole months old something is at the least, by the last day that it can be from.

    >>> mindst_gammel(date(2022, 11, 30), date(2023, 5, 29)), mindst_gammel(date(2022, 11, 30), date(2023, 5, 30))
    (5, 6)
    """
    months = 12 * (paa.year - last.year) + paa.month - last.month
    return max(0, months - (pd.Timestamp(last) + pd.DateOffset(months=months) > pd.Timestamp(paa)))


def er_foraeldet(last: date, rapportering_mdr: int, paa: date) -> bool:
    """
    Say whether something of ongoing work, from that day at the latest, is older than the time between its reports.

    Exactly as old as that is not too old.
    """
    due = pd.Timestamp(last) + pd.DateOffset(months=int(rapportering_mdr))
    return bool(pd.Timestamp(paa) > due)


def henvist(rows: pd.DataFrame) -> frozenset[str]:
    """
    Return the papers (kilde_id) that rows of a table refer to: where they stand, and where what they tell of does.

    >>> sorted(henvist(pd.DataFrame({"kilde_id": ["000", "002"], "belaeg_kilde_id": ["004", None]})))
    ['000', '002', '004']
    """
    referring = rows.filter(regex=r"(^|_)kilde_id$").to_numpy().ravel()
    return frozenset(kilde_id for kilde_id in referring if not pd.isna(kilde_id))


def dokumenter(frames: Frames, tables: Sequence[str] = TAVLER) -> list[Dokument]:
    """
    Return the dated papers that those tables rest on, the oldest first.

    Of the same date those that are printed come before those that are added.
    """
    used = {kilde_id for name in tables for kilde_id in henvist(frames[name])}
    return sorted((each for each in alle(frames) if each.kilde_id in used and each.tid), key=_first)


def komne(frames: Frames, paa: date, tables: Sequence[str] = TAVLER) -> list[Dokument]:
    """Return the dated papers that those tables rest on and that were there on a day, the oldest first."""
    return [each for each in dokumenter(frames, tables) if each.tid and each.tid.er_kommet(paa)]


def _first(of: Dokument) -> date:
    assert of.tid
    return of.tid.fra
