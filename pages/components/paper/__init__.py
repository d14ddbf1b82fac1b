"""What is printed: a button that opens the browser's print, and the foot that each sheet of paper has."""

from __future__ import annotations

from pages.components.mounting import mount

_DRAWN = mount(
    "paper",
    '<button type="button" hidden></button>',
)


def print_button(key: str, label: str, link: str) -> None:
    """Show a button that opens the browser's print, where the foot of each sheet says the day and `link`."""
    _DRAWN(key=key, data={"tekst": label, "link": link}, width="content")


def print_foot(key: str, link: str) -> None:
    """
    Let the foot of each sheet say `link` from now on, from a part of a page that is drawn by itself.

    Keys begin with `papir-`, which the frame leaves no room for.
    """
    _DRAWN(key=key, data={"link": link})
