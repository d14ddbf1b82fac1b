"""
What is the papers' own stands in the data, with document and line: no literal of theirs in code.

That is line numbers, documents, counts, percentages, dates, quarters, spans of years, levels of prices, and names of
tables.

Docstrings and comments may speak of the papers; what a program shows or computes with may not hold their figures.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from analytics.begreber import FIRST_YEAR, SPECIALER
from analytics.kapacitet.maal import MEASURES
from analytics.tabeller import Frames
from data import description
from tests.architecture.source import tree
from tests.data.transskription import rows
from tests.project import ROOT

ROOMS = ("analytics", "dansk", "data", "geo", "pages")
FILES = tuple(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))
COMMENTS = {
    "sql": re.compile(r"--[^\n]*"),
    "js": re.compile(r"(?<!:)//[^\n]*"),
    "typ": re.compile(r"(?<!:)//[^\n]*"),
}
"""How comments are written; an address is none."""
OTHERS = tuple(file for room in ROOMS for kind in COMMENTS for file in sorted((ROOT / room).rglob(f"*.{kind}")))
CHECKS = "analytics/kildekontrol/"

LINE = re.compile(r"\b(?:linje|l\.)\s*\d", re.IGNORECASE)
DOCUMENT = re.compile(r"(?<![\d.,])00\d(?!\d)")
WORDS = ["to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"]
THINGS = (
    *("kommuner", "områder", "planlægningsområder", "planområder", "bydele", "indsatser", "pejlemærker", "projekter"),
    *("delmål", "klinikker", "ydernumre", "regioner", "vurderinger", "virksomheder"),
)
COUNT = re.compile(rf"\b(?:\d[\d.]*|{'|'.join(WORDS)})\s+(?:{'|'.join(THINGS)})\b", re.IGNORECASE)
PERCENT = re.compile(r"\b\d+(?:,\d+)?\s*(?:pct\.?|procent|%)(?!-)", re.IGNORECASE)
MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
YEAR = r"(?:19|20)\d\d"
DATE = re.compile(rf"\b\d{{1,2}}\.\s+(?:{MONTH})\b|\b(?:{MONTH})\s+{YEAR}\b|\b{YEAR}-\d\d-\d\d\b", re.IGNORECASE)
QUARTER = re.compile(r"\b[1-4]\.\s*kvartal|\b(?:første|andet|tredje|fjerde) kvartal", re.IGNORECASE)
YEARS = re.compile(rf"\b{YEAR}\s*[-–]\s*{YEAR}\b")
PRICES = re.compile(rf"\b{YEAR}[- ](?:niveau|priser)\b|\bprisindeks\s+\d", re.IGNORECASE)
TABLE = re.compile(r"\b(?:tabel|bilag)\s+\d+", re.IGNORECASE)
FORBIDDEN: Mapping[str, re.Pattern[str]] = {
    "a line": LINE,
    "a document": DOCUMENT,
    "a count": COUNT,
    "a percentage": PERCENT,
    "a date": DATE,
    "a quarter": QUARTER,
    "a span of years": YEARS,
    "a level of prices": PRICES,
    "a table": TABLE,
}

ALLOWED: Mapping[tuple[str, str], str] = {
    ("pages/projekter/infrastruktur/infrakort.py", "syv projekter"): (
        "the list's own name, «7 + 3», in words; `test_the_list_is_seven_and_three` holds it to the data"
    ),
    ("pages/fysioterapi/scenarie/moedebilag/noter.py", "0 %"): "how a weight that does nothing is written",
    ("analytics/scenarie/vaegte.py", "100 procent"): "the limits of an input; no paper has them",
    ("analytics/kildekontrol/penge.py", "100 procent"): "shares of a whole",
    ("analytics/kildekontrol/tekstpaastande.py", "000"): "how a round figure ends",
    ("data/cells.py", "2024-04-19"): "how a date is written",
    ("data/validation.py", "2024-04-19"): "how a date is written",
    ("data/officials/template.py", "2026-03-19"): "how a date is written",
    ("analytics/kildekontrol/kapacitet.py", "4. kvartal"): "the check's own reference: what differs is when it is from",
    ("analytics/kildekontrol/penge.py", "4. kvartal"): "the check's own reference: what differs is when it is from",
    ("analytics/kildekontrol/penge.py", "december 2023"): "the check's own reference: what differs is when it is from",
    ("analytics/kildekontrol/penge.py", "oktober 2023"): "the check's own reference: what differs is when it is from",
    ("analytics/kildekontrol/ventetid.py", "december 2023"): "the check's own reference: when it is from",
    ("geo/__main__.py", "ti bydele"): "the city's own division in the boundaries that are imported; no paper has it",
}
"""What looks like the papers' and is not, or cannot be read from the data, each with its reason."""

FIGURES_OF_OUR_OWN: Mapping[tuple[str, float], str] = {
    ("analytics/mobilitet/rangorden.py", 10_000): "how many times weights are drawn; our own choice",
}


def texts(file: Path) -> Iterator[tuple[int, str]]:
    """The strings that the program uses, f-strings with {} for what is worked out: (line, text)."""
    of = tree(file)
    told = {id(node.value) for node in ast.walk(of) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(of) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(of):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told | inside:
            yield node.lineno, node.value


def numbers(file: Path) -> Iterator[tuple[int, float]]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float):
            yield node.lineno, float(node.value)


def offences(file: Path) -> Iterator[str]:
    place = file.relative_to(ROOT).as_posix()
    for line, text in texts(file):
        for what, pattern in FORBIDDEN.items():
            for found in pattern.finditer(text):
                # A check names the tables that it holds against each other: that is what its entry is.
                if (place, found[0].strip()) not in ALLOWED and not (what == "a table" and place.startswith(CHECKS)):
                    yield f"{place}:{line}: {what}, «{found[0]}», in «{text[:80]}»"


def tables_of_the_papers() -> set[str]:
    """The tables and bilag that the package says its own are transcribed from, «tabel 3», and those of its claims."""
    found = {
        f"bilag {row['tal']}" for row in rows("tekstpaastand") if row["art"] == "titel" and row["enhed"] == "bilag"
    }
    for table in description.tables():
        kind = "tabel"
        for word in re.findall(r"tabel|bilag|\d+", table.source.table.lower() if table.source else ""):
            if not word.isdigit():
                kind = word
            found.add(f"{kind} {word}")
    return found


def named_limits() -> set[float]:
    """The figures that the papers' running text has, large enough to be nothing else."""
    claims = (*rows("tekstpaastand"), *rows("resultatpaastand"))
    return {float(row["tal"]) for row in claims if row["tal"] and float(row["tal"]) > 1000}


def counts_of_things() -> set[float]:
    """How many kommuner, areas, measures and assessments the papers have."""
    region = [row for row in rows("kommune") if row["i_region_hovedstaden"] == "true"]
    tables = ("omraade", "mobilitet_indsats", "mobilitet_vurdering")
    return {float(len(region)), *(float(len(rows(table))) for table in tables)}


def test_no_text_of_the_program_holds_what_the_papers_say_where() -> None:
    assert not [offence for file in FILES for offence in offences(file)]


def test_no_query_script_or_sheet_holds_it_either() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {what}, «{match[0]}»"
        for file in OTHERS
        for what, pattern in FORBIDDEN.items()
        if what != "a percentage"  # of styles
        for match in pattern.finditer(COMMENTS[file.suffix[1:]].sub("", file.read_text(encoding="utf-8")))
    ]
    assert len(OTHERS) > 15
    # The row of a check is called by the table that its budget is held against.
    assert found == ["data/sql/22_kontrol_penge_og_patienter.sql: a table, «tabel 10»"]


def test_every_place_that_a_text_keeps_for_a_claim_has_one() -> None:
    """`paastand.fyldt` raises where there is none, but only when the text is shown."""
    place = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)+)\}")
    kept = {name for file in FILES for _, text in texts(file) for name in place.findall(text)}
    assert len(kept) > 10
    assert kept <= {row["paastand_id"] for table in ("tekstpaastand", "papirpaastand") for row in rows(table)}


def test_no_measure_is_shown_with_an_empty_place(frames: Frames) -> None:
    for measure in MEASURES.values():
        filled = measure.fyldt(frames)
        told = (filled.tid, *filled.antagelser, *measure.forudsaetninger(frames))
        told += tuple(measure.reference(frames, speciale, measure.year(FIRST_YEAR)).tekst for speciale in SPECIALER)
        assert not [text for text in told if "{" in text]
    waits = MEASURES["ventetid-gns"].fyldt(frames)
    assert (waits.tid, waits.antagelser[0][:44]) == ("15. april 2024", "Kun omkring halvdelen af klinikejerne har op")
    patients = MEASURES["patienter-pr-kapacitet"].fyldt(frames)
    assert patients.antagelser[0].startswith("Patienter talt fra 1. januar til 13. december 2024; ")


def test_the_checks_name_tables_that_the_papers_have() -> None:
    places = [file for file in FILES if file.relative_to(ROOT).as_posix().startswith(CHECKS)]
    named = {match[0].lower() for file in places for _, text in texts(file) for match in TABLE.finditer(text)}
    assert len(named) > 12
    assert named <= tables_of_the_papers()


def test_no_figure_of_the_papers_is_a_number_in_code() -> None:
    theirs = named_limits() | counts_of_things()
    assert len(theirs) > 30
    found = {
        (file.relative_to(ROOT).as_posix(), value)
        for file in FILES
        if not file.relative_to(ROOT).as_posix().startswith(("pages/components", "pages/drawing", "pages/style"))
        for _, value in numbers(file)
        if value in theirs
    }
    assert found == set(FIGURES_OF_OUR_OWN)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Region og kommuner (004, linje 5432)", "a line"),
        ("se l. 115", "a line"),
        ("Kilde 003 siger det", "a document"),
        ("de 29 kommuner", "a count"),
        ("seks pejlemærker", "a count"),
        ("højst 10 pct. fra målet", "a percentage"),
        ("meldt ventetid pr. 15. april", "a date"),
        ("regnet i oktober 2023", "a date"),
        ("fra 2024-04-19", "a date"),
        ("borgere fra 4. kvartal", "a quarter"),
        ("om året i 2017-2019", "a span of years"),
        ("i 2024-priser", "a level of prices"),
        ("oktober 2023-niveau", "a level of prices"),
        ("regner i prisindeks 2024", "a level of prices"),
        ("som trykt i Tabel 11", "a table"),
        ("efter bilag 3", "a table"),
    ],
)
def test_each_kind_is_seen(text: str, what: str) -> None:
    assert FORBIDDEN[what].search(text)


@pytest.mark.parametrize(
    "text", ["pr. 1.000 borgere", "1000", "{} kommuner", "linje {}", "3 klik", "100 %-linjen", "tabel {}", "i maj"]
)
def test_what_is_not_the_papers_is_let_be(text: str) -> None:
    assert not any(pattern.search(text) for pattern in FORBIDDEN.values())


@pytest.mark.parametrize(("place", "words"), ALLOWED)
def test_each_exception_is_still_needed(place: str, words: str) -> None:
    found = [m[0].strip() for _, text in texts(ROOT / place) for p in FORBIDDEN.values() for m in p.finditer(text)]
    assert words in found


def test_the_list_is_seven_and_three() -> None:
    groups = [row["gruppe"] for row in rows("vip_projekt") if row["omraade"] == "infrastruktur"]
    assert sorted((groups.count(group) for group in set(groups)), reverse=True) == [7, 3]


def test_bilag_3_has_the_years_that_are_counted_in() -> None:
    from analytics.begreber import AAR

    assert {int(row["aar"]) for row in rows("befolkning")} == set(AAR)


def test_every_goal_of_the_vision_can_be_weighed() -> None:
    from pages.mobilitet.parametre import GOALS

    assert sorted(int(row["nr"]) for row in rows("pejlemaerke")) == list(GOALS)
