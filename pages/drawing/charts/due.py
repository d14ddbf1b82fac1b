"""What is due: a line for each thing with a sign at its last day, how it stands, and what it became, on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.drawing.charts import template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain
from pages.drawing.charts.squares import Look, legend
from pages.style import theme

_LINE = 1.42
"""The height of a line in letters' sizes."""
_SIGN = 1.15
"""The side of a sign's square in letters' sizes."""
_ABOVE = 2.4
"""The same where the name stands above its marks, on a phone."""
_HEAD = 1.5
"""Room for the day's name above the lines, in letters' sizes."""
_FOOT = 18
"""Pixels below the lines, where the picture's own button stands."""
_SCALE, _LOOKS = 1.8, 1.6
"""Room above the picture for the years, and for each line of what the looks mean, in letters' sizes."""
_YEARS = 9
"""So many years have room for their names below a picture on a phone; of more, every other is named."""


def due(
    points: pd.DataFrame,
    looks: Mapping[str, Look],
    *,
    id: str,
    name: str,
    who: str | None,
    first: str,
    last: str,
    became: str,
    look: str,
    told: str,
    day: date,
    called: str,
    alt: str,
    twin: Twin,
    narrow: bool = False,
) -> Chart:
    """
    Return a line for each of the points, in their order from the top, with a square at the day that `last` has.

    `first` and `last` are the first and the last day that the deadline can mean: what lies between is a faint line.
    From the deadline a line goes to the day that `became` has, where it has one. `look` is one of the `looks`, whose
    colour and sign the square has; `name` stands beside it, with `who` where there is room for that too, and `told` is
    said of it when it is pointed at. `day` is marked through all of it; `called` is what it is. A `narrow` picture has
    the names above the marks, where a phone has room for them. Raises ValueError for a look that is none, and without
    points.
    """
    if unknown := set(points[look]) - set(looks):
        raise ValueError(f"What is due has looks that are none: {sorted(unknown)}.")
    if points.empty:
        raise ValueError("There is nothing due.")
    size = template.letter()
    rows = points.to_dict("records")
    low, high = _ends(points, first, last, became, day)
    used = {key: of for key, of in looks.items() if (points[look] == key).any()}
    line = (_ABOVE if narrow else _LINE) * size
    top = MARGIN + (_SCALE + _LOOKS * (len(used) if narrow else 1)) * size
    picture = line * len(rows) + _HEAD * size
    height = round(picture + top + MARGIN + _FOOT)
    head, down = -_HEAD * size / line, 0.7 if narrow else 0.5
    middle = (low + high) / 2
    return Chart(
        figure(
            [
                *_lines(rows, looks, down, first=first, last=last, became=became, look=look),
                *(
                    _signs(points, key, of, size, down, id=id, last=last, look=look, told=told)
                    for key, of in used.items()
                ),
                *(legend(of, size) for of in used.values()),
            ],
            {
                "font": {"size": size},
                "showlegend": True,
                "legend": template.legend(size) | {"y": 1 + _SCALE * size / picture, "itemwidth": 30},
                "margin": {"l": MARGIN, "r": MARGIN, "t": top, "b": MARGIN + _FOOT},
                "xaxis": {"range": [low, high], "side": "top", "showgrid": True, **_years(low, high)},
                "yaxis": {"range": [len(rows), head], "visible": False},
                "shapes": [
                    {
                        "type": "line",
                        "x0": day.toordinal(),
                        "x1": day.toordinal(),
                        "y0": head,
                        "y1": len(rows),
                        "line": {"color": template.ink_of_text(), "width": 1.5, "dash": "dot"},
                        "layer": "below",
                    }
                ],
                "annotations": [
                    _beside(plain(called), day.toordinal(), head / 2, 4, right=day.toordinal() <= middle),
                    *(
                        _above(str(row[name]), place)
                        if narrow
                        else _named(row, place, name, who, (first, last, became), middle, round(0.5 * _SIGN * size) + 5)
                        for place, row in enumerate(rows)
                    ),
                ],
            },
            height,
        ),
        height,
        alt,
        twin,
    )


def _day(value: Any) -> int | None:
    return None if pd.isna(value) else int(pd.Timestamp(value).toordinal())


def _ends(points: pd.DataFrame, first: str, last: str, became: str, day: date) -> tuple[int, int]:
    """The first day of the first year, and the last of the last, that anything is in."""
    days = [pd.Timestamp(each).date() for each in points[[first, last, became]].to_numpy().ravel() if pd.notna(each)]
    years = [each.year for each in (*days, day)]
    return date(min(years), 1, 1).toordinal(), date(max(years) + 1, 1, 1).toordinal()


def _years(low: int, high: int) -> dict[str, Any]:
    years = range(date.fromordinal(low).year, date.fromordinal(high).year)
    step = 1 if len(years) <= _YEARS else 2
    return {
        "tickvals": [date(year, 1, 1).toordinal() for year in years],
        "ticktext": [str(year) if not (year - years[0]) % step else "" for year in years],
        "ticklabelposition": "outside right",
        "ticklabelstandoff": 2,
    }


def _lines(
    rows: Sequence[Mapping[Any, Any]],
    looks: Mapping[str, Look],
    down: float,
    *,
    first: str,
    last: str,
    became: str,
    look: str,
) -> list[go.Scatter]:
    """The time that a deadline can lie in, faint; and from it to what it became, in the colour of how it stands."""
    lines = []
    for place, row in enumerate(rows):
        colour = theme.as_in(looks[row[look]].colour, template.mode())
        since, until, then = (_day(row[of]) for of in (first, last, became))
        for start, end, width, painted in ((since, until, 6, template.faint(colour)), (until, then, 2, colour)):
            if start is not None and end is not None and start != end:
                lines.append(
                    go.Scatter(
                        x=[start, end],
                        y=[place + down] * 2,
                        mode="lines",
                        line={"color": painted, "width": width},
                        hoverinfo="skip",
                        showlegend=False,
                    )
                )
    return lines


def _signs(
    points: pd.DataFrame, key: str, of: Look, size: int, down: float, *, id: str, last: str, look: str, told: str
) -> go.Scatter:
    """The squares of what stands alike, each at its deadline."""
    places = [place for place, each in enumerate(points[look]) if each == key]
    own = points.iloc[places]
    colour = theme.as_in(of.colour, template.mode())
    ink = theme.as_in(theme.on(of.colour), template.mode())
    return go.Scatter(
        x=[_day(each) for each in own[last]],
        y=[place + down for place in places],
        mode="markers+text",
        marker={
            "symbol": "square",
            "size": round(_SIGN * size),
            "color": colour,
            "opacity": 1,
            "line": template.edge(),
        },
        text=[f"<b>{of.sign}</b>"] * len(own),
        textfont={"size": round(0.85 * size), "color": ink},
        showlegend=False,
        customdata=[[str(known), plain(str(said))] for known, said in zip(own[id], own[told], strict=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
        cliponaxis=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": ink}},
    )


def _named(
    row: Mapping[Any, Any],
    place: int,
    name: str,
    who: str | None,
    ends: tuple[str, str, str],
    middle: float,
    aside: int,
) -> dict[str, Any]:
    """A row's name, beyond its marks on the side where there is most room for it."""
    days = [each for each in (_day(row[of]) for of in ends) if each is not None]
    right = (_day(row[ends[1]]) or 0) <= middle
    text = f"<b>{plain(str(row[name]))}</b>" + (f" {plain(str(row[who]))}" if who else "")
    return _beside(text, max(days) if right else min(days), place + 0.5, aside, right=right)


def _above(name: str, place: int) -> dict[str, Any]:
    """A row's name above its marks, from the picture's left edge."""
    return {"x": 0, "xref": "paper", "xanchor": "left", "y": place + 0.25, "yanchor": "middle", "text": plain(name)}


def _beside(text: str, at: int, down: float, aside: int, *, right: bool) -> dict[str, Any]:
    """Words beside a place, reaching into the picture, so that none runs out of it on a phone."""
    return {
        "x": at,
        "xanchor": "left" if right else "right",
        "xshift": aside if right else -aside,
        "y": down,
        "yanchor": "middle",
        "text": text,
    }
