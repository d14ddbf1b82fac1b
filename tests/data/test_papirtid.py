"""When the papers are from: each reason rests on words that stand where it says, and on the day that they name."""

from __future__ import annotations

import csv
import datetime as dt
import json

import pytest

from data.description import PACKAGE
from tests.data.transskription import rows, source_lines

LAYOUT = "papirtid"
PAPERS = ("000", "002", "003", "004")


@pytest.mark.parametrize("paper", PAPERS)
def test_each_reason_stands_in_its_line(paper: str) -> None:
    layout = json.loads((PACKAGE / paper / "trykte_tekster.json").read_text(encoding="utf-8"))[LAYOUT]
    with (PACKAGE / paper / "trykte_tekster.csv").open(encoding="utf-8", newline="") as file:
        texts = [row for row in csv.DictReader(file) if row["trykt_tabel"] == LAYOUT]
    assert {int(row["kilde_linje"]) for row in texts} == {column["kilde_linje"] for column in layout["kolonner"]}
    own = {int(row["kilde_linje"]): row for row in rows(LAYOUT) if row["kilde_id"] == paper}
    assert own.keys() <= {int(row["kilde_linje"]) for row in texts}
    for row in texts:
        line = int(row["kilde_linje"])
        assert line in own or f"(linje {line})" in " ".join(each["hvorfor"] for each in own.values())
    for row in texts:
        first, last = int(row["kilde_linje"]), int(row["kilde_linje_slut"])
        assert row["tekst"] in " ".join(" ".join(source_lines(layout["fil"])[first - 1 : last]).split())


def test_every_paper_without_a_day_has_both_ends_within_the_time_that_it_is_dated_by() -> None:
    dated = {row["kilde_id"]: row for row in rows("kilde") if row["dato"]}
    assert {paper for paper, row in dated.items() if row["dato_praecision"] != "dag"} == set(PAPERS)
    assert [(row["kilde_id"], row["ende"]) for row in rows(LAYOUT)] == [
        (paper, end) for paper in PAPERS for end in ("tidligst", "senest")
    ]
    for row in rows(LAYOUT):
        of = dated[row["kilde_id"]]
        length = 7 if of["dato_praecision"] == "maaned" else 4
        assert row["dag"][:length] == of["dato"][:length], row
    ends = [dt.date.fromisoformat(row["dag"]) for row in rows(LAYOUT)]
    assert all(first < last for first, last in zip(ends[::2], ends[1::2], strict=True))
