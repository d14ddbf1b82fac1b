"""Arrows from one figure to another on a common scale: a line for each thing, its name above it, figures at its end."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.drawing.charts import template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain
from pages.style import theme

_LINE = 1.3
"""The height of a name, and of an arrow, in letters' sizes."""
_TURNS = 0.55
"""From so far along the scale the figures stand before the arrow, where there is room for them."""
_ROOM = 0.2
"""So much of the scale there must be before an arrow for that; else they stand above its end."""
_FORM = ("fra_lav", "fra_hoej", "til_lav", "til_hoej")


def arrows(
    points: pd.DataFrame,
    *,
    name: str,
    label: str,
    step: int,
    written: Callable[[int], str],
    alt: str,
    twin: Twin,
) -> Chart:
    """
    Return an arrow for each of the points, in their order from the top, on a scale from 0 with a mark at each `step`.

    It goes from the middle of `fra_lav` and `fra_hoej` to that of `til_lav` and `til_hoej`; a range is drawn as a line,
    and a figure that has no other is a dot alone. `name` and `label` are columns: what it is, and its figures in words.
    Raises ValueError where a figure has only one end.
    """
    ends = points[list(_FORM)].astype(float)
    if any((ends[low].isna() != ends[high].isna()).any() for low, high in (_FORM[:2], _FORM[2:])):
        raise ValueError("A figure has both ends or none.")
    size, ink, grey = template.letter(), template.ink(), template.as_now(theme.BEFORE)
    rows = list(zip(ends.itertuples(index=False), points[name], points[label], strict=True))
    height = round(2 * _LINE * size * len(rows) + 2 * size + 2 * MARGIN)
    highest = max((float(value) for value in ends.to_numpy().ravel() if pd.notna(value)), default=0.0)
    marks = [step * at for at in range(max(1, math.ceil(highest / step)) + 1)]
    top = marks[-1]
    return Chart(
        figure(
            [
                *_spans(ends[["fra_lav", "fra_hoej"]], grey),
                *_spans(ends[["til_lav", "til_hoej"]], ink),
                _dots(ends[["fra_lav", "fra_hoej"]], points, name, label, grey),
                _dots(ends[["til_lav", "til_hoej"]], points, name, label, ink),
            ],
            {
                "font": {"size": size},
                "margin": {"l": MARGIN + size, "r": MARGIN, "t": MARGIN, "b": MARGIN + 2 * size},
                "xaxis": {
                    "range": [0, top],
                    "tickvals": marks,
                    "ticktext": [written(mark) for mark in marks],
                    "showgrid": True,
                },
                "yaxis": {"range": [len(rows), 0], "showticklabels": False},
                "annotations": [
                    each
                    for place, (of, called, figures) in enumerate(rows)
                    for each in _row(place, list(of), str(called), str(figures), top, size, ink)
                ],
            },
            height,
        ),
        height,
        alt,
        twin,
    )


def _middle(low: float, high: float) -> float:
    return (low + high) / 2


def _spans(ends: pd.DataFrame, colour: str) -> list[go.Scatter]:
    """The ranges, in one trace; none where every figure is one."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, (low, high) in enumerate(ends.itertuples(index=False)):
        if pd.notna(low) and low != high:
            x += [low, high, None]
            y += [place + 0.75, place + 0.75, None]
    return [go.Scatter(x=x, y=y, mode="lines", line={"color": colour, "width": 7}, hoverinfo="skip")] if x else []


def _dots(ends: pd.DataFrame, points: pd.DataFrame, name: str, label: str, colour: str) -> go.Scatter:
    """A dot in the middle of each figure, to point at."""
    known = [place for place, low in enumerate(ends.iloc[:, 0]) if pd.notna(low)]
    return go.Scatter(
        x=[_middle(*ends.iloc[place]) for place in known],
        y=[place + 0.75 for place in known],
        mode="markers",
        marker={"size": 10, "color": colour},
        customdata=[
            f"<b>{plain(str(points[name].iloc[place]))}</b><br>{plain(str(points[label].iloc[place]))}"
            for place in known
        ],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _row(
    place: int, ends: Sequence[float], called: str, figures: str, top: float, size: int, ink: str
) -> list[dict[str, Any]]:
    """A row's name, its arrow where it has both figures, and its figures in words."""
    down = place + 0.75
    told: list[dict[str, Any]] = [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": -size,
            "y": place + 0.25,
            "text": f"<b>{plain(called)}</b>",
        }
    ]
    before, after = (_middle(*ends[at : at + 2]) if pd.notna(ends[at]) else None for at in (0, 2))
    if before is not None and after is not None:
        told.append(
            {
                **{"x": after, "y": down, "ax": before, "ay": down, "axref": "x", "ayref": "y", "text": ""},
                **{"showarrow": True, "arrowhead": 2, "arrowsize": 1.1, "arrowwidth": 3, "arrowcolor": ink},
                **{"standoff": 4, "startstandoff": 6},
            }
        )
    known = [value for value in ends if pd.notna(value)]
    last, first = max(known, default=0.0), min(known, default=0.0)
    turned = last > _TURNS * top
    above = turned and first < _ROOM * top
    told.append(
        {
            "x": last if above else first if turned else last,
            "xanchor": "right" if turned else "left",
            "xshift": 0 if above else size if known and not turned else -size,
            "y": place + 0.25 if above else down,
            "text": plain(figures),
            "bgcolor": template.paper(),
            "borderpad": 0,
        }
    )
    return told
