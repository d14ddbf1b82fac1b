"""
The names that the app answers to: its own, and every address that is a number.

A page of somebody else can let its own name lead to this machine and then read what is here as its own. It cannot do
that with an address: so a name is answered only when the server was told of it.
"""

from __future__ import annotations

import ipaddress

import streamlit as st

from pages.access.machine import OWN_NAMES, name_in


def answers_to(host: str) -> bool:
    """
    Say whether the app answers a request with this Host header.

    Where `server.allowedHosts` names some, it is those and the machine's own; else it is the machine's own, every
    number, and the names in `browser.serverAddress` and `server.address`.
    """
    name = name_in(host)
    if name is None:
        return False
    if name in OWN_NAMES:
        return True
    named = [each.strip().lower().rstrip(".") for each in st.get_option("server.allowedHosts")]
    if named:
        return any(_is_named(name, pattern) for pattern in named)
    told = (st.get_option("browser.serverAddress"), st.get_option("server.address"))
    return _is_number(name) or name in {str(each).lower().rstrip(".") for each in told if each}


def _is_named(name: str, pattern: str) -> bool:
    """Whether a name is the one that is allowed, or below it where that begins with an asterisk."""
    return pattern == "*" or name == pattern or (pattern.startswith("*.") and name.endswith(pattern[1:]))


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
