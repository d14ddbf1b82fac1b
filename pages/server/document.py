"""The document that every page is: Danish, and with our scripts; where there is no page, one that says so."""

from __future__ import annotations

import re
from html import escape

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.navigation import addresses
from pages.navigation.registry import PAGES
from pages.server import moved, scripts

_ADDRESSES = frozenset(page.address for page in PAGES)
_UNCHANGED = ("static", "aktiver", "media", "component", "_stcore")
"""Folders below which nothing is a document."""
_TITLE = b"<title>Streamlit</title>"


class DanishDocument:
    """
    ASGI middleware: Streamlit's document in Danish on the addresses of pages, and a list of them on all others.

    Where a view has moved to another page, its old address leads there.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and change the document that comes back."""
        path = _below_base(scope["path"]) if scope["type"] == "http" else "static"
        first, *below = path.split("/")
        if below and first in _ADDRESSES and "text/html" in Headers(scope=scope).get("accept", ""):
            # Below a page the document would not find its own scripts.
            await RedirectResponse(f"{scripts.base()}/{first}")(scope, receive, send)
            return
        if not below and (there := moved.address_of(first, scope.get("query_string", b"").decode("latin-1"))):
            await RedirectResponse(f"{scripts.base()}/{there}")(scope, receive, send)
            return
        if first in _UNCHANGED or "." in path.rpartition("/")[2]:
            await self.app(scope, receive, send)
            return
        # Uncompressed and unconditional, so that there is a whole text to change.
        keep = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
        scope = {**scope, "headers": [(k, v) for k, v in scope["headers"] if k not in keep]}
        start: Message = {}
        body = b""

        async def answer(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                if not _is_html(start):
                    await send(start)
            elif not _is_html(start):
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body"):
                    await _send(start, body)

        async def _send(start: Message, body: bytes) -> None:
            if _TITLE in body and path not in _ADDRESSES:
                await HTMLResponse(no_page(path), 404, {"Cache-Control": "no-cache"})(scope, receive, send)
                return
            text = danish(body)
            headers = MutableHeaders(raw=list(start["headers"]))
            headers["content-length"] = str(len(text))
            del headers["etag"], headers["last-modified"]
            await send({**start, "headers": headers.raw})
            await send({"type": "http.response.body", "body": text})

        await self.app(scope, receive, answer)


def _below_base(path: str) -> str:
    return path.removeprefix(scripts.base()).strip("/")


def _is_html(start: Message) -> bool:
    return MutableHeaders(raw=list(start["headers"])).get("content-type", "").startswith("text/html")


def danish(document: bytes) -> bytes:
    """Return Streamlit's document in Danish, asking for the changed scripts in place of Streamlit's own."""
    document = document.replace(b'<html lang="en">', b'<html lang="da">')
    document = document.replace(b"./static/", f"./{scripts.folder()}/".encode())
    own = "".join(f'<script src="./{scripts.folder()}/{file.name}"></script>' for file in scripts.OWN)
    document = document.replace(_TITLE, b"<title>KKR Overblik</title>" + own.encode(), 1)
    script_off = "Slå JavaScript til for at bruge KKR Overblik.".encode()
    return re.sub(rb"(<noscript>).*?(</noscript>)", rb"\1" + script_off + rb"\2", document, flags=re.S)


def no_page(path: str) -> str:
    """Return the document for an address, given below the app's base, that has no page: what there is instead."""
    up = "../" * path.count("/")
    pages = "".join(
        f'<li><a href="{up}{escape(addresses.view(page))}">{escape(page.title)}</a><br>{escape(page.answers)}</li>'
        for page in PAGES
    )
    return f"""<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Siden findes ikke – KKR Overblik</title>
<style>
  :root {{ color-scheme: light dark; }}
  body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }}
  li {{ margin-bottom: 0.6rem; }}
</style>
</head>
<body>
<main>
<h1>Siden findes ikke</h1>
<p>Der er ingen side på den adresse. Linket kan være skrevet forkert. Her er alle siderne i KKR Overblik:</p>
<ul>{pages}</ul>
</main>
</body>
</html>
"""
