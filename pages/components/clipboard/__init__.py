"""The link to a view, that can be read, selected and copied."""

from __future__ import annotations

from pages.components.mounting import mount

_DRAWN = mount(
    "clipboard",
    '<div class="kopi"><label><span>Link til visningen</span><input readonly></label>'
    '<button type="button">Kopiér link</button><span role="status"></span></div>',
)


def copy_field(key: str, link: str) -> None:
    """Show a link that can be selected, and a button that copies it."""
    _DRAWN(key=key, data={"link": link})
