"""The papers' claims of the social area as figures, cells and printed rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import pandas as pd
import streamlit as st

from analytics.socialt.forloeb import synspunkter
from analytics.socialt.paastande import TABELLER, Socialtal
from dansk import tal
from dansk.saetning import listed
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.reading import queries, sources
from pages.reading.sources import Printed

_NO_BREAK = "\N{NO-BREAK SPACE}"
_BEHIND = {"pct.": "%"}
"""Units that are written otherwise behind a figure than in the papers."""


def written(of: Socialtal) -> str:
    """Return a claim's figure with its unit, or its words."""
    if of.tal is None:
        return of.tekst or tal.UNKNOWN
    unit = _BEHIND.get(of.enhed or "", of.enhed)
    return f"{tal.as_printed(of.tal)}{_NO_BREAK}{unit}" if unit else tal.as_printed(of.tal)


def cell(of: Socialtal, *, bar: float | None = None, unit: bool = True) -> Cell:
    """Return a claim's figure, with the mark of the source checks where they say something of it."""
    text = written(of) if unit else tal.as_printed(of.tal)
    mark = sources.mark(of.tabel, "tekst" if of.tal is None else "tal", raekke=of.hvad)
    return Cell(text, of.tal, bar=bar, mark=mark)


def printed(claims: Iterable[Socialtal]) -> list[Printed]:
    """Return where each claim is printed."""
    return [sources.printed(each.hvad, written(each), each.kilde, each.tabel) for each in claims]


def papers(claims: Iterable[Socialtal]) -> frozenset[str]:
    """Return the papers (kilde_id) of claims."""
    return frozenset(each.kilde.kilde_id for each in claims)


def rows(claims: Iterable[Socialtal], where: str) -> pd.DataFrame:
    """Return claims as rows to take away; `where` says what they are figures of."""
    return pd.DataFrame(
        {
            "hvad": each.hvad,
            "gælder": where,
            "tal": each.tal,
            "enhed": each.enhed,
            "år": each.aar,
            "kilde": each.kilde.kilde_id,
            "linje": each.kilde.kilde_linje,
        }
        for each in claims
    )


def figures(key: str, claims: Sequence[Socialtal], *, where: str, alt: str) -> None:
    """Show claims as a table, with what they are figures of, and where they are printed."""
    components.table(
        key,
        (
            Column("hvad", "Tal"),
            Column("tal", where, "tal"),
            Column("aar", "År", "tal"),
            Column("kilde", "Kilde"),
        ),
        [
            Row(
                (
                    Cell(each.hvad),
                    cell(each),
                    Cell("–" if each.aar is None else str(each.aar), each.aar),
                    sources.cell(each.kilde, each.tabel),
                )
            )
            for each in claims
        ],
        alt=alt,
        cards=True,
    )


def views(emne: str, heading: str) -> None:
    """Show who says what in a matter."""
    told = synspunkter(queries.tables(), emne)
    who = list(dict.fromkeys(each.hvem for each in told))
    with st.expander(heading, icon=":material/forum:"):
        components.table(
            f"synspunkter-{emne}",
            (
                *((Column("hvem", "Hvem", ubrudt=True),) if len(who) > 1 else ()),
                *(Column("hvad", "Siger"), Column("kilde", "Kilde")),
            ),
            [
                Row(
                    (
                        *((Cell(each.hvem),) if len(who) > 1 else ()),
                        Cell(each.hvad),
                        sources.cell(each.kilde, "social_synspunkt"),
                    )
                )
                for each in told
            ],
            alt=f"{heading}: {listed(who)}",
            cards=True,
        )


def take_away(
    key: str,
    of: pd.DataFrame,
    claims: Sequence[Socialtal],
    *,
    selection: str,
    worked_out: str = "",
    called: str = "",
) -> None:
    """
    Show what stands below a picture of claims: where they are printed, the files, and their papers' numbers.

    `called` names on the buttons which table's files they are, on a page of several.
    """
    found = papers(claims)
    downloads.bar(key, of, tables=TABELLER, selection=selection, printed=printed(claims), kilder=found, called=called)
    worked_out = f" Beregnet her: {worked_out}" if worked_out and not view.on_projector() else ""
    st.caption(sources.numbers(found) + worked_out)


def footer(tables: Sequence[str], of: Collection[str]) -> None:
    """Show the papers and the tables of all that stands on the page, in a box."""
    if not view.on_projector():
        with st.expander("Kilder og tabeller", icon=":material/description:"):
            sources.papers(tables, of)
