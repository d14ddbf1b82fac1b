"""Login by a real service on this machine: who is in the group of 200 adds rows, and everybody else reads."""

from __future__ import annotations

import asyncio
import json
import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
import streamlit as st
from playwright.sync_api import Browser, Page, expect
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.starlette import starlette_auth_routes
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME as COOKIE

from data.officials import log, own
from pages.access import login
from pages.access.visitor import allowed_to_edit
from pages.server import hooks
from pages.server.detour import Detour
from tests.app import insides
from tests.e2e.browser import Visitor
from tests.e2e.loginservice import GROUPS, STYLE, USERS, dated, login_service, secrets
from tests.e2e.proxy import deployed
from tests.e2e.server import Server, free_port
from tests.e2e.test_redigering import drop
from tests.udfyldning import NEW_SOURCE, NEW_STATUS, filled

VIEW = "vip-klima?dato=2024-04-19&klimatavle=maal"
SITE = "http://127.0.0.1:8501"
COOKIE_LINE = 8192  # what a WebSocket takes


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    with login_service() as address:
        yield address


def _log_in(window: Page, user: str) -> None:
    window.get_by_role("button", name="Log ind").click()
    window.get_by_role("button", name=user, exact=True).click()
    expect(window.get_by_role("button", name="Log ud")).to_be_visible()


def _cookies(window: Page) -> dict[str, str]:
    return {str(cookie["name"]): str(cookie["value"]) for cookie in window.context.cookies()}


def _log_out(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Log ud").click()
    visitor.page.get_by_role("button", name="End session").click()  # the service asks whether it is meant
    expect(visitor.page.get_by_role("button", name="Log ind")).to_be_visible()
    assert COOKIE not in _cookies(visitor.page)


@pytest.fixture
def doors(service: str, tmp_path: Path) -> Iterator[Starlette]:
    """Streamlit's addresses of login, with what is ours around them, and nothing else of the app."""
    before = st.get_option("secrets.files")
    hooks.install()
    st.config.set_option("secrets.files", [str(secrets(tmp_path / "secrets.toml", service, SITE))])
    insides.forget_secrets()
    yield Starlette(
        routes=starlette_auth_routes.create_auth_routes(""),
        middleware=[Middleware(Detour), Middleware(SessionMiddleware, secret_key="en hemmelighed")],
    )
    st.config.set_option("secrets.files", before)
    insides.forget_secrets()


async def _there_and_back(doors: Starlette, user: str) -> tuple[httpx.Response, str]:
    """What a visitor is answered who comes back from the service, and the cookie of the login."""
    way_out = generate_login_redirect_url("default")
    async with (
        httpx.AsyncClient(transport=httpx.ASGITransport(doors), base_url=SITE) as visitor,
        httpx.AsyncClient() as outside,
    ):
        out = await visitor.get(way_out, headers={"Referer": f"{SITE}/{VIEW}"})
        back = await outside.post(out.headers["location"], data={"sub": user})
        return await visitor.get(back.headers["location"]), visitor.cookies.get(COOKIE, "")


@pytest.mark.parametrize(("user", "found"), [("redaktoer", "med"), ("kollega", "uden"), ("chef", "ikke oplyst")])
def test_of_a_login_with_200_groups_one_small_cookie_is_kept(doors: Starlette, user: str, found: str) -> None:
    # In a thread of its own: a browser test of the same process may have left its event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        home, cookie = thread.submit(asyncio.run, _there_and_back(doors, user)).result()
    assert (home.status_code, home.headers["location"]) == (302, f"/{VIEW}")
    assert sum(map(len, home.headers.get_list("set-cookie"))) < COOKIE_LINE / 4
    headers = {"host": SITE, "origin": SITE, "cookie": f"{COOKIE}={cookie}"}
    kept = hooks.user_of({"type": "http", "headers": [(name.encode(), of.encode()) for name, of in headers.items()]})
    assert (kept["hvem"], kept["gruppe"], kept["is_logged_in"]) == (USERS[user]["email"], found, True)
    assert set(kept) == {"hvem", "gruppe", "siden", "is_logged_in", "provider"}
    assert allowed_to_edit(kept, [], "192.0.2.7") is (found == "med")


@pytest.mark.grundig(0)
def test_the_group_adds_rows_and_others_read(
    service: str, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, visit: Callable[..., Visitor]
) -> None:
    port, folder = free_port(), tmp_path / "egne" / "tabeller"
    told = {
        "STREAMLIT_SECRETS_FILES": str(secrets(tmp_path / "secrets.toml", service, f"http://127.0.0.1:{port}")),
        "KKR_EGNE_TABELLER": str(folder),
        "KKR_REDIGERING": "1",  # says nothing where login is on
    }
    with Server(shutil.copytree(built, tmp_path / "database"), port=port, environment=told) as server:
        visitor = visit(server)
        window = visitor.open(VIEW)
        edit = window.get_by_role("button", name="Opdatér")
        address, headline = window.url, visitor.headline()
        expect(edit).to_have_count(0)

        _log_in(window, "redaktoer")
        expect(edit).to_be_visible()
        visitor.settle()
        assert (window.url, visitor.headline()) == (address, headline)
        kept = _cookies(window)
        assert GROUPS[7] not in "".join(kept.values())
        assert sum(map(len, kept.values())) < COOKIE_LINE / 4
        assert "kkr_tilbage" not in kept
        edit.click()
        drop(window, "status.xlsx", filled("vip_status", [NEW_STATUS], [NEW_SOURCE]))
        window.get_by_role("button", name="Læg ændringerne ind").click()
        expect(window.get_by_text("Lagt ind: 2 rækker")).to_be_visible()
        assert [entry.hvem for entry in log.entries(own.in_use(folder))] == [USERS["redaktoer"]["email"]]
        _log_out(visitor)
        expect(edit).to_have_count(0)

        for user, said in (("kollega", "ikke adgang til at lægge rækker ind"), ("chef", "med i så mange grupper")):
            window = visitor.open(VIEW)
            _log_in(window, user)
            expect(window.get_by_text(f"Logget ind som {user}@")).to_contain_text(said)
            expect(edit).to_have_count(0)
            _log_out(visitor)

        window.get_by_role("button", name="Log ind").click()
        window.get_by_role("button", name="Deny").click()
        expect(window.get_by_text("Login lykkedes ikke.")).to_be_visible()
        assert "Traceback" not in server.log
        assert "KKR_REDIGERING gælder ikke" in server.log
    others = (service, STYLE, "status of 403")
    assert [each for each in visitor.faults.found if not any(part in each for part in others)] == []
    visitor.faults.found.clear()


@pytest.mark.grundig(0)
def test_a_closed_app_behind_two_processes_opens_the_link_after_login(
    service: str, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    port, file = free_port(), tmp_path / "secrets.toml"
    secrets(file, service, f"https://127.0.0.1:{port}", kun_med_login=True)
    monkeypatch.setenv("STREAMLIT_SECRETS_FILES", str(file))
    with (
        deployed(tmp_path, shutil.copytree(built, tmp_path / "database"), port) as deployment,
        browser.new_context(ignore_https_errors=True, locale="da-DK", viewport={"width": 1366, "height": 768}) as own_,
    ):
        window = own_.new_page()
        visitor = Visitor(window, deployment.url)
        window.goto(f"{deployment.url}/{VIEW}")
        expect(window.get_by_text("Log ind for at se siden.")).to_be_visible()
        assert "mål" not in visitor.text()
        window.get_by_role("button", name="Log ind").click()
        # Whoever went out by one process may come back to the other.
        other = {"a": "b", "b": "a"}[_cookies(window)["kkr_proces"]]
        own_.add_cookies([{"name": "kkr_proces", "value": other, "url": deployment.url, "secure": True}])
        window.get_by_role("button", name="redaktoer", exact=True).click()
        expect(window.get_by_role("button", name="Opdatér")).to_be_visible()
        expect(window).to_have_url(f"{deployment.url}/{VIEW}")
        assert _cookies(window)["kkr_proces"] == other
        assert all(cookie["secure"] for cookie in own_.cookies(deployment.url))
        lines = [json.loads(line) for line in deployment.log.read_text(encoding="utf-8").splitlines()]
        assert {line["svar"] for line in lines if line["sti"] == "/oauth2callback"} == {302}
        assert "kommune.example" not in deployment.log.read_text(encoding="utf-8")


@pytest.mark.grundig(0)
def test_a_tab_left_open_gives_no_file_away_when_its_login_has_run_out(
    service: str, built: Path, tmp_path: Path, visit: Callable[..., Visitor]
) -> None:
    port = free_port()
    file = secrets(tmp_path / "secrets.toml", service, f"http://127.0.0.1:{port}", kun_med_login=True)
    told = {"STREAMLIT_SECRETS_FILES": str(file)}
    with Server(shutil.copytree(built, tmp_path / "database"), port=port, environment=told) as server:
        visitor = visit(server)
        window = visitor.open(VIEW)
        _log_in(window, "kollega")
        ends = time.time() + 40  # long enough to open the page in
        cookie = dated(_cookies(window)[COOKIE], ends - login.HOURS * 3600)
        window.context.add_cookies([{"name": COOKIE, "value": cookie, "url": server.url}])
        window = visitor.open(VIEW)
        visitor.settle()
        file_button = window.get_by_role("button", name="CSV").first
        with window.expect_download() as taken:
            file_button.click()
        assert taken.value.suggested_filename.endswith(".csv")
        window.wait_for_timeout(max(0, ends + 1 - time.time()) * 1000)
        file_button.click()
        expect(window.get_by_test_id("stDownloadButtonError")).to_have_text(hooks.RUN_OUT)
        assert "Traceback" not in server.log
    visitor.faults.found.clear()
