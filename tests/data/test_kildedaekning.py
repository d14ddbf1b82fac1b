"""Each line of each paper is told of once, what is left out is short and has a reason, and docs say the same."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from analytics import daekning
from analytics.daekning import Papirafsnit
from data import description
from pages.navigation.registry import PAGES
from tests.data import kildedaekning
from tests.data.transskription import SOURCES, rows

HERE = Path(__file__).parent
SQL = description.PACKAGE.parent / "sql"
MOST = 200
"""So many lines can be left out together."""


def _facts(name: str) -> tuple[dict[str, str], ...]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


LENGTHS = {row["kilde_id"]: int(row["linjer"]) for row in _facts("dokumenter")}
HEADINGS = [(row["kilde_id"], int(row["linje"]), row["tekst"]) for row in _facts("overskrifter")]


def lines_of_rows() -> dict[str, dict[int, set[str]]]:
    """Which tables have rows from which line of which paper: a second reading, of the files themselves."""
    found: dict[str, dict[int, set[str]]] = {kilde_id: {} for kilde_id in LENGTHS}
    for table in description.tables():
        if table.name in ("daekning", "trykt_raekke"):
            continue
        for row in rows(table.name):
            for column, cell in row.items():
                paper = row.get(f"{column[: -len('linje')]}id")
                if column.endswith("kilde_linje") and cell and paper in found:
                    found[paper].setdefault(int(cell), set()).add(table.name)
    return found


def faults(
    parts: Sequence[Mapping[str, str]],
    lengths: Mapping[str, int] = LENGTHS,
    headings: Sequence[tuple[str, int, str]] = HEADINGS,
) -> Iterator[str]:
    """What is wrong with a table of coverage; nothing where each line is told of as it should be."""
    at = lines_of_rows()
    pages = {page.name for page in PAGES}
    for kilde_id, length in lengths.items():
        told = [line for part in parts if part["kilde_id"] == kilde_id for line in _span(part)]
        if told != list(range(1, length + 1)):
            yield f"{kilde_id}: linjerne står ikke én gang hver, i orden"
    for part in parts:
        place = f"{part['kilde_id']}, linje {part['kilde_linje']}-{part['sidste_linje']} ({part['afsnit']})"
        span = _span(part)
        tables = {name for line in span for name in at[part["kilde_id"]].get(line, ())}
        inside = [text for of, line, text in headings if of == part["kilde_id"] and line in span[1:]]
        if part["art"] == "afskrevet" and not tables:
            yield f"{place}: ingen tabel har rækker herfra"
        if part["art"] == "i_ord" and not part["sider"]:
            yield f"{place}: siden mangler"
        if unknown := set(part["sider"].split()) - pages:
            yield f"{place}: der er ingen side {unknown}"
        if part["art"] != "udeladt":
            continue
        if tables:
            yield f"{place}: er ikke udeladt, men i {sorted(tables)}; skriv «afskrevet» i daekning.csv"
        if not part["hvorfor"].endswith("."):
            yield f"{place}: grunden mangler"
        if len(span) > MOST:
            yield f"{place}: {len(span)} linjer på én gang"
        if inside:
            yield f"{place}: går hen over {inside}"


def _span(part: Mapping[str, str]) -> range:
    return range(int(part["kilde_linje"]), int(part["sidste_linje"]) + 1)


def test_each_line_is_told_of_once_and_what_is_left_out_is_short_and_has_a_reason() -> None:
    assert list(faults(rows("daekning"))) == []


def _first(art: str) -> int:
    return next(nr for nr, part in enumerate(rows("daekning")) if part["art"] == art)


@pytest.mark.parametrize(
    ("art", "changed", "said"),
    [
        ("udeladt", {"sidste_linje": "26"}, "linjerne står ikke"),
        ("udeladt", {"hvorfor": ""}, "grunden mangler"),
        ("udeladt", {"art": "afskrevet"}, "ingen tabel har rækker"),
        ("afskrevet", {"art": "udeladt", "hvorfor": "Derfor."}, "er ikke udeladt"),
        ("i_ord", {"sider": ""}, "siden mangler"),
        ("i_ord", {"sider": "findes-ikke"}, "der er ingen side"),
    ],
)
def test_a_table_that_is_spoiled_is_found(art: str, changed: dict[str, str], said: str) -> None:
    parts = list(rows("daekning"))
    parts[_first(art)] = parts[_first(art)] | changed
    assert any(said in fault for fault in faults(parts))


def test_what_is_left_out_over_a_heading_or_too_long_is_found() -> None:
    one, other = ({**rows("daekning")[_first("udeladt")]} for _ in range(2))
    one |= {"kilde_linje": "1", "sidste_linje": "4"}
    other |= {"kilde_linje": "5", "sidste_linje": "300", "kilde_id": one["kilde_id"]}
    said = "\n".join(
        faults([one, other], {one["kilde_id"]: 300}, [(one["kilde_id"], 3, "Midt i"), ("000", 5, "Først")])
    )
    assert "går hen over ['Midt i']" in said
    assert "296 linjer på én gang" in said
    assert "Først" not in said, "a part may begin at its heading"


def test_the_facts_are_those_of_the_documents() -> None:
    """Where the documents are at hand: as many lines, and each heading where it is said to stand."""
    papers = {row["kilde_id"]: SOURCES / row["fil"] for row in rows("kilde") if row["kilde_id"] in LENGTHS}
    assert set(papers) == set(LENGTHS) == {row["kilde_id"] for row in rows("daekning")}
    for kilde_id, file in papers.items():
        if not file.exists():
            continue
        lines = file.read_text(encoding="utf-8").splitlines()
        assert len(lines) == LENGTHS[kilde_id]
        for of, line, text in HEADINGS:
            if of == kilde_id:
                assert " ".join(lines[line - 1].split()).startswith(text), (of, line)


def test_the_parts_have_the_tables_that_their_lines_are_in() -> None:
    parts = daekning.afsnit(kildedaekning.printed_frames())
    at = lines_of_rows()
    assert [(part.kilde_id, str(part.foerste), str(part.sidste), part.navn) for part in parts] == [
        (row["kilde_id"], row["kilde_linje"], row["sidste_linje"], row["afsnit"]) for row in rows("daekning")
    ]
    for part in parts:
        lines = range(part.foerste, part.sidste + 1)
        assert set(part.tabeller) == {name for line in lines for name in at[part.kilde_id].get(line, ())}, part
        assert part.linjer == len(lines)
    divided = daekning.fordeling(parts)
    assert divided.ialt == sum(LENGTHS.values())
    left_out = sum(len(_span(row)) for row in rows("daekning") if row["art"] == "udeladt")
    assert divided.andele["udeladt"] == pytest.approx(left_out / divided.ialt)
    assert sum(divided.andele.values()) == pytest.approx(1)


def test_what_there_is_none_of_has_no_share() -> None:
    part = Papirafsnit("004", "Bilag", "Afsnit", 3, 3, "udeladt", (), (), "Derfor.")
    assert daekning.fordeling([part]).andele == {"udeladt": 1.0}


def test_the_document_says_the_same() -> None:
    said = kildedaekning.FILE.read_text(encoding="utf-8")
    assert said == kildedaekning.written(kildedaekning.printed_frames()), "skriv docs/kilder.md på ny: make kilder"


def test_the_tables_that_are_tried_are_those_that_the_checks_read() -> None:
    """A second reading, of the checks' own files: those of the papers' tables that rows are taken from there."""
    frames = kildedaekning.printed_frames()
    tried = daekning.proevet(frames)
    every = {table for lines in lines_of_rows().values() for tables in lines.values() for table in tables}
    written = "\n".join(file.read_text(encoding="utf-8") for file in sorted(SQL.glob("*.sql")))
    taken = set(re.findall(r"(?:FROM|JOIN|UNPIVOT)\s+\(?\s*(?:FROM )?([a-z_]+)", written))
    assert set(tried.med) == every & taken
    assert set(tried.uden) == every - taken
    assert set(frames["kildekontrol"]["tabel"]) <= taken, "what a check is about is read by it"
    assert {"fysio_kapacitet", "sosu_laereplads", "papirpaastand"} <= set(tried.med)
    assert {"beslutning", "vip_status"} <= set(tried.uden)
