"""A cell of a file, read by its column's description: its value, or the reason in Danish why it has none."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.cells import as_text, cell_reader, column_type
from data.description import Field
from data.errors import DataError


def _field(kind: str, **rules: Any) -> Field:
    return Field("felt", kind, "Felt", "", **rules)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("string", " x ", " x "),
        ("integer", "-12", -12),
        ("year", "2024", 2024),
        ("number", "-6.25", -6.25),
        ("number", "6", 6.0),
        ("boolean", "true", True),
        ("boolean", "false", False),
        ("date", "2024-04-19", dt.date(2024, 4, 19)),
    ],
)
def test_a_cell_is_read_by_its_type_and_comes_back_as_it_was(kind: str, text: str, value: object) -> None:
    assert cell_reader(_field(kind))(text) == value
    assert as_text(value) == text
    assert cell_reader(_field(kind))("") is None


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        ("integer", "1.5", "«1.5» er ikke et helt tal"),
        ("integer", "1" * 19, "ikke et helt tal"),
        ("number", "1,5", "«1,5» er ikke et tal (skrevet med decimalpunktum"),
        ("number", "nan", "er ikke et tal"),
        ("boolean", "ja", "«ja» er hverken true eller false"),
        ("date", "19-04-2024", "«19-04-2024» er ikke en dato som 2024-04-19"),
    ],
)
def test_what_is_of_another_type_is_said(kind: str, text: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:
        cell_reader(_field(kind))(text)
    assert reason in str(caught.value)


def test_bounds_belong_to_what_is_allowed() -> None:
    read = cell_reader(_field("integer", minimum=0, maximum=10))
    assert [read(text) for text in ("0", "10")] == [0, 10]
    with pytest.raises(ValueError, match=r"^-1 er mindre end 0$"):
        read("-1")
    with pytest.raises(ValueError, match=r"^11 er større end 10$"):
        read("11")


def test_a_value_that_is_not_listed_has_another_form_or_is_missing_is_said() -> None:
    with pytest.raises(ValueError, match=r"^«53» er ikke en af de tilladte værdier: 51, 62$"):
        cell_reader(_field("integer", allowed=(51, 62)))("53")
    read = cell_reader(_field("string", pattern="[a-z]+"))
    assert read("valby") == "valby"
    with pytest.raises(ValueError, match=r"^«Valby» har ikke den form, som kolonnen kræver$"):
        read("Valby")
    with pytest.raises(ValueError, match=r"^der mangler en værdi$"):
        cell_reader(_field("string", required=True))("")


def test_a_type_that_the_database_has_not_is_said() -> None:
    with pytest.raises(DataError, match="Kolonnen felt har typen geopoint, som databasen ikke kender"):
        column_type(_field("geopoint"))
