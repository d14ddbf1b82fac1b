"""The parameters that a link can hold: what each can be, and that nothing else is let in."""

from __future__ import annotations

import types
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.begreber import FIRST_YEAR, LAST_YEAR
from analytics.kapacitet.maal import MEASURES
from analytics.scenarie import Scenarie
from analytics.scenarie.kode import kod
from analytics.tabeller import Frames
from data import formulas
from pages.components import Sorting
from pages.fysioterapi import parametre as fysioterapi
from pages.kommune import parametre as kommune
from pages.kommunetal import parametre as kommunetal
from pages.mobilitet import parametre as mobilitet
from pages.om import parametre as om
from pages.reading import queries
from pages.tavler import parametre as tavler
from pages.view import kinds
from pages.view.kinds import Choice, Day, Many, Names, Order, Parameter, Tenths, Text, UnreadableError, Whole
from pages.view.parameters import KOMMUNE, OMRAADE, PLANOMRAADE, SOEG, SPECIALE
from tests.project import parameters

LINE_BREAKS_AND_SUCH = st.characters(categories=["Cc", "Zl", "Zp"])
EVERY_PARAMETER = pytest.mark.parametrize("parameter", parameters().values(), ids=lambda parameter: parameter.name)

# The short names in shared links that people have: never another, for each is printed in somebody's case file.
CODES = {
    **{"maal": "m", "speciale": "s", "aar": "a", "planomraade": "p", "kommune": "k", "omraade": "o", "billede": "b"},
    **{"udsnit": "us", "liste": "li", "linje": "ln"},
    **{"cirkler": "c", "visning": "v", "tabel": "t", "art": "r", "afvigelse": "f", "orden": "n", "sortering": "q"},
    **{
        "soeg": "z",
        "kobling": "l",
        "figur": "u",
        "vis": "i",
        "mod": "w",
        "navne": "h",
        "par": "j",
        "graense51": "g5",
        "graense62": "g6",
        "scenarie": "e",
    },
    **{
        "mindst": "d",
        "steder": "st",
        "udelad": "x",
        "fasthold": "y",
        "bedst": "bm",
        "fra-bedst": "fb",
        "titel": "ti",
        "kommuner": "km",
        "afsnit": "af",
    },
    **{"forvaerring": "fv", "bedst-naar": "bn", "krav": "kr", "krav-stjerner": "ks"},
    **{"indsats": "in", "fane": "fa", "tema": "te", "pejlemaerke": "pm", "stjerner": "sj", "pris": "pr"},
    **{"grupper": "gr", "matrix": "mx", "sammen": "sm", "regn": "re", "naer": "na", "bedste": "be", "beloeb": "bl"},
    **{"veje": "ve", "mindst-patienter": "mp", "matrixorden": "mo", "vejorden": "vo"},
    **{"opland-km": "ok", "aftagen": "at", "oplandsmetode": "om"},
    **{f"vaegt-{nr}": f"w{nr}" for nr in range(1, 7)},
    **{"prisniveau": "pn", "pakke": "pa", "dato": "da", "klimaprojekt": "kp", "infraprojekt": "ip"},
    **{"klimatavle": "kt", "infratavle": "it", "klimaafsnit": "ka", "emne": "em", "maaltema": "mt", "maalfoer": "mf"},
    **{"moedetavle": "mv", "frister": "fr", "moedeemne": "me", "moede": "mm"},
    **{"aktivitet": "ak", "uddannelse": "ud", "opgjort": "og", "deltagelsesaar": "dl", "tid": "td"},
    **{"dokument": "do"},
    **{"socialt": "so", "doegn-retlige": "dr", "doegn-sociale": "ds", "doegn-solo": "dp"},
}


def _can_be(parameter: Parameter[Any], raw: str) -> bool:
    try:
        parameter.read(raw)
    except UnreadableError:
        return False
    return True


@pytest.mark.grundig(60)
@EVERY_PARAMETER
@settings(max_examples=25)
@given(raw=st.text())
def test_any_text_is_read_or_refused_and_what_is_read_is_written_as_it_stood(
    parameter: Parameter[Any], raw: str
) -> None:
    if _can_be(parameter, raw):
        value = parameter.read(raw)
        assert parameter.read(parameter.write(value)) == value


@EVERY_PARAMETER
def test_what_holds_without_a_link_can_stand_in_one(parameter: Parameter[Any]) -> None:
    for value in (parameter.without_link(), *parameter.on.values()):
        assert parameter.allows(value)
        assert parameter.read(parameter.write(value)) == value


@pytest.mark.parametrize(
    "parameter",
    [each for each in parameters().values() if isinstance(each, Choice)],
    ids=lambda parameter: parameter.name,
)
def test_a_choice_is_what_can_be_chosen_and_nothing_else(parameter: Choice[Any]) -> None:
    for option in parameter.options():
        assert parameter.read(parameter.write(option)) == option
    for raw in ("", "findes-ikke", " ", f"{next(iter(parameter.options()))} "):
        assert not _can_be(parameter, raw)


NAMES = Names("navne", "Navne", (), 4, 20)


@given(st.lists(st.text(), max_size=4))
def test_whatever_is_written_as_names_becomes_names_that_a_link_can_hold(texts: list[str]) -> None:
    names = NAMES.named(texts)
    assert NAMES.allows(names)
    assert NAMES.read(NAMES.write(names)) == names
    assert NAMES.named(names) == names
    assert not any(formulas.is_taken_for_one(name) for name in names)


def test_names_lose_only_what_no_name_can_have() -> None:
    assert NAMES.named(["  Sydvest   først ", "", "=1+1", "St. Kongens Gade", ""]) == (
        *("Sydvest først", "", "1+1", "St Kongens Gade"),
    )
    assert NAMES.named(["x" * 30, "..", "__"]) == ("x" * 20,)


@pytest.mark.parametrize("raw", ["a.b.c.d.e", "=1", "x" * 21, "a\nb", "a.", "-", ".", " a"])
def test_what_is_no_row_of_names_is_refused(raw: str) -> None:
    assert not _can_be(NAMES, raw)


def test_the_links_that_people_have_keep_their_short_names() -> None:
    named = {parameter.name: parameter.code for parameter in parameters().values() if parameter.code}
    assert named == CODES, "Skriv en ny kode i CODES i tests/unit/test_parameters.py; ret aldrig en gammel."


@pytest.mark.parametrize(
    ("parameter", "raw", "value"),
    [
        (SPECIALE, "62", 62),
        (fysioterapi.AAR, "2027", 2027),
        (fysioterapi.GRUND, "foer-justering", "foer_justering"),
        (fysioterapi.KOBLING, "kun-62", "kun_62_kraever_51"),
        (fysioterapi.MINDST, "0.1", 0.1),
        (fysioterapi.MINDST, "3.0", 3.0),
        (fysioterapi.UDELAD, "valby.amager", ("valby", "amager")),
        (fysioterapi.UDELAD, "", ()),
        (fysioterapi.SKYDERE["valby", 51], "3.6", 3.6),
        (fysioterapi.SKYDERE["valby", 51], "4", 4.0),
        (fysioterapi.TITEL, "", ""),
        (fysioterapi.VAEGTE, "", None),
        (fysioterapi.GEMT, "", ()),
        (mobilitet.INDSATS, "27", 27),
        (mobilitet.PAKKE, "1.12", (1, 12)),
        (mobilitet.MATRIX, "pris-ned", Sorting("pris", True)),
        (om.SORTERING, "sted-op", Sorting("sted", False)),
        (tavler.DATO, "2024-04-19", date(2024, 4, 19)),
        (tavler.DATO, "i-dag", "i-dag"),
        (kommunetal.DELTAGELSESAAR, "2024", 2024),
    ],
    ids=lambda of: of.name if isinstance(of, Parameter) else str(of),
)
def test_an_address_becomes_what_it_means_and_is_written_again_as_it_was(
    parameter: Parameter[Any], raw: str, value: object
) -> None:
    read = parameter.read(raw)
    assert (read, type(read)) == (value, type(value))
    assert parameter.write(read) == raw


@given(st.integers())
def test_a_year_is_allowed_between_the_first_and_the_last(year: int) -> None:
    assert _can_be(fysioterapi.AAR, str(year)) == (FIRST_YEAR <= year <= LAST_YEAR)


@pytest.mark.parametrize("raw", ["", " 2027", "2027 ", "2027.0", "+2027", "2_027", "٢٠٢٧", "²⁰²⁷", "2e3", "9" * 5000])
def test_what_only_looks_like_a_year_is_not_allowed(raw: str) -> None:
    assert not _can_be(fysioterapi.AAR, raw)


def test_a_page_may_begin_with_another_value() -> None:
    assert fysioterapi.AAR.without_link("fysioterapi-scenarie") == LAST_YEAR
    assert fysioterapi.AAR.without_link("fysioterapi-kapacitet") == FIRST_YEAR


@given(st.text(max_size=20), LINE_BREAKS_AND_SUCH, st.text(max_size=20))
def test_a_search_holds_no_line_breaks(before: str, character: str, after: str) -> None:
    assert not _can_be(SOEG, before + character + after)


def test_a_search_is_no_longer_than_its_field() -> None:
    assert _can_be(SOEG, "x" * SOEG.longest)
    assert not _can_be(SOEG, "x" * (SOEG.longest + 1))


@pytest.mark.parametrize(
    ("raw", "allowed"),
    [
        ("i-dag", True),
        ("i-morgen", False),
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
    assert _can_be(tavler.DATO, raw) == allowed


def test_a_day_without_a_name_can_be_seen_in_its_control() -> None:
    without, named = date(2023, 5, 1), date(2024, 4, 19)
    assert tavler.DATO.shown(without)[without] == "1. maj 2023"
    assert tavler.DATO.shown(named) == tavler.DATO.options()


@pytest.mark.parametrize("raw", ["gladsaxe.gladsaxe", "gladsaxe.", ".", "atlantis", "gladsaxe,ballerup"])
def test_of_several_each_is_chosen_once(raw: str) -> None:
    assert not _can_be(kommune.KOMMUNER, raw)


def test_no_more_are_chosen_than_there_is_room_for() -> None:
    names = list(kommune.KOMMUNER.options())
    assert _can_be(kommune.KOMMUNER, ".".join(names[:5]))
    assert not _can_be(kommune.KOMMUNER, ".".join(names[:6]))


def test_without_a_link_the_newest_year_holds(frames: Frames) -> None:
    assert kommunetal.TID.without_link() == str(frames["sosu_laereplads"]["aar"].max())
    assert kommunetal.DELTAGELSESAAR.without_link() == frames["kommunefordeling"]["aar"].max()


def test_what_can_be_chosen_is_what_the_data_have(frames: Frames) -> None:
    kommuner = frames["kommune"]
    assert set(fysioterapi.MAAL.options()) == set(MEASURES)
    assert set(OMRAADE.options()) == {"ingen", *frames["omraade"]["omraade_id"]}
    assert set(PLANOMRAADE.options()) == {"alle", *frames["omraade"]["planomraade"]}
    assert set(KOMMUNE.options()) == {"alle", *kommuner.loc[kommuner["i_region_hovedstaden"], "kommune_id"]}
    assert set(om.AFVIGELSE.options()) == {"ingen", *queries.findings()["afvigelse_id"]}
    assert set(om.TABEL.options()) - {"alle"} <= set(frames)
    assert set(mobilitet.INDSATS.options()) == set(frames["mobilitet_indsats"]["indsats_nr"])


def test_every_parameter_is_one_of_the_known_kinds() -> None:
    known = {Choice, Day, Many, Names, Order, Tenths, Text, Whole, fysioterapi.Scenarier, fysioterapi.Vaegtning}
    assert {type(parameter) for parameter in parameters().values()} == known


@given(st.integers(0, 100))
def test_a_slider_holds_every_tenth(tenths: int) -> None:
    slider = fysioterapi.SKYDERE["valby", 51]
    assert slider.read(f"{tenths / 10:.1f}") == tenths / 10
    assert slider.write(tenths / 10) == f"{tenths / 10:.1f}".removesuffix(".0")


@pytest.mark.parametrize("raw", ["", "10.1", "-1", "3,6", "3.65", "1e1", "١", "nan", "100", " 3"])
def test_what_is_no_tenth_is_not_allowed(raw: str) -> None:
    assert not _can_be(fysioterapi.SKYDERE["valby", 51], raw)


@pytest.mark.parametrize("value", [-0.1, 10.1, 3.65, float("nan"), float("inf")])
def test_a_slider_is_not_set_to_what_no_link_can_say(value: float) -> None:
    assert not fysioterapi.SKYDERE["valby", 51].allows(value)


def test_a_code_is_read_whole_or_not_at_all() -> None:
    code = kod([Scenarie(), Scenarie(tillaeg={("valby", 51): 1.0})])
    assert len(fysioterapi.GEMT.read(code)) == 2
    assert not _can_be(fysioterapi.GEMT, code + "x")
    assert not _can_be(fysioterapi.GEMT, kod([Scenarie(aar=year) for year in (2024, 2025, 2026, 2027)]))
    assert not _can_be(fysioterapi.VAEGTE, code)


@pytest.mark.parametrize(
    ("second", "said"),
    [(Text("soeg", "Søg igen", "", 9), "soeg"), (Text("andet", "Andet", "", 9, code="z"), "z")],
    ids=["name", "code"],
)
def test_two_parameters_of_one_name_are_refused(second: Text, said: str) -> None:
    module = types.ModuleType("to_ens")
    module.ONE, module.TWO = SOEG, second  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match=said):
        kinds.declared_in(module)
