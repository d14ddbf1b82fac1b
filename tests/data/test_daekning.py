"""Every figure of the papers' tables has its printed row, and `tjek` says where one has not."""

import json
import shutil
from pathlib import Path

import pytest

from data import __main__, description
from data.coverage import coverage_findings
from data.description import PACKAGE

# The columns whose figures are ours: a new one is added here too, so that no figure slips by without being seen.
OWN = {
    "omraade": {"lon", "lat"},
    "mobilitet_indsats": {"indsats_nr"},
    "pendling_sted": {"nr"},
    "fysio_pendling": {"patienter_mindst", "patienter_hoejst"},
    "pejlemaerke": {"nr"},
    "mobilitet_vurdering": {"indsats_nr", "uafgjort_op_til"},
    "mobilitet_relation": {"indsats_nr", "anden_indsats_nr"},
    "mobilitet_fakta": {"indsats_nr", "raekke"},
    "mobilitet_sted": {"indsats_nr", "lon", "lat"},
    "mobilitet_kommune": {"indsats_nr"},
    "resultatmaal": {"aar", "nr"},
    "resultatpaastand": {"aar", "nr"},
    "papirpaastand": {"tal", "rundet_til", "aar"},
    "erhvervshus_tal": {"aar", "maal_nr"},
    "socialpaastand": {"tal", "rundet_til", "aar"},
    "social_synspunkt": {"raekkefoelge"},
    "social_anbefaling": {"nr"},
    "kommunefordeling": {"aar"},
    "kommunefordeling_total": {"aar"},
    "arbejdskraft_tal": {"aar"},
    "arbejdskraft_anbefaling": {"nr"},
    "vip_projekt": {"nr", "fra_aar", "til_aar", "rapportering_mdr", "gruppe"},
    "vip_maal": {"nr"},
    "vip_pris": {"del"},
    "vip_sted": {"del", "raekkefoelge", "lon", "lat"},
    "vip_katalog": {"del", "indsats_nr"},
    "vip_status": {"raekkefoelge"},
    "vip_opgave": {"raekkefoelge"},
    "klimaalliance": {"raekkefoelge", "tal_lav", "tal_hoej"},
    "ydernummer_proces": {"raekkefoelge"},
    "beslutning": {"raekkefoelge"},
    "moede_opfoelgning": {"raekkefoelge"},
    "tekstpaastand": {"tal", "speciale", "aar", "rang"},
}
NEW = "002/sosu_ny"
LAYOUT = {
    "titel": "Ny",
    "kilde_id": "002",
    "fil": "002_c84598ce500ad0cc.txt",
    "linjer": [1, 2],
    "sha256": "0" * 64,
    "navn": ["navn"],
    "kolonner": [{"tabel": "sosu_ny", "felt": "pladser", "hvor": {}}],
}


def test_every_figure_of_the_papers_has_its_printed_row() -> None:
    assert coverage_findings(PACKAGE) == []


def test_the_columns_that_are_ours_are_few_and_explained() -> None:
    own = {(table.name, field.name): field.own for table in description.tables() for field in table.fields if field.own}
    assert set(own) == {(table, field) for table, fields in OWN.items() for field in fields}
    assert all(each.reason.endswith(".") for each in own.values())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package with a new table whose printed figure is 849, and no printed row yet."""
    copy = Path(shutil.copytree(PACKAGE, tmp_path / "kilder"))
    (copy / f"{NEW}.csv").write_text("navn,pladser,kilde_id,kilde_linje,side\nNord,849,002,1,\n", encoding="utf-8")
    schema = json.loads((copy / "002" / "sosu_total.json").read_text(encoding="utf-8"))
    names = ("navn", "pladser", "kilde_id", "kilde_linje", "side")
    types = ("string", "integer", "string", "integer", "integer")
    fields = [
        {"name": name, "type": kind, "title": name, "description": f"{name}."}
        for name, kind in zip(names, types, strict=True)
    ]
    schema |= {"name": "sosu_ny", "fields": fields, "primaryKey": ["navn"], "foreignKeys": []}
    (copy / f"{NEW}.json").write_text(json.dumps(schema), encoding="utf-8")
    return copy


def _list(copy: Path) -> None:
    file = copy / "datapackage.json"
    described = json.loads(file.read_text(encoding="utf-8"))
    described["resources"].append({"name": "sosu_ny", "path": f"{NEW}.csv", "schema": f"{NEW}.json"})
    file.write_text(json.dumps(described), encoding="utf-8")


def _print(copy: Path, text: str) -> None:
    file = copy / "002" / "trykte_tabeller.json"
    layouts = json.loads(file.read_text(encoding="utf-8")) | {"sosu_ny": LAYOUT}
    file.write_text(json.dumps(layouts), encoding="utf-8")
    with (copy / "002" / "trykte_raekker.csv").open("a", encoding="utf-8") as stream:
        stream.write(f"sosu_ny,002,1,1,{text}\n")


def _found(copy: Path) -> list[str]:
    return [f"{table}: {finding}" for table, finding in coverage_findings(copy)]


def test_a_csv_that_the_package_does_not_name_is_said(copy: Path) -> None:
    [found] = _found(copy)
    assert found.startswith("002/sosu_ny.csv: filen er ikke nævnt i datapackage.json")


def test_files_that_the_package_does_not_name_are_said_in_the_order_of_their_names(copy: Path) -> None:
    names = [f"002/{letter}{number}.csv" for letter in "zma" for number in range(4)]
    for name in names:
        (copy / name).write_text("a\n1\n", encoding="utf-8")
    assert [found.partition(":")[0] for found in _found(copy)] == sorted([*names, "002/sosu_ny.csv"])


def test_a_new_table_without_its_printed_rows_is_said(copy: Path) -> None:
    _list(copy)
    assert _found(copy) == ["sosu_ny: række 2, kolonne pladser: «849» har ingen trykt række"]


def test_a_figure_that_its_printed_row_has_not_is_said(copy: Path) -> None:
    _list(copy)
    _print(copy, "Nord 849")
    assert _found(copy) == []
    file = copy / f"{NEW}.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("849", "84"), encoding="utf-8")
    [found] = _found(copy)
    assert found.endswith("«84» er ikke det, den trykte række har: Nord 849")


def test_tjek_says_it(copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _list(copy)
    monkeypatch.setattr(__main__, "PACKAGE", copy)
    assert __main__.main(["tjek"]) == 1
    assert "«849» har ingen trykt række" in capsys.readouterr().out


def test_a_package_that_cannot_be_read_is_one_finding(copy: Path) -> None:
    (copy / "datapackage.json").write_text("[]", encoding="utf-8")
    assert [str(found) for _, found in coverage_findings(copy)] == ["Beskrivelsen datapackage.json er ufuldstændig."]


@pytest.mark.parametrize("file", ["002/trykte_tabeller.json", "002/sosu_total.csv"])
def test_a_file_that_cannot_be_read_is_one_finding(copy: Path, file: str) -> None:
    (copy / file).write_bytes(b"\xff{")
    [(_, found)] = coverage_findings(copy)
    assert file.rpartition("/")[2] in found.reason
