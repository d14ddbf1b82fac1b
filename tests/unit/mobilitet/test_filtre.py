"""Filters: each by itself against the tables, and together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.mobilitet import Katalog, Valg, udvalg
from tests.unit.mobilitet.smaa_kataloger import ROWS, blandet, lille


def chosen(katalog: Katalog, **valg) -> tuple[int, ...]:
    return udvalg(katalog, Valg(**valg)).indsatser


def test_who_asks_for_nothing_gets_everything(katalog: Katalog):
    found = udvalg(katalog, Valg())
    assert (found.indsatser, found.kan_vaere) == (katalog.indsatser, ())


def test_themes(katalog: Katalog):
    table = katalog.mobilitet_indsats
    wanted = table.loc[table["tema"].isin(["Vej", "Cykel"]), "indsats_nr"]
    assert chosen(katalog, temaer=("Vej", "Cykel")) == tuple(sorted(wanted))


@pytest.mark.parametrize(
    ("kommune", "more", "may"),
    [
        ("bornholm", set(), (18,)),
        ("koebenhavn", {30}, (18, 27, 31)),
        ("hoeje-taastrup", set(), (9, 18, 24, 27, 30, 31)),
        ("roskilde", set(), (18, 24, 27, 30, 31)),
    ],
)
def test_a_kommune_has_what_concerns_it_and_what_may(katalog: Katalog, kommune: str, more: set[int], may: tuple):
    """Of those for parts of the region and those with a road, none is sure; trains and motorways leave Bornholm out."""
    places = katalog.mobilitet_sted
    there = set(places.loc[places["kommune_id"] == kommune, "indsats_nr"])
    found = udvalg(katalog, Valg(kommune=kommune))
    assert (set(found.indsatser), found.kan_vaere) == ({19, 26, 28, 29, 32, 33} | there | more, may)


def test_stars_that_are_unknown_may_be_enough_and_are_told_apart():
    katalog = lille(["3-----", "2-----", "------", "+-----", "?-----", "!-----"])
    found = udvalg(katalog, Valg(pejlemaerke="relevans", stjerner=3))
    assert (found.indsatser, found.kan_vaere) == ((1,), (4, 5))
    found = udvalg(katalog, Valg(pejlemaerke="relevans", stjerner=1))
    assert (found.indsatser, found.kan_vaere) == ((1, 2, 4), (5,))
    found = udvalg(katalog, Valg(pejlemaerke="relevans"))
    assert (found.indsatser, found.kan_vaere) == ((1, 2, 3, 4, 5, 6), ())


def test_prices(katalog: Katalog):
    table = katalog.mobilitet_indsats
    assert chosen(katalog, kun_med_pris=True) == tuple(table.loc[table["anlaeg_status"] == "oplyst", "indsats_nr"])


@pytest.mark.parametrize("words", ["Høje", "høje", "HØJE", "hoeje", "hoje", "Ho\u0308je", " Høje "])
def test_words_are_found_however_they_are_written(katalog: Katalog, words: str):
    expected = chosen(katalog, soeg="Høje")
    assert 5 in expected
    assert set(expected) <= set(chosen(katalog, soeg=words))


@pytest.mark.parametrize("word", ["aalborg ål", "Kørselsafgifter", "roedovre", "frederiksvaerk", "Helsingor"])
def test_all_words_must_be_there(katalog: Katalog, word: str):
    found = chosen(katalog, soeg=word)
    for part in word.split():
        assert set(found) <= set(chosen(katalog, soeg=part))


def test_words_are_looked_for_on_the_whole_sheet(katalog: Katalog):
    assert chosen(katalog, soeg="roedovre metro 13") != katalog.indsatser
    assert 13 in chosen(katalog, soeg="rødovre metro")
    assert chosen(katalog, soeg="kilometerbaseret roadpricing") == (32,)
    assert chosen(katalog, soeg="politiet") == (28,)
    assert chosen(katalog, soeg="findes-ikke-på-noget-ark") == ()


def test_what_is_asked_for_together_must_all_be_there(katalog: Katalog):
    together = Valg(temaer=("Kollektiv trafik",), kommune="hilleroed", kun_med_pris=True, soeg="lokalbane")
    parts = [
        chosen(katalog, temaer=("Kollektiv trafik",)),
        chosen(katalog, kommune="hilleroed"),
        chosen(katalog, kun_med_pris=True),
        chosen(katalog, soeg="lokalbane"),
    ]
    assert set(udvalg(katalog, together).indsatser) == set.intersection(*map(set, parts))


@given(rows=st.lists(ROWS, min_size=1, max_size=8), stars=st.integers(0, 5), seed=st.integers(0, 99))
@settings(max_examples=30)
def test_the_order_of_rows_changes_nothing(rows: list[str], stars: int, seed: int):
    katalog = lille(rows)
    valg = Valg(pejlemaerke="oekonomi", stjerner=stars, soeg="sti")
    assert udvalg(blandet(katalog, seed), valg) == udvalg(katalog, valg)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"temaer": ("Fly",)}, "Temaet «Fly» kendes ikke"),
        ({"kommune": "paris"}, "Kommunen «paris» kendes ikke"),
        ({"pejlemaerke": "fart", "stjerner": 1}, "Pejlemærket «fart» kendes ikke"),
        ({"pejlemaerke": "folkesundhed", "stjerner": 6}, "fra 0 til 5"),
        ({"pejlemaerke": "folkesundhed", "stjerner": -1}, "fra 0 til 5"),
    ],
)
def test_what_is_not_there_is_refused_with_a_sentence(katalog: Katalog, wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        udvalg(katalog, Valg(**wrong))
