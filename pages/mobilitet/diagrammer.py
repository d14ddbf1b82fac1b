"""The charts of the mobility measures: cost against value, and a few measures on one scale of stars."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.mobilitet.katalog import FLEST_STJERNER
from analytics.mobilitet.sammenstilling import paa_samme_plads
from pages import view
from pages.drawing import charts

_PIXELS = (130, 55)
"""About how many pixels a decade of the prices and a star of the value take up."""


def cost_and_value(values: pd.DataFrame, *, priced: bool) -> charts.Layers:
    """
    Return the measures by value: a number each, with the interval that its value may have.

    `values`: indsats_nr, navn, lavest, hoejest, midt (0-5), pris and its ends (mio. kr.). Those that are `priced` stand
    along a log scale; the others have a lane of their own, in the order of their numbers.
    """
    import altair as alt

    ink = charts.ink()
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
    value = alt.Y(
        "lavest:Q",
        title=title,
        scale=alt.Scale(domain=[0, FLEST_STJERNER]),
        axis=alt.Axis(tickCount=FLEST_STJERNER + 1),
    )
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
    return charts.styled(
        alt.layer(
            base.mark_rule(strokeWidth=3, opacity=0.35, color=ink).encode(y=value, y2="hoejest:Q"),
            *([at.mark_rule(strokeWidth=3, opacity=0.35, color=ink).encode(**ends)] if priced else []),
            at.mark_circle(size=90, opacity=1, color=ink),
            *charts.numbered(at, values, np.log10(values["pris"]) if priced else values["indsats_nr"], _PIXELS),
        )
    )


def on_one_scale(ratings: pd.DataFrame) -> charts.Layers:
    """
    Return the assessments of a few measures, pejlemærke by pejlemærke, on one scale of stars.

    `ratings`: indsats_nr, pejlemaerke, lav, hoej (0-5), the pejlemærker in their order. A dot, hollow where there is no
    positive effect, has the numbers of all that share it; what is not known is the line of what it can be, below.
    """
    import altair as alt

    ink, row = charts.ink(), 24 if view.on_projector() else 18
    places = paa_samme_plads(ratings)
    rows = sorted(places["bredde"].unique())
    # The names stand above their rows, where a phone has room for them too: the offset of -1 is theirs.
    names = alt.Axis(labelAlign="left", labelPadding=0, labelOffset=-row * len(rows) / 2, labelLimit=0, grid=False)
    stars = alt.X(
        "lav:Q",
        title=None,
        scale=alt.Scale(domain=[0, FLEST_STJERNER + 0.5]),
        axis=alt.Axis(values=list(range(FLEST_STJERNER + 1)), labelExpr="datum.value ? datum.value + ' ★' : 'ingen'"),
    )
    at = alt.Chart(places).encode(
        x=stars,
        y=alt.Y("pejlemaerke:N", sort=None, title=None, scale=alt.Scale(padding=0), axis=names),
        yOffset=alt.YOffset("bredde:N", scale=alt.Scale(domain=[-1, *rows])),
        tooltip=[alt.Tooltip("pejlemaerke:N", title="Pejlemærke"), alt.Tooltip("indsats_nr:N", title="Indsats")],
    )
    filled = alt.condition("datum.hoej > 0", alt.value(1), alt.value(0))
    dots = at.transform_filter("datum.bredde == 0").mark_point(filled=True, size=90, color=ink, stroke=ink, opacity=1)
    numbers = at.mark_text(align="left", dx=10, fontSize=charts.number_size(), fontWeight="bold", color=ink)
    return charts.styled(
        alt.layer(
            at.mark_rule(strokeWidth=3, opacity=0.35, color=ink).encode(x2="hoej:Q"),
            dots.encode(fillOpacity=filled),
            numbers.encode(x="hoej:Q", text="indsats_nr:N"),
        ).properties(height=alt.Step(row))
    )
