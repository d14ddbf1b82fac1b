"""What a first screen must hold: each demand by itself, at its limit and just beyond."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pages.navigation.registry import PAGES
from tests.skaerm.demands import ABOUT, missing
from tests.skaerm.measure import SCREENS, FirstScreen, Picture, Type

LAPTOP = SCREENS["baerbar"]
GOOD = FirstScreen(
    billeder=(Picture("diagram", 200, LAPTOP.hoejde, 5.0),),
    ord=120,
    antal={},
    tekst=(),
    overskrift="Valby 1 er det ringest dækkede område i hele regionen i 2",
    skaaret=(),
    engelsk=(),
    oplaest=(),
    mindste=Type(11.0, "Valby"),
    mindste_i_billedet=None,
)


def test_a_screen_that_meets_every_demand_misses_nothing() -> None:
    assert list(missing(GOOD, LAPTOP, picture=True)) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ord": 121}, "121 ord"),
        ({"overskrift": None}, "ingen overskrift"),
        ({"overskrift": "et to tre fire fem seks syv otte ni ti elleve tolv tretten"}, "13 ord"),
        ({"overskrift": "1 af 2 i 2024"}, "3 tal"),
        ({"mindste": Type(10.9, "Ishøj")}, "10.9 px"),
        ({"engelsk": ("select: «Select all»",)}, "Select all"),
        ({"oplaest": ("icon: «warning icon»",)}, "warning icon"),
        ({"billeder": ()}, "intet billede"),
        ({"billeder": (Picture("diagram", LAPTOP.hoejde, 2000, 0.0),)}, "intet billede"),
        ({"billeder": (Picture("diagram", 500, LAPTOP.hoejde + 1, 19.9),)}, "intet billede"),
    ],
)
def test_each_demand_is_told(changes: dict[str, object], said: str) -> None:
    [told] = missing(replace(GOOD, **changes), LAPTOP, picture=True)  # type: ignore[arg-type]
    assert said in told


def test_a_large_picture_may_go_on_below_and_stand_after_a_small_one_that_does_not() -> None:
    below = Picture("områder", 500, 2000, 20.0)
    assert list(missing(replace(GOOD, billeder=(below,)), LAPTOP, picture=True)) == []
    far = Picture("diagram", 900, 1000, 0.0)
    assert list(missing(replace(GOOD, billeder=(far, below)), LAPTOP, picture=True)) == []


def test_a_page_about_the_papers_needs_no_picture_and_is_one_that_there_is() -> None:
    assert list(missing(replace(GOOD, billeder=()), LAPTOP, picture=False)) == []
    assert {page.name for page in PAGES} >= ABOUT
