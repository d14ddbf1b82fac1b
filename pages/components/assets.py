"""What the browser fetches once, under an address with a hash of the content: component scripts and the geometry."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from functools import cache, partial
from itertools import product
from pathlib import Path

from geo import areas, drawing, landkort, tiles
from pages.style import paper

FOLDER = Path(__file__).parent
"""Where the components have a folder each, and the script that they share lies."""
_EMPTY_STYLE = {"version": 8, "sources": {}, "layers": []}
"""What the map's base layer is drawn by: nothing, from here and from nobody else."""
_DRAWN: dict[str, Callable[[], object]] = {
    "geometri.json": drawing.drawing,
    "omraader.json": landkort.features,
    "land.json": landkort.land,
    **{
        f"linjer-{which}-{size}.json": partial(landkort.lines, which, size)
        for which, size in product(landkort.CUTS, landkort.FORMATS)
    },
    "stil.json": lambda: _EMPTY_STYLE,
}
"""What is drawn from the map and not kept as a file."""
_PAPER = "papir.css"
_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_IMPORT = re.compile(r'(?<=from ")\./(?P<name>[a-z_]+\.js)(?=")')
_STYLE_IMPORT = re.compile(r'@import "\./(?P<name>[a-z_]+\.css)";\n')


@cache
def _files() -> dict[str, Path]:
    """Scripts and styles by name: each component's own, and what they import from each other."""
    return {file.name: file for file in FOLDER.rglob("*") if file.suffix in (".js", ".css")}


@cache
def _content(name: str) -> bytes:
    """
    A file as it is served: what a script imports has an address with a hash too, so a change reaches everybody.

    What a style imports stands in it: a component's style comes whole, or its parts would be seen before it.
    """
    if name == _PAPER:
        return paper.sheet().encode()
    text = _files()[name].read_text(encoding="utf-8")
    text = _STYLE_IMPORT.sub(lambda found: _content(found["name"]).decode(), text)
    return _IMPORT.sub(lambda found: f"./{_file_name(found['name'])}", text).encode()


def _drawn(name: str) -> bytes:
    return json.dumps(_DRAWN[name](), separators=(",", ":"), ensure_ascii=False).encode()


@cache
def _drawn_by() -> bytes:
    """The code that draws, and what it draws beside the areas."""
    made_of = (*sorted(areas.SURROUNDINGS.parent.glob("*.py")), areas.SURROUNDINGS, tiles.TILES_CSV)
    return b"".join(file.read_bytes() for file in made_of)


def _file_name(name: str) -> str:
    """
    A file's name with a hash in it.

    What is drawn has the hash of what it is drawn from: drawing takes a while, and waits until it is asked for.
    """
    content = areas.source().read_bytes() + _drawn_by() if name in _DRAWN else _content(name)
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"


def find(address_name: str) -> tuple[bytes, str] | None:
    """Return content and media type of an asset by the last part of its address, or None."""
    stem, _, rest = address_name.partition(".")
    name = f"{stem}.{rest.rpartition('.')[2]}"
    if name not in {*_DRAWN, _PAPER, *_files()} or address_name != _file_name(name):
        return None
    content = _drawn(name) if name in _DRAWN else _content(name)
    return content, _MEDIA_TYPES[f".{name.rpartition('.')[2]}"]


@cache
def stamp() -> str:
    """Return the hash of all scripts and styles as they are served."""
    return hashlib.sha256(" ".join(map(_file_name, sorted(_files()))).encode()).hexdigest()[:10]


def address(name: str) -> str:
    """
    Return the address of an asset relative to any page, e.g. `address("tables.js")`.

    Raises KeyError where there is none.
    """
    return f"aktiver/{_file_name(name)}"
