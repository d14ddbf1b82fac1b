"""Which measures to show: by theme, kommune, stars, price and words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analytics.mobilitet.katalog import FLEST_STJERNER, Katalog
from analytics.mobilitet.omfang import angaar
from analytics.talraekker import Bools

_SPELLINGS = (str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}), str.maketrans({"æ": "ae", "ø": "o", "å": "a"}))
"""How Danish letters are written by those who do not have them, and by those who leave the marks out."""


@dataclass(frozen=True)
class Valg:
    """
    What is asked for; what is left out leaves nobody out.

    `temaer` are names of themes, `kommune` a kommune_id: the measures that concern it.
    `stjerner` are the fewest on `pejlemaerke` (0: any). `kun_med_pris` leaves out measures without a price to build.
    `soeg` are words that must all be somewhere on the sheet, whatever the capitals and however æ, ø and å are written.
    """

    temaer: tuple[str, ...] = ()
    kommune: str | None = None
    pejlemaerke: str | None = None
    stjerner: int = 0
    kun_med_pris: bool = False
    soeg: str = ""


@dataclass(frozen=True)
class Udvalg:
    """
    The measures that are what was asked for, in order, and those that may be.

    Of those in `kan_vaere` the catalogue does not say enough: their stars are not known and may be enough, or the sheet
    leaves open which kommuner it concerns.
    """

    indsatser: tuple[int, ...]
    kan_vaere: tuple[int, ...]


def udvalg(katalog: Katalog, valg: Valg) -> Udvalg:
    """
    Return the measures that are what was asked for.

    Raises ValueError, in Danish, for a theme, kommune or pejlemærke that is not there, or stars outside 0-5.
    """
    tables = katalog.mobilitet_indsats.set_index("indsats_nr").loc[list(katalog.indsatser)]
    fits: Bools = np.ones(len(katalog.indsatser), dtype=bool)
    if unknown := set(valg.temaer) - set(tables["tema"]):
        raise ValueError(f"Temaet «{min(unknown)}» kendes ikke.")
    if valg.temaer:
        fits &= tables["tema"].isin(valg.temaer).to_numpy(dtype=bool)
    if valg.kun_med_pris:
        fits &= ~np.isnan(katalog.pris_hoej)
    if words := valg.soeg.split():
        fits &= np.array([all(_mentions(sheet, word) for word in words) for sheet in _sheets(katalog)])
    certain, possible = fits, fits
    for is_so, may_be_so in (_concerned(katalog, valg), _stars(katalog, valg)):
        certain, possible = certain & is_so, possible & may_be_so
    return Udvalg(katalog.numre(certain), katalog.numre(possible & ~certain))


def _everyone(katalog: Katalog) -> tuple[Bools, Bools]:
    everyone: Bools = np.ones(len(katalog.indsatser), dtype=bool)
    return everyone, everyone


def _concerned(katalog: Katalog, valg: Valg) -> tuple[Bools, Bools]:
    """Return which measures concern the kommune, and which can."""
    if valg.kommune is None:
        return _everyone(katalog)
    if valg.kommune not in set(katalog.kommune["kommune_id"]):
        raise ValueError(f"Kommunen «{valg.kommune}» kendes ikke.")
    found = angaar(katalog.mobilitet_indsats, katalog.mobilitet_sted, katalog.mobilitet_kommune, valg.kommune)
    concerned: Bools = np.array([found[nr] == "ja" for nr in katalog.indsatser])
    return concerned, np.array([found[nr] != "nej" for nr in katalog.indsatser])


def _stars(katalog: Katalog, valg: Valg) -> tuple[Bools, Bools]:
    """Return which measures have the stars, and which can have them."""
    if not 0 <= valg.stjerner <= FLEST_STJERNER:
        raise ValueError(f"Antallet af stjerner skal være fra 0 til {FLEST_STJERNER}.")
    if valg.pejlemaerke is None:
        return _everyone(katalog)
    if valg.pejlemaerke not in katalog.pejlemaerker:
        raise ValueError(f"Pejlemærket «{valg.pejlemaerke}» kendes ikke.")
    column = katalog.pejlemaerker.index(valg.pejlemaerke)
    return katalog.lav[:, column] >= valg.stjerner, katalog.hoej[:, column] >= valg.stjerner


def _mentions(sheet: tuple[str, ...], word: str) -> bool:
    return any(spelt in text for spelt, text in zip(_spelt(word), sheet, strict=True))


def _spelt(text: str) -> tuple[str, ...]:
    """Return the text without capitals and accents, with the Danish letters in each of the other spellings."""
    small = unicodedata.normalize("NFC", text).casefold()
    return tuple(_plain(small.translate(spelling)) for spelling in _SPELLINGS)


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=2)
def _sheets(katalog: Katalog) -> list[tuple[str, ...]]:
    """Return all that stands on each sheet, as `_spelt` has it; kept, since every letter that is typed asks for it."""
    texts: dict[int, list[str]] = {nr: [] for nr in katalog.indsatser}
    for table, columns in (
        (katalog.mobilitet_indsats, ("indsats_nr", "navn", "tema", "beskrivelse", "obs", "baseret_paa")),
        (katalog.mobilitet_vurdering, ("indsats_nr", "tekst")),
        (katalog.mobilitet_fakta, ("indsats_nr", "hvad", "gaelder", "forbehold")),
        (katalog.mobilitet_sted, ("indsats_nr", "sted")),
    ):
        for nr, *cells in table[list(columns)].itertuples(index=False):
            texts[int(nr)] += _filled(cells)
    return [_spelt("\n".join(texts[nr])) for nr in katalog.indsatser]


def _filled(cells: Iterable[object]) -> list[str]:
    return [cell for cell in cells if isinstance(cell, str)]
