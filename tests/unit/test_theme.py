"""Colours: defined in one place, legible, and the worst is what is seen first, in both themes."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from pages.style import theme
from pages.style.theme import Mode
from tests.farver import Lab, ciede2000, contrast, difference
from tests.project import ROOT

SCALES = {"WORSE": theme.WORSE, "AMOUNT": theme.AMOUNT, "AROUND_AVERAGE": theme.AROUND_AVERAGE}
DEFINED_IN = {"pages/style/theme.py", ".streamlit/config.toml"}
BOTH_THEMES = pytest.mark.parametrize("mode", ["light", "dark"])
EVERY_SCALE = pytest.mark.parametrize("name", SCALES)


def _classes(name: str, mode: Mode) -> list[str]:
    return [theme.as_in(colour, mode) for colour in SCALES[name]]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_of_difference_is_the_published_one(one: Lab, other: Lab, expected: float) -> None:
    """Test data of Sharma, Wu and Dalal (2005), table 1."""
    assert ciede2000(one, other) == pytest.approx(expected, abs=5e-5)
    assert ciede2000(other, one) == pytest.approx(expected, abs=5e-5)


@BOTH_THEMES
@EVERY_SCALE
def test_text_is_legible_on_every_colour_of_the_scale(name: str, mode: Mode) -> None:
    for colour in SCALES[name]:
        assert contrast(theme.as_in(theme.on(colour), mode), theme.as_in(colour, mode)) >= 4.5, colour


@BOTH_THEMES
@EVERY_SCALE
def test_the_worst_stands_out_most_from_the_ground(name: str, mode: Mode) -> None:
    *others, worst = (contrast(colour, theme.colour("backgroundColor", mode)) for colour in _classes(name, mode))
    assert worst > max(others)
    assert worst >= 4.5


@BOTH_THEMES
@pytest.mark.parametrize("name", ["WORSE", "AMOUNT"])
def test_a_sequential_scale_leaves_the_ground_step_by_step(name: str, mode: Mode) -> None:
    from_the_ground = [contrast(colour, theme.colour("backgroundColor", mode)) for colour in _classes(name, mode)]
    assert from_the_ground == sorted(from_the_ground)
    for one, next_one in pairwise(_classes(name, mode)):
        assert contrast(one, next_one) >= 1.25
        assert difference(one, next_one) >= 9


@BOTH_THEMES
def test_around_a_middle_blue_is_better_red_brown_worse_and_the_middle_blank(mode: Mode) -> None:
    better, good, middle, bad, worse = _classes("AROUND_AVERAGE", mode)
    ground = theme.colour("backgroundColor", mode)
    away = [contrast(colour, ground) for colour in (middle, good, better)]
    assert away == sorted(away)
    assert contrast(middle, ground) < contrast(bad, ground) < contrast(worse, ground)
    for blue, red in ((better, worse), (good, bad)):
        assert int(blue[5:], 16) > int(blue[1:3], 16)
        assert int(red[1:3], 16) > int(red[5:], 16)
        assert difference(blue, red) >= 25
    assert (
        max(int(middle[at : at + 2], 16) for at in (1, 3, 5)) - min(int(middle[at : at + 2], 16) for at in (1, 3, 5))
        <= 10
    )


@BOTH_THEMES
@EVERY_SCALE
def test_what_is_not_known_is_unlike_every_class(name: str, mode: Mode) -> None:
    unknown = theme.as_in(theme.UNKNOWN, mode)
    assert {
        colour: difference(colour, unknown) for colour in _classes(name, mode) if difference(colour, unknown) < 12
    } == {}
    assert contrast(unknown, theme.colour("secondaryBackgroundColor", mode)) >= 1.7  # the hatching is seen


def test_a_colour_of_one_theme_is_the_same_in_both() -> None:
    assert theme.as_in("#123456", "dark") == theme.as_in("#123456", "light") == "#123456"
    assert theme.on("#123456") == theme.colour("backgroundColor")
    assert theme.on("#F0F0F0") == theme.colour("textColor")


@BOTH_THEMES
@pytest.mark.parametrize("ink", ["textColor", "linkColor", "grayTextColor", "redTextColor", "primaryColor"])
def test_the_themes_inks_are_legible_on_its_papers(mode: Mode, ink: str) -> None:
    for paper in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(theme.colour(ink, mode), theme.colour(paper, mode)) >= 4.5


@BOTH_THEMES
def test_the_two_ways_are_seen_on_the_map_and_told_apart(mode: Mode) -> None:
    out, into, others = (theme.as_in(theme.WAYS[way], mode) for way in ("ud", "ind", "andre"))
    assert difference(out, into) >= 40
    assert min(difference(way, others) for way in (out, into)) >= 20
    for way in (out, into):
        for ground in (theme.colour("backgroundColor", mode), _classes("AROUND_AVERAGE", mode)[2]):
            assert contrast(way, ground) >= 3


@pytest.mark.parametrize("speciale", theme.SPECIALE)
def test_the_colour_of_a_speciale_is_legible_as_text(speciale: int) -> None:
    assert contrast(theme.SPECIALE[speciale], theme.colour("backgroundColor")) >= 4.5


def test_colours_are_written_in_one_place() -> None:
    found = []
    folders = (ROOT / "pages", ROOT / "analytics", ROOT / ".streamlit")
    for file in [ROOT / "app.py", ROOT / "ramme.py", *(f for folder in folders for f in folder.rglob("*"))]:
        name = file.relative_to(ROOT).as_posix()
        if file.suffix not in (".py", ".css", ".js", ".toml", ".svg") or name in DEFINED_IN:
            continue
        text = file.read_text(encoding="utf-8")
        found += [f"{name}: {colour}" for colour in re.findall(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b", text)]
    assert found == []


@BOTH_THEMES
def test_kommuner_beside_each_other_are_seen_and_told_apart(mode: Mode) -> None:
    """Each has a shape of its own as well."""
    ground = theme.colour("backgroundColor", mode)
    colours = [theme.as_in(colour, mode) for colour in theme.COMPARED]
    assert all(contrast(colour, ground) >= 4.5 for colour in colours)
    assert all(difference(one, other) >= 12 for nr, one in enumerate(colours) for other in colours[:nr])
