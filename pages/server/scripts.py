"""
Streamlit's scripts, styles and fonts under addresses of our own: packed, in Danish, and cut to what is used.

Streamlit serves a script under a name with a hash of *its* text, to be kept for a year: a phrase that is corrected here
would never reach a browser that has been here before. So the document asks for everything below a folder whose name is
a stamp of our changes; the scripts ask each other by relative names, and follow. Nothing else is told of the folder.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from pages.server import fonts
from pages.server.parcel import KEPT, MEDIA_TYPES, Parcel
from pages.server.phrases import MARKUP, PHRASES, danish

OWN = tuple(Path(__file__).with_name(name) for name in ("historik.js", "forbindelse.js", "udgave.js", "oplaesning.js"))
"""Our own scripts, which the document asks for before Streamlit's."""
_FOLDER = re.compile(r"/da-(?P<stamp>[0-9a-f]{10})/(?P<name>[\w./-]+)")


def static() -> Path:
    """Return the folder of the installed Streamlit that is served as `/static`, with its scripts in `js`."""
    return Path(file_util.get_static_dir()) / "static"


def document() -> bytes:
    """Return the installed Streamlit's document."""
    return (static().parent / "index.html").read_bytes()


@cache
def stamp() -> str:
    """Return the hash of all that is changed in what Streamlit serves."""
    changes = json.dumps([PHRASES, MARKUP], ensure_ascii=False) + "".join(
        file.read_text(encoding="utf-8") for file in OWN
    )
    cut = b"".join(file.read_bytes() for file in _fonts().values())
    return hashlib.sha256(changes.encode() + cut).hexdigest()[:10]


def folder() -> str:
    """Return the folder that the document asks for in place of `static`."""
    return f"da-{stamp()}"


def base() -> str:
    """Return what every address of the app begins with: "" or e.g. `/kkr`."""
    return f"/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")


@cache
def _files() -> dict[str, Path]:
    """Streamlit's files by their names below the folder, our own, and fonts as they are to be served."""
    known = {file.relative_to(static()).as_posix(): file for file in static().rglob("*") if file.suffix in MEDIA_TYPES}
    return {
        **known,
        **{file.name: file for file in OWN},
        **{f"media/{name}": file for name, file in _fonts().items()},
    }


@cache
def _fonts() -> dict[str, Path]:
    return fonts.served(static() / "media")


def _read(file: Path) -> Callable[[], bytes]:
    if file.suffix == ".js" and file.name.partition(".")[0] in {*PHRASES, *MARKUP}:
        return lambda: danish(file.name, file.read_text(encoding="utf-8")).encode()
    if file.suffix == ".css":
        return lambda: fonts.with_ranges(file.read_text(encoding="utf-8"), _fonts()).encode()
    return file.read_bytes


@cache
def _parcels() -> dict[str, Parcel]:
    return {name: Parcel(_read(file), MEDIA_TYPES[file.suffix]) for name, file in _files().items()}


class DanishScripts:
    """ASGI middleware: answer for the folder of what is packed and changed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what there is of that name, or let Streamlit answer for it."""
        path = scope["path"].removeprefix(base()) if scope["type"] == "http" else ""
        asked = _FOLDER.fullmatch(path)
        if asked is None:
            await self.app(scope, receive, send)
        elif parcel := _parcels().get(asked["name"]):
            # An open tab may ask by the stamp from before a new version was put into service: it is answered, and
            # what it gets is not kept under that name.
            await parcel.send(scope, receive, send, KEPT if asked["stamp"] == stamp() else "no-store")
        else:
            streamlits = f"{base()}/static/{asked['name']}"
            await self.app({**scope, "path": streamlits, "raw_path": streamlits.encode()}, receive, send)
