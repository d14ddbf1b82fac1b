"""From figures to a picture of the areas: colours, signs for what is unknown, legend, and what is read aloud."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from analytics.classes import Classes, natural_classes
from analytics.measures import KOEBENHAVN, Measure, Reference
from pages.faelles import numbers, theme
from pages.faelles.components import Area

Legend = list[tuple[str | None, str]]


def shades(measure: Measure, values: pd.Series, reference: Reference) -> tuple[Classes, Sequence[str]]:
    """Return the classes of the figures and one colour for each, light to dark, as the measure is to be read."""
    if measure.retning == "aendring":
        widest = float((values - reference.vaerdi).abs().max())
        if widest == 0:
            return Classes(()), (theme.AROUND_AVERAGE[len(theme.AROUND_AVERAGE) // 2],)
        near = max(round(widest / 5), 1) if widest > 2.5 else widest / 5
        middle = round(reference.vaerdi) if widest > 2.5 else reference.vaerdi
        return Classes((middle - 3 * near, middle - near, middle + near, middle + 3 * near)), theme.AROUND_AVERAGE
    scale = theme.WORSE if measure.retning == "hoej_er_ringere" else theme.AMOUNT
    classes = natural_classes(values.tolist(), len(scale))
    return classes, scale[: len(classes.edges) + 1]


def legend(measure: Measure, classes: Classes, colours: Sequence[str], unknown: str | None) -> Legend:
    """Return the legend's entries: colour (None is hatched) and what it stands for, from low to high."""
    edges = [numbers.as_printed(round(edge, 2)) for edge in classes.edges]
    if not edges:
        entries: Legend = [(colours[0], "alle kendte tal")]
    else:
        texts = [
            f"under {edges[0]}",
            *(f"{a} til {b}" for a, b in pairwise(edges)),
            f"{edges[-1]} og over",
        ]
        if measure.retning == "hoej_er_ringere":
            texts[-1] += " (ringest)"
        entries = list(zip(colours, texts, strict=True))
    return [*entries, (None, unknown)] if unknown else entries


def picture(
    measure: Measure,
    per_area: pd.DataFrame,
    reference: Reference,
    *,
    chosen: Collection[str],
    in_focus: Collection[str],
    scale_of: pd.Series | None = None,
) -> tuple[dict[str, Area], Legend]:
    """
    Return how each area is shown, and the legend.

    `per_area`: one row per area with `omraade_id`, `navn`, `kommune_id`, `er_bydel`, `vaerdi`, `plads`, `mangler`.
    Areas out of `in_focus` are faded. The classes are those of `scale_of` where two pictures share a scale.
    """
    classes, colours = shades(measure, per_area["vaerdi"] if scale_of is None else scale_of, reference)
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
        )
    unknown = numbers.UNKNOWN if per_area["vaerdi"].isna().any() else None
    if per_area["udeladt"].notna().any():
        unknown = "i parentes: ikke hel"
    return areas, legend(measure, classes, colours, unknown)


def unit(measure: Measure) -> str:
    """Return the measure's unit as a heading has it."""
    return {"pct": "%", "kr": "kr."}.get(measure.enhed, measure.enhed)


def figure(measure: Measure, row: Any, *, unknown: str = numbers.UNKNOWN, unit: bool = False) -> str:
    """Return a row's figure as text; one that is printed but cannot be compared stands in brackets."""
    write = numbers.quantity if unit else lambda value, _, decimals: numbers.number(value, decimals)
    if not pd.isna(row.vaerdi):
        return write(row.vaerdi, measure.enhed, measure.decimaler)
    if not pd.isna(row.udeladt):
        return f"({write(row.udeladt, measure.enhed, measure.decimaler)})"
    return unknown


def _spoken(measure: Measure, row: Any, known: int) -> str:
    name = row.navn
    if measure.geografi == "kommune" and row.kommune_id == KOEBENHAVN:
        name = f"{name} (København under ét)"
    text = f"{name}: {figure(measure, row, unit=True)}"
    if pd.isna(row.vaerdi):
        return f"{text}. {row.mangler}" if isinstance(row.mangler, str) else text
    return f"{text}, nr. {row.plads} af {known}"
