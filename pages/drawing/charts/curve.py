"""Lines over years, from zero, each named with its last figure where it ends."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dansk import tal
from pages.components import Cell, Column, Row
from pages.drawing.charts import labels, template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain

_SYMBOLS = ("circle", "diamond", "square", "triangle-up")
"""What tells lines apart beside their colour and their name."""
_HEADROOM = 1.08
"""So much of the highest figure the axis reaches."""
_BESIDE = 0.25
"""So much of a year there is beside the first and the last."""
_LETTERS_WIDTH = 0.56
"""A letter's width in letters' sizes, on average."""
_LINES = 2.6
"""The height of a name with its figure below, in letters' sizes."""


@dataclass(frozen=True)
class Curve:
    """
    A line: the value that says which points are its own, what it is called, and its colour on a light page.

    One that others are held up against (`baseline`) is thin and dotted.
    """

    id: Hashable
    name: str
    colour: str
    baseline: bool = False


def curves(
    points: pd.DataFrame,
    of: Sequence[Curve],
    *,
    series: str,
    what: str,
    alt: str,
    height: int,
    written: Callable[[float | None], str] = tal.number,
) -> Chart:
    """
    Return one line over the years for each of the curves, on an axis that begins at zero.

    `points`: columns aar, vaerdi (missing where it is not known) and `series`, the curve's id. `what` is what is
    measured, `height` that of the picture on a laptop, in pixels, and `written` gives a figure in words. Raises
    ValueError for a point of no curve, or two of one curve and year.
    """
    known: dict[tuple[Hashable, int], float | None] = {}
    for year, curve, value in points[["aar", series, "vaerdi"]].itertuples(index=False):
        if (curve, year) in known:
            raise ValueError(f"Two points of {curve} in {year}.")
        known[(curve, year)] = None if tal.is_unknown(value) else float(value)
    if strangers := {curve for curve, _ in known} - {curve.id for curve in of}:
        raise ValueError(f"Points of no curve: {strangers}")
    years = sorted({int(year) for _, year in known})
    top = max((value for value in known.values() if value is not None), default=0.0) * _HEADROOM or 1.0
    values = {curve.id: [known.get((curve.id, year)) for year in years] for curve in of}
    size = template.letter()
    height = template.tall(height)
    margin = _margin(of, values, size, top, written)
    return Chart(
        figure(
            [_line(curve, place, years, values[curve.id], what, written) for place, curve in enumerate(of)],
            {
                "font": {"size": size},
                "margin": margin,
                "xaxis": {
                    "range": [years[0] - _BESIDE, years[-1] + _BESIDE],
                    "tickvals": years,
                    "ticktext": _written(years),
                },
                "yaxis": {"range": [0, top], "nticks": 5, "tickformat": ",d", "showgrid": True},
                "annotations": _names(of, years, values, (height - margin["t"] - margin["b"]) / top, written),
            },
            height,
        ),
        height,
        alt,
        Twin(
            (Column("serie", ""), *(Column(str(year), str(year), "tal") for year in years)),
            tuple(
                Row((Cell(curve.name), *(Cell(written(v), v, unknown=v is None) for v in values[curve.id])))
                for curve in of
            ),
        ),
    )


def _written(years: Sequence[int]) -> list[str]:
    """The years below the axis, so short that a phone has room for them: 2024, ’25, ’26 … 2030."""
    ends = (years[0], years[-1])
    return [str(year) if year in ends else f"’{str(year)[-2:]}" for year in years]


def _line(
    curve: Curve,
    place: int,
    years: Sequence[int],
    values: Sequence[float | None],
    what: str,
    written: Callable[[float | None], str],
) -> go.Scatter:
    colour = template.as_now(curve.colour)
    return go.Scatter(
        x=years,
        y=values,
        name=curve.name,
        mode="lines+markers",
        line={"color": colour, "width": 1.5, "dash": "dot"} if curve.baseline else {"color": colour, "width": 2.5},
        marker={"color": colour, "size": 9, "symbol": _SYMBOLS[place % len(_SYMBOLS)]},
        text=[
            f"<b>{plain(curve.name)}</b>, {year}<br>{plain(what)}: {written(value)}"
            for year, value in zip(years, values, strict=True)
        ],
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
    )


def _last(years: Sequence[int], values: Sequence[float | None]) -> tuple[int, float] | None:
    """The last year whose figure is known, with the figure."""
    known = [(year, value) for year, value in zip(years, values, strict=True) if value is not None]
    return known[-1] if known else None


def _ends(
    of: Sequence[Curve],
    years: Sequence[int],
    values: dict[Hashable, list[float | None]],
) -> list[tuple[Curve, int, float]]:
    found = ((curve, _last(years, values[curve.id])) for curve in of)
    return [(curve, *end) for curve, end in found if end is not None]


def _names(
    of: Sequence[Curve],
    years: Sequence[int],
    values: dict[Hashable, list[float | None]],
    pixels: float,
    written: Callable[[float | None], str],
) -> list[dict[str, object]]:
    """The lines' names and last figures at their ends, moved apart where they are near; `pixels` are of one unit."""
    ends = _ends(of, years, values)
    wanted = [value * pixels for _, _, value in ends]
    places = labels.apart(wanted, _LINES * template.figure_letter())
    return [
        {
            "x": year,
            "y": value,
            "xanchor": "left",
            "xshift": 12,
            "yshift": place - want,
            "text": f"<b>{plain(curve.name)}</b><br>{written(value)}",
            "align": "left",
            "font": {"size": template.figure_letter()},
        }
        for (curve, year, value), want, place in zip(ends, wanted, places, strict=True)
    ]


def _margin(
    of: Sequence[Curve],
    values: dict[Hashable, list[float | None]],
    size: int,
    top: float,
    written: Callable[[float | None], str],
) -> dict[str, float]:
    """Room for the longest name to the right, and for the axis' figures."""
    figures = [value for each in values.values() for value in each if value is not None]
    longest = max(len(words) for words in (*map(written, figures), *(curve.name for curve in of)))
    letter = size * _LETTERS_WIDTH
    return {
        "l": (len(tal.number(top)) + 1) * letter,
        "r": longest * template.figure_letter() * _LETTERS_WIDTH,
        "t": MARGIN + 1.4 * size,
        "b": MARGIN + 1.6 * size,
    }
