"""What every kind of chart hands on: the figure, its words for a screen reader, and its twin, the same as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go

from pages.components import Column, Row
from pages.drawing.charts import template

MARGIN = 8
"""Pixels between a picture and its edge, where no words stand."""


@dataclass(frozen=True, eq=False)
class Twin:
    """A table that holds every point of a chart, and what is said below it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""


def _named(point: Mapping[str, Any]) -> str:
    return str(point["customdata"][0])


@dataclass(frozen=True, eq=False)
class Chart:
    """
    A figure of some height in pixels, told in words (`alt`), and its twin.

    `chosen_by` says what a mark is known by that somebody has clicked, from what Streamlit tells of it. `cleared` draws
    the ground around the letters, where words stand among lines of their own colour.
    """

    figure: go.Figure
    height: int
    alt: str
    twin: Twin
    chosen_by: Callable[[Mapping[str, Any]], str] = _named
    cleared: bool = False


def figure(traces: Sequence[go.Scatter | go.Heatmap | go.Bar], layout: Mapping[str, Any], height: int) -> go.Figure:
    """Return a figure in the template of all charts; `height` is that of the picture in pixels."""
    return go.Figure(traces, {"template": template.template(template.mode()), "height": height, **layout})


def plain(text: str) -> str:
    """Return a text of the data as Plotly writes it out, whatever signs it has: it reads some as marks of its own."""
    return escape(text, quote=False)
