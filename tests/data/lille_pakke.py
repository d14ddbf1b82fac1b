"""A Data Package of two small tables and one view, for tests of what is done to packages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

KOMMUNE: dict[str, Any] = {
    "name": "kommune",
    "title": "Kommuner",
    "description": "Kommunernes navne.",
    "fields": [
        {"name": "kommune_id", "type": "string", "title": "Nøgle", "constraints": {"required": True}},
        {
            "name": "navn",
            "type": "string",
            "title": "Navn",
            "constraints": {"required": True, "unique": True},
        },
    ],
    "primaryKey": ["kommune_id"],
}
KAPACITET: dict[str, Any] = {
    "name": "kapacitet",
    "title": "Kapacitet",
    "description": "Kapacitet pr. kommune, så'n som den er trykt.",
    "fields": [
        {"name": "kommune_id", "type": "string", "constraints": {"required": True}},
        {"name": "speciale", "type": "integer", "constraints": {"required": True, "enum": [51, 62]}},
        {
            "name": "kapacitet",
            "type": "number",
            "title": "Kapacitet",
            "description": "Antal.",
            "enhed": "kapaciteter",
            "constraints": {"minimum": 0},
        },
        {"name": "anslaaet", "type": "boolean"},
        {"name": "dato", "type": "date"},
    ],
    "primaryKey": ["kommune_id", "speciale"],
    "foreignKeys": [{"fields": ["kommune_id"], "reference": {"resource": "kommune", "fields": ["kommune_id"]}}],
}
TRYKT: dict[str, Any] = {
    "name": "trykt_raekke",
    "title": "Trykte rækker",
    "fields": [
        {"name": "trykt_tabel", "type": "string"},
        {"name": "kilde_linje", "type": "integer"},
        {"name": "tekst", "type": "string"},
    ],
    "primaryKey": ["trykt_tabel", "kilde_linje"],
}
ROWS = {
    "faelles/kommune.csv": "kommune_id,navn\nalleroed,Allerød\nvalby,Valby\n",
    "004/kapacitet.csv": (
        "kommune_id,speciale,kapacitet,anslaaet,dato\n"
        "alleroed,51,6.25,true,2024-04-19\n"
        "alleroed,62,0,false,\n"
        "valby,51,,,\n"
    ),
    "004/trykte_raekker.csv": "trykt_tabel,kilde_linje,tekst\ntabel_3,4240,Allerød 6.25\n",
    "002/trykte_raekker.csv": "trykt_tabel,kilde_linje,tekst\ntabel_9,12,Valby\n",
    "004/trykte_tekster.csv": "trykt_tabel,kilde_linje,tekst\nafsnit,5555,10.000\n",
}


def make_package(root: Path) -> tuple[Path, Path]:
    """Write the package and its view under root; the folders of the package and of the SQL."""
    package, sql = root / "kilder", root / "sql"
    for path, text in ROWS.items():
        write(package / path, text)
    resources = []
    # The table that refers comes first: the order must not matter.
    for schema, folder, file in (
        (KAPACITET, "004", "kapacitet"),
        (KOMMUNE, "faelles", "kommune"),
        (TRYKT, "004", "trykte_raekker"),
    ):
        description = f"{folder}/{schema['name']}.json"
        write(package / description, json.dumps(schema))
        resources.append({"name": schema["name"], "path": f"{folder}/{file}.csv", "schema": description})
    write(package / "datapackage.json", json.dumps({"name": "lille", "resources": resources}))
    write(sql / "10_sum.sql", "CREATE VIEW samlet AS SELECT SUM(kapacitet) AS i_alt FROM kapacitet;")
    return package, sql


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def replace(path: Path, old: str, new: str) -> None:
    """Change the file's text, which must hold ``old``."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
