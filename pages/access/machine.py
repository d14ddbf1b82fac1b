"""
Whether a request is the machine's own: its headers and its socket must both say so.

Through a proxy on the machine every socket is its own, so the socket alone says nothing; and whoever reaches the port
writes what headers they like.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

Headers = Iterable[tuple[str, str]]
"""Each header of a request as (name, value), one that is repeated as often."""

_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]{2,45})\]|(?P<name>[A-Za-z0-9._-]{1,253}))(?::[0-9]{1,5})?", re.ASCII)
OWN_NAMES = ("localhost", "127.0.0.1", "::1")
"""By which a machine calls itself, and which lead nobody else to it."""
_FORWARDED_FOR = re.compile(
    r"x-(?:forwarded|original)-(?:for|host|server|by)|x-original-forwarded-for|x-(?:real|client|cluster-client)-ip"
)
"""Headers in which a proxy says who asked it, or by which name."""


def name_in(host: str) -> str | None:
    """
    Return the name or number in a Host header, in small letters and without its port; None where it is none.

    >>> name_in("KKR.example.dk:8501"), name_in("[::1]:8501"), name_in("a@b"), name_in("")
    ('kkr.example.dk', '::1', None, None)
    """
    found = _HOST.fullmatch(host)
    return (found["six"] or found["name"]).lower().rstrip(".") if found else None


def is_own_name(host: str) -> bool:
    """Say whether a Host header is a name by which a machine calls itself."""
    return name_in(host) in OWN_NAMES


def is_own(headers: Headers, peer: str) -> bool:
    """
    Say whether a request was made on the machine itself; `peer` is the address that its connection comes from.

    It comes from the machine, asks by the machine's own name, from a page by that name, and no proxy says that it asks
    for somebody else. What cannot be read is somebody else.
    """
    given = [(name.lower(), value) for name, value in headers]
    hosts = [value for name, value in given if name == "host"]
    origins = [value for name, value in given if name == "origin"]
    forwarded = [each for name, value in given if _FORWARDED_FOR.fullmatch(name) for each in value.split(",")]
    forwarded += [_told(pair) for name, value in given if name == "forwarded" for pair in re.split("[,;]", value)]
    return (
        _is_loopback(peer)
        and len(hosts) == 1
        and is_own_name(hosts[0])
        and all(is_own_name(_host_of(origin)) for origin in origins)
        and all(map(_is_own_address, forwarded))
        and not any(name == "via" for name, _ in given)
    )


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def _told(pair: str) -> str:
    """Who a part of a Forwarded header names; the machine itself where it tells how, and not who."""
    name, _, value = pair.partition("=")
    return OWN_NAMES[0] if name.strip().lower() == "proto" else value


def _is_own_address(text: str) -> bool:
    said = text.strip().strip('"')
    return _is_loopback(said) or is_own_name(said)


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
