"""Charts in one style: Danish numbers, labels at the marks, no chart junk."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

_DANISH = alt.Locale(
    number=alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["", " kr."]),
)


def styled(chart: alt.TopLevelMixin) -> alt.TopLevelMixin:
    """Return the chart with Danish numbers and the calm axes that all charts share."""
    return (
        chart.configure(locale=_DANISH)
        .configure_view(stroke=None)
        .configure_axis(  # type: ignore[attr-defined]
            domain=False, ticks=False, gridOpacity=0.4, titleFontWeight="normal"
        )
    )


def lines(points: pd.DataFrame, colours: Mapping[str, str], series: str = "speciale") -> alt.TopLevelMixin:
    """
    Return one line per series over the years, from zero, each labelled at its end.

    `points`: columns aar, vaerdi and the one that `series` names, whose values are the keys of `colours`.
    """
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
    ends = alt.Chart(last).encode(x="aar:O", y="vaerdi:Q", color=colour)
    return styled(
        base.mark_line(strokeWidth=2.5)
        + base.mark_point(filled=True, size=40, opacity=1)
        + ends.mark_text(align="left", dx=8, fontSize=13, fontWeight="bold").encode(text=f"{series}:N")
    )
