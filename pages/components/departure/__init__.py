"""Leaving for another page by its address, as a link does, where a click on a picture asks for it."""

from __future__ import annotations

from pages.components.mounting import mount

_DRAWN = mount("departure", "<div></div>")


def depart(key: str, address: str) -> None:
    """Leave for an address of ours; the way back leads to the view as it was."""
    _DRAWN(key=key, data={"til": address})
