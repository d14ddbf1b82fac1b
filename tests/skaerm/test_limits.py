"""Limits: what is beyond one, and that a program only ever tightens them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.navigation.registry import PAGES
from tests.skaerm import limits
from tests.skaerm.measure import Cut, FirstScreen, Picture, Type

FIGURE = st.one_of(st.integers(0, 2000), st.just(limits.NONE))
FIGURES = st.fixed_dictionaries(dict.fromkeys([*limits.FEWER, *limits.MORE], FIGURE))
EMPTY = FirstScreen((), 0, {}, (), None, (), (), (), None, None)
FULL = FirstScreen(
    (Picture("områder", 300, 700, 25.0), Picture("skala", 900, 1200, 0.0)),
    90,
    {"tekst": 90},
    (),
    "Valby er ringest dækket: 14.324 borgere pr. kapacitet i 2024",
    (Cut("kasse", "Rudersdal", 400),),
    ("Select: «Select»",),
    ("Close: «Close»",),
    Type(11.5, "Valby"),
    Type(11.5, "Valby"),
)


def test_what_has_limits_is_read_off_the_screen() -> None:
    assert limits.figures(FULL) == {
        "billedet_begynder": 300,
        "billedet_fylder": 25.0,
        "ord": 90,
        "overskrift_ord": 8,
        "overskrift_tal": 2,
        "skaaret": 1,
        "engelsk": 2,
        "mindste_skrift": 11.5,
    }
    assert set(limits.figures(EMPTY)) == {*limits.FEWER, *limits.MORE}
    assert [name for name, figure in limits.figures(EMPTY).items() if figure == limits.NONE] == [
        *("billedet_begynder", "billedet_fylder", "overskrift_ord", "overskrift_tal", "mindste_skrift")
    ]


@pytest.mark.parametrize(
    ("name", "limit", "good", "bad"),
    [
        ("ord", 120, 120, 121),
        ("skaaret", 0, 0, 1),
        ("billedet_begynder", 300, 304, 305),
        ("billedet_begynder", 300, 0, "ingen"),
        ("billedet_fylder", 30.0, 29.0, 28.9),
        ("billedet_fylder", 30.0, 100.0, "ingen"),
        ("mindste_skrift", 12.0, 11.9, 11.8),
        ("overskrift_ord", 12, 1, "ingen"),
    ],
)
def test_a_figure_is_held_to_its_limit(
    name: str, limit: limits.Figure, good: limits.Figure, bad: limits.Figure
) -> None:
    assert limits.worse({name: good}, {name: limit}) == []
    assert len(limits.worse({name: bad}, {name: limit})) == 1


def test_where_there_was_nothing_all_is_better() -> None:
    assert limits.worse({"billedet_begynder": 2000}, {"billedet_begynder": limits.NONE}) == []
    assert limits.tightened({"billedet_begynder": limits.NONE}, {"billedet_begynder": 2000}) == {
        "billedet_begynder": 2000
    }


@given(FIGURES, FIGURES)
def test_limits_are_only_ever_tightened(before: limits.Figures, now: limits.Figures) -> None:
    after = limits.tightened(before, now)
    assert limits.worse(after, before) == []
    assert limits.tightened(after, now) == after
    assert limits.worse(now, after) == [] or limits.worse(now, before) != []
    assert all(after[name] in {before[name], now[name]} for name in now)


def test_a_new_page_gets_the_limits_of_today() -> None:
    assert limits.tightened(None, limits.figures(FULL)) == limits.figures(FULL)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(limits, "FILE", tmp_path / "lofter.yaml")
    yield limits.FILE


def test_the_file_says_what_it_was_given(file: Path) -> None:
    assert limits.read() == {}
    limits.write({"metode": limits.figures(FULL), "kilder": limits.figures(EMPTY)})
    assert limits.read() == {"metode": limits.figures(FULL), "kilder": limits.figures(EMPTY)}
    heading = file.read_text(encoding="utf-8").partition("\nmetode:")[0]
    assert [name for name in limits.figures(FULL) if name not in heading] == []


def test_every_page_has_limits_and_no_other() -> None:
    found = limits.read()
    assert list(found) == [page.name for page in PAGES], "Skriv den nye sides lofter med `make skaerm SKRIV=1`."
    assert {name for of in found.values() for name in of} == {*limits.FEWER, *limits.MORE}
