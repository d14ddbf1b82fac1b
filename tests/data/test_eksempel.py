"""The example in a template: passed over when it is as it was, however the workbook has kept its figures."""

from __future__ import annotations

import datetime as dt

import pytest

from data.officials.example import SIGN, is_example, is_untouched

OFFERED = (f"{SIGN}Madspild", 3, dt.date(2026, 3, 19), None, " ja ")


@pytest.mark.parametrize(
    ("read", "untouched"),
    [
        (OFFERED, True),
        ((OFFERED[0], 3.0, dt.datetime(2026, 3, 19), "", "ja"), True),
        ((OFFERED[0], 3.5, dt.date(2026, 3, 19), None, "ja"), False),
        ((OFFERED[0], 4, dt.date(2026, 3, 19), None, "ja"), False),
        ((OFFERED[0], 3, dt.date(2026, 3, 20), None, "ja"), False),
    ],
)
def test_an_example_is_untouched_where_it_has_what_it_had(read: tuple[object, ...], untouched: bool) -> None:
    assert is_untouched(read, OFFERED) == untouched
    assert not is_untouched(read, None)


def test_an_example_is_known_by_its_first_cell() -> None:
    assert is_example(OFFERED)
    assert not is_example(("Madspild", f"{SIGN}x"))
    assert not is_example(())
