"""A spine chart: a line for each measure, all places as grey dots on it, and those that are looked at in colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from dansk import tal
from pages.drawing.charts import template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain
from pages.style import theme

SHAPES = {"circle": "●", "diamond": "◆", "square": "■", "triangle-up": "▲", "triangle-down": "▼", "cross": "✚"}
"""What tells those that are looked at apart beside their colour, and the sign of each in a text."""
_REGION, _OTHERS = "┃", "•"
_LETTERS_WIDTH = 0.44
"""A letter's width in letters' sizes, on average."""
_SMALL = 0.86
"""The size of the words at a line's ends, in letters' sizes."""
_HEADING, _LEGEND = 1.9, 1.75
"""The height of a group's heading, and of a line of the legend, in letters' sizes."""
_WIDE = 1.75
"""The height of a line whose words stand beside it, in letters' sizes."""
_NAME, _DOTS, _ENDS = 1.35, 1.2, 1.4
"""The heights of a line's name, dots and ends where its words stand above and below it, in letters' sizes."""
_DECIMALS = 4
"""Of a dot's place on its line, as it is sent."""
_FOOT = 26
"""Pixels below the lines, where the button for the PNG stands."""
_DOT, _LOOKED = 0.5, 0.93
"""The size of a dot, and of one that is looked at, in letters' sizes."""
_GAP = 12
"""Pixels between the dots and the words beside them."""
_ROOM, _SIGN, _NBSP = {"bred": 140, "smal": 48}, 6, "\N{NO-BREAK SPACE}"
"""Letters that a line of the legend has room for, and how many a sign and what is around it take."""
_EDGE = 0.015
"""So much of the axis there is beyond its ends, for half a dot."""


@dataclass(frozen=True)
class Bone:
    """
    A line: the group that it stands in, its name, and what is said at its right of those that are looked at.

    `brief` says the same where there is little room, `low` and `high` who is at its ends, `region` where the region
    stands (0-1), and `told` what it has.
    """

    group: str
    name: str
    said: str
    brief: str
    low: str
    high: str
    region: float | None
    told: str


@dataclass(frozen=True)
class Looked:
    """One of those that are looked at: id and name; its place in the row gives it colour and shape."""

    id: str
    name: str


Layout = Literal["bred", "smal"]


def spine(
    points: pd.DataFrame,
    bones: Sequence[Bone],
    looked: Sequence[Looked],
    *,
    others: str,
    region: str,
    layout: Layout,
    alt: str,
    twin: Twin,
) -> Chart:
    """
    Return a line for each of the bones, lowest to the left, with a dot for each of its points.

    `points`: columns line (a place in `bones`), at (0-1 on the line), whose (an id of `looked`, or "") and told.
    `others` and `region` are what the grey dots and the region's mark are called. In the layout `bred` a line's words
    stand beside it, in `smal` above and below. Raises ValueError for a point of no line or beyond it, and for more
    that are looked at than there are shapes.
    """
    if not points["line"].between(0, len(bones) - 1).all() or not points["at"].between(0, 1).all():
        raise ValueError("A point has no place on a line.")
    if len(looked) > len(SHAPES) or set(points["whose"]) - {"", *(each.id for each in looked)}:
        raise ValueError("More are looked at than can be told apart, or a point is nobody's.")
    size = template.letter()
    down, headings, height = _laid(bones, size, layout)
    legend = _legend(looked, region, others, layout)
    margin = _margin(bones, size, layout)
    margin |= {"t": MARGIN + round(_LEGEND * size) * len(legend), "b": _FOOT, "autoexpand": False}
    whole = round(height + margin["t"] + margin["b"])
    return Chart(
        figure(
            [
                _dots(points[points["whose"] == ""], down, None, others),
                _region(bones, down, region, size),
                *(_dots(points[points["whose"] == of.id], down, place, of.name) for place, of in enumerate(looked)),
            ],
            {
                "font": {"size": size},
                "margin": margin,
                "xaxis": {"range": [-_EDGE, 1 + _EDGE], "showticklabels": False},
                "yaxis": {"range": [height, 0], "showticklabels": False},
                "shapes": [_axis(y) for y in down],
                "annotations": [
                    {**_words("<br>".join(legend), 0, 1, "left", -margin["l"]), "yref": "paper", "yanchor": "bottom"},
                    *_headings(headings, margin["l"]),
                    *(
                        words
                        for bone, y in zip(bones, down, strict=True)
                        for words in (_beside if layout == "bred" else _around)(bone, y, size, margin)
                    ),
                ],
            },
            whole,
        ),
        whole,
        alt,
        twin,
    )


def _laid(bones: Sequence[Bone], size: int, layout: Layout) -> tuple[list[float], dict[str, float], float]:
    """How far down, in pixels, each line's dots and each group's heading stand, and how high it all is."""
    above, below = (_WIDE / 2, _WIDE / 2) if layout == "bred" else (_NAME + _DOTS / 2, _DOTS / 2 + _ENDS)
    down: list[float] = []
    headings: dict[str, float] = {}
    at = 0.0
    for group, of in groupby(bones, lambda bone: bone.group):
        headings[group] = (at + _HEADING / 2) * size
        at += _HEADING
        for _ in of:
            down.append((at + above) * size)
            at += above + below
    return down, headings, at * size


def _legend(looked: Sequence[Looked], region: str, others: str, layout: Layout) -> list[str]:
    """The signs and what each is, in as many lines as there must be."""
    entries = [
        (f'<span style="color:{template.as_now(colour)}">{sign}</span> <b>{plain(each.name)}</b>', each.name)
        for each, colour, sign in zip(looked, theme.COMPARED, SHAPES.values(), strict=False)
    ]
    entries += [(f"<b>{_REGION}</b> {plain(region)}", region)]
    entries += [
        (f'<span style="color:{template.grey()}">{_OTHERS}</span> {plain(others)}', others),
    ]
    lines: list[list[str]] = [[]]
    room = _ROOM[layout]
    for entry, name in entries:
        room -= len(name) + _SIGN
        if room < 0:
            lines.append([])
            room = _ROOM[layout] - len(name) - _SIGN
        lines[-1].append(entry)
    return [(_NBSP * 4).join(line) for line in lines]


def _margin(bones: Sequence[Bone], size: int, layout: Layout) -> dict[str, Any]:
    """What the words need beside the dots, in pixels."""
    if layout == "smal":
        return {"l": MARGIN, "r": MARGIN}
    letter = _LETTERS_WIDTH * size
    longest = {what: max(len(getattr(bone, what)) for bone in bones) for what in ("name", "low", "high", "said")}
    return {
        "l": letter * (longest["name"] + _SMALL * longest["low"]) + 2 * _GAP,
        "r": letter * (_SMALL * longest["high"] + longest["said"]) + 3 * _GAP,
    }


def _dots(points: pd.DataFrame, down: Sequence[float], place: int | None, name: str) -> go.Scatter:
    """The dots of one that is looked at, or (None) of all others."""
    size = template.letter()
    colour = template.grey() if place is None else template.as_now(theme.COMPARED[place])
    marker: dict[str, Any] = {"color": colour, "size": _DOT * size, "opacity": 0.75, "symbol": "circle"}
    if place is not None:
        edge = {"color": template.paper(), "width": 1}
        marker |= {"size": _LOOKED * size, "opacity": 1, "symbol": tuple(SHAPES)[place], "line": edge}
    return go.Scatter(
        x=[tal.rounded(at, _DECIMALS) for at in points["at"]],
        y=[down[line] for line in points["line"]],
        mode="markers",
        name=plain(name),
        marker=marker,
        customdata=points["told"].tolist(),
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _region(bones: Sequence[Bone], down: Sequence[float], name: str, size: int) -> go.Scatter:
    at = [(bone, y) for bone, y in zip(bones, down, strict=True) if bone.region is not None]
    return go.Scatter(
        x=[tal.rounded(bone.region or 0.0, _DECIMALS) for bone, _ in at],
        y=[y for _, y in at],
        mode="markers",
        name=plain(name),
        marker={
            "symbol": "line-ns",
            "size": 1.1 * size,
            "color": template.ink_of_text(),
            "line": {"color": template.ink_of_text(), "width": 2.5},
        },
        customdata=[plain(bone.told) for bone, _ in at],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _axis(y: float) -> dict[str, Any]:
    line = {"color": template.rule(), "width": 1}
    return {"type": "line", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line, "layer": "below"}


def _words(text: str, x: float, y: float, anchor: str, shift: float, **more: Any) -> dict[str, Any]:
    return {
        "text": text,
        "x": x,
        "xref": "paper",
        "xanchor": anchor,
        "xshift": shift,
        "y": y,
        "yanchor": "middle",
        "align": "left" if anchor == "left" else "right",
        **more,
    }


def _headings(headings: dict[str, float], left: float) -> Iterator[dict[str, Any]]:
    for group, y in headings.items():
        yield _words(f"<b>{plain(group)}</b>", 0, y, "left", -left, font={"color": template.ink()})


def _beside(bone: Bone, y: float, size: int, margin: dict[str, Any]) -> Iterator[dict[str, Any]]:
    quiet = {"size": _SMALL * size, "color": template.grey()}
    yield _words(plain(bone.name), 0, y, "left", -margin["l"])
    yield _words(plain(bone.low), 0, y, "right", -_GAP, font=quiet)
    yield _words(plain(bone.high), 1, y, "left", _GAP, font=quiet)
    yield _words(f"<b>{plain(bone.said)}</b>", 1, y, "right", margin["r"])


def _around(bone: Bone, y: float, size: int, margin: dict[str, Any]) -> Iterator[dict[str, Any]]:
    quiet = {"size": _SMALL * size, "color": template.grey()}
    above, below = y - (_DOTS + _NAME) / 2 * size, y + (_DOTS + _ENDS * 0.7) / 2 * size
    yield _words(plain(bone.name), 0, above, "left", 0)
    yield _words(f"<b>{plain(bone.brief)}</b>", 1, above, "right", 0)
    yield _words(plain(bone.low), 0, below, "left", 0, font=quiet)
    yield _words(plain(bone.high), 1, below, "right", 0, font=quiet)
