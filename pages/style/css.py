"""Style sheets: of the frame, and of a page that needs more than it; each lies beside what it is for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pages.style import theme

_COLOURS = {"PAPER": "backgroundColor", "ALARM": "redTextColor"}


@cache
def beside(script: str) -> str:
    """Return the style sheet that has a script's name (`__file__`), with the theme's colours, as `st.html` takes it."""
    style = Path(script).with_suffix(".css").read_text(encoding="utf-8")
    for name, colour in _COLOURS.items():
        style = style.replace(name, theme.paint(colour))
    return f"<style>\n{style}</style>"
