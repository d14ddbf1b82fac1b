"""How words stand in a sentence: its first letter, its full stop, a note or a name inside it, a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ABBREVIATION = re.compile(
    r"[«(]?(?:ca|jf|kr|maks|mia|min|mio|mm|mv|nr|osv|pct|pr|stk|[Ss]t|[a-zæøå]+(?:\.[a-zæøå]+)+)\."
)
"""A last word whose stop is its own: those that the papers use, and all with a stop inside (m.v., bl.a.)."""


def begun(text: str) -> str:
    """
    Return a text as a sentence begins: its first letter a capital, the others as they are.

    >>> begun("lærepladser til SOSU-hjælpere")
    'Lærepladser til SOSU-hjælpere'
    """
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """
    Return a text as a sentence ends: with one full stop, also where it ends with an abbreviation.

    >>> stopped("Bornholm har det laveste tilskud: 998 kr."), stopped("Én af 29")
    ('Bornholm har det laveste tilskud: 998 kr.', 'Én af 29.')
    """
    return text if text.endswith(".") else f"{text}."


def unstopped(text: str) -> str:
    """
    Return a text without the full stop that it ends with, so that the sentence can go on; an abbreviation keeps its.

    >>> unstopped("Sporene er lagt."), unstopped("De koster 5 mio. kr."), unstopped("Der er tog, busser m.v.")
    ('Sporene er lagt', 'De koster 5 mio. kr.', 'Der er tog, busser m.v.')
    """
    last = text.rpartition(" ")[2]
    return text if _ABBREVIATION.fullmatch(last) else text.removesuffix(".")


def noted(text: str, note: str) -> str:
    """
    Return a text as a sentence that ends with a note in parentheses, such as where it is printed.

    >>> noted("Prisen er 5 mio. kr.", "004"), noted("Den er vedtaget.", "004"), noted("Den er vedtaget", "004")
    ('Prisen er 5 mio. kr. (004).', 'Den er vedtaget (004).', 'Den er vedtaget (004).')
    """
    return f"{unstopped(text)} ({note})."


def inside(name: str) -> str:
    """
    Return a name as it stands inside a sentence: begun with a small letter, unless it begins with an abbreviation.

    >>> inside("Deltagelser i Virksomhedsprogrammet"), inside("SOSU-lærepladser"), inside("I juni 2024")
    ('deltagelser i Virksomhedsprogrammet', 'SOSU-lærepladser', 'i juni 2024')
    """
    begins = name[:2]
    return name if begins.isupper() and not begins.endswith(" ") else name[:1].lower() + name[1:]


def listed(names: Sequence[str]) -> str:
    """
    Return names as a sentence lists them; nothing of none, so that whoever may have none says what there is then.

    >>> listed(["Valby", "Amager", "Ishøj"]), listed(["Valby"]), listed([])
    ('Valby, Amager og Ishøj', 'Valby', '')
    """
    return "".join(names) if len(names) <= 1 else f"{', '.join(names[:-1])} og {names[-1]}"
