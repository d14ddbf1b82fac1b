"""The list's prices beside the catalogue's: what can be held together, how it has moved, and which most."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analytics.paastand import Kilde
from analytics.tabeller import Frames
from analytics.tavler import vippris
from analytics.tavler.vippris import Anlaeg, Led, Pris
from tests.unit.tavler.smaa_tavler import tables

LATER = date(2026, 6, 1)
SOURCE = Kilde("a", 1)


def _one(
    old: tuple[float, float] | None, *new: tuple[float, float] | None, kan: bool = True, navn: str = "x"
) -> Anlaeg:
    parts = tuple(Led(nr, "x", "oplyst", Pris(*(each or (None, None))), kan, "", SOURCE) for nr, each in enumerate(new))
    return Anlaeg("p1", 1, navn, Pris(*(old or (None, None))), "x", SOURCE, parts)


@pytest.mark.parametrize(
    ("new", "way"),
    [
        ((2.1, 4.0), "over"),
        ((2.0, 2.5), "inden for"),
        ((1.5, 1.5), "inden for"),
        ((0.5, 1.0), "inden for"),
        ((0.5, 0.9), "under"),
    ],
)
def test_a_price_within_the_range_is_neither_over_nor_under(new: tuple[float, float], way: str) -> None:
    assert _one((1.0, 2.0), new).retning == way


def test_prices_are_held_together_only_where_both_are_known_and_of_the_same() -> None:
    assert _one(None, (1, 1)).retning is None
    assert _one((1, 1), None).retning is None
    assert _one((1, 1), (1, 1), None).retning is None
    assert _one((1, 1)).retning is None
    assert _one((1, 1), (1, 1), kan=False).retning is None
    assert _one((1, 1), (1, 1), kan=False).aendring is None
    assert _one((1, 1), (2, 2)).sammenlignes


def test_a_change_is_the_least_and_the_most_that_it_can_be_and_in_percent_of_the_lists() -> None:
    moved = _one((100, 200), (150, 250), (50, 150)).aendring
    assert moved == vippris.Aendring(lav=0, hoej=300, lav_pct=0, hoej_pct=300)
    assert _one((100, 200), (150, 250), (50, 150)).katalogpris == Pris(200, 400)


def test_the_most_is_by_size_whichever_way_it_went() -> None:
    up, down, none = (
        _one((1, 100), (150, 150), navn="op"),
        _one((1, 100), (0.1, 0.5), navn="ned"),
        _one(None, navn="uden"),
    )
    found = vippris.prisfund([up, down, none])
    assert found.mest == down
    assert found.veje == {"over": 1, "under": 1, "inden for": 0}
    assert found.sammenlignet == (up, down)
    assert vippris.prisfund([none]).mest is None


def test_prices_together_are_known_where_each_is_and_have_one_way_where_all_do() -> None:
    up, more, none = _one((1, 100), (150, 160)), _one((10, 20), (30, 40)), _one(None)
    assert vippris.samlet([up, more]) == (vippris.Pris(11, 120), vippris.Pris(180, 200))
    assert vippris.samlet([up, none]) == (vippris.Pris(None, None), vippris.Pris(None, None))
    assert vippris.samlet([]) == (vippris.Pris(None, None), vippris.Pris(None, None))
    assert (vippris.samlet_retning([up, more]), vippris.samlet_retning([up, none])) == ("over", None)
    assert vippris.samlet_retning([up, _one((1, 100), (0.1, 0.5))]) is None
    assert vippris.antal_dyrere([[up, more], [up, none], [], [up]]) == 2
    assert (vippris.flyttet(up), vippris.flyttet(_one((1, 100), (0.1, 0.5)))) == (60, -99.5)


def test_undertakings_are_in_printed_order_with_the_catalogue_known_by_then() -> None:
    frames = tables(
        projects=[{"nr": 2}, {"nr": 1}],
        prices=[
            {"kilde_linje": 9},
            {"projekt_id": "p2", "del": 2},
            {"projekt_id": "p2", "del": 1, "pris_mio_kr_lav": None},
        ],
        pairs=[{"kilde_id": "c"}],
        measures=[{}],
    )
    before, after = (vippris.anlaeg(frames, on) for on in (date(2024, 4, 18), LATER))
    assert [(one.projekt_id, one.del_) for one in after] == [("p2", 1), ("p2", 2), ("p1", 1)]
    assert [one.retning for one in after] == [None, None, "over"]
    assert not after[0].pris.kendt and after[1].pris == Pris(100, 200)
    assert [len(one.katalog) for one in before] == [0, 0, 0]
    assert after[2].papirer == {"a", "c"}
    assert [vippris.katalog_kendt(frames, on) for on in (date(2024, 4, 18), LATER)] == [False, True]


def test_a_part_belongs_to_its_own_project_and_part() -> None:
    frames = tables(
        projects=[{}, {}],
        prices=[{}, {"del": 2}, {"projekt_id": "p2"}],
        pairs=[{"del": 2}, {"del": 2, "indsats_nr": 2}],
        measures=[{}, {"indsats_nr": 2}],
    )
    assert [[led.indsats_nr for led in one.katalog] for one in vippris.anlaeg(frames, LATER)] == [[], [1, 2], []]


def test_prices_that_can_be_held_together_have_all_risen(frames: Frames) -> None:
    found = {(one.projekt_id, one.del_): one for one in vippris.anlaeg(frames, LATER)}
    assert {key for key, one in found.items() if one.retning} == {
        ("ring-5-syd", 1),
        ("metro-fra-ny-ellebjerg", 1),
        ("metro-fra-ny-ellebjerg", 2),
        ("s-bane-farum-hilleroed", 1),
    }
    assert {one.retning for one in found.values()} == {"over", None}
    assert not found["kystbanen", 1].pris.kendt
    assert not found["tog-roskilde-lufthavnen", 1].katalogpris.kendt
    fallen = replace(found["ring-5-syd", 1], pris=Pris(90_000.0, 90_000.0))
    assert vippris.prisfund([*found.values(), fallen]).mest == fallen
