"""The VIP projects: what each is called, its years, and how often there is to be a report on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from analytics.paastand import Kilde
from analytics.tabeller import Frames, filled

Omraade = Literal["klima", "infrastruktur"]


@dataclass(frozen=True)
class Projekt:
    """
    A project of a field; `nr` is its place among them, `gruppe` how many are in its part of the list.

    `til_aar` is the last year of its period, None where it has none; `periode_kilde_id` tells of it. There is to be a
    report every `rapportering_mdr` months, as `rapportering` has it in words. What the papers do not have is None.
    """

    projekt_id: str
    omraade: Omraade
    nr: int
    navn: str
    kort_navn: str
    navn_i_kataloget: str | None
    gruppe: int | None
    fra_aar: int
    til_aar: int | None
    periode_kilde_id: str
    rapportering: str
    rapportering_mdr: int
    rapporteringens_kilde: Kilde
    kilde: Kilde

    @property
    def titel(self) -> str:
        """Its number and short name."""
        return f"{self.nr} {self.kort_navn}"

    def er_afsluttet(self, paa: date) -> bool:
        """Say whether its period is over on a date: from the year after its last; one without a last year is not."""
        return self.til_aar is not None and paa.year > self.til_aar


def projekter(frames: Frames, omraade: Omraade | None = None) -> tuple[Projekt, ...]:
    """Return the projects of a field, or of both, in the order of their numbers."""
    rows = frames["vip_projekt"]
    own = rows if omraade is None else rows[rows["omraade"] == omraade]
    return tuple(_project(row) for row in own.sort_values(["omraade", "nr"]).to_dict("records"))


def efter_id(frames: Frames) -> Mapping[str, Projekt]:
    """Return every project by its projekt_id."""
    return {project.projekt_id: project for project in projekter(frames)}


def _project(row: Mapping[Any, Any]) -> Projekt:
    return Projekt(
        projekt_id=str(row["projekt_id"]),
        omraade=row["omraade"],
        nr=int(row["nr"]),
        navn=str(row["navn"]),
        kort_navn=str(row["kort_navn"]),
        navn_i_kataloget=filled(row["navn_i_kataloget"]),
        gruppe=_whole(row["gruppe"]),
        fra_aar=int(row["fra_aar"]),
        til_aar=_whole(row["til_aar"]),
        periode_kilde_id=str(row["periode_kilde_id"]),
        rapportering=str(row["rapportering"]),
        rapportering_mdr=int(row["rapportering_mdr"]),
        rapporteringens_kilde=Kilde(str(row["kilde_id"]), int(row["rapportering_linje"])),
        kilde=Kilde.af(row),
    )


def _whole(cell: Any) -> int | None:
    return None if pd.isna(cell) else int(cell)
