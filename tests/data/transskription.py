"""What the tests of the data share: CSVs, printed rows and layouts, read without the database."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from data import description
from data.description import PACKAGE
from tests.data.layout import Figure

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "kilder"
_NO_PAPERS = "papirerne ligger ikke ved siden af projektet"
needs_papers = pytest.mark.skipif(not SOURCES.is_dir(), reason=_NO_PAPERS)
"""The mark of a test that reads the papers themselves and nothing else."""

_UNITS = re.compile(r"\bkr\.|\bmio\.|\bpct\b\.?|[%*]")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True)
class PrintedRow:
    """A packaged printed row: the lines it takes up in its source, and its text."""

    layout: str
    kilde_id: str
    first: int
    last: int
    text: str


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """The rows of a table's CSV, every cell as the text it is."""
    return tuple(row for path in description.table(table).paths for row in _read(PACKAGE / path))


@cache
def printed() -> tuple[PrintedRow, ...]:
    """All packaged printed rows of the printed tables."""
    return tuple(
        PrintedRow(
            row["trykt_tabel"],
            row["kilde_id"],
            int(row["kilde_linje"]),
            int(row["kilde_linje_slut"]),
            row["tekst"],
        )
        for file in sorted(PACKAGE.glob("*/trykte_raekker.csv"))
        for row in _read(file)
    )


@cache
def source_lines(file: str) -> tuple[str, ...]:
    """The lines of a source document; line 1 is at index 0. Without the papers the rest of the test is skipped."""
    if not SOURCES.is_dir():
        pytest.skip(_NO_PAPERS)
    return tuple((SOURCES / file).read_text(encoding="utf-8").split("\n"))


def slug(text: str) -> str:
    """A name as an id: lower-case ASCII, "Brønshøj- Husum" -> "broenshoej-husum"."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_LETTERS)).strip("-")


def printed_name(text: str, figures: Iterable[Figure]) -> str:
    """What is left of a printed row without its figures and units: "Høje- Taastrup 50759 4%" -> the name."""
    for figure in sorted(figures, key=lambda figure: figure.start, reverse=True):
        text = text[: figure.start] + " " + text[figure.end :]
    return re.sub(r"\s+", " ", _UNITS.sub(" ", text)).strip(" -")


def _read(file: Path) -> tuple[dict[str, str], ...]:
    with file.open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))
