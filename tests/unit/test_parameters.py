"""The parameters that a link can hold: what each allows, and that nothing else is let in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.begreber import FIRST_YEAR, LAST_YEAR
from analytics.kapacitet.maal import MEASURES
from analytics.tabeller import Frames
from pages.view import parameters
from pages.view.parameters import CODES, PARAMETERS, Choice, Code, Day, Many, Tenths, Text, Whole, without_link

LINE_BREAKS_AND_SUCH = st.characters(categories=["Cc", "Zl", "Zp"])


@pytest.mark.parametrize("name", PARAMETERS)
@settings(max_examples=25)
@given(raw=st.text())
def test_any_text_is_judged_without_an_error(name: str, raw: str) -> None:
    assert PARAMETERS[name].allows(raw) in (True, False)


@pytest.mark.parametrize("name", [name for name, parameter in PARAMETERS.items() if type(parameter) is Choice])
@settings(max_examples=25)
@given(raw=st.text())
def test_a_choice_allows_what_can_be_chosen_and_nothing_else(name: str, raw: str) -> None:
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Choice)
    options = parameter.options()
    assert all(parameter.allows(option) for option in options)
    assert parameter.allows(raw) == (raw in options)


@given(st.integers())
def test_a_year_is_allowed_between_the_first_and_the_last(year: int) -> None:
    assert PARAMETERS["aar"].allows(str(year)) == (FIRST_YEAR <= year <= LAST_YEAR)


@pytest.mark.parametrize("raw", ["", " 2027", "2027 ", "2027.0", "+2027", "2_027", "٢٠٢٧", "²⁰²⁷", "2e3", "9" * 5000])
def test_what_only_looks_like_a_year_is_not_allowed(raw: str) -> None:
    assert not PARAMETERS["aar"].allows(raw)


@given(st.text(max_size=20), LINE_BREAKS_AND_SUCH, st.text(max_size=20))
def test_a_search_holds_no_line_breaks(before: str, character: str, after: str) -> None:
    assert not PARAMETERS["soeg"].allows(before + character + after)


@pytest.mark.parametrize(
    ("raw", "allowed"),
    [
        ("i-dag", True),
        ("2024-04-19", True),
        ("2020-02-29", True),
        ("2021-02-29", False),
        ("1999-01-01", False),
        ("2999-01-01", False),
        ("20240419", False),
        ("2024-W16-5", False),
        ("٢٠٢٤-04-19", False),
    ],
)
def test_a_board_is_read_on_a_day_of_the_papers_time(raw: str, allowed: bool) -> None:
    assert PARAMETERS["dato"].allows(raw) == allowed


def test_a_day_without_a_name_can_be_seen_in_its_control() -> None:
    parameter = PARAMETERS["dato"]
    assert isinstance(parameter, Day)
    assert parameter.shown("2023-05-01")["2023-05-01"] == "1. maj 2023"
    assert parameter.shown("2024-04-19") == parameter.options()


def test_a_search_is_no_longer_than_its_field() -> None:
    parameter = PARAMETERS["soeg"]
    assert isinstance(parameter, Text)
    assert parameter.allows("x" * parameter.longest)
    assert not parameter.allows("x" * (parameter.longest + 1))


def test_every_default_can_stand_in_a_link() -> None:
    for parameter in PARAMETERS.values():
        assert parameter.allows(without_link(parameter)), parameter.navn


def test_without_a_link_the_newest_year_holds(frames: Frames) -> None:
    assert without_link(PARAMETERS["tid"]) == str(frames["sosu_laereplads"]["aar"].max())
    assert without_link(PARAMETERS["deltagelsesaar"]) == str(frames["kommunefordeling"]["aar"].max())


def test_what_can_be_chosen_is_what_the_data_have(frames: Frames) -> None:
    def options(name: str) -> set[str]:
        parameter = PARAMETERS[name]
        assert isinstance(parameter, Choice)
        return set(parameter.options())

    kommuner = frames["kommune"]
    assert options("maal") == set(MEASURES)
    assert options("omraade") == {"ingen", *frames["omraade"]["omraade_id"]}
    assert options("planomraade") == {"alle", *frames["omraade"]["planomraade"]}
    assert options("kommune") == {"alle", *kommuner.loc[kommuner["i_region_hovedstaden"], "kommune_id"]}
    assert options("afvigelse") == {"ingen", *parameters.queries.findings()["afvigelse_id"]}
    assert options("tabel") - {"alle"} <= set(frames)


def test_every_parameter_is_one_of_the_known_kinds() -> None:
    assert {type(parameter) for parameter in PARAMETERS.values()} <= {Choice, Code, Day, Many, Tenths, Text, Whole}


def test_every_code_stands_for_one_parameter() -> None:
    assert set(CODES) <= set(PARAMETERS)
    assert len(set(CODES.values())) == len(CODES)
    assert not set(CODES.values()) & set(PARAMETERS)


@given(st.integers(0, 100))
def test_a_slider_holds_every_tenth(tenths: int) -> None:
    parameter = PARAMETERS["k51-valby"]
    assert parameter.allows(f"{tenths / 10:.1f}")


@pytest.mark.parametrize("raw", ["", "10.1", "-1", "3,6", "3.65", "1e1", "١", "nan", "100", " 3"])
def test_what_is_no_tenth_is_not_allowed(raw: str) -> None:
    assert not PARAMETERS["k51-valby"].allows(raw)
