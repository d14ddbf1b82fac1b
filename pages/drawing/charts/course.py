"""Things from their first to their last: a bar for each, in parts that follow each other, each in its kind's colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dansk.saetning import begun
from pages.drawing.charts import template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain
from pages.drawing.charts.squares import Look
from pages.style import theme

_LINE = 1.45
"""The height of a line of words in letters' sizes."""
_BAR, _GAP = 1.0, 0.35
"""A bar's height, and what is below it, in letters' sizes."""
_LEAST = 0.002
"""The least part of a bar that can be seen."""


def course(
    parts: pd.DataFrame,
    looks: Mapping[str, Look],
    *,
    row: str,
    size: str,
    look: str,
    told: str,
    written: Callable[[int], str],
    alt: str,
    twin: Twin,
) -> Chart:
    """
    Return a bar for each `row`, in the order of the frame, all as long: its parts one after the other.

    `size` is a column of whole numbers, how much of it a part is; `look` is one of the `looks`, whose sign is the
    pattern of its colour; `told` is what is said of a part when it is pointed at. Above a bar stand its name and, as
    `written` says it, how much it is in all; above all what the looks mean. Raises ValueError for a part without a
    size.
    """
    if (parts[size] <= 0).any():
        raise ValueError("A part without a size has no place in its bar.")
    letter = template.letter()
    line, bar, gap = (round(of * letter) for of in (_LINE, _BAR, _GAP))
    step = line + bar + gap
    whole = parts.groupby(row, sort=False)[size].sum()
    names = [str(name) for name in whole.index]
    share = parts[size] / parts[row].map(whole)
    placed = parts.assign(
        _share=share.clip(lower=_LEAST),
        _from=share.groupby(parts[row], sort=False).cumsum() - share,
        _y=[line + step * names.index(name) + line + bar / 2 for name in parts[row]],
    )
    height = round(2 * MARGIN + 2 * line + step * len(names))
    return Chart(
        figure(
            [_bars(placed[placed[look] == name], of, bar, told) for name, of in looks.items()],
            {
                "font": {"size": letter},
                "barmode": "overlay",
                "showlegend": True,
                "legend": template.legend(letter),
                "margin": {"l": MARGIN, "r": MARGIN, "t": MARGIN + 2 * line, "b": MARGIN},
                "xaxis": {"range": [0, 1], "visible": False},
                "yaxis": {"range": [line + step * len(names), 0], "visible": False},
                "annotations": [
                    {
                        "x": 0,
                        "y": line + step * at + line / 2,
                        "text": f"{plain(name)}  <span style='color:{template.grey()}'>{plain(written(total))}</span>",
                        "xanchor": "left",
                        "yanchor": "middle",
                    }
                    for at, (name, total) in enumerate(zip(names, whole, strict=True))
                ],
            },
            height,
        ),
        height,
        alt,
        twin,
    )


def _bars(of: pd.DataFrame, look: Look, bar: int, told: str) -> go.Bar:
    """The parts that look alike, at their places in the bars."""
    marker: dict[str, Any] = {"color": theme.as_in(look.colour, template.mode()), "line": template.edge()}
    if look.sign:
        marker["pattern"] = {
            "shape": look.sign,
            "fillmode": "overlay",
            "fgcolor": template.paper(),
            "fgopacity": 0.75,
            "size": 6,
            "solidity": 0.4,
        }
    return go.Bar(
        name=plain(begun(look.words)),
        orientation="h",
        x=of["_share"].tolist(),
        base=of["_from"].tolist(),
        y=of["_y"].tolist(),
        width=bar,
        marker=marker,
        customdata=[[plain(each)] for each in of[told]],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )
