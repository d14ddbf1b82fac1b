"""How words stand in a sentence."""

from __future__ import annotations

import pytest

from dansk.saetning import begun, inside, listed, noted, stopped, unstopped


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


@pytest.mark.parametrize(
    "ending",
    ["5 mio. kr.", "10 pct.", "ca.", "tog, busser m.v.", "tog (bl.a.", "«mio.", "Roskilde St.", "osv.", "kr.", "m.fl."],
)
def test_an_abbreviation_keeps_its_stop(ending: str) -> None:
    assert unstopped(ending) == stopped(ending) == ending
    assert noted(ending, "004") == f"{ending} (004)."


@pytest.mark.parametrize(
    "text", ["Den er vedtaget", "Det blev i 2025", "Byer og CO2", "Det er omkr", "Ud i byen/vej", "Han tog bus 5.2", ""]
)
def test_a_sentence_has_one_stop_and_that_comes_last(text: str) -> None:
    assert unstopped(f"{text}.") == unstopped(text) == text
    assert stopped(text) == f"{text}."
    assert noted(f"{text}.", "004, l. 12") == noted(text, "004, l. 12") == f"{text} (004, l. 12)."
