"""Charts in one style: Danish numbers, labels at the marks, no chart junk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from pages.faelles import theme

if TYPE_CHECKING:
    import altair as alt


def lines(points: pd.DataFrame, colours: Mapping[str, str], series: str = "speciale") -> alt.TopLevelMixin:
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
    chart = alt.layer(base.mark_line(strokeWidth=2.5), base.mark_point(filled=True, size=40, opacity=1), *names)
    danish = alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["", " kr."])
    return (
        chart.configure(locale=alt.Locale(number=danish))
        .configure_view(stroke=None)
        .configure_axis(domain=False, ticks=False, gridOpacity=0.4, titleFontWeight="normal")
    )
