"""What happened and what is due in a matter, and who says what of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from analytics.paastand import Kilde
from analytics.tabeller import Frames

Sag = Literal["kofoedsminde", "gravide"]


@dataclass(frozen=True)
class Sagshaendelse:
    """An event from its first day to its last, who acts, and what."""

    fra: date
    til: date
    praecision: str
    art: str
    hvem: str
    hvad: str
    kilde: Kilde


@dataclass(frozen=True)
class Synspunkt:
    """What somebody says."""

    hvem: str
    hvad: str
    kilde: Kilde


def haendelser(frames: Frames, sag: Sag) -> tuple[Sagshaendelse, ...]:
    """Return the events of a matter, the oldest first."""
    rows = frames["social_haendelse"]
    of = rows[rows["emne"] == sag].sort_values(["fra_dato", "til_dato", "kilde_linje"])
    return tuple(
        Sagshaendelse(
            pd.Timestamp(row["fra_dato"]).date(),
            pd.Timestamp(row["til_dato"]).date(),
            str(row["dato_praecision"]),
            str(row["art"]),
            str(row["hvem"]),
            str(row["hvad"]),
            Kilde.af(row),
        )
        for row in of.to_dict("records")
    )


def frist(events: tuple[Sagshaendelse, ...]) -> Sagshaendelse:
    """Return the last deadline of a matter. Raises ValueError where it has none."""
    return max((each for each in events if each.art == "frist"), key=lambda each: each.til)


def synspunkter(frames: Frames, emne: str) -> tuple[Synspunkt, ...]:
    """Return what is said in a matter (`sikrede`, `kofoedsminde`, `gravide`), in the table's order."""
    rows = frames["social_synspunkt"]
    of = rows[rows["emne"] == emne].sort_values("raekkefoelge")
    return tuple(Synspunkt(str(row["hvem"]), str(row["hvad"]), Kilde.af(row)) for row in of.to_dict("records"))
