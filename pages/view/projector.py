"""Whether the view is shown large, for a whole room."""

from __future__ import annotations

from pages.view import memory
from pages.view.parameters import VISNING

SCALE = 1.375
"""How much larger everything is on a projector: names have 22 of 1080 lines."""
FIGURE = 1.37
"""And figures so much larger than names: 30 of 1080 lines."""


def on_projector() -> bool:
    """Say whether the view is shown large, for a whole room."""
    return memory.held(VISNING) == "projektor"
