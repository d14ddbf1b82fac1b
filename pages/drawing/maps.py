"""From figures to a picture of the areas: colour, sign for what is unknown, legend, and what is read aloud."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from analytics.begreber import KOEBENHAVN
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import Measure
from dansk import maengde, tal
from pages.components import Area
from pages.drawing import scales
from pages.style import theme

KOEBENHAVN_AS_ONE = (
    "Tallet kendes kun pr. kommune. «Kbh.» er tallet for hele København; det står på alle ni områder og skal ikke "
    "lægges sammen."
)
"""What must be said below a picture of a measure that is known per kommune."""


def picture(
    measure: Measure,
    per_area: pd.DataFrame,
    reference: Reference,
    *,
    chosen: Collection[str],
    in_focus: Collection[str],
    scale_of: pd.Series | None = None,
) -> tuple[dict[str, Area], scales.Legend]:
    """
    Return how each area is shown, and the legend.

    `per_area`: one row per area with `omraade_id`, `navn`, `kommune_id`, `er_bydel`, `vaerdi`, `plads`, `mangler`.
    Areas out of `in_focus` are faded. The classes are those of `scale_of` where two pictures share a scale.
    """
    classes, colours = scales.shades(measure, per_area["vaerdi"] if scale_of is None else scale_of, reference)
    known = int(per_area.loc[per_area["vaerdi"].notna(), "sted_id"].nunique())
    areas = {}
    for row in per_area.itertuples():
        missing = pd.isna(row.vaerdi)
        colour = None if missing else colours[classes.of(row.vaerdi)]
        areas[row.omraade_id] = Area(
            navn=row.navn,
            tekst=figure(measure, row, unknown="–"),
            beskrivelse=_spoken(measure, row, known),
            farve=colour,
            skrift=theme.on(colour) if colour else "",
            valgt=row.omraade_id in chosen,
            daempet=row.omraade_id not in in_focus,
            samlet="Kbh." if _of_koebenhavn(measure, row) else "",
        )
    unknown = tal.UNKNOWN if per_area["vaerdi"].isna().any() else None
    if per_area["udeladt"].notna().any():
        unknown = "i parentes: ikke hel"
    return areas, scales.legend(measure, classes, colours, unknown)


def unit(measure: Measure) -> str:
    """Return the measure's unit as a heading has it."""
    return {"pct": "%", "kr": "kr."}.get(measure.enhed, measure.enhed)


def figure(measure: Measure, row: Any, *, unknown: str = tal.UNKNOWN, unit: bool = False) -> str:
    """Return a row's figure as text; one that is printed but cannot be compared stands in brackets."""
    write = maengde.quantity if unit else lambda value, _, decimals: tal.number(value, decimals)
    if not pd.isna(row.vaerdi):
        return write(row.vaerdi, measure.enhed, measure.decimaler)
    if not pd.isna(row.udeladt):
        return f"({write(row.udeladt, measure.enhed, measure.decimaler)})"
    return unknown


def _of_koebenhavn(measure: Measure, row: Any) -> bool:
    """Say whether an area's figure is that of all København, which its nine areas share."""
    return measure.geografi == "kommune" and bool(row.kommune_id == KOEBENHAVN)


def _spoken(measure: Measure, row: Any, known: int) -> str:
    return told(measure, f"{row.navn} (København under ét)" if _of_koebenhavn(measure, row) else row.navn, row, known)


def told(measure: Measure, name: str, row: Any, known: int) -> str:
    """Return the name of a place with its figure and its place among the `known`, or why it has none."""
    text = f"{name}: {figure(measure, row, unit=True)}"
    if pd.isna(row.vaerdi):
        return f"{text}. {row.mangler}" if isinstance(row.mangler, str) else text
    return f"{text}, nr. {row.plads} af {known}"
