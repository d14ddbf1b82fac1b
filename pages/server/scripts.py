"""
Streamlit's scripts under addresses of our own, with its phrases in Danish.

Streamlit serves a script under a name with a hash of *its* text, to be kept for a year: a phrase that is corrected here
would never reach a browser that has been here before. So the document asks for everything below a folder whose name is
a stamp of our changes; the scripts ask each other by relative names, and follow. Nothing else is told of the folder.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from pages.server.phrases import PHRASES, danish

OWN = tuple(Path(__file__).with_name(name) for name in ("historik.js", "forbindelse.js"))
"""Our own scripts, which the document asks for before Streamlit's."""
_FOLDER = re.compile(r"/da-(?P<stamp>[0-9a-f]{10})/(?P<rest>(?:js/)?(?P<name>[\w.-]+\.js)|[\w./-]+)")
_KEPT = "public, immutable, max-age=31536000"


def static() -> Path:
    """Return the folder of the installed Streamlit that is served as `/static`, with its scripts in `js`."""
    return Path(file_util.get_static_dir()) / "static"


@cache
def stamp() -> str:
    """Return the hash of all that is changed in what Streamlit serves."""
    changes = json.dumps(PHRASES, ensure_ascii=False) + "".join(file.read_text(encoding="utf-8") for file in OWN)
    return hashlib.sha256(changes.encode()).hexdigest()[:10]


def folder() -> str:
    """Return the folder that the document asks for in place of `static`."""
    return f"da-{stamp()}"


def base() -> str:
    """Return what every address of the app begins with: "" or e.g. `/kkr`."""
    return f"/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")


@cache
def _script(name: str) -> bytes | None:
    """Return a script that is changed, or our own; None where Streamlit's is served as it is."""
    for own in OWN:
        if name == own.name:
            return own.read_bytes()
    file = static() / "js" / name
    if name.partition(".")[0] not in PHRASES or not file.is_file():
        return None
    return danish(name, file.read_text(encoding="utf-8")).encode()


class DanishScripts:
    """ASGI middleware: answer for the folder of changed scripts."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the changed script, or let Streamlit answer with what it has under that name."""
        path = scope["path"].removeprefix(base()) if scope["type"] == "http" else ""
        asked = _FOLDER.fullmatch(path)
        if asked is None:
            await self.app(scope, receive, send)
            return
        script = _script(asked["name"]) if asked["name"] else None
        if script is not None:
            # An open tab may ask by the stamp from before a new version was put into service: it is answered, and
            # what it gets is not kept under that name.
            kept = _KEPT if asked["stamp"] == stamp() else "no-store"
            answer = Response(script, media_type="text/javascript", headers={"Cache-Control": kept})
            await answer(scope, receive, send)
            return
        streamlits = f"{base()}/static/{asked['rest']}"
        await self.app({**scope, "path": streamlits, "raw_path": streamlits.encode()}, receive, send)
