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
    return _styled(alt.layer(base.mark_line(strokeWidth=2.5), base.mark_point(filled=True, size=40, opacity=1), *names))


def cost_and_value(values: pd.DataFrame, *, priced: bool) -> alt.TopLevelMixin:
    """
    Return the measures by value: a number each, with the interval that its value may have.

    `values`: indsats_nr, navn, lavest, hoejest, midt (0-5), pris and its ends (mio. kr.). Those that are `priced` stand
    along a log scale; the others have a lane of their own, in the order of their numbers.
    """
    import altair as alt

    ink = theme.colour("primaryColor", "dark" if st.context.theme.type == "dark" else "light")
    x = (
        alt.X("pris:Q", title="Anlæg, mio. kr.", scale=alt.Scale(type="log"), axis=alt.Axis(format=",.0f", grid=False))
        if priced
        else alt.X("indsats_nr:O", title="Uden oplyst pris", axis=alt.Axis(labelOpacity=0, labelAngle=0, grid=False))
    )
    title = "Værdi under dine vægte" if priced else None
    value = alt.Y("lavest:Q", title=title, scale=alt.Scale(domain=[0, 5]), axis=alt.Axis(tickCount=6, labels=priced))
    base = alt.Chart(values).encode(
        x=x,
        tooltip=[
            alt.Tooltip("navn:N", title="Indsats"),
            alt.Tooltip("lavest:Q", title="Laveste værdi", format=".1f"),
            alt.Tooltip("hoejest:Q", title="Højeste værdi", format=".1f"),
        ],
    )
    at = base.encode(y="midt:Q")
    ends = {"x": "anlaeg_mio_kr_lav:Q", "x2": "anlaeg_mio_kr_hoej:Q"}
    return _styled(
        alt.layer(
            base.mark_rule(strokeWidth=3, opacity=0.45, color=ink).encode(y=value, y2="hoejest:Q"),
            *([at.mark_rule(strokeWidth=3, opacity=0.45, color=ink).encode(**ends)] if priced else []),
            at.mark_circle(size=420, opacity=1, color=ink),
            at.mark_text(fontSize=12, fontWeight="bold", color=theme.on(ink)).encode(text="indsats_nr:N"),
        )
    )


def _styled(chart: alt.TopLevelMixin) -> alt.TopLevelMixin:
    import altair as alt

    danish = alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["", " kr."])
    return (
        chart.configure(locale=alt.Locale(number=danish))
        .configure_view(stroke=None)
        .configure_axis(domain=False, ticks=False, gridOpacity=0.4, titleFontWeight="normal")
    )
