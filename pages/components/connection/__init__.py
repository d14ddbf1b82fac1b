"""Keeping in touch: a server that has begun anew is asked to run the whole page when the connection is back."""

from __future__ import annotations

from pages.components.mounting import mount

_DRAWN = mount("connection", '<div class="forbindelse"></div>')


def keep_in_touch(key: str) -> None:
    """
    Let the browser ask for a run of the whole page when it is back in touch.

    It stands outside fragments: a server that has begun anew knows of none.
    """
    _DRAWN(key=key, data={}, on_igen_change=lambda: None)
