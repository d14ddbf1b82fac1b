"""
From figures to colours: class limits, one colour for each class, and what the legend says of it.

The pages' maps and the handout take theirs from here, so that the same figures fall in the same classes everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Literal

from analytics.kapacitet.formler import Reference
from analytics.kapacitet.klasser import Classes, classes_of
from analytics.kapacitet.maal import Measure
from dansk import tal
from pages.style import theme

Legend = list[tuple[str | None, str]]


def shades(measure: Measure, values: Iterable[float], reference: Reference) -> tuple[Classes, Sequence[str]]:
    """Return the classes of the figures and one colour for each, from low to high, as the measure is to be read."""
    scale = theme.WORSE if measure.retning == "hoej_er_ringere" else theme.AMOUNT
    if measure.retning == "aendring":
        scale = theme.AROUND_AVERAGE[::-1] if measure.fald_er_ringere else theme.AROUND_AVERAGE
    classes = classes_of(measure, values, reference, len(scale))
    if measure.retning == "aendring" and not classes.edges:
        return classes, (scale[len(scale) // 2],)
    return classes, scale[: len(classes.edges) + 1]


Sign = Literal["", "▲", "▼"]


def sign(measure: Measure, classes: Classes, of: int) -> Sign:
    """
    Return what a class of changes has beside its colour: whether it is above or below the middle one.

    Other measures' classes have none: their figures are only more or less.
    """
    middle = len(classes.edges) // 2
    if measure.retning != "aendring" or of == middle:
        return ""
    return "▲" if of > middle else "▼"


def legend(measure: Measure, classes: Classes, colours: Sequence[str], unknown: str | None) -> Legend:
    """Return the legend's entries: colour (None is hatched) and what it stands for, from low to high."""
    edges = [tal.as_printed(tal.rounded(edge, 2)) for edge in classes.edges]
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
        texts = [f"{sign(measure, classes, at)} {text}".lstrip() for at, text in enumerate(texts)]
        entries = list(zip(colours, texts, strict=True))
    return [*entries, (None, unknown)] if unknown else entries


def of_longest(values: Sequence[float]) -> Callable[[float], float]:
    """Return what gives a bar's length (0-1) where the longest of these fills its track; none has a length below 0."""
    longest = max(values, default=0.0)
    return lambda value: value / longest if longest > 0 else 0.0
