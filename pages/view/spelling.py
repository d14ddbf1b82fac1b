"""What a link means that somebody wrote by hand, or that a mail program changed on its way."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from quopri import decodestring
from typing import TypeVar
from urllib.parse import unquote

from dansk.alfabet import slug

K = TypeVar("K")

_UNSEEN = re.compile("[\N{SOFT HYPHEN}\u200b-\u200f\u2060\ufeff]|[\r\n]\\s*")
"""What stands in a text without being seen, and where a line was broken."""
_BEFORE, _AFTER = re.compile(r"""^[\s<(\["'«“]+"""), re.compile(r"""[\s.,;:!?)\]}>"'»”’]+$""")
_AMPERSAND = re.compile(r"^(amp;|#38;|&)+", re.IGNORECASE)
_LOST = "\N{REPLACEMENT CHARACTER}"
_LONGEST = 200
"""Characters; nobody writes longer by hand, and a longer text is taken as it is."""


def _bare(text: str) -> str:
    """The text without what a sentence has around a link: brackets, quotes, a full stop, a broken line."""
    return _AFTER.sub("", _BEFORE.sub("", _UNSEEN.sub("", text)))


def _quoted_printable(text: str) -> str:
    """The text as it was before a mail wrote `=` as `=3D`, and `ø` as `=C3=B8`."""
    return decodestring(text.removeprefix("3D").encode()).decode(errors="replace")


def _latin(text: str) -> str:
    """The text where UTF-8 was read as Latin-1: `Ã¸` was `ø`."""
    try:
        return text.encode("cp1252").decode()
    except UnicodeError:
        return text


def variants(text: str) -> Iterator[str]:
    """Yield what a text may have been before it was changed: itself first, then what is least changed."""
    found = [text]
    if len(text) <= _LONGEST:
        for mend in (_bare, unquote, unquote, _quoted_printable, _latin):
            found += [mend(each) for each in found]
    yield from dict.fromkeys(found)


def meant(written: str, options: Mapping[K, Collection[str]]) -> K | None:
    """
    Return the option that is written so but for case, Danish letters and signs; None where none or several are.

    `options` has what each may be called. A letter that was lost on the way stands for any.

    >>> meant("Høje Taastrup", {"ht": ["hoeje-taastrup"], "i": ["ishoej"]})
    'ht'
    """
    pattern = re.compile(".{1,2}".join(map(re.escape, map(_spelled, written.split(_LOST)))))
    if not _spelled(written):
        return None
    found = {key for key, names in options.items() for name in names if _fits(pattern, written, name)}
    return found.pop() if len(found) == 1 else None


def _fits(pattern: re.Pattern[str], written: str, name: str) -> bool:
    return pattern.fullmatch(_spelled(name)) is not None or _ascii(written) == _ascii(name)


def _spelled(text: str) -> str:
    return slug(text).replace("-", "")


def _ascii(text: str) -> str:
    """The text as somebody writes it who has no Danish letters: o for ø, a for å, ae for æ."""
    return _spelled(text.lower().replace("ø", "o").replace("å", "a"))


def named(said: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    """Return what a link says, by the names that it means; what the right name says holds over a misspelt one."""
    found = {name: value for name, value in said.items() if name in known}
    names = {name: [name] for name in known}
    for name, value in said.items():
        if name not in known:
            tried = (meant(each, names) for each in variants(_AMPERSAND.sub("", name)) if len(each) <= _LONGEST)
            found.setdefault(next(filter(None, tried), name), value)
    return found
