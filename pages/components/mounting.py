"""How a component comes onto the page: its script and style are fetched, tried again, and cleaned up after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from pages.components import assets

MOUNTED: dict[str, str] = {}
"""What each component draws in, by its folder's name."""

_LOADER = Path(__file__).with_name("mounting.js").read_text(encoding="utf-8")


def loader(name: str) -> str:
    """Return the script that Streamlit runs for a component: it fetches `<name>.js` and `<name>.css`."""
    return _LOADER.replace("STYLE", assets.address(f"{name}.css")).replace("SCRIPT", assets.address(f"{name}.js"))


def mount(name: str, html: str) -> Callable[..., Any]:
    """Return a component by its folder's name: `<name>/<name>.js` draws in `html`, styled by `<name>/<name>.css`."""
    frame = f'<style></style><div class="ikke-hentet" role="alert" hidden></div>{html}'
    MOUNTED[name] = frame
    return st.components.v2.component(f"kkr-{name}", html=frame, js=loader(name))
