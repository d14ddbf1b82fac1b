"""The way in: who the app answers, and the addresses of Streamlit that nobody outside needs."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server import hosts, refusal, scripts
from pages.server.refusal import refuse
from pages.server.uploads import Uploads

UNKNOWN_NAME = (
    "KKR Overblik svarer ikke på det navn. Den, der driver serveren, skriver det i STREAMLIT_BROWSER_SERVER_ADDRESS."
)
NOT_FROM_THERE = "Forbindelsen kommer ikke fra en side i KKR Overblik."
_CLOSED = ("metrics", "agent")
"""Below `_stcore`: how the server stands, and the pages driven without a browser."""
_UPLOADS = "upload_file"


class Gate:
    """ASGI middleware, the outermost: refuse what is not for the app, before anything is done about it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._uploads = Uploads(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with one sentence."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        below = [part for part in scope["path"].removeprefix(scripts.base()).split("/") if part]
        part = below[1] if below[:1] == ["_stcore"] and len(below) > 1 else ""
        hosts_given = Headers(scope=scope).getlist("host")
        if len(hosts_given) != 1 or not hosts.answers_to(hosts_given[0]):
            await refuse(HTTPStatus.MISDIRECTED_REQUEST, UNKNOWN_NAME, scope, receive, send)
        elif part in _CLOSED:
            await refuse(HTTPStatus.NOT_FOUND, refusal.NOTHING_HERE, scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif part == _UPLOADS:
            await self._uploads(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Where Streamlit refuses a socket, say so in a sentence, with the headers."""
        accepted = refused = False

        async def answer(message: Message) -> None:
            nonlocal accepted, refused
            accepted = accepted or message["type"] == "websocket.accept"
            if message["type"] == "websocket.close" and not accepted:
                refused = True
                return
            await send(message)

        await self.app(scope, receive, answer)
        if refused:
            await refuse(HTTPStatus.FORBIDDEN, NOT_FROM_THERE, scope, receive, send)
