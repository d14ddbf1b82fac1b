"""Updating a board in the browser: a filled-in template is dropped on the page, looked at, and confirmed."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from data.officials import own
from tests.e2e.browser import Visitor
from tests.e2e.server import Server
from tests.udfyldning import NEW_SOURCE, NEW_STATUS, filled

_DROP = """([content, name]) => {
  const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0))
  const transfer = new DataTransfer()
  transfer.items.add(new File([bytes], name))
  return transfer
}"""


@pytest.fixture
def edited(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Server, Path]]:
    """A server that is run for editing, and its folder of added rows."""
    folder = tmp_path / "egne" / "tabeller"
    monkeypatch.setenv("KKR_REDIGERING", "1")
    monkeypatch.setenv("KKR_EGNE_TABELLER", str(folder))
    with Server(shutil.copytree(built, tmp_path / "database")) as started:
        yield started, folder


def drop(window: Page, name: str, content: bytes) -> None:
    """Let a file fall on the page."""
    zone = window.get_by_test_id("stFileUploaderDropzone")
    transfer = window.evaluate_handle(_DROP, [base64.b64encode(content).decode(), name])
    zone.dispatch_event("drop", {"dataTransfer": transfer})


def choose(box: Locator, option: Locator) -> None:
    """Choose from a list. What it stands in may still fold out, and then the list closes: it is opened once more."""
    for _ in range(10):
        box.press("ArrowDown")
        try:
            option.click(timeout=2000)
        except TimeoutError:
            continue
        return
    expect(option).to_be_visible()


@pytest.mark.grundig(0)
def test_a_dropped_template_updates_the_board(edited: tuple[Server, Path], visit: Callable[..., Visitor]) -> None:
    server, folder = edited
    visitor = visit(server)
    window = visitor.open("kilder?tabel=vip_status")
    expect(window.get_by_test_id("stFileUploaderDropzone")).to_contain_text("Vælg fil")
    expect(window.get_by_test_id("stFileUploaderDropzone")).to_contain_text("5MB pr. fil")

    drop(window, "forkert.xlsx", filled("vip_status", [NEW_STATUS | {"projekt_id": "madspil"}], [NEW_SOURCE]))
    expect(visitor.notices()).to_contain_text("1 fejl")
    expect(window.get_by_text("mente du madspild?")).to_be_visible()
    expect(window.get_by_role("button", name="Læg ændringerne ind")).to_have_count(0)

    drop(window, "rigtig.xlsx", filled("vip_status", [NEW_STATUS], [NEW_SOURCE]))
    expect(window.get_by_role("button", name="Læg ændringerne ind")).to_be_visible()
    visitor.settle()
    assert "2 rækker tilføjes" in visitor.text()
    assert not own.file_of(folder, "vip_status").exists()
    window.get_by_role("button", name="Læg ændringerne ind").click()
    expect(window.get_by_text("Lagt ind: 2 rækker")).to_be_visible()
    visitor.settle()
    assert NEW_STATUS["tekst"] in visitor.text()
    assert "005" in own.file_of(folder, "vip_status").read_text(encoding="utf-8")

    # And it is taken back: then the papers stand alone.
    window.get_by_text("Hvem har lagt hvad ind?").click()
    earlier = window.get_by_role("combobox", name="Tag tilbage, så rækkerne er, som de var efter")
    choose(earlier, window.get_by_role("option", name="papirerne alene, før noget blev lagt ind"))
    window.get_by_role("button", name="Tag det tilbage").click()
    expect(window.get_by_text("Taget tilbage til nr. 0: 0 rækker")).to_be_visible()
    visitor.settle()
    assert NEW_STATUS["tekst"] not in visitor.text()
    assert not own.file_of(folder, "vip_status").exists()


def test_where_the_app_only_shows_there_is_nowhere_to_drop(visitor: Visitor) -> None:
    window = visitor.open("kilder?tabel=vip_status")
    expect(window.get_by_test_id("stFileUploaderDropzone")).to_have_count(0)
    assert "skabelon" not in visitor.text().casefold()
