"""What the server does around the script, as Chromium meets it: changed phrases, and addresses that have no page."""

from __future__ import annotations

import json
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from html import escape
from http.client import HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Request, expect
from websockets.sync.client import connect
from websockets.typing import Origin

from pages.navigation.registry import PAGES
from pages.server import hooks, scripts
from pages.server.security import HEADERS
from tests.e2e.browser import Visitor, new_window
from tests.e2e.server import Server
from tests.project import copy_project

pytestmark = pytest.mark.grundig(1)

SOCKET = (
    "GET /_stcore/stream HTTP/1.1\nHost: {host}\nOrigin: {origin}\nUpgrade: websocket\nConnection: Upgrade\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\nSec-WebSocket-Version: 13\n\n"
)
IN_TOUCH = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
SKIP = "Gå til indholdet"
CORRECTED = "Hop til indholdet"


@pytest.mark.grundig(0)  # three servers, one after the other
def test_an_old_tab_loads_itself_once_when_a_new_edition_is_put_into_service(
    built: Path, tmp_path: Path, browser: Browser
) -> None:
    """It shows the same view, with a phrase that was corrected and a component's script that was changed."""
    database = shutil.copytree(built, tmp_path / "database")
    window = new_window(browser)
    loaded: list[str] = []
    window.on("load", lambda page: loaded.append(page.url))
    with Server(database) as server:
        visitor = Visitor(window, server.url)
        visitor.open("fysioterapi-kapacitet?speciale=62")
        expect(window.get_by_text(SKIP, exact=True)).to_have_count(1)
        window.get_by_role("radio", name="51 almindelig").click()
        expect(window).not_to_have_url(re.compile("speciale=62"))
        visitor.settle()
        address, headline, port = window.url, visitor.headline(), server.port
        loaded.clear()
    # The same edition, started again, is no reason.
    with Server(database, port=port):
        expect(window.locator(IN_TOUCH)).to_be_visible()
        window.wait_for_timeout(4000)  # longer than a new edition is waited with
        assert loaded == []
    project = copy_project(tmp_path / "projekt")
    for file, old, new in (("server/phrases.py", SKIP, CORRECTED), ("components/kit.js", "SVG =", "SVG = /* ny */")):
        changed = project / "pages" / file
        text = changed.read_text(encoding="utf-8")
        assert old in text
        changed.write_text(text.replace(old, new), encoding="utf-8")
    with Server(database, project, port):
        expect(window.get_by_text(CORRECTED, exact=True)).to_have_count(1)
        visitor.settle()
        expect(window.locator(".tabel table").first).to_be_visible()
        assert (window.url, visitor.headline()) == (address, headline)
        window.wait_for_timeout(4000)
        assert loaded == [address]
    window.close()


def test_a_script_that_is_gone_makes_the_page_load_itself_once(server: Server, browser: Browser) -> None:
    """As where the scripts on the server are another edition's by the time when a chart asks for its own."""
    window = new_window(browser)
    visitor = Visitor(window, server.url)
    visitor.open("fysioterapi-scenarie")
    loaded: list[str] = []
    window.on("load", lambda page: loaded.append(page.url))
    gone = re.compile(r"/js/PlotlyChart\.")
    window.route(gone, lambda route: route.fulfill(status=404))
    with window.expect_event("load"):
        window.get_by_role("radio", name="Lighed").click()
    visitor.settle()
    window.wait_for_timeout(3000)  # it asks for the script again, and stands still
    assert len(loaded) == 1
    assert "figur=lorenz" in window.url
    window.unroute(gone)
    window.reload()
    expect(window.locator(".js-plotly-plot").first).to_be_visible()
    window.close()


def test_messages_are_packed_against_all_of_the_picture_before(server: Server) -> None:
    with connect(f"{server.url.replace('http', 'ws', 1)}/_stcore/stream", origin=Origin(server.url)) as socket:
        assert socket.response is not None
        agreed = socket.response.headers["Sec-WebSocket-Extensions"]
    assert f"server_max_window_bits={hooks.WINDOW_BITS}" in agreed


def _answer(server: Server, request: str) -> tuple[int, dict[str, str], str]:
    """What the server answers to a request written out, as status, headers by small name, and text."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(request.replace("\n", "\r\n").encode())
        answer = HTTPResponse(connection)
        answer.begin()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()


ASKED = {
    "a page": (200, "GET / HTTP/1.1\nHost: {host}\n\n"),
    "health": (200, "GET /sundhed HTTP/1.1\nHost: localhost\n\n"),
    "a script": (200, "GET /da-0123456789/historik.js HTTP/1.1\nHost: {host}\n\n"),
    "no page": (404, "GET /findes-ikke HTTP/1.1\nHost: {host}\nAccept: text/html\n\n"),
    "no file": (404, "GET /media/findes-ikke.pdf HTTP/1.1\nHost: {host}\n\n"),
    "how it stands": (404, "GET /_stcore/metrics HTTP/1.1\nHost: {host}\n\n"),
    "the second way in": (404, "POST /_stcore/agent/interact HTTP/1.1\nHost: {host}\nContent-Length: 0\n\n"),
    "a file nobody asked for": (403, "PUT /_stcore/upload_file/a/b HTTP/1.1\nHost: {host}\nContent-Length: 9\n\n"),
    "another name": (421, "GET / HTTP/1.1\nHost: ond.example\n\n"),
    "no name": (421, "GET / HTTP/1.0\n\n"),
    "another way": (405, "DELETE /sundhed HTTP/1.1\nHost: {host}\n\n"),
    "no request": (400, "hvad\n\n"),
    "a foreign socket": (403, SOCKET.replace("{origin}", "http://ond.example")),
    "a rebound socket": (421, SOCKET.replace("{host}", "ond.example").replace("{origin}", "http://ond.example")),
}


@pytest.mark.grundig(1)  # it opens no browser: always
def test_every_answer_has_the_headers_and_tells_nothing_of_the_server(server: Server) -> None:
    for what, (status, request) in ASKED.items():
        found, headers, text = _answer(server, request.replace("{host}", f"127.0.0.1:{server.port}"))
        assert found == status, what
        lacking = {name: value for name, value in HEADERS.items() if headers.get(name.lower()) != value}
        assert not lacking, what
        assert not {"server", "x-powered-by"} & headers.keys(), what
        assert "ond.example" not in text and "Traceback" not in text, what


@pytest.fixture
def hosts() -> Iterator[tuple[str, str]]:
    """Two hosts with a page that shows what its address says in a frame."""

    class Framing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            [shown] = parse_qs(urlsplit(self.path).query).get("vis", ["about:blank"])
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe title="vist" width="1200" height="700" src="{escape(shown)}"></iframe>'.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    serving = [ThreadingHTTPServer(("127.0.0.1", 0), Framing) for _ in range(2)]
    for each in serving:
        threading.Thread(target=each.serve_forever, daemon=True).start()
    yield tuple(f"http://127.0.0.1:{each.server_port}" for each in serving)  # type: ignore[misc]
    for each in serving:
        each.shutdown()


def test_a_page_on_a_named_host_may_show_the_app_in_a_frame_and_no_other(
    hosts: tuple[str, str], built: Path, tmp_path: Path, browser: Browser
) -> None:
    named, other = hosts
    database = shutil.copytree(built, tmp_path / "database")
    window = new_window(browser)
    with Server(database, environment={"KKR_INDLEJRING": f"{named} www.kommunen.dk/side"}) as server:
        shown = f"{server.url}/fysioterapi-kapacitet?speciale=62"
        window.goto(f"{named}/?vis={quote(shown)}")
        frame = window.frame_locator("iframe")
        expect(frame.locator("h1")).to_be_visible()
        frame.get_by_role("radio", name="51 almindelig").click()
        expect(frame.locator(IN_TOUCH)).to_be_visible()
        expect(frame.locator('[data-test-script-state="notRunning"]')).to_be_visible()
        assert "speciale=62" not in window.frames[1].url
        with window.expect_event("requestfailed") as refused:
            window.goto(f"{other}/?vis={quote(shown)}")
        assert refused.value.url == shown
        expect(frame.locator('[data-testid="stApp"]')).to_have_count(0)
        [told] = [json.loads(line) for line in server.log.splitlines() if "KKR_INDLEJRING" in line]
        assert told["slags"] == "fejl" and "«www.kommunen.dk/side»" in told["besked"]
    window.close()


def test_every_script_comes_from_the_folder_of_changed_ones(server: Server, visit: Callable[..., Visitor]) -> None:
    visitor = visit(server)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(urlsplit(request.url).path)

    visitor.page.on("request", note)
    visitor.open("vip-infrastruktur")
    visitor.page.remove_listener("request", note)
    assert [path for path in asked if path.startswith("/static/")] == []
    assert sum(path.startswith(f"/{scripts.folder()}/") for path in asked) > 20


@pytest.mark.parametrize("address", ["findes-ikke", "findes/ikke/her"])
def test_an_unknown_address_lists_the_pages_and_each_leads_there(address: str, visitor: Visitor) -> None:
    answer = visitor.page.goto(f"{visitor.url}/{address}")
    assert answer is not None
    assert answer.status == 404
    window = visitor.page
    expect(window.locator("h1")).to_have_text("Siden findes ikke")
    expect(window.get_by_role("listitem")).to_have_count(len(PAGES))
    for page in PAGES:
        link = window.get_by_role("link", name=page.title, exact=True)
        assert link.evaluate("link => link.href") == f"{visitor.url}/{page.address}"
    window.get_by_role("link", name="Kilder", exact=True).click()
    visitor.settle()
    expect(window.locator("h1")).to_have_text("Kilder")
    visitor.faults.found = [fault for fault in visitor.faults.found if "404" not in fault]


def test_the_app_can_stand_below_an_address_of_others(
    built: Path, tmp_path: Path, visit: Callable[..., Visitor]
) -> None:
    with Server(shutil.copytree(built, tmp_path / "database"), base="/kkr") as server:
        visitor = visit(server)
        window = visitor.open("fysioterapi-kapacitet")
        expect(window.locator(".tabel table").first).to_be_visible()
        assert visitor.shared_link().startswith(f"{server.url}/fysioterapi-kapacitet?v=1.")
        window.keyboard.press("Escape")
        answer = window.request.get(f"{server.url}/findes-ikke", headers={"Accept": "text/html"})
        assert answer.status == 404
        assert window.request.get(f"{server.url}/sundhed").json()["status"] == "ok"


def test_a_cleared_field_stays_empty_when_the_page_is_opened_again(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server)
    window = visitor.open("fysioterapi-scenarie")
    field = window.get_by_label("Mødebilagets titel")
    expect(field).to_have_value("Scenarie for nye kapaciteter")
    field.fill("")
    field.press("Enter")
    expect(window).to_have_url(re.compile(r"[?&]titel=(&|$)"))
    link = visitor.shared_link()
    window.reload()
    visitor.settle()
    expect(window.get_by_label("Mødebilagets titel")).to_have_value("")
    other = visit(server)
    other.open(link.removeprefix(server.url))
    expect(other.page.get_by_label("Mødebilagets titel")).to_have_value("")
