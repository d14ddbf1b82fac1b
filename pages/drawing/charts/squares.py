"""A square for each thing, in a row for each group of them, in the colour of how it stands and with that one's sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dansk.saetning import begun
from pages import view
from pages.drawing.charts import template
from pages.drawing.charts.chart import MARGIN, Chart, Twin, figure, plain
from pages.style import theme

_LINE = 1.4
"""The height of a line of words in letters' sizes."""
_GAP = 2
"""Pixels above and below squares."""
_SQUARE = {False: (34, 20), True: (56, 36)}
"""A square's side in pixels, in one block and where there is room for two: on a page, and on a projector."""
_FEWEST = 9
"""A row has room for so many squares at the least, so that they do not stand far apart."""
_FADED = 0.3


@dataclass(frozen=True)
class Look:
    """How things stand that are alike: in a word or two, with a sign, in a colour as the page takes it."""

    words: str
    sign: str
    colour: str


def squares(
    points: pd.DataFrame,
    looks: Mapping[str, Look],
    *,
    id: str,
    row: str,
    block: str,
    look: str,
    told: str,
    chosen: str | None,
    nothing: str,
    alt: str,
    twin: Twin,
) -> Chart:
    """
    Return a square for each of the points, in the order of the frame: its row's name above it, in its block.

    The columns are texts: `id` is what a clicked square is known by, and the same in all of its row; `row` and `block`
    are names, `look` is one of the `looks`, `told` what is said of a square when it is pointed at. The blocks' names
    stand above them, and above all what the looks mean that there are. Rows of another id than the `chosen` one fade. A
    row without points in a block says `nothing` there. Raises ValueError for a look that is none.
    """
    if unknown := set(points[look]) - set(looks):
        raise ValueError(f"Squares have looks that are none: {sorted(unknown)}.")
    size, several = template.letter(), points[block].nunique() > 1
    square = _SQUARE[view.on_projector()][several]
    names, blocks = list(dict.fromkeys(points[row])), list(dict.fromkeys(points[block]))
    widest = max(points.groupby([row, block], sort=False).size(), default=1)
    across = max(widest + 1, 1 if several else _FEWEST)
    line = round(_LINE * size)
    step = line + square + 2 * _GAP
    height = round(2 * MARGIN + 3 * line + step * len(names))
    placed = points.assign(
        _x=[
            blocks.index(of) * across + place + 0.5
            for of, place in zip(points[block], points.groupby([row, block], sort=False).cumcount(), strict=True)
        ],
        _y=[line + step * names.index(name) + line + square / 2 for name in points[row]],
    )
    return Chart(
        figure(
            [
                each
                for name, of in looks.items()
                if (points[look] == name).any()
                for each in (
                    _marks(placed[placed[look] == name], of, chosen, square, id=id, told=told),
                    legend(of, size),
                )
            ],
            {
                "font": {"size": size},
                "showlegend": True,
                "legend": template.legend(size) | {"itemwidth": 30},
                "margin": {"l": MARGIN, "r": MARGIN, "t": MARGIN + 2 * line, "b": MARGIN},
                "xaxis": {"range": [0, across * len(blocks)], "visible": False},
                "yaxis": {"range": [line + step * len(names), 0], "visible": False},
                "annotations": [
                    *(_words(blocks.index(of) * across, line / 2, f"<b>{plain(of)}</b>") for of in blocks),
                    *(_words(0, line + step * at + line / 2, plain(name)) for at, name in enumerate(names)),
                    *(
                        _words(
                            blocks.index(of) * across, line + step * at + line + square / 2, plain(nothing), grey=True
                        )
                        for of in blocks
                        for at, name in enumerate(names)
                        if not ((points[row] == name) & (points[block] == of)).any()
                    ),
                ],
            },
            height,
        ),
        height,
        alt,
        twin,
    )


def _marks(of: pd.DataFrame, look: Look, chosen: str | None, square: int, *, id: str, told: str) -> go.Scatter:
    """The squares that stand alike."""
    colour = theme.as_in(look.colour, template.mode())
    ink = theme.as_in(theme.on(look.colour), template.mode())
    faded = [chosen not in (None, each) for each in of[id]]
    return go.Scatter(
        x=of["_x"].tolist(),
        y=of["_y"].tolist(),
        mode="markers+text",
        marker={
            "symbol": "square",
            "size": square,
            "color": colour,
            "line": template.edge(),
            "opacity": [_FADED if each else 1 for each in faded],
        },
        text=[f"<b>{look.sign}</b>"] * len(of),
        textfont={"size": round(square * 0.55), "color": [template.faint(ink) if each else ink for each in faded]},
        showlegend=False,
        customdata=[[known, plain(said)] for known, said in zip(of[id], of[told], strict=True)],
        hovertemplate=f"%{{customdata[1]}}<br>{begun(plain(look.words))}<extra></extra>",
        cliponaxis=False,
        # A square that is clicked chooses its row; nothing fades by itself.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": ink}},
    )


def legend(look: Look, size: int) -> go.Scatter:
    """Return what a colour and a sign mean, as it stands above a picture."""
    return go.Scatter(
        x=[None],
        y=[None],
        name=f"{look.sign} {plain(look.words)}",
        mode="markers",
        marker={
            "symbol": "square",
            "size": size,
            "color": theme.as_in(look.colour, template.mode()),
            "line": template.edge(),
        },
    )


def _words(x: float, y: float, text: str, *, grey: bool = False) -> dict[str, Any]:
    colour = {"font": {"color": template.grey()}} if grey else {}
    return {"x": x, "y": y, "text": text, "xanchor": "left", "yanchor": "middle", **colour}
