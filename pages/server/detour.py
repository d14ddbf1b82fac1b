"""The way out to the login service and back: to the view that one came from; what fails is said in Danish."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.access import settings
from pages.navigation.registry import PAGES
from pages.server import refusal, scripts

_OUT, _BACK, _AWAY = "auth/login", "oauth2callback", "auth/logout"
COOKIE = "kkr_tilbage"
"""Holds the view that one came from while one is at the login service."""
_MINUTES = 10
_LONGEST = 3000  # bytes of a view; a cookie may have 4096
UNREACHED = "Login-tjenesten svarer ikke. Gå tilbage til siden, og prøv igen om lidt."
FAILED = "Login lykkedes ikke. Gå tilbage til siden, og prøv igen."


class Detour:
    """ASGI middleware around Streamlit's three addresses of login, which are not there where login is off."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and see to what is answered at the addresses of login."""
        path = scope["path"].removeprefix(scripts.base()).strip("/") if scope["type"] == "http" else ""
        if path not in (_OUT, _BACK, _AWAY):
            await self.app(scope, receive, send)
        elif not settings.access().login:
            await refusal.refuse(HTTPStatus.NOT_FOUND, refusal.NOTHING_HERE, scope, receive, send)
        elif path == _OUT:
            await self._out(scope, receive, send)
        elif path == _BACK:
            await self._back(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _out(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Remember where the visitor is, on the way to the login service."""
        start, body = await _answer(self.app, scope, receive)
        if not _leads_on(start):
            await _say(HTTPStatus.BAD_GATEWAY, UNREACHED, scope, receive, send)
            return
        if view := _view(Headers(scope=scope)):
            kept = Response()
            kept.set_cookie(
                COOKIE, quote(view), _MINUTES * 60, path=scripts.base() or "/", httponly=True, samesite="lax"
            )
            MutableHeaders(raw=start["headers"]).append("set-cookie", kept.headers["set-cookie"])
        await send(start)
        await send(body)

    async def _back(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead whoever comes from the login service to where they were."""
        start, body = await _answer(self.app, scope, receive)
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        if {"code", "error"} & asked.keys() and not _is_let_in(start):
            await _say(HTTPStatus.FORBIDDEN, FAILED, scope, receive, send)
            return
        view = cookie_parser(Headers(scope=scope).get("cookie", "")).get(COOKIE, "")
        if _leads_on(start) and (there := _of_ours(unquote(view))):
            headers = MutableHeaders(raw=start["headers"])
            headers["location"] = there
            kept = Response()
            kept.delete_cookie(COOKIE, path=scripts.base() or "/", httponly=True, samesite="lax")
            headers.append("set-cookie", kept.headers["set-cookie"])
        await send(start)
        await send(body)


async def _answer(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[Message, Message]:
    """The start and the body of an answer."""
    told: list[Message] = []

    async def note(message: Message) -> None:
        told.append(message)

    await app(scope, receive, note)
    start, *rest = told
    start["headers"] = list(start["headers"])
    return start, {"type": "http.response.body", "body": b"".join(part.get("body", b"") for part in rest)}


async def _say(status: HTTPStatus, sentence: str, scope: Scope, receive: Receive, send: Send) -> None:
    await refusal.sentence_of(status, sentence)(scope, receive, send)


def _leads_on(start: Message) -> bool:
    return 300 <= int(start["status"]) < 400


def _is_let_in(start: Message) -> bool:
    """Whether an answer has the cookie of a login."""
    cookies = [value for name, value in start["headers"] if name.lower() == b"set-cookie"]
    return any(each.startswith(b"_streamlit_user=") and b"Max-Age=0" not in each for each in cookies)


def _view(headers: Headers) -> str:
    """The view that a request comes from: its address below the host, where that is one of ours."""
    try:
        came = urlsplit(headers.get("referer", ""))
    except ValueError:
        return ""
    view = f"{came.path}?{came.query}" if came.query else came.path
    return view if came.netloc == headers.get("host") and len(quote(view)) <= _LONGEST and _of_ours(view) else ""


def _of_ours(view: str) -> str:
    """An address below the host that is a page of the app; nothing else."""
    path, _, query = view.partition("?")
    base = scripts.base()
    if not view.isascii() or not view.isprintable() or path not in {f"{base}/{page.address}" for page in PAGES}:
        return ""
    return f"{path}?{query}" if query else path
