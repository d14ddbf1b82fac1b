"""A row of buttons on a phone, each to a place far down the page."""

from __future__ import annotations

from collections.abc import Mapping

from pages.components.mounting import mount

_DRAWN = mount(
    "jumps",
    '<nav class="genveje"></nav>',
)


def shortcuts(key: str, label: str, targets: Mapping[str, str], below: str | None = None) -> None:
    """
    Show on a phone a row of buttons, each to a container on the page: `targets` are their texts by its key.

    A box that is closed is opened. `below` is the key of what stays at the top of the window and must not cover them.
    Keys begin with `genveje-`, which the frame leaves no room for on wider screens.
    """
    _DRAWN(
        key=key,
        data={"label": label, "maal": [{"id": id, "tekst": text} for id, text in targets.items()], "under": below},
    )
