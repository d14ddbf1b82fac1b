"""The one definition of colours: the theme's own from `.streamlit/config.toml`, and the data's scales here."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

_CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
_HEX = re.compile("#[0-9A-F]{6}")

Mode = Literal["light", "dark"]


def _both(light: str, dark: str) -> str:
    """Return a colour that is one on a light page and another on a dark one, as CSS takes it."""
    return f"light-dark({light}, {dark})"


def _ramp(light: Sequence[str], dark: Sequence[str]) -> tuple[str, ...]:
    return tuple(_both(*each) for each in zip(light, dark, strict=True))


# In both themes the end that matters stands out most from the ground: the darkest on white, the brightest on black.
WORSE = _ramp(
    ("#F4EDE1", "#E9C9A0", "#D9925B", "#B5522E", "#7A2A16"),
    ("#332B24", "#5C3F27", "#94552C", "#DE8B53", "#FFD3AC"),
)
"""Sequential: the last is the alarming end."""

AMOUNT = _ramp(
    ("#E6F2FB", "#A3D0EF", "#66ABDA", "#2B75A5", "#0B4A74"),
    ("#1B3648", "#225272", "#2A6C98", "#6CB3E0", "#C2E5FB"),
)
"""Sequential: an amount that is neither good nor bad; the last is the most."""

AROUND_AVERAGE = _ramp(
    ("#2F76A6", "#7FB8DE", "#F2F0EB", "#DBA78E", "#B5522E"),
    ("#7CBDE8", "#2F6689", "#2B3033", "#8A4E33", "#FFB18C"),
)
"""Diverging: better than the average, the average, worse."""

STATUS = {"groen": "#1E7A50", "gul": "#E8B93E", "roed": "#B5381F"}
"""A traffic light; always beside a sign and a word."""

UNKNOWN = _both("#B9BDC1", "#79838C")
"""What nobody has told: as hatching, or whole where nothing can be hatched; unlike every class."""

LAND = _both("#E4E6E4", "#2A343E")
"""Land around what is shown; it stands beside the classes and is none of them."""

SEA = _both("#EAF3F8", "#101A22")
SPECIALE = {51: "#0B5A8A", 62: "#7B4A94"}
BEFORE = "#8A949E"


WAYS = {"ud": _both("#0B5A8A", "#7CBDE8"), "ind": _both("#B06A00", "#F0B050"), "andre": _both("#B4BAC1", "#4A555F")}
"""Patients who travel: out of a place, into it, and between others; neither way is better."""

COMPARED = _ramp(
    ("#0B5A8A", "#A65E00", "#1E7A50", "#7B4A94", "#B5381F", "#A8326E"),
    ("#6CB3E0", "#F2C45A", "#6FCB9F", "#B9A0F0", "#FF8A6B", "#FFB3DC"),
)
"""Kommuner beside each other, as many as a picture can tell apart; each has a shape of its own too."""


@cache
def colour(name: str, mode: Mode = "light") -> str:
    """Return the theme's colour of that name (as in Streamlit's configuration), e.g. `textColor`."""
    theme = tomllib.loads(_CONFIG.read_text(encoding="utf-8"))["theme"]
    return str(theme[mode][name])


def lighter(dark: str) -> str:
    """Return the colour halfway to white, for lines and letters on a dark page."""
    return "#" + "".join(f"{(int(dark[i : i + 2], 16) + 255) // 2:02X}" for i in (1, 3, 5))


def ink(dark: str) -> str:
    """Return a colour as CSS takes it: itself on a light page, and on a dark one lighter."""
    return _both(dark, lighter(dark))


def paint(name: str) -> str:
    """Return the theme's colour of that name as CSS takes it: the light theme's or the dark one's."""
    return _both(colour(name), colour(name, "dark"))


def as_in(painted: str, mode: Mode) -> str:
    """Return one theme's colour of what CSS takes for both, for what is no page: paper, or a canvas."""
    light, *dark = map(str, _HEX.findall(painted))
    return dark[0] if dark and mode == "dark" else light


@cache
def on(background: str) -> str:
    """Return the theme's ink or paper, whichever is the more readable on that background, for one theme or for both."""
    if len(_HEX.findall(background)) == 1:
        return _on(background, "light")
    return _both(_on(as_in(background, "light"), "light"), _on(as_in(background, "dark"), "dark"))


def _on(background: str, mode: Mode) -> str:
    ground = _luminance(background) + 0.05
    inks = (colour("textColor", mode), colour("backgroundColor", mode))
    return max(inks, key=lambda each: abs(math.log((_luminance(each) + 0.05) / ground)))


def _luminance(of: str) -> float:
    """Relative luminance (WCAG)."""
    channels = [int(of[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
