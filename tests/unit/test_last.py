"""How the load is measured: what the visitors say, and how the highest number of them is found."""

from __future__ import annotations

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.bench.__main__ import Result
from tests.bench.last import maal, skabelon
from tests.bench.last.maal import Load
from tests.bench.last.skabelon import Template
from tests.bench.last.udholdenhed import Held, Soaked


def _load(visitors: int, took: float, *errors: str) -> Load:
    return Load(visitors, [100.0] * visitors, [took] * 20, [1000], errors, 0.1, 1.0)


@pytest.mark.parametrize("most", [0, 10, 60, 70, 130, 240, 390])
def test_the_highest_number_that_holds_is_found(most: int) -> None:
    found, tried = maal.highest(lambda number: _load(number, 100 if number <= most else 900), 60)
    assert found == most
    assert all(load.visitors <= 400 for load in tried)


def test_one_bad_run_is_given_a_second_chance_and_an_error_is_not_holding() -> None:
    runs = iter([900, 100] + [900] * 20)
    assert maal.highest(lambda number: _load(number, next(runs)), 60)[0] == 60
    assert maal.highest(lambda number: _load(number, 100, "væk"), 10)[0] == 0


def test_a_load_holds_when_all_were_served_and_19_of_20_moves_in_time() -> None:
    in_time = Load(2, [1.0, 1.0], [100.0] * 19 + [900.0], [1], (), 0, 0)
    assert in_time.holds
    assert not Load(2, [1.0, 1.0], [100.0] * 18 + [900.0] * 2, [1], (), 0, 0).holds
    assert not Load(3, [1.0, 1.0], [100.0], [1], (), 0, 0).holds
    assert not Load(0, [], [], [], (), 0, 0).holds
    assert "95 % inden for 100 ms" in in_time.told()


def test_a_visitor_says_what_the_browser_said_with_another_value_and_to_another_server() -> None:
    message = BackMsg()
    message.rerun_script.context_info.url = "http://127.0.0.1:1/side?aar=2030"
    widget = message.rerun_script.widget_states.widgets.add()
    widget.id, widget.json_trigger_value = "haendelse", '[{"event":"aendret","value":{"k51-valby":3.7}}]'
    other = message.rerun_script.widget_states.widgets.add()
    other.id, other.double_array_value.data[:] = "tal", [3.7]
    said = message.SerializeToString()

    for slider, expected in {
        "haendelse": ('[{"event":"aendret","value":{"k51-valby":9.2}}]', [3.7]),
        "tal": ('[{"event":"aendret","value":{"k51-valby":3.7}}]', [9.2]),
    }.items():
        template = skabelon.at(skabelon.read(Template("side", slider, said, said).written()), "https://kkr.example")
        message.ParseFromString(template.moved_to(9.2))
        assert message.rerun_script.context_info.url == "https://kkr.example/side?aar=2030"
        event, number = message.rerun_script.widget_states.widgets
        assert (event.json_trigger_value, list(number.double_array_value.data)) == expected


@pytest.mark.parametrize(
    ("result", "limit", "met"),
    [
        (Result("x", [1, 2, 3], "ms", 3), "under 3", True),
        (Result("x", [3], "ms", 3), "under 3", False),
        (Result("x", [1, 9], "ms", None, 8), "95 % højst 8", False),
        (Result("x", [120], "besøgende", None, at_least=120), "mindst 120", True),
        (Result("x", [110], "besøgende", None, at_least=120), "mindst 120", False),
        (Result("x", [110], "besøgende", None), "", True),
    ],
)
def test_a_result_says_what_is_asked_of_it(result: Result, limit: str, met: bool) -> None:
    assert (result.limit, result.is_met) == (limit, met)
    assert result.row().split(" | ")[-1] == ("" if not limit else "ja" if met else "NEJ") + " |"
    assert result.told()["opfyldt"] == (met if limit else None)


@pytest.mark.parametrize(
    ("left", "blocks", "errors", "holds"),
    [(0, 105, (), True), (0, 106, (), False), (1, 100, (), False), (0, 90, ("væk",), False)],
)
def test_a_soak_holds_when_nobody_is_left_and_the_heap_is_flat(
    left: int, blocks: int, errors: tuple[str, ...], holds: bool
) -> None:
    before = Held(0, 100, 10, 1_000_000)
    soaked = Soaked(before, Held(left, blocks, 10, 1_000_000), 500, 2000, errors)
    assert soaked.holds == holds
    assert soaked.told().endswith("holder" if holds else "HOLDER IKKE")
    assert before.told("Før") == "Før: 0 sessioner, Pythons hob 100 blokke og 10 objekter, processen 1 MB"
