"""
A few scenarios as a short code for a link: `kod` and `afkod`.

Format 1 is `1` and up to four parts after it, and as many for weights, each behind a full stop:

    1.s<scenario>.s<scenario>.v<weights>

A part is a letter for its kind and a number written in base 62 (0-9, A-Z, a-z), so that the code holds nothing but
letters, figures and full stops, and never ends with a full stop. The number holds, from its lowest digit and each in
its own base, what the kind asks for:

- `s`, a scenario: year (7: 2024 is 0), base capacity (2), which of the code's weights it has (5: 0 is none, 1 the
  first), how many areas follow (128), for each of those areas in the order of `OMRAADER` which specialer it has
  something of (4: 1 for 51, 2 for 62, 3 for both), and then each amount less one in tenths (100), 51 before 62.
- `f`, the same where the patients follow: capacity serves those who live where its patients do.
- `v`, weights: the four percentages in tenths (151 each), how many kommuner follow (128), each one's group in the order
  of `KOMMUNER` (5: 0 is none), how many areas follow (128), and for each 0 or 1 (2), and if 1 the share aged 65 or more
  in tenths of a percent (1001) and the factor in hundredths (1001).

In front of all that, lowest of all, stands a checksum (3844 = 62 x 62) of the part's kind and the rest, which tells a
damaged part from a whole one: the others are still read. A scenario of 16 sliders takes at most
38 characters, one of all 74 at most 102.

`OMRAADER` and `KOMMUNER` may only ever be added to, at the end: a code says nothing but places in them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Sequence

from analytics.begreber import AAR, RAEKKER, TIENDEDELE
from analytics.grundlag import Grundkapacitet
from analytics.scenarie.model import HOEJST, Scenarie
from analytics.scenarie.vaegte import GRUPPER, HOEJESTE_FAKTOR, Behov, Vaegte
from dansk.tal import capacities

OMRAADER = (
    # The eight of Tabel 10 come first: what most scenarios give then takes least room.
    "bornholm",
    "bispebjerg",
    "amager",
    "broendby",
    "hoeje-taastrup",
    "valby",
    "vallensbaek",
    "vesterbro",
    "broenshoej-husum",
    "frederiksberg",
    "indre-by",
    "noerrebro",
    "vanloese",
    "oesterbro",
    "ballerup",
    "egedal",
    "furesoe",
    "gentofte",
    "gladsaxe",
    "herlev",
    "lyngby-taarbaek",
    "rudersdal",
    "roedovre",
    "alleroed",
    "fredensborg",
    "frederikssund",
    "gribskov",
    "halsnaes",
    "helsingoer",
    "hilleroed",
    "hoersholm",
    "albertslund",
    "dragoer",
    "glostrup",
    "hvidovre",
    "ishoej",
    "taarnby",
)
KOMMUNER = (
    "koebenhavn",
    "frederiksberg",
    "albertslund",
    "alleroed",
    "ballerup",
    "bornholm",
    "broendby",
    "dragoer",
    "egedal",
    "fredensborg",
    "frederikssund",
    "furesoe",
    "gentofte",
    "gladsaxe",
    "glostrup",
    "gribskov",
    "halsnaes",
    "helsingoer",
    "herlev",
    "hilleroed",
    "hoeje-taastrup",
    "hoersholm",
    "hvidovre",
    "ishoej",
    "lyngby-taarbaek",
    "roedovre",
    "rudersdal",
    "taarnby",
    "vallensbaek",
)
FLEST = 4
"""Scenarios in a code: A, B, C and D."""
LAENGST = 4000
"""Characters; a longer code is not read at all."""

_FORMAT = "1"
_FIGURES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_PART = re.compile(r"[sfv][0-9A-Za-z]+")
_CHECK = len(_FIGURES) ** 2
_PLACES = 128
_AMOUNTS = round(HOEJST * TIENDEDELE)
_PERCENTS = 151
_SHARES = 1001
_FACTORS = round(HOEJESTE_FAKTOR * 100) + 1
_BASES: tuple[Grundkapacitet, ...] = ("tabel_3_4", "foer_justering")
_EXACT = 1e-6


class _UnreadableError(ValueError):
    """A part holds something that no part of this format does."""


class _Digits:
    """Digits in bases of their own, read from the lowest end of a number or gathered to make one."""

    def __init__(self, number: int = 0) -> None:
        self._number = number
        self._gathered: list[tuple[int, int]] = []

    def put(self, digit: int, base: int) -> None:
        self._gathered.append((digit, base))

    def take(self, base: int) -> int:
        self._number, digit = divmod(self._number, base)
        return digit

    def number(self) -> int:
        total = 0
        for digit, base in reversed(self._gathered):
            total = total * base + digit
        return total

    def end(self) -> None:
        if self._number:
            raise _UnreadableError


def kod(scenarier: Sequence[Scenarie]) -> str:
    """
    Return up to four scenarios as one code of letters, figures and full stops, the same for equal scenarios.

    Raises ValueError, in Danish, for more than four, and for what no slider can give: an amount that is not a whole
    number of tenths from 0 to 10, a percentage above 15, and an area or a kommune that is not in this module's lists.
    """
    if len(scenarier) > FLEST:
        raise ValueError(f"Et link kan højst have {FLEST} scenarier.")
    weights = list(dict.fromkeys(scenarie.vaegte for scenarie in scenarier if scenarie.vaegte is not None))
    parts = [_FORMAT]
    for scenarie in scenarier:
        number = 0 if scenarie.vaegte is None else weights.index(scenarie.vaegte) + 1
        parts.append(_part("f" if scenarie.foelger else "s", _scenario_digits(scenarie, number)))
    parts.extend(_part("v", _weight_digits(each)) for each in weights)
    return ".".join(parts)


def afkod(tekst: str) -> tuple[list[Scenarie], list[str]]:
    """
    Return the scenarios that can be read from a code, in order, and a Danish name for each part that cannot.

    Never raises, whatever the text holds. A scenario whose weights cannot be read is itself not read, since it would
    show other figures.
    """
    if len(tekst) > LAENGST:
        return [], ["koden, som er for lang"]
    edition, _, rest = tekst.partition(".")
    if edition != _FORMAT:
        return [], ["koden, som har et ukendt format"]
    parts = rest.split(".") if rest else []
    weights = [_read_weights(part) for part in parts if part.startswith("v")]
    scenarios, unreadable = list[Scenarie](), list[str]()
    written = [part for part in parts if not part.startswith("v")]
    for name, part in zip("ABCD", written, strict=False):
        scenario = _read_scenario(part, weights)
        if scenario is None:
            unreadable.append(f"scenarie {name}")
        else:
            scenarios.append(scenario)
    unreadable.extend(f"vægtene nr. {number}" for number, each in enumerate(weights, start=1) if each is None)
    if len(written) > FLEST:
        unreadable.append("scenarier ud over de fire første")
    return scenarios, unreadable


def _scenario_digits(scenarie: Scenarie, weights: int) -> _Digits:
    digits = _Digits()
    digits.put(AAR.index(scenarie.aar), len(AAR))
    digits.put(_BASES.index(scenarie.grundkapacitet), len(_BASES))
    digits.put(weights, FLEST + 1)
    amounts = {_slider(key): _tenths(value) for key, value in scenarie.tillaeg.items()}
    for area, _ in enumerate(_put_places(digits, OMRAADER, {omraade for omraade, _ in scenarie.tillaeg})):
        digits.put(sum(1 << row for row in range(len(RAEKKER)) if (area, row) in amounts), 1 << len(RAEKKER))
    for _, tenths in sorted(amounts.items()):
        digits.put(tenths - 1, _AMOUNTS)
    return digits


def _slider(key: tuple[str, int]) -> tuple[int, int]:
    omraade, speciale = key
    if omraade not in OMRAADER or speciale not in RAEKKER:
        raise ValueError(f"«{omraade}», speciale {speciale}, kan ikke stå i et link.")
    return OMRAADER.index(omraade), RAEKKER.index(speciale)


def _tenths(value: float) -> int:
    tenths = round(value * TIENDEDELE)
    if not 1 <= tenths <= _AMOUNTS or abs(value * TIENDEDELE - tenths) > _EXACT:
        raise ValueError(
            f"Et tillæg på {capacities(value)} kan ikke stå i et link; det skal være 0 til 10 i tiendedele."
        )
    return tenths


def _read_scenario(part: str, weights: Sequence[Vaegte | None]) -> Scenarie | None:
    follows = part.startswith("f")
    try:
        digits = _read_part("f" if follows else "s", part)
        year, base, number = AAR[digits.take(len(AAR))], _BASES[digits.take(len(_BASES))], digits.take(FLEST + 1)
        having = [(omraade, digits.take(1 << len(RAEKKER))) for omraade in _take_places(digits, OMRAADER)]
        given = {
            (omraade, speciale): (digits.take(_AMOUNTS) + 1) / TIENDEDELE
            for omraade, which in having
            for row, speciale in enumerate(RAEKKER)
            if which >> row & 1
        }
        digits.end()
        chosen = weights[number - 1] if number else None
    except (_UnreadableError, IndexError):
        return None
    return None if number and chosen is None else Scenarie(year, given, base, chosen, follows)


def _weight_digits(vaegte: Vaegte) -> _Digits:
    if unknown := [*(vaegte.socialgruppe.keys() - set(KOMMUNER)), *(vaegte.behov.keys() - set(OMRAADER))]:
        raise ValueError(f"«{min(unknown)}» kan ikke stå i et link.")
    digits = _Digits()
    for percent in vaegte.procent:
        if (tenths := round(percent * 10)) >= _PERCENTS:
            raise ValueError(f"Et tillæg på {capacities(percent)} procent kan ikke stå i et link.")
        digits.put(tenths, _PERCENTS)
    for kommune in _put_places(digits, KOMMUNER, vaegte.socialgruppe):
        digits.put(vaegte.socialgruppe.get(kommune, 0), len(GRUPPER) + 1)
    for omraade in _put_places(digits, OMRAADER, vaegte.behov):
        need = vaegte.behov.get(omraade)
        digits.put(int(need is not None), 2)
        if need is not None:
            digits.put(round(need.andel_65 * 10), _SHARES)
            digits.put(round(need.faktor * 100), _FACTORS)
    return digits


def _read_weights(part: str) -> Vaegte | None:
    try:
        digits = _read_part("v", part)
        percents = tuple(digits.take(_PERCENTS) / 10 for _ in GRUPPER)
        groups = {kommune: digits.take(len(GRUPPER) + 1) for kommune in _take_places(digits, KOMMUNER)}
        needs = {
            omraade: Behov(digits.take(_SHARES) / 10, digits.take(_FACTORS) / 100)
            for omraade in _take_places(digits, OMRAADER)
            if digits.take(2)
        }
        digits.end()
    except _UnreadableError:
        return None
    return Vaegte({kommune: group for kommune, group in groups.items() if group}, percents, needs)


def _put_places(digits: _Digits, names: Sequence[str], having: Collection[str]) -> Sequence[str]:
    """Write how many of the names must follow for the last that has something to be there; return them."""
    count = max((names.index(name) for name in having), default=-1) + 1
    digits.put(count, _PLACES)
    return names[:count]


def _take_places(digits: _Digits, names: Sequence[str]) -> Sequence[str]:
    count = digits.take(_PLACES)
    if count > len(names):
        raise _UnreadableError
    return names[:count]


def _part(kind: str, digits: _Digits) -> str:
    body = digits.number()
    return kind + _written(body * _CHECK + _checksum(kind, body))


def _read_part(kind: str, part: str) -> _Digits:
    if not _PART.fullmatch(part) or part[0] != kind:
        raise _UnreadableError
    number = 0
    for figure in part[1:]:
        number = number * len(_FIGURES) + _FIGURES.index(figure)
    body, check = divmod(number, _CHECK)
    if check != _checksum(kind, body):
        raise _UnreadableError
    return _Digits(body)


def _checksum(kind: str, body: int) -> int:
    return zlib.crc32(f"{_FORMAT}{kind}{body:x}".encode()) % _CHECK


def _written(number: int) -> str:
    figures = ""
    while True:
        number, figure = divmod(number, len(_FIGURES))
        figures = _FIGURES[figure] + figures
        if not number:
            return figures
