"""A file as it is sent: packed once, whole or a part, and not at all where the browser has it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Receive, Scope, Send

from pages.server.parcel import KEPT, MEDIA_TYPES, Parcel
from pages.server.scripts import static
from tests.asgi import ask

TEXT = ("Danske ord om kapacitet og ydernumre, igen og igen. " * 40).encode()


def _app(parcel: Parcel, cache_control: str = KEPT) -> Callable[..., Any]:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await parcel.send(scope, receive, send, cache_control)

    return app


def _sent(content: bytes, media_type: str = "text/css", **asked: str) -> tuple[int, dict[str, str], bytes]:
    return ask(_app(Parcel(lambda: content, media_type)), "/x", **asked)


def test_it_is_packed_for_whoever_takes_that_and_whole_for_others() -> None:
    status, headers, body = _sent(TEXT, Accept_Encoding="br, gzip;q=0.5")
    assert (status, headers["content-encoding"], headers["vary"]) == (200, "gzip", "Accept-Encoding")
    assert gzip.decompress(body) == TEXT
    assert int(headers["content-length"]) == len(body) < len(TEXT) / 10
    for accepts in ("", "br", "gzip;q=0", "identity", "*;q=0", "gzip;q=sandt"):
        status, headers, body = _sent(TEXT, Accept_Encoding=accepts)
        assert (status, body, headers["vary"]) == (200, TEXT, "Accept-Encoding")
        assert "content-encoding" not in headers


def test_what_is_packed_already_or_grows_is_sent_as_it_is() -> None:
    for content, media_type in ((TEXT, "font/woff2"), (TEXT, "image/png"), (b"x", "text/css")):
        _, headers, body = _sent(content, media_type, Accept_Encoding="gzip")
        assert body == content
        assert "content-encoding" not in headers


def test_it_is_packed_once_whoever_asks() -> None:
    read = []
    app = _app(Parcel(lambda: read.append(1) or TEXT, "text/css"))  # type: ignore[func-returns-value]
    first = ask(app, "/x", Accept_Encoding="gzip")
    number = len(read)
    assert ask(app, "/x", Accept_Encoding="gzip") == first
    assert len(read) == number


@pytest.mark.parametrize("accepts", ["gzip", ""])
def test_a_browser_that_has_it_is_told_so_and_nothing_more(accepts: str) -> None:
    app = _app(Parcel(lambda: TEXT, "text/css"), "no-cache")
    _, headers, _ = ask(app, "/x", Accept_Encoding=accepts)
    for known in (headers["etag"], f'"a", W/{headers["etag"]}', "*"):
        status, again, body = ask(app, "/x", Accept_Encoding=accepts, If_None_Match=known)
        assert (status, body) == (304, b"")
        assert (again["etag"], again["cache-control"]) == (headers["etag"], "no-cache")
    assert ask(app, "/x", If_None_Match='"et-andet"')[0] == 200


def test_the_packed_and_the_whole_are_told_apart_and_other_content_is_another() -> None:
    packed, whole, other = (
        _sent(TEXT, Accept_Encoding="gzip")[1]["etag"],
        _sent(TEXT)[1]["etag"],
        _sent(TEXT + b".")[1]["etag"],
    )
    assert len({packed, whole, other}) == 3


def test_asked_for_its_headers_alone_it_sends_no_more() -> None:
    for accepts in ("gzip", ""):
        status, headers, body = _sent(TEXT, Accept_Encoding=accepts, method="HEAD")
        assert (status, body) == (200, b"")
        _, whole, _ = _sent(TEXT, Accept_Encoding=accepts)
        assert headers == whole


def test_nothing_else_can_be_asked_of_it() -> None:
    status, headers, _ = _sent(TEXT, method="POST")
    assert (status, headers["allow"]) == (405, "GET, HEAD")


@given(content=st.binary(max_size=60), first=st.integers(0, 70), last=st.integers(0, 70), form=st.sampled_from("abc"))
def test_a_part_is_what_stands_there(content: bytes, first: int, last: int, form: str) -> None:
    asked, part = {
        "a": (f"bytes={first}-{last}", content[first : last + 1]),
        "b": (f"bytes={first}-", content[first:]),
        "c": (f"bytes=-{last}", content[max(0, len(content) - last) :] if last else b""),
    }[form]
    status, headers, body = _sent(content, Range=asked, Accept_Encoding="gzip")
    if not part:
        assert (status, headers["content-range"]) == (416, f"bytes */{len(content)}")
        return
    assert (status, body) == (206, part)
    found = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", headers["content-range"])
    assert found
    start, end, length = map(int, found.groups())
    assert content[start : end + 1] == part
    assert length == len(content)


@pytest.mark.parametrize("asked", ["bytes=0-1,4-5", "bytes=-", "lines=1-2", "bytes=a-b", f"bytes={'9' * 5000}-"])
def test_what_is_no_part_is_answered_with_all(asked: str) -> None:
    assert _sent(TEXT, Range=asked)[::2] == (200, TEXT)


def test_a_part_of_what_is_another_now_is_answered_with_all() -> None:
    mark = _sent(TEXT)[1]["etag"]
    assert _sent(TEXT, Range="bytes=0-3", If_Range=mark)[::2] == (206, TEXT[:4])
    assert _sent(TEXT, Range="bytes=0-3", If_Range='"et-andet"')[::2] == (200, TEXT)


def test_every_kind_of_file_that_streamlit_has_is_known() -> None:
    assert {file.suffix for file in static().rglob("*") if file.is_file()} <= MEDIA_TYPES.keys()
