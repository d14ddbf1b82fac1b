"""How a page is printed on A4: one column, what only a screen can use left out, and the light theme's colours."""

from __future__ import annotations

import re

from pages.style import css, theme

_COLOURS = (
    *("primaryColor", "backgroundColor", "secondaryBackgroundColor", "textColor", "linkColor", "borderColor"),
    *("grayTextColor", "redTextColor"),
)
"""What Streamlit hands our components of the theme, `--st-text-color` and so on: on paper always the light theme's."""


_CONTENT = (
    *("stHeading", "stMarkdown", "stCaptionContainer", "stMetric", "stAlert", "stImage", "stExpander"),
    *("stBidiComponentIsolated", "stPlotlyChart", "stDeckGlJsonChart", "stTable"),
)
"""What a sheet of paper can hold; all else of Streamlit's are controls."""


def sheet() -> str:
    """Return the style sheet for paper."""
    content = ", ".join(f'[data-testid="{name}"]' for name in _CONTENT)
    return css.sheet(__file__).replace("LIGHT", _light()).replace("CONTENT", content)


def _light() -> str:
    names = {name: re.sub("([A-Z])", lambda found: f"-{found[1].lower()}", name) for name in _COLOURS}
    return " ".join(f"--st-{names[name]}: {theme.colour(name)} !important;" for name in _COLOURS)
