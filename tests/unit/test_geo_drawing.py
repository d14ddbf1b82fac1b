"""What the browser draws: small, whole, the same each time, and true to the map."""

import json
import re
from pathlib import Path

import pytest

from geo import areas
from geo.drawing import ISLAND, drawing, place
from geo.register import read_register
from tests.project import ROOT

REGISTER = read_register(ROOT / "data" / "kilder" / "register").areas

DISTRICTS = {key for key, area in REGISTER.items() if area.er_bydel}


@pytest.fixture(autouse=True)
def _committed_map(monkeypatch):
    monkeypatch.setattr(areas, "IMPORTED", Path("findes-ikke.geojson"))


def _points(path: str) -> list[tuple[float, float]]:
    """The absolute points of a path, all of whose commands are M, relative l and z."""
    assert re.fullmatch(r"(M[-\d. ]+l[-\d. ]+z)+", path)
    points = []
    for ring in path.split("z")[:-1]:
        start, steps = ring[1:].split("l")
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", start)]
        x, y = numbers
        points.append((x, y))
        moves = [float(n) for n in re.findall(r"-?[\d.]+", steps)]
        for dx, dy in zip(moves[::2], moves[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((round(x, 1), round(y, 1)))
    return points


def test_it_is_small_json():
    assert len(json.dumps(drawing(), ensure_ascii=False).encode()) < 60_000


def test_it_is_the_same_each_time():
    first = json.dumps(drawing())
    areas._read.cache_clear()
    drawing.__globals__["_drawing"].cache_clear()
    assert json.dumps(drawing()) == first


def test_every_area_is_in_the_map_and_among_the_tiles():
    assert set(drawing()["kort"]["omraader"]) == set(REGISTER)
    assert set(drawing()["fliser"]["omraader"]) == set(REGISTER)


def test_the_enlargement_shows_the_city():
    assert set(drawing()["udsnit"]["omraader"]) >= DISTRICTS | {"frederiksberg", "hvidovre", "gentofte"}
    assert ISLAND not in drawing()["udsnit"]["omraader"]
    scale = drawing()["kort"]["meter_pr_enhed"] / drawing()["udsnit"]["meter_pr_enhed"]
    assert scale > 3


@pytest.mark.parametrize("picture", ["kort", "udsnit"])
def test_paths_and_labels_lie_in_the_picture(picture):
    drawn = drawing()[picture]
    for key, shape in drawn["omraader"].items():
        for x, y in [*_points(shape["d"]), (shape["x"], shape["y"])]:
            assert -0.1 <= x <= drawn["bredde"] + 0.1, key
            assert -0.1 <= y <= drawn["hoejde"] + 0.1, key
        assert shape["r"] > 5, key


def test_neighbours_share_points_of_their_border():
    shapes = drawing()["kort"]["omraader"]
    points = {key: set(_points(shape["d"])) for key, shape in shapes.items()}
    for key, others in areas.neighbours().items():
        for other in others:
            assert len(points[key] & points[other]) >= 2, (key, other)


def test_bornholm_stands_alone_in_its_frame():
    drawn = drawing()["kort"]
    frame = next(frame for frame in drawn["rammer"] if frame["art"] == "bornholm")
    right, bottom = frame["x"] + frame["bredde"], frame["y"] + frame["hoejde"]
    for key, shape in drawn["omraader"].items():
        inside = [frame["x"] < x < right and frame["y"] < y < bottom for x, y in _points(shape["d"])]
        assert all(inside) if key == ISLAND else not any(inside), key


def test_the_enlargement_is_framed_in_the_map():
    drawn = drawing()["kort"]
    frame = next(frame for frame in drawn["rammer"] if frame["art"] == "udsnit")
    for key in DISTRICTS:
        for x, y in _points(drawn["omraader"][key]["d"]):
            assert frame["x"] < x < frame["x"] + frame["bredde"]
            assert frame["y"] < y < frame["y"] + frame["hoejde"]


def test_a_point_is_placed_in_its_own_area():
    drawn = drawing()
    for key, (lon, lat) in areas.points().items():
        placed = place(lon, lat)
        for picture, (x, y) in placed.items():
            xs, ys = zip(*_points(drawn[picture]["omraader"][key]["d"]), strict=True)
            assert min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys), (key, picture)
        assert ("udsnit" in placed) >= (key in DISTRICTS), key


def test_an_islet_far_out_leaves_the_frame_as_it_is(tmp_path, monkeypatch):
    before = drawing()["kort"]
    with_islet = json.loads(areas.COMMITTED.read_text(encoding="utf-8"))
    (halsnaes,) = (each for each in with_islet["features"] if each["properties"]["omraade_id"] == "halsnaes")
    islet = [[11.70, 56.195], [11.71, 56.195], [11.71, 56.20], [11.70, 56.20], [11.70, 56.195]]
    shape = halsnaes["geometry"]
    parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    halsnaes["geometry"] = {"type": "MultiPolygon", "coordinates": [*parts, [islet]]}
    file = tmp_path / "med-holm.geojson"
    file.write_text(json.dumps(with_islet), encoding="utf-8")
    monkeypatch.setattr(areas, "IMPORTED", file)
    after = drawing()["kort"]
    assert areas.source() == file
    assert (after["bredde"], after["hoejde"]) == (before["bredde"], before["hoejde"])
    assert after["omraader"]["valby"] == before["omraader"]["valby"]
