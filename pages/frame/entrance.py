"""The way in and out where there is a login: a button in the foot, and all that is shown where nobody reads without."""

from __future__ import annotations

import streamlit as st

from pages.access import visitor
from pages.navigation import registry
from pages.reading import markdown


def bar() -> None:
    """Show nothing but the way in to whoever may not read."""
    if visitor.may_read():
        return
    st.title(registry.SITE)
    st.write("Log ind for at se siden.")
    st.button("Log ind", on_click=st.login, type="primary", key="log-ind")
    st.stop()


def offer() -> None:
    """Offer the visitor to log in, or say who is logged in and what that gives; nothing where there is no login."""
    if not visitor.login_is_on():
        return
    standing = visitor.standing()
    if standing is None:
        st.button("Log ind", on_click=st.login, type="tertiary", key="log-ind")
        return
    st.caption(markdown.plain(standing), width="content")
    st.button("Log ud", on_click=st.logout, type="tertiary", key="log-ud")
