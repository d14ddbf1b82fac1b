"""What the browser fetches once, under an address with a hash of the content: component scripts and the geometry."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from geo import areas, drawing, tiles

FOLDER = Path(__file__).parent
"""Where the components have a folder each, and the script that they share lies."""
_GEOMETRY = "geometri.json"
_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_IMPORT = re.compile(r'(?<=from ")\./(?P<name>[a-z_]+\.js)(?=")')


@cache
def _files() -> dict[str, Path]:
    """Scripts and styles by name: each component's own, and what they import from each other."""
    return {file.name: file for file in FOLDER.rglob("*") if file.suffix in (".js", ".css")}


@cache
def _content(name: str) -> bytes:
    """A file as it is served: what a script imports has an address with a hash too, so a change reaches everybody."""
    text = _files()[name].read_text(encoding="utf-8")
    return _IMPORT.sub(lambda found: f"./{_file_name(found['name'])}", text).encode()


def _geometry() -> bytes:
    return json.dumps(drawing.drawing(), separators=(",", ":"), ensure_ascii=False).encode()


def _file_name(name: str) -> str:
    """
    A file's name with a hash in it.

    The geometry's hash is that of the map it is drawn from: drawing takes a while, and waits until it is asked for.
    """
    drawn_from = areas.source().read_bytes() + tiles.TILES_CSV.read_bytes() if name == _GEOMETRY else _content(name)
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}.{hashlib.sha256(drawn_from).hexdigest()[:10]}.{suffix}"


def find(address_name: str) -> tuple[bytes, str] | None:
    """Return content and media type of an asset by the last part of its address, or None."""
    stem, _, rest = address_name.partition(".")
    name = f"{stem}.{rest.rpartition('.')[2]}"
    if (name != _GEOMETRY and name not in _files()) or address_name != _file_name(name):
        return None
    content = _geometry() if name == _GEOMETRY else _content(name)
    return content, _MEDIA_TYPES[f".{name.rpartition('.')[2]}"]


def address(name: str) -> str:
    """
    Return the address of an asset relative to any page, e.g. `address("tables.js")`.

    Raises KeyError where there is none.
    """
    return f"aktiver/{_file_name(name)}"
