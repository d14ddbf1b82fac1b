"""What frictionless finds, in Danish: each of its errors as a sentence, and one fault a cell."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from data.validation import Fault, findings, package_findings


def _error(kind: str, note: str = "", **more: object) -> SimpleNamespace:
    return SimpleNamespace(type=kind, note=note, **more)


def _told(*errors: SimpleNamespace) -> list[str]:
    report = SimpleNamespace(errors=[], tasks=[SimpleNamespace(name="t", errors=list(errors))])
    return [str(found) for _, found in findings(report)]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            _error("type-error", 'type is "number/default"', cell="x", row_number=2, field_name="a"),
            "række 2, kolonne a: «x» er ikke et tal",
        ),
        (
            _error("type-error", 'type is "geopoint/default"', cell="x", row_number=2, field_name="a"),
            "række 2, kolonne a: «x» er ikke af den slags, som kolonnen skal have",
        ),
        (
            _error("type-error", 'type is "year/default"', cell="x", row_number=2, field_name="a"),
            "række 2, kolonne a: «x» er ikke et årstal som 2024",
        ),
        (
            _error("constraint-error", 'constraint "minimum" is "0"', row_number=3, field_name="a"),
            "række 3, kolonne a: værdien er mindre end 0",
        ),
        (
            _error("constraint-error", 'constraint "maxLength" is "5"', row_number=3, field_name="a"),
            "række 3, kolonne a: værdien bryder en af kolonnens regler",
        ),
        (
            _error("incorrect-label", label="b", field_name="a", row_numbers=[1]),
            "række 1, kolonne b: overskriften skal være a",
        ),
        (_error("blank-row", row_number=4), "række 4: rækken er tom"),
        (_error("encoding-error"), "filen er ikke gemt som UTF-8"),
        (_error("noget-nyt", "what it was"), "filen følger ikke sin beskrivelse"),
    ],
)
def test_each_error_is_a_danish_sentence(error: SimpleNamespace, sentence: str) -> None:
    assert _told(error) == [sentence]


def test_a_cell_is_told_once_and_what_has_no_place_every_time() -> None:
    missing = _error("missing-cell", row_number=2, field_name="a")
    required = _error("constraint-error", 'constraint "required" is "True"', row_number=2, field_name="a")
    elsewhere = _error("missing-cell", row_number=3, field_name="a")
    whole = _error("source-error")
    assert _told(missing, required, elsewhere, whole, whole) == [
        "række 2, kolonne a: rækken har for få felter",
        "række 3, kolonne a: rækken har for få felter",
        "filen er tom eller kan ikke læses",
        "filen er tom eller kan ikke læses",
    ]


def test_errors_of_the_report_itself_come_first_and_belong_to_no_table() -> None:
    report = SimpleNamespace(errors=[_error("scheme-error")], tasks=[])
    assert list(findings(report)) == [("", Fault(None, None, "filen mangler eller kan ikke læses"))]


def test_a_package_that_cannot_be_read_is_one_finding(tmp_path: Path) -> None:
    [(name, found)] = package_findings(tmp_path)
    assert name == "datapackage.json"
    assert (found.row, found.column) == (None, None)
