"""The frame around every page: title, «Del visning», projector mode, notices, and the foot."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from data import store
from pages import view
from pages.frame import notices
from pages.reading import queries
from pages.style import theme
from pages.view import address, projector, sharing
from pages.view.kinds import Parameter
from pages.view.parameters import VISNING

ICON = f"data:image/png;base64,{b64encode((Path(__file__).parent / 'ikon.png').read_bytes()).decode()}"
"""The app's icon; as a file, Streamlit would take it away from under the browser when a run is broken off."""

_STYLE = """
<style>
  [data-testid="stMarkdownContainer"] { font-variant-numeric: tabular-nums; }
  [data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] * { color: inherit; }
  [data-testid="stCaptionContainer"] { opacity: 0.84; }
  [data-testid="stButtonGroup"] [role="radiogroup"] { flex-wrap: wrap; }
  /* All that is chosen of several is seen. */
  [data-testid="stMultiSelectTagsContainer"] { flex-wrap: wrap; overflow: visible; min-width: 0; }
  [data-testid="stMultiSelectTagsContainer"] [data-tag] { max-width: 100%; }
  [data-testid="stMultiSelectTagsContainer"] [data-tag] * { color: PAPER; }
  div:has(> [data-testid="stMultiSelectTagsContainer"]) { max-height: none; }
  /* What a slider does is always in sight. */
  [data-testid="stLayoutWrapper"]:has(> .st-key-scenarie-fund) {
    position: sticky; top: 3.25rem; z-index: 3; background: PAPER; padding: 0.3rem 0;
  }
  .st-key-brudte-regler { border-left: 0.35rem solid ALARM; padding-left: 0.8rem; }
  [data-testid="stMainBlockContainer"] { max-width: 110rem; }
  /* All controls in a row are of one height. */
  [data-testid="stButtonGroup"] [role="radiogroup"] button { min-height: 2.5rem; }
  /* Links to pages begin where the text begins, and look like links. */
  [data-testid="stPageLink"] a { padding-inline: 0; background: none; }
  [data-testid="stPageLink"] a p { text-decoration: underline; text-underline-offset: 0.15em; }
  /* The line that says what is chosen is placed by itself, and what it leads to stands clear of the bar above. */
  [class*="st-key-valgtlinje-"] { position: absolute; width: 0; }
  [class*="st-key-fortalt-"] { scroll-margin-top: 4.5rem; }
  @media (min-width: 641px) { [data-testid="stElementContainer"][class*="st-key-genveje-"] { display: none; } }
  /* The arrow that opens the menu says what it opens; its name is read aloud already. */
  [data-testid="stExpandSidebarButton"] { width: auto; gap: 0.3rem; padding-inline: 0.4rem; }
  [data-testid="stExpandSidebarButton"]::after { content: "Menu" / ""; font-weight: 600; }
  @media (max-width: 640px) {
    [data-testid="stButtonGroup"] [role="radiogroup"] button { min-height: 2.75rem; }
    [data-testid="stHeading"] h2 { font-size: 1.2rem; }
    /* One theme at a time: the table above leads to each. */
    [data-testid="stLayoutWrapper"]:has(> .st-key-alle-temaer) { display: none; }
    .st-key-scenarie-fund [data-testid="stHeading"] h2 { font-size: 1.05rem; }
    .st-key-scenarie-fund [data-testid="stMarkdown"] p { font-size: 0.9rem; line-height: 1.35; }
    /* First the sliders, then what they do, and last the tools. */
    .st-key-scenarie-spalter > [data-testid="stLayoutWrapper"] > [data-testid="stHorizontalBlock"] {
      flex-direction: column; gap: 1rem;
    }
    .st-key-scenarie-spalter > * > * > [data-testid="stColumn"],
    .st-key-scenarie-spalter > * > * > [data-testid="stColumn"] > [data-testid="stVerticalBlock"] { display: contents; }
    [data-testid="stLayoutWrapper"]:has(> .st-key-scenarie-redskaber) { order: 1; }
  }
</style>
"""
_COLOURS = {"PAPER": "backgroundColor", "ALARM": "redTextColor"}
_PROJECTOR = f"""
<style>
  html {{ font-size: {100 * projector.SCALE}%; }}
  /* The room is for the figures. */
  [data-testid="stMainBlockContainer"] {{ padding-top: 4.1rem; }}
  [data-testid="stHeading"] h1 {{ font-size: 1.4rem; padding: 0; }}
</style>
"""


def _style() -> str:
    """Return the style with the theme's colours, light and dark."""
    style = _STYLE
    for name, colour in _COLOURS.items():
        style = style.replace(name, theme.paint(colour))
    return style


@contextmanager
def around(page: Any, parameters: Mapping[str, Parameter[Any]], *, returned: bool) -> Iterator[None]:
    """
    Draw the frame; the page's own content comes in between. Without data, only the reason is shown.

    `parameters` are those that a link may hold; `returned` says that the back or forward button led here.
    """
    st.html(_style())
    try:
        queries.begin()
        queries.tables()
    except queries.DataError as error:
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
