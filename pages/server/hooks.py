"""The private names of Streamlit that the app sets or reads."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from typing import Any

import h11
import uvicorn
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import Response
from starlette.types import Scope
from streamlit import net_util
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import Runtime, app_session
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.web.server.starlette import starlette_auth_routes, starlette_websocket
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets import websockets_sansio_impl
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

from pages.access import login, settings, visitor
from pages.server import security

STREAMLIT = "1.67.0"
"""The version that everything in this package has been held against."""

WINDOW_BITS, MEMORY_LEVEL = 15, 8
"""
How far back a message is packed against what was sent before, as a power of two, and zlib's memory level.

A new picture is mostly the one before it, which is 20 to 30 kB back: uvicorn's own 12 bits see 4 kB, and a change of
measure is 10 kB on the wire; with these it is a fourth, in half the processor's time. A connection takes 256 kB for it.
"""

NOT_MADE = "Filen kunne ikke laves. Prøv igen."
RUN_OUT = "Jeres login er udløbet. Log ind igen."
"""What a button says below it of a file that does not come."""


def _packing(**_uvicorns: Any) -> ServerPerMessageDeflateFactory:
    """Pack messages with our window in place of the one that uvicorn asks for and has no option for."""
    return ServerPerMessageDeflateFactory(
        server_max_window_bits=WINDOW_BITS, compress_settings={"memLevel": MEMORY_LEVEL}
    )


read_theme = app_session._populate_theme_msg


@cache
def _theme_of(section: str) -> CustomThemeConfig:
    message = CustomThemeConfig()
    read_theme(message, section)
    return message


def kept_theme(msg: CustomThemeConfig, section: str = "theme") -> None:
    """Tell a browser the theme, as every run does; it is read from the options once, not six times a run."""
    if (kept := _theme_of(section)).ByteSize():
        msg.MergeFrom(kept)


_startup = uvicorn.Server.startup


async def _with_our_headers(server: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:
    """Start with our headers on every answer, also those that the server gives by itself, and without its own name."""
    server.config.encoded_headers = security.encoded()
    await _startup(server, sockets)


def _no_request(protocol: H11Protocol, message: str) -> None:
    """Answer what is no request at all, which no application sees, with the headers too, and in Danish."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close"), *security.encoded()]
    for event in (
        h11.Response(status_code=HTTPStatus.BAD_REQUEST, headers=headers, reason=b"Bad Request"),
        h11.Data(data="Serveren forstår ikke forespørgslen.\n".encode()),
        h11.EndOfMessage(),
    ):
        protocol.transport.write(protocol.conn.send(event) or b"")
    protocol.transport.close()


async def _with_what_is_kept(response: Response, user: Mapping[str, Any], tokens: object) -> None:
    """
    Put into the cookie of a login what is kept of it, and no token.

    Streamlit's own has every claim and both tokens: with 200 groups 40 kB, where the WebSocket takes a line of 8.
    """
    own = {name: user[name] for name in ("origin", "is_logged_in", "provider")}
    said = json.dumps(login.kept(user, settings.access()) | own)
    starlette_auth_routes._set_single_cookie(response, USER_COOKIE_NAME, said)


_file = DeferredFileHandler.handle


async def _file_for_who_may_read(
    handler: DeferredFileHandler, request: BackendOperationRequest, session_id: str
) -> BackendOperationResponse:
    """
    Make a file when its button is pressed, or have the button say in Danish why there is none.

    No run of a page comes between: a tab that is left open would give files away after its login.
    """
    if not visitor.allowed_to_read(_user_of_session(session_id)):
        return BackendOperationResponse(request_id=request.request_id, error_msg=RUN_OUT)
    answer = await _file(handler, request, session_id)
    if answer.error_msg:
        answer.error_msg = NOT_MADE
    return answer


def _user_of_session(session_id: str) -> login.User:
    """Return who has the window; empty where it is gone."""
    info = Runtime.instance()._session_mgr.get_session_info(session_id)
    return info.session._user_info if info else {}


def install() -> None:
    """Set what must be set before the first request."""
    # Streamlit takes any folder called `pages` for its old kind of app until a script has called st.navigation: the
    # very first link opened on a new server would then be «not found».
    PagesManager.uses_pages_directory = False
    # When an address that it does not know opens the app, Streamlit asks a service on the internet what the machine's
    # own address is. Nothing may leave the host: an empty answer is already here.
    net_util._external_ip = ""
    websockets_sansio_impl.ServerPerMessageDeflateFactory = _packing  # type: ignore[attr-defined, assignment]
    app_session._populate_theme_msg = kept_theme
    uvicorn.Server.startup = _with_our_headers  # type: ignore[method-assign, assignment]
    H11Protocol.send_400_response = _no_request  # type: ignore[method-assign, assignment]
    DeferredFileHandler.handle = _file_for_who_may_read  # type: ignore[method-assign, assignment]
    starlette_auth_routes._set_auth_cookie = _with_what_is_kept  # type: ignore[assignment]
    starlette_auth_routes.AUTH_COOKIE_MAX_AGE_SECONDS = login.HOURS * 3600  # type: ignore[attr-defined]


def went_back_or_forward() -> bool:
    """Say whether this run was asked for by the browser's back or forward button."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def user_of(scope: Scope) -> login.User:
    """Return who a request is from, as the signed cookie of a login has it; empty where nobody is logged in."""
    headers = Headers(scope=scope)
    cookies = cookie_parser(headers.get("cookie", ""))
    kept = starlette_websocket._get_signed_cookie_with_chunks(cookies, USER_COOKIE_NAME)
    return starlette_websocket._parse_decoded_user_cookie(kept, headers.get("origin", "")) if kept else {}


def uploaded_bytes() -> int:
    """Return how much the files that browsers have sent take up in memory, all sessions together."""
    return _uploaded()._total_bytes


def keep_uploads(most: int) -> None:
    """Keep the newest files that a browser has sent, at most so many for each session."""
    files = _uploaded()
    for session, sent in list(files.file_storage.items()):
        for file in list(sent)[:-most]:
            files.remove_file(session, file)


def _uploaded() -> MemoryUploadedFileManager:
    manager = Runtime.instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)
    return manager
