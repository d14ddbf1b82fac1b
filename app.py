"""
The web application: `streamlit run app.py` serves it on http://localhost:8501.

Around the script `ramme.py` stands what a page cannot do itself: the database is built before the first visitor, the
document is Danish, nothing is fetched from elsewhere, the geometry has its own address, and no traceback is shown.
"""

from __future__ import annotations

import gc
import logging
import re
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import net_util
from streamlit.runtime.pages_manager import PagesManager

from pages.components import assets

_LOG = logging.getLogger("kkr")
_UNTIL_DRAWN = 5.0
"""Seconds after the start when the first page is drawn, and what takes the interpreter's time may be done."""

# What keeps a cache in Streamlit is imported in the functions below, when its runtime has started.

# Streamlit takes any folder called `pages` for its old kind of app until a script has called st.navigation: the very
# first link opened on a new server would then be «not found».
PagesManager.uses_pages_directory = False

# When an address that it does not know opens the app, Streamlit asks a service on the internet what the machine's own
# address is. Nothing may leave the host: an empty answer is already here.
net_util._external_ip = ""

_POLICY = "; ".join(
    (
        "default-src 'self'",
        # Streamlit starts with one inline script (its hash), and its components are modules it makes itself (blob:).
        "script-src 'self' blob: 'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "connect-src 'self' ws: wss:",
        "object-src 'none'",
        "base-uri 'self'",
        "frame-ancestors 'none'",
    )
)
_SECURITY = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class DanishDocument:
    """ASGI middleware: security headers on every answer, and Streamlit's English document and phrases made Danish."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and change what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        accepted = Headers(scope=scope).get("accept", "")
        if "text/html" in accepted and (page := _page_above(scope["path"])):
            await RedirectResponse(page)(scope, receive, send)
            return
        translate = _translation(scope["path"], accepted)
        if translate:
            # Uncompressed and unconditional, so that there is a whole text to change.
            keep = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
            scope = {**scope, "headers": [(k, v) for k, v in scope["headers"] if k not in keep]}
        start: Message = {}
        body = b""

        async def answer(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message["headers"]))
                headers.update(_SECURITY)
                start = {**message, "headers": headers.raw}
                start["rewrite"] = translate and headers.get("content-type", "").startswith(_TRANSLATED_TYPES)
                if not start["rewrite"]:
                    await send({k: v for k, v in start.items() if k != "rewrite"})
                return
            if not start.get("rewrite"):
                await send(message)
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            text = translate(body) if translate else body
            headers = MutableHeaders(raw=start["headers"])
            headers["content-length"] = str(len(text))
            await send({"type": "http.response.start", "status": start["status"], "headers": headers.raw})
            await send({"type": "http.response.body", "body": text})

        await self.app(scope, receive, answer)


_FOLDERS = ("/static", "/aktiver", "/media", "/component")
"""What lies below an address and is no page."""


def _page_above(path: str) -> str | None:
    """Return the page to go to from an address below one: there the document would not find its own scripts."""
    base = f"/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")
    below = re.fullmatch(r"(/[^/_.]+)/[^/].*", path.removeprefix(base))
    return None if below is None or below[1] in _FOLDERS else base + below[1]


# What of Streamlit's own interface is written in its scripts, and meets people here, in Danish.
_TRANSLATED_TYPES = ("text/html", "application/javascript", "text/javascript")
_TRANSLATED_SCRIPT = re.compile(
    r"/static/js/(index|ArrowVegaLiteChart|FileUploader|Multiselect|Selectbox|TextInput|Toolbar|utils)\.[^/]*\.js$"
)
_PHRASES = {
    "Skip to main content": "Gå til indholdet",
    "Page not found": "Siden findes ikke",
    "The page that you have requested does not seem to exist": "Der er ingen side på den adresse",
    "Running the app's main page.": "Forsiden vises i stedet.",
    "No results": "Ingen passer",
    "Select all": "Vælg alle",
    "Clear all": "Ryd alle",
    "Choose an option": "Vælg",
    "Choose options": "Vælg",
    "Drag and drop a file here": "Træk en fil hertil",
    "`Upload`": "`Vælg fil`",
    " per file`": " pr. fil`",
    "File must be ": "Filen må højst fylde ",
    " or smaller.": ".",
    "children:[`Error: `,": "children:[`Fejl: `,",
    '"aria-label":`Remove ${': '"aria-label":`Fjern ${',
    "`Show data`": "`Vis tallene`",
    "`Show chart`": "`Vis figuren`",
    "`Download as PNG`": "`Hent som PNG`",
    "label:`Fullscreen`": "label:`Fuld skærm`",
    "`Close fullscreen`": "`Luk fuld skærm`",
    '"aria-label":`Open`': '"aria-label":`Åbn`',
    '"aria-label":`Close`': '"aria-label":`Luk`',
    '"aria-label":`Clear entry`': '"aria-label":`Ryd feltet`',
    '"aria-label":`Clear value`': '"aria-label":`Ryd valget`',
    '"aria-label":`Selected values`': '"aria-label":`Valgte`',
    '"aria-label":`App pages`': '"aria-label":`Sider`',
    '"aria-label":`Sidebar`': '"aria-label":`Menu`',
    '"aria-label":`Expand sidebar`': '"aria-label":`Åbn menuen`',
    '"aria-label":`Collapse sidebar`': '"aria-label":`Luk menuen`',
    '"aria-label":`Main menu`': '"aria-label":`Hovedmenu`',
    '"aria-label":`file upload`': '"aria-label":`Vælg fil`',
    '"aria-label":`Add files`': '"aria-label":`Tilføj filer`',
}


def _translation(path: str, accepted: str) -> Callable[[bytes], bytes] | None:
    if _TRANSLATED_SCRIPT.search(path):
        return _danish_script
    return _danish_document if "text/html" in accepted else None


def _danish_script(script: bytes) -> bytes:
    for english, danish in _PHRASES.items():
        script = script.replace(english.encode(), danish.encode())
    return script


def _danish_document(document: bytes) -> bytes:
    document = document.replace(b'<html lang="en">', b'<html lang="da">')
    document = document.replace(b"<title>Streamlit</title>", b"<title>KKR Overblik</title>")
    history = f'<script src="./{assets.address("historik.js")}"></script>'
    document = document.replace(b"</title>", b"</title>" + history.encode(), 1)
    script_off = "Slå JavaScript til for at bruge KKR Overblik.".encode()
    return re.sub(rb"(<noscript>).*?(</noscript>)", rb"\1" + script_off + rb"\2", document, flags=re.S)


async def health(request: Request) -> JSONResponse:
    """Answer whether the database can be read, for whoever watches over the server."""
    from data import store

    try:
        with store.connect() as con:
            (tables,) = con.execute("SELECT count(*) FROM duckdb_tables()").fetchone() or (0,)
    except store.DataError as error:
        return JSONResponse({"status": "fejl", "besked": str(error)}, status_code=503)
    return JSONResponse({"status": "ok", "data": store.current_version(), "tabeller": tables})


async def asset(request: Request) -> Response:
    """Serve a component's script or the geometry; the address holds a hash, so the browser asks only once."""
    found = assets.find(request.path_params["navn"])
    if found is None:
        return Response(status_code=404)
    content, media_type = found
    return Response(content, media_type=media_type, headers={"Cache-Control": "public, max-age=31536000, immutable"})


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Build the database and fill the caches while the server already answers; the first page waits for no more."""
    threading.Thread(target=_warm_up, name="kkr-opvarmning", daemon=True).start()
    yield {}


def _warm_up() -> None:
    from analytics import heltal
    from pages.reading import queries

    try:
        queries.warm_up()
    except Exception as error:  # whatever it is, the pages say it in Danish; a server that does not start says nothing
        _LOG.error("Databasen kunne ikke læses ved opstart: %s", error)
    # What is read stays: kept out of the collector's way, it never again holds the interpreter for all sessions.
    gc.collect()
    gc.freeze()
    time.sleep(_UNTIL_DRAWN)
    heltal.load_solver()


def word_error(error: Exception) -> bool:
    """Show one Danish sentence in place of a traceback; the log keeps the rest."""
    from pages.frame import notices

    _LOG.error("Uventet fejl i en side", exc_info=error)
    notices.failed(error)
    return True


app = st.App(
    "ramme.py",
    middleware=[Middleware(DanishDocument)],
    routes=[Route("/sundhed", health), Route("/aktiver/{navn}", asset)],
    lifespan=lifespan,
    on_script_error=word_error,
)
