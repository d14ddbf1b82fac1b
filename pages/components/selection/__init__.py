"""A line at the foot of the window that says what is chosen, while what is told of it lies out of sight."""

from __future__ import annotations

from pages.components.mounting import mount

_DRAWN = mount(
    "selection",
    '<div class="valgtlinje" hidden><span role="status"></span><button type="button"></button></div>',
)


def chosen_bar(key: str, text: str, link_text: str, target: str) -> None:
    """
    Say at the foot of the window what is chosen, for as long as what is told of it lies out of sight.

    The button leads to the container whose key is `target`; keys begin with `valgtlinje-`, which the frame places.
    """
    _DRAWN(key=key, data={"tekst": text, "linktekst": link_text, "maal": target})
