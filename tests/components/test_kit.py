"""What the scripts have in common: figures and order are those of `dansk`, and a place that is led to is kept."""

from __future__ import annotations

import random

import pandas as pd

from analytics.tabeller import Frames
from dansk import alfabet, tal
from tests.components.stage import Stage

VALUES = 10_000
_HALVES = (0.5, 1.5, 2.5, 0.125, 2.675, 11.65, 1.005, 0.045, 8.345, 14324.5, 0.00005, 123456789.5)
_ENDS = (0.0, 1e-7, 3e-12, 0.04, 0.05, 999.95, 999999.995, 1e15, 123456789012345.6, 5e-324)


def _values() -> list[tuple[float, int, bool]]:
    drawn = random.Random(17)
    figures = [sign * value for value in (*_HALVES, *_ENDS) for sign in (1, -1)]
    while len(figures) < VALUES:
        digits = drawn.randint(0, 5)
        written = round(drawn.uniform(-1, 1) * 10 ** drawn.randint(0, 7), digits)
        # Half of them end in a half of the last decimal that is kept.
        figures.append(
            written if drawn.random() < 0.5 else float(f"{written:.{digits}f}5") if digits else written + 0.5
        )
    return [(value, at % 5, at % 3 == 0) for at, value in enumerate(figures)]


def test_the_browser_writes_every_figure_as_python_does(stage: Stage) -> None:
    values = _values()
    written = stage.kit("(kit, all) => all.map(([value, decimals, sign]) => kit.number(value, decimals, sign))", values)
    ours = [tal.number(value, decimals, sign=sign) for value, decimals, sign in values]
    assert [each for each in zip(values, written, ours, strict=True) if each[1] != each[2]] == []


def test_the_browser_rounds_every_figure_as_python_does(stage: Stage) -> None:
    values = [(value, decimals) for value, decimals, _ in _values() if abs(value) < 1e12]
    rounded = stage.kit("(kit, all) => all.map(([value, decimals]) => kit.rounded(value, decimals))", values)
    ours = [tal.rounded(value, decimals) for value, decimals in values]
    assert [each for each in zip(values, rounded, ours, strict=True) if each[1] != each[2]] == []


def test_what_is_no_figure_is_said(stage: Stage) -> None:
    written = stage.kit(
        "(kit) => [null, undefined, NaN, Infinity, -Infinity].map((value) => kit.number(value, 1))", None
    )
    assert written == [tal.UNKNOWN, tal.UNKNOWN, tal.UNKNOWN, tal.number(float("inf")), tal.number(float("-inf"))]


def test_names_stand_in_the_same_order_in_the_browser(stage: Stage, frames: Frames) -> None:
    names = [
        *frames["kommune"]["navn"],
        *frames["omraade"]["navn"],
        *(
            f"{nr} {navn}"
            for nr, navn in zip(*(frames["mobilitet_indsats"][c] for c in ("indsats_nr", "navn")), strict=True)
        ),
        *("Aarhus", "Ærø", "Østerbro", "Åbenrå", "Zealand", "10 b", "9 b", "2. sal", "2. Sal"),
    ]
    ours = sorted(pd.unique(pd.Series(names)), key=alfabet.order)
    theirs = stage.kit("(kit, names) => [...names].sort(kit.order)", ours)
    assert [each for each in zip(ours, theirs, strict=True) if each[0].casefold() != each[1].casefold()] == []


def test_who_is_led_to_a_place_stays_there_while_the_page_grows_until_a_key_is_pressed(stage: Stage) -> None:
    page = stage.page
    page.add_style_tag(content=":root { overflow-anchor: none } body { margin: 0 } div { height: 3000px }")
    page.evaluate("() => { document.body.innerHTML = '<div></div><p>Her</p><div></div>' }")
    grow = "(kit, height) => { document.querySelector('div').style.height = height }"
    at_the_top = "() => Math.abs(document.querySelector('p').getBoundingClientRect().top) < 20"
    stage.kit("(kit) => kit.lead(document.querySelector('p'))", None)
    stage.kit(grow, "5000px")
    page.wait_for_function(at_the_top)
    stage.kit(grow, "7000px")
    page.wait_for_function(at_the_top)
    page.keyboard.press("Shift")
    stage.kit(grow, "9000px")
    page.wait_for_timeout(500)
    assert not page.evaluate(at_the_top)
