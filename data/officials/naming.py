"""What the values of a table are called to those who fill it in, and which value is meant by a name."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from dansk import alfabet, dato, tal
from data.cells import as_text
from data.database import Loaded
from data.description import Field, Table

NAMING = ("kort_navn", "navn", "kort", "titel")
_DOCUMENTS = "kilde"


def names(table: str, column: str, loaded: Mapping[str, Loaded]) -> dict[str, str]:
    """
    Return what each value of a table's column is called, by the value as text.

    A document is called by its number and title. A name that two have, or that is another's value, is none: they are
    called by their values.
    """
    columns = loaded[table].columns
    naming = next(filter(columns.__contains__, NAMING), column)
    ids = [as_text(value) for value in columns[column]]
    called = [as_text(value) or key for key, value in zip(ids, columns[naming], strict=True)]
    if table == _DOCUMENTS:
        return {key: f"{key}: {name}" for key, name in zip(ids, called, strict=True)}
    folded = [name.casefold() for name in called]
    taken = {name for name, count in Counter(folded).items() if count > 1}
    values = {key.casefold(): key for key in ids}
    return {
        key: key if name in taken or values.get(name, key) != key else own
        for key, own, name in zip(ids, called, folded, strict=True)
    }


def shown(table: Table, field: Field, value: object, loaded: Mapping[str, Loaded]) -> str:
    """Return a cell as those who fill in or look at a row read it; blank where there is nothing."""
    if value is None:
        return ""
    reference = table.reference(field.name)
    if reference is not None:
        return names(*reference, loaded).get(as_text(value), as_text(value))
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, dt.date):
        return dato.day(value)
    if isinstance(value, float):
        return tal.as_printed(value)
    return labelled(field, as_text(value))


def labelled(field: Field, value: str) -> str:
    """Return what an allowed value is called."""
    return field.labels.get(value, value)


def meant(field: Field, text: str) -> str:
    """
    Return the allowed value that a text is the name of, else the text.

    >>> field = Field("art", "string", "Art", "", allowed=("moede",), labels={"moede": "møde"})
    >>> meant(field, "Møde"), meant(field, "moede"), meant(field, "andet")
    ('moede', 'moede', 'andet')
    """
    if text in field.allowed:
        return text
    called = {labelled(field, str(value)).casefold(): str(value) for value in field.allowed}
    return called.get(text.casefold(), text)


def heading(table: Table, text: str) -> str:
    """Return the column that a heading is of: its title or its own name; else the text."""
    called = {field.title.casefold(): field.name for field in table.fields}
    return text if text in table.columns else called.get(" ".join(text.split()).casefold(), text)


def in_order(called: Mapping[str, str]) -> list[str]:
    """Return names to choose from: documents by their numbers, all else in Danish order."""
    return sorted(called.values(), key=alfabet.order)
