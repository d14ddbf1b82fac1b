"""
Whether a file may be laid on the server, and how many lie there: none from who may add no rows.

What a browser sends stays in the server's memory until its session ends, which is minutes after the window is closed.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.access import visitor
from pages.server import hooks
from pages.server.refusal import refuse

PER_SESSION = 3
"""Files that one session may have; the oldest makes room for a new one."""
ALL_BYTES = 100_000_000
"""Of all sessions' files together."""
AT_ONCE = 4
"""Files that may be on their way in at the same time."""
SECONDS = 60.0
"""That a file may be on its way."""
CLOSED = "Her kan ikke lægges filer op."
FULL = "Der er lagt for mange filer op lige nu. Prøv igen om nogle minutter."
SLOW = "Filen var for længe undervejs. Prøv igen."


class Uploads:
    """The way in for files; `app` is who takes them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._underway = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request for the address of uploads on, or refuse it before any of it is read."""
        peer, _ = scope.get("client") or ("", 0)
        if not visitor.allowed_to_edit(hooks.user_of(scope), Headers(scope=scope).items(), peer):
            await refuse(HTTPStatus.FORBIDDEN, CLOSED, scope, receive, send)
        elif scope["method"] != "PUT":
            await self._app(scope, receive, send)
        elif self._underway >= AT_ONCE or hooks.uploaded_bytes() > ALL_BYTES:
            await refuse(HTTPStatus.SERVICE_UNAVAILABLE, FULL, scope, receive, send)
        else:
            await self._take(scope, receive, send)

    async def _take(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._underway += 1
        answered = False

        async def answer(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        try:
            async with asyncio.timeout(SECONDS):
                await self._app(scope, receive, answer)
        except TimeoutError:
            if not answered:
                await refuse(HTTPStatus.REQUEST_TIMEOUT, SLOW, scope, receive, send)
        finally:
            self._underway -= 1
            hooks.keep_uploads(PER_SESSION)
