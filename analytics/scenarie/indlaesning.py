"""
Tables that a user brings: need by age, and a scenario. Read row by row, with a Danish sentence for each fault.

Decimal comma and point are both understood. A table with faults is not used at all: half of it would look like the
whole.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from analytics.begreber import RAEKKER, TIENDEDELE
from analytics.grundlag import Grundlag
from analytics.scenarie.faste import Fast
from analytics.scenarie.model import HOEJST
from analytics.scenarie.vaegte import HOEJESTE_FAKTOR, Behov
from dansk.tal import number
from data.validation import Fault

V = TypeVar("V")
SHARE, FACTOR = "andel_65", "faktor"
PLACES = ("omraade", "kommune")
AMOUNTS = {f"speciale_{speciale}": speciale for speciale in RAEKKER}
_HINTS = 50
"""Faults that are told with what may have been meant; as many as are shown, for to find it takes time."""
_LIKE = 60
"""Characters of a text that are looked at and shown."""
Table = Sequence[Sequence[str]]
"""The rows of a table as texts, the headings first, every cell trimmed (`data.rows.pasted`)."""


@dataclass(frozen=True)
class Behovstabel:
    """Need by age in each area that the table gives it for, by omraade_id; empty when there are faults."""

    behov: Mapping[str, Behov]
    fejl: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Scenarietabel:
    """New capacities by (omraade_id, speciale); empty when there are faults."""

    tillaeg: Mapping[tuple[str, int], float]
    fejl: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class _Row:
    number: int
    cells: Mapping[str, str]


def laes_behov(tabel: Table, grundlag: Grundlag) -> Behovstabel:
    """
    Read need by age: columns omraade or kommune (or both), andel_65 and faktor.

    Places are named or given by their id. `andel_65` is in percent, 0-100, and `faktor` how many times others' need
    theirs is, 0-10. A kommune's row is for all its areas, but an area's own row comes before it.
    """
    rows, faults = _read(tabel, [SHARE, FACTOR], PLACES)
    if faults:
        return Behovstabel(Fast(), faults)
    areas, kommuner = _ids(grundlag.navne), _ids(grundlag.kommuner)
    given: dict[str, dict[str, Behov]] = {place: {} for place in PLACES}
    for row in rows:
        share, factor = _number(row, SHARE, 100, faults), _number(row, FACTOR, HOEJESTE_FAKTOR, faults)
        if 0 < share < 1:
            faults.append(Fault(row.number, SHARE, "andelen skal stå i procent (19,5) og ikke som brøk (0,195)"))
        named = [place for place in PLACES if row.cells.get(place)]
        if len(named) != 1:
            faults.append(Fault(row.number, None, "rækken skal have enten et område eller en kommune"))
            continue
        ids = areas if named[0] == "omraade" else kommuner
        _put(given[named[0]], row, named[0], ids, Behov(share, factor), faults)
    if faults:
        return Behovstabel(Fast(), faults)
    by_kommune = given["kommune"]
    whole = {omraade: by_kommune[k] for omraade, k in grundlag.kommune_af.items() if k in by_kommune}
    return Behovstabel(Fast(whole | given["omraade"]))


def laes_scenarie(tabel: Table, grundlag: Grundlag) -> Scenarietabel:
    """
    Read a scenario: columns omraade, speciale_51 and speciale_62, as Tabel 10 has them.

    Areas are named or given by their id; amounts are tenths from 0 to 10, and blank is 0.
    """
    rows, faults = _read(tabel, ["omraade", *AMOUNTS])
    given: dict[str, dict[int, float]] = {}
    areas = _ids(grundlag.navne)
    for row in rows:
        amounts = {}
        for column, speciale in AMOUNTS.items():
            amount = _number(row, column, HOEJST, faults) if row.cells[column] else 0.0
            if not math.isnan(amount) and abs(amount * TIENDEDELE - round(amount * TIENDEDELE)) > 1e-6:
                faults.append(Fault(row.number, column, "skriv hele tiendedele, som forslaget gør"))
            amounts[speciale] = amount
        _put(given, row, "omraade", areas, amounts, faults)
    if faults:
        return Scenarietabel(Fast(), faults)
    sliders = {(omraade, s): amount for omraade, amounts in given.items() for s, amount in amounts.items() if amount}
    return Scenarietabel(Fast(sliders))


def _read(table: Table, columns: Sequence[str], one_of: Sequence[str] = ()) -> tuple[list[_Row], list[Fault]]:
    """Return the rows that are not blank, numbered as a spreadsheet does, or what is wrong with the table itself."""
    if not any(any(cells) for cells in table):
        return [], [Fault(None, None, "tabellen er tom")]
    header = [cell.casefold() for cell in table[0]]
    missing = [name for name in columns if name not in header]
    if one_of and not set(one_of) & set(header):
        missing.append(" eller ".join(one_of))
    if missing:
        return [], [Fault(1, name, "kolonnen mangler") for name in missing]
    if twice := [name for name in (*columns, *one_of) if header.count(name) > 1]:
        return [], [Fault(1, name, "kolonnen står der mere end én gang") for name in twice]
    rows, faults = [], list[Fault]()
    for place, cells in enumerate(table[1:], start=2):
        if not any(cells):
            continue
        if len(cells) != len(header):
            faults.append(Fault(place, None, f"rækken har {len(cells)} felter, men der er {len(header)} kolonner"))
        else:
            rows.append(_Row(place, dict(zip(header, cells, strict=True))))
    if not rows and not faults:
        faults.append(Fault(None, None, "tabellen har ingen rækker"))
    return rows, faults


def _number(row: _Row, column: str, highest: float, faults: list[Fault]) -> float:
    """Return the cell's number, 0 to `highest`; NaN, with a fault, when it is none."""
    text = row.cells[column].removesuffix("%").strip().replace(",", ".")
    try:
        value = float(text) if text.isascii() and "_" not in text else math.nan  # to Python, 1_0 is ten, and so is ١٠
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        faults.append(Fault(row.number, column, f"«{_short(row.cells[column])}» er ikke et tal"))
        return math.nan
    if not 0 <= value <= highest:
        faults.append(Fault(row.number, column, f"tallet skal være mellem 0 og {number(highest)}"))
    return value


def _short(text: str) -> str:
    return text if len(text) <= _LIKE else f"{text[: _LIKE - 2]} …"


def _ids(names: Mapping[str, str]) -> dict[str, str]:
    """The id by name and by id, both without regard to capitals."""
    return {key.casefold(): place for place, name in names.items() for key in (place, name)}


def _put(given: dict[str, V], row: _Row, column: str, ids: Mapping[str, str], value: V, faults: list[Fault]) -> None:
    """Put the value under the row's place, or note why it cannot be."""
    named = row.cells[column]
    place = ids.get(named.casefold())
    if place is None:
        near = difflib.get_close_matches(named.casefold()[:_LIKE], ids, n=1) if len(faults) < _HINTS else []
        hint = f"; mente du {near[0]}?" if near else ""
        faults.append(Fault(row.number, column, f"«{_short(named)}» kendes ikke{hint}"))
    elif place in given:
        faults.append(Fault(row.number, column, f"«{_short(named)}» står der allerede"))
    else:
        given[place] = value
