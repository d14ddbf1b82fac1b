"""What an ASGI app answers to one request, without a server."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.types import Message, Scope

HOST = "127.0.0.1:8501"
PEER = "127.0.0.1"
"""Where a request comes from: the machine itself."""


def ask(
    app: Any, path: str, method: str = "GET", query: str = "", peer: str | None = PEER, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """
    The answer as status, headers and body; of headers `_` stands for `-`, and one that is empty is left out.

    `peer` is the address that the connection comes from; with None, the server knows none.
    """
    client = None if peer is None else (peer, 52000)
    return answer_of(app, {**_scope("http", path, query, headers), "method": method, "client": client})


def ask_for_socket(app: Any, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The answer in a WebSocket's place, as `ask` has it; status 101 where it is accepted."""
    scope = _scope("websocket", path, "", headers)
    return answer_of(app, {**scope, "extensions": {"websocket.http.response": {}}, "subprotocols": []})


def answer_of(app: Any, scope: Scope) -> tuple[int, dict[str, str], bytes]:
    """The answer to a request of that scope, without a body."""
    told: list[Message] = []

    async def receive() -> Message:
        if scope["type"] == "websocket":
            return {"type": "websocket.connect"}
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        told.append(message)

    # In a thread of its own: a browser test of the same process may have left its event loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    start, *rest = told
    if start["type"] == "websocket.accept":
        return 101, {}, b""
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], found, b"".join(message.get("body", b"") for message in rest)


def _scope(kind: str, path: str, query: str, headers: dict[str, str]) -> Scope:
    given = {"Host": HOST, **headers}
    return {
        "type": kind,
        "scheme": "http" if kind == "http" else "ws",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [
            (name.lower().replace("_", "-").encode(), value.encode()) for name, value in given.items() if value
        ],
    }
