"""The private names of Streamlit that running a page without a browser leans on, and nothing else of the tests does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.secrets import secrets_singleton
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node, UnknownElement

from tests.project import ROOT

SCANNER = (manifest_scanner, "scan_component_manifests")
"""What looks through all installed packages for components in every new app: half of the time that its run takes."""
scan_once = cache(manifest_scanner.scan_component_manifests)


def forget_secrets() -> None:
    """Let the files of secrets be read anew."""
    secrets_singleton._reset()


def app() -> AppTest:
    """The app's script, not yet run."""
    return AppTest.from_file(str(ROOT / "ramme.py"), default_timeout=300)


@cache
def declared() -> AppTest:
    """The app after a run, when the pages have been declared: only then is it known what Streamlit calls each."""
    return app().run()


def app_at(script: str) -> AppTest:
    """The app, opened at the address of a page; `switch_page` would run the front page first."""
    opened = app()
    opened._page_hash = str(declared().switch_page(script)._page_hash)
    return opened


def _elements(block: Block) -> Iterator[Node]:
    for child in block.children.values():
        yield child
        if isinstance(child, Block):
            yield from _elements(child)


def messages(app: AppTest, key: str = "") -> list[str]:
    """What the page sends its components, or the one of that key, as the browser gets it."""
    return [
        str(node.proto.json)
        for node in _elements(app._tree)
        if isinstance(node, UnknownElement)
        and node.type == "bidi_component"
        and node.proto.id.endswith(f"-{key}" if key else "")
    ]


def charts(app: AppTest) -> list[Any]:
    """What the page sends of its charts, as the browser gets it: `spec`, `config`, `alt` and `id`."""
    return [node.proto for node in _elements(app._tree) if getattr(node, "type", "") == "plotly_chart"]


def maps(app: AppTest) -> list[str]:
    """The specifications of the maps that the page draws with WebGL, as the browser gets them."""
    return [str(node.proto.json) for node in _elements(app._tree) if getattr(node, "type", "") == "deck_gl_json_chart"]


def protos(app: AppTest) -> list[tuple[str, Any]]:
    """What the page sends of everything on it, as the browser gets it, by its kind."""
    sent = ((getattr(node, "type", ""), getattr(node, "proto", None)) for node in _elements(app._tree))
    return [(kind, proto) for kind, proto in sent if proto is not None]


def names(app: AppTest) -> list[str]:
    """What Streamlit knows the things on the page by, each with its key."""
    protos = (getattr(node, "proto", None) for node in _elements(app._tree))
    return [str(found) for found in (getattr(proto, "id", "") for proto in protos) if found]
