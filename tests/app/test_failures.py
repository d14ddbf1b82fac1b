"""The frame when there are no data."""

from __future__ import annotations

import time

import pytest
import streamlit as st

from data import store
from data.errors import DataError
from pages.access import login, visitor
from pages.access.settings import Access
from pages.frame import notices
from pages.navigation.registry import PAGES, Page
from pages.reading import queries
from tests.app.conftest import Run


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_without_data_only_the_reason_is_shown(page: Page, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> str:
        raise DataError("Databasen kan ikke bygges, fordi disken er fuld.")

    monkeypatch.setattr(store, "current_version", none)
    queries.look_again()
    app = run(page.script, {})
    assert not app.exception
    assert [error.value for error in app.error] == ["Databasen kan ikke bygges, fordi disken er fuld."]
    assert not app.header
    assert not app.subheader


def test_older_data_in_use_are_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "problem", lambda: "Disken er fuld. Derfor vises data fra 01-02-2026.")
    app = run(PAGES[0].script, {})
    assert not app.exception
    assert ["Disken er fuld" in warning.value for warning in app.warning] == [True]


def test_newer_data_are_said_on_a_page_that_stood_open(run: Run) -> None:
    app = run(PAGES[0].script, {})
    assert not app.info
    app.session_state["_version_ved_aabning"] = "0123456789"  # as if the data had been others when the page was opened
    app.run()
    assert not app.exception
    assert ["nye data" in info.value for info in app.info] == [True]


def test_a_part_drawn_by_itself_has_the_page_drawn_anew_when_the_login_has_run_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[bool] = []
    user = {"is_logged_in": True, "siden": int(time.time()) - login.HOURS * 3600 + 60}
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "rerun", lambda: drawn.append(True))
    monkeypatch.setattr(visitor, "access", lambda: Access(login=True, closed=True))
    monkeypatch.setattr(visitor, "_user", lambda: user)
    monkeypatch.setattr(queries, "begin", lambda: "92ab31cdef")
    notices.newer_data("92ab31cdef")
    notices.keep_up()
    assert not drawn
    user["siden"] -= 60
    notices.keep_up()
    assert drawn


def test_a_part_drawn_by_itself_has_the_page_drawn_anew_for_newer_data(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[bool] = []
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "rerun", lambda: drawn.append(True))
    notices.newer_data("92ab31cdef")
    monkeypatch.setattr(queries, "begin", lambda: "92ab31cdef")
    notices.keep_up()
    assert not drawn
    monkeypatch.setattr(queries, "begin", lambda: "0123456789")
    notices.keep_up()
    assert drawn
