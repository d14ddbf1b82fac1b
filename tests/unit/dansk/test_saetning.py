"""How words stand in a sentence."""

from __future__ import annotations

import pytest

from dansk.saetning import begun, inside, listed


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Deltagelser i Virksomhedsprogrammet", "deltagelser i Virksomhedsprogrammet"),
        ("SOSU-lærepladser", "SOSU-lærepladser"),
        ("Ændring", "ændring"),
        ("", ""),
    ],
)
def test_a_name_inside_a_sentence_keeps_its_own_capitals(name: str, text: str) -> None:
    assert inside(name) == text


@pytest.mark.parametrize(("text", "start"), [("øst og vest", "Øst og vest"), ("til SOSU", "Til SOSU"), ("", "")])
def test_a_sentence_begins_with_a_capital(text: str, start: str) -> None:
    assert begun(text) == start


@pytest.mark.parametrize(
    ("names", "text"), [(["A"], "A"), (["A", "B"], "A og B"), (["A", "B", "C", "D"], "A, B, C og D")]
)
def test_names_are_listed_with_og_before_the_last(names: list[str], text: str) -> None:
    assert listed(names) == text
