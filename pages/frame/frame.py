"""The frame around every page: title, «Del visning», projector mode, notices, and the foot."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from data import store
from data.errors import DataError
from pages import view
from pages.frame import notices
from pages.reading import queries
from pages.style import css
from pages.view import address, projector, sharing
from pages.view.kinds import Parameter
from pages.view.parameters import VISNING

ICON = f"data:image/png;base64,{b64encode((Path(__file__).parent / 'ikon.png').read_bytes()).decode()}"
"""The app's icon; as a file, Streamlit would take it away from under the browser when a run is broken off."""

_PROJECTOR = f"""
<style>
  html {{ font-size: {100 * projector.SCALE}%; }}
  /* The room is for the figures. */
  [data-testid="stMainBlockContainer"] {{ padding-top: 4.1rem; }}
  [data-testid="stHeading"] h1 {{ font-size: 1.4rem; padding: 0; }}
</style>
"""


@contextmanager
def around(page: Any, parameters: Mapping[str, Parameter[Any]], *, returned: bool) -> Iterator[None]:
    """
    Draw the frame; the page's own content comes in between. Without data, only the reason is shown.

    `parameters` are those that a link may hold; `returned` says that the back or forward button led here.
    """
    st.html(css.beside(__file__))
    try:
        queries.begin()
        queries.tables()
    except DataError as error:
        st.title("KKR Overblik")
        notices.no_data(error)
        st.stop()
    dropped = sharing.arrive(page.url_path, parameters, returned=returned)
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.title(page.title, anchor=False)
        tools = st.container(horizontal=True, vertical_alignment="center", width="content")
    with tools:
        if view.choose(VISNING, st.segmented_control, label_visibility="collapsed", required=True) == "projektor":
            st.html(_PROJECTOR)
    notices.remarks(dropped)
    notices.stale_data(store.problem())
    notices.newer_data(queries.version())
    yield
    with tools:
        sharing.popover()
    address.write()
    st.caption(
        "Tallene er mødepapirernes egne, med linje og side, når intet andet står. "
        f"Beregnede tal er mærket. Data: version {queries.version()}."
    )
