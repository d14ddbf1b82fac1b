"""The figures of recruitment and vocational training, and what is recommended: as printed, and told apart rightly."""

from __future__ import annotations

import csv
import json
import re

from tests.data.transskription import PACKAGE, rows, source_lines
from tests.data.trykte_tekster import matches

LAYOUT = "arbejdskraft"
FIGURE = re.compile(r"\d[\d.,]*")


def _layout() -> dict:
    return json.loads((PACKAGE / "000" / "trykte_tekster.json").read_text(encoding="utf-8"))[LAYOUT]


def _printed() -> list[dict[str, str]]:
    with (PACKAGE / "000" / "trykte_tekster.csv").open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["trykt_tabel"] == LAYOUT]


def _joined(first: str, last: str) -> str:
    """Printed lines in one, words divided over two lines put together."""
    text = " ".join(" ".join(source_lines(_layout()["fil"])[int(first) - 1 : int(last)]).split())
    return re.sub(r"(?<=\w)- (?=[a-zæøå])(?!og )", "", text).lower()


def _figure(tal_id: str) -> dict[str, str]:
    [row] = [row for row in rows("arbejdskraft_tal") if row["tal_id"] == tal_id]
    return row


def test_each_printed_figure_or_word_is_its_cell() -> None:
    for row in _printed():
        columns = [each for each in _layout()["kolonner"] if each["kilde_linje"] == int(row["kilde_linje"])]
        cells = [
            (cell, column["felt"])
            for column in columns
            for cell in rows("arbejdskraft_tal")
            if matches(cell, column["hvor"])
        ]
        assert {(cell["kilde_id"], cell["kilde_linje"]) for cell, _ in cells} == {("000", row["kilde_linje"])}
        words = [cell["ord"] for cell, field in cells if field == "ord"]
        figures = [float(cell["tal"]) for cell, field in cells if field == "tal"]
        assert all(word in row["tekst"] for word in words)
        said = [float(each.replace(".", "").replace(",", ".")) for each in FIGURE.findall(row["tekst"])]
        assert said == figures, row


def test_the_printed_tokens_stand_in_the_paper_in_order() -> None:
    low, high = _layout()["linjer"]
    for row in _printed():
        assert low <= int(row["kilde_linje"]) <= int(row["kilde_linje_slut"]) <= high
    for row in _printed():
        text, at = _joined(row["kilde_linje"], row["kilde_linje_slut"]), 0
        for token in row["tekst"].lower().split():
            at = text.find(token, at)
            assert at >= 0, (row, token)
            at += len(token)


def test_a_row_has_a_figure_with_its_unit_or_a_word() -> None:
    for row in rows("arbejdskraft_tal"):
        assert bool(row["tal"]) == bool(row["enhed"]) != bool(row["ord"]), row
        assert not row["graense"] or row["tal"]
        assert bool(row["kommune_id"]) == (row["gaelder"] == "kommune")


def test_the_kommuner_of_the_paper_are_all_there_are() -> None:
    """17-year-olds: 8 with more and 21 with fewer; of those over 80 the paper names the least and the most."""
    region = [row for row in rows("kommune") if row["i_region_hovedstaden"] == "true"]
    assert int(_figure("unge-17-stiger")["tal"]) + int(_figure("unge-17-falder")["tal"]) == len(region)
    least, whole, most = (float(_figure(f"aeldre-80{of}")["tal"]) for of in ("-roedovre", "", "-ishoej"))
    assert least < whole < most
    assert {row["kommune_id"] for row in rows("arbejdskraft_tal") if row["kommune_id"]} == {"roedovre", "ishoej"}


def test_the_goals_and_where_the_region_stood_are_as_printed() -> None:
    goals = {row["aar"]: row["tal"] for row in rows("arbejdskraft_tal") if row["art"] == "maal"}
    assert goals == {"2020": "25", "2025": "30"}
    assert (_figure("eud-hovedstaden-2019")["tal"], _figure("eud-landet-2019")["tal"]) == ("14.2", "20.1")
    others = [(row["aar"], row["tal"], row["ord"]) for row in rows("arbejdskraft_tal") if row["art"] == "andet_maal"]
    assert others == [("2030", "90", ""), ("2030", "", "halveret")]


def test_what_is_said_later_stands_in_a_later_paper() -> None:
    dates = {row["kilde_id"]: row["dato"] for row in rows("kilde")}
    later = [row for row in rows("arbejdskraft_anbefaling") if row["senere"]]
    assert len(later) == 3
    for row in rows("arbejdskraft_anbefaling"):
        assert bool(row["senere"]) == bool(row["senere_kilde_id"]) == bool(row["senere_kilde_linje"]), row
    assert all(dates[row["kilde_id"]] < dates[row["senere_kilde_id"]] for row in later)


def test_recommendations_are_numbered_in_the_order_of_their_paper() -> None:
    for paper in {row["papir"] for row in rows("arbejdskraft_anbefaling")}:
        own = [row for row in rows("arbejdskraft_anbefaling") if row["papir"] == paper]
        assert [int(row["nr"]) for row in own] == list(range(1, len(own) + 1))
        lines = [int(row["kilde_linje"]) for row in own]
        assert lines == sorted(lines)
        assert all(re.fullmatch(r"[A-ZÆØÅ].{1,119}\.", row["tekst"]) for row in own)
