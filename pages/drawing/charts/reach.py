"""Dots with what is not known of them as lines: how far each can reach, up and along, also on a logarithmic axis."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import pandas as pd
import plotly.graph_objects as go

from dansk import tal
from pages.drawing.charts import labels, template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain

_LETTERS_WIDTH = 0.56
"""The width of a letter in its sizes."""
_LANE_LEFT = 0.6
"""So far beyond the outermost dots a lane without a scale reaches, in dots."""


@dataclass(frozen=True)
class Reach:
    """
    What an axis measures: its title, and the columns of the least, the middle and the most that a figure can be.

    `written` gives a reach in words, `ends` are the axis' own where they are fixed. On a logarithmic axis (`log`) equal
    steps are equal times.
    """

    title: str
    low: str
    middle: str
    high: str
    written: Callable[[float, float], str]
    ends: tuple[float, float] | None = None
    log: bool = field(default=False, kw_only=True)


def ranges(
    points: pd.DataFrame,
    up: Reach,
    along: Reach | None,
    *,
    id: str,
    name: str,
    lane: str = "",
    named: Mapping[str, str] = MappingProxyType({}),
    pixels: Sequence[tuple[float, float]],
    alt: str,
    twin: Twin,
    height: int,
) -> Chart:
    """
    Return a dot for each of the points with its `id` beside it, and lines that reach as far as its figures can.

    `id` and `name` are columns; the id is also what a chosen dot is known by. Those in `named` (by id) have a name
    beside them instead. Without a scale `along` the dots stand in their order in a lane that is called `lane`, beside a
    chart that has the same axis up. `pixels` are how many one step along (a tenfold on a logarithmic axis) and one up
    take, about, on a phone and on a larger screen; `height` is that of the picture on a laptop. Raises ValueError where
    a figure is missing, or on a logarithmic axis is not above zero.
    """
    measured = [reach for reach in (up, along) if reach is not None]
    figures = points[[column for reach in measured for column in (reach.low, reach.middle, reach.high)]]
    if figures.isna().any(axis=None):
        raise ValueError("A point without a figure has no place in the chart.")
    across = pd.Series(range(len(points)), points.index, float) if along is None else points[along.middle].astype(float)
    if along is not None and along.log:
        if not (figures[[along.low, along.middle, along.high]] > 0).all(axis=None):
            raise ValueError("A logarithmic axis has no place for zero.")
        across = across.map(math.log10)
    size, ink, height = template.letter(), template.ink(), template.tall(height)
    ids = points[id].astype(str)
    return Chart(
        figure(
            [
                go.Scatter(
                    x=(across if along is None else points[along.middle]).tolist(),
                    y=points[up.middle].tolist(),
                    error_x=None if along is None else _reaching(points, along),
                    error_y=_reaching(points, up),
                    mode="markers+text",
                    marker={"color": ink, "size": 10},
                    text=[f"<b>{plain(named.get(each, each))}</b>" for each in ids],
                    textposition=labels.sides(
                        across,
                        points[up.middle],
                        [
                            (template.tall(100) * along_one / 100, template.tall(100) * up_one / 100)
                            for along_one, up_one in pixels
                        ],
                        [len(named.get(each, "")) * size * _LETTERS_WIDTH for each in ids],
                    ),
                    textfont={"color": template.ink(), "size": size},
                    customdata=list(zip(ids, _told(points, measured, id, name), strict=True)),
                    hovertemplate="%{customdata[1]}<extra></extra>",
                    cliponaxis=False,
                    # A dot that is clicked leads away; nothing fades meanwhile.
                    selected={"marker": {"opacity": 1}},
                    unselected={"marker": {"opacity": 1}, "textfont": {"color": ink}},
                )
            ],
            {
                "font": {"size": size},
                "margin": {"l": 2.6 * size, "r": MARGIN + size, "t": MARGIN + size, "b": 3.6 * size},
                "xaxis": _lane(len(points), lane) if along is None else _axis(points, along, roomy=bool(named)),
                "yaxis": {**_axis(points, up), "showgrid": True, **({"title": None} if along is None else {})},
            },
            height,
        ),
        height,
        alt,
        twin,
        cleared=True,
    )


def _told(points: pd.DataFrame, measured: list[Reach], id: str, name: str) -> Iterator[str]:
    """What is said of each dot when it is pointed at."""
    for row in points.to_dict("records"):
        lines = (f"{plain(reach.title)}: {reach.written(row[reach.low], row[reach.high])}" for reach in measured)
        yield "<br>".join((f"<b>{plain(str(row[id]))} {plain(str(row[name]))}</b>", *lines))


def _reaching(points: pd.DataFrame, reach: Reach) -> Mapping[str, object]:
    """The lines from the middles to the ends; half through, so that the dots and numbers stand out from them."""
    return {
        "type": "data",
        "symmetric": False,
        "array": (points[reach.high] - points[reach.middle]).tolist(),
        "arrayminus": (points[reach.middle] - points[reach.low]).tolist(),
        "color": template.faint(template.ink()),
        "thickness": 3,
        "width": 0,
    }


def _axis(points: pd.DataFrame, reach: Reach, *, roomy: bool = False) -> dict[str, object]:
    """An axis that holds all that its figures can be; a `roomy` one has room for names at its outermost dots."""
    low, high = reach.ends or (float(points[reach.low].min()), float(points[reach.high].max()))
    if not reach.log:
        room = (high - low) * 0.03
        return {
            "title": {"text": plain(reach.title), "font": {"size": template.letter()}},
            "range": [low - room, high + room],
            "dtick": 1,
            "tickformat": ",d",
        }
    room = 10**labels.BEYOND if roomy else 1.25
    steps = round_steps(low / room, high * room)
    return {
        "title": {"text": plain(reach.title), "font": {"size": template.letter()}},
        "type": "log",
        "range": [math.log10(low / room), math.log10(high * room)],
        "tickvals": steps,
        "ticktext": [tal.as_printed(step) for step in steps],
    }


def round_steps(low: float, high: float) -> list[float]:
    """
    Return the round figures from `low` to `high` that a logarithmic axis is marked at: 1, 2 and 5 of each tenfold.

    Where that is more than seven, only 1 of each.

    >>> round_steps(30, 600), round_steps(3, 5000)
    ([50.0, 100.0, 200.0, 500.0], [10.0, 100.0, 1000.0])
    """
    tenfolds = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    steps = [float(f"{first}e{tenfold}") for tenfold in tenfolds for first in (1, 2, 5)]
    within = [step for step in steps if low <= step <= high]
    return within if len(within) <= 7 else [step for step in within if step in {float(f"1e{t}") for t in tenfolds}]


def _lane(dots: int, title: str) -> dict[str, object]:
    """The axis of dots that have no place on a scale: nothing but its name."""
    return {
        "title": {"text": plain(title), "font": {"size": template.letter()}},
        "range": [-_LANE_LEFT, dots - 1 + _LANE_LEFT],
        "showticklabels": False,
    }
