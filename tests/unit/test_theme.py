"""Colours: defined in one place, and legible."""

from __future__ import annotations

import re

import pytest

from pages.style import theme
from tests.project import ROOT

SCALES = {"WORSE": theme.WORSE, "AMOUNT": theme.AMOUNT, "AROUND_AVERAGE": theme.AROUND_AVERAGE}
DEFINED_IN = {"pages/style/theme.py", ".streamlit/config.toml"}


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scale", SCALES)
def test_text_is_legible_on_every_colour_of_the_scale(scale: str) -> None:
    for colour in SCALES[scale]:
        assert _contrast(theme.on(colour), colour) >= 4.5, colour


@pytest.mark.parametrize("name", ["WORSE", "AMOUNT"])
def test_a_sequential_scale_darkens_step_by_step(name: str) -> None:
    light = [_luminance(colour) for colour in SCALES[name]]
    assert light == sorted(light, reverse=True)
    for one, next_one in zip(SCALES[name], SCALES[name][1:], strict=False):
        assert _contrast(one, next_one) >= 1.25


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ink", ["textColor", "linkColor", "grayTextColor", "redTextColor", "primaryColor"])
def test_the_themes_inks_are_legible_on_its_papers(mode: str, ink: str) -> None:
    for paper in ("backgroundColor", "secondaryBackgroundColor"):
        assert _contrast(theme.colour(ink, mode), theme.colour(paper, mode)) >= 4.5  # type: ignore[arg-type]


@pytest.mark.parametrize("speciale", theme.SPECIALE)
def test_the_colour_of_a_speciale_is_legible_as_text(speciale: int) -> None:
    assert _contrast(theme.SPECIALE[speciale], theme.colour("backgroundColor")) >= 4.5


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
