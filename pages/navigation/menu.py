"""The pages as Streamlit's menu has them."""

from __future__ import annotations

from copy import copy
from functools import cache

import streamlit as st

from pages.navigation import registry


def entries() -> dict[str, list[st.Page]]:
    """Return what Streamlit is to know of every page, by its menu; those of the foot have addresses and no menu."""
    menus = {section: [_entry(page) for page in pages] for section, pages in registry.sections().items()}
    menus[""] += [_entry(page) for page in registry.foot()]
    # Streamlit notes on an entry that it may run, once: each run has its own.
    return {section: [copy(entry) for entry in menu] for section, menu in menus.items()}


@cache
def _entry(page: registry.Page) -> st.Page:
    return st.Page(
        page.script,
        title=page.title,
        icon=page.icon,
        url_path=page.address,
        default=page is registry.OVERBLIK,
        visibility="hidden" if page.section is None else "visible",
    )
