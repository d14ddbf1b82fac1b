"""Charts in one style: Danish numbers, labels at the marks, no chart junk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import streamlit as st

from pages import view
from pages.style import theme

if TYPE_CHECKING:
    import altair as alt

    Layers = alt.LayerChart | alt.FacetChart
    """What charts laid on each other are to Altair."""

_SIDES = ((13, 0), (-13, 0), (0, -13), (0, 13))
"""Where a number may stand beside its dot, in pixels right and down, the best place first."""
_ROOM = 14
"""So far from the next dot or number, in pixels, a number can be read."""


def lines(points: pd.DataFrame, colours: Mapping[str, str], series: str = "speciale") -> Layers:
    """
    Return one line per speciale over the years, from zero, each labelled at its end.

    `points`: columns aar, vaerdi and the one that `series` names, whose values are the keys of `colours`.
    """
    if st.context.theme.type == "dark":
        colours = {name: theme.lighter(colour) for name, colour in colours.items()}
    # Altair takes a second to import: only the pages that draw a chart, and then only once.
    import altair as alt

    data = points.assign(**{series: points[series].astype(str)})
    last = data[data["aar"] == data["aar"].max()]
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    colour = alt.Color(f"{series}:N", scale=scale, legend=None)
    base = alt.Chart(data).encode(
        x=alt.X("aar:O", title=None, axis=alt.Axis(labelAngle=0, grid=False)),
        y=alt.Y("vaerdi:Q", title=None, axis=alt.Axis(format=",.0f", tickCount=4), scale=alt.Scale(zero=True)),
        color=colour,
        tooltip=[
            alt.Tooltip(f"{series}:N", title=series.capitalize()),
            alt.Tooltip("aar:O", title="År"),
            alt.Tooltip("vaerdi:Q", title="Borgere pr. kapacitet", format=",.0f"),
        ],
    )
    # The higher line's name stands above its end, the lower one's below, so that near lines keep their names apart.
    ranks = last["vaerdi"].rank(method="first")
    names = [
        alt.Chart(last[ranks == rank])
        .mark_text(align="left", dx=8, dy=5 if rank == 1 else -5, fontSize=13, fontWeight="bold")
        .encode(x="aar:O", y="vaerdi:Q", color=colour, text=f"{series}:N")
        for rank in ranks
    ]
    return styled(alt.layer(base.mark_line(strokeWidth=2.5), base.mark_point(filled=True, size=40, opacity=1), *names))


def ink() -> str:
    """Return the colour of what a chart draws in one colour."""
    return theme.colour("primaryColor", "dark" if st.context.theme.type == "dark" else "light")


def number_size() -> int:
    """Return the size of the numbers beside dots."""
    return 16 if view.on_projector() else 12


def numbered(at: alt.Chart, values: pd.DataFrame, along: pd.Series, pixels: tuple[float, float]) -> Iterator[alt.Chart]:
    """
    Return the numbers of dots (`indsats_nr`), each on a side of its dot where it can be read.

    `along` is where each dot stands across, and `midt` of `values` where it stands up; `pixels` are how many one of
    each takes up, about.
    """
    for (right, down), own in values.groupby(number_sides(along, values["midt"], pixels)):
        numbers = at.properties(data=own).mark_text(
            fontSize=number_size(), fontWeight="bold", color=ink(), dx=right, dy=down
        )
        yield numbers.encode(text="indsats_nr:N")


def number_sides(along: pd.Series, value: pd.Series, pixels: tuple[float, float]) -> pd.Series:
    """Return for each dot the first side on which its number is clear of other dots and numbers, or the clearest."""
    taken = list(np.column_stack([along, -value]) * pixels)
    sides = []
    for dot in range(len(value)):
        others = np.delete(taken, dot, axis=0)
        room = {side: np.linalg.norm(others - taken[dot] - side, axis=1).min(initial=_ROOM) for side in _SIDES}
        sides.append(max(_SIDES, key=lambda side: room[side]))
        taken.append(taken[dot] + sides[-1])
    return pd.Series(sides, value.index)


def styled(chart: Layers) -> Layers:
    """Return a chart in the style of all, its figures in Danish."""
    import altair as alt

    danish = alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["", " kr."])
    found: Layers = (
        chart.configure(locale=alt.Locale(number=danish))
        .configure_view(stroke=None)
        .configure_axis(domain=False, ticks=False, gridOpacity=0.4, titleFontWeight="normal")
    )
    return found
