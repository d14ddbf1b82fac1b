"""A plain table, operated by keys and read aloud; its cells can hold bars, pairs, marks and ratings."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from dansk import tal
from pages.components import heard
from pages.components.mounting import mount
from pages.style import theme

_HEAT = [[colour, theme.on(colour)] for colour in theme.AMOUNT]
"""The ground and the ink of one to five stars."""

_DRAWN = mount(
    "tables",
    f'<div class="tabel" style="--ukendt: {theme.UNKNOWN}; --foer: {theme.BEFORE}">'
    '<div class="rulle" tabindex="0" role="region"></div></div>',
)


@dataclass(frozen=True)
class Column:
    """
    A column: id, heading, kind, an explanation on hover, and for bars a line (0-1) with what it stands for.

    `ubrudt` keeps short texts on one line where there is room. «varme» shows ratings as a heat table
    does: each fills its cell with the colour of its stars.
    """

    id: str
    tekst: str
    art: Literal["tekst", "tal", "soejle", "par", "vurdering", "varme"] = "tekst"
    hjaelp: str | None = None
    linje: float | None = None
    linjetekst: str | None = None
    ubrudt: bool | None = None


@dataclass(frozen=True)
class Mark:
    """A small sign beside a figure that leads to where it is explained; `art` decides its colour."""

    tegn: str
    tekst: str
    link: str
    art: str


@dataclass(frozen=True)
class Status:
    """The sign before a status' word, and the colour behind both; without one there is an outline only."""

    tegn: str
    farve: str | None = None


@dataclass(frozen=True)
class Rating:
    """
    An assessment as marks: `kind` says which of three it is, and `stars` (1-5) are filled where there are any.

    Without stars a positive one shows its cell's text. `tolket` and `ringere` have signs of their own, and `op_til` is
    the stars that it has where it has any, which nobody knows; `tekst` is read aloud and shown on hover.
    """

    kind: Literal["positiv", "ingen_positiv_effekt", "ikke_vurderet"]
    stars: int | None
    tekst: str
    tolket: bool = False
    ringere: bool = False
    op_til: int | None = None


class Looks:
    """What many cells have alike, their colour or mark, is sent once; a cell has its number."""

    def __init__(self) -> None:
        self.seen: list[object] = []

    def number(self, look: object) -> int | None:
        """Return a look's number, None for none."""
        if look is None:
            return None
        if look not in self.seen:
            self.seen.append(look)
        return self.seen.index(look)


@dataclass(frozen=True)
class Cell:
    """
    A cell: text, the value it sorts by, and where wanted a bar from `start` or a pair (0-1), colour, mark, link.
    A third of the pair is what both are held against: the proposal.

    `note` is what stands in small type behind the text, e.g. a place among others; `status` makes the text one. A value
    that is no number, which JSON cannot carry, is unknown.
    """

    text: str
    value: float | str | None = None
    bar: float | None = None
    start: float = 0.0
    colour: str | None = None
    pair: tuple[float, float] | tuple[float, float, float] | None = None
    mark: Mark | None = None
    link: str | None = None
    unknown: bool = False
    note: str | None = None
    status: Status | None = None
    rating: Rating | None = None

    def __post_init__(self) -> None:
        """Let no figure through that JSON has not."""
        if isinstance(self.value, float) and not math.isfinite(self.value):
            object.__setattr__(self, "value", None)
            object.__setattr__(self, "unknown", True)
            object.__setattr__(self, "text", tal.UNKNOWN)
        for name, at in (("bar", (self.bar,)), ("pair", self.pair or ())):
            if any(each is not None and not math.isfinite(each) for each in at):
                object.__setattr__(self, name, None)
        if not math.isfinite(self.start):
            object.__setattr__(self, "start", 0.0)

    def message(self, looks: Looks) -> dict[str, Any]:
        """Return what the browser needs, and no empty fields; places to a ten-thousandth of the track's width."""
        full = {
            "t": self.text,
            "v": None if self.value == self.text else self.value,
            "b": _place(self.bar),
            "n": _place(self.start) or None,
            "p": [_place(each) for each in self.pair] if self.pair else None,
            "f": looks.number(self.colour),
            "m": [looks.number((self.mark.tegn, self.mark.tekst, self.mark.art)), self.mark.link]
            if self.mark
            else None,
            "l": self.link,
            "u": self.unknown or None,
            "o": self.note,
            "s": self._status(),
            "r": vars(self.rating) if self.rating else None,
        }
        return {name: content for name, content in full.items() if content is not None}

    def _status(self) -> dict[str, str | None] | None:
        if self.status is None:
            return None
        ink = theme.on(self.status.farve) if self.status.farve else None
        return {"tegn": self.status.tegn, "farve": self.status.farve, "skrift": ink}


def _place(share: float | None) -> float | None:
    return None if share is None else tal.rounded(share, 4)


@dataclass(frozen=True)
class Row:
    """
    A row of cells; `id` is what a click on it chooses; `kind` is `sum` for totals, `skel` where a group begins,
    `graa` where what is known is too old, `tidligere` for what the row above has replaced, and `egen` for the reader's
    own kommune.

    Rows of a `group` stand together below its name, groups in the order of their first rows, however the table is
    sorted.
    """

    cells: Sequence[Cell]
    id: str | None = None
    kind: str | None = None
    group: str | None = None

    def message(self, looks: Looks) -> dict[str, Any]:
        """Return what the browser needs, and no empty fields."""
        of = {"id": self.id, "klasse": self.kind, "gruppe": self.group}
        cells = [cell.message(looks) for cell in self.cells]
        return {**{name: content for name, content in of.items() if content is not None}, "celler": cells}


@dataclass(frozen=True)
class Sorting:
    """The column that a table is sorted by, and which way."""

    kolonne: str
    faldende: bool = field(default=False)


def table(
    key: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    alt: str,
    height: int | None = None,
    chosen: str | None = None,
    on_choose: Callable[[str], None] | None = None,
    sorting: Sorting | None = None,
    on_sort: Callable[[Sorting], None] | None = None,
    cards: bool = False,
    dense: bool = False,
    large: bool = False,
) -> None:
    """
    Show a plain table; `on_choose` gets a clicked row's id (or ""), `on_sort` the wanted order.

    With `cards` a phone shows each row as a card with the headings beside its figures, so that nothing runs out to the
    right; it stays a table to a screen reader. A `dense` table shows some 35 rows at once on a projector,
    and a `large` one is read at a glance.
    """

    def chose() -> None:
        if on_choose:
            on_choose(heard.chosen(key))

    def sort() -> None:
        if on_sort and (wanted := heard.said(key, "sorter", dict)):
            on_sort(Sorting(str(wanted.get("kolonne")), bool(wanted.get("faldende"))))

    looks = Looks()
    _DRAWN(
        key=key,
        data={
            "alt": alt,
            "kolonner": [{k: v for k, v in vars(column).items() if v is not None} for column in columns],
            "raekker": [row.message(looks) for row in rows],
            "udseender": looks.seen,
            "hoejde": height,
            "kort": cards,
            "taet": dense,
            "stort": large,
            "vaelges": on_choose is not None,
            "valgt": chosen,
            "sortering": vars(sorting) if sorting else None,
            **({"varme": _HEAT} if any(column.art == "varme" for column in columns) else {}),
        },
        on_valgt_change=chose,
        on_sorter_change=sort,
    )
