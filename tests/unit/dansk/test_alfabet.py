"""The Danish alphabet: the order of names, and names in links."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.tabeller import Frames
from dansk.alfabet import order, slug

LISTS = (
    ["2 Bus", "3 Metro", "5 Cykel", "6 Cykel", "18 Bus", "24 Tog", "27 Tog"],
    ["Allerød", "Zealand", "Ærø", "Østerbro", "Aabenraa", "Århus"],
    ["Høje-Taastrup", "Hørsholm"],
    ["Indre By", "Indreby", "Ishøj"],
    ["Klima 2: Luft", "Klima 10: Jord"],
    ["cafe", "Café", "cafeer"],
    ["Møller", "Möller", "Møllerup"],
    [". prik", "1 tal", "a bogstav"],
)


@pytest.mark.parametrize("names", LISTS, ids=lambda names: names[0])
def test_names_stand_as_a_danish_reader_looks_for_them(names: list[str]) -> None:
    for first, second in pairwise(names):
        assert order(first)[0] <= order(second)[0], (first, second)


@given(st.lists(st.text(max_size=8), min_size=3, max_size=3))
def test_the_order_is_one_order(names: list[str]) -> None:
    a, b, c = sorted(names, key=order)
    assert order(a) <= order(b) <= order(c)
    assert (order(a) == order(b)) == (a == b)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["", "Indsats ", "Klima "]))
def test_numbers_stand_by_their_size(one: int, other: int, before: str) -> None:
    assert (order(f"{before}{one} x") < order(f"{before}{other} x")) == (one < other)


def test_the_regions_kommuner_stand_in_the_alphabet(frames: Frames) -> None:
    names = sorted(frames["kommune"].query("i_region_hovedstaden")["navn"], key=order)
    assert (names[0], names[-1]) == ("Albertslund", "Vallensbæk")
    assert names.index("Høje-Taastrup") + 1 == names.index("Hørsholm")


@pytest.mark.parametrize(
    ("name", "link"),
    [("Hastighed og støj", "hastighed-og-stoej"), ("Ærø & Å", "aeroe-aa"), ("  A__B ", "a-b"), ("Café", "caf")],
)
def test_a_name_in_a_link(name: str, link: str) -> None:
    assert slug(name) == link


@given(st.text())
def test_a_link_holds_ascii_alone(name: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(name))
    assert slug(slug(name)) == slug(name)
