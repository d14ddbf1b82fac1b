"""What is answered where a request is not: one Danish sentence, and nothing of the request in it."""

from __future__ import annotations

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from pages.server.security import HEADERS

NOTHING_HERE = "Der er intet på den adresse."
_WORDS = {
    HTTPStatus.NOT_FOUND: NOTHING_HERE,
    HTTPStatus.METHOD_NOT_ALLOWED: "Det kan ikke gøres på den adresse.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Filen er for stor.",
}
_OTHERWISE = "Serveren kunne ikke bruge det, der blev sendt."
FAILED = "Serveren kunne ikke svare. Prøv igen om lidt."


async def refuse(status: HTTPStatus, sentence: str, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request, or the wish for a WebSocket, with the sentence; what was sent with it is not read."""
    answer = sentence_of(status, sentence)
    if scope["type"] == "websocket":
        # The server's own headers are not on an answer in a socket's place.
        answer.headers.update(HEADERS)
        await WebSocket(scope, receive, send).send_denial_response(answer)
    else:
        # Else what is still on its way would be read to the end.
        answer.headers["Connection"] = "close"
        await answer(scope, receive, send)


def sentence_of(status: HTTPStatus, sentence: str) -> Response:
    """Return an answer of one sentence that nobody keeps."""
    return PlainTextResponse(f"{sentence}\n", status, headers={"Cache-Control": "no-store"})


async def worded(request: Request, error: Exception) -> Response:
    """Answer what Streamlit refuses, in Danish."""
    assert isinstance(error, HTTPException)
    answer = sentence_of(HTTPStatus(error.status_code), _WORDS.get(HTTPStatus(error.status_code), _OTHERWISE))
    answer.headers.update(error.headers or {})
    return answer


async def failed(request: Request, error: Exception) -> Response:
    """Answer where the server itself fails: its log has the rest."""
    return sentence_of(HTTPStatus.INTERNAL_SERVER_ERROR, FAILED)
