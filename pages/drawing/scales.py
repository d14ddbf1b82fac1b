"""
From figures to colours: class limits, one colour for each class, and what the legend says of it.

The pages' maps and the handout take theirs from here, so that the same figures fall in the same classes everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from analytics.kapacitet.formler import Reference
from analytics.kapacitet.klasser import Classes, natural_classes
from analytics.kapacitet.maal import Measure
from dansk import tal
from pages.style import theme

Legend = list[tuple[str | None, str]]


def shades(measure: Measure, values: pd.Series, reference: Reference) -> tuple[Classes, Sequence[str]]:
    """Return the classes of the figures and one colour for each, light to dark, as the measure is to be read."""
    if measure.retning == "aendring":
        scale = theme.AROUND_AVERAGE[::-1] if measure.fald_er_ringere else theme.AROUND_AVERAGE
        widest = float((values - reference.vaerdi).abs().max())
        if widest == 0:
            return Classes(()), (scale[len(scale) // 2],)
        near = max(round(widest / 5), 1) if widest > 2.5 else widest / 5
        middle = round(reference.vaerdi) if widest > 2.5 else reference.vaerdi
        return Classes((middle - 3 * near, middle - near, middle + near, middle + 3 * near)), scale
    scale = theme.WORSE if measure.retning == "hoej_er_ringere" else theme.AMOUNT
    classes = natural_classes(values.tolist(), len(scale))
    return classes, scale[: len(classes.edges) + 1]


def legend(measure: Measure, classes: Classes, colours: Sequence[str], unknown: str | None) -> Legend:
    """Return the legend's entries: colour (None is hatched) and what it stands for, from low to high."""
    edges = [tal.as_printed(round(edge, 2)) for edge in classes.edges]
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
