"""A picture that a button shows on the whole screen, for those in the back row."""

from __future__ import annotations

from base64 import b64encode

from pages.components.mounting import mount

_DRAWN = mount(
    "wholescreen",
    '<button type="button" class="vis"></button><dialog><img><button type="button" class="luk">Luk</button></dialog>',
)


def whole_screen(key: str, label: str, png: bytes, alt: str) -> None:
    """Show a button, `label`, that lets a picture fill the screen until Escape or a click."""
    picture = f"data:image/png;base64,{b64encode(png).decode()}"
    _DRAWN(key=key, data={"knap": label, "billede": picture, "alt": alt})
