"""What happens next with the new ydernumre: the steps, what decides among applicants, the pool, and moving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.paastand import Kilde
from pages.drawing import downloads
from pages.navigation import addresses
from pages.reading import queries, sources
from pages.tavler import boards
from pages.tavler.boards import Card, Point, Section

TABLE = "ydernummer_proces"
_SUBJECTS: Mapping[str, str] = {
    "opslag": "Fra forslag til ydernummer",
    "kriterium": "Det tæller, når nogen søger",
    "pulje": "Puljen til opjustering",
    "flytning": "At flytte kapacitet",
}
"""What each subject of the table is called, in the order of the cards."""


def show() -> None:
    """Show a card for each subject, the steps numbered."""
    rows = queries.tables()[TABLE]
    boards.cards(
        "ydernummer-proces",
        [Card("", title, None, (), [_section(rows, subject)]) for subject, title in _SUBJECTS.items()],
        alt="Hvad der sker med de nye ydernumre: fra forslag til ydernummer, fire kriterier, puljen og flytning",
    )
    downloads.bar(
        TABLE,
        pd.DataFrame(
            {"emne": _SUBJECTS[row["emne"]], "hvem": row["hvem"], "hvad": row["hvad"], "kilde": str(Kilde.af(row))}
            for row in rows.to_dict("records")
        ),
        tables=(TABLE,),
        selection="Hele vejen",
        printed=[
            sources.printed(f"{_SUBJECTS[row['emne']]}: {row['hvem']}", row["hvad"], Kilde.af(row), TABLE)
            for row in rows.to_dict("records")
        ],
    )
    sources.footer((TABLE,))


def _section(rows: pd.DataFrame, subject: str) -> Section:
    own = rows[rows["emne"] == subject].sort_values("raekkefoelge").to_dict("records")
    return Section("", [_point(row, numbered=subject == "opslag") for row in own])


def _point(row: Mapping[Any, Any], *, numbered: bool) -> Point:
    before = f"{row['raekkefoelge']}. " if numbered else ""
    return Point(
        f"{before}{row['hvem']}: {row['hvad']}", Kilde.af(row).kort, addresses.table(TABLE, int(row["kilde_linje"]))
    )
