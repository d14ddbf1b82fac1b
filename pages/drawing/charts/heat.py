"""A heat map: a square for each pair of places, in a colour that grows with the amount's logarithm."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dansk import tal
from pages.components import Cell, Column, Row
from pages.drawing.charts import template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain
from pages.style import theme

_LINE = 1.2
"""The height of a row in letters' sizes."""
_LETTERS_WIDTH = 0.56
_SCALE = 4.2
"""The room below the squares for what the colours are, in letters' sizes."""
_LOG = 1000
_SQUARE = 10
"""A place to point at, in pixels: somewhat less than a square."""


@dataclass(frozen=True)
class Sides:
    """What the rows and the columns of a heat map are, and what one of them counts in a square."""

    down: str
    across: str
    counted: str


def heat(
    amounts: pd.DataFrame,
    names: Mapping[str, str],
    sides: Sides,
    *,
    unknown: Mapping[tuple[str, str], str],
    nothing: str,
    chosen: str | None,
    alt: str,
    note: str = "",
) -> Chart:
    """
    Return a square for each row and column of `amounts`: a whole number from 1 in its colour, 0 without one.

    Index and columns are ids that `names` has. A square without a figure must be in `unknown`, by its row and column:
    that is written there, and a question mark stands in it. `nothing` is said of a zero. A click on a square is known
    by its column's id. Raises ValueError for an amount below 1 that is not 0, and for an unknown one without words.
    """
    values = amounts.to_numpy(dtype=float)
    lost = np.argwhere(np.isnan(values))
    if {(amounts.index[at], amounts.columns[to]) for at, to in lost} != set(unknown):
        raise ValueError("A square is unknown where words of it are said, and nowhere else.")
    if ((values < 1) & (values != 0)).any():
        raise ValueError("A logarithmic scale begins at 1.")
    size = template.letter()
    row = round(_LINE * size)
    longest = max(len(names[each]) for each in (*amounts.index, *amounts.columns)) * size * _LETTERS_WIDTH
    height = round(row * len(amounts) + longest + size + 2 * MARGIN + _SCALE * size)
    filled, empty = np.argwhere(values >= 1), np.argwhere(values == 0)
    groups = (filled, empty, lost)
    return Chart(
        figure(
            [
                _squares(values),
                _targets(filled, _small(values[values >= 1]), "%{customdata:,d} " + plain(sides.counted)),
                _targets(empty, None, plain(nothing)),
                _lost(lost, [unknown[amounts.index[at], amounts.columns[to]] for at, to in lost]),
            ],
            {
                "font": {"size": size},
                "margin": {"l": longest + size, "r": MARGIN, "t": MARGIN + longest + size, "b": _SCALE * size},
                "xaxis": {
                    **_axis([names[each] for each in amounts.columns]),
                    "side": "top",
                    "tickangle": -90,
                    "range": [-0.5, amounts.shape[1] - 0.5],
                },
                "yaxis": {
                    **_axis([names[each] for each in amounts.index]),
                    "range": [amounts.shape[0] - 0.5, -0.5],
                },
                "shapes": _bands(amounts, chosen),
                "annotations": [_side(f"{sides.across} →", 1.9 * size), _side(f"{sides.down} ↓", 0.5 * size)],
            },
            height,
        ),
        height,
        alt,
        _twin(amounts, names, sides, unknown, note),
        chosen_by=lambda point: str(amounts.columns[groups[point["curve_number"] - 1][point["point_index"]][1]]),
    )


def _axis(names: list[str]) -> dict[str, Any]:
    """An axis of names: what stands at 0 is the first. What is pointed at is told by them too."""
    return {
        "tickvals": list(range(len(names))),
        "ticktext": [plain(name) for name in names],
        "tickfont": {"color": template.ink_of_text()},
    }


def _side(text: str, above: float) -> dict[str, Any]:
    """What the rows or the columns are, in the corner between their names."""
    return {
        "text": f"<b>{plain(text)}</b>",
        "x": 0,
        "xref": "paper",
        "xanchor": "right",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": above,
        "showarrow": False,
    }


def _squares(values: np.ndarray) -> go.Heatmap:
    """
    The colours alone; what is pointed at lies above, since nothing in a heat map can be chosen.

    A thousand times the logarithms, and one, are sent, as whole numbers, and 0 for what has no colour.
    """
    logs = np.zeros(values.shape, np.int16)
    filled = values >= 1
    logs[filled] = 1 + np.round(_LOG * np.log10(values[filled]))
    top = max(_LOG, int(logs.max(initial=0)))
    steps = range(top // _LOG + 1)
    ramp = [theme.as_in(colour, template.mode()) for colour in theme.AMOUNT]
    first = 0.5 / top
    shades = [[first + (1 - first) * at / (len(ramp) - 1), colour] for at, colour in enumerate(ramp)]
    return go.Heatmap(
        z=logs,
        zmin=0,
        zmax=top,
        colorscale=[[0, template.paper()], [first, template.paper()], *shades],
        xgap=1,
        ygap=1,
        hoverinfo="skip",
        colorbar={
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 0,
            "yanchor": "top",
            "len": 0.6,
            "thickness": 10,
            "outlinewidth": 0,
            "ticks": "",
            "tickvals": [1 + _LOG * step for step in steps],
            "ticktext": [tal.number(10**step) for step in steps],
        },
    )


def _targets(at: np.ndarray, amounts: np.ndarray | None, told: str) -> go.Scatter:
    """What is pointed at and clicked: unseen marks on the squares."""
    return go.Scatter(
        x=at[:, 1].astype(np.int8),
        y=at[:, 0].astype(np.int8),
        customdata=amounts,
        mode="markers",
        marker={"symbol": "square", "size": _SQUARE, "opacity": 0},
        hovertemplate=f"<b>%{{x}} → %{{y}}</b><br>{told}<extra></extra>",
        **_unfaded(0),
    )


def _small(amounts: np.ndarray) -> np.ndarray:
    """Whole numbers as few bytes."""
    return amounts.astype(np.min_scalar_type(int(amounts.max(initial=0))))


def _lost(at: np.ndarray, words: list[str]) -> go.Scatter:
    return go.Scatter(
        x=at[:, 1].astype(np.int8),
        y=at[:, 0].astype(np.int8),
        customdata=[plain(each) for each in words],
        mode="markers+text",
        marker={
            "symbol": "square",
            "size": _SQUARE,
            "color": template.as_now(theme.UNKNOWN),
            "line": template.edge(),
            "opacity": 1,
        },
        text=["<b>?</b>"] * len(at),
        textfont={"size": _SQUARE, "color": theme.as_in(theme.on(theme.UNKNOWN), template.mode())},
        hovertemplate="<b>%{x} → %{y}</b><br>%{customdata}<extra></extra>",
        **_unfaded(1),
    )


def _unfaded(opacity: float) -> dict[str, Any]:
    """A mark that is clicked chooses; nothing fades meanwhile."""
    return {"selected": {"marker": {"opacity": opacity}}, "unselected": {"marker": {"opacity": opacity}}}


def _bands(amounts: pd.DataFrame, chosen: str | None) -> list[dict[str, Any]]:
    """Frames around the chosen place's row and column."""
    line = {"type": "rect", "line": {"color": template.ink_of_text(), "width": 1.5}}
    found = []
    if chosen is not None and chosen in amounts.columns:
        at = list(amounts.columns).index(chosen)
        found.append({**line, "x0": at - 0.5, "x1": at + 0.5, "y0": -0.5, "y1": len(amounts) - 0.5})
    if chosen is not None and chosen in amounts.index:
        at = list(amounts.index).index(chosen)
        found.append({**line, "y0": at - 0.5, "y1": at + 0.5, "x0": -0.5, "x1": amounts.shape[1] - 0.5})
    return found


def _twin(
    amounts: pd.DataFrame,
    names: Mapping[str, str],
    sides: Sides,
    unknown: Mapping[tuple[str, str], str],
    note: str,
) -> Twin:
    return Twin(
        (Column("sted", f"{sides.down} ↓ {sides.across} →"), *(Column(to, names[to], "tal") for to in amounts.columns)),
        tuple(
            Row(
                (
                    Cell(names[at]),
                    *(
                        Cell(unknown[at, to], unknown=True)
                        if math.isnan(value)
                        else Cell(tal.number(value) if value else "", value or None)
                        for to, value in zip(amounts.columns, values, strict=True)
                    ),
                )
            )
            for at, values in zip(amounts.index, amounts.to_numpy(dtype=float), strict=True)
        ),
        note,
    )
