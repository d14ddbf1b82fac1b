"""
The compact parameter `v`, which holds a whole view: every value written out, and the version of the data.

Format 1 is `1.<data>.<name>~<value>_<name>~<value>…`: the data's hash, then the pairs. In a name or a value, the two
separators and whatever may not stand in a link are written as `!` and their two hexadecimal digits, not with a percent
sign: browsers and mail programs decode that on their own. Later formats begin with another number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

LONGEST = 4000
"""Characters; a longer `v` is not read at all."""

_FORMAT = "1"
_HASH = re.compile(r"[0-9a-f]{6,64}")


@dataclass(frozen=True)
class Shared:
    """What a shared link holds: the data's version, the values, and the parts that could not be read."""

    version: str | None
    values: Mapping[str, str]
    unreadable: tuple[str, ...]


def encode(values: Mapping[str, str], version: str) -> str:
    """Return the view as one parameter, e.g. `1.92ab31cdef.maal~kapacitet_speciale~62`."""
    pairs = "_".join(f"{_safe(name)}~{_safe(value)}" for name, value in values.items())
    return f"{_FORMAT}.{version}.{pairs}"


def decode(text: str) -> Shared:
    """Return what can be read of the parameter; never raises, whatever it holds."""
    if len(text) > LONGEST:
        return Shared(None, {}, ("det delte link, som er for langt",))
    text = "".join(text.split())  # where a mail program broke the line
    edition, _, rest = text.partition(".")
    version, _, pairs = rest.partition(".")
    if edition != _FORMAT:
        return Shared(None, {}, ("det delte link, som har et ukendt format",))
    known = _HASH.fullmatch(version) is not None
    unreadable = [] if known else ["det delte links angivelse af data"]
    values: dict[str, str] = {}
    for pair in filter(None, pairs.split("_")):
        name, found, value = pair.partition("~")
        if found and name:
            values[_plain(name)] = _plain(value)
        else:
            unreadable.append(f"«{pair[:40]}»")
    return Shared(version if known else None, values, tuple(unreadable))


def _safe(text: str) -> str:
    return quote(text, safe="").replace("%", "!").replace("_", "!5F").replace("~", "!7E")


def _plain(text: str) -> str:
    return unquote(text.replace("!", "%"))
