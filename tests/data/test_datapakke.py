"""The Data Package: valid, keyed, complete, and as the agreed tables and columns have it."""

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from frictionless import validate

from data import description
from data.errors import DataError
from tests.data.transskription import PACKAGE, rows

TAIL = ["kilde_id", "kilde_linje", "side"]
KAPACITET = ["kapacitet", "patienter_pr_kapacitet", "borgere_pr_kapacitet"]
EFFEKT = [
    "kapacitet_foer",
    "tillaeg",
    "borgere_pr_kapacitet_uden",
    "borgere_pr_kapacitet_med",
    "forandring_pct",
]
PATIENTER = ["borgere", "patienter", "patienter_pr_1000"]
TILSKUD = ["tilskud_kr", "tilskud_pr_patient_kr", "tilskud_pr_borger_kr"]

# Table: rows, key, the other columns (before the origin's).
CONTRACT: dict[str, tuple[int, list[str], list[str]]] = {
    "fysio_kapacitet": (74, ["omraade_id", "speciale"], KAPACITET),
    "fysio_kapacitet_total": (12, ["niveau", "navn", "speciale"], KAPACITET),
    "fysio_terapeut": (
        6,
        ["planomraade"],
        ["ejer", "ansat", "lejer", "ejer_uden_kapacitet", "ledig_kapacitet", "i_alt"],
    ),
    "fysio_region": (12, ["region", "speciale"], KAPACITET),
    "fysio_ramme": (
        12,
        ["region", "speciale"],
        [
            "kapacitet",
            "tilskud_pr_kapacitet_kr",
            "tilskud_fuld_udnyttelse_kr",
            "ramme_kr",
            "bloktilskudsandel_kr",
            "afvigelse_pct",
        ],
    ),
    "fysio_budget": (16, ["speciale", "noegle"], ["vaerdi", "enhed"]),
    "fysio_tilskud_speciale": (4, ["speciale"], ["navn", "patienter", *TILSKUD]),
    "fysio_tilskud_kommune": (58, ["kommune_id", "speciale"], ["patienter", "borgere", *TILSKUD]),
    "ridefysio": (7, ["raekke"], ["geografi", "omraade_id", "timer_pr_uge", "borgere", "promille"]),
    "fysio_forslag": (16, ["omraade_id", "speciale"], ["tillaeg"]),
    "fysio_forslag_effekt": (16, ["omraade_id", "speciale"], EFFEKT),
    "fysio_forslag_total": (2, ["speciale"], EFFEKT),
    "fysio_patienter": (116, ["kommune_id", "speciale", "aar"], PATIENTER),
    "fysio_patienter_aendring": (58, ["kommune_id", "speciale"], ["aendring_pct"]),
    "fysio_patienter_total": (4, ["speciale", "aar"], [*PATIENTER, "aendring_pct"]),
    "befolkning": (259, ["omraade_id", "aar"], ["borgere"]),
    "befolkning_total": (42, ["niveau", "navn", "aar"], ["borgere"]),
    "befolkning_aendring": (43, ["niveau", "navn"], ["omraade_id", "aendring_pct"]),
    "fysio_ventetid": (
        74,
        ["omraade_id", "speciale"],
        ["klinikker", "uger_gns", "uger_min", "uger_max"],
    ),
    "pendling_sted": (38, ["sted_id"], ["nr", "navn", "omraade_id"]),
    "fysio_pendling": (
        1444,
        ["klinik_id", "hjem_id", "speciale", "aar"],
        ["patienter", "placering", "patienter_mindst", "patienter_hoejst"],
    ),
    "fysio_pendling_andel": (38, ["sted_id"], ["pendler_pct", "hjemme_pct", "hjemme_linje"]),
}
HOME = {
    "fysio_patienter",
    "fysio_patienter_aendring",
    "fysio_patienter_total",
    "befolkning",
    "befolkning_total",
    "befolkning_aendring",
    "ridefysio",
}
CLINIC = {
    "fysio_kapacitet",
    "fysio_kapacitet_total",
    "fysio_terapeut",
    "fysio_region",
    "fysio_tilskud_speciale",
    "fysio_tilskud_kommune",
    "fysio_ventetid",
}
TABLES = {table.name: table for table in description.tables()}


def test_the_package_is_valid() -> None:
    report = validate(str(PACKAGE / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert len(report.tasks) == sum(len(table.paths) for table in TABLES.values())


@pytest.mark.parametrize("name", CONTRACT)
def test_rows_columns_and_key_are_as_agreed(name: str) -> None:
    count, key, others = CONTRACT[name]
    assert len(rows(name)) == count
    assert list(rows(name)[0]) == [*key, *others, *TAIL]
    assert [field.name for field in TABLES[name].fields] == [*key, *others, *TAIL]
    assert list(TABLES[name].primary_key) == key


@pytest.mark.parametrize("name", TABLES)
def test_keys_are_unique_and_refer_to_what_exists(name: str) -> None:
    table = TABLES[name]
    keys = Counter(tuple(row[field] for field in table.primary_key) for row in rows(name))
    assert table.primary_key
    assert max(keys.values()) == 1
    for key in table.foreign_keys:
        known = {tuple(row[field] for field in key.table_fields) for row in rows(key.table)}
        used = {tuple(row[field] for field in key.fields) for row in rows(name)}
        assert {values for values in used if all(values)} <= known
    referring = {field for key in table.foreign_keys for field in key.fields}
    names = {field.name for field in table.fields} - set(table.primary_key[:1] if name in TOP else ())
    assert names & {"omraade_id", "kommune_id", "kilde_id"} <= referring


TOP = {"kilde", "kommune", "omraade", "aktoer"}


@pytest.mark.parametrize("name", TABLES)
def test_cells_hold_what_the_description_allows(name: str) -> None:
    for field in TABLES[name].fields:
        cells = [row[field.name] for row in rows(name)]
        if field.required:
            assert all(cells), field.name
        if field.allowed:
            assert {cell for cell in cells if cell} <= set(map(str, field.allowed)), field.name
        if field.type in ("integer", "number"):
            number = r"-?\d+" if field.type == "integer" else r"-?\d+(\.\d+)?"
            assert all(re.fullmatch(number, cell) for cell in cells if cell), field.name


def test_every_area_kommune_and_year_is_there_once() -> None:
    omraader = {row["omraade_id"] for row in rows("omraade")}
    kommuner = {row["kommune_id"] for row in rows("kommune") if row["i_region_hovedstaden"] == "true"}
    assert (len(omraader), len(kommuner)) == (37, 29)
    for name in ("fysio_kapacitet", "fysio_ventetid"):
        assert {(row["omraade_id"], row["speciale"]) for row in rows(name)} == {
            (omraade, speciale) for omraade in omraader for speciale in ("51", "62")
        }
    for name in ("fysio_tilskud_kommune", "fysio_patienter", "fysio_patienter_aendring"):
        assert {(row["kommune_id"], row["speciale"]) for row in rows(name)} == {
            (kommune, speciale) for kommune in kommuner for speciale in ("51", "62")
        }
    assert {(row["omraade_id"], row["aar"]) for row in rows("befolkning")} == {
        (omraade, str(aar)) for omraade in omraader for aar in range(2024, 2031)
    }


def test_the_same_eight_areas_are_proposed_and_assessed() -> None:
    proposed = {(row["omraade_id"], row["speciale"]): row["tillaeg"] for row in rows("fysio_forslag")}
    assessed = {(row["omraade_id"], row["speciale"]): row["tillaeg"] for row in rows("fysio_forslag_effekt")}
    assert proposed == assessed


def test_actors_are_the_29_kommuner_the_region_and_others() -> None:
    kommuner = {row["kommune_id"] for row in rows("kommune") if row["i_region_hovedstaden"] == "true"}
    actors = rows("aktoer")
    assert {row["kommune_id"] for row in actors if row["art"] == "kommune"} == kommuner
    assert [row["navn"] for row in actors if row["art"] == "region"] == ["Region Hovedstaden"]
    assert all(row["art"] == "kommune" or not row["kommune_id"] for row in actors)


@pytest.mark.parametrize("name", TABLES)
def test_descriptions_say_what_a_reader_must_know(name: str) -> None:
    table = TABLES[name]
    assert table.title
    assert table.description.endswith(".")
    for field in table.fields:
        assert field.title, field.name
        assert field.description.endswith("."), field.name
    assert all(sentence.endswith(".") for sentence in (*table.lost, *table.interpreted))
    if name in CONTRACT:
        assert table.source is not None
        assert table.source.lines
        spans = table.source.lines
        for row in rows(name):
            assert any(first <= int(row["kilde_linje"]) <= last for first, last in spans), row


def test_people_are_counted_at_home_or_at_the_clinic() -> None:
    for name in CONTRACT:
        expected = "bopael" if name in HOME else "klinik" if name in CLINIC else None
        assert TABLES[name].counted_by == expected, name


def test_koebenhavns_incomplete_row_carries_its_caveat() -> None:
    [caveat] = TABLES["fysio_tilskud_kommune"].caveats
    assert caveat.where == {"kommune_id": "koebenhavn"}


def test_every_csv_belongs_to_the_package() -> None:
    listed = {path for table in TABLES.values() for path in table.paths}
    assert {file.relative_to(PACKAGE).as_posix() for file in PACKAGE.glob("*/*.csv")} == listed


@pytest.mark.parametrize("name", TABLES)
def test_csv_files_are_plain(name: str) -> None:
    data = b"".join((PACKAGE / path).read_bytes() for path in TABLES[name].paths)
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert all(cell == cell.strip() for row in rows(name) for cell in row.values())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A package that a test may damage."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "kilder"))


def test_a_missing_description_is_said_in_danish(copy: Path) -> None:
    (copy / "004" / "befolkning.json").unlink()
    with pytest.raises(DataError, match=r"^Filen 004/befolkning\.json mangler eller kan ikke læses\.$"):
        description.tables(copy)


def test_an_unreadable_description_is_said_in_danish(copy: Path) -> None:
    (copy / "004" / "befolkning.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match=r"^Filen 004/befolkning\.json er ikke gyldig JSON \(linje 1, tegn 2\)\.$"):
        description.table("befolkning", copy)


def test_an_incomplete_description_names_its_table(copy: Path) -> None:
    file = copy / "004" / "befolkning.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    del schema["fortolket"]
    file.write_text(json.dumps(schema), encoding="utf-8")
    with pytest.raises(DataError, match=r"004/befolkning\.json er ufuldstændig"):
        description.tables(copy)


def test_a_package_that_is_no_package_is_said_in_danish(copy: Path) -> None:
    (copy / "datapackage.json").write_text("[]", encoding="utf-8")
    with pytest.raises(DataError, match=r"datapackage\.json er ufuldstændig"):
        description.tables(copy)


def test_an_unknown_table_is_said_in_danish() -> None:
    with pytest.raises(DataError, match="ingen tabel med navnet ukendt"):
        description.table("ukendt")
