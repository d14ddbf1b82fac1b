"""
The document that every page is: Danish, with our scripts, and with what a preview of the link is to say.

Where there is no page, there is a document that says so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.navigation import addresses
from pages.navigation.registry import PAGES, Page
from pages.server import edition, moved, preview, scripts
from pages.server.parcel import Parcel

_BY_ADDRESS = {page.address: page for page in PAGES}
_UNCHANGED = ("static", "aktiver", "media", "component", "_stcore")
"""Folders below which nothing is a document."""
_TITLE = b"<title>Streamlit</title>"


class DanishDocument:
    """
    ASGI middleware: Streamlit's document in Danish on the addresses of pages, and a list of them on all others.

    Where a view has moved to another page, its old address leads there; so does a page's address with a capital letter,
    or with what a sentence has after a link.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a page's document, or pass the request on."""
        path = _below_base(scope["path"]) if scope["type"] == "http" else "static"
        first, *below = path.split("/")
        if below and first in _BY_ADDRESS and "text/html" in Headers(scope=scope).get("accept", ""):
            # Below a page the document would not find its own scripts.
            await RedirectResponse(f"{scripts.base()}/{first}")(scope, receive, send)
            return
        if not below and (there := moved.address_of(first, scope.get("query_string", b"").decode("latin-1"))):
            await RedirectResponse(f"{scripts.base()}/{there}")(scope, receive, send)
            return
        if scope["type"] == "http" and scope["path"] in (f"{scripts.base()}/{path}", scripts.base() or "/"):
            if page := _BY_ADDRESS.get(path):
                await _parcel(page, preview.origin(scope)).send(scope, receive, send, "no-cache")
                return
            if there := _meant(path):
                asked = scope.get("query_string", b"").decode("latin-1")
                query = f"?{asked}" if asked else ""
                await RedirectResponse(f"{scripts.base()}/{there}{query}")(scope, receive, send)
                return
        if first in _UNCHANGED or "." in path.rpartition("/")[2]:
            await self.app(scope, receive, send)
            return
        await self._elsewhere(path, scope, receive, send)

    async def _elsewhere(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; where the answer is Streamlit's document, answer that there is no page."""
        # Uncompressed and unconditional, so that there is a whole text to look at.
        left_out = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
        asked = {**scope, "headers": [(k, v) for k, v in scope["headers"] if k not in left_out]}
        if scope.get("method") == "HEAD":
            asked["method"] = "GET"  # whose body the server itself leaves out
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
                if message.get("more_body"):
                    return
                if _TITLE in body:
                    await HTMLResponse(no_page(path), 404, {"Cache-Control": "no-cache"})(asked, receive, send)
                    return
                await send(start)
                await send({"type": "http.response.body", "body": body})

        await self.app(asked, receive, answer)


@lru_cache(maxsize=256)
def _parcel(page: Page, origin: str) -> Parcel:
    """Return a page's document as it is sent, at an address outside: packed once."""
    return Parcel(lambda: danish(scripts.document(), preview.head(page, origin)), "text/html")


def _meant(path: str) -> str | None:
    """Return the page's address that is written with capitals, or with a sentence's signs after it; None for others."""
    written = path.casefold().rstrip(".,;:!?)]}>\"'»”’ ")
    return written if written != path and written in _BY_ADDRESS and written else None


def _below_base(path: str) -> str:
    return path.removeprefix(scripts.base()).strip("/")


def _is_html(start: Message) -> bool:
    return MutableHeaders(raw=list(start["headers"])).get("content-type", "").startswith("text/html")


def danish(document: bytes, head: str) -> bytes:
    """Return Streamlit's document in Danish, with a head of ours, asking for the changed scripts."""
    document = document.replace(b'<html lang="en">', b'<html lang="da">')
    document = document.replace(b"./static/", f"./{scripts.folder()}/".encode())
    own = "".join(f'<script src="./{scripts.folder()}/{file.name}"></script>' for file in scripts.OWN)
    document = document.replace(_TITLE, (head + edition.mark() + own).encode(), 1)
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
