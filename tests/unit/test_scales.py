"""The page and the handout put the same figures in the same classes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from analytics.begreber import SPECIALER
from analytics.grundlag import Grundlag
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.klasser import Classes
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.scenarie import Scenarie, udregn
from pages.drawing import scales
from pages.fysioterapi.scenarie.moedebilag import build
from pages.style import theme
from pages.style.theme import Mode
from tests.farver import contrast
from tests.genregning import per_capacity, proposal

MEASURE = MEASURES["borgere-pr-kapacitet"]
GROWTH = MEASURES["befolkningstilvaekst"]
CAPACITY = MEASURES["kapacitet"]
REGION = Reference(0.0, "")


def _distance(colour: str, mode: Mode) -> float:
    """How far a colour stands from the page's ground."""
    return contrast(theme.as_in(colour, mode), theme.colour("backgroundColor", mode))


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("measure", [MEASURE, CAPACITY])
def test_the_more_the_further_from_the_ground(measure: Measure, mode: Mode) -> None:
    values = [1.0, 2.0, 50.0, 51.0, 400.0, 900.0, 5000.0]
    classes, colours = scales.shades(measure, values, REGION)
    distances = [_distance(colours[classes.of(value)], mode) for value in values]
    assert distances == sorted(distances)
    assert len(set(distances)) == len(colours) == 5


def test_figures_that_are_fewer_than_the_colours_have_one_each() -> None:
    classes, colours = scales.shades(MEASURE, [1.0, 9.0], REGION)
    assert (len(classes.edges), len(colours)) == (1, 2)


def test_what_is_worse_the_higher_has_other_colours_than_an_amount() -> None:
    values = [1.0, 50.0, 400.0, 900.0, 5000.0]
    assert not set(scales.shades(MEASURE, values, REGION)[1]) & set(scales.shades(CAPACITY, values, REGION)[1])


def test_a_change_has_a_sign_beside_its_colour() -> None:
    classes, colours = scales.shades(GROWTH, [-10.0, 0.0, 10.0], REGION)
    signs = [scales.sign(GROWTH, classes, classes.of(value)) for value in (-10.0, -3.0, 0.0, 3.0, 10.0)]
    assert signs == ["▼", "▼", "", "▲", "▲"]
    texts = [text for _, text in scales.legend(GROWTH, classes, colours, "ikke oplyst")]
    assert texts == ["▼ under −6", "▼ −6 til −2", "−2 til 2", "▲ 2 til 6", "▲ 6 og over", "ikke oplyst"]


def test_an_amount_and_no_change_at_all_have_no_sign() -> None:
    classes, _ = scales.shades(CAPACITY, [1.0, 50.0, 400.0, 900.0, 5000.0], REGION)
    assert {scales.sign(CAPACITY, classes, at) for at in range(5)} == {""}
    assert scales.sign(GROWTH, scales.shades(GROWTH, [0.0], REGION)[0], 0) == ""


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("fall_is_worse", [False, True])
def test_a_change_is_blue_to_the_good_side_and_red_to_the_bad(fall_is_worse: bool, mode: Mode) -> None:
    measure = replace(GROWTH, fald_er_ringere=fall_is_worse)
    classes, colours = scales.shades(measure, [-10.0, 0.0, 10.0], REGION)
    ends = [theme.as_in(colours[classes.of(value)], mode) for value in (-10, 10)]
    reds = [int(end[1:3], 16) - int(end[5:7], 16) for end in ends]
    assert (reds[0] > 0 > reds[1]) == fall_is_worse
    assert (reds[0] < 0 < reds[1]) != fall_is_worse
    near, far = (_distance(colours[classes.of(value)], mode) for value in (0.0, 10.0))
    assert near < far


def test_no_change_at_all_has_the_colour_of_the_middle() -> None:
    all_five = scales.shades(GROWTH, [-10.0, 10.0], REGION)[1]
    classes, colours = scales.shades(GROWTH, [0.0, 0.0], REGION)
    assert (classes.edges, colours) == ((), (all_five[2],))


def test_the_legend_says_what_each_colour_stands_for() -> None:
    classes, colours = Classes((10.0, 20.125)), ("#111111", "#222222", "#333333")
    assert scales.legend(MEASURE, classes, colours, "ikke oplyst") == [
        ("#111111", "under 10"),
        ("#222222", "10 til 20,13"),
        ("#333333", "20,13 og over (ringest)"),
        (None, "ikke oplyst"),
    ]
    assert scales.legend(CAPACITY, classes, colours, None)[-1] == ("#333333", "20,13 og over")
    assert scales.legend(CAPACITY, Classes(()), colours[:1], None) == [("#111111", "alle kendte tal")]


CLASSES = {
    51: ("3.000", "4.700", "7.000", "10.000"),
    62: ("5.400", "7.900", "10.000", "19.000"),
}
"""Where the figures of the areas fall apart in 2030 with nothing new; the paper's own limit of 51 is one of them."""
WORSE = ("#F4EDE1", "#E9C9A0", "#D9925B", "#B5522E", "#7A2A16")


@pytest.mark.parametrize("speciale", SPECIALER)
def test_the_handout_has_the_pages_classes(speciale: int, grundlag: Grundlag) -> None:
    """Those of the figures with nothing new, also for what the scenario makes of them."""
    edges = CLASSES[speciale]
    first, *_, last = edges
    limits = [int(edge.replace(".", "")) for edge in edges]
    told = [f"under {first}", *map(" til ".join, pairwise(edges)), f"{last} og over (ringest)"]
    scenarie = Scenarie(tillaeg=proposal())
    before, after = (per_capacity(scenarie, given) for given in ({}, scenarie.tillaeg))
    classes, colours = scales.shades(MEASURE, [float(n) for (of, _), n in before.items() if of == speciale], REGION)
    on_the_page = [
        (theme.as_in(colour or "", "light"), text) for colour, text in scales.legend(MEASURE, classes, colours, None)
    ]
    assert on_the_page == list(zip(WORSE, told, strict=True))
    page = build(udregn(scenarie, grundlag), "Forslaget", "https://eksempel.dk/", date(2025, 6, 13))
    part = next(part for part in page.specialer if part.navn.endswith(str(speciale)))
    for picture, figures in zip(part.kort, (before, after), strict=True):
        assert [(entry.farve, entry.tekst) for entry in picture.forklaring][:5] == list(zip(WORSE, told, strict=True))
        expected = [WORSE[sum(n >= limit for limit in limits)] for (of, _), n in figures.items() if of == speciale]
        assert [tile.farve for tile in picture.fliser] == expected
