"""What a browser says of a component, where it is of the kind that the component's own script says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

T = TypeVar("T")


def said(key: str, what: str, kind: type[T]) -> T | None:
    """
    Return what was said under a name by the component with that key; None where nothing was, or of another kind.

    Whoever writes to the socket can say anything: what is of another kind than the script's would fail far from here.
    """
    of = st.session_state.get(key)
    value = of.get(what) if isinstance(of, Mapping) else None
    return value if isinstance(value, kind) else None


def chosen(key: str) -> str:
    """Return what is chosen in the component with that key, by its id; "" is nothing."""
    return said(key, "valgt", str) or ""
