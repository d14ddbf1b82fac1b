"""
Texts that are one to a reader and two to a computer: told apart by full stops, capitals, blanks or marks alone.

Rows are grouped by such texts, so a slip would make a group of its own beside the one that was meant. It is refused and
not taken in with a question, since two groups whose names have the same letters and figures can never both be meant.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping


def essence(text: str) -> str:
    """
    Return the letters and figures of a text in small letters.

    >>> essence("Bred  geografisk **spredning**.") == essence("bred geografisk_spredning")
    True
    """
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def unlike_by_signs(known: Iterable[object], new: Mapping[int, object]) -> Iterator[tuple[int, str]]:
    """
    Return the rows of ``new`` (text by row number) that are a known text but for signs, each with the text meant.

    A text that is known as it stands is right, and so is the first of several new ones. Blank cells, and texts of signs
    alone, are like none.

    >>> list(unlike_by_signs(["Støj"], {2: "støj.", 3: "Støj", 4: "Lys", 5: "lys"}))
    [(2, 'Støj'), (5, 'Lys')]
    """
    texts = [text for text in known if isinstance(text, str)]
    there = set(texts)
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(essence(text), text)
    for number, cell in new.items():
        if not isinstance(cell, str) or cell in there or not essence(cell):
            continue
        meant = first.setdefault(essence(cell), cell)
        if meant != cell:
            yield number, meant
