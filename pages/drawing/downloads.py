"""Taking the figures away: CSV for a Danish Excel, and Excel with a sheet that says where they come from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pandas as pd
import streamlit as st

from data import export
from pages import view
from pages.reading import queries, sources
from pages.view import sharing

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def bar(
    name: str,
    frame: pd.DataFrame | Callable[[], pd.DataFrame],
    *,
    tables: Sequence[str],
    selection: str,
    printed: Sequence[sources.Printed] = (),
    kilder: Collection[str] = (),
    called: str = "",
) -> None:
    """
    Show what stands below a picture, except before a whole room: «Vis i kilden» and the two downloads.

    Where a page offers several tables, `called` names on the buttons which one this is.
    """
    if not view.on_projector():
        with st.container(horizontal=True):
            if printed:
                sources.show_printed(f"kilde-{name}", printed)
            buttons(name, frame, tables=tables, selection=selection, kilder=kilder, called=called)


def buttons(
    name: str,
    frame: pd.DataFrame | Callable[[], pd.DataFrame],
    *,
    tables: Sequence[str],
    selection: str,
    kilder: Collection[str] = (),
    called: str = "",
) -> None:
    """
    Show the two downloads of a table, or of what makes it; the files are made when they are asked for.

    Where a page offers several, `called` names on the buttons which one this is.
    """

    def made() -> pd.DataFrame:
        return frame if isinstance(frame, pd.DataFrame) else frame()

    st.download_button(
        _label("CSV", called),
        queries.of_this_run(lambda: export.table_csv(made())),
        f"kkr-{name}.csv",
        "text/csv",
        icon=":material/download:",
        key=f"csv-{name}",
        on_click="ignore",
        help="Åbner rigtigt i en dansk Excel: semikolon og decimalkomma.",
    )
    link = sharing.link()
    st.download_button(
        _label("Excel", called),
        queries.of_this_run(lambda: export.table_excel(made(), source_lines(tables, selection, link, kilder))),
        f"kkr-{name}.xlsx",
        EXCEL,
        icon=":material/table_view:",
        key=f"xlsx-{name}",
        on_click="ignore",
        help="Med et ark, der siger, hvor tallene kommer fra.",
    )


def _label(kind: str, called: str) -> str:
    return f"{kind}, {called}" if called else kind


def source_lines(
    tables: Sequence[str], selection: str, link: str, kilder: Collection[str] = ()
) -> list[tuple[str, str]]:
    """Return the rows of the sheet Kilde: documents, tables, what was selected, the link and the data's version."""
    standing = list(sources.standing(tables, kilder))
    return [
        *(("Dokument", sources.document(kilde_id)) for kilde_id in sorted({kilde_id for kilde_id, _ in standing})),
        *(("Tabel", _table_line(*each)) for each in standing),
        ("Udvalg", selection),
        ("Link til visningen", link),
        ("Dataversion", queries.version()),
    ]


def _table_line(kilde_id: str, name: str) -> str:
    title, printed = queries.description(name).title, sources.printed_name(name, kilde_id)
    return title if printed == title else f"{title}: {printed}"
