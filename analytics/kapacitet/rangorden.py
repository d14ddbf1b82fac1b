"""The figures of a measure in order: each place's figure and its place among the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.kapacitet.maal import MEASURES, Measure
from analytics.tabeller import Frames, filled


@dataclass(frozen=True)
class Tal:
    """
    A figure of a place, in the unit of its measure; None where there is none.

    `udeladt` is a printed figure that cannot be compared, `mangler` why. `plads` counts from the highest figure, among
    `antal` places that have one; `delt` counts those that have this very figure, itself with them. `art` is 'trykt' or
    'beregnet', and the line is where it, or its first ingredient, is; both are None where the source has no row of the
    place.
    """

    vaerdi: float | None
    udeladt: float | None
    mangler: str | None
    plads: int | None
    antal: int
    art: str | None
    trykt_aar: int | None
    kilde_id: str
    kilde_linje: int | None
    delt: int = 0


INGEN_RAEKKE = Tal(None, None, "Kilden har ingen række for stedet.", None, 0, None, None, "", None)
"""The figure of a place that the source has no row of."""


def ranked(values: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with `plads` (1 is the highest; equal figures share a place; unknown has none), highest first."""
    places = values["vaerdi"].rank(method="min", ascending=False).astype("Int64")
    return values.assign(plads=places).sort_values(["plads", "sted_id"], na_position="last").reset_index(drop=True)


def pladser(values: pd.DataFrame) -> dict[str, Tal]:
    """Return the figures of a measure's rows by place, highest first, those that are not known last."""
    known = int(values["vaerdi"].notna().sum())
    alike = Counter(values["vaerdi"].dropna())
    return {
        str(row["sted_id"]): Tal(
            vaerdi=_figure(row["vaerdi"]),
            udeladt=_figure(row["udeladt"]),
            mangler=filled(row["mangler"]),
            plads=_whole(row["plads"]),
            antal=known,
            art=filled(row["art"]),
            trykt_aar=_whole(row["trykt_aar"]),
            kilde_id=str(row["kilde_id"]),
            kilde_linje=_whole(row["kilde_linje"]),
            delt=alike[row["vaerdi"]],
        )
        for row in ranked(values).to_dict("records")
    }


def udvalgte(areas: pd.DataFrame, planomraade: str | None, kommune_id: str | None) -> tuple[str, ...]:
    """Return the areas (omraade_id) of `areas` that lie in a planområde and in a kommune; None is all of them."""
    here = pd.Series(True, index=areas.index)
    if planomraade is not None:
        here &= areas["planomraade"] == planomraade
    if kommune_id is not None:
        here &= areas["kommune_id"] == kommune_id
    return tuple(areas.loc[here, "omraade_id"])


def omraadetal(tal: Mapping[str, Tal], measure: Measure, areas: pd.DataFrame) -> dict[str, Tal]:
    """
    Return the figure of each area of `areas`, in the order of the places.

    What is known per kommune only is given to all its areas; an area without a row comes last.
    """
    places = areas["omraade_id" if measure.geografi == "omraade" else "kommune_id"]
    order = {place: nr for nr, place in enumerate(tal)}
    by_area = sorted(zip(areas["omraade_id"], places, strict=True), key=lambda pair: order.get(pair[1], len(order)))
    return {str(area): tal.get(str(place), INGEN_RAEKKE) for area, place in by_area}


@dataclass(frozen=True)
class Udpluk:
    """
    The ends of a list in order and what somebody calls their own: places, each in one of the three parts.

    `delt` says that a place that is left out has the same figure as one that is shown.
    """

    foerst: tuple[str, ...]
    egne: tuple[str, ...]
    sidst: tuple[str, ...]
    delt: bool

    @property
    def steder(self) -> tuple[str, ...]:
        """All that is shown, in order."""
        return self.foerst + self.egne + self.sidst


def udpluk(tal: Mapping[str, Tal], egne: Collection[str], foerst: int = 5, sidst: int = 3) -> Udpluk | None:
    """
    Return the `foerst` first and the `sidst` last places of `tal` that have a figure, and of the rest those in `egne`.

    `tal` is in its order. None where that would leave nothing out that has a figure.
    """
    known = [sted for sted, each in tal.items() if each.vaerdi is not None]
    if len(known) <= foerst + sidst:
        return None
    top, middle, bottom = known[:foerst], known[foerst:-sidst], known[-sidst:]
    own = tuple(sted for sted in tal if sted in egne and sted not in (*top, *bottom))
    if set(middle) <= set(own):
        return None
    left_out = {tal[sted].vaerdi for sted in middle if sted not in own}
    return Udpluk(tuple(top), own, tuple(bottom), bool(left_out & {tal[sted].vaerdi for sted in (*top, *own, *bottom)}))


def i_orden(vaerdier: Mapping[str, float]) -> dict[str, Tal]:
    """Return figures that were worked out here, by place, highest first."""
    rows = pd.DataFrame({"sted_id": list(vaerdier), "vaerdi": list(vaerdier.values())})
    return pladser(
        rows.assign(udeladt=None, mangler=None, art="beregnet", trykt_aar=None, kilde_id="", kilde_linje=None)
    )


def overview(frames: Frames, speciale: int, aar: int) -> dict[str, dict[str, Tal]]:
    """
    Return every figure of every area, by measure id and omraade_id.

    What is known per kommune only stands at all its areas.
    """
    return {
        measure.id: omraadetal(pladser(measure.beregn(frames, speciale, measure.year(aar))), measure, frames["omraade"])
        for measure in MEASURES.values()
    }


def udvikling(frames: Frames, omraade_id: str) -> dict[int, dict[int, float]]:
    """Return citizens per capacity of an area if capacity stays as it is (bilag 3), by speciale and year 2024-2030."""
    years = frames["befolkning"].query("omraade_id == @omraade_id").sort_values("aar")
    capacity = frames["fysio_kapacitet"].query("omraade_id == @omraade_id")
    return {
        int(speciale): {
            int(aar): float(borgere) / float(kapacitet)
            for aar, borgere in zip(years["aar"], years["borgere"], strict=True)
        }
        for speciale, kapacitet in zip(capacity["speciale"], capacity["kapacitet"], strict=True)
    }


def _figure(cell: object) -> float | None:
    return None if filled(cell) is None else float(filled(cell))


def _whole(cell: object) -> int | None:
    return None if filled(cell) is None else int(filled(cell))
