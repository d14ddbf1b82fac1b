"""What the papers claim of the social area, from the claims that can be checked and those that stand alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.paastand import Kilde
from analytics.tabeller import Frames, filled

TABELLER = ("papirpaastand", "socialpaastand")
"""The two tables of claims."""


@dataclass(frozen=True)
class Socialtal:
    """
    A claim: its table and id, what it is of, its figure in its unit and year, and where it stands.

    `tal` is None where it is words (`tekst`) that are printed; `rundet_til` is how finely the figure is.
    """

    tabel: str
    paastand_id: str
    hvad: str
    tal: float | None
    enhed: str | None
    aar: int | None
    tekst: str | None
    rundet_til: float | None
    kilde: Kilde

    @property
    def vaerdi(self) -> float:
        """The figure. Raises ValueError where it is words that are printed."""
        if self.tal is None:
            raise ValueError(f"{self.paastand_id} is no figure.")
        return self.tal


def socialtal(frames: Frames) -> Mapping[str, Socialtal]:
    """Return every claim of both tables, by paastand_id."""
    return {
        str(row["paastand_id"]): Socialtal(
            tabel,
            str(row["paastand_id"]),
            str(row["hvad"]),
            None if (figure := filled(row["tal"])) is None else float(figure),
            filled(row["enhed"]),
            None if (year := filled(row["aar"])) is None else int(year),
            filled(row["tekst"]),
            None if (fine := filled(row["rundet_til"])) is None else float(fine),
            Kilde.af(row),
        )
        for tabel in TABELLER
        for row in frames[tabel].to_dict("records")
    }
