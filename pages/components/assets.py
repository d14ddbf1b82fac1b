"""What the browser fetches once, under an address with a hash of the content: component scripts and the geometry."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from geo import areas, drawing, tiles

_FOLDER = Path(__file__).parent / "aktiver"
_GEOMETRY = "geometri.json"
_IMPORTED = ("danish.js", "elements.js")
"""What several scripts import; these import nothing themselves."""
_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


@cache
def _files() -> dict[str, bytes]:
    files = {path.name: path.read_bytes() for path in _FOLDER.iterdir() if path.suffix in _MEDIA_TYPES}
    # A script names what it imports by file; the browser asks for it under the address with its hash.
    imported = {name: _hashed(name, files[name]).encode() for name in _IMPORTED}
    for name in files:
        for of, address_name in imported.items():
            files[name] = files[name].replace(f'from "./{of}"'.encode(), b'from "./' + address_name + b'"')
    return files


def _hashed(name: str, content: bytes) -> str:
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"


def _geometry() -> bytes:
    return json.dumps(drawing.drawing(), separators=(",", ":"), ensure_ascii=False).encode()


def find(address_name: str) -> tuple[bytes, str] | None:
    """Return content and media type of an asset by the last part of its address, or None."""
    stem, _, rest = address_name.partition(".")
    name = f"{stem}.{rest.rpartition('.')[2]}"
    if address_name != address(name).rpartition("/")[2]:
        return None
    content = _geometry() if name == _GEOMETRY else _files()[name]
    return content, _MEDIA_TYPES[f".{name.rpartition('.')[2]}"]


def address(name: str) -> str:
    """
    Return the address of an asset relative to any page, e.g. `address("kort.js")`, or "" if there is none.

    The geometry's hash is that of the map it is drawn from: drawing takes a while, and waits until it is asked for.
    """
    if name == _GEOMETRY:
        origin = areas.source().read_bytes() + tiles.TILES_CSV.read_bytes()
    elif name in _files():
        origin = _files()[name]
    else:
        return ""
    return f"aktiver/{_hashed(name, origin)}"
