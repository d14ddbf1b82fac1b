"""What an entry of a check is, and the difference that it is asked about."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from analytics.kildekontrol.slags import Kind
from dansk.tal import as_printed, is_unknown, number


@dataclass(frozen=True)
class Difference:
    """
    A printed figure and what follows from others, where rounding does not explain that they differ.

    A row of ``kildeafvigelse``. ``trykt`` and ``genberegnet`` are NaN where no figure is compared; ``halv`` is half a
    unit of the last printed decimal, and ``nedre`` and ``oevre`` how far the recomputed figure can reach.
    ``kilde_linje_2`` of ``kilde_id_2`` is where it is held against, None where that is no one line.
    """

    kontrol: str
    regel: str
    felt: str
    speciale: int | None
    trykt: float
    genberegnet: float
    halv: float
    nedre: float
    oevre: float
    raekke: str | None
    raekke_tal: float
    enhed: str | None
    trykt_tekst: str | None
    led: Mapping[str, Any]
    kilde_id: str = ""
    kilde_id_2: str | None = None
    kilde_linje_2: int | None = None

    @classmethod
    def af(cls, row: Mapping[Hashable, Any]) -> Difference:
        """Return the difference in a row of the view, blanks of any sort told by None or NaN."""
        known = {name: None if is_unknown(value) else value for name, value in row.items()}
        figure = {name: float("nan") if value is None else value for name, value in known.items()}
        return cls(
            kontrol=str(row["kontrol"]),
            regel=str(row["regel"]),
            felt=str(row["felt"]),
            speciale=None if known["speciale"] is None else int(row["speciale"]),
            trykt=figure["trykt"],
            genberegnet=figure["genberegnet"],
            halv=figure["halv"],
            nedre=figure["nedre"],
            oevre=figure["oevre"],
            raekke=known["raekke"],
            raekke_tal=figure["raekke_tal"],
            enhed=known["enhed"],
            trykt_tekst=known["trykt_tekst"],
            led=json.loads(known["led"] or "{}"),
            kilde_id=str(row.get("kilde_id") or ""),
            kilde_id_2=known.get("kilde_id_2"),
            kilde_linje_2=None if known.get("kilde_linje_2") is None else int(row["kilde_linje_2"]),
        )

    @cached_property
    def decimaler(self) -> int:
        """With how many decimals the printed figure is written."""
        if self.halv == 0:
            written = as_printed(self.trykt).partition(",")[2]
            return len(written)
        return 2 if self.halv < 0.01 else 1 if self.halv < 0.1 else 0

    def tal(self, navn: str) -> float:
        """Return a figure that the words need; NaN where the database has none."""
        value = self.led[navn]
        return float("nan") if value is None else float(value)

    def skrevet(self, navn: str, decimaler: int = 0) -> str:
        """Return such a figure as it is written."""
        return number(self.tal(navn), decimaler)

    @property
    def sted_2(self) -> str:
        """Where it is held against, as words name it; another paper than its own by name."""
        return self.sted(self.kilde_id_2, self.kilde_linje_2)

    def sted(self, kilde_id: str | None, linje: int | None) -> str:
        """Return a line as words name it, with its paper where that is another than the difference's own."""
        return f"linje {linje}" if kilde_id in (None, self.kilde_id) else f"kilde {kilde_id}, linje {linje}"

    def genberegnet_som(self, decimaler: int = 0) -> str:
        """Return the recomputed figure as it is written."""
        return number(self.genberegnet, decimaler)

    def trykt_som(self, decimaler: int = 0) -> str:
        """Return the printed figure as it is written."""
        return number(self.trykt, decimaler)


def _printed_row(difference: Difference) -> str:
    """Return the name of the printed row, or the figure that it is known by."""
    if difference.raekke is not None:
        return difference.raekke
    figure = as_printed(difference.raekke_tal)
    return f"bilag {figure}" if difference.enhed == "bilag" else f"{figure} {difference.enhed}"


def _printed_text(difference: Difference) -> str:
    """Return what is printed: the word, or the figure with the decimals that it has."""
    return difference.trykt_tekst or difference.trykt_som(difference.decimaler)


def _nothing_more(difference: Difference) -> bool:
    return False


@dataclass(frozen=True)
class Gathered:
    """One entry for all differences of a check: what its row is called, and what is said of them together."""

    raekke: str
    forklaring: Callable[[Sequence[Difference]], str]


@dataclass(frozen=True)
class Rule:
    """
    One check: what is said of a difference, its kind, and what is tolerated beyond rounding.

    ``raekke`` and ``trykt_tekst`` name the printed row and what stands there, where the figure does not do it.
    ``samlet`` makes one entry of all differences: a reservation that holds for a whole table.
    """

    forklaring: Callable[[Difference], str]
    art: Kind | Callable[[Difference], Kind] = "modstrid"
    taaler: Callable[[Difference], bool] = _nothing_more
    raekke: Callable[[Difference], str] = _printed_row
    trykt_tekst: Callable[[Difference], str] = _printed_text
    samlet: Gathered | None = None

    def kind(self, difference: Difference) -> Kind:
        """Return the kind of that difference."""
        return self.art(difference) if callable(self.art) else self.art


@dataclass(frozen=True)
class Check:
    """A family of checks: its Danish name, what it compares, how far rounding may go, and its rules by name."""

    navn: str
    sammenligner: str
    tolerance: str
    regler: Mapping[str, Rule] = field(repr=False)


AFRUNDET = "Forskellen skal være større, end de trykte decimaler i både resultatet og tallene bag det kan forklare."
NOEJAGTIGT = "Tallene er hele og skal passe nøjagtigt."


def fast(text: str) -> Callable[[Difference], str]:
    """Return words that are the same for every difference."""
    return lambda difference: text
