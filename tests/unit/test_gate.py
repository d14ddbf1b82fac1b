"""Who the app answers, and what it closes before anything is done about a request."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.web.server.starlette import starlette_websocket
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from data import limits
from pages.access import login, settings, visitor
from pages.server import embedding, gate, hooks, hosts, refusal, scripts, security, uploads
from pages.server.refusal import refuse
from tests.asgi import answer_of, ask, ask_for_socket
from tests.unit.test_settings import SET

UPLOAD = "/_stcore/upload_file/en/fil"
Options = Callable[..., None]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Options:
    """Run the server as somebody has set it: the names that it is told of."""

    def tell(**options: Any) -> None:
        values = {"server.allowedHosts": [], "browser.serverAddress": "localhost", "server.address": "localhost"}
        values |= {name.replace("_", "."): value for name, value in options.items()}
        monkeypatch.setattr(hosts.st, "get_option", values.__getitem__)
        monkeypatch.setattr(scripts, "base", lambda: "")

    tell()
    return tell


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for Streamlit: takes all that it is asked for."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"streamlit"})


GATE = gate.Gate(_app)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8501", "127.0.0.1", "[::1]:8501", "192.0.2.7:8501", "[2001:db8::7]", "localhost."]
)
def test_the_machines_own_names_and_numbers_are_answered(host: str, told: Options) -> None:
    assert hosts.answers_to(host)


@pytest.mark.parametrize(
    "host",
    [
        *("ond.example", "localhost.ond.example", "127.0.0.1.ond.example", "127.1", "0x7f000001", "2130706433"),
        *("localhost:8501@ond.example", "ond.example#localhost", "localhost/ond", "localhost ", " localhost", "[ond]"),
        *("", ":8501", "[::1", "localhost:999999", "løcalhost", "local\nhost", "x" * 254),
    ],
)
def test_a_name_that_nobody_told_the_server_of_is_not(host: str, told: Options) -> None:
    assert not hosts.answers_to(host)


def test_a_name_is_told_in_one_of_three_places(told: Options) -> None:
    told(browser_serverAddress="KKR.example.dk", server_address="server7")
    assert hosts.answers_to("kkr.example.dk:8501") and hosts.answers_to("server7")
    assert not hosts.answers_to("www.kkr.example.dk")
    told(server_allowedHosts=["kkr.example.dk", "*.kommune.example"])
    assert hosts.answers_to("kkr.example.dk") and hosts.answers_to("a.kommune.example")
    assert not hosts.answers_to("kommune.example")
    assert not hosts.answers_to("192.0.2.7"), "Where some are named, it is those alone."
    assert hosts.answers_to("127.0.0.1"), "The machine must be able to ask itself whether it is well."
    told(server_allowedHosts=["*"])
    assert hosts.answers_to("ond.example")


@pytest.mark.parametrize("asked", [ask, ask_for_socket])
def test_who_asks_by_another_name_is_told_in_one_sentence(asked: Callable[..., Any], told: Options) -> None:
    for headers in ({"Host": "ond.example"}, {"Host": ""}):
        status, found, body = asked(GATE, "/", **headers)
        assert (status, body.decode()) == (421, f"{gate.UNKNOWN_NAME}\n")
        assert found["cache-control"] == "no-store"
    assert asked(GATE, "/")[0] in (200, 101)


def test_two_names_are_none(told: Options) -> None:
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"host", b"localhost"), (b"host", b"ond")]}
    assert answer_of(GATE, scope)[0] == 421


@pytest.mark.parametrize(
    "path", ["metrics", "metrics/", "agent/interact", "agent/mcp", "agent/openapi.json", "/metrics", "metrics?x=1"]
)
def test_how_the_server_stands_and_its_second_way_in_are_closed(path: str, told: Options) -> None:
    status, _, body = ask(GATE, f"/_stcore/{path}".partition("?")[0])
    assert (status, body.decode()) == (404, f"{refusal.NOTHING_HERE}\n")


def test_they_are_closed_below_an_address_of_others_too(told: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "base", lambda: "/kkr")
    assert ask(GATE, "/kkr/_stcore/metrics")[0] == 404
    assert ask(GATE, "/kkr/_stcore/health")[0] == 200


def test_a_socket_that_streamlit_refuses_is_refused_in_danish(told: Options) -> None:
    async def refusing(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.close", "code": 1008})

    status, found, body = ask_for_socket(gate.Gate(refusing), "/_stcore/stream", Origin="http://ond.example")
    assert (status, body.decode()) == (403, f"{gate.NOT_FROM_THERE}\n")
    assert security.HEADERS.items() <= {name.title(): value for name, value in found.items()}.items()


def test_a_socket_where_files_come_in_is_no_upload(told: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refusing(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.close", "code": 1008})

    monkeypatch.setenv(settings.ENVIRONMENT, settings.OWN_MACHINE)
    assert ask_for_socket(gate.Gate(refusing), UPLOAD)[0] == 403


def test_a_page_may_talk_with_its_own_server_alone() -> None:
    policy = dict(part.split(" ", 1) for part in security.HEADERS["Content-Security-Policy"].split("; "))
    assert policy["connect-src"] == policy["form-action"] == policy["base-uri"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert not [
        name for name, sources in policy.items() if {"*", "ws:", "wss:", "http:", "https:"} & {*sources.split()}
    ]


def test_nobody_may_show_the_app_in_a_frame_until_hosts_are_named() -> None:
    assert security.headers()["X-Frame-Options"] == "DENY"
    named = security.headers(embedding.named("www.kommunen.dk, https://intra.kommunen.dk")[0])
    assert "frame-ancestors https://www.kommunen.dk https://intra.kommunen.dk" in named["Content-Security-Policy"]
    assert "X-Frame-Options" not in named, "It can name nobody, and would refuse them all."
    assert security.headers().items() - named.items() == {
        ("X-Frame-Options", "DENY"),
        ("Content-Security-Policy", security.headers()["Content-Security-Policy"]),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        *("*", "*.dk", "'self'", "https:", "https://", "https://kommunen.dk/side", "ftp://kommunen.dk", "data:x"),
        *("https://kommunen.dk;script-src", "https://u@kommunen.dk", "https://kommunen.dk:port", "https://-x.dk"),
        *("https://*", "https://a.*.dk", "https://kommunen.dk?x", "javascript:alert(1)", "x" * 64 + ".dk"),
    ],
)
def test_what_is_no_host_lets_nobody_in_and_is_told_of_in_one_sentence(
    wrong: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(embedding.ENVIRONMENT, f"https://www.kommunen.dk {wrong}")
    assert embedding.hosts() == ["https://www.kommunen.dk"]
    embedding.tell_of_wrong_names()
    [told] = caplog.messages
    assert f"«{wrong}»" in told and told.endswith(".")


def test_hosts_that_can_be_read_are_told_of_to_nobody(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for value in ("", "  ", "https://www.kommunen.dk/", "KOMMUNEN.dk:8443,http://localhost", "https://*.kommunen.dk"):
        monkeypatch.setenv(embedding.ENVIRONMENT, value)
        embedding.tell_of_wrong_names()
    assert caplog.messages == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "GET", "POST"])
def test_where_no_page_has_a_place_for_a_file_none_comes_in(
    method: str, told: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(settings.ENVIRONMENT, raising=False)
    status, _, body = ask(GATE, UPLOAD, method)
    assert (status, body.decode()) == (403, f"{uploads.CLOSED}\n")


@pytest.fixture
def sent(told: Options, monkeypatch: pytest.MonkeyPatch) -> MemoryUploadedFileManager:
    """The files that browsers have sent to a server that is run for editing."""
    manager = MemoryUploadedFileManager("")
    monkeypatch.setenv(settings.ENVIRONMENT, settings.OWN_MACHINE)
    monkeypatch.setattr(Runtime, "instance", lambda: type("Running", (), {"uploaded_file_mgr": manager}))
    return manager


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "192.0.2.7:8501"},
        {"X_Forwarded_For": "192.0.2.7"},
        {"X_Forwarded_For": "127.0.0.1, 192.0.2.7"},
        {"Forwarded": "for=127.0.0.1;host=kkr.example.dk;proto=https"},
        {"X_Real_IP": "192.0.2.7"},
        {"Origin": "http://ond.example"},
        {"Via": "1.1 proxy"},
    ],
    ids=str,
)
def test_a_file_comes_in_from_the_machine_itself_and_from_nobody_else(
    headers: dict[str, str], sent: MemoryUploadedFileManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask(GATE, UPLOAD, "PUT", Origin="http://127.0.0.1:8501", X_Forwarded_For="127.0.0.1")[0] == 200
    assert ask(GATE, UPLOAD, "PUT", **headers)[0] == 403
    monkeypatch.setenv(settings.ENVIRONMENT, settings.OWN_CONTROL)
    settings.access.cache_clear()
    assert ask(GATE, UPLOAD, "PUT", **headers)[0] == 200
    monkeypatch.setenv(settings.ENVIRONMENT, "ja")
    settings.access.cache_clear()
    assert ask(GATE, UPLOAD, "PUT")[0] == 403


@pytest.mark.parametrize("peer", ["192.0.2.7", "172.17.0.1", "2001:db8::7", None])
def test_a_file_from_the_network_is_refused_whatever_its_headers_say(
    peer: str | None, sent: MemoryUploadedFileManager
) -> None:
    said = {"Host": "localhost:8501", "Origin": "http://localhost:8501", "X_Forwarded_For": "127.0.0.1"}
    assert ask(GATE, UPLOAD, "PUT", **said)[0] == 200
    assert ask(GATE, UPLOAD, "PUT", peer=peer, **said)[0] == 403


_OUTSIDE = "https://kkr.example.dk"


def _cookie(user: dict[str, object], secret: str = "en hemmelighed") -> str:
    said = json.dumps({"is_logged_in": True, "origin": _OUTSIDE, **user})
    return f"_streamlit_user={create_signed_value(secret, '_streamlit_user', said).decode()}"


def test_with_login_a_file_comes_in_from_the_group_alone(
    sent: MemoryUploadedFileManager, told: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(browser_serverAddress="kkr.example.dk")
    monkeypatch.setattr(starlette_websocket, "get_cookie_secret", lambda: "en hemmelighed")
    named = settings.Access(login=True, group="b", editing=settings.OWN_CONTROL)
    monkeypatch.setattr(visitor, "access", lambda: named)
    kept = {group: login.kept({"email": "a@b.dk", "groups": [group]}, named) for group in "ab"}
    old = kept["b"] | {"siden": int(time.time()) - login.HOURS * 3600}

    def status(cookie: str, origin: str = _OUTSIDE) -> int:
        return ask(GATE, UPLOAD, "PUT", Host="kkr.example.dk", Origin=origin, Cookie=cookie)[0]

    assert status(_cookie(kept["b"])) == 200
    assert status(_cookie(kept["a"])) == 403
    assert status(_cookie(old)) == 403
    assert status(_cookie(kept["b"], "en anden")) == 403
    assert status(_cookie(kept["b"]), "https://ond.example") == 403
    assert status(_cookie(kept["b"]), "") == 403
    assert status("_streamlit_user=x") == 403
    assert status("") == 403


def test_a_session_keeps_its_newest_files_alone(sent: MemoryUploadedFileManager) -> None:
    for session in ("en", "anden"):
        for number in range(6):
            sent.add_file(session, UploadedFileRec(f"{session}-{number}", "fil.csv", "text/csv", b"12345"))
    assert ask(GATE, UPLOAD, "PUT")[0] == 200
    assert {session: list(files) for session, files in sent.file_storage.items()} == {
        session: [f"{session}-{number}" for number in range(6)[-uploads.PER_SESSION :]] for session in ("en", "anden")
    }
    assert hooks.uploaded_bytes() == 2 * uploads.PER_SESSION * 5


def test_all_sessions_together_fill_no_more_than_so_much(
    sent: MemoryUploadedFileManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "ALL_BYTES", 9)
    sent.add_file("en", UploadedFileRec("a", "fil.csv", "text/csv", b"1234567890"))
    status, found, body = ask(GATE, UPLOAD, "PUT")
    assert (status, body.decode(), found["connection"]) == (503, f"{uploads.FULL}\n", "close")
    assert ask(GATE, UPLOAD, "DELETE")[0] == 200, "What is taken away makes room."


def test_few_files_are_on_their_way_in_at_once_and_none_for_long(
    sent: MemoryUploadedFileManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    within: list[int] = []

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"].endswith("fil"):
            monkeypatch.setattr(uploads, "AT_ONCE", 1)
            inner: list[Any] = []

            async def note(message: Any) -> None:
                inner.append(message)

            await way({**scope, "path": UPLOAD + "2"}, receive, note)
            within.append(inner[0]["status"])
        await asyncio.sleep(1)

    way = gate.Gate(slow)
    monkeypatch.setattr(uploads, "SECONDS", 0.05)
    status, _, body = ask(way, UPLOAD, "PUT")
    assert within == [503]
    assert (status, body.decode()) == (408, f"{uploads.SLOW}\n")


def test_no_more_is_taken_than_is_read() -> None:
    assert SET["server.maxUploadSize"] == limits.MEGABYTES
    # Twice: the letters of a pasted table may be two bytes each.
    assert SET["server.maxWidgetStateSize"] > 2 * limits.MEGABYTES


def test_only_this_machine_is_answered_until_somebody_lets_others_in() -> None:
    assert SET["server.address"] == "localhost"


async def _worded(status: int) -> bytes:
    answer = await refusal.worded(
        Request({"type": "http"}), HTTPException(status, "Something in English", {"Allow": "GET"})
    )
    assert answer.status_code == status
    assert answer.headers["Allow"] == "GET"
    return bytes(answer.body)


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 500])
def test_what_streamlit_refuses_in_english_is_said_in_danish(status: int) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        body = await _worded(status)
        assert b"English" not in body and body.endswith(b".\n")
        await refuse(refusal.HTTPStatus(status), body.decode(), scope, receive, send)

    assert ask(app, "/")[0] == status
