"""The way to the login service and back: to the view that one came from, and to no other place."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from starlette.types import Receive, Scope, Send

from pages.access.settings import Access
from pages.server import detour, refusal, scripts
from tests.asgi import ask

VIEW = "/vip-klima?klimatavle=maal&dato=2024-04-19&v=1.x~%C3%A6"
IN = (b"set-cookie", b"_streamlit_user=abc; HttpOnly; Max-Age=43200; Path=/; SameSite=lax")
OUT = (b"set-cookie", b'_streamlit_user=""; expires=x; Max-Age=0; Path=/; SameSite=lax')


@pytest.fixture(autouse=True)
def _with_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detour.settings, "access", lambda: Access(login=True))


def _streamlit(status: int, *headers: tuple[bytes, bytes]) -> detour.Detour:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"Authentication error"})

    return detour.Detour(app)


_TO_SERVICE = _streamlit(302, (b"location", b"https://id.example.dk/authorize"))
_HOME = _streamlit(302, (b"location", b"/"), IN)


def _remembered(referer: str) -> str:
    status, headers, _ = ask(_TO_SERVICE, "/auth/login", Referer=referer)
    assert (status, headers["location"]) == (302, "https://id.example.dk/authorize")
    return headers.get("set-cookie", "").partition(";")[0].removeprefix(f"{detour.COOKIE}=")


def test_the_view_is_remembered_and_led_back_to() -> None:
    kept = _remembered(f"http://127.0.0.1:8501{VIEW}")
    _, headers, _ = ask(_TO_SERVICE, "/auth/login", Referer=f"http://127.0.0.1:8501{VIEW}")
    assert all(part in headers["set-cookie"] for part in ("HttpOnly", "SameSite=lax", "Max-Age=600", "Path=/"))
    status, headers, _ = ask(_HOME, "/oauth2callback", query="code=1&state=2", Cookie=f"{detour.COOKIE}={kept}")
    assert (status, headers["location"]) == (302, VIEW)
    assert f'{detour.COOKIE}=""' in headers["set-cookie"]


@pytest.mark.parametrize(
    "referer",
    [
        *("", "https://ond.example/vip-klima", "http://127.0.0.1:8501/ukendt", "http://127.0.0.1:8501//ond.example"),
        *("http://127.0.0.1:8501/vip-klima/x", "http://[", "http://127.0.0.1:8501/kilder?" + "x" * 3000),
    ],
)
def test_no_other_place_is_remembered(referer: str) -> None:
    assert _remembered(referer) == ""


@pytest.mark.parametrize(
    "view", ["//ond.example", "https://ond.example", "/\\ond.example", "/ukendt", "/kilder?a\r\nSet-Cookie: x", "", "x"]
)
def test_a_cookie_that_somebody_made_leads_to_no_other_place(view: str) -> None:
    _, headers, _ = ask(_HOME, "/oauth2callback", query="code=1", Cookie=f"{detour.COOKIE}={quote(view)}")
    assert headers["location"] == "/"


def test_it_holds_below_an_address_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "base", lambda: "/kkr")
    _, headers, _ = ask(_TO_SERVICE, "/kkr/auth/login", Referer="http://127.0.0.1:8501/kkr/kilder?tabel=x")
    assert quote("/kkr/kilder?tabel=x") in headers["set-cookie"]
    assert "Path=/kkr" in headers["set-cookie"]
    assert "set-cookie" not in ask(_TO_SERVICE, "/kkr/auth/login", Referer="http://127.0.0.1:8501/kilder")[1]


def test_where_the_service_does_not_answer_or_refuses_it_is_said_in_danish() -> None:
    status, _, body = ask(_streamlit(400), "/auth/login")
    assert (status, body.decode()) == (502, f"{detour.UNREACHED}\n")
    for query in ("error=access_denied&state=1", "code=1&state=2"):
        for headers in ([OUT], []):
            app = _streamlit(302, (b"location", b"/"), *headers)
            status, _, body = ask(app, "/oauth2callback", query=query)
            assert (status, body.decode()) == (403, f"{detour.FAILED}\n")


def test_after_logging_out_one_comes_to_the_front_page() -> None:
    status, headers, _ = ask(_streamlit(302, (b"location", b"/"), OUT), "/oauth2callback")
    assert (status, headers["location"]) == (302, "/")


@pytest.mark.parametrize("path", ["/auth/login", "/auth/logout", "/oauth2callback"])
def test_where_login_is_off_its_addresses_are_not_there(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detour.settings, "access", Access)
    status, _, body = ask(_HOME, path)
    assert (status, body.decode()) == (404, f"{refusal.NOTHING_HERE}\n")
    assert ask(_HOME, "/kilder")[0] == 302
