"""Links as people write them and as mail programs leave them open the view that they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.view import kinds, links, spelling
from pages.view.kinds import UnreadableError

NAMES = {
    "alle": "Alle",
    "albertslund": "Albertslund",
    "hoeje-taastrup": "Høje-Taastrup",
    "koebenhavn": "København",
    "soroe": "Sorø",
    "vallensbaek": "Vallensbæk",
}
KOMMUNE = kinds.Choice("kommune", "Kommune", "alle", lambda: NAMES)
SEVERAL = kinds.Many("kommuner", "Kommuner", (), lambda: NAMES)
ADDED = kinds.Tenths("k51-valby", "Valby", 0.0)


WRITTEN = {
    "albertslund": (
        *(
            "albertslund",
            "Albertslund",
            "ALBERTSLUND",
            " albertslund ",
            "albertslund.",
            "albertslund),",
            "<albertslund»",
        ),
        *("3Dalbertslund", "alberts\r\n lund", "alberts\u200blund", "albert\u00adslund"),
    ),
    "koebenhavn": (
        *("københavn", "København", "KØBENHAVN", "kobenhavn", "Koebenhavn", "k%C3%B8benhavn", "k%25C3%25B8benhavn"),
        *("kÃ¸benhavn", "k=C3=B8benhavn", "k\ufffdbenhavn"),
    ),
    "hoeje-taastrup": ("Høje-Taastrup", "høje taastrup", "Høje Tåstrup", "hoeje_taastrup", "hojetaastrup"),
    "soroe": ("Sorø",),
    "vallensbaek": ("VALLENSBÆK.",),
}


@pytest.mark.parametrize(("written", "value"), [(each, name) for name, several in WRITTEN.items() for each in several])
def test_a_name_means_its_kommune_however_it_is_written(written: str, value: str) -> None:
    assert KOMMUNE.understand(written) == value


@pytest.mark.parametrize(
    "written", ["", ".", "københavnstrup", "albertslund ishøj", "\ufffd", "<ORDET>", "%", "3D", "x" * 5000]
)
def test_what_means_nothing_is_still_unreadable(written: str) -> None:
    with pytest.raises(UnreadableError):
        KOMMUNE.understand(written)


def test_several_names_may_be_divided_as_people_do() -> None:
    assert SEVERAL.understand("København,Albertslund") == ("koebenhavn", "albertslund")
    assert SEVERAL.understand("albertslund.soroe.") == ("albertslund", "soroe")
    with pytest.raises(UnreadableError):
        SEVERAL.understand("albertslund.nowhere")


@pytest.mark.parametrize("written", ["3.6", "3,6", "3.6.", "3,6)", "3D3.6", " 3.6"])
def test_a_number_may_have_its_danish_comma(written: str) -> None:
    assert ADDED.understand(written) == 3.6


def test_where_two_are_called_the_same_none_is_meant() -> None:
    assert spelling.meant("nord", {1: ["Nord"], 2: ["nord!"]}) is None


def test_a_name_in_the_address_may_be_misspelt_too() -> None:
    said = {"amp;kommune": "a", "AAR": "2030", "utm_source": "x", "k51_valby": "1"}
    assert spelling.named(said, ["kommune", "aar", "k51-valby"]) == {
        "kommune": "a",
        "aar": "2030",
        "utm_source": "x",
        "k51-valby": "1",
    }
    assert spelling.named({"Kommune": "a", "kommune": "b"}, ["kommune"]) == {"kommune": "b"}


def test_a_shared_link_may_have_been_broken_over_lines() -> None:
    whole = links.encode({"maal": "kapacitet", "speciale": "62"}, "92ab31cdef")
    assert links.decode(f"{whole[:20]}\r\n  {whole[20:]}") == links.decode(whole)


@given(st.text(max_size=60))
def test_what_is_read_as_it_stands_is_read_as_before(text: str) -> None:
    free = kinds.Text("titel", "Titel", "", 80)
    if text.isprintable():
        assert free.understand(text) == text
    assert next(spelling.variants(text)) == text


@given(st.text(max_size=300))
def test_nothing_that_is_written_fails(text: str) -> None:
    for parameter in (KOMMUNE, SEVERAL, ADDED):
        try:
            assert parameter.allows(parameter.understand(text))
        except UnreadableError:
            continue
    assert set(spelling.named({text: "x"}, ["kommune"]).values()) == {"x"}
