"""What stands in `deploy/`: a browser through nginx to two processes of the app, one of which is killed under use."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pages.server import security
from pages.server.scripts import OWN
from pages.server.scripts import folder as scripts_folder
from tests.e2e.browser import Visitor
from tests.e2e.proxy import Deployment, deployed, has_ipv6
from tests.e2e.server import PATIENCE
from tests.e2e.test_redigering import drop
from tests.udfyldning import NEW_SOURCE, NEW_STATUS, filled

pytestmark = pytest.mark.grundig(1)

IN_TOUCH = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
COOKIE = "kkr_proces"
BOARD = "kilder?tabel=vip_status"


@pytest.fixture(scope="module")
def database(database_folder: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(built, tmp_path_factory.mktemp("drift") / "database")


@pytest.fixture
def deployment(database: Path, tmp_path: Path) -> Iterator[Deployment]:
    with deployed(tmp_path, database) as running:
        yield running


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    with browser.new_context(ignore_https_errors=True, locale="da-DK", viewport={"width": 1366, "height": 768}) as own:
        yield own.new_page()


def _process(context: BrowserContext) -> str:
    (name,) = [str(cookie["value"]) for cookie in context.cookies() if cookie.get("name") == COOKIE]
    return name


def _ask(url: str, host: str = "") -> tuple[int, dict[str, str]]:
    """The status and the headers of an answer, in small letters, asked for by a name; the certificate is our own."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        request = urllib.request.Request(url, headers={"Host": host} if host else {})
        with urllib.request.urlopen(request, context=context, timeout=30) as answer:
            answer.read()
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    except urllib.error.HTTPError as refused:
        return refused.code, {}


def test_a_page_whose_process_is_killed_comes_back_as_it_was(deployment: Deployment, window: Page) -> None:
    visitor = Visitor(window, deployment.url)
    visitor.open("fysioterapi-scenarie")
    first = _process(window.context)
    window.get_by_role("button", name="Mere: Valby, speciale 51").click()
    expect(window).to_have_url(re.compile(r"k51-valby=3\.7"))
    visitor.settle()
    address, headline = window.url, visitor.headline()

    os.kill(deployment.processes[first].process_id, signal.SIGKILL)
    expect(window.locator(IN_TOUCH)).to_have_count(0)
    expect(window.locator(IN_TOUCH)).to_be_visible()
    visitor.settle()
    assert (window.url, visitor.headline()) == (address, headline)
    second = _process(window.context)
    assert {first, second} == set(deployment.processes)

    deployment.processes[first].start()
    window.get_by_role("button", name="Mere: Amager, speciale 51").click()
    expect(window).to_have_url(re.compile(r"k51-amager=4\.8"))
    visitor.settle()
    assert _process(window.context) == second  # the page's files are where the page is
    with window.expect_download() as waiting:
        window.get_by_role("button", name="Mødebilag").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF")
    assert not [each for each in visitor.faults.found if "elsewhere" in each]
    visitor.faults.found.clear()  # the cut itself is a complaint


def test_what_an_official_drops_is_seen_from_the_other_process(
    monkeypatch: pytest.MonkeyPatch, database: Path, tmp_path: Path, window: Page
) -> None:
    monkeypatch.setenv("KKR_REDIGERING", "1")
    with deployed(tmp_path, database) as deployment:
        visitor = Visitor(window, deployment.url)
        visitor.open(BOARD)
        drop(window, "status.xlsx", filled("vip_status", [NEW_STATUS], [NEW_SOURCE]))
        window.get_by_role("button", name="Læg ændringerne ind").click()
        expect(window.get_by_text("Lagt ind: 2 rækker")).to_be_visible()
        other = {"a": "b", "b": "a"}[_process(window.context)]
        visitor.settle()
        window.context.clear_cookies()
        window.context.add_cookies([{"name": COOKIE, "value": other, "url": deployment.url, "secure": True}])
        late = time.monotonic() + PATIENCE
        visitor.open(BOARD)
        while NEW_STATUS["tekst"] not in visitor.text():
            assert time.monotonic() < late, "The other process does not show what was added."
            visitor.open(BOARD)
        assert _process(window.context) == other
        with window.expect_download() as waiting:
            window.get_by_role("button", name="Excel").first.click()
        assert Path(waiting.value.path()).read_bytes().startswith(b"PK")
        assert visitor.faults.found == []


def test_the_door_lets_a_full_room_in_and_shows_nobody_the_engine(deployment: Deployment) -> None:
    with ThreadPoolExecutor(50) as phones:
        began = time.monotonic()
        answers = list(phones.map(_ask, [f"{deployment.url}/?kommune=ishoej"] * 200))
        took = time.monotonic() - began
    assert [status for status, _ in answers] == [200] * 200
    assert {headers["set-cookie"].partition(";")[0] for _, headers in answers} == {f"{COOKIE}=a", f"{COOKIE}=b"}
    assert took < 30  # far longer than it takes: that nobody is turned away is what is tried
    _, headers = answers[0]
    assert headers["strict-transport-security"].startswith("max-age=")
    assert "HttpOnly" in headers["set-cookie"]
    assert "Secure" in headers["set-cookie"]
    assert headers.items() >= {name.lower(): value for name, value in security.HEADERS.items()}.items()
    assert not any(name in headers.get("server", "") for name in ("/", "uvicorn"))
    closed = ("_stcore/metrics", "_stcore/agent/openapi.json", "_stcore/agent/mcp", "_stcore/agent/interact")
    assert {_ask(f"{deployment.url}/{path}")[0] for path in closed} == {404}
    assert _ask(f"{deployment.url}/sundhed")[0] == 200
    port = urlsplit(deployment.url).port
    for host, status in (("127.0.0.1:443", 200), ("localhost", 200), (f"[::1]:{port}", 200), ("ond.example:443", 421)):
        assert _ask(f"{deployment.url}/kilder", host)[0] == status, host
    if has_ipv6():
        assert _ask(f"https://[::1]:{port}/kilder")[0] == 200

    # What all fetch is kept: it is there though nobody behind answers.
    scripts = [f"{deployment.url}/{scripts_folder()}/{file.name}" for file in OWN]
    assert {_ask(script)[0] for script in scripts} == {200}
    for server in deployment.processes.values():
        server.stop()
    assert {_ask(script)[0] for script in scripts} == {200}
    assert _ask(f"{deployment.url}/kilder")[0] == 503, "nginx says so itself, in Danish"

    lines = [json.loads(line) for line in deployment.log.read_text(encoding="utf-8").splitlines()]
    assert {line["svar"] for line in lines if line["sti"] == "/"} == {200}
    assert not any(said in deployment.log.read_text(encoding="utf-8") for said in ("127.0.0.1", "ishoej", "urllib"))
