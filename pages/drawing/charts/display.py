"""Showing charts: the picture in Plotly, alt text, a PNG with title and source, and the same figures one click away."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import plotly.graph_objects as go
import streamlit as st

from pages import components
from pages.drawing.charts import template
from pages.drawing.charts.chart import Chart, plain
from pages.reading import sources
from pages.style import css, theme

_CHOSEN = "_valgt_i_diagram"
_TITLE_LINE, _SOURCE_LINE, _SOURCE_LINES = 84, 145, 4
"""Letters that a line of the PNG has room for, and how many lines its source may have."""
_CLEARED = f"paint-order: stroke; stroke: {theme.paint('backgroundColor')}; stroke-width: 4px; stroke-linejoin: round;"


def show(
    key: str,
    *charts: Chart,
    title: str,
    tables: Sequence[str],
    widths: Sequence[float] = (1,),
    opens: Callable[[str], str] | None = None,
    on_choose: Callable[[str], None] | None = None,
    large: bool = False,
    narrow: Chart | None = None,
    note: str = "",
    kilder: Collection[str] = (),
) -> None:
    """
    Show charts side by side, and their twins below them, folded; `key` names the table.

    Where a chart's words need more room than a phone has, `narrow` is the same chart as it is drawn there.

    `title` and the source of `tables` are what the PNG says above and below the picture. A click on a mark leads to
    the address that `opens` gives for what it is known by, or is handed to `on_choose`; twins have the same as links,
    or a list beside the picture has it, for keys and touch. A `large` twin is sent when it is folded out. `note` is a
    reservation that must follow the picture: the PNG says it before the source. `kilder` are the documents behind it,
    where its tables are of several.
    """
    source = f"{note} {sources.line(tables, None, kilder)}".strip()
    kind = "til-" if opens or on_choose else "bred-" if narrow else ""
    names = [f"diagram-{kind}{key}-{place}" for place in range(len(charts))]
    drawn = dict(zip(names, charts, strict=True)) | ({f"diagram-smal-{key}": narrow} if narrow else {})
    st.html(_style(drawn))
    columns = st.columns(list(widths), gap="small") if len(charts) > 1 else [st.container()]
    for name, column, chart in zip(names, columns, charts, strict=True):
        with column:
            _draw(name, _titled(chart, title, source), chart, f"kkr-{key}", opens, on_choose)
    if narrow:
        _draw(f"diagram-smal-{key}", _titled(narrow, title, source), narrow, f"kkr-{key}", opens, on_choose)
    if large:
        box = st.expander("Tallene som tabel", icon=":material/table_rows:", key=f"tal-{key}", on_change="rerun")
        if not box.open:
            return
    else:
        box = st.expander("Tallene som tabel", icon=":material/table_rows:")
    with box:
        for place, twin in enumerate(dict.fromkeys(chart.twin for chart in charts)):
            components.table(f"{key}-{place}" if place else key, twin.columns, twin.rows, alt=charts[0].alt, cards=True)
            if twin.note:
                st.caption(twin.note)


def _titled(chart: Chart, title: str, source: str) -> go.Figure:
    """The figure with its title and source around it: only the PNG shows them (`display.css`)."""
    figure = go.Figure(chart.figure)
    margin = figure.layout.margin
    words = textwrap.wrap(source, _SOURCE_LINE, max_lines=_SOURCE_LINES, placeholder=" …")
    below = {
        "text": "<br>".join(map(plain, words)),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 10 - margin.l,
        "y": 0,
        "yref": "paper",
        "yanchor": "top",
        "yshift": -margin.b,
        "align": "left",
        "font": {"size": 11, "color": template.grey()},
    }
    figure.layout.annotations = (below, *figure.layout.annotations)
    return figure.update_layout(
        title={"text": "<br>".join(map(plain, textwrap.wrap(title, _TITLE_LINE)))},
        margin={"t": margin.t + template.HEADING, "b": margin.b + template.FOOTING},
        height=_height(chart),
    )


def _height(chart: Chart) -> int:
    """A chart's height in pixels, with what only the PNG shows."""
    return chart.height + template.HEADING + template.FOOTING


def _style(charts: Mapping[str, Chart]) -> str:
    """The style of all charts, and each one's height, which is kept free until the script has come."""
    sheet = css.beside(__file__).replace("HEADING", f"{template.HEADING}px").replace("FOOTING", f"{template.FOOTING}px")
    heights = (f".st-key-{key} {{ min-height: {_height(chart)}px; }}" for key, chart in charts.items())
    cleared = (f".st-key-{key} .textpoint text {{ {_CLEARED} }}" for key, chart in charts.items() if chart.cleared)
    return sheet.replace("</style>", "\n".join((*heights, *cleared, *_printed(), "</style>")))


def _printed() -> Iterator[str]:
    """The rules that give a chart drawn on a dark page its light colours on paper, which Plotly writes in each mark."""
    pairs = template.for_paper() if template.mode() == "dark" else {}
    for dark, light in pairs.items():
        written = ", ".join(str(int(dark[i : i + 2], 16)) for i in (1, 3, 5))
        for what in ("fill", "stroke"):
            mark = f'[data-testid="stPlotlyChart"] [style*="{what}: rgb({written})"]'
            yield f"@media print {{ {mark} {{ {what}: {light} !important; }} }}"
    if pairs:
        # A heat map's squares are one picture: turned over, its colours are nearly those of the light theme.
        picture = '[data-testid="stPlotlyChart"] .heatmaplayer image'
        yield f"@media print {{ {picture} {{ filter: invert(1) hue-rotate(180deg); }} }}"


def _draw(
    key: str,
    figure: go.Figure,
    chart: Chart,
    name: str,
    opens: Callable[[str], str] | None,
    on_choose: Callable[[str], None] | None,
) -> None:
    height = _height(chart)
    config = template.config(name, height)
    if opens is None and on_choose is None:
        st.plotly_chart(figure, key=key, theme=None, height=height, config=config, alt=chart.alt)
        return

    def chose() -> None:
        points = st.session_state[key].selection.points
        if on_choose is None:
            st.session_state[_CHOSEN] = chart.chosen_by(points[0]) if points else None
        elif points:
            on_choose(chart.chosen_by(points[0]))

    st.plotly_chart(
        figure,
        key=key,
        theme=None,
        height=height,
        config=config,
        alt=chart.alt,
        on_select=chose,
        selection_mode="points",
    )
    chosen = st.session_state.pop(_CHOSEN, None)
    if opens is not None and chosen is not None:
        components.depart(f"afsted-{key}", opens(chosen))
