"""A slope chart: what each has on one count and on another, joined by a line, with name and figures at its ends."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from pages.components import Cell, Column, Row
from pages.drawing.charts import labels, template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain
from pages.style import theme

_LINE = 1.25
"""The height of a label in letters' sizes."""
_LETTERS_WIDTH = 0.58
_ASIDE = 0.05
"""From a line's end to its label, as a share of the way between the two counts."""
_DECIMALS = 4
"""Of the figures' logarithms, as they are sent."""
_LEAST = 0.01
"""The axis is at least so long, in tenfolds: figures that are all the same have one too."""
_HEADING = 1.8
"""Room above the lines for what the two counts are, in letters' sizes."""

Course = Literal["op", "ned", "uændret"]


def slope(
    points: pd.DataFrame,
    *,
    id: str,
    name: str,
    before: str,
    after: str,
    titles: tuple[str, str],
    written: Callable[[float], str],
    changed: Callable[[float], str],
    steady: float,
    chosen: str | None,
    alt: str,
    note: str = "",
) -> Chart:
    """
    Return a line for each of the points from `before` to `after` (above zero), upwards where the figure grows.

    `id` and `name` are columns; a clicked end is known by its id. `titles` are what the two counts are, `written` gives
    a figure in words, `changed` a change in per cent. A change of at most `steady` per cent is none. The axis is
    logarithmic: lines that are equally steep have changed by the same part. Raises ValueError where a figure is missing
    or not above zero.
    """
    figures = points[[before, after]].astype(float)
    if figures.isna().any(axis=None) or not (figures > 0).all(axis=None):
        raise ValueError("A line needs a figure above zero at both ends.")
    size = template.letter()
    gap = _LINE * size
    picture = gap * (len(points) + 1)
    logs = figures.map(math.log10).round(_DECIMALS)
    low, high = float(logs.to_numpy().min()), float(logs.to_numpy().max())
    if high - low < _LEAST:
        low, high = low - _LEAST / 2, high + _LEAST / 2
    pixels = (picture - gap) / (high - low)
    places = {
        end: [
            round(low + each / pixels, _DECIMALS)
            for each in labels.apart([(v - low) * pixels for v in logs[end]], gap, 0, (high - low) * pixels)
        ]
        for end in (before, after)
    }
    of = [_course(a, b, steady) for a, b in zip(figures[before], figures[after], strict=True)]
    names = [plain(str(each)) for each in points[name]]
    firm = [str(each) == chosen for each in points[id]]
    written_before, written_after = ([written(v) for v in figures[end]] for end in (before, after))
    letter = size * _LETTERS_WIDTH
    height = round(picture + (_HEADING + 0.5) * size + 2 * MARGIN)
    told = [f"<b>{each}</b><br>{a} → {b}" for each, a, b in zip(names, written_before, written_after, strict=True)]
    ids = [str(each) for each in points[id]]
    return Chart(
        figure(
            [
                *(
                    _lines(logs.loc[[course == each for each in of]], course, firm=False)
                    for course in dict.fromkeys(of)
                ),
                *(
                    _lines(logs.loc[[strong and course == each for each, strong in zip(of, firm, strict=True)]], course)
                    for course in dict.fromkeys(each for each, strong in zip(of, firm, strict=True) if strong)
                ),
                _leaders(logs, places, before, after),
                _texts(0, places[before], written_before, firm, "middle left", template.ink_of_text()),
                _texts(
                    1,
                    places[after],
                    [f"{figure} {each}" for figure, each in zip(written_after, names, strict=True)],
                    firm,
                    "middle right",
                    [template.ink_of_text() if each == "uændret" else _colour(each) for each in of],
                ),
                _ends(logs, before, after, of, told),
            ],
            {
                "font": {"size": size},
                "margin": {
                    "l": MARGIN + max(map(len, written_before)) * letter,
                    "r": MARGIN + (1 + max(map(len, names)) + max(map(len, written_after))) * letter,
                    "t": MARGIN + _HEADING * size,
                    "b": MARGIN + 0.5 * size,
                },
                "xaxis": {"range": [-_ASIDE, 1 + _ASIDE], "showticklabels": False},
                "yaxis": {
                    "range": [low - 0.5 * gap / pixels, high + 0.5 * gap / pixels],
                    "showticklabels": False,
                },
                "annotations": [_title(0, titles[0], size), _title(1, titles[1], size)],
            },
            height,
        ),
        height,
        alt,
        Twin(
            (
                Column("navn", "Område"),
                Column("foer", titles[0], "tal"),
                Column("efter", titles[1], "tal"),
                Column("aendring", "Ændring", "tal"),
            ),
            tuple(
                Row((Cell(str(each)), Cell(a, x), Cell(b, y), Cell(changed(_change(x, y)), _change(x, y))))
                for each, a, b, x, y in zip(
                    points[name], written_before, written_after, figures[before], figures[after], strict=True
                )
            ),
            note,
        ),
        chosen_by=lambda point: ids[point["point_index"] % len(ids)],
    )


def _change(before: float, after: float) -> float:
    return 100 * (after / before - 1)


def _course(before: float, after: float, steady: float) -> Course:
    change = _change(before, after)
    return "uændret" if abs(change) <= steady else "op" if change > 0 else "ned"


def _colour(course: Course) -> str:
    """What is worse, better or as it was: a line that rises has more to share one capacity."""
    if course == "uændret":
        return template.as_now(theme.BEFORE)
    return template.as_now(template.WORSE if course == "op" else template.BETTER)


def _lines(ends: pd.DataFrame, course: Course, *, firm: bool = True) -> go.Scatter:
    """The lines of one course in one trace, each broken off from the next."""
    x: list[float | None] = []
    y: list[float | None] = []
    for left, right in ends.itertuples(index=False):
        x += [0, 1, None]
        y += [left, right, None]
    width = 4.0 if firm else 1.0 if course == "uændret" else 2.0
    return go.Scatter(
        x=x, y=y, mode="lines", line={"color": _colour(course), "width": width}, hoverinfo="skip", cliponaxis=False
    )


def _leaders(logs: pd.DataFrame, places: dict[str, list[float]], before: str, after: str) -> go.Scatter:
    """From each line's ends to where its labels had room."""
    x: list[float | None] = []
    y: list[float | None] = []
    for end, at, aside in ((before, 0.0, -_ASIDE), (after, 1.0, _ASIDE)):
        for value, place in zip(logs[end], places[end], strict=True):
            x += [at, at + aside, None]
            y += [value, place, None]
    return go.Scatter(x=x, y=y, mode="lines", line={"color": template.grey(), "width": 1}, hoverinfo="skip")


def _texts(
    side: int,
    at: Sequence[float],
    words: Sequence[str],
    firm: Sequence[bool],
    position: str,
    colour: str | list[str],
) -> go.Scatter:
    return go.Scatter(
        x=[side * (1 + 2 * _ASIDE) - _ASIDE] * len(at),
        y=list(at),
        mode="text",
        text=[f"<b>{each}</b>" if strong else each for each, strong in zip(words, firm, strict=True)],
        textposition=position,
        textfont={"size": template.letter(), "color": colour},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _ends(logs: pd.DataFrame, before: str, after: str, of: Sequence[Course], told: Sequence[str]) -> go.Scatter:
    """A dot at both ends of each line, to point at and to click."""
    return go.Scatter(
        x=[0] * len(logs) + [1] * len(logs),
        y=[*logs[before], *logs[after]],
        mode="markers",
        marker={"size": 7, "color": [_colour(course) for course in of] * 2},
        text=[*told, *told],
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _title(side: int, text: str, size: int) -> dict[str, Any]:
    return {
        "x": side,
        "xanchor": "left" if side else "right",
        "xshift": -3 * size if side else 3 * size,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"<b>{plain(text)}</b>",
    }
