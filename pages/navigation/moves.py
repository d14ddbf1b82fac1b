"""Views that have moved to another page: a link to where they were leads to where they are."""

from __future__ import annotations

from dataclasses import dataclass

from pages.navigation.registry import ARBEJDSKRAFT, RESULTATMAAL, Page


@dataclass(frozen=True)
class Move:
    """The views of a page where the parameter `name` (`code` in a shared link) is `value`, and the page they are at."""

    of: Page
    name: str
    code: str
    value: str
    to: Page


MOVES = (Move(RESULTATMAAL, "emne", "em", "sosu", ARBEJDSKRAFT),)
