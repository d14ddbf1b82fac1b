"""The import of official boundaries: what it takes, what it refuses and with which sentence."""

import json
import random
import re
import sqlite3
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geo import areas, boundary_file, collection, official
from geo.__main__ import main
from geo.errors import GeoError
from geo.register import read_register, rows
from tests import omfang
from tests.project import ROOT

FOLDER = ROOT / "data" / "kilder" / "register"
REGISTER = read_register(FOLDER)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "egne" / "omraader.geojson"


def _polygons() -> dict:
    return collection.geometries(collection.read(areas.COMMITTED))


def _municipalities() -> gpd.GeoDataFrame:
    """The committed map as a file of 29 kommuner with the columns that DAGI uses."""
    polygons, codes = _polygons(), {key: code for code, key in REGISTER.municipality_codes.items()}
    names = {row["kommune_id"]: row["navn"] for row in rows(FOLDER / "kommune.csv")}
    together: dict[str, list] = {}
    for key, area in REGISTER.areas.items():
        together.setdefault(area.kommune_id, []).append(polygons[key])
    return gpd.GeoDataFrame(
        {
            "kommunekode": [codes[key] for key in together],
            "navn": [names[key] for key in together],
        },
        geometry=[shapely.union_all(parts) for parts in together.values()],
        crs=4326,
    )


def _districts() -> gpd.GeoDataFrame:
    """København's ten bydele: the committed areas, with Amager cut in two."""
    polygons, numbers, geometry = _polygons(), [], []
    west, south, east, north = polygons["amager"].bounds
    middle = (west + east) / 2
    halves = {"9": shapely.box(middle, south, east, north), "10": shapely.box(west, south, middle, north)}
    for row in rows(official.DISTRICTS_CSV):
        number, key = row["nr"], row["omraade_id"]
        numbers.append(int(number))
        geometry.append(polygons[key].intersection(halves[number]) if number in halves else polygons[key])
    return gpd.GeoDataFrame({"bydel_nr": numbers}, geometry=geometry, crs=4326)


def _take_in(file: Path, districts: Path | None = None, target: Path = areas.IMPORTED) -> Path:
    return official.import_boundaries(file, districts, target, register=REGISTER)


def _save(frame: gpd.GeoDataFrame, path: Path, layer: str | None = None) -> Path:
    frame.to_file(path, driver="GPKG" if path.suffix == ".gpkg" else "GeoJSON", layer=layer)
    return path


@pytest.fixture
def districts(tmp_path: Path) -> Path:
    return _save(_districts(), tmp_path / "bydele.geojson")


def _same_land(path: Path) -> None:
    """Every imported area covers the committed one but for what simplification moves."""
    imported, committed = collection.geometries(collection.read(path)), _polygons()
    assert set(imported) == set(REGISTER.areas)
    for key, polygon in committed.items():
        assert polygon.symmetric_difference(imported[key]).area < 0.05 * polygon.area, key


def test_geojson_in_degrees_with_codes(tmp_path, target, districts):
    file = _save(_municipalities(), tmp_path / "kommuner.geojson")
    assert _take_in(file, districts, target) == target
    _same_land(target)
    assert collection.read(target)["maerkat"] == "officielle grænser, forenklet"
    assert target.stat().st_size < collection.MAX_BYTES


@pytest.mark.parametrize("epsg", [25832, 25833, 3857, 4258])
def test_geopackage_is_reprojected(tmp_path, target, districts, epsg):
    frame = _municipalities().to_crs(epsg)
    frame["kommunekode"] = frame["kommunekode"].astype(int)
    file = _save(frame, tmp_path / "kommuner.gpkg", layer="kommuneinddeling")
    _same_land(_take_in(file, districts, target))


def test_names_serve_where_there_are_no_codes(tmp_path, target):
    frame = _municipalities()
    special = {"København": "Københavns Kommune", "Bornholm": "Bornholms Regionskommune"}
    frame["KOMNAVN"] = [special.get(name, f"{name} Kommune") for name in frame.pop("navn")]
    del frame["kommunekode"]
    bydele = _districts()
    names = {row["nr"]: row["navn"] for row in rows(official.DISTRICTS_CSV)}
    bydele["navn"] = [names[str(number)] for number in bydele.pop("bydel_nr")]
    file = _save(frame, tmp_path / "kommuner.geojson")
    _same_land(_take_in(file, _save(bydele, tmp_path / "b.gpkg"), target))


def test_one_file_may_hold_all_37_areas(tmp_path, target):
    frame = gpd.GeoDataFrame(
        {"navn": [REGISTER.areas[key].navn for key in _polygons()]}, geometry=list(_polygons().values()), crs=4326
    )
    _same_land(_take_in(_save(frame, tmp_path / "alle.geojson"), target=target))


def test_kommuner_elsewhere_are_passed_over(tmp_path, target, districts):
    frame = _municipalities()
    roskilde = gpd.GeoDataFrame(
        {"kommunekode": ["0265"], "navn": ["Roskilde"]},
        geometry=[shapely.box(12.0, 55.6, 12.1, 55.7)],
        crs=4326,
    )
    file = _save(gpd.pd.concat([frame, roskilde]), tmp_path / "kommuner.geojson")
    _same_land(_take_in(file, districts, target))


def _refusal(file: Path, target: Path, districts: Path | None = None) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("det gamle kort", encoding="utf-8")
    with pytest.raises(GeoError) as refused:
        _take_in(file, districts, target)
    assert target.read_text(encoding="utf-8") == "det gamle kort"
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert str(refused.value).endswith(".")
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.geojson", "ikke json"),
        ("a.gpkg", "x"),
        ("a.csv", "navn;kode\nBornholm;400\n"),
        ("tom.geojson", ""),
    ],
)
def test_a_file_that_is_no_geodata(tmp_path, target, name, content):
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert "brug GeoJSON eller GeoPackage" in _refusal(tmp_path / name, target)


ELSEWHERE = {
    "a virtual file": """<OGRVRTDataSource><OGRVRTLayer name="kommuner"><SrcDataSource>{elsewhere}</SrcDataSource>
        </OGRVRTLayer></OGRVRTDataSource>""",
    "a virtual file of an address": """<OGRVRTDataSource><OGRVRTLayer name="a">
        <SrcDataSource>/vsicurl/http://127.0.0.1:9/a.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>""",
    "a raster of others": "<VRTDataset><VRTRasterBand><SourceFilename>{elsewhere}</SourceFilename></VRTRasterBand>",
    "a command": '{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read {elsewhere}"}',
    "a service": "WFS:http://127.0.0.1:9/wfs",
    "a path": "{elsewhere}",
}


@pytest.mark.parametrize("what", ELSEWHERE)
@pytest.mark.parametrize("suffix", ["vrt", "geojson", "gpkg", "gdalg.json"])
def test_a_file_that_points_to_another_is_no_geodata(tmp_path, target, what, suffix):
    elsewhere = _save(_municipalities(), tmp_path / "kommuner.geojson")
    file = tmp_path / f"henviser.{suffix}"
    file.write_text(ELSEWHERE[what].replace("{elsewhere}", str(elsewhere)), encoding="utf-8")
    assert "brug GeoJSON eller GeoPackage" in _refusal(file, target)


def _told(file: Path, crs: object) -> Path:
    content = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**content, "crs": crs}), encoding="utf-8")
    return file


def test_a_coordinate_system_is_not_fetched(tmp_path, target, monkeypatch):
    def no_network(*_: object) -> None:
        raise AssertionError("It was looked for elsewhere.")

    monkeypatch.setattr("socket.socket.connect", no_network)
    file = _save(_municipalities(), tmp_path / "a.geojson")
    for kind in ("link", "url"):
        crs = {"type": kind, "properties": {"href": "http://127.0.0.1:9/crs", "type": "ogcwkt"}}
        assert "henviser til en adresse" in _refusal(_told(file, crs), target)
    for name in ("http://127.0.0.1:9/EPSG/25832", "/etc/passwd", "+proj=longlat +nadgrids=/etc/passwd", ""):
        message = _refusal(_told(file, {"type": "name", "properties": {"name": name}}), target)
        assert "koordinatsystem" in message and "127.0.0.1" not in message and "passwd" not in message
    for crs in ("x", [], {"type": "name"}, {"type": "name", "properties": None}, 7):
        assert "brug GeoJSON eller GeoPackage" in _refusal(_told(file, crs), target)


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"])
def test_a_coordinate_system_is_told_in_the_ways_that_publishers_do(tmp_path, target, districts, name):
    file = _told(_save(_municipalities(), tmp_path / "a.geojson"), {"type": "name", "properties": {"name": name}})
    _same_land(_take_in(file, districts, target))


def test_of_a_geopackage_only_tables_are_read(tmp_path, target):
    file = _save(_municipalities(), tmp_path / "a.gpkg", layer="kommuner")
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS geom, x AS navn FROM n"
    con = sqlite3.connect(file)
    con.execute(f"CREATE VIEW uendelig AS {endless}")
    con.execute("UPDATE gpkg_geometry_columns SET table_name = 'uendelig'")
    con.commit()
    con.close()
    assert "brug GeoJSON eller GeoPackage" in _refusal(file, target)


def test_a_database_without_end_is_given_up(tmp_path, target, monkeypatch):
    monkeypatch.setattr(boundary_file, "SECONDS", 0.2)
    file = tmp_path / "a.gpkg"
    con = sqlite3.connect(file)
    con.execute("CREATE TABLE kommuner (geom BLOB, navn TEXT)")
    con.execute(
        "CREATE VIEW gpkg_geometry_columns AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT 'kommuner' AS table_name, 'geom' AS column_name, 4326 AS srs_id, x AS rowid FROM n"
    )
    con.commit()
    con.close()
    assert "brug GeoJSON eller GeoPackage" in _refusal(file, target)


@pytest.mark.parametrize("suffix", ["geojson", "gpkg"])
def test_a_damaged_file_is_refused_in_danish_or_read(tmp_path, suffix):
    content = _save(_municipalities().iloc[:3], tmp_path / f"a.{suffix}").read_bytes()
    draw = random.Random(omfang.SEED)
    file = tmp_path / f"skadet.{suffix}"
    for _ in range(omfang.examples(30)):
        changed = bytearray(content)
        for _ in range(draw.choice((1, 1, 20))):
            changed[draw.randrange(len(changed))] = draw.randrange(256)
        file.write_bytes(changed[: draw.choice((len(changed), draw.randrange(len(changed))))])
        try:
            _take_in(file)
        except GeoError as error:
            assert not re.search(r"\b(error|invalid|expected|line \d|decode|database|ring)\b", str(error)), error
            assert str(error).endswith(".")


def test_a_file_that_is_not_there(tmp_path, target):
    assert "findes ikke" in _refusal(tmp_path / "mangler.geojson", target)


def test_a_file_that_is_too_large(tmp_path, target, monkeypatch):
    file = _save(_municipalities(), tmp_path / "kommuner.geojson")
    monkeypatch.setattr(boundary_file, "MAX_BYTES", 1000)
    assert "større end" in _refusal(file, target)


def test_missing_areas_are_named(tmp_path, target, districts):
    frame = _municipalities()
    frame = frame[~frame["kommunekode"].isin(["0153", "0400"])]
    file = _save(frame, tmp_path / "kommuner.geojson")
    assert _refusal(file, target, districts) == "Der mangler Bornholm, Brøndby."


def test_koebenhavn_needs_its_districts(tmp_path, target):
    file = _save(_municipalities(), tmp_path / "kommuner.geojson")
    assert "--bydele" in _refusal(file, target)


def test_a_missing_district_is_named(tmp_path, target):
    file = _save(_municipalities(), tmp_path / "kommuner.geojson")
    frame = _districts()
    bydele = _save(frame[frame["bydel_nr"] != 5], tmp_path / "b.geojson")
    assert "Valby" in _refusal(file, target, bydele)


def test_unknown_codes_names_and_numbers(tmp_path, target, districts):
    frame = _municipalities()
    frame.loc[3, "kommunekode"] = "0999"
    assert "0999" in _refusal(_save(frame, tmp_path / "a.geojson"), target, districts)

    frame = _municipalities().drop(columns="kommunekode")
    frame.loc[3, "navn"] = "Andeby"
    assert "Andeby" in _refusal(_save(frame, tmp_path / "b.geojson"), target, districts)

    bydele = _districts()
    bydele.loc[0, "bydel_nr"] = 11
    file = _save(_municipalities(), tmp_path / "c.geojson")
    assert "11" in _refusal(file, target, _save(bydele, tmp_path / "d.geojson"))


def test_no_recognised_column(tmp_path, target):
    frame = _municipalities().drop(columns="kommunekode").rename(columns={"navn": "omrnavn"})
    assert "ingen kolonne" in _refusal(_save(frame, tmp_path / "a.geojson"), target)


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_no_coordinate_system(tmp_path, target, districts):
    frame = _municipalities().to_crs(25832).set_crs(None, allow_override=True)
    message = _refusal(_save(frame, tmp_path / "a.gpkg"), target, districts)
    assert "koordinatsystem" in message


def test_a_coordinate_system_that_is_not_known(tmp_path, target, districts):
    assert "EPSG:25832" in _refusal(_save(_municipalities().to_crs(27700), tmp_path / "a.gpkg"), target, districts)


@pytest.mark.parametrize(("true", "said"), [(25832, 4326), (4326, 25832), (25832, 3857)])
def test_a_coordinate_system_that_is_wrong(tmp_path, target, districts, true, said):
    frame = _municipalities().to_crs(true).set_crs(said, allow_override=True)
    message = _refusal(_save(frame, tmp_path / "a.gpkg"), target, districts)
    assert "uden for Danmark" in message


def test_latitude_and_longitude_swapped(tmp_path, target, districts):
    frame = _municipalities()
    frame["geometry"] = shapely.transform(frame.geometry.to_numpy(), lambda xy: xy[:, ::-1])
    assert "uden for Danmark" in _refusal(_save(frame, tmp_path / "a.geojson"), target, districts)


def test_an_invalid_polygon_is_named(tmp_path, target, districts):
    frame = _municipalities()
    bowtie = shapely.Polygon([(12.2, 55.7), (12.3, 55.8), (12.3, 55.7), (12.2, 55.8)])
    frame.loc[frame["kommunekode"] == "0240", "geometry"] = bowtie
    message = _refusal(_save(frame, tmp_path / "a.geojson"), target, districts)
    assert message.startswith("Egedal har en ugyldig polygon")


def test_points_are_no_areas(tmp_path, target, districts):
    frame = _municipalities()
    frame["geometry"] = frame.geometry.representative_point()
    assert "ingen flade" in _refusal(_save(frame, tmp_path / "a.geojson"), target, districts)


def test_overlapping_areas(tmp_path, target, districts):
    frame = _municipalities().set_index("kommunekode")
    frame.loc["0219", "geometry"] = frame.loc["0270", "geometry"]
    file = _save(frame.reset_index(), tmp_path / "a.geojson")
    assert "overlapper" in _refusal(file, target, districts)


def test_an_interruption_leaves_the_old_file(tmp_path, target, districts, monkeypatch):
    file = _save(_municipalities(), tmp_path / "kommuner.geojson")
    _take_in(file, districts, target)
    before = target.read_bytes()

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(collection.os, "fsync", full_disk)
    with pytest.raises(GeoError, match="kunne ikke skrives"):
        _take_in(file, districts, target)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_imported_file_is_preferred_while_it_is_valid(tmp_path, target, districts, monkeypatch):
    monkeypatch.setattr(areas, "IMPORTED", target)
    assert areas.features()["maerkat"] == "skematisk kort"
    _take_in(_save(_municipalities(), tmp_path / "k.geojson"), districts, target)
    assert areas.features()["maerkat"] == "officielle grænser, forenklet"

    good = json.loads(target.read_text(encoding="utf-8"))
    landless = {**good, "features": [{**feature, "geometry": None} for feature in good["features"]]}
    for damaged in ({"features": []}, {"features": good["features"]}, landless, [], "x", None):
        target.write_text(json.dumps(damaged), encoding="utf-8")
        assert areas.features()["maerkat"] == "skematisk kort"
        with pytest.raises(GeoError):
            collection.read(target)


def test_command_line_says_why_in_danish(tmp_path, capsys):
    (tmp_path / "a.geojson").write_text("ikke json", encoding="utf-8")
    assert main(["importer", str(tmp_path / "a.geojson")]) == 1
    assert "er ikke geodata" in capsys.readouterr().err
    assert main(["tjek"]) == 0
    assert "37 områder" in capsys.readouterr().out
    assert main(["byg", "--kort", str(tmp_path), "--kyst", str(tmp_path)]) == 1
    assert "Kystpakken mangler" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["-h"], ["importer", "-h"], ["slet"], ["byg"], []])
def test_the_command_line_speaks_danish(arguments, capsys):
    with pytest.raises(SystemExit):
        main(arguments)
    printed = "".join(capsys.readouterr())
    assert "brug: python -m geo" in printed
    assert not any(word in printed for word in ("usage", "error", "show this", "options", "required"))


def test_the_projects_register_is_found_wherever_the_command_is_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["importer", "a.geojson"]) == 1
    assert "a.geojson" in capsys.readouterr().err, "The register was not found, and so the file never asked for."
