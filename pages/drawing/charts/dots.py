"""A dot strip: a line for each thing that is measured, and on it a dot for each place that somebody has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go

from pages.drawing.charts import template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain
from pages.style import theme

_LINE = 1.65
"""The height of a line in letters' sizes."""
_INTO = 11
"""So many pixels from its dot a name begins."""
_DOT = 13
_BEFORE, _BEYOND = 0.03, 0.14
"""Room before and beyond the scale, as parts of it."""


def strip(
    places: pd.DataFrame,
    marks: Mapping[float, str],
    *,
    row: str,
    low: str,
    high: str,
    label: str,
    alt: str,
    twin: Twin,
    written: Callable[[float, float], str] | None = None,
    grey: str | None = None,
) -> Chart:
    """
    Return the places of each `row` on one scale: a dot where `low` and `high` are one, else a line between them.

    `places` has those four columns, the rows in their order; `label` says who has the place, and stands on its dot. A
    dot at the scale's beginning is hollow. `marks` are the scale's, from low to high, in words. The rows' names stand
    above their places, where a phone has room for them too, and each place has a line of its own. `written` says a
    place in words where it may lie between the marks. The column `grey` says which places others are held against.
    """
    size, ink = template.letter(), template.ink()
    inks = [template.as_now(theme.BEFORE) if grey and each else ink for each in places[grey or row]]
    names, at, lines = _laid(places, row, low, high)
    first, last = min(marks), max(marks)
    say = written or (lambda low, high: _words(marks, low, high))
    told = [
        f"<b>{plain(str(each[row]))}</b><br>{plain(str(each[label]))}: {say(each[low], each[high])}"
        for each in places.to_dict("records")
    ]
    line = round(_LINE * size)
    height = line * lines + 2 * MARGIN + 2 * size
    exact = places[low] == places[high]
    return Chart(
        figure(
            [
                *(
                    go.Scatter(
                        x=[each[low], each[high]],
                        y=[down, down],
                        mode="lines",
                        line={"color": template.faint(ink), "width": 4},
                        hoverinfo="skip",
                    )
                    for each, down, is_dot in zip(places.to_dict("records"), at, exact, strict=True)
                    if not is_dot
                ),
                go.Scatter(
                    x=places[high].tolist(),
                    y=at,
                    mode="markers",
                    marker={
                        "size": [_DOT if is_dot else 1 for is_dot in exact],
                        "color": [
                            template.paper() if value == first else its
                            for value, its in zip(places[high], inks, strict=True)
                        ],
                        "line": {"color": inks, "width": [2 if is_dot else 0 for is_dot in exact]},
                        "opacity": 1,
                    },
                    customdata=told,
                    hovertemplate="%{customdata}<extra></extra>",
                    cliponaxis=False,
                ),
            ],
            {
                "font": {"size": size},
                "margin": {"l": MARGIN + size, "r": MARGIN, "t": MARGIN, "b": MARGIN + 2 * size},
                "xaxis": {
                    "range": [first - _BEFORE * (last - first), last + _BEYOND * (last - first)],
                    "tickvals": list(marks),
                    "ticktext": list(marks.values()),
                    "showgrid": True,
                },
                "yaxis": {"range": [lines, 0], "showticklabels": False},
                "annotations": [
                    *(
                        {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -size, "y": down, "text": plain(name)}
                        for name, down in names.items()
                    ),
                    *(
                        _badge(str(each[label]), (each[low], each[high]), down, (first, last))
                        for each, down in zip(places.to_dict("records"), at, strict=True)
                    ),
                ],
            },
            height,
        ),
        height,
        alt,
        twin,
    )


def _badge(who: str, place: tuple[float, float], down: float, scale: tuple[float, float]) -> dict[str, object]:
    """
    The names of those who have a place: beside their dot or short line, on a long one.

    They reach into the picture, so that none runs out of it on a phone.
    """
    (low, high), (first, last) = place, scale
    text = {"y": down, "text": f"<b>{plain(who)}</b>"}
    inwards = "left" if high <= (first + last) / 2 else "right"
    if high - low > (last - first) / 2:
        return {**text, "x": (low + high) / 2, "bgcolor": template.paper()}
    end, shift = (high, _INTO) if inwards == "left" else (low, -_INTO)
    return {**text, "x": end, "xanchor": inwards, "xshift": shift}


def _laid(places: pd.DataFrame, row: str, low: str, high: str) -> tuple[dict[str, float], list[float], int]:
    """How far down, in lines, each name and each place stands, and how many lines there are."""
    names: dict[str, float] = {}
    at = pd.Series(0.0, places.index)
    down = 0
    for name, of in places.groupby(row, sort=False):
        names[str(name)] = down + 0.5
        for line in of.assign(_wide=of[high] - of[low]).sort_values(["_wide", high], kind="stable").index:
            down += 1
            at.loc[line] = down + 0.5
        down += 1
    return names, at.tolist(), down


def _words(marks: Mapping[float, str], low: float, high: float) -> str:
    return " til ".join(dict.fromkeys(marks[end] for end in (low, high)))
