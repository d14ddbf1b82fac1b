"""The frame around every page: title, «Del visning», projector mode, notices, and the foot."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from data.errors import DataError
from pages import components, view
from pages.components import landkort
from pages.frame import entrance, line, notices, paper
from pages.navigation import registry
from pages.reading import clock, queries
from pages.style import css
from pages.view import address, egen, sharing
from pages.view.kinds import Parameter

ICON = f"data:image/png;base64,{b64encode((Path(__file__).parent / 'ikon.png').read_bytes()).decode()}"
"""The app's icon; as a file, Streamlit would take it away from under the browser when a run is broken off."""


@contextmanager
def around(page: registry.Page, parameters: Mapping[str, Parameter[Any]], *, returned: bool) -> Iterator[None]:
    """
    Draw the frame; the page's own content comes in between. Without data, only the reason is shown.

    `parameters` are those that a link may hold; `returned` says that the back or forward button led here.
    """
    landkort.begin()
    st.html(css.beside(__file__) + paper.style())
    entrance.bar()
    try:
        queries.begin()
        queries.tables()
    except DataError as error:
        st.title("KKR Overblik")
        notices.no_data(error)
        st.stop()
    dropped = sharing.arrive(page.address, parameters, returned=returned)
    with line.above(page.title) as tools:
        notices.remarks("link", dropped)
        notices.stale_data(queries.trouble())
        notices.newer_data(queries.version())
        notices.wrong_clock(clock.is_wrong())
        yield
    with tools:
        egen.offer()
        sharing.popover()
        paper.button()
        components.keep_in_touch("forbindelse")
    address.write()
    _foot(page)


def _foot(below: registry.Page) -> None:
    """What stands below every page: where its figures come from, and the pages that stand in no menu."""
    told = [
        egen.together(below.parts),
        "" if view.on_projector() else "Tallene er papirernes egne; beregnede er mærket.",
        f"Data: version {queries.version()}.",
    ]
    with st.container(horizontal=True, vertical_alignment="center", key="foden"):
        st.caption(" ".join(filter(None, told)), width="content")
        if not view.on_projector():
            for page in registry.foot():
                st.page_link(page.script, label=page.title)
            entrance.offer()
