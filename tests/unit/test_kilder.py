"""Where figures are printed: pages of a table's rows, and «Vis i kilden» with document first and line last."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some

from analytics import papirer
from pages import components
from pages.navigation import addresses
from pages.reading import sources
from pages.reading.sources import Printed


@given(some.lists(some.none() | some.integers(1, 400), max_size=8))
def test_the_pages_of_rows_are_the_first_and_the_last_that_are_told(told: list[int | None]) -> None:
    known = sorted(page for page in told if page is not None)
    assert papirer.sider(pd.DataFrame({"side": told})) == ((known[0], known[-1]) if known else None)


def test_a_table_without_pages_has_none() -> None:
    assert papirer.sider(pd.DataFrame({"kilde_linje": [1]})) is None


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], list[components.Row]]]:
    """What «Vis i kilden» lists when it is opened: its headings and rows."""
    tables: list[tuple[list[str], list[components.Row]]] = []

    class Open(SimpleNamespace):
        open = True

        def __enter__(self) -> None: ...

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(st, "popover", lambda *_, **__: Open())
    monkeypatch.setattr(
        components,
        "table",
        lambda _key, columns, rows, **_: tables.append(([column.tekst for column in columns], list(rows))),
    )
    return tables


def _of(linje: int | None, *, valgt: bool = False) -> Printed:
    return Printed(f"Linje {linje}", "8,76", "fysio_kapacitet", "004", linje, valgt)


def test_the_source_leads_with_document_table_and_page_and_the_line_comes_last(
    shown: list[tuple[list[str], list[components.Row]]],
) -> None:
    sources.show_printed("proeve", [_of(4256), _of(4317, valgt=True), _of(None)])
    [(headings, rows)] = shown
    assert headings == ["Dokument, tabel og side", "Tal", "Vist", "Den trykte række", "Linje i tekstudtrækket"]
    assert [row.cells[-1].text for row in rows] == ["4317", "4256", "–"], "the chosen row first, the others in order"
    assert [cell.text for cell in rows[0].cells] == [
        "004, Tabel 3 og 4, side 6",
        "Linje 4317",
        "8,76",
        "Brøndby 8,76 366 4587",
        "4317",
    ]
    assert rows[0].cells[0].link == "kilder?tabel=fysio_kapacitet&linje=4317"
    assert rows[-1].cells[0].link == "kilder?tabel=fysio_kapacitet"


@pytest.mark.parametrize("brief", [True, False])
def test_a_brief_source_line_leads_to_the_papers_tables_and_names_no_lines(
    brief: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(st, "caption", said.append)
    sources.footer(("fysio_kapacitet", "befolkning"), brief=brief)
    assert said[0].startswith("Kilde: ")
    assert ("linje" in said[0]) != brief
    capacity, people = (addresses.table(name) for name in ("fysio_kapacitet", "befolkning"))
    assert (said[0] == f"Kilde: dokument 004, [Tabel 3 og 4]({capacity}) og [Bilag 3]({people}).") == brief
