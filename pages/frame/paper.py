"""Paper: how a page is printed on A4, and the button that prints it; the foot of each sheet leads back to the view."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages import components
from pages.components import assets
from pages.view import sharing


def style() -> str:
    """Return the style for paper, as `st.html` takes it: the browser fetches the sheet once."""
    return f'<style>@import url("{assets.address("papir.css")}") print;</style>'


def hint(sentence: str) -> None:
    """Say what can be done on the screen: nobody can choose on paper."""
    with screen_only("vink"):
        st.caption(sentence)


@contextmanager
def screen_only(key: str) -> Iterator[None]:
    """Hold what a sheet of paper leaves out, since it leads somewhere or stands there otherwise."""
    with st.container(key=f"kun-skaerm-{key}"):
        yield


@contextmanager
def unfolds(key: str, heading: str, icon: str = ":material/list:") -> Iterator[None]:
    """Hold what a screen folds until somebody asks for it, and a sheet of paper has whole."""
    with st.container(key=f"ogsaa-papir-{key}"), st.expander(heading, icon=icon):
        yield


def button() -> None:
    """Show the button «Til papir»."""
    components.print_button("til-papir", "Til papir", sharing.link())


def keep_up() -> None:
    """Let the foot lead to the view as it is now, at the end of a part that is drawn by itself."""
    components.print_foot("papir-link", sharing.link())
