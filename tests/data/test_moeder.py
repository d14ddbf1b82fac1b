"""The tables of the meetings: the days are those of the printed words, and each thing refers to what there is."""

from __future__ import annotations

import re
from datetime import date

from dansk.dato import MONTHS
from tests.data.transskription import needs_papers, rows, source_lines
from tests.data.trykte_tekster import printed_cells

_DAY = re.compile(rf"(\d{{1,2}})\. ({'|'.join(MONTHS)}) (\d{{4}})")
_ENDS = {"udgangen af": 12, "ultimo": 12}


def _told() -> list[dict[str, str]]:
    return [row for row in rows("moede_opgave") if row["frist_trykt"]]


def test_a_deadline_has_its_words_and_its_days() -> None:
    assert len(_told()) > 30
    for row in rows("moede_opgave"):
        assert len({bool(row[name]) for name in ("fra_dato", "til_dato", "frist_trykt")}) == 1, row
        assert row["fra_dato"] <= row["til_dato"], row


def test_a_printed_day_is_the_deadline() -> None:
    exact = [(row, found) for row in _told() if (found := _DAY.search(row["frist_trykt"]))]
    assert len(exact) >= 8
    for row, found in exact:
        day, month, year = found.groups()
        assert row["til_dato"] == date(int(year), MONTHS.index(month) + 1, int(day)).isoformat(), row


def test_the_end_of_a_year_or_month_is_its_last_day() -> None:
    for row in _told():
        words = row["frist_trykt"]
        if any(word in words for word in _ENDS):
            until = date.fromisoformat(row["til_dato"])
            named = [nr for nr, month in enumerate(MONTHS, 1) if month in words]
            assert until.month == (named[0] if named else 12), row
            assert (until.toordinal() + 1) == date(
                until.year + until.month // 12, until.month % 12 + 1, 1
            ).toordinal(), row


def test_the_year_of_a_deadline_is_the_printed_one_where_one_is_printed() -> None:
    for row in _told():
        if (years := re.findall(r"20\d\d", row["frist_trykt"])) and "-23" not in row["frist_trykt"]:
            assert row["til_dato"][:4] == years[-1], row


@needs_papers
def test_headings_and_deadlines_stand_in_the_papers_as_they_are_printed() -> None:
    files = {row["kilde_id"]: row["fil"] for row in rows("kilde") if row["fil"]}
    for table, field in (("moede_punkt", "titel"), ("moede_opgave", "frist_trykt")):
        for row in rows(table):
            first = int(row["kilde_linje"]) - 1
            printed = "".join(source_lines(files[row["kilde_id"]])[first : first + 8])
            assert re.sub(r"\W", "", row[field]) in re.sub(r"\W", "", printed), row


def test_each_task_is_packaged_once_by_its_deadline_or_by_what_it_is() -> None:
    told = (
        ("moede_opgave", (row["opgave_id"],), "frist_trykt" if row["frist_trykt"] else "hvad")
        for row in rows("moede_opgave")
    )
    assert sorted(printed_cells("moede_opgave")) == sorted(told)


def test_what_became_of_a_task_is_told_of_its_own_item() -> None:
    items = {row["opgave_id"]: row["punkt_id"] for row in rows("moede_opgave")}
    for row in rows("moede_opfoelgning"):
        assert row["opgave_id"] == "" or items[row["opgave_id"]] == row["punkt_id"], row


def test_a_sum_with_a_key_says_where_the_key_is_printed() -> None:
    for row in rows("moede_finansiering"):
        assert bool(row["noegle_linje"]) == (row["noegle"] != "ingen"), row
