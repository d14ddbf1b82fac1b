"""The excerpt of a list in order: the ends, the reader's own, and whether a cut divides equals."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.begreber import FIRST_YEAR, KOEBENHAVN
from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import Tal, Udpluk, i_orden, pladser, udpluk
from analytics.tabeller import Frames

PLACES = "abcdefghijklmnop"
FIGURES = st.dictionaries(st.sampled_from(PLACES), st.integers(0, 9).map(float) | st.just(float("nan")))
OWN = st.frozensets(st.sampled_from(PLACES))


def _list(*figures: float) -> Mapping[str, Tal]:
    return i_orden(dict(zip(PLACES, figures, strict=False)))


def _naive(tal: Mapping[str, Tal], egne: Collection[str], foerst: int, sidst: int) -> Udpluk | None:
    """Place by place: at either end, else one's own, else left out."""
    known = [place for place in tal if tal[place].vaerdi is not None]
    top, own, bottom, out = [], [], [], []
    for place in tal:
        at = known.index(place) if place in known else None
        if at is not None and at < foerst:
            top.append(place)
        elif at is not None and at >= len(known) - sidst:
            bottom.append(place)
        elif place in egne:
            own.append(place)
        elif at is not None:
            out.append(place)
    if len(known) <= foerst + sidst or not out:
        return None
    shown = [tal[place].vaerdi for place in (*top, *own, *bottom)]
    return Udpluk(tuple(top), tuple(own), tuple(bottom), any(tal[place].vaerdi in shown for place in out))


@pytest.mark.parametrize("speciale", [51, 62])
def test_the_five_worst_and_the_three_best_are_the_papers(frames: Frames, speciale: int) -> None:
    figures = pladser(MEASURES["borgere-pr-kapacitet"].beregn(frames, speciale, FIRST_YEAR))
    found = udpluk(figures, ("fredensborg", "ishoej"))
    assert found is not None
    in_order = sorted(figures, key=lambda place: -(figures[place].vaerdi or 0))
    assert (found.foerst, found.sidst) == (tuple(in_order[:5]), tuple(in_order[-3:]))
    assert "ishoej" in found.steder
    assert "fredensborg" in found.steder


def test_koebenhavn_is_nine_areas_of_which_those_at_the_ends_stand_there(frames: Frames) -> None:
    figures = pladser(MEASURES["borgere-pr-kapacitet"].beregn(frames, 51, FIRST_YEAR))
    areas = frames["omraade"]
    own = set(areas.loc[areas["kommune_id"] == KOEBENHAVN, "omraade_id"])
    found = udpluk(figures, own)
    assert found is not None
    assert len(own) == 9
    assert found.foerst[:4] == ("valby", "amager", "bispebjerg", "vanloese")
    assert set(found.egne) | set(found.foerst[:4]) == own


def test_a_cut_between_equals_is_said_unless_all_of_them_are_shown() -> None:
    tied = _list(9, 8, 7, 6, 5, 5, 4, 3, 2, 1)
    assert udpluk(tied, ()) == Udpluk(("a", "b", "c", "d", "e"), (), ("h", "i", "j"), True)
    assert udpluk(tied, ("f",)) == Udpluk(("a", "b", "c", "d", "e"), ("f",), ("h", "i", "j"), False)


def test_nothing_is_picked_where_that_would_leave_nothing_out() -> None:
    assert udpluk(_list(8, 7, 6, 5, 4, 3, 2, 1), ()) is None
    assert udpluk(_list(9, 8, 7, 6, 5, 4, 3, 2, 1), ("f",)) is None


def test_an_own_place_without_a_figure_is_shown_too() -> None:
    found = udpluk(_list(*range(10, 0, -1), float("nan")), ("k",))
    assert found == Udpluk(("a", "b", "c", "d", "e"), ("k",), ("h", "i", "j"), False)


@given(FIGURES, OWN, st.integers(1, 5), st.integers(1, 4))
def test_it_is_what_one_finds_place_by_place(
    figures: dict[str, float], own: frozenset[str], foerst: int, sidst: int
) -> None:
    tal = i_orden(figures)
    assert udpluk(tal, own, foerst, sidst) == _naive(tal, own, foerst, sidst)


@given(FIGURES, OWN)
def test_no_place_stands_twice_and_the_order_is_the_lists(figures: dict[str, float], own: frozenset[str]) -> None:
    tal = i_orden(figures)
    found = udpluk(tal, own)
    if found is not None:
        assert len(set(found.steder)) == len(found.steder)
        for part in (found.foerst, found.egne, found.sidst):
            assert list(part) == [place for place in tal if place in part]
        assert own & set(tal) <= set(found.steder)
