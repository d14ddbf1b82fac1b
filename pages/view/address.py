"""The view in the address: read when somebody arrives, and written once when the run is over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.view import memory, spelling
from pages.view.kinds import Parameter, UnreadableError

_WRITTEN = "_skrevet"
_OTHERS = re.compile(r"utm_\w+|fbclid|[dg]clid|[gw]braid|msclkid|mc_[ce]id|embed|embed_options")
"""What others hang on a link when they send it on: nobody has asked for it, and nothing is said of it."""


def turn_to(page: str, known: Mapping[str, Parameter[Any]], *, returned: bool) -> dict[str, str]:
    """
    Start a run of a page, and return what the address says where somebody arrived by it.

    That is on the first visit, on a page turned to by a link of ours, and when the browser goes back or forward
    (`returned`). In any other run the address is only what we wrote there ourselves, or what it was a moment before.
    """
    turned = memory.begin(page, known)
    address = st.query_params.to_dict()
    if returned:
        memory.forget_page()
        return address
    left_over = address == st.session_state.get(_WRITTEN)
    return address if turned and not left_over else {}


def read(address: Mapping[str, str]) -> list[str]:
    """Let the view be what an address says, and return one sentence for each part that it cannot say."""
    remarks = []
    for name, raw in spelling.named(address, memory.known()).items():
        parameter = memory.known().get(name)
        if parameter is None and _OTHERS.fullmatch(name):
            continue
        if parameter is None:
            remarks.append(f"Linket indeholder «{_short(name)}», som ikke kendes. Det er sprunget over.")
            continue
        try:
            memory.put(parameter, parameter.understand(raw))
        except UnreadableError:
            remarks.append(f"{parameter.label} kan ikke være «{_short(raw)}». Standardvisningen er brugt i stedet.")
    return remarks


def write() -> None:
    """Let the address say what the view is: every parameter of the page that is not at its default, in one message."""
    wanted = {parameter.name: parameter.write(value) for parameter, value in memory.chosen()}
    if wanted != st.session_state.get(_WRITTEN) or wanted != st.query_params.to_dict():
        st.session_state[_WRITTEN] = wanted
        st.query_params.from_dict(wanted)


def _short(raw: str) -> str:
    printable = "".join(character if character.isprintable() else "�" for character in raw)
    return printable if len(printable) <= 40 else printable[:40] + "…"
