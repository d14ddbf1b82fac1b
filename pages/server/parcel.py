"""
What is sent to browsers as a file: packed once and kept, and asked for again only when it is another.

Streamlit packs what it serves anew for every request, and its own scripts not at all: 2,4 MB of the first page.
"""

from __future__ import annotations

import hashlib
import re
import threading
import zlib
from collections.abc import Callable
from functools import cached_property

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

MEDIA_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".gif": "image/gif",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
"""The types that are sent, by how a file's name ends. Those that are packed already are not packed again."""
_PACKED_ALREADY = ("image/gif", "image/png", "font/")
KEPT = "public, immutable, max-age=31536000"
"""For an address with a hash of its content: a browser asks once."""
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def _quality(accepts: str, coding: str) -> float:
    """How much a browser wants a coding, 0 being not at all; `*` stands for those that it does not name."""
    named = {}
    for each in accepts.lower().split(","):
        name, _, parameter = each.partition(";")
        value = parameter.replace(" ", "").removeprefix("q=") or "1"
        named[name.strip()] = float(value) if re.fullmatch(r"[01](\.\d{0,3})?", value) else 0.0
    return named.get(coding, named.get("*", 0.0))


class Parcel:
    """A file to be sent, which `read` reads when it is first asked for; what is packed of it stays in memory."""

    def __init__(self, read: Callable[[], bytes], media_type: str) -> None:
        self._read, self.media_type = read, media_type
        self._is_text = not media_type.startswith(_PACKED_ALREADY)
        self._one_at_a_time = threading.Lock()

    @cached_property
    def mark(self) -> str:
        """The hash of the content, which an ETag is made of."""
        return hashlib.sha256(self._read()).hexdigest()[:20]

    @cached_property
    def packed(self) -> bytes | None:
        """The content as gzip; None where that is no smaller. The same content always gives the same."""
        if not self._is_text:
            return None
        packer = zlib.compressobj(9, wbits=31)
        content = self._read()
        packed = packer.compress(content) + packer.flush()
        return packed if len(packed) < len(content) else None

    def _make(self) -> None:
        # Sixty browsers may ask at once: one packs, and the others wait for it.
        with self._one_at_a_time:
            _ = self.mark, self.packed

    async def response(self, scope: Scope, cache_control: str = KEPT) -> Response:
        """
        Return the answer to a request: packed where the browser takes that, nothing anew where it has it.

        A part of the file is a part of what it holds unpacked. What is asked for is GET or HEAD; else it is refused.
        """
        if scope["method"] not in ("GET", "HEAD"):
            return Response(status_code=405, headers={"Allow": "GET, HEAD"})
        if "packed" not in self.__dict__ or "mark" not in self.__dict__:
            await run_in_threadpool(self._make)
        asked = Headers(scope=scope)
        part = asked.get("range")
        coded = part is None and self.packed is not None and _quality(asked.get("accept-encoding", ""), "gzip") > 0
        headers = {
            "Cache-Control": cache_control,
            "ETag": f'"{self.mark}-gzip"' if coded else f'"{self.mark}"',
            **({"Vary": "Accept-Encoding"} if self._is_text else {}),
        }
        if self._is_known(asked.get("if-none-match")):
            return Response(status_code=304, headers=headers)
        headers["Accept-Ranges"] = "bytes"
        if coded and self.packed is not None:
            return self._whole(self.packed, scope, headers | {"Content-Encoding": "gzip"})
        content = await run_in_threadpool(self._read)
        if part is not None and asked.get("if-range", headers["ETag"]) == headers["ETag"]:
            return self._part(content, part, scope, headers)
        return self._whole(content, scope, headers)

    def _is_known(self, marks: str | None) -> bool:
        """Say whether the browser has the content, packed or not: it says by which marks it knows what it has."""
        if marks is None:
            return False
        known = {each.strip().removeprefix("W/").strip('"').removesuffix("-gzip") for each in marks.split(",")}
        return not known.isdisjoint({"*", self.mark})

    def _whole(self, content: bytes, scope: Scope, headers: dict[str, str], status: int = 200) -> Response:
        body = content if scope["method"] == "GET" else b""
        response = Response(body, status, headers, self.media_type)
        response.headers["Content-Length"] = str(len(content))
        return response

    def _part(self, content: bytes, asked: str, scope: Scope, headers: dict[str, str]) -> Response:
        """Return the one part that is asked for; more parts than one, or what is no part, is answered with all."""
        found = _RANGE.fullmatch(asked.replace(" ", ""))
        if found is None or found[0] == "bytes=-":
            return self._whole(content, scope, headers)
        first, last = found.groups()
        start = int(first) if first else max(0, len(content) - int(last))
        end = min(int(last), len(content) - 1) if first and last else len(content) - 1
        if start >= len(content) or (first and last and int(last) < int(first)) or (not first and int(last) == 0):
            return Response(status_code=416, headers={"Content-Range": f"bytes */{len(content)}"})
        headers = headers | {"Content-Range": f"bytes {start}-{end}/{len(content)}"}
        return self._whole(content[start : end + 1], scope, headers, 206)

    async def send(self, scope: Scope, receive: Receive, send: Send, cache_control: str = KEPT) -> None:
        """Answer a request as ASGI has it."""
        await (await self.response(scope, cache_control))(scope, receive, send)
