"""The page of the meetings: each board opens with its finding, and says what it does not know."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from analytics.moeder.punkter import Moedepunkt
from analytics.tabeller import Frames
from pages import components
from pages.components import Row
from pages.drawing import charts
from pages.moeder import punkttavle
from pages.reading import queries
from pages.tavler.tavle import Udsnit
from tests.app.conftest import Run, stands
from tests.data.transskription import rows as printed

PAGE = "pages/moeder/side.py"
AT_THE_MEETING, LATER = {"dato": "2024-04-19"}, {"dato": "2025-12-31"}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[charts.Chart]:
    """The charts that a page would show."""
    shown: list[charts.Chart] = []
    monkeypatch.setattr(charts, "show", lambda _key, *of, narrow, **_: shown.extend((*of, narrow)))
    return shown


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[list[str], list[Row]]]:
    """The tables that a page would show, by key: their headings and rows."""
    shown: dict[str, tuple[list[str], list[Row]]] = {}
    monkeypatch.setattr(
        components,
        "table",
        lambda key, columns, rows, **_: shown.update({key: ([column.tekst for column in columns], list(rows))}),
    )
    return shown


@pytest.mark.parametrize(
    ("query", "finding"),
    [
        (AT_THE_MEETING, "12 frister er passeret; næste: Afgøre mødets indstillinger, april 2024"),
        (
            {**AT_THE_MEETING, "moedeemne": "sundhed"},
            "1 frist er passeret; næste: Telehjerters sekretariat slutter, juni 2025",
        ),
        ({**LATER, "moedeemne": "udpegning"}, "2 frister er passeret; ingen er forude"),
        ({**LATER, "moedetavle": "punkter"}, "KKR bedes godkende 9 af 17 punkter"),
        ({**LATER, "moedetavle": "punkter", "moedeemne": "mobilitet"}, "KKR bedes drøfte 1 af 1 punkt"),
        (
            {**LATER, "moedetavle": "punkter", "moedeemne": "moedet", "kommune": "koebenhavn"},
            "KKR bedes ikke om noget (1 punkt)",
        ),
        ({**LATER, "moedetavle": "punkter", "moede": "002"}, "9 punkter på mødet; 3 om mobilitet"),
        (
            {**LATER, "moedetavle": "punkter", "moedeemne": "klima", "kommune": "ishoej"},
            "KKR bedes godkende 1 af 1 punkt",
        ),
        (
            {**LATER, "moedetavle": "betaling"},
            "Kommunerne bedes om ca. 875.000 kr. til Telehjerters programledelse",
        ),
        (
            {**LATER, "moedetavle": "betaling", "moedeemne": "klima"},
            "Hver kommune bedes om 50 timer om året til Energi på Tværs 4",
        ),
        (
            {**LATER, "moedetavle": "betaling", "kommune": "hvidovre"},
            "Hvidovre: ca. 24.671 kr. til Telehjerters programledelse (beregnet)",
        ),
        (
            {**AT_THE_MEETING, "moedetavle": "betaling", "kommune": "hvidovre"},
            "Kommunerne bedes om ca. 875.000 kr. til Telehjerters programledelse",
        ),
    ],
    ids=str,
)
def test_a_board_opens_with_its_finding(query: dict[str, str], finding: str, run: Run) -> None:
    assert stands(run(PAGE, query)) == finding


@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_the_picture_holds_every_deadline_and_so_does_its_table(
    visning: str, run: Run, drawn: list[charts.Chart]
) -> None:
    stands(run(PAGE, {**LATER, "frister": "alle", "visning": visning}))
    wide, narrow = drawn
    assert [row.cells for row in wide.twin.rows] == [row.cells for row in narrow.twin.rows]
    tasks = [row for row in printed("moede_opgave") if row["til_dato"]]
    told = [row.cells[1].text for row in wide.twin.rows]
    assert all(any(text.startswith(f"{task['kort']}: ") for text in told) for task in tasks)
    for chart in drawn:
        known = [each for trace in chart.figure.data if trace.customdata is not None for each in trace.customdata]
        assert len(known) == len(told)


@pytest.mark.parametrize(
    ("chosen", "finding", "told"),
    [
        (
            {"moede": "004", "dato": "2023-01-01"},
            "Mødets punkter kendes først fra maj-december 2025",
            "Mødets punkter kendes først fra maj-december 2025. Vælg en senere dag.",
        ),
        (
            {"moede": "001", "dato": "2024-04-18", "kommune": "ishoej"},
            "Mødets punkter kendes først fra 19. april 2024",
            "Mødets punkter kendes først fra 19. april 2024. Vælg en senere dag.",
        ),
        (
            {"moede": "001", "dato": "2024-04-19", "moedeemne": "uddannelse", "kommune": "ishoej"},
            "Ingen punkter i udvalget",
            "Ingen punkter passer til valget. Vælg et andet emne eller en anden kommune.",
        ),
    ],
)
def test_a_paper_that_has_not_come_is_no_empty_agenda(
    chosen: dict[str, str], finding: str, told: str, run: Run, tables: dict[str, tuple[list[str], list[Row]]]
) -> None:
    app = run(PAGE, {"moedetavle": "punkter", **chosen})
    assert stands(app) == finding
    assert [notice.value for notice in app.info] == [told]
    assert not tables


def test_a_meeting_without_an_agenda_says_so_once(run: Run, tables: dict[str, tuple[list[str], list[Row]]]) -> None:
    app = run(PAGE, {**LATER, "moedetavle": "punkter", "moede": "000"})
    headings, _ = tables["punkter"]
    assert "KKR bedes" not in headings
    assert [caption.value for caption in app.caption if caption.value.startswith("Dagsordenen er ikke i papirerne")]
    assert len(tables["poster"][1]) == len(printed("moede_post"))


def test_an_amount_keeps_its_stop_before_where_it_is_printed(
    run: Run, tables: dict[str, tuple[list[str], list[Row]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_amounts(item: Moedepunkt) -> Moedepunkt:
        became = tuple(replace(each, hvad="Det kostede 4 mio. kr.") for each in item.opfoelgning)
        return replace(item, indstilling="Det koster 5 mio. kr.", opfoelgning=became)

    items = {key: with_amounts(item) for key, item in queries.items(date(2025, 12, 31)).items()}
    monkeypatch.setattr(queries, "items", lambda _: items)
    stands(run(PAGE, {**LATER, "moedetavle": "punkter"}))
    told = [cell.text for row in tables["punkter"][1] for cell in row.cells]
    assert [text for text in told if re.fullmatch(r"Det koster 5 mio\. kr\. \(001,\sl\.\s\d+\)\.", text)]
    assert [text for text in told if re.fullmatch(r"(Det kostede 4 mio\. kr\. \(00\d,\sl\.\s\d+\)\. ?)+", text)]


@pytest.mark.parametrize(("chosen", "count"), [({}, 17), ({"valgt": "moedet", "kommune": "koebenhavn"}, 1)], ids=str)
def test_what_has_changed_since_a_link_is_of_the_items_that_are_shown(
    chosen: dict[str, str], count: int, frames: Frames
) -> None:
    assert punkttavle.tavle("001").tal(frames, Udsnit(date(2025, 12, 31), **chosen)).sum() == count


def test_the_shares_that_are_shown_add_up_to_what_is_asked(
    run: Run, tables: dict[str, tuple[list[str], list[Row]]]
) -> None:
    stands(run(PAGE, {**LATER, "moedetavle": "betaling", "kommune": "ishoej"}))
    headings, shown = tables["andele"]
    assert shown[0].id == "ishoej"
    assert all("ca. kr." in heading and "beregnet" in heading for heading in headings[1:])
    asked = [float(row["beloeb"]) for row in printed("moede_finansiering") if row["noegle"] == "indbyggertal"]
    for place, amount in enumerate(asked, 1):
        assert sum(float(row.cells[place].value or 0) for row in shown) == amount
