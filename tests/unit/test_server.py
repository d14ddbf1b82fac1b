"""What the app leans on in Streamlit's insides: each test says what no longer holds when the version is another."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import html
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
import uvicorn
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send
from streamlit import file_util, net_util
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg, DeferredFileRequestPayload
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.web.server.starlette import starlette_auth_routes, starlette_websocket
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets import websockets_sansio_impl

from pages.components import assets
from pages.navigation.moves import MOVES
from pages.navigation.registry import PAGES
from pages.server import document, edition, fonts, gate, hooks, phrases, preview, refusal, routes, scripts, security
from pages.server.phrases import MARKUP, PHRASES
from pages.tavler.parametre import EMNE
from tests.app import insides
from tests.asgi import ask
from tests.project import ROOT

DOCUMENT = (scripts.static().parent / "index.html").read_bytes()
EVERY_PHRASE = [(script, written) for each in (PHRASES, MARKUP) for script, of in each.items() for written in of]


def _scripts(beginning: str) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted((scripts.static() / "js").glob(f"{beginning}.*.js"))]


def test_everything_here_was_held_against_the_installed_version() -> None:
    assert st.__version__ == hooks.STREAMLIT, (
        f"Streamlit is {st.__version__}, and pages/server was held against {hooks.STREAMLIT}: mend what fails below, "
        "run the browser's tests, and only then write the new version there."
    )
    pinned = re.search(r"^streamlit==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), flags=re.M)
    assert pinned
    assert pinned[1] == hooks.STREAMLIT, "requirements.txt pins another Streamlit than pages/server was held against."


@pytest.mark.parametrize(
    ("holder", "name", "why"),
    [
        (PagesManager, "uses_pages_directory", "the first link opened on a new server would be «not found»"),
        (net_util, "_external_ip", "Streamlit would ask another host what the machine's own address is"),
        (ScriptRunContext, "is_history_navigation", "the back button would not open what the address says"),
        (uvicorn.Server, "startup", "answers would lack the headers, and name the server"),
        (H11Protocol, "send_400_response", "what is no request would be answered without the headers, in English"),
        (MemoryUploadedFileManager, "file_storage", "files that browsers have sent could not be counted"),
        (websockets_sansio_impl, "ServerPerMessageDeflateFactory", "messages would be four times as large on the wire"),
        (starlette_auth_routes, "_set_auth_cookie", "a login would put all its groups into cookies, and show nothing"),
        (starlette_auth_routes, "_set_single_cookie", "nothing could be kept of a login"),
        (starlette_auth_routes, "AUTH_COOKIE_MAX_AGE_SECONDS", "a login would be kept for 30 days"),
        (starlette_websocket, "_get_signed_cookie_with_chunks", "it could not be told who sends a file"),
        (starlette_websocket, "_parse_decoded_user_cookie", "it could not be told who sends a file"),
        (app_session, "_populate_theme_msg", "every run would read the theme six times"),
        (file_util, "get_static_dir", "the scripts that are put into Danish would not be found"),
        (insides.SCANNER[0], insides.SCANNER[1], "the tests of pages would take twice as long"),
        (insides.app(), "_page_hash", "the tests could not open the app at a page"),
    ],
)
def test_the_private_names_are_there(holder: object, name: str, why: str) -> None:
    holder = holder("") if holder is MemoryUploadedFileManager else holder
    fields = {*dir(holder), *getattr(holder, "__dataclass_fields__", {}), *getattr(holder, "__annotations__", {})}
    assert name in fields, f"Streamlit {st.__version__} has no {name}: {why}."


def test_the_hooks_are_what_streamlit_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    monkeypatch.setattr(net_util, "_external_ip", None)
    hooks.install()
    assert PagesManager.uses_pages_directory is False
    assert net_util.get_external_ip() == "", "Streamlit asks elsewhere for its address although one is set."
    assert not hooks.went_back_or_forward()


@pytest.mark.parametrize("section", ["theme", "theme.light", "theme.dark", "theme.sidebar", "theme.dark.sidebar"])
def test_the_theme_that_is_kept_is_what_streamlit_reads(section: str) -> None:
    for _ in range(2):
        kept, read = CustomThemeConfig(), CustomThemeConfig()
        hooks.kept_theme(kept, section)
        hooks.read_theme(read, section)
        assert kept == read
    assert kept.ByteSize() or "sidebar" in section


@pytest.mark.parametrize(("script", "english"), EVERY_PHRASE)
def test_every_phrase_stands_in_the_script_that_is_named(script: str, english: str) -> None:
    found = _scripts(script)
    assert found, f"Streamlit {st.__version__} has no script {script}: where does it say «{english}» now?"
    assert any(english in text for text in found), (
        f"«{english}» is not in {script} of Streamlit {st.__version__}: find what it says now, and translate that."
    )


@pytest.mark.parametrize(("script", "english"), EVERY_PHRASE)
def test_no_phrase_is_left_in_english(script: str, english: str) -> None:
    ours = {**PHRASES.get(script, {}), **MARKUP.get(script, {})}[english]
    for text in _scripts(script):
        changed = phrases.danish(f"{script}.abc.js", text)
        assert english not in changed
        assert changed.count(ours) >= text.count(english)


def test_a_file_that_cannot_be_made_says_so_in_danish(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(file_id: str) -> str:
        if file_id == "borte":
            raise OSError("no space left on device")
        return f"/media/{file_id}"

    monkeypatch.setattr(hooks, "_user_of_session", lambda _: {})
    hooks.install()
    handler: Any = DeferredFileHandler(lambda: SimpleNamespace(execute_deferred=made))  # type: ignore[arg-type,return-value]
    # In a thread of its own: a browser test of the same process may have left its event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        for file, url, said in (("her", "/media/her", ""), ("borte", "", hooks.NOT_MADE)):
            asked = BackendOperationRequest(request_id="a", deferred_file=DeferredFileRequestPayload(file_id=file))
            answer = thread.submit(asyncio.run, handler.handle(asked, "b")).result()
            assert (answer.request_id, answer.deferred_file.url, answer.error_msg) == ("a", url, said)


def test_the_server_answers_at_once_when_it_is_asked_whether_it_is_there() -> None:
    asked = BackMsg(app_heartbeat=True).SerializeToString()
    bytes_of_script = ", ".join(f"0x{byte:02x}" for byte in asked)
    text = next(file for file in scripts.OWN if file.name == "forbindelse.js").read_text(encoding="utf-8")
    assert f"new Uint8Array([{bytes_of_script}])" in text, "A connection that is whole would be given up."


def test_the_edition_is_another_when_anything_that_a_browser_runs_is(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {edition.edition()}
    for name, of, other in (
        ("document", scripts, b"another Streamlit"),
        ("stamp", scripts, "another phrase"),
        ("stamp", assets, "another component"),
    ):
        edition.edition.cache_clear()
        with monkeypatch.context() as changed:
            changed.setattr(of, name, lambda other=other: other)
            found.add(edition.edition())
    edition.edition.cache_clear()
    assert len(found) == 4
    assert f'content="{edition.edition()}"' in document.danish(DOCUMENT, "").decode()


def test_other_scripts_are_left_as_they_are() -> None:
    assert phrases.danish("DataFrame.abc.js", "Select all") == "Select all"


def test_the_policy_allows_the_one_script_that_stands_in_the_document() -> None:
    inline = re.findall(rb"<script>(.*?)</script>", DOCUMENT, flags=re.S)
    hashes = ["sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode() for script in inline]
    assert hashes == [security.INLINE_SCRIPT], (
        f"Streamlit {st.__version__} has other scripts in its document: put their hashes {hashes} into the policy."
    )


def test_the_document_is_danish_and_asks_for_changed_scripts_only() -> None:
    danish = document.danish(DOCUMENT, "<title>Siden</title>").decode()
    assert '<html lang="da">' in danish
    assert danish.count("<title>") == danish.count("<title>Siden</title>") == 1
    assert "Slå JavaScript til" in danish
    assert "enable JavaScript" not in danish
    assert "static/" not in danish, "A script or font is asked for under an address that never changes."
    asked = re.findall(r'(?:src|href)="\./(da-[0-9a-f]{10})/([^"]+)"', danish)
    assert len(asked) > 20
    assert {folder for folder, _ in asked} == {scripts.folder()}
    assert [name for _, name in asked if not (scripts.static() / name).is_file()] == [file.name for file in scripts.OWN]


def test_scripts_ask_each_other_by_relative_names_and_so_stay_in_our_folder() -> None:
    for script in PHRASES:
        for text in _scripts(script):
            asked = re.findall(r"(?:from|import\()\s*[`\"']([^`\"']*\.js)[`\"']", text)
            assert [name for name in asked if not name.startswith("./")] == []
    assert "static/js" not in "".join(_scripts("index") + _scripts("preload-helper")), (
        f"Streamlit {st.__version__} names the folder of its scripts itself: the changed ones would not be asked for."
    )


def test_the_folder_is_another_when_a_phrase_is(monkeypatch: pytest.MonkeyPatch) -> None:
    before = scripts.folder()
    scripts.stamp.cache_clear()
    monkeypatch.setattr(scripts, "PHRASES", {**PHRASES, "index": {**PHRASES["index"], "Page not found": "Ingen side"}})
    try:
        assert scripts.folder() != before
    finally:
        scripts.stamp.cache_clear()


async def _streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for Streamlit: any address is its document, but for scripts, whose path it tells."""
    html = "/static/" not in scope["path"]
    kind = b"text/html" if html else b"text/javascript"
    body = DOCUMENT if html else scope["path"].encode()
    headers = [(b"content-type", kind), (b"etag", b"abc"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


APP = gate.Gate(scripts.DanishScripts(document.DanishDocument(_streamlit)))


@pytest.mark.parametrize("accept", ["text/html,*/*", "*/*"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_has_a_danish_document(page: Any, accept: str) -> None:
    asked = {"Accept": accept, "Host": "10.0.0.7:8501"}
    status, headers, body = ask(APP, f"/{page.address}", **asked)
    assert status == 200
    assert body == document.danish(DOCUMENT, preview.head(page, "http://10.0.0.7:8501"))
    assert int(headers["content-length"]) == len(body)
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-cache"
    assert ask(APP, f"/{page.address}", If_None_Match=headers["etag"], **asked)[0] == 304
    assert gzip.decompress(ask(APP, f"/{page.address}", Accept_Encoding="gzip", **asked)[2]) == body
    assert ask(APP, f"/{page.address}", method="HEAD", **asked)[2] == b""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_preview_of_a_link_says_what_the_page_is_and_has_its_picture(page: Any) -> None:
    text = ask(APP, f"/{page.address}", query="kommune=ishoej", Host="10.0.0.7", Accept="*/*")[2].decode()
    properties = re.findall(r'<meta property="([^"]+)" content="([^"]*)">', text)
    said = {name: html.unescape(value) for name, value in properties}
    title = f"{page.title} – KKR Overblik" if page.address else "KKR Overblik"
    assert html.unescape(re.findall("<title>(.*?)</title>", text)[0]) == said["og:title"] == title
    assert said["og:description"] == page.answers
    assert said["og:image"] == f"http://10.0.0.7/forhaandsvisning/{page.name}.png"
    assert "og:url" not in said, "A preview would lose the view that the link has."


def test_a_preview_is_of_the_address_outside_and_nothing_in_it_is_code() -> None:
    scope = {"scheme": "https", "headers": [(b"host", b"kkr.example")]}
    assert preview.origin(scope) == "https://kkr.example"
    assert "<b>" not in preview.head(replace(PAGES[0], answers='<b>"'), "https://kkr.example")


def test_every_picture_is_drawn_in_the_size_that_is_told() -> None:
    pictures = [preview.picture(page) for page in PAGES[:2]]
    for picture in pictures:
        assert picture.startswith(b"\x89PNG")
        assert tuple(int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)) == (1200, 630)
    assert pictures[0] != pictures[1]


def test_made_up_names_push_out_nothing_that_is_drawn_and_are_answered_in_danish(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[str] = []

    def found(name: str) -> tuple[bytes, str] | None:
        drawn.extend([name] if name == "der.js" else [])
        return (b"her", "text/javascript") if name == "der.js" else None

    monkeypatch.setattr(routes.preview, "picture", lambda page: drawn.append(page.name) or b"billede")
    monkeypatch.setattr(routes.assets, "find", found)
    monkeypatch.setattr(routes, "_PACKED", {})
    routes.pictures.cache_clear()
    there = [f"/forhaandsvisning/{PAGES[0].name}.png", "/aktiver/der.js"]
    made_up = [f"/{folder}{nr}" for nr in range(200) for folder in ("forhaandsvisning/x", "aktiver/x")]
    server = Starlette(routes=routes.routes())
    try:
        answers = [ask(server, path) for path in (*there, *(f"{each}.png" for each in made_up), *there)]
    finally:
        routes.pictures.cache_clear()
    assert [status for status, _, _ in answers] == [200, 200, *[404] * len(made_up), 200, 200]
    assert {body.decode() for _, _, body in answers[2:-2]} == {f"{refusal.NOTHING_HERE}\n"}
    assert drawn == [PAGES[0].name, "der.js"]


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/Min-Kommune", "/min-kommune"),
        ("/min-kommune.", "/min-kommune"),
        ("/min-kommune),", "/min-kommune"),
        ("/KILDER", "/kilder"),
    ],
)
def test_an_address_as_a_sentence_has_it_leads_to_the_page(path: str, there: str) -> None:
    status, headers, _ = ask(APP, path, query="kommune=ishoej", Accept="*/*")
    assert (status, headers["location"]) == (307, f"{there}?kommune=ishoej")


@pytest.mark.parametrize(("path", "up"), [("/findes-ikke", ""), ("/findes/ikke/her", "../../"), ("/sunhed", "")])
def test_an_unknown_address_is_not_found_and_says_which_pages_there_are(path: str, up: str) -> None:
    status, _, body = ask(APP, path, Accept="text/html")
    text = body.decode()
    assert status == 404
    assert "Siden findes ikke" in text
    assert "<script" not in text
    assert ask(APP, path, method="HEAD", Accept="*/*")[0] == 404
    for page in PAGES:
        assert f'<a href="{up}{page.address or "./"}">{page.title}</a>' in text
        assert page.answers in text


def test_below_a_page_one_is_led_to_it() -> None:
    status, headers, _ = ask(APP, "/kilder/findes/ikke", Accept="text/html")
    assert (status, headers["location"]) == (307, "/kilder")
    assert ask(APP, "/kilder/_stcore/health", Accept="*/*")[0] != 307


@pytest.mark.parametrize(
    ("query", "leads_to"),
    [
        ("emne=sosu", "/arbejdskraft?emne=sosu"),
        (
            "emne=sosu&uddannelse=ssa&tid=aendring-2023&kommune=glostrup&billede=kort",
            "/arbejdskraft?emne=sosu&uddannelse=ssa&tid=aendring-2023&kommune=glostrup&billede=kort",
        ),
        (
            "v=1.92ab31cdef.em~sosu_ud~begge_td~2023_og~pr-1000_k~alle_b~fliser",
            "/arbejdskraft?v=1.92ab31cdef.em~sosu_ud~begge_td~2023_og~pr-1000_k~alle_b~fliser",
        ),
        ("v=1.92ab31cdef.em~maal&emne=sosu", "/arbejdskraft?v=1.92ab31cdef.em~maal&emne=sosu"),
        *((query, None) for query in ("", "emne=maal", "emne=kommuner&uddannelse=sosu", "v=1.92ab31cdef.em~kommuner")),
        *(
            (query, None)
            for query in ("v=1.92ab31cdef.em~sosu&emne=kommuner", "v=sosu", "v=%ff&emne=%ff", "x=emne~sosu")
        ),
    ],
)
def test_the_sosu_places_that_were_among_the_goals_are_led_to_where_they_are(query: str, leads_to: str | None) -> None:
    """The link says all that it said; what it says in the open holds over what it says packed."""
    status, headers, _ = ask(APP, "/resultatmaal", query=query, Accept="text/html")
    assert (status, headers.get("location")) == ((307, leads_to) if leads_to else (200, None))
    assert ask(APP, "/arbejdskraft", query=query, Accept="text/html")[0] == 200


def test_what_moved_is_named_as_its_parameter_is() -> None:
    for move in MOVES:
        assert (EMNE.name, EMNE.code) == (move.name, move.code)
        assert move.value in EMNE.options()
        assert {move.of, move.to} <= set(PAGES)


def test_a_changed_script_is_kept_for_a_year_under_its_stamp_and_not_at_all_under_another() -> None:
    [file] = [f for f in (scripts.static() / "js").glob("index.*.js") if "Page not found" in f.read_text("utf-8")]
    status, headers, body = ask(APP, f"/{scripts.folder()}/js/{file.name}")
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"].startswith("text/javascript")
    assert "Siden findes ikke" in body.decode()
    status, headers, old = ask(APP, f"/da-0123456789/js/{file.name}")
    assert (status, headers["cache-control"], old) == (200, "no-store", body)


def test_all_else_in_the_folder_is_streamlits_own_and_packed() -> None:
    [file] = (scripts.static() / "js").glob("react-dom.*.js")
    status, headers, body = ask(APP, f"/{scripts.folder()}/js/{file.name}", Accept_Encoding="gzip, br")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert gzip.decompress(body) == file.read_bytes()
    assert "immutable" in headers["cache-control"]
    [font] = (scripts.static() / "media").glob("SourceCodeVF-Upright.*")
    status, headers, body = ask(APP, f"/{scripts.folder()}/media/{font.name}", Accept_Encoding="gzip, br")
    assert (status, body) == (200, font.read_bytes())
    assert "content-encoding" not in headers
    assert b"pushState" in ask(APP, f"/{scripts.folder()}/historik.js")[2]


def test_what_is_not_there_is_answered_by_streamlit() -> None:
    assert ask(APP, f"/{scripts.folder()}/js/lib.x.js")[2] == b"/static/js/lib.x.js"


@pytest.mark.parametrize("name", [fonts.ICONS, *fonts.TEXTS])
def test_the_cut_fonts_are_served(name: str) -> None:
    whole = fonts.whole(scripts.static() / "media", name)
    assert ask(APP, f"/{scripts.folder()}/media/{whole.name}")[2] == fonts.cut_file(name).read_bytes()
    if name in fonts.TEXTS:
        assert ask(APP, f"/{scripts.folder()}/media/{fonts.WHOLE}{whole.name}")[2] == whole.read_bytes()
        [style] = (scripts.static() / "css").glob("index.*.css")
        assert f"media/{fonts.WHOLE}{whole.name}".encode() in ask(APP, f"/{scripts.folder()}/css/{style.name}")[2]


@pytest.mark.parametrize("name", ["../index.html", "js/../../index.html", "js/index..%2f.js", "/etc/passwd"])
def test_no_file_outside_the_folder_of_scripts_is_read(name: str) -> None:
    body = ask(APP, f"/{scripts.folder()}/{name}")[2]
    assert body == DOCUMENT or body.startswith(b"/static/")
