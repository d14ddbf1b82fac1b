"""What a browser says of a component is heard where it is of the kind that the script says, and else not at all."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

from pages.components import heard, slider


@pytest.mark.parametrize("state", [None, 7, "x", [], [1], {}, {"valgt": None}, {"valgt": {"valgt": []}}, {"valgt": 1}])
def test_what_is_of_another_kind_is_not_heard(state: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"a": state})
    assert heard.chosen("a") == ""
    assert heard.said("a", "valgt", list) is None
    assert heard.chosen("another") == ""


def test_what_the_script_says_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"a": {"valgt": "valby", "speciale": 62}})
    assert heard.chosen("a") == "valby"
    assert heard.said("a", "speciale", int) == 62


@pytest.mark.parametrize(
    ("sent", "heard_of"),
    [
        ({"k51-valby": 3, "k62-valby": 1.5}, [{"k51-valby": 3.0, "k62-valby": 1.5}]),
        ({"k51-valby": "NaN", "k62-valby": [1]}, []),
        ({"k51-valby": {}, "k62-valby": 2}, [{"k62-valby": 2.0}]),
        ([1], []),
    ],
)
def test_of_sliders_the_figures_are_heard(sent: Any, heard_of: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"a": {"aendret": sent}})
    told: list[Any] = []
    slider.tell("a", told.append)
    assert told == heard_of
