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
_LARGE = 320
"""The least height of a large picture in pixels."""
_DOWN = {False: (0.25, 0.75), True: (0.3, 0.7)}
"""How far down its row a name stands, and an arrow; in a large picture they are nearer to each other."""
_NARROW, _BROAD = 7, 16
"""The thickness of a range in pixels."""
_DOT = 10
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
    large: bool = False,
) -> Chart:
    """
    Return an arrow for each of the points, in their order from the top, on a scale from 0 with a mark at each `step`.

    It goes from the middle of `fra_lav` and `fra_hoej` to that of `til_lav` and `til_hoej`; a range is drawn as a line,
    and a figure that has no other is a dot alone. `name` and `label` are columns: what it is, and its figures in words.
    A `large` one is of few things: its rows are taller, its ranges broad, and figures stand beside names.
    Raises ValueError where a figure has only one end.
    """
    ends = points[list(_FORM)].astype(float)
    if any((ends[low].isna() != ends[high].isna()).any() for low, high in (_FORM[:2], _FORM[2:])):
        raise ValueError("A figure has both ends or none.")
    size, ink, grey = template.letter(), template.ink(), template.as_now(theme.BEFORE)
    rows = list(zip(ends.itertuples(index=False), points[name], points[label], strict=True))
    broad, (head, down) = _BROAD if large else _NARROW, _DOWN[large]
    height = round(2 * _LINE * size * len(rows) + 2 * size + 2 * MARGIN)
    if large:
        height = max(height, template.tall(_LARGE))
    highest = max((float(value) for value in ends.to_numpy().ravel() if pd.notna(value)), default=0.0)
    marks = [step * at for at in range(max(1, math.ceil(highest / step)) + 1)]
    top = marks[-1]
    return Chart(
        figure(
            [
                *_spans(ends[["fra_lav", "fra_hoej"]], grey, broad, down),
                *_spans(ends[["til_lav", "til_hoej"]], ink, broad, down),
                _dots(ends[["fra_lav", "fra_hoej"]], points, name, label, grey, broad, down),
                _dots(ends[["til_lav", "til_hoej"]], points, name, label, ink, broad, down),
            ],
            {
                "font": {"size": size},
                "margin": {"l": MARGIN + size, "r": MARGIN + size, "t": MARGIN, "b": MARGIN + 2 * size},
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
                    for each in _row(
                        (place + head, place + down), list(of), str(called), str(figures), top, size, ink, beside=large
                    )
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


def _spans(ends: pd.DataFrame, colour: str, broad: int, down: float) -> list[go.Scatter]:
    """The ranges, in one trace; none where every figure is one."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, (low, high) in enumerate(ends.itertuples(index=False)):
        if pd.notna(low) and low != high:
            x += [low, high, None]
            y += [place + down, place + down, None]
    return [go.Scatter(x=x, y=y, mode="lines", line={"color": colour, "width": broad}, hoverinfo="skip")] if x else []


def _dots(
    ends: pd.DataFrame, points: pd.DataFrame, name: str, label: str, colour: str, broad: int, down: float
) -> go.Scatter:
    """A dot in the middle of each figure, to point at."""
    known = [place for place, low in enumerate(ends.iloc[:, 0]) if pd.notna(low)]
    is_one = [low == high for low, high in ends.itertuples(index=False)]
    return go.Scatter(
        x=[_middle(*ends.iloc[place]) for place in known],
        y=[place + down for place in known],
        mode="markers",
        marker={
            "size": [max(_DOT, broad) if is_one[place] else _DOT for place in known],
            "color": colour,
            "opacity": 1,
        },
        customdata=[
            f"<b>{plain(str(points[name].iloc[place]))}</b><br>{plain(str(points[label].iloc[place]))}"
            for place in known
        ],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _row(
    at: tuple[float, float],
    ends: Sequence[float],
    called: str,
    figures: str,
    top: float,
    size: int,
    ink: str,
    *,
    beside: bool,
) -> list[dict[str, Any]]:
    """A row's name, its arrow where it has both figures, and its figures in words."""
    head, down = at
    told: list[dict[str, Any]] = [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": -size,
            "y": head,
            "text": f"<b>{plain(called)}</b>" + (f"  {plain(figures)}" if beside else ""),
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
    if beside:
        return told
    known = [value for value in ends if pd.notna(value)]
    last, first = max(known, default=0.0), min(known, default=0.0)
    turned = last > _TURNS * top
    above = turned and first < _ROOM * top
    told.append(
        {
            "x": last if above else first if turned else last,
            "xanchor": "right" if turned else "left",
            "xshift": 0 if above else size if known and not turned else -size,
            "y": head if above else down,
            "text": plain(figures),
            "bgcolor": template.paper(),
            "borderpad": 0,
        }
    )
    return told
