"""Rows that officials could add: drawn from a table's description, and hard to tell from what is printed."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from hypothesis import strategies as st
from pandas.api.types import is_integer_dtype

from analytics.tabeller import Frames
from data import description
from data.cells import as_text
from data.description import Field, Table
from data.officials.consistency import contradictions

Row = Mapping[str, Any]

EDITABLE = tuple(table for table in description.tables() if table.editable)
LATER = dt.date(2026, 6, 1)
"""A day when all that is printed is known, and what is added too."""


def _paper(kilde_id: str, dato: dt.date, titel: str) -> Row:
    return {
        "kilde_id": kilde_id,
        "fil": "nyt.pdf",
        "titel": titel,
        "moede": None,
        "dato": dato,
        "dato_praecision": "dag",
        "udgiver": "KKR Hovedstaden",
    }


PAPERS = (
    _paper("005", dt.date(2026, 3, 19), "Et nyt papir"),
    _paper("006", dt.date(2023, 6, 1), "Et papir mellem målene for 2023 og deres resultater"),
    _paper("007", dt.date(2024, 4, 19), "Et papir fra samme dag som et trykt"),
)
"""The documents that the rows are from: newer than all that is printed, among it, and of the same day as some."""
_DATES = {paper["kilde_id"]: paper["dato"] for paper in PAPERS}


def texts(printed: Iterable[str]) -> st.SearchStrategy[str]:
    """Texts that are hard to tell from printed ones, and those that interfaces stumble on."""
    changes = ("{}.".format, str.upper, "{} ".format, "{}__B".format)
    near = [change(text) for text in list(printed)[:40] for change in changes]
    return st.sampled_from([*near, "A__B", "Alle", "alle", "***", "# *x*", "?", "<b>", "nan", "None", "x" * 300])


def _cell(field: Field, table: Table, frames: Frames) -> st.SearchStrategy[Any]:
    column = frames[table.name][field.name]
    reference = table.reference(field.name)
    if field.name.endswith("kilde_id"):
        values: st.SearchStrategy[Any] = st.sampled_from(sorted(_DATES))
    elif reference:
        values = st.sampled_from(_referred(*reference, field, frames))
    elif field.allowed:
        values = st.sampled_from(field.allowed)
    elif field.type in ("integer", "year"):
        low, high = int(field.minimum or 0), int(field.maximum or 3000)
        known = sorted({int(value) for value in column.dropna()})
        values = st.sampled_from(known or [low]) | st.integers(low, min(high, low + 3000))
        if field.name == "aar":
            values = st.sampled_from([*known, max(known) + 1])
    elif field.type == "number":
        values = st.floats(float(field.minimum or 0), 1e6).map(lambda value: round(value, 2))
    elif field.type == "date":
        values = st.dates(dt.date(2020, 1, 1), LATER)
    elif field.pattern:
        known = sorted(set(column.dropna().astype(str)))
        values = st.sampled_from(known) | st.from_regex(f"({field.pattern}){{1,20}}", fullmatch=True)
    else:
        values = texts(sorted(set(column.dropna().astype(str))))
    return values if field.required else st.none() | values


def _referred(table: str, column: str, field: Field, frames: Frames) -> list[str]:
    rows = frames[table]
    return sorted((rows[rows[field.only.where]] if field.only else rows)[column].astype(str))


def rows(table: Table, frames: Frames, most: int = 6) -> st.SearchStrategy[list[Row]]:
    """
    Sound rows of a table with keys of their own, each from one of `PAPERS`; documents are those papers alone.

    Some are wholly of their own, and some are a printed row with other words or figures in some of its cells.
    """
    if table.name == "kilde":
        return st.just(list(PAPERS))
    cells = st.fixed_dictionaries({field.name: _cell(field, table, frames) for field in table.fields})
    sources = [field.name for field in table.fields if field.name.endswith("kilde_id")]
    others = [field.name for field in table.fields if field.name not in sources]
    printed = frames[table.name].astype(object).where(frames[table.name].notna(), None).to_dict("records")
    alike = st.builds(
        lambda row, drawn, changed: {**row, **{name: drawn[name] for name in (*sources, *changed)}},
        st.sampled_from([{str(name): _plain(cell) for name, cell in row.items()} for row in printed]),
        cells,
        st.sets(st.sampled_from(others), max_size=4),
    )
    sound = (cells | alike).filter(
        lambda row: not any(contradictions(table, tuple(row[name] for name in table.columns), _DATES))
    )
    return st.lists(sound, min_size=1, max_size=most).map(lambda drawn: _new(table, frames, drawn))


def _plain(cell: Any) -> Any:
    return cell.date() if isinstance(cell, pd.Timestamp) else cell


def _new(table: Table, frames: Frames, drawn: list[Row]) -> list[Row]:
    """The rows that repeat nothing that may stand but once, in the table or among them."""
    kept = []
    for columns in (table.primary_key, *table.unique_keys):
        before = frames[table.name][list(columns)].astype(str)
        taken = set(before.itertuples(index=False, name=None))
        kept = []
        for row in drawn:
            values = tuple(str(row[name]) for name in columns)
            blank = columns != table.primary_key and None in (row[name] for name in columns)
            if blank or values not in taken:
                kept.append(row)
                taken.add(values)
        drawn = kept
    return kept


def added(frames: Frames, more: Mapping[str, list[Row]]) -> Frames:
    """All tables with rows more in some of them, below the printed ones, and the papers that they are from."""
    result = dict(frames)
    for name, new in {**more, "kilde": list(PAPERS)}.items():
        before = frames[name]
        frame = pd.DataFrame(new, columns=before.columns)
        for field in description.table(name).fields:
            if field.type == "date":
                frame[field.name] = pd.to_datetime(frame[field.name])
        # As the database hands it over: whole numbers with one missing are floats.
        kinds = {
            column: float if is_integer_dtype(kind) and frame[column].isna().any() else kind
            for column, kind in before.dtypes.items()
        }
        result[name] = pd.concat([before, frame.astype(kinds)], ignore_index=True)
    return result


def as_csv(table: Table, new: Iterable[Row]) -> bytes:
    """Rows as the file has them that an import leaves."""
    content = io.StringIO()
    writer = csv.writer(content)
    writer.writerow(table.columns)
    writer.writerows([["" if row.get(name) is None else as_text(row[name]) for name in table.columns] for row in new])
    return content.getvalue().encode("utf-8")
