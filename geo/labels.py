"""
Where the map's names and figures stand: in their area where there is room, else beside them all with a line to it.

Worked out in metres for a picture of a given scale, so that no text lies on another, and no line crosses another: the
places beside them are given to the areas with the least length of line in all, and shortest lines never cross.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from scipy.optimize import linear_sum_assignment
from shapely.geometry.base import BaseGeometry

LETTER, LINE = 0.56, 1.25
"""The width of a letter and the height of a line, as shares of the type's size."""
FIGURE = 7
"""Letters that a figure may have: 21.888, 5.105,4 or –."""
_BETWEEN = 2  # letters between one text and the next in a row
_ROOM = 0.86  # of its box that a text inside must have on its own area
_AWAY = 0.5  # of a line's height that a text beside the areas keeps from them


@dataclass(frozen=True)
class Label:
    """
    Where a text stands, in the units of the shapes: its middle when `inside`, else the end that its line comes to.

    `anchor` says which part of the text is there: "middle", "start" (text to the right) or "end"; `name` is the name as
    it is written there, in one line or two.
    """

    x: float
    y: float
    anchor: str
    inside: bool
    name: str


def labels(
    shapes: Mapping[str, BaseGeometry],
    points: Mapping[str, tuple[float, float]],
    names: Mapping[str, str],
    taken: BaseGeometry,
    view: tuple[float, float, float, float],
    size: float,
) -> dict[str, Label]:
    """
    Return a place for each area's name and figure; those for which there is none are left out.

    `shapes` and `points` (where a text in an area has its middle) are by omraade_id; `taken` is what no text may stand
    on but its own area's, `view` the picture's west, south, east, north, and `size` the type's size; all in metres.
    """
    placed, outside = {}, []
    for key, shape in shapes.items():
        x, y = points[key]
        if written := next((each for each in _written(names[key]) if _holds(shape, x, y, each, size)), None):
            placed[key] = Label(x, y, "middle", True, written)
        elif shapely.box(*view).contains(shapely.Point(x, y)):
            outside.append(key)
    if outside:
        placed |= _beside({key: points[key] for key in outside}, names, taken, view, size)
    return {key: placed[key] for key in shapes if key in placed}


def _written(name: str) -> tuple[str, str]:
    """A name in one line, and in two where it has a hyphen or a blank."""
    return name, name.replace("-", "-\n").replace(" ", "\n")


def _holds(shape: BaseGeometry, x: float, y: float, name: str, size: float) -> bool:
    """Say whether an area has room for its name, as written, and its figure below it."""
    lines = name.split("\n")
    width, height = LETTER * size * max(*map(len, lines), FIGURE), (len(lines) + 1) * LINE * size
    box = shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    return bool(box.intersection(shape).area >= _ROOM * box.area)


def _beside(
    points: Mapping[str, tuple[float, float]],
    names: Mapping[str, str],
    taken: BaseGeometry,
    view: tuple[float, float, float, float],
    size: float,
) -> dict[str, Label]:
    """Give each area a free place beside them all that holds its text, with the least length of line in all."""
    widths = [LETTER * size * (len(names[key]) + 1 + FIGURE) for key in points]
    slots = _slots(taken, view, min(widths), max(widths), size)
    if not slots:
        return {}
    places = [
        [slot.place(at, names[key], width) for slot in slots]
        for (key, at), width in zip(points.items(), widths, strict=True)
    ]
    length = np.array(
        [
            [math.dist(at, (place.x, place.y)) if place else np.nan for place in row]
            for at, row in zip(points.values(), places, strict=True)
        ]
    )
    # What does not fit costs more than all lines together can, so that it is given only where nothing else is left.
    rows, columns = linear_sum_assignment(np.nan_to_num(length, nan=np.nansum(length)))
    keys = list(points)
    found = {keys[row]: places[row][column] for row, column in zip(rows, columns, strict=True)}
    return {key: place for key, place in found.items() if place}


class _Slot(NamedTuple):
    """A free stretch of a row, with room for one text."""

    left: float
    right: float
    y: float

    def place(self, point: tuple[float, float], name: str, width: float) -> Label | None:
        """Return where a text stands in it, with the end that is next to its area at the line; None if too long."""
        if width > self.right - self.left:
            return None
        if point[0] >= self.right:
            return Label(self.right, self.y, "end", False, name)
        return Label(max(self.left, min(point[0], self.right - width)), self.y, "start", False, name)


def _slots(
    taken: BaseGeometry, view: tuple[float, float, float, float], least: float, most: float, size: float
) -> list[_Slot]:
    """Cut each row's free stretches, of `least` or more, in as many pieces as have room for `most`."""
    west, south, east, north = view
    height, gap = LINE * size, _BETWEEN * LETTER * size
    kept = taken.buffer(_AWAY * height)
    slots = []
    for y in np.arange(south + height, north - height, height):
        row = shapely.box(west, y - height / 2, east, y + height / 2)
        blocks = [part.bounds for part in shapely.get_parts(row.intersection(kept)) if not part.is_empty]
        at = west
        for left, right in [*sorted((bounds[0], bounds[2]) for bounds in blocks), (east, east)]:
            room = left - at
            if room >= least:
                pieces = max(1, int((room + gap) // (most + gap)))
                starts = np.linspace(at, left + gap, pieces + 1)
                slots += [_Slot(float(a), float(b - gap), float(y)) for a, b in pairwise(starts)]
            at = max(at, right)
    return slots
