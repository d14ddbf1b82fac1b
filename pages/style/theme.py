"""The one definition of colours: the theme's own from `.streamlit/config.toml`, and the data's scales here."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

_CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"

WORSE = ("#F4EDE1", "#E9C9A0", "#D9925B", "#B5522E", "#7A2A16")
"""Sequential, light to dark: the dark end is the alarming one."""

AMOUNT = ("#EAF1F6", "#BCD5E6", "#7FB0D0", "#36779F", "#0B4A74")
"""Sequential, light to dark: an amount that is neither good nor bad."""

AROUND_AVERAGE = ("#1F5F8B", "#8FB3CB", "#F2F0EB", "#DBA78E", "#B5522E")
"""Diverging: better than the average, the average, worse."""

STATUS = {"groen": "#1E7A50", "gul": "#E8B93E", "roed": "#B5381F"}
"""A traffic light; always beside a sign and a word."""

UNKNOWN = "#C9CED3"
SPECIALE = {51: "#0B5A8A", 62: "#7B4A94"}
BEFORE = "#8A949E"


@cache
def colour(name: str, mode: Literal["light", "dark"] = "light") -> str:
    """Return the theme's colour of that name (as in Streamlit's configuration), e.g. `textColor`."""
    theme = tomllib.loads(_CONFIG.read_text(encoding="utf-8"))["theme"]
    return str(theme[mode][name])


def lighter(dark: str) -> str:
    """Return the colour halfway to white, for lines and letters on a dark page."""
    return "#" + "".join(f"{(int(dark[i : i + 2], 16) + 255) // 2:02X}" for i in (1, 3, 5))


def ink(dark: str) -> str:
    """Return a colour as CSS takes it: itself on a light page, and on a dark one lighter."""
    return f"light-dark({dark}, {lighter(dark)})"


def paint(name: str) -> str:
    """Return the theme's colour of that name as CSS takes it: the light theme's or the dark one's."""
    return f"light-dark({colour(name)}, {colour(name, 'dark')})"


def on(background: str) -> str:
    """Return the ink, dark or white, that is readable on that background (WCAG relative luminance)."""
    channels = [int(background[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return colour("textColor") if luminance > 0.22 else colour("backgroundColor")
