"""The Danish alphabet: the order of names, and names in the ASCII of a link."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from itertools import chain, count

_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
# Foreign letters sort with the Danish ones that sound like them (Retskrivningsordbogen § 3).
_AS = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "đ": "d", "ð": "d", "ł": "l", "œ": "ø", "ß": "ss", "þ": "th"})
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

Order = tuple[tuple[tuple[int, int], ...], str]


def order(text: str) -> Order:
    """
    Return a key that sorts text as a Danish reader does: æ, ø, å last, aa as å, and numbers by their size.

    >>> sorted(["18 Bus", "6 Cykel", "Ærø", "Aarhus", "Zealand", "Østerbro"], key=order)
    ['6 Cykel', '18 Bus', 'Zealand', 'Ærø', 'Østerbro', 'Aarhus']
    """
    parts: list[tuple[int, int]] = []
    for figures, other in re.findall(r"([0-9]+)|([^0-9]+)", _plain(text)):
        if figures:
            parts.append((1, int(figures)))
        else:
            # Signs and spaces come first, then numbers, then letters.
            parts += [(2, _LETTERS.index(sign)) if sign in _LETTERS else (0, ord(sign)) for sign in other]
    return tuple(parts), text


def slug(text: str) -> str:
    """
    Return text as a short ASCII value for a link.

    >>> slug("Hastighed og støj")
    'hastighed-og-stoej'
    """
    return "-".join(re.findall(r"[a-z0-9]+", text.lower().translate(_ASCII)))


def slugs(texts: Iterable[str], taken: Collection[str] = ()) -> dict[str, str]:
    """
    Return texts by a value of their own for a link: where two have the same slug, the later has a number behind it.

    What comes first keeps its slug, whatever is added after it. `taken` are values that mean something else.

    >>> slugs(["Bred spredning", "Bred spredning.", "Alle", "–"], taken=["alle"])
    {'bred-spredning': 'Bred spredning', 'bred-spredning-2': 'Bred spredning.', 'alle-2': 'Alle', 'uden-navn': '–'}
    """
    found: dict[str, str] = {}
    for text in dict.fromkeys(texts):
        name = slug(text) or "uden-navn"
        free = (each for each in chain([name], (f"{name}-{place}" for place in count(2))))
        found[next(each for each in free if each not in found and each not in taken)] = text
    return found


def _plain(text: str) -> str:
    """The text in small letters of the Danish alphabet: é is e, ä is æ, and aa is å."""
    small = unicodedata.normalize("NFC", text).casefold().translate(_AS).replace("aa", "å")
    return "".join(
        sign
        if sign in _LETTERS
        else "".join(c for c in unicodedata.normalize("NFD", sign) if not unicodedata.combining(c))
        for sign in small
    )
