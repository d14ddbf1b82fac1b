"""One bar of an amount in named blocks: how much of it each thing takes, and what is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import plotly.graph_objects as go

from pages.drawing.charts import labels, template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain

_LINE = 1.6
"""The height of a name in letters' sizes."""
_BAR = (0.0, 0.16)
"""Where across the picture the bar stands; names stand to the right of it."""
_BEND, _LED, _NAMES = (0.18, 0.2), 0.215, 0.22
_LEAST = 400
"""The bar's least height in pixels."""


@dataclass(frozen=True)
class Block:
    """
    A block: what it is known by, its name, its size, and what is said when it is pointed at.

    A `faint` one is hatched and has `sign` behind its name.
    """

    id: str
    name: str
    size: float
    told: str
    faint: bool = False
    sign: str = ""


def stack(
    blocks: Sequence[Block],
    whole: float,
    *,
    left: str,
    written: Callable[[float], str],
    alt: str,
    twin: Twin,
) -> Chart:
    """
    Return a bar as tall as `whole` with the blocks from its foot up, each named beside it with a line to its place.

    What the blocks do not take is an empty frame called `left`; where they take more, a line stands at the whole.
    Raises ValueError for a block without a size.
    """
    if any(block.size <= 0 for block in blocks):
        raise ValueError("A block without a size has no place in the bar.")
    size = template.letter()
    line = round(_LINE * size)
    tops = list(accumulate((block.size for block in blocks), initial=0.0))
    filled, top = tops[-1], max(tops[-1], whole)
    height = max(template.tall(_LEAST), line * (len(blocks) + 1) + 2 * MARGIN)
    room = height - 2 * MARGIN
    free = whole - filled
    names = [
        (start + block.size / 2, f"<b>{plain(block.name)}</b> {plain(written(block.size))}{plain(block.sign)}")
        for start, block in zip(tops, blocks, strict=False)
    ]
    if free > 0:
        names.append((filled + free / 2, f"{plain(left)} {plain(written(free))}"))
    per_pixel = top / room if top else 1.0
    places = labels.apart(
        [at for at, _ in names], line * per_pixel, 0.5 * line * per_pixel, top - 0.5 * line * per_pixel
    )
    edge = template.paper()
    return Chart(
        figure(
            [
                go.Bar(
                    x=[sum(_BAR) / 2] * len(blocks),
                    y=[block.size for block in blocks],
                    base=tops[:-1],
                    width=_BAR[1] - _BAR[0],
                    marker={
                        "color": template.ink(),
                        "line": {"color": edge, "width": 1},
                        "pattern": {
                            "shape": ["/" if block.faint else "" for block in blocks],
                            "fillmode": "overlay",
                            "fgcolor": edge,
                            "fgopacity": 0.8,
                            "size": 7,
                        },
                    },
                    customdata=[[block.id, plain(block.told)] for block in blocks],
                    hovertemplate="%{customdata[1]}<extra></extra>",
                    selected={"marker": {"opacity": 1}},
                    unselected={"marker": {"opacity": 1}},
                )
            ],
            {
                "font": {"size": size},
                "barmode": "overlay",
                "margin": {"l": MARGIN, "r": MARGIN, "t": MARGIN, "b": MARGIN},
                "xaxis": {"range": [0, 1], "showticklabels": False},
                "yaxis": {"range": [0, top], "showticklabels": False},
                "shapes": [
                    *(
                        {
                            "type": "path",
                            "path": f"M {_BAR[1]} {at} L {_BEND[0]} {at} L {_BEND[1]} {place} L {_LED} {place}",
                            "line": {"color": template.grey(), "width": 1},
                        }
                        for (at, _), place in zip(names, places, strict=True)
                    ),
                    {
                        "type": "rect",
                        "x0": _BAR[0],
                        "x1": _BAR[1],
                        "y0": 0,
                        "y1": whole,
                        "line": {"color": template.ink_of_text(), "width": 1.5},
                    },
                ],
                "annotations": [
                    {"x": _NAMES, "y": place, "text": text, "xanchor": "left", "yanchor": "middle"}
                    for (_, text), place in zip(names, places, strict=True)
                ],
            },
            height,
        ),
        height,
        alt,
        twin,
    )
