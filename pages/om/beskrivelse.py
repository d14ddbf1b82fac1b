"""What is said of the documents and tables: read from their own descriptions, nothing typed twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics import kildekontrol, papirer
from analytics.tabeller import Frames
from dansk import dato, tal
from data import description
from data.errors import DataError
from pages import components
from pages.components import Cell, Column, Row
from pages.navigation import addresses
from pages.reading import markdown, queries, sources

_LINE, _CHOSEN = "kilde_linje", "valgt"


def documents() -> None:
    """Say where the figures stand, and list the papers with meeting and how many tables are from each."""
    of_table = [table.source.kilde_id if table.source else "" for table in _tables()]
    papers, _ = _dated()
    st.header(f"Tallene står i {len(papers)} mødepapirer og {len(of_table)} tabeller", anchor=False)
    components.table(
        "dokumenter",
        (
            Column("titel", "Dokument"),
            Column("moede", "Hvem, hvornår"),
            Column("tabeller", "Tabeller", "tal"),
            Column("kilde", "Nr.", ubrudt=True),
        ),
        [
            Row(
                (
                    Cell(each.titel),
                    Cell(f"{each.udgiver or '–'}, {_when(each)}", str(each.tid.fra) if each.tid else None),
                    Cell(tal.number(of_table.count(each.kilde_id)), float(of_table.count(each.kilde_id))),
                    Cell(each.kilde_id),
                )
            )
            for each in papers
        ],
        alt=f"De {len(papers)} mødepapirer, som tallene kommer fra",
        cards=True,
    )


def when_from() -> None:
    """Say of each paper without a day of its own why it is no earlier and no later; folded."""
    reasons = [(paper, reason) for paper in _dated()[0] for reason in paper.grunde]
    with st.expander("Hvorfor papirerne er dateret sådan", icon=":material/calendar_today:"):
        components.table(
            "papirtid",
            (
                Column("kilde", "Nr.", ubrudt=True),
                Column("dag", "Dag"),
                Column("hvorfor", "Hvorfor"),
                Column("linje", "Linje", "tal"),
            ),
            [
                Row(
                    (
                        Cell(paper.kilde_id),
                        Cell(f"{reason.ende} {dato.day(reason.dag)}", str(reason.dag)),
                        Cell(reason.hvorfor, link=addresses.table("papirtid", reason.linje)),
                        Cell(str(reason.linje), float(reason.linje)),
                    )
                )
                for paper, reason in reasons
            ],
            alt="Den første og den sidste dag, papirerne kan være fra, og hvorfor",
            cards=True,
        )
        st.caption("Tavlerne viser et papir fra den første dag. Alder er talt fra den sidste.")


def _dated() -> tuple[Sequence[papirer.Dokument], Sequence[papirer.Dokument]]:
    """The papers, which have a date, and what else there is: the sources of the map."""
    everything = queries.all_documents()
    return [each for each in everything if each.tid], [each for each in everything if not each.tid]


def _when(of: papirer.Dokument) -> str:
    return dato.span(of.tid.fra, of.tid.til) if of.tid else tal.UNKNOWN


def _tables() -> Sequence[description.Table]:
    """The tables that there are in this version of the data."""
    return [table for table in queries.descriptions() if table.name in queries.tables()]


def all_tables() -> None:
    """List every table with its place in the source, its size, and what is known to be lost; folded."""
    frames = queries.tables()
    rows = []
    for table in _tables():
        rows.append(
            Row(
                (
                    Cell(table.title, link=addresses.table(table.name)),
                    Cell(table.source.kilde_id if table.source else "–"),
                    Cell((table.source.table or table.title) if table.source else "egen tabel"),
                    Cell(tal.number(len(frames[table.name])), float(len(frames[table.name]))),
                    Cell(tal.number(len(table.lost)), float(len(table.lost))),
                    Cell(tal.number(len(table.interpreted)), float(len(table.interpreted))),
                    Cell(_lines(table)),
                )
            )
        )
    with st.expander(f"Alle {len(rows)} tabeller", icon=":material/table_rows:"):
        components.table(
            "tabeller",
            (
                Column("titel", "Tabel"),
                Column("kilde", "Dokument"),
                Column("sted", "Trykt som"),
                Column("raekker", "Rækker", "tal"),
                Column("mistet", "Tabt", "tal", "Hvor mange ting der vides at være gået tabt"),
                Column("fortolket", "Fortolket", "tal", "Hvor mange ting vi selv har læst ind"),
                Column("linjer", "Linjer i tekstudtrækket"),
            ),
            rows,
            alt=f"De {len(rows)} tabeller, hvor de er trykt, og hvor mange rækker de har",
            cards=True,
        )
        _caveats_of_geography()


def _caveats_of_geography() -> None:
    """Say what the map is, and what it is made of."""
    from geo import areas

    about = areas.features()
    _, others = _dated()
    named = ". ".join(f"{each.titel}: {each.udgiver or '–'}" for each in others)
    st.caption(markdown.plain(f"Kortet: {about['maerkat']}. {about['kilde']}. {named}. Licens: {about['licens']}"))


def _lines(table: description.Table) -> str:
    if table.source is None or not table.source.lines:
        return "–"
    return ", ".join(f"{first}-{last}" for first, last in table.source.lines)


def package() -> None:
    """Show the download of all files as they are now, named by what it holds, or why there is none."""
    try:
        fingerprint, content = queries.package()
    except DataError as error:
        st.caption(str(error))
        return
    st.download_button(
        "Hele datapakken (zip)",
        lambda: content,
        f"kkr-data-{fingerprint}.zip",
        "application/zip",
        icon=":material/folder_zip:",
        key="datapakke",
        on_click="ignore",
        help="Alle tabeller som CSV med en beskrivelse efter Frictionless Data Package.",
    )


def table(name: str, linje: int) -> None:
    """Show one table: where it is printed, its rows with the one at `linje` first (0 is none), and what it is."""
    described = queries.description(name)
    st.header(described.title, anchor=False)
    if described.source:
        parts = [sources.document(described.source.kilde_id), described.source.table, _pages(name)]
        st.markdown(f"**{markdown.plain(', '.join(filter(None, parts)))}**")
    _content(name, linje)
    st.write(markdown.plain(described.description))
    if described.counted_by:
        st.write(f"**Opgjort efter:** {'bopæl' if described.counted_by == 'bopael' else 'klinik'}.")
    _sentences("Gået tabt", described.lost)
    _sentences("Fortolket", described.interpreted)
    _sentences("Forbehold", tuple(caveat.text for caveat in described.caveats))
    if described.source and described.source.lines:
        st.caption(f"Linjer i tekstudtrækket: {_lines(described)}.")
    with st.expander("Kolonnerne"):
        components.table(
            "kolonner",
            (
                Column("navn", "Kolonne"),
                Column("titel", "Titel"),
                Column("hvad", "Hvad"),
                Column("enhed", "Enhed"),
            ),
            [Row((Cell(f.name), Cell(f.title), Cell(f.description), Cell(f.unit or "–"))) for f in described.fields],
            alt=f"Kolonnerne i {described.title}",
            cards=True,
        )


def _pages(name: str) -> str | None:
    """The pages of the paper that the table's rows are on, where its text tells them."""
    pages = papirer.sider(queries.tables()[name])
    if pages is None:
        return None
    first, last = pages
    return f"side {first}" if first == last else f"side {first}-{last}"


def row_counts(frames: Frames) -> pd.Series:
    """Return the number of rows of each described table, for comparing two versions of the data."""
    titles = {table.name: f"Rækker i {table.title}" for table in queries.descriptions()}
    return pd.Series({title: float(len(frames[name])) for name, title in titles.items() if name in frames})


def _sentences(title: str, sentences: tuple[str, ...]) -> None:
    if sentences:
        st.markdown(f"**{title}**\n" + "\n".join(f"- {markdown.plain(sentence)}" for sentence in sentences))


def _content(name: str, linje: int) -> None:
    frame = queries.tables()[name]
    described = queries.description(name)
    # Where a row stands in the text extract is the last thing that somebody asks of it.
    fields = sorted(
        (field for field in described.fields if field.name in frame.columns), key=lambda field: field.name == _LINE
    )
    found = [finding for finding in queries.differences() if finding.tabel == name]
    records = frame.to_dict("records")
    is_chosen = [linje != 0 and row.get(_LINE) == linje for row in records]
    if any(is_chosen):
        _say_chosen(records[is_chosen.index(True)])
    components.table(
        f"indhold-{name}",
        [Column(f.name, f.title, "tal" if _is_figure(f) else "tekst", f.description) for f in fields],
        [
            Row([_cell(row, field, found) for field in fields], id=_CHOSEN if first else None)
            for first, row in sorted(zip(is_chosen, records, strict=True), key=lambda pair: not pair[0])
        ],
        alt=f"{described.title}: {len(frame)} rækker",
        height=620,
        chosen=_CHOSEN,
        cards=True,
    )


def _say_chosen(row: dict[Any, Any]) -> None:
    """Show the chosen row as it is printed."""
    printed = queries.tables()["trykt_raekke"]
    at = printed[(printed["kilde_id"] == row["kilde_id"]) & (printed["kilde_linje"] == row[_LINE])]
    text = " / ".join(at["tekst"])
    page = row.get("side")
    where = "" if page is None or pd.isna(page) else f" på side {int(page)}"
    if text:
        st.info(f"Trykt{where}: «{markdown.plain(text)}»", icon=":material/find_in_page:")


def _is_figure(field: description.Field) -> bool:
    return field.type in ("number", "integer") and field.name not in ("speciale", "aar", "kilde_linje", "side")


def _cell(row: dict[Any, Any], field: description.Field, found: Sequence[kildekontrol.Finding]) -> Cell:
    value = row[field.name]
    if value is None or pd.isna(value):
        return Cell("–", unknown=True)
    if field.type == "boolean":
        return Cell("ja" if value else "nej")
    if field.type == "date":
        return Cell(dato.day(value), str(value))
    if _is_figure(field):
        mark = next((sources.sign(finding) for finding in found if _is_about(finding, row, field.name)), None)
        return Cell(tal.as_printed(float(value)), float(value), mark=mark)
    if field.type in ("number", "integer"):
        return Cell(str(int(value)), float(value))
    return Cell(_names(field.name).get(str(value), str(value)))


def _is_about(finding: kildekontrol.Finding, row: dict[Any, Any], column: str) -> bool:
    """Say whether the finding is about that cell; tables of single figures name the figure in a column of its own."""
    fields = (column, row.get("noegle"), row.get("hvad"), row.get("aktivitet"))
    same = all(getattr(finding, key) in (None, row.get(key, getattr(finding, key))) for key in ("speciale", "aar"))
    return finding.kilde_linje == row["kilde_linje"] and finding.felt in fields and same


def _names(field_name: str) -> dict[str, str]:
    named = {"omraade_id": queries.area_names, "kommune_id": queries.kommune_names}
    return named[field_name]() if field_name in named else {}
