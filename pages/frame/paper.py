"""Paper: how a page is printed on A4, and the button that prints it; the foot of each sheet leads back to the view."""

from __future__ import annotations

import re

import streamlit as st

from pages import components
from pages.style import css, theme
from pages.view import sharing

_COLOURS = (
    *("primaryColor", "backgroundColor", "secondaryBackgroundColor", "textColor", "linkColor", "borderColor"),
    *("grayTextColor", "redTextColor"),
)
"""What Streamlit hands our components of the theme, `--st-text-color` and so on: on paper always the light theme's."""


_CONTENT = (
    *("stHeading", "stMarkdown", "stCaptionContainer", "stMetric", "stAlert", "stImage", "stExpander"),
    *("stBidiComponentIsolated", "stVegaLiteChart", "stPlotlyChart", "stDeckGlJsonChart", "stTable"),
)
"""What a sheet of paper can hold; all else of Streamlit's are controls."""


def style() -> str:
    """Return the style sheet for paper, as `st.html` takes it."""
    content = ", ".join(f'[data-testid="{name}"]' for name in _CONTENT)
    return css.beside(__file__).replace("LIGHT", _light()).replace("CONTENT", content)


def _light() -> str:
    names = {name: re.sub("([A-Z])", lambda found: f"-{found[1].lower()}", name) for name in _COLOURS}
    return " ".join(f"--st-{names[name]}: {theme.colour(name)} !important;" for name in _COLOURS)


def hint(sentence: str) -> None:
    """Say what can be done on the screen: nobody can choose on paper."""
    with st.container(key="kun-skaerm-vink"):
        st.caption(sentence)


def button() -> None:
    """Show the button «Til papir»."""
    components.print_button("til-papir", "Til papir", sharing.link())


def keep_up() -> None:
    """Let the foot lead to the view as it is now, at the end of a part that is drawn by itself."""
    components.print_foot("papir-link", sharing.link())
