"""A small table from a file or from the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from data import limits
from pages.components import heard
from pages.components.mounting import mount

_DRAWN = mount(
    "upload",
    '<div class="fil"><label class="vaelg"><span></span><input type="file" accept=".csv,text/csv"></label>'
    '<label><span></span><textarea rows="4"></textarea></label><button type="button"></button></div>',
)


def table_input(key: str, file_label: str, paste_label: str, *, on_text: Callable[[str], None]) -> None:
    """Let a small CSV be chosen as a file or pasted; `on_text` gets its text, unless it is more than is read."""
    _DRAWN(
        key=key,
        data={
            "fil": file_label,
            "indsaet": paste_label,
            "knap": "Indlæs",
            "hoejst": limits.BYTES,
            "forStor": f"Tabellen {limits.TOO_LARGE}.",
        },
        on_laest_change=lambda: on_text(heard.said(key, "laest", str) or ""),
    )
