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
_PIXELS = (130, 55)
"""About how many pixels a decade of the prices and a star of the value take up."""


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
    return _styled(alt.layer(base.mark_line(strokeWidth=2.5), base.mark_point(filled=True, size=40, opacity=1), *names))


def cost_and_value(values: pd.DataFrame, *, priced: bool) -> Layers:
    """
    Return the measures by value: a number each, with the interval that its value may have.

    `values`: indsats_nr, navn, lavest, hoejest, midt (0-5), pris and its ends (mio. kr.). Those that are `priced` stand
    along a log scale; the others have a lane of their own, in the order of their numbers.
    """
    import altair as alt

    ink = _ink()
    x = (
        alt.X("pris:Q", title="Anlæg, mio. kr.", scale=alt.Scale(type="log"), axis=alt.Axis(format=",.0f", grid=False))
        if priced
        else alt.X(
            "indsats_nr:O",
            scale=alt.Scale(padding=1),
            title="Uden anlægspris",
            axis=alt.Axis(labelOpacity=0, labelAngle=0, grid=False),
        )
    )
    title = "Værdi under dine vægte" if priced else None
    value = alt.Y("lavest:Q", title=title, scale=alt.Scale(domain=[0, 5]), axis=alt.Axis(tickCount=6))
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
            base.mark_rule(strokeWidth=3, opacity=0.35, color=ink).encode(y=value, y2="hoejest:Q"),
            *([at.mark_rule(strokeWidth=3, opacity=0.35, color=ink).encode(**ends)] if priced else []),
            at.mark_circle(size=90, opacity=1, color=ink),
            *_numbered(at, values, np.log10(values["pris"]) if priced else values["indsats_nr"], ink),
        )
    )


def on_one_scale(ratings: pd.DataFrame) -> Layers:
    """
    Return the assessments of a few measures, pejlemærke by pejlemærke, on one scale of stars.

    `ratings`: indsats_nr, pejlemaerke, lav, hoej (0-5), the pejlemærker in their order. A dot, hollow where there is no
    positive effect, has the numbers of all that share it; what is not known is the line of what it can be, below.
    """
    import altair as alt

    ink, row = _ink(), 24 if view.on_projector() else 18
    places = sharing_a_place(ratings)
    rows = sorted(places["bredde"].unique())
    # The names stand above their rows, where a phone has room for them too: the offset of -1 is theirs.
    names = alt.Axis(labelAlign="left", labelPadding=0, labelOffset=-row * len(rows) / 2, labelLimit=0, grid=False)
    stars = alt.X(
        "lav:Q",
        title=None,
        scale=alt.Scale(domain=[0, 5.5]),
        axis=alt.Axis(values=list(range(6)), labelExpr="datum.value ? datum.value + ' ★' : 'ingen'"),
    )
    at = alt.Chart(places).encode(
        x=stars,
        y=alt.Y("pejlemaerke:N", sort=None, title=None, scale=alt.Scale(padding=0), axis=names),
        yOffset=alt.YOffset("bredde:N", scale=alt.Scale(domain=[-1, *rows])),
        tooltip=[alt.Tooltip("pejlemaerke:N", title="Pejlemærke"), alt.Tooltip("indsats_nr:N", title="Indsats")],
    )
    filled = alt.condition("datum.hoej > 0", alt.value(1), alt.value(0))
    dots = at.transform_filter("datum.bredde == 0").mark_point(filled=True, size=90, color=ink, stroke=ink, opacity=1)
    numbers = at.mark_text(align="left", dx=10, fontSize=_number_size(), fontWeight="bold", color=ink)
    return _styled(
        alt.layer(
            at.mark_rule(strokeWidth=3, opacity=0.35, color=ink).encode(x2="hoej:Q"),
            dots.encode(fillOpacity=filled),
            numbers.encode(x="hoej:Q", text="indsats_nr:N"),
        ).properties(height=alt.Step(row))
    )


def sharing_a_place(ratings: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each place on the scale of `on_one_scale`, with its `bredde` and the numbers that share it."""
    shared = ratings.astype({"indsats_nr": str}).groupby(["pejlemaerke", "lav", "hoej"], sort=False)["indsats_nr"]
    return shared.agg(", ".join).reset_index().assign(bredde=lambda places: places["hoej"] - places["lav"])


def _ink() -> str:
    return theme.colour("primaryColor", "dark" if st.context.theme.type == "dark" else "light")


def _number_size() -> int:
    return 16 if view.on_projector() else 12


def _numbered(at: alt.Chart, values: pd.DataFrame, along: pd.Series, ink: str) -> Iterator[alt.Chart]:
    for (right, down), own in values.groupby(number_sides(along, values["midt"])):
        numbers = at.properties(data=own).mark_text(
            fontSize=_number_size(), fontWeight="bold", color=ink, dx=right, dy=down
        )
        yield numbers.encode(text="indsats_nr:N")


def number_sides(along: pd.Series, value: pd.Series) -> pd.Series:
    """Return for each dot the first side on which its number is clear of other dots and numbers, or the clearest."""
    taken = list(np.column_stack([along, -value]) * _PIXELS)
    sides = []
    for dot in range(len(value)):
        others = np.delete(taken, dot, axis=0)
        room = {side: np.linalg.norm(others - taken[dot] - side, axis=1).min(initial=_ROOM) for side in _SIDES}
        sides.append(max(_SIDES, key=lambda side: room[side]))
        taken.append(taken[dot] + sides[-1])
    return pd.Series(sides, value.index)


def _styled(chart: Layers) -> Layers:
    import altair as alt

    danish = alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["", " kr."])
    styled: Layers = (
        chart.configure(locale=alt.Locale(number=danish))
        .configure_view(stroke=None)
        .configure_axis(domain=False, ticks=False, gridOpacity=0.4, titleFontWeight="normal")
    )
    return styled
