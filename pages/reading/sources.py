"""Where a figure comes from: the source line below every picture, and «Vis i kilden» with the printed row itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from analytics import kildekontrol, papirer
from analytics.paastand import Kilde
from dansk import saetning, tal
from pages import components
from pages.navigation import addresses
from pages.reading import markdown, queries

_SIGNS = {
    "modstrid": ("▲", "Kilden modsiger sig selv"),
    "trykfejl": ("▲", "Trykfejl i kilden"),
    "andet_grundlag": ("△", "Kilden har et andet grundlag"),
    "udtraekket": ("△", "Tabt i tekstudtrækket"),
}


@dataclass(frozen=True)
class Printed:
    """
    One figure shown: what it is called, the figure as text, and the table and line it was printed at.

    What officials have added may have a page and no line. The one that somebody has chosen (`valgt`) is listed first.
    """

    hvad: str
    tal: str
    tabel: str
    kilde_id: str
    kilde_linje: int | None
    valgt: bool = False


def printed(what: str, text: str, of: Kilde, table: str) -> Printed:
    """Return where a figure is printed."""
    return Printed(what, text, table, of.kilde_id, of.kilde_linje)


def cell(of: Kilde, table: str) -> components.Cell:
    """Return the cell that says where a row of a table is printed and leads to it."""
    return components.Cell(of.kort, link=addresses.table(table, of.kilde_linje))


def document(kilde_id: str) -> str:
    """Return a document's title with its meeting and its number, e.g. «… (004)»; '' stands for tables of our own."""
    return queries.documents()[kilde_id] if kilde_id else "Egne tabeller"


def printed_name(tabel: str, kilde_id: str | None = None) -> str:
    """Return what its paper, or another, calls the table: «Tabel 3 og 4, linje 4239-4343, 4371-4475», or its title."""
    table = queries.description(tabel)
    if table.source is None or not table.source.lines or kilde_id not in (None, table.source.kilde_id):
        return table.title
    lines = ", ".join(f"{first}-{last}" for first, last in table.source.lines)
    return f"{table.source.table or table.title}, linje {lines}"


def reading(retning: str) -> str:
    """Return in words how high and low figures of a measure are to be read."""
    return {
        "hoej_er_ringere": "jo højere, jo ringere",
        "maengde": "en mængde, hverken god eller dårlig",
        "aendring": "en ændring, holdt op mod regionens eller mod ingen",
    }[retning]


def footer(
    tabeller: Sequence[str], computed: str | None = None, kilder: Collection[str] = (), *, brief: bool = False
) -> None:
    """
    Show the source line below a picture: document, tables and lines, and what was worked out here.

    A `brief` one has the papers' numbers and what the tables are called there, each a link to its lines.
    """
    if not brief:
        st.caption(line(tabeller, computed, kilder, link=True))
        return
    named: dict[str, dict[str, str]] = {}
    for kilde_id, name in standing(tabeller, kilder):
        table = queries.description(name)
        called = table.source.table if table.source and table.source.table else table.title
        named.setdefault(f"dokument {kilde_id}" if kilde_id else "egne data", {}).setdefault(
            called, f"[{called}]({addresses.table(name)})"
        )
    told = (f"{paper}, {saetning.listed(list(of.values()))}" for paper, of in named.items())
    st.caption(f"Kilde: {'; '.join(told)}.")


def line(
    tabeller: Sequence[str], computed: str | None = None, kilder: Collection[str] = (), *, link: bool = False
) -> str:
    """Return the source line: document, tables and lines, each a link where wanted, and what was worked out here."""
    by_document: dict[str, dict[str, str]] = {}
    for kilde_id, name in standing(tabeller, kilder):
        # Two tables may be printed as one.
        by_document.setdefault(kilde_id, {}).setdefault(printed_name(name, kilde_id), name)
    name_of = (lambda kilde_id: markdown.plain(document(kilde_id))) if link else document
    parts = [
        f"{name_of(kilde_id)}: "
        + "; ".join(f"[{words}]({addresses.table(name)})" if link else words for words, name in names.items())
        for kilde_id, names in by_document.items()
    ]
    return "Kilde: " + ". ".join(parts) + "." + (f" Beregnet her: {computed}" if computed else "")


def standing(tabeller: Iterable[str], kilder: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """
    Return the documents that tables stand in, as (kilde_id, table).

    A table that officials add to, or that is of several documents, stands in those of `kilder`, the documents behind
    the rows shown, that it refers to.
    """
    for name in tabeller:
        rows = queries.tables()[name]
        described = queries.description(name)
        if kilder and (described.editable or described.source is None) and "kilde_id" in rows:
            yield from ((each, name) for each in sorted(papirer.henvist(rows) & set(kilder)))
        else:
            yield queries.document_of(name), name


def numbers(kilder: Iterable[str]) -> str:
    """
    Return the source line that has the papers' numbers alone.

    >>> numbers({"004", "003"}), numbers(())
    ('Kilde: dokument 003 og 004.', 'Kilde: ingen.')
    """
    told = saetning.listed(sorted(set(kilder)))
    return f"Kilde: dokument {told}." if told else "Kilde: ingen."


def papers(tabeller: Sequence[str], kilder: Iterable[str], *, brief: bool = False) -> None:
    """
    Show the source line of tables that several papers have rows in; the lines themselves stand beside the texts.

    A `brief` one has the papers' numbers alone.
    """
    if brief:
        st.caption(numbers(kilder))
        return
    names = ", ".join(f"[{queries.description(name).title}]({addresses.table(name)})" for name in tabeller)
    documents = ". ".join(markdown.plain(document(kilde_id)) for kilde_id in sorted(set(kilder)))
    lines = "Linjen står ved hver tekst eller under «Vis i kilden»; l. er linje."
    st.caption(f"Kilde: {documents or 'ingen'}. {lines} Tabeller: {names}.")


def mark(tabel: str, felt: str, **keys: Any) -> components.Mark | None:
    """Return the sign beside a printed figure that the source checks say something of, or None."""
    found = queries.marks().mark(tabel, felt, **keys)
    return sign(found) if found else None


def sign(found: kildekontrol.Finding) -> components.Mark:
    """Return the sign of a finding, with its words and the link to its explanation."""
    character, words = _SIGNS[found.art]
    return components.Mark(character, f"{words}: se kildekontrollen", addresses.finding(found.afvigelse_id), found.art)


def explain_marks() -> str:
    """Return what the signs mean, for the line below a table that has some."""
    return (
        "▲ er modstrid eller trykfejl i kilden, △ et andet grundlag eller tabt i tekstudtrækket. "
        "Begge fører til kildekontrollen."
    )


def show_printed(key: str, figures: Iterable[Printed]) -> None:
    """Show the button «Vis i kilden»; opened, it lists the printed row behind each figure."""
    box = st.popover("Vis i kilden", icon=":material/find_in_page:", key=key, on_change="rerun")
    if not box.open:
        return
    rows = queries.tables()["trykt_raekke"]
    with box:
        components.table(
            f"{key}-raekker",
            (
                components.Column("sted", "Dokument, tabel og side"),
                components.Column("hvad", "Tal"),
                components.Column("tal", "Vist", "tal"),
                components.Column("trykt", "Den trykte række"),
                components.Column("linje", "Linje i tekstudtrækket", "tal"),
            ),
            [_row(figure, rows) for figure in sorted(figures, key=lambda each: not each.valgt)],
            alt="De trykte rækker bag tallene",
            height=420,
            cards=True,
        )


def _row(figure: Printed, rows: pd.DataFrame) -> components.Row:
    at = rows[(rows["kilde_id"] == figure.kilde_id) & (rows["kilde_linje"] == figure.kilde_linje)]
    table = queries.description(figure.tabel)
    parts = [
        figure.kilde_id,
        table.source.table if table.source and table.source.table else table.title,
        _page(figure),
    ]
    return components.Row(
        (
            components.Cell(", ".join(filter(None, parts)), link=addresses.table(figure.tabel, figure.kilde_linje)),
            components.Cell(figure.hvad),
            components.Cell(figure.tal),
            components.Cell(" / ".join(at["tekst"]) if len(at) else tal.UNKNOWN, unknown=not len(at)),
            components.Cell("–")
            if figure.kilde_linje is None
            else components.Cell(str(figure.kilde_linje), float(figure.kilde_linje)),
        )
    )


def _page(figure: Printed) -> str | None:
    """Return the page of the paper, where the text's page breaks tell it."""
    table = queries.tables()[figure.tabel]
    at = (table["kilde_id"] == figure.kilde_id) & (table["kilde_linje"] == figure.kilde_linje)
    pages = table.loc[at, "side"].dropna()
    return f"side {int(pages.iloc[0])}" if len(pages) else None
