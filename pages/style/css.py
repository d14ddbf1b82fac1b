"""Style sheets: of the frame, and of a page that needs more than it; each lies beside what it is for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pages.style import theme

_COLOURS = {
    "PAPER": theme.paint("backgroundColor"),
    "ALARM": theme.paint("redTextColor"),
    "FOCUS": theme.paint("primaryColor"),
    "SEA": theme.SEA,
}


@cache
def sheet(script: str) -> str:
    """Return the style sheet that has a script's name (`__file__`), with the theme's colours."""
    style = Path(script).with_suffix(".css").read_text(encoding="utf-8")
    for name, colour in _COLOURS.items():
        style = style.replace(name, colour)
    return style


def beside(script: str) -> str:
    """Return a script's style sheet as `st.html` takes it."""
    return f"<style>\n{sheet(script)}</style>"
