"""Names and figures on the map: in their area where there is room, beside them all elsewhere, and none on another."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from geo import areas, labels, landkort
from geo.labels import FIGURE, LETTER, LINE, Label
from geo.projection import to_metres

SIZE = 10.0
VIEW = (0.0, 0.0, 2000.0, 1000.0)


def box_of(label: Label, size: float) -> BaseGeometry:
    """What a text covers at most."""
    lines = label.name.split("\n")
    if label.inside:
        width, height = LETTER * size * max(*map(len, lines), FIGURE), (len(lines) + 1) * LINE * size
        return shapely.box(label.x - width / 2, label.y - height / 2, label.x + width / 2, label.y + height / 2)
    width = LETTER * size * (len(label.name) + 1 + FIGURE)
    left = label.x if label.anchor == "start" else label.x - width
    return shapely.box(left, label.y - LINE * size / 2, left + width, label.y + LINE * size / 2)


def test_a_name_stands_in_its_area_where_there_is_room_in_two_lines_if_need_be() -> None:
    shapes = {
        "stor": shapely.box(0, 0, 400, 200),
        "smal": shapely.box(0, 300, 45, 400),
        "lille": shapely.box(0, 500, 9, 509),
    }
    names = {"stor": "Høje-Taastrup", "smal": "Høje-Taastrup", "lille": "Høje-Taastrup"}
    points = {key: shape.centroid.coords[0] for key, shape in shapes.items()}
    found = labels.labels(shapes, points, names, shapely.union_all(list(shapes.values())), VIEW, SIZE)
    assert found["stor"] == Label(200, 100, "middle", True, "Høje-Taastrup")
    assert found["smal"] == Label(22.5, 350, "middle", True, "Høje-\nTaastrup")
    assert not found["lille"].inside
    assert found["lille"].name == "Høje-Taastrup"


def test_an_area_out_of_the_picture_without_room_has_no_text() -> None:
    shape = shapely.box(-100, 0, -90, 10)
    assert labels.labels({"a": shape}, {"a": (-95.0, 5.0)}, {"a": "Dragør"}, shape, VIEW, SIZE) == {}


def test_where_there_is_no_place_a_text_is_left_out() -> None:
    shapes = {"a": shapely.box(0, 0, 9, 9), "b": shapely.box(9, 0, 2000, 1000)}
    points = {"a": (4.5, 4.5), "b": (1000.0, 500.0)}
    found = labels.labels(shapes, points, {"a": "Ishøj", "b": "Greve"}, shapely.box(*VIEW), VIEW, SIZE)
    assert list(found) == ["b"]


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(1, 40), st.sampled_from(["Ishøj", "Indre By", "Brønshøj-Husum"])),
        min_size=1,
        max_size=25,
        unique_by=lambda spot: spot[:2],
    )
)
def test_no_text_lies_on_another_or_on_an_area_and_lines_are_as_short_as_they_can_be(
    spots: list[tuple[int, int, str]],
) -> None:
    keys = [f"o{number}" for number in range(len(spots))]
    points = {key: (1000.0 + 4 * x, 20.0 * y) for key, (x, y, _) in zip(keys, spots, strict=True)}
    names = {key: name for key, (_, _, name) in zip(keys, spots, strict=True)}
    shapes = {key: shapely.box(x - 2, y - 2, x + 2, y + 2) for key, (x, y) in points.items()}
    taken = shapely.union_all(list(shapes.values()))
    found = labels.labels(shapes, points, names, taken, VIEW, SIZE)
    boxes = {key: box_of(label, SIZE) for key, label in found.items()}
    assert set(found) == set(keys)  # there is room for all
    assert all(first.intersection(second).area < 1e-6 for first, second in combinations(boxes.values(), 2))
    assert all(box.intersection(taken).area < 1e-6 for box in boxes.values())
    assert all(shapely.box(*VIEW).covers(box) for box in boxes.values())
    for one, other in combinations(keys, 2):
        if names[one] == names[other]:
            swapped = _length(points[one], found[other]) + _length(points[other], found[one])
            assert _length(points[one], found[one]) + _length(points[other], found[other]) <= swapped + 1e-6


def _length(point: tuple[float, float], label: Label) -> float:
    """How long its line is; a text left of where its line ends is for areas that are not left of that too."""
    if label.anchor == "end" and point[0] < label.x:
        return math.inf  # the line would cross its own text
    return shapely.Point(point).distance(shapely.Point(label.x, label.y))


@pytest.mark.parametrize("size", landkort.FORMATS)
@pytest.mark.parametrize("which", ["region", "koebenhavn"])
def test_the_map_has_a_name_and_figure_for_each_of_the_37(which: landkort.Cutting, size: landkort.Size) -> None:
    texts = landkort.cut(which, size).texts
    assert set(texts) == set(areas.names())
    assert {key: place.name.replace("-\n", "-").replace("\n", " ") for key, place in texts.items()} == areas.names()


@pytest.mark.parametrize("size", landkort.FORMATS)
def test_no_text_of_the_map_lies_on_another(size: landkort.Size) -> None:
    cut = landkort.cut("region", size)
    form = landkort.FORMATS[size]
    # A pixel at the picture's middle, in metres of the flat map that the texts were laid out in.
    west, east = (to_metres(shapely.Point(cut.lon + side * 0.1, cut.lat)).x for side in (-1, 1))
    pixel = (east - west) / (0.2 * 512 * 2**cut.zoom / 360)
    boxes = {}
    for key, place in cut.texts.items():
        at = to_metres(shapely.Point(place.lon, place.lat))
        boxes[key] = box_of(Label(at.x, at.y, place.anchor, place.line is None, place.name), form.type * pixel * 0.99)
    clashes = {(a, b) for a, b in combinations(boxes, 2) if boxes[a].intersection(boxes[b]).area > 0.02 * boxes[a].area}
    assert clashes == set()
