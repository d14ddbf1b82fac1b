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


def documents() -> None:
    """List the documents with meeting, date and publisher."""
    st.header("Dokumenter", anchor=False)
    rows = []
    for each in papirer.alle(queries.tables()):
        when = dato.day(each.dato, each.praecision) if each.dato else tal.UNKNOWN
        rows.append(
            Row(
                (
                    Cell(each.kilde_id),
                    Cell(each.titel),
                    Cell(each.moede or "–"),
                    Cell(when, unknown=each.dato is None),
                    Cell(each.udgiver or "–"),
                )
            )
        )
    components.table(
        "dokumenter",
        (
            Column("kilde", "Nr."),
            Column("titel", "Dokument"),
            Column("moede", "Møde"),
            Column("dato", "Dato"),
            Column("udgiver", "Udgiver"),
        ),
        rows,
        alt=f"De {len(rows)} dokumenter, som tallene kommer fra",
        cards=True,
    )


def all_tables() -> None:
    """List every table with its place in the source, its size, and what is known to be lost."""
    st.header("Tabeller", anchor=False)
    frames = queries.tables()
    rows = []
    for table in queries.descriptions():
        if table.name not in frames:
            continue
        rows.append(
            Row(
                (
                    Cell(table.title, link=addresses.table(table.name)),
                    Cell(sources.printed_name(table.name) if table.source else "egen tabel"),
                    Cell(table.source.kilde_id if table.source else "–"),
                    Cell(tal.number(len(frames[table.name])), float(len(frames[table.name]))),
                    Cell(tal.number(len(table.lost)), float(len(table.lost))),
                    Cell(tal.number(len(table.interpreted)), float(len(table.interpreted))),
                )
            )
        )
    components.table(
        "tabeller",
        (
            Column("titel", "Tabel"),
            Column("sted", "Trykt som"),
            Column("kilde", "Dokument"),
            Column("raekker", "Rækker", "tal"),
            Column("mistet", "Tabt", "tal", "Hvor mange ting der vides at være gået tabt"),
            Column("fortolket", "Fortolket", "tal", "Hvor mange ting vi selv har læst ind"),
        ),
        rows,
        alt=f"De {len(rows)} tabeller, hvor de er trykt, og hvor mange rækker de har",
        cards=True,
    )


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


def caveats_of_geography() -> None:
    """Say what the map is."""
    from geo import areas

    about = areas.features()
    st.caption(f"Kortet: {about['maerkat']}. {about['kilde']}. Licens: {about['licens']}")


def table(name: str) -> None:
    """Describe one table, and show all of it."""
    described = queries.description(name)
    st.header(described.title, anchor=False)
    st.write(described.description)
    if described.source:
        document = markdown.plain(sources.document(described.source.kilde_id))
        st.write(f"**Står i:** {document}, {sources.printed_name(name)}.")
    if described.counted_by:
        st.write(f"**Opgjort efter:** {'bopæl' if described.counted_by == 'bopael' else 'klinik'}.")
    _sentences("Gået tabt", described.lost)
    _sentences("Fortolket", described.interpreted)
    _sentences("Forbehold", tuple(caveat.text for caveat in described.caveats))
    _content(name)
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


def row_counts(frames: Frames) -> pd.Series:
    """Return the number of rows of each described table, for comparing two versions of the data."""
    titles = {table.name: f"Rækker i {table.title}" for table in queries.descriptions()}
    return pd.Series({title: float(len(frames[name])) for name, title in titles.items() if name in frames})


def _sentences(title: str, sentences: tuple[str, ...]) -> None:
    if sentences:
        st.markdown(f"**{title}**\n" + "\n".join(f"- {sentence}" for sentence in sentences))


def _content(name: str) -> None:
    frame = queries.tables()[name]
    described = queries.description(name)
    fields = [field for field in described.fields if field.name in frame.columns]
    found = [finding for finding in queries.differences() if finding.tabel == name]
    rows = [Row([_cell(row, field, found) for field in fields]) for row in frame.to_dict("records")]
    components.table(
        f"indhold-{name}",
        [Column(f.name, f.title, "tal" if _is_figure(f) else "tekst", f.description) for f in fields],
        rows,
        alt=f"{described.title}: {len(frame)} rækker",
        height=620,
        cards=True,
    )


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
