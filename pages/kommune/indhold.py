"""What a kommune's page holds, theme by theme: written once, and shown on the page, set as a PDF and put into Excel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pages.components import Cell, Column, Row
from pages.katalog import vurderinger
from pages.reading.sources import Printed


@dataclass(frozen=True)
class Tabel:
    """
    A table: its name, which is that of its sheet in Excel, what is read aloud, and a heading where it needs one.

    `vigtigst` are the rows that stand where there is not room for all.
    """

    navn: str
    kolonner: Sequence[Column]
    raekker: Sequence[Row]
    alt: str
    overskrift: str = ""
    vigtigst: Sequence[Row] | None = None


@dataclass(frozen=True)
class Videre:
    """A way onward: a page's script, what the link says, and the view that it opens."""

    side: str
    tekst: str
    valg: Mapping[str, str]


@dataclass(frozen=True)
class Afsnit:
    """
    A theme: the finding, its tables, what must be known of them, and where they come from.

    `kilder` are the tables' names in the database, `beregnet` says what was worked out here, and `bredt` that the
    tables need the whole width. `foldet` is what it says where it is folded, if the picture above says its finding.
    """

    id: str
    tema: str
    fund: str
    tabeller: tuple[Tabel, ...]
    kilder: tuple[str, ...]
    noter: tuple[str, ...] = ()
    beregnet: str | None = None
    trykt: tuple[Printed, ...] = ()
    videre: tuple[Videre, ...] = ()
    bredt: bool = False
    foldet: str = ""

    @property
    def papirer(self) -> set[str]:
        """The documents that its figures stand in, where officials have added some."""
        return {each.kilde_id for each in self.trykt}


def in_words(cell: Cell) -> str:
    """Return a cell as text, as paper and spreadsheet have it: also an assessment that the page draws."""
    return vurderinger.short(cell) if cell.rating else cell.text
