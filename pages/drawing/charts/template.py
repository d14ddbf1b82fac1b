"""The one template of all charts: type, the colours of both themes, Danish figures and months, and quiet axes."""

from __future__ import annotations

from functools import cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dansk import dato
from pages import view
from pages.style import theme
from pages.view import projector

FONT = '"Source Sans", sans-serif'
"""The type that Streamlit brings; `display.css` gives its figures one width."""
HEADING, FOOTING = 72, 76
"""Pixels above and below the picture for title and source, which only the PNG shows: the page has them beside it."""
DATA = (*theme.SPECIALE.values(), theme.BEFORE)
"""The colours of data that are the same in every chart, as they are on a light page."""
BETTER, WORSE = theme.AROUND_AVERAGE[0], theme.AROUND_AVERAGE[-1]
"""The colours of a change, each in both themes."""
_PAINTED = (BETTER, WORSE, theme.UNKNOWN, theme.AMOUNT[1], theme.AMOUNT[-1], *theme.COMPARED)
_OWN = ("primaryColor", "backgroundColor", "textColor", "grayTextColor", "borderColor", "secondaryBackgroundColor")
_PNG_WIDTH = 960
_SIGNS_OF_A_SHORT_MONTH = 3
_WORDS = {
    "Download plot as a PNG": "Hent billedet (PNG)",
    "Preparing image - this may take a few seconds": "Billedet tegnes …",
    "Image download succeeded": "Billedet er hentet",
    "Sorry, there was a problem downloading your image!": "Billedet kunne ikke hentes",
}
"""What Plotly says of its own accord."""


def mode() -> theme.Mode:
    """Return the theme that the page is shown in."""
    return "dark" if st.context.theme.type == "dark" else "light"


def ink() -> str:
    """Return the colour of what a chart draws in one colour."""
    return theme.colour("primaryColor", mode())


def paper() -> str:
    """Return the colour of the ground."""
    return theme.colour("backgroundColor", mode())


def ink_of_text() -> str:
    """Return the colour of words that belong to the marks."""
    return theme.colour("textColor", mode())


def rule() -> str:
    """Return the colour of thin lines behind the marks."""
    return theme.colour("borderColor", mode())


def grey() -> str:
    """Return the colour of what is said beside a chart."""
    return theme.colour("grayTextColor", mode())


def as_now(of_light: str) -> str:
    """Return a colour of the light page's data as the page of now takes it."""
    if of_light in _PAINTED:
        return theme.as_in(of_light, mode())
    if of_light not in DATA:
        raise ValueError(f"{of_light} is none of the colours that charts show data in.")
    return theme.lighter(of_light) if mode() == "dark" else of_light


def for_paper() -> dict[str, str]:
    """Return the colours of a chart on a dark page, and what each is on paper."""
    own = {theme.colour(name, "dark"): theme.colour(name) for name in _OWN}
    painted = {theme.as_in(colour, "dark"): theme.as_in(colour, "light") for colour in _PAINTED}
    return own | {theme.lighter(colour): colour for colour in DATA} | painted


def faint(colour: str) -> str:
    """Return a colour a third through, for what lies behind the marks."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.35)"


def edge() -> dict[str, Any]:
    """Return the line around a square whose own colour may be nearly that of the ground."""
    return {"color": grey(), "width": 1}


def letter() -> int:
    """Return the size of a chart's letters in pixels: what stands on a projector is read from the back row."""
    return 22 if view.on_projector() else 14


def figure_letter() -> int:
    """Return the size of the figures that a chart is about, in pixels."""
    return round(letter() * projector.FIGURE) if view.on_projector() else letter()


def tall(height: int) -> int:
    """Return a picture's height on the page's screen; `height` is that of a laptop, in pixels."""
    return round(height * projector.SCALE) if view.on_projector() else height


def legend(size: int) -> dict[str, Any]:
    """Return a legend in one line above the picture, in letters of so many pixels; it says, and nothing is pressed."""
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "itemclick": False,
        "itemdoubleclick": False,
        "font": {"size": size},
    }


@cache
def template(of: theme.Mode) -> go.layout.Template:
    """Return the template in the colours of a theme."""
    text, grey, rule = (theme.colour(name, of) for name in ("textColor", "grayTextColor", "borderColor"))
    ground = theme.colour("backgroundColor", of)
    axis = {
        "showgrid": False,
        "gridcolor": rule,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": False,
        "tickangle": 0,
        "tickfont": {"color": grey},
        "title": {"font": {"color": grey}, "standoff": 6},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "color": text},
            "paper_bgcolor": ground,
            "plot_bgcolor": ground,
            "separators": ",.",
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "hoverlabel": {
                "bgcolor": theme.colour("secondaryBackgroundColor", of),
                "bordercolor": rule,
                "font": {"family": FONT, "color": text, "size": 14},
                "align": "left",
            },
            "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": grey, "activecolor": text},
            "annotationdefaults": {"showarrow": False},
            "title": {
                "x": 0,
                "xanchor": "left",
                "xref": "container",
                "y": 1,
                "yanchor": "top",
                "yref": "container",
                "pad": {"t": 28, "l": 10},
                "font": {"size": 18, "weight": 600},
            },
            "xaxis": axis,
            "yaxis": axis,
        }
    )


def config(name: str, height: int) -> dict[str, Any]:
    """Return how Plotly behaves: in Danish, with one button, which hands out a picture of that height as `name`.png."""
    return {
        "displaylogo": False,
        "displayModeBar": not view.on_projector(),
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {
            "format": "png",
            "filename": name,
            "width": _PNG_WIDTH,
            "height": height,
            "scale": 2,
        },
        "doubleClick": False,
        "showTips": False,
        "locale": "da",
        "locales": {
            "da": {
                "dictionary": _WORDS,
                "format": {
                    "months": list(dato.MONTHS),
                    "shortMonths": [month[:_SIGNS_OF_A_SHORT_MONTH] for month in dato.MONTHS],
                    "date": "%d.%m.%Y",
                },
            }
        },
    }
