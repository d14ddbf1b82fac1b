"""A machine whose clock stands before the papers: every page stands, and says so once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pages.navigation.registry import OVERBLIK, PAGES, Page
from pages.reading import clock
from tests.app.conftest import Run
from tests.project import ROOT


def _stop_at(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    class Stopped(date):
        @classmethod
        def today(cls) -> date:
            return day

    monkeypatch.setattr(clock, "date", Stopped)


def _said(run: Run, page: Page) -> list[str]:
    app = run(page.script, {})
    assert not app.exception
    assert not app.error
    return [str(warning.value) for warning in app.warning]


def test_the_front_page_stands_before_the_papers(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _stop_at(monkeypatch, date(1970, 1, 1))
    [sentence] = _said(run, OVERBLIK)
    assert sentence.startswith("Serverens ur står på 1. januar 1970, før papirerne.")


@pytest.mark.grundig(3)
@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2022, 10, 31), date(2022, 11, 30)], ids=str)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_stands_on_the_first_days(page: Page, day: date, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _stop_at(monkeypatch, day)
    wrong = day < clock.today()
    assert len(_said(run, page)) == wrong


def test_a_clock_that_is_right_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    _stop_at(monkeypatch, date(2026, 3, 1))
    assert clock.today() == date(2026, 3, 1)
    assert clock.is_wrong() is None


def test_no_page_asks_the_machine_itself_what_day_it_is() -> None:
    asking = [
        file.relative_to(ROOT).as_posix()
        for folder in ("pages", "analytics")
        for file in Path(ROOT / folder).rglob("*.py")
        if "date.today(" in file.read_text(encoding="utf-8") and file.name != "clock.py"
    ]
    assert asking == []
