"""Lorenz curves: how much of a whole the worst served part of all has, against the line where all have the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dansk import maengde, tal
from pages.components import Cell, Column, Row
from pages.drawing.charts import template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain
from pages.drawing.charts.curve import Curve

_ALL = 100
_TICKS = (0, 25, 50, 75, 100)


def lorenz(
    points: pd.DataFrame,
    of: Sequence[Curve],
    names: Mapping[str, str],
    *,
    people: str,
    shared: str,
    alt: str,
    height: int,
) -> Chart:
    """
    Return a Lorenz curve for each of `of`, and the straight line where everybody has as much.

    `points`: columns serie (the curve's id), navn (whose share is added, as `names` calls it, "" where a curve begins),
    borgere_pct and kapacitet_pct, the shares so far in per cent. `people` and `shared` are what they are shares of.
    """
    size, height = template.letter(), template.tall(height)
    equal = go.Scatter(
        x=[0, _ALL], y=[0, _ALL], mode="lines", line={"color": template.grey(), "width": 1}, hoverinfo="skip"
    )
    return Chart(
        figure(
            [equal, *(_line(curve, points[points["serie"] == curve.id], names) for curve in of)],
            {
                "font": {"size": size},
                "margin": {"l": 4 * size, "r": MARGIN + 2 * size, "t": MARGIN, "b": MARGIN + 3 * size},
                "xaxis": {**_axis(), "title": {"text": f"{people}, de ringest dækkede først", "standoff": 4}},
                "yaxis": {**_axis(), "title": {"text": shared, "standoff": 4}, "showgrid": True},
                "annotations": [
                    {"x": 70, "y": 70, "xanchor": "right", "yanchor": "bottom", "text": "helt lige "},
                    *(_name(curve, points[points["serie"] == curve.id]) for curve in of),
                ],
            },
            height,
        ),
        height,
        alt,
        _twin(points, of, names, people, shared),
    )


def _axis() -> dict[str, object]:
    return {
        "range": [0, _ALL],
        "tickvals": list(_TICKS),
        "ticktext": [maengde.quantity(each, "pct") for each in _TICKS],
    }


def _line(curve: Curve, points: pd.DataFrame, names: Mapping[str, str]) -> go.Scatter:
    colour = template.as_now(curve.colour)
    shares = points[["navn", "borgere_pct", "kapacitet_pct"]].itertuples(index=False)
    return go.Scatter(
        x=points["borgere_pct"].tolist(),
        y=points["kapacitet_pct"].tolist(),
        name=curve.name,
        mode="lines",
        line={"color": colour, "width": 1.5, "dash": "dot"} if curve.baseline else {"color": colour, "width": 2.5},
        text=[f"<b>{plain(curve.name)}</b><br>til og med {plain(names.get(of, ''))}" for of, _, _ in shares],
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
    )


def _name(curve: Curve, points: pd.DataFrame) -> dict[str, object]:
    """The curve's name below it, one to each side where there are two."""
    place = points.iloc[len(points) // (3 if curve.baseline else 2)]
    return {
        "x": place["borgere_pct"],
        "y": place["kapacitet_pct"],
        "xanchor": "left",
        "yanchor": "top",
        "text": f"<b>{plain(curve.name)}</b>",
        "font": {"color": template.grey() if curve.baseline else template.as_now(curve.colour)},
    }


def _twin(points: pd.DataFrame, of: Sequence[Curve], names: Mapping[str, str], people: str, shared: str) -> Twin:
    series = {curve.id: curve.name for curve in of}
    return Twin(
        (
            Column("serie", ""),
            Column("navn", "Til og med"),
            Column("borgere", people, "tal"),
            Column("kapacitet", shared, "tal"),
        ),
        tuple(
            Row(
                (
                    Cell(series[serie]),
                    Cell(names.get(navn, "–")),
                    *(Cell(maengde.quantity(share, "pct", 1), tal.rounded(share, 1)) for share in (living, given)),
                )
            )
            for serie, navn, living, given in points[["serie", "navn", "borgere_pct", "kapacitet_pct"]].itertuples(
                index=False
            )
        ),
    )
