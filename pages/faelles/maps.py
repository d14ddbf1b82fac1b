"""From figures to a picture of the areas: colours, signs for what is unknown, legend, and what is read aloud."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from itertools import pairwise

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
        near, far = widest / 5, widest * 3 / 5
        middle = reference.vaerdi
        return Classes((middle - far, middle - near, middle + near, middle + far)), theme.AROUND_AVERAGE
    scale = theme.WORSE if measure.retning == "hoej_er_ringere" else theme.AMOUNT
    classes = natural_classes(values.tolist(), len(scale))
    return classes, scale[: len(classes.edges) + 1]


def legend(measure: Measure, classes: Classes, colours: Sequence[str], *, unknown: bool) -> Legend:
    """Return the legend's entries: colour (None is hatched) and what it stands for, from low to high."""
    decimals = measure.decimaler if measure.retning == "aendring" else 0
    edges = [
        numbers.as_printed(edge) if measure.retning != "aendring" else numbers.number(edge, decimals)
        for edge in classes.edges
    ]
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
    return [*entries, (None, numbers.UNKNOWN)] if unknown else entries


def picture(
    measure: Measure,
    per_area: pd.DataFrame,
    reference: Reference,
    *,
    chosen: Collection[str],
    in_focus: Collection[str],
) -> tuple[dict[str, Area], Legend]:
    """
    Return how each area is shown, and the legend.

    `per_area`: one row per area with `omraade_id`, `navn`, `kommune_id`, `er_bydel`, `vaerdi`, `plads`, `mangler`.
    Areas out of `in_focus` are faded.
    """
    classes, colours = shades(measure, per_area["vaerdi"], reference)
    known = int(per_area.loc[per_area["vaerdi"].notna(), "sted_id"].nunique())
    areas = {}
    for row in per_area.itertuples():
        missing = math.isnan(row.vaerdi)
        colour = None if missing else colours[classes.of(row.vaerdi)]
        areas[row.omraade_id] = Area(
            navn=row.navn,
            tekst="–" if missing else numbers.number(row.vaerdi, measure.decimaler),
            beskrivelse=_spoken(measure, row, known),
            farve=colour,
            skrift=theme.on(colour) if colour else "",
            valgt=row.omraade_id in chosen,
            daempet=row.omraade_id not in in_focus,
        )
    return areas, legend(measure, classes, colours, unknown=bool(per_area["vaerdi"].isna().any()))


def _spoken(measure: Measure, row: object, known: int) -> str:
    name = row.navn  # type: ignore[attr-defined]
    if measure.geografi == "kommune" and row.kommune_id == KOEBENHAVN:  # type: ignore[attr-defined]
        name = f"{name} (København under ét)"
    if math.isnan(row.vaerdi):  # type: ignore[attr-defined]
        return f"{name}: {numbers.UNKNOWN}. {row.mangler if isinstance(row.mangler, str) else ''}".strip()  # type: ignore[attr-defined]
    figure = numbers.quantity(row.vaerdi, measure.enhed, measure.decimaler)  # type: ignore[attr-defined]
    return f"{name}: {figure}, nr. {row.plads} af {known}"  # type: ignore[attr-defined]
