"""The page of the social area: each subject's finding, whose figures they are, and what a moved slider comes to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from dansk import beloeb
from pages import components
from pages.components import Column, Row
from pages.reading import clock
from tests.app import insides
from tests.app.conftest import Run, stands

PAGE = "pages/socialt/side.py"
FINDINGS = {
    "sikrede": "Et soloprojekt kan koste det dobbelte af en sikret plads",
    "gravide": "Kommunerne visiterede højst 8 gravide om året til døgnbehandling",
    "kofoedsminde": "Kofoedsminde: Fristen for kommunernes fælles løsning udløb 31. december 2024",
    "monitorering": "Udgifterne voksede 5\xa0% i hovedstadens kommuner, 9\xa0% i hele landet",
}
Tables = dict[str, tuple[Sequence[Column], Sequence[Row]]]


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> Tables:
    """The tables that the page would show, by key."""
    shown: Tables = {}
    monkeypatch.setattr(components, "table", lambda key, columns, rows, **_: shown.update({key: (columns, rows)}))
    return shown


def marked(tables: Tables, key: str) -> list[str]:
    return [cell.text for row in tables[key][1] for cell in row.cells if cell.mark]


@pytest.mark.parametrize("subject", FINDINGS)
def test_each_subject_opens_with_its_finding_and_says_whose_the_figures_are(
    run: Run, tables: Tables, subject: str
) -> None:
    app = run(PAGE, {"socialt": subject})
    assert stands(app) == FINDINGS[subject]
    texts = " ".join(each.value for each in app.caption)
    match subject:
        case "sikrede":
            assert "Priser for hele landet" in texts
            assert "ingen kommunes del kan regnes ud" in texts
            assert [column.tekst for column in tables["sikrede-landet"][0]] == ["Tal", "Hele landet", "År", "Kilde"]
            assert "341\xa0mio. kr." in [row.cells[1].text for row in tables["sikrede-landet"][1]]
        case "gravide":
            assert texts.startswith("Hele landet, ikke regionen. Visiterede i 2017-2019.")
            # The row that the paper calls «before» a second time, and the two counts that are of something else.
            assert marked(tables, "gravide-hjaelp") == ["70"]
            assert marked(tables, "gravide") == ["83\xa0kvinder", "80\xa0gravide"]
        case "kofoedsminde":
            assert "Ingen af papirerne siger, hvad kommunernes svar blev." in texts
            assert len(tables["forloeb-tabel-kofoedsminde"][1]) == 7
            [way] = [each for each in app.get("page_link") if each.proto.label.startswith("Punkt")]
            assert (way.proto.label, way.proto.page) == ("Punkt 3.9 på KKR's møde", "moeder")
            assert way.proto.query_string == "moedetavle=punkter&moede=001&moedeemne=socialt"
        case "monitorering":
            assert "**Gamle tal:** væksten er fra 2016 til 2019" in texts
            assert marked(tables, "monitorering-priser") == ["19\xa0%"]
            assert [[cell.text for cell in row.cells[:2]] for row in tables["monitorering-priser"][1]] == [
                ["En forebyggende foranstaltning", "226.000\xa0kr."],
                ["En anbringelse", "857.000\xa0kr."],
            ]
            assert len(tables["anbefalinger"][1]) == 12
            assert "11,2\xa0mia. kr." in marked(tables, "monitorering-tal")


@pytest.mark.parametrize(("today", "ahead"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_what_has_not_begun_is_said_to_be_expected(
    today: date, ahead: bool, run: Run, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: today)
    app = run(PAGE, {"socialt": "gravide"})
    *before, reform = tables["forloeb-tabel-gravide"][1]
    assert reform.cells[3].text == ("ændring (ventet)" if ahead else "ændring")
    assert not any("(ventet)" in row.cells[3].text for row in before)
    assert any("En stiplet bjælke er ventet." in each.value for each in app.caption) == ahead


def test_the_days_of_a_link_come_to_their_price(run: Run, tables: Tables) -> None:
    app = run(PAGE, {"doegn-retlige": "0", "doegn-sociale": "0", "doegn-solo": "365"})
    stands(app)
    whole = tables["sikrede"][1][-1]
    assert [cell.text for cell in whole.cells] == ["I alt", "365", "–", "2.737.500", "7.300.000"]
    [picture] = insides.charts(app)
    assert beloeb.omtrent(2_737_500, 7_300_000) in picture.alt
