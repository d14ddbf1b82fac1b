"""The line above a page: its title and tools; where there is room for one line only, menu and controls are folded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages import components, view
from pages.navigation import registry
from pages.style import css
from pages.view import memory, projector
from pages.view.parameters import VISNING

_FOLDS: ContextVar[list[DeltaGenerator]] = ContextVar("folds")
"""Where the line has room for the button that folds the page's controls out, for as long as it is not there."""

_PROJECTOR = f"""
<style>
@media screen and (min-width: 641px) {{
  /* Half as large again on a screen of 1080 lines, and as much of any larger one. */
  html {{ font-size: max({100 * projector.SCALE}%, calc({projector.SCALE} * 16 / 1080 * 100vh)); }}
  :root {{ --type: 1rem; --type-tal: {projector.FIGURE}rem; --linje-tal: 1.2; --lodret: baseline; --under-menuen: 0; }}
  :root {{ --bredde-tal: 7.2rem; --bredde-par: 4.4rem; --bredde-felt: 3.2rem; }}
  /* Streamlit's menu is still there, so that it keeps its own shape, and nobody sees or reaches it. */
  [data-testid="stHeader"] {{ visibility: hidden; height: 0; min-height: 0; overflow: hidden; }}
  [data-testid="stMainBlockContainer"] {{ padding: 0.3rem 1.6rem 2rem; }}
  [data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] {{ gap: 0.5rem; }}
  [data-testid="stHeading"] h1 {{ font-size: 1.1rem; font-weight: 600; padding: 0; }}
  [data-testid="stHeading"] h2 {{ font-size: 1.5rem; line-height: 1.15; padding: 0 0 0.4rem; }}
  html:not([data-foldet-ud]) [data-testid="stMain"] [data-testid="stLayoutWrapper"]:has(> [class*="st-key-filtre"]) {{
    display: none;
  }}
}}
/* A phone is not made larger; there the page's own menu serves, and the way back stands below the line. */
@media (max-width: 640px) {{
  .st-key-menu, [data-testid="stLayoutWrapper"]:has(> .st-key-menu) {{ display: none; }}
  .st-key-visning {{ position: absolute; top: 3.4rem; right: 0; }}
}}
</style>
"""

_SCREEN = """
<style>
  @media (min-width: 641px) { [data-testid="stMain"] [class*="st-key-foldeknap-"] { display: none; } }
  @media (max-width: 640px) { [data-testid="stMain"] .st-key-visning { display: none; } }
  /* A desktop's first screen is the board's: files and papers stand below the fold. */
  @media screen and (min-width: 641px) and (min-height: 1000px) {
    .st-key-tavlens-billede { min-height: calc(100vh - 15.5rem); }
  }
</style>
"""


@contextmanager
def above(title: str) -> Iterator[DeltaGenerator]:
    """Draw the line above a page, and give the place of its tools; on a projector the menu stands in it too."""
    large = projector.on_projector()
    st.html(css.beside(__file__) + (_PROJECTOR if large else _SCREEN))
    with st.container(
        horizontal=True,
        vertical_alignment="center" if large else "bottom",
        horizontal_alignment="left" if large else "distribute",
        key="linje",
    ):
        if large:
            _menu()
        st.title(title, anchor=False)
        tools = st.container(horizontal=True, vertical_alignment="center", width="content", key="redskaber")
    with tools:
        folds = st.container(width="content", key="foldeplads")
        with st.container(width="content", key="visning"):
            view.choose(VISNING, st.segmented_control, label_visibility="collapsed", required=True)
    before = _FOLDS.set([folds])
    try:
        yield tools
    finally:
        _FOLDS.reset(before)


def _menu() -> None:
    """The menu as one button, with every page in it."""
    box = st.popover("Menu", icon=":material/menu:", key="menu", on_change="rerun")
    if not box.open:
        return
    with box:
        for section, pages in registry.sections().items():
            if section:
                st.caption(section)
            for page in pages:
                st.page_link(page.script, label=page.title, icon=page.icon)


def fold() -> None:
    """
    Draw the button that folds the page's controls out, once.

    A page whose controls stand in a fragment calls it first: what a fragment draws elsewhere, its next run clears.
    """
    for free in _FOLDS.get([])[:]:
        _FOLDS.get().remove(free)
        with free:
            components.fold_button(f"foldeknap-{memory.page() or 'overblik'}", "Valg")


@contextmanager
def filters(name: str = "filtre", vertical_alignment: Literal["top", "bottom"] = "bottom") -> Iterator[None]:
    """
    Hold a page's controls, in a row; a phone and a projector fold them away behind a button in the line above.

    `name` begins with `filtre`, and is the key of the row.
    """
    fold()
    with st.container(horizontal=True, vertical_alignment=vertical_alignment, key=name):
        yield
