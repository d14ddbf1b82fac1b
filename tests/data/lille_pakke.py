"""A Data Package of two small tables and one view, for tests of what is done to packages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_WHOLE = {"mistet": [], "fortolket": []}


def _field(name: str, kind: str, title: str | None = None, description: str = "", **more: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "title": title or name, "description": description, **more}


KOMMUNE: dict[str, Any] = {
    **_WHOLE,
    "name": "kommune",
    "title": "Kommuner",
    "description": "Kommunernes navne.",
    "fields": [
        _field("kommune_id", "string", "Nøgle", constraints={"required": True}),
        _field("navn", "string", "Navn", constraints={"required": True, "unique": True}),
    ],
    "primaryKey": ["kommune_id"],
}
KAPACITET: dict[str, Any] = {
    **_WHOLE,
    "name": "kapacitet",
    "title": "Kapacitet",
    "description": "Kapacitet pr. kommune, så'n som den er trykt.",
    "fields": [
        _field("kommune_id", "string", constraints={"required": True}),
        _field("speciale", "integer", constraints={"required": True, "enum": [51, 62]}),
        _field("kapacitet", "number", "Kapacitet", "Antal.", enhed="kapaciteter", constraints={"minimum": 0}),
        _field("anslaaet", "boolean"),
        _field("dato", "date"),
    ],
    "primaryKey": ["kommune_id", "speciale"],
    "foreignKeys": [{"fields": ["kommune_id"], "reference": {"resource": "kommune", "fields": ["kommune_id"]}}],
}
TRYKT: dict[str, Any] = {
    **_WHOLE,
    "description": "",
    "name": "trykt_raekke",
    "title": "Trykte rækker",
    "fields": [
        _field("trykt_tabel", "string"),
        _field("kilde_linje", "integer"),
        _field("tekst", "string"),
    ],
    "primaryKey": ["trykt_tabel", "kilde_linje"],
}
ROWS = {
    "register/kommune.csv": "kommune_id,navn\nalleroed,Allerød\nvalby,Valby\n",
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
    for schema, folder, files in (
        (KAPACITET, "004", ["004/kapacitet"]),
        (KOMMUNE, "register", ["register/kommune"]),
        (TRYKT, "004", ["004/trykte_raekker", "002/trykte_raekker", "004/trykte_tekster"]),
    ):
        description = f"{folder}/{schema['name']}.json"
        write(package / description, json.dumps(schema))
        resources += [{"name": file, "path": f"{file}.csv", "schema": description} for file in files]
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
