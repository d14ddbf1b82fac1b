"""A board is declared: the README's example stands, and every board has what all boards have in common."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.arbejdskraft import anbefalingstavle, rekrutteringstavle, uddannelsestavle
from pages.drawing import downloads
from pages.moeder import betalingstavle, frister, punkttavle
from pages.projekter.infrastruktur import infrakort, infrapriser, infrasteder
from pages.projekter.klima import klimakort, kommuner, maaltavle
from pages.reading import queries
from pages.resultatmaal import beretningstavle, resultattavle
from pages.tavler.tavle import Tavle, Udsnit
from tests.project import ROOT

BOARDS = {
    each.__name__.rpartition(".")[2]: each.TAVLE
    for each in (
        *(infrakort, infrapriser, infrasteder, klimakort, kommuner, maaltavle, resultattavle),
        *(beretningstavle, uddannelsestavle, rekrutteringstavle, anbefalingstavle),
        betalingstavle,
    )
} | {"frister": frister.tavle("alle"), "punkter": punkttavle.tavle("001")}
IN_2025 = Udsnit(date(2025, 12, 31))


def test_every_board_that_is_declared_is_tried_here() -> None:
    declared = {
        file.stem for file in (ROOT / "pages").rglob("*.py") if "\nTAVLE = " in file.read_text(encoding="utf-8")
    }
    assert declared == set(BOARDS) - {"frister", "punkter"}, "Sæt tavlen ind i BOARDS i tests/app/test_tavle.py."


def _readme() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [example] = [block for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "Tavle(" in block]
    return str(example)


def test_the_readmes_board_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files need the view of a page, and are made of these rows."""
    taken: list[tuple[str, int]] = []
    monkeypatch.setattr(downloads, "bar", lambda name, rows, **_: taken.append((name, len(rows))))
    script = f"""
from datetime import date

from pages.reading import queries
from pages.tavler import boards, tavle
from pages.tavler.boards import Card
from pages.tavler.tavle import Tavle, Udsnit

{_readme()}
tavle.show("mine", TAVLE, Udsnit(date(2025, 12, 31)), chosen="Alle")
"""
    app = AppTest.from_string(script, default_timeout=60).run()
    assert not app.exception
    assert app.header[0].value == "Her står fundet"
    assert app.caption[0].value.startswith("Som det stod, 31. december 2025. Det nyeste papir er fra ")
    assert taken == [("mine", len(queries.tables()["sosu_total"]))]
    assert app.caption[-1].value.startswith("Kilde: ")


@pytest.mark.parametrize("name", BOARDS)
def test_a_board_tells_the_papers_that_its_rows_are_from(name: str) -> None:
    board: Tavle = BOARDS[name]
    rows = board.raekker(IN_2025)
    assert set(board.tabeller) <= set(queries.tables())
    assert set(rows.get("kilde", ())) <= set(board.papirer(IN_2025))
    printed = {each.kilde_id for each in board.trykt(IN_2025)}
    assert printed <= set(board.papirer(IN_2025)), "what is printed where stands in a paper that is told"
    assert isinstance(board.tal(queries.tables(), IN_2025), pd.Series)


@pytest.mark.grundig(20)
@pytest.mark.parametrize("on", [date(2020, 8, 1), date(2022, 11, 8), date(2025, 1, 15), date(2025, 5, 31)])
@pytest.mark.parametrize("name", BOARDS)
def test_a_board_tells_only_what_was_written_by_its_day(name: str, on: date) -> None:
    known = queries.known_papers(on)
    of = Udsnit(on)
    assert set(BOARDS[name].papirer(of)) <= known
    assert set(BOARDS[name].raekker(of).get("kilde", ())) <= known
    assert ("004" in known) == (on == date(2025, 5, 31))


@pytest.mark.parametrize("name", BOARDS)
def test_a_board_says_nothing_of_a_day_before_the_papers(name: str) -> None:
    before = Udsnit(date(1999, 12, 31))
    assert not BOARDS[name].papirer(before)
    assert BOARDS[name].raekker(before).empty
