"""The compact parameter `v`: what goes in comes out, and nothing that comes from outside makes it fail."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.view import links, sharing
from pages.view.links import LONGEST, Shared, decode, encode

VERSION = "92ab31cdef"
PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30)
VIEWS = st.dictionaries(PRINTABLE.filter(bool), PRINTABLE, max_size=8)


@given(VIEWS)
def test_what_was_encoded_is_decoded(view: dict[str, str]) -> None:
    text = encode(view, VERSION)
    if len(text) <= LONGEST:
        assert decode(text) == Shared(VERSION, view, ())


@given(VIEWS)
def test_it_stands_in_an_address_as_it_is(view: dict[str, str]) -> None:
    text = encode(view, VERSION)
    assert text.isascii()
    assert not set(text) & set(" &#?+=/\"'<>")


@given(VIEWS)
def test_the_browsers_own_decoding_does_not_change_it(view: dict[str, str]) -> None:
    text = encode(view, VERSION)
    (packed,) = parse_qs(urlsplit(f"http://vaert/side?v={text}").query)["v"]
    if len(text) <= LONGEST:
        assert decode(packed) == Shared(VERSION, view, ())


@given(st.text() | st.text(alphabet="1.~_%!ab09").map(lambda text: f"1.{VERSION}.{text}"))
def test_what_can_be_read_of_any_text_is_a_view_that_can_be_shared(text: str) -> None:
    shared = decode(text)
    again = decode(encode(shared.values, shared.version or VERSION))
    assert (again.values, again.unreadable) == (shared.values, ())


@given(st.text(alphabet="1.~_%ab09"))
def test_any_text_like_a_link_is_read_without_an_error(text: str) -> None:
    shared = decode(f"1.{VERSION}.{text}")
    assert shared.version == VERSION or shared.unreadable


@given(VIEWS.filter(bool), st.data())
def test_a_link_cut_short_keeps_what_stands_before_the_cut(view: dict[str, str], data: st.DataObject) -> None:
    text = encode(view, VERSION)
    cut = data.draw(st.integers(0, len(text)))
    assert set(list(decode(text[:cut]).values)[:-1]) <= set(view)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * (LONGEST + 1), "for langt"),
        ("2.92ab31cdef.maal~kapacitet", "ukendt format"),
        ("broken", "ukendt format"),
        ("", "ukendt format"),
        ("1.atlantis.maal~kapacitet", "angivelse af data"),
        ("1.92ab31cdef.maal", "«maal»"),
        ("1.92ab31cdef.~kapacitet", "«~kapacitet»"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, said: str) -> None:
    assert said in " ".join(decode(text).unreadable)


def test_the_format_is_the_documented_one() -> None:
    assert encode({"maal": "kapacitet", "speciale": "62"}, VERSION) == "1.92ab31cdef.maal~kapacitet_speciale~62"
    example = re.search(r"`(1\.[0-9a-f]+\.\S+)`", encode.__doc__ or "")
    assert example
    assert decode(example[1]) == Shared(VERSION, {"maal": "kapacitet", "speciale": "62"}, ())
    assert encode({"soeg": "a_b~c%"}, VERSION) == "1.92ab31cdef.soeg~a!5Fb!7Ec!25"
    assert "`!` and their two hexadecimal digits" in (links.__doc__ or "")


def test_the_longest_view_of_capacity_is_short_enough_for_a_qr_code() -> None:
    view = {"maal": "patienter-pr-kapacitet", "speciale": "62", "aar": "2030", "planomraade": "bornholm"}
    view |= {"kommune": "hoeje-taastrup", "omraade": "broenshoej-husum", "billede": "fliser", "orden": "vaerdi-ned"}
    assert len(encode(view, VERSION)) < 200


@pytest.mark.parametrize(
    "text",
    [
        *("http://[kommune]/min-kommune?v=1.x", "[indsæt link her]", "http://[", "//[::1", "http://a:b:c/?scenarie=x"),
        *(
            "http://ond.example\\@localhost/?scenarie=x",
            "javascript:alert(1)",
            "?v=",
            "?v=1.%",
            "http://x/?v=%F0%9F",
            "",
        ),
    ],
)
def test_whatever_is_typed_where_a_link_is_asked_for_is_a_text(text: str) -> None:
    assert isinstance(sharing.scenario_in(text), str)
    if "?" not in text:
        assert sharing.scenario_in(text) == text
