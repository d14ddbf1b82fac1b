"""The steps of the build, on drawings small enough to check by hand."""

import json
from pathlib import Path

import pytest
import shapely
from shapely.geometry import Point

from geo import build, coast, danmarkskort
from geo.errors import GeoError
from geo.projection import to_degrees, to_metres
from geo.register import Register


def _package(folder: Path, codes: list[str]) -> Path:
    """A package whose municipalities are all one square of 100 units, Bornholm's in its own place."""
    entries = []
    for code in codes:
        x, y = (9159.7, 1222.5) if code == "400" else (8950.0, 7950.0)
        path = f"M{x},{y}l100,0l0,100l-100,0Z"
        entries.append(f'{{id:"a",name:"a",en_name:"a",display_name:"A",code:"{code}",d:"{path}"}}')
    script = folder / danmarkskort.SCRIPT
    script.parent.mkdir(parents=True)
    script.write_text(f"const a=[{','.join(entries)}]", encoding="utf-8")
    (folder / danmarkskort.LICENCE).write_text("MIT License", encoding="utf-8")
    return folder


def test_municipalities_are_put_where_they_belong(tmp_path):
    codes = ["400", *(str(code) for code in range(500, 597))]
    drawn = danmarkskort.municipalities(_package(tmp_path, codes))
    assert len(drawn) == danmarkskort.MUNICIPALITIES
    island = drawn["0400"]
    assert island.centroid.distance(Point(876_687, 6_124_580)) < 1
    assert island.area == pytest.approx((100 * 27.18) ** 2)
    zealand = drawn["0500"]
    assert zealand.centroid.distance(Point(28.672 * 9000 - 0.107 * 8000 + 442_011, 6_173_942)) < 1000
    assert zealand.area == pytest.approx(2867.2 * 2873.3, rel=0.01)
    assert danmarkskort.licence(tmp_path) == "MIT License"


def test_another_package_is_refused(tmp_path):
    with pytest.raises(GeoError, match="mangler filen"):
        danmarkskort.municipalities(tmp_path)
    with pytest.raises(GeoError, match="har 2 kommuner"):
        danmarkskort.municipalities(_package(tmp_path, ["101", "147"]))


def test_a_gap_is_shared_by_the_nearest_and_open_water_is_not():
    """Two squares 600 m apart meet in the middle; a third, 5 km away, keeps its sea."""
    squares = {
        "gribskov": shapely.box(700_000, 6_200_000, 705_000, 6_205_000),
        "helsingoer": shapely.box(705_600, 6_200_000, 710_600, 6_205_000),
        "halsnaes": shapely.box(700_000, 6_190_000, 705_000, 6_195_000),
    }
    closed = build._close_gaps(squares, {}, Register({}, {}))
    left, right, apart = (closed[key] for key in squares)
    assert left.intersection(right).area == pytest.approx(0, abs=1)
    border = left.boundary.intersection(right.boundary.buffer(1))
    assert border.length > 4_500
    assert border.centroid.x == pytest.approx(705_300, abs=40)
    assert left.distance(apart) > 3_500
    assert left.covers(squares["gribskov"].buffer(-1))


def test_nearest_gives_every_point_to_the_nearest_seed():
    extent = shapely.box(0, 0, 100, 100)
    seeds = {"a": [Point(10, 10), Point(20, 80)], "b": [Point(90, 50)], "c": [Point(50, 5)]}
    cells = build._nearest(seeds, extent)
    for x in range(3, 100, 7):
        for y in range(4, 100, 7):
            here = Point(x, y)
            nearest = min(seeds, key=lambda key: min(here.distance(seed) for seed in seeds[key]))
            assert cells[nearest].buffer(1e-6).contains(here)


def test_projection_there_and_back():
    here = Point(12.5683, 55.6761)
    assert to_degrees(to_metres(here)).distance(here) < 1e-9
    assert to_metres(here).distance(Point(724_300, 6_175_900)) < 1_000


def test_the_coast_takes_what_is_sea_and_gives_what_is_land():
    """Two drawn squares; the real land ends 1 km before one, goes 2 km beyond the other, and has an island off it."""
    drawn = {"gribskov": shapely.box(0, 0, 5_000, 5_000), "helsingoer": shapely.box(5_000, 0, 10_007, 5_013)}
    land = shapely.union_all(
        [
            shapely.box(1_000, 0, 12_000, 5_000),
            shapely.box(13_000, 1_000, 14_000, 2_000),  # off Helsingør
            shapely.box(30_000, 0, 90_000, 50_000),  # another coast
        ]
    )
    shore = build._shore(land, drawn)
    assert shore.area == pytest.approx(11_000 * 5_000 + 1_000_000)
    fitted = build._to_the_coast(drawn, shore)
    assert fitted["gribskov"].equals(shapely.box(1_000, 0, 5_000, 5_000))
    assert fitted["helsingoer"].area == pytest.approx(7_000 * 5_000 + 1_000_000, rel=1e-6)


def _coast(folder: Path, geometry: dict) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / coast.MAP).write_text(json.dumps({"type": "GeometryCollection", "geometries": [geometry]}), "utf-8")
    return folder


def test_land_is_read_whatever_way_it_is_packed_and_lakes_are_land(tmp_path):
    ring = [[12.0, 55.5], [12.5, 55.5], [12.5, 56.0], [12.0, 56.0], [12.0, 55.5]]
    lake = [[12.1, 55.6], [12.2, 55.6], [12.2, 55.7], [12.1, 55.7], [12.1, 55.6]]
    far = [[0.0, 50.0], [1.0, 50.0], [1.0, 51.0], [0.0, 51.0], [0.0, 50.0]]
    single = {"type": "Polygon", "coordinates": [ring, lake]}
    several = {"type": "MultiPolygon", "coordinates": [[ring, lake], [far]]}
    feature = {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": single}]}
    lands = [coast.land(_coast(tmp_path / str(i), each)) for i, each in enumerate((single, several, feature))]
    for land in lands:
        assert land.geom_type == "Polygon" and not land.interiors
        assert land.equals_exact(lands[0], 1e-6)
    assert to_degrees(lands[0]).bounds == pytest.approx((12.0, 55.5, 12.5, 56.0), abs=1e-6)


def test_another_coast_is_refused(tmp_path):
    with pytest.raises(GeoError, match="Kystpakken mangler filen"):
        coast.land(tmp_path)
    far = {"type": "Polygon", "coordinates": [[[0, 50], [1, 50], [1, 51], [0, 50]]]}
    with pytest.raises(GeoError, match="intet land ved Øresund"):
        coast.land(_coast(tmp_path, far))
