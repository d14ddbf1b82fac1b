"""The script of the app, run without a browser."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages import components
from pages.tavler import boards
from tests.app import insides
from tests.project import ROOT

Run = Callable[[str, Mapping[str, str]], AppTest]


def run_page(script: str, query: Mapping[str, str]) -> AppTest:
    """Run a page as on the first visit with that query."""
    app = insides.app_at(script)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def stands(app: AppTest) -> str:
    """Hold that a page has run, says nothing of a fault and names its files apart, and return its finding."""
    assert not app.exception
    assert not app.error
    assert not app.warning
    files = [each.label for each in app.get("download_button")]
    assert len(files) == len(set(files)), files
    finding = str(app.header[0].value) if app.header else ""
    assert "nan" not in finding.split()
    return finding


@pytest.fixture(autouse=True, scope="session")
def _declared(database_folder: Path) -> None:
    """Run the front page before any test puts something of its own in the place of a component."""
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(ROOT)
        patched.setitem(sys.modules, "__main__", sys.modules["__main__"])
        insides.declared()


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(*insides.SCANNER, insides.scan_once)
    # A run makes the script the main module; processes that later tests start would run it again.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def run() -> Run:
    return run_page


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> list[boards.Card]:
    """The cards that a page would show on its boards."""
    shown: list[boards.Card] = []
    monkeypatch.setattr(boards, "cards", lambda _key, of, **_: shown.extend(of))
    return shown


@pytest.fixture
def standings(monkeypatch: pytest.MonkeyPatch) -> list[boards.Standing]:
    """The rows of projects that a page would show on its boards."""
    shown: list[boards.Standing] = []
    monkeypatch.setattr(boards, "standings", lambda _key, of, **_: shown.extend(of))
    return shown


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> list[components.Row]:
    """The rows that a page would show in its tables."""
    shown: list[components.Row] = []
    monkeypatch.setattr(components, "table", lambda _key, _columns, of, **_: shown.extend(of))
    return shown
