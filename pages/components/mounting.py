"""How a component comes onto the page: its script and style are fetched, tried again, and cleaned up after."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from pages.components import assets

MOUNTED: dict[str, str] = {}
"""What each component draws in, by its folder's name."""

_LOADER = Path(__file__).with_name("loader.js").read_text(encoding="utf-8")
_NOT_COME = (
    '<div class="ikke-hentet" role="alert" hidden>Denne del af siden kunne ikke hentes. '
    '<button type="button">Prøv igen</button></div>'
)


def loader(name: str) -> str:
    """
    Return the script that Streamlit runs for a component: it fetches `<name>.js` and `<name>.css`.

    Streamlit sends it with every message to every component, so it is short. Messages that come while the mounting is
    being fetched wait for it side by side, and a browser may let the later one go first: only the newest is drawn.
    Streamlit calls an outdated one too, maybe after the one that outdated it, and ends it at once: so none is called
    the newest before a moment has passed. Who leaves in that moment ends what the one before has drawn.
    """
    names = {"MOUNTING": "mounting.js", "SCRIPT": f"{name}.js", "STYLE": f"{name}.css"}
    script = _LOADER
    for place, file in names.items():
        script = script.replace(place, assets.address(file))
    return re.sub(r"\n\s*", "\n", script)


def mount(name: str, html: str) -> Callable[..., Any]:
    """Return a component by its folder's name: `<name>/<name>.js` draws in `html`, styled by `<name>/<name>.css`."""
    frame = f"<style></style>{html}{_NOT_COME}"
    MOUNTED[name] = frame
    return st.components.v2.component(f"kkr-{name}", html=frame, js=loader(name))
