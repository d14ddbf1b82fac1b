"""What stands in the papers is read as text: a sign of Markdown in a cell is a sign on the page."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pandas as pd
import pytest
import streamlit as st

from analytics.tabeller import Frames
from data import description
from data.description import PACKAGE, Table
from pages.navigation.registry import PAGES
from pages.reading import queries
from tests.app import insides
from tests.app.conftest import run_page

MARK = "*stjernet*"
READ_AS_MARKDOWN = {
    *("markdown", "caption", "header", "subheader", "title", "metric", "expander", "expandable", "tab", "popover"),
    *("button", "radio", "checkbox", "toggle", "button_group", "pills", "segmented_control", "alert", "toast"),
    *("info", "warning", "error", "success"),
}
KEPT_AS_IT_IS = ("kommune", "omraade", "daekning", "kilde")
"""Names that the code itself knows areas and parts of papers by."""
VIEWS = [
    *((page.script, {}) for page in PAGES),
    *(("pages/mobilitet/indsats.py", {"indsats": nr}) for nr in ("1", "14", "33")),
    *(("pages/om/kilder.py", {"tabel": name}) for name in ("mobilitet_vurdering", "vip_status", "resultatmaal")),
    *(("pages/projekter/klima/side.py", {"klimatavle": each}) for each in ("maal", "kommuner", "tidslinje")),
    *(("pages/projekter/infrastruktur/side.py", {"infratavle": each}) for each in ("priser", "kort", "tidslinje")),
    *(("pages/resultatmaal/side.py", {"emne": each}) for each in ("kommuner", "beretning")),
    *(("pages/moeder/side.py", {"moedetavle": each}) for each in ("punkter", "betaling")),
    *(("pages/socialt/side.py", {"socialt": each}) for each in ("gravide", "kofoedsminde", "monitorering")),
    *(("pages/arbejdskraft/side.py", {"emne": each}) for each in ("rekruttering", "anbefalinger")),
]


def free_texts(table: Table) -> list[str]:
    """The columns that hold whatever the paper says: no key, and no word of a list."""
    keys = {column for key in (table.primary_key, *table.unique_keys) for column in key}
    keys |= {column for key in table.foreign_keys for column in key.fields}
    return [
        field.name
        for field in table.fields
        if field.type == "string" and not field.allowed and field.name not in keys and not field.name.endswith("_id")
    ]


def _forget() -> None:
    """Let everything that is kept of a version be read again."""
    st.cache_resource.clear()
    for name, module in list(sys.modules.items()):
        if name.startswith("pages."):
            for each in vars(module).values():
                if isinstance(each, queries.Kept):
                    each.of.cache_clear()


@pytest.fixture(scope="module")
def _marked(frames: Frames) -> Iterator[None]:
    """The papers with a star on each side of a word in every text of theirs."""
    described = {table.name: table for table in description.tables(PACKAGE)}
    marked = {name: frame.copy() for name, frame in frames.items()}
    for name in marked.keys() & described.keys() - set(KEPT_AS_IT_IS):
        for column in free_texts(described[name]):
            texts = marked[name][column]
            if texts.astype(str).str.contains(" ").any():
                marked[name][column] = texts.map(lambda text: text if pd.isna(text) else f"{text} {MARK}")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(queries, "frames", lambda _: marked)
        _forget()
        yield
    _forget()


@pytest.mark.grundig(4)
@pytest.mark.parametrize(("script", "query"), VIEWS, ids=str)
def test_no_text_of_the_papers_is_read_as_markdown(script: str, query: dict[str, str], _marked: None) -> None:
    app = run_page(script, query)
    assert not app.exception
    taken = [
        f"{kind}: {found[0]}"
        for kind, proto in insides.protos(app)
        if kind in READ_AS_MARKDOWN
        for found in re.finditer(r".{0,60}(?<!\\\\)\*stjernet", str(proto))
    ]
    assert taken == []
