"""
The view is the URL: what the address says is read when somebody arrives, and what they choose is written back to it.

`docs/beslutninger/001-visningens-adresse.md` says why Streamlit's own binding of widgets to the address is not used.
A page declares its parameters (`kinds`) in its subject's `parametre`, reads and sets them here (`memory`, `controls`),
and never sees the address (`address`, `sharing`).
"""

from pages.view.controls import choose, choose_among, choose_many, control, search, slide, slider, switch, text
from pages.view.memory import (
    all_held,
    all_values,
    default,
    forget,
    held,
    is_set,
    pack,
    put,
    setter,
    take,
    value,
    which_are_set,
)
from pages.view.projector import on_projector

__all__ = [
    "all_held",
    "all_values",
    "choose",
    "choose_among",
    "choose_many",
    "control",
    "default",
    "forget",
    "held",
    "is_set",
    "on_projector",
    "pack",
    "put",
    "search",
    "setter",
    "slide",
    "slider",
    "switch",
    "take",
    "text",
    "value",
    "which_are_set",
]
