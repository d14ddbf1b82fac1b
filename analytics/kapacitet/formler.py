"""
How the measures are worked out: one function each, from the tables to a figure per place, or to one for the region.

A measure's function takes the tables, a speciale and a year, and returns one row per place:

- `sted_id`: an omraade_id or a kommune_id,
- `vaerdi`: the figure, missing where there is none or none that can be compared,
- `udeladt`: the printed figure of a row that cannot be compared, and `mangler`: why, in one Danish sentence,
- `art`: 'trykt' as it stands in the paper, 'beregnet' worked out here,
- `kilde_id`, `kilde_linje`: where the figure, or its first ingredient, is printed,
- `trykt_aar`: the printed cell's year, where its table has one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.begreber import FIRST_YEAR
from analytics.kapacitet.forbehold import forbehold
from analytics.paastand import fyldt, paastande
from analytics.tabeller import Frames
from dansk.tal import rounded


@dataclass(frozen=True)
class Reference:
    """
    What the places are held against: the region's own figure or an average of places, and in words which.

    `vaerdi` is None where no place has a figure.
    """

    vaerdi: float | None
    tekst: str
    er_gennemsnit: bool = False

    @property
    def ejer(self) -> str:
        """Whose figure it is, in the genitive: the region's own, or an average's."""
        return "gennemsnittets" if self.er_gennemsnit else "regionens"


UNCHANGED = Reference(0, "uændret")
"""What a change is held against where the region's own is not what matters."""

Compute = Callable[[Frames, int, int], pd.DataFrame]
"""From the tables, a speciale and a year to the rows that the module describes."""
Refer = Callable[[Frames, int, int], Reference]


def printed_rows(frame: pd.DataFrame, place: str, column: str) -> pd.DataFrame:
    """Return the figures of a table's column as the rows of a measure, as they are printed."""
    return pd.DataFrame(
        {
            "sted_id": frame[place],
            "vaerdi": frame[column].astype(float),
            "art": "trykt",
            "kilde_id": frame["kilde_id"],
            "kilde_linje": frame["kilde_linje"],
            "trykt_aar": frame.get("aar"),
            "udeladt": np.nan,
            "mangler": None,
        }
    ).reset_index(drop=True)


def mean(rows: pd.DataFrame) -> float | None:
    """Return the plain mean of the figures that are known, None where none is."""
    known = rows["vaerdi"].dropna()
    return float(known.mean()) if len(known) else None


def _of_speciale(frame: pd.DataFrame, speciale: int) -> pd.DataFrame:
    return frame[frame["speciale"] == speciale]


def printed_column(tabel: str, felt: str) -> Compute:
    """Return how the printed figures of the areas are found: a column of a table."""

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        return printed_rows(_of_speciale(frames[tabel], speciale), "omraade_id", felt)

    return compute


def kommune_column(tabel: str, felt: str) -> Compute:
    """
    Return how the printed figures of the kommuner in the latest year are found.

    Rows with a caveat have theirs left out, and say why.
    """

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        rows = _latest(_of_speciale(frames[tabel], speciale))
        result = printed_rows(rows, "kommune_id", felt)
        for each in forbehold(frames, tabel):
            left_out = each.gaelder(rows)
            result["udeladt"] = result["vaerdi"].where(left_out, result["udeladt"])
            result["vaerdi"] = result["vaerdi"].mask(left_out)
            result["mangler"] = result["mangler"].mask(left_out, each.tekst)
        return result

    return compute


def _latest(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of the last year, where the table has years."""
    return frame[frame["aar"] == frame["aar"].max()] if "aar" in frame else frame


def population(frames: Frames, aar: int) -> pd.Series:
    """Return citizens per omraade_id in that year (bilag 3, 2024-2030)."""
    of_year = frames["befolkning"].query("aar == @aar")
    return of_year.set_index("omraade_id")["borgere"].astype(float)


def citizens_per_capacity(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    """Return citizens per capacity: 2024 as printed in Tabel 3 and 4, then bilag 3's citizens over their capacity."""
    capacity = _of_speciale(frames["fysio_kapacitet"], speciale)
    if aar == FIRST_YEAR:
        return printed_rows(capacity, "omraade_id", "borgere_pr_kapacitet")
    result = printed_rows(capacity, "omraade_id", "kapacitet")
    citizens = result["sted_id"].map(population(frames, aar))
    return result.assign(vaerdi=citizens / result["vaerdi"], art="beregnet")


def citizens(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    """Return the citizens of each area in a year (bilag 3)."""
    return printed_rows(frames["befolkning"].query("aar == @aar"), "omraade_id", "borgere")


def growth(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    """Return how many per cent more or fewer citizens each area has in a year than in the first of bilag 3."""
    result = citizens(frames, speciale, aar)
    before = result["sted_id"].map(population(frames, FIRST_YEAR))
    return result.assign(vaerdi=100 * (result["vaerdi"] / before - 1), art="beregnet")


def _region_row(frames: Frames, speciale: int) -> pd.Series:
    """Tabel 3's or 4's own row for the region."""
    return _of_speciale(frames["fysio_kapacitet_total"], speciale).query("niveau == 'region'").iloc[0]


def region_citizens_per_capacity(frames: Frames, speciale: int, aar: int) -> Reference:
    """Return the region's citizens per capacity: 2024 as printed in Tabel 3 and 4, then all over all."""
    if aar == FIRST_YEAR:
        return Reference(float(_region_row(frames, speciale)["borgere_pr_kapacitet"]), "regionen under ét (trykt)")
    capacity = _of_speciale(frames["fysio_kapacitet"], speciale)["kapacitet"].sum()
    return Reference(population(frames, aar).sum() / float(capacity), "regionen under ét (beregnet)")


def region_patients_per_capacity(frames: Frames, speciale: int, aar: int) -> Reference:
    """Return the printed figure where it follows from the areas'; Tabel 4's does not, so there theirs are averaged."""
    printed = float(_region_row(frames, speciale)["patienter_pr_kapacitet"])
    mean = _weighted(_of_speciale(frames["fysio_kapacitet"], speciale), "patienter_pr_kapacitet", "kapacitet")
    if rounded(mean) == printed:
        return Reference(printed, "regionen under ét (trykt)")
    return Reference(mean, "områderne vægtet med kapacitet (beregnet)", er_gennemsnit=True)


def region_wait(column: str) -> Refer:
    """Return how the areas' mean wait is found: each area counts as much as it has clinics that reported."""

    def reference(frames: Frames, speciale: int, aar: int) -> Reference:
        mean = _weighted(_of_speciale(frames["fysio_ventetid"], speciale), column, "klinikker")
        return Reference(mean, "områderne vægtet med antal klinikker (beregnet)", er_gennemsnit=True)

    return reference


def _weighted(rows: pd.DataFrame, column: str, weights: str) -> float:
    return float(np.average(rows[column].astype(float), weights=rows[weights].astype(float)))


def region_printed(tabel: str, felt: str, tekst: str) -> Refer:
    """Return how the region's own printed figure is found; `tekst` says where it stands (as `paastand.fyldt`)."""

    def reference(frames: Frames, speciale: int, aar: int) -> Reference:
        figure = float(_latest(_of_speciale(frames[tabel], speciale))[felt].iloc[0])
        return Reference(figure, fyldt(tekst, paastande(frames["tekstpaastand"])))

    return reference


def region_growth(frames: Frames, speciale: int, aar: int) -> Reference:
    """Return how many per cent more or fewer citizens the region has in a year than in the first of bilag 3."""
    change = population(frames, aar).sum() / population(frames, FIRST_YEAR).sum() - 1
    return Reference(100 * float(change), "regionen under ét (beregnet)")


def mean_of(compute: Compute) -> Refer:
    """Return how the plain mean of the areas' figures is found."""

    def reference(frames: Frames, speciale: int, aar: int) -> Reference:
        return Reference(mean(compute(frames, speciale, aar)), "gennemsnit pr. område (beregnet)", er_gennemsnit=True)

    return reference
