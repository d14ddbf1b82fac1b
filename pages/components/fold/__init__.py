"""The button that folds a page's controls out, where there is room for one line of them only."""

from __future__ import annotations

from pages.components.mounting import mount

_DRAWN = mount("fold", '<button type="button" aria-expanded="false"></button>')


def fold_button(key: str, label: str) -> None:
    """Show the button that folds out what the frame has folded away, and in again; `key` is another on each page."""
    _DRAWN(key=key, data={"tekst": label})
