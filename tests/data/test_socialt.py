"""The social area's tables: dates as they are printed, and claims that stand in one table only."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from analytics.socialt.doegnpris import SLAGS
from dansk.dato import MONTHS
from tests.data.transskription import rows

LAYOUT = "social_forloeb"
DAY = re.compile(rf"(\d{{1,2}})\. ({'|'.join(MONTHS)}) (\d{{4}})|(\d{{1,2}})/(\d{{1,2}})-(\d{{4}})")


def printed() -> dict[tuple[str, int], str]:
    return {
        (row["kilde_id"], int(row["kilde_linje"])): row["tekst"].replace("ja- nuar", "januar")
        for row in rows("trykt_raekke")
        if row["trykt_tabel"] == LAYOUT
    }


def days_in(text: str) -> set[dt.date]:
    return {
        dt.date(int(year), MONTHS.index(name) + 1, int(day)) if name else dt.date(int(year2), int(month), int(day2))
        for day, name, year, day2, month, year2 in DAY.findall(text)
    }


def test_every_event_is_on_its_printed_date_and_no_finer() -> None:
    """The meeting of KKR has the agenda's own date; what a year or a month alone is printed of fills it."""
    texts, papers = printed(), {row["kilde_id"]: row["dato"] for row in rows("kilde")}
    told = set()
    for row in rows("social_haendelse"):
        first, last = (dt.date.fromisoformat(row[end]) for end in ("fra_dato", "til_dato"))
        if row["art"] == "moede":
            assert row["fra_dato"] == row["til_dato"] == papers[row["kilde_id"]]
            continue
        text = texts[row["kilde_id"], int(row["kilde_linje"])]
        told.add((row["kilde_id"], int(row["kilde_linje"])))
        months = [f"{MONTHS[end.month - 1]} {end.year}" for end in (first, last)]
        length = calendar.monthrange(last.year, last.month)[1]
        match row["dato_praecision"]:
            case "dag":
                assert first == last
                assert first in days_in(text), row
            case "aar":
                assert (first, last) == (dt.date(first.year, 1, 1), dt.date(first.year, 12, 31))
                assert str(first.year) in text, row
                assert not any(month in text for month in MONTHS), row
            case _:
                assert (first.day, last.day) == (1, length)
                assert all(month in text for month in months), row
                assert (months[0] == months[1]) == (row["dato_praecision"] == "maaned")
    assert told == set(texts)


def test_a_claim_is_in_one_of_the_two_tables() -> None:
    checked, alone = ({row["paastand_id"] for row in rows(name)} for name in ("papirpaastand", "socialpaastand"))
    assert alone
    assert not checked & alone


def test_no_kommune_has_a_share_of_what_all_kommuner_pay() -> None:
    """The count that it is divided by is not printed, and the calculator has only what a kommune pays by the day."""
    [key] = [row for row in rows("socialpaastand") if row["paastand_id"] == "sikret-objektiv-noegle"]
    assert (key["tal"], key["tekst"]) == ("", "15-17-årige")
    assert SLAGS == ("retlig", "social", "solo")
