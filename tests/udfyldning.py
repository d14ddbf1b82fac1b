"""Templates as an official fills them in."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from typing import Any

import openpyxl

from data import description, store
from data.officials import naming, template
from data.store import Store

Row = Mapping[str, Any]

NEW_SOURCE: dict[str, Any] = {
    "kilde_id": "005",
    "fil": "status-marts.pdf",
    "titel": "Status fra tovholderne",
    "moede": "K29, marts 2026",
    "dato": dt.date(2026, 3, 19),
    "dato_praecision": "dag",
    "udgiver": "KKR Hovedstaden",
}
NEW_STATUS: dict[str, Any] = {
    "projekt_id": "madspild",
    "dato": dt.date(2026, 3, 19),
    "art": "status",
    "raekkefoelge": 1,
    "tekst": "Indsatsen er gået i drift.",
    "dato_praecision": "dag",
    "kilde_id": "005",
    "kilde_linje": 12,
}

_PLACE = {"kilde_id": "005", "kilde_linje": 12}
_PAGE = {"kilde_id": "005", "side": 3}
"""The same in a document that has no lines."""
_DATED = {"fra_dato": dt.date(2026, 3, 19)}
LATER_RESULT: dict[str, Any] = {
    **{"aar": 2024, "nr": 2, "del": "a1", "tema": "Bred geografisk spredning", "maal": "Specialiserede vejledninger"},
    **{"art": "kvantitativ", "retning": "hoejere", "maal_tal": 1500, "enhed": "vejledninger", "realiseret_tal": 1422},
    **{"resultat_kilde_id": "005", "resultat_kilde_linje": 14, **_PLACE},
}
"""What the new document says of a goal that is printed with a result of 1.530."""
NEW_ROWS: dict[str, list[dict[str, Any]]] = {
    "vip_status": [NEW_STATUS, NEW_STATUS | {"projekt_id": "kystbanen", "art": "opmaerksomhed"}],
    "vip_maal": [
        {"projekt_id": "madspild", "nr": 90, "maal": "Halvt så meget spild.", "maalt": "nej", **_PLACE}
        | {"frist": dt.date(2030, 12, 31), "frist_trykt": "i 2030"}
    ],
    "vip_deltager": [
        {"projekt_id": "klimaplaner", "aktoer_id": "ballerup", "rolle": "tovholder", **_PLACE}
        | {**_DATED, "fra_dato_praecision": "dag"}
    ],
    "vip_haendelse": [
        {"haendelse_id": "nyt-moede", "omraade": "klima", "art": "moede", "hvad": "Et møde.", **_PLACE}
        | {**_DATED, "til_dato": dt.date(2026, 3, 19), "dato_praecision": "dag"}
    ],
    "resultatmaal": [
        {"aar": 2026, "nr": 1, "del": "1", "tema": "Forsvar", "maal": "Flere bookinger.", "art": "kvantitativ"}
        | {"retning": "hoejere", "maal_tal": 6.25, "enhed": "bookinger", **_PAGE},
        LATER_RESULT,
    ],
    "kommunefordeling": [
        {"kommune_id": "koebenhavn", "aktivitet": "Driftsforløb", "aar": 2025, "deltagelser": 90, **_PAGE},
        {"kommune_id": "koebenhavn", "aktivitet": "Ukraine-indsats", "aar": 2025, "deltagelser": None, **_PAGE},
    ],
    "kommunefordeling_total": [
        {"navn": "Total", "aktivitet": "I alt", "aar": 2026, "deltagelser": 9000, **_PAGE},
    ],
    "sosu_laereplads": [{"kommune_id": "koebenhavn", "uddannelse": "ssh", "aar": 2026, "pladser": 230, **_PAGE}],
    "moede_opfoelgning": [
        {"punkt_id": "001-3-9", "raekkefoelge": 90, "opgave_id": "kofoedsminde-loesning", "udfald": "sket", **_PLACE}
        | {**_DATED, "til_dato": dt.date(2026, 3, 19), "hvad": "Svaret er sendt."}
    ],
}
"""A later row for each board's table, all from the new document."""


def filled(
    table: str, rows: Iterable[Row], sources: Iterable[Row] = (), *, of: Store = store.DEFAULT, full: bool = False
) -> bytes:
    """The table's template with these rows, and these documents, in the place of its example or below what it has."""
    book = openpyxl.load_workbook(io.BytesIO(template.workbook(table, rows=full, of=of)))
    tables = {each.name: each for each in description.tables(of.package)}
    for name, added in ((table, rows), ("kilde", sources)):
        if name not in book.sheetnames:
            continue
        if not full:
            book[name].delete_rows(2)  # the example
        columns = [naming.heading(tables[name], str(cell.value)) for cell in book[name][1]]
        for row in added:
            book[name].append([row.get(column) for column in columns])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
