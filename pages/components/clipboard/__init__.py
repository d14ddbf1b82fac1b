"""A text that can be read, selected and copied."""

from __future__ import annotations

from pages.components.mounting import mount

_DRAWN = mount(
    "clipboard",
    '<div class="kopi"><label><span></span><input readonly></label><button type="button">Kopiér link</button>'
    '<span role="status"></span></div>',
)


def copy_field(key: str, label: str, text: str) -> None:
    """Show a text that can be selected, and a button that copies it."""
    _DRAWN(key=key, data={"label": label, "tekst": text})
