"""Handing over a file that has just been made: the button that fetches it is pressed once, by itself."""

from __future__ import annotations

from pages.components.mounting import mount

_DRAWN = mount("handover", "<div></div>")


def hand_over(key: str, button: str, made: str) -> None:
    """Press the button with the key `button`, once; `made` is what tells this file from those that were made before."""
    _DRAWN(key=key, data={"knap": button, "fil": made})
