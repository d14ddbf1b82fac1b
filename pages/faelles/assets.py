"""What the browser fetches once, under an address with a hash of the content: component scripts and the geometry."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from geo import drawing

_FOLDER = Path(__file__).parent / "aktiver"
_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


def _contents() -> dict[str, bytes]:
    files = {path.name: path.read_bytes() for path in _FOLDER.iterdir() if path.suffix in _MEDIA_TYPES}
    geometry = json.dumps(drawing.drawing(), separators=(",", ":"), ensure_ascii=False)
    return files | {"geometri.json": geometry.encode()}


@cache
def _served() -> dict[str, tuple[bytes, str]]:
    served = {}
    for name, content in _contents().items():
        stem, suffix = name.rsplit(".", 1)
        digest = hashlib.sha256(content).hexdigest()[:10]
        served[f"{stem}.{digest}.{suffix}"] = content, _MEDIA_TYPES[f".{suffix}"]
    return served


def find(address_name: str) -> tuple[bytes, str] | None:
    """Return content and media type of an asset by the last part of its address, or None."""
    return _served().get(address_name)


@cache
def address(name: str) -> str:
    """Return the address of an asset relative to any page, e.g. `address("kort.js")`."""
    stem, suffix = name.rsplit(".", 1)
    return next(f"aktiver/{key}" for key in _served() if key.startswith(f"{stem}.") and key.endswith(suffix))
