"""The picture of a page in a preview of its link: its title, what it answers, and the region on tiles."""

from __future__ import annotations

from pathlib import Path

from geo.tiles import tiles
from pages.drawing import typesetting
from pages.style import theme

WIDTH, HEIGHT = 1200, 630
"""Pixels, as those who show previews ask for."""
_TEMPLATE = Path(__file__).with_suffix(".typ")


def drawn(title: str, answers: str, subject: str) -> bytes:
    """Return the picture as PNG. The tiles show no figures: they say what region it is about."""
    content = {
        "titel": title,
        "svar": answers,
        "emne": subject,
        "afsender": "KKR Overblik: KKR Hovedstadens mødepapirer",
        "fliser": [{"kolonne": tile.kolonne, "raekke": tile.raekke} for tile in tiles().values()],
        "farver": {
            "papir": theme.colour("backgroundColor"),
            "tekst": theme.colour("textColor"),
            "graa": theme.colour("grayTextColor"),
            "accent": theme.colour("primaryColor"),
            "flise": theme.as_in(theme.AMOUNT[1], "light"),
        },
    }
    return typesetting.make_png(_TEMPLATE, content)
