"""
The app's own components, drawn in the page itself: the areas as a picture, a plain table, a link to copy.

Streamlit's map commands send the geometry with every change, can neither hatch what is unknown nor be operated by keys;
its data table is drawn on a canvas that a screen reader cannot read, with English menus. Script and style are fetched
once from an address of our own (`assets`), so that a change of view sends values only.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from dansk import tal
from pages.components import assets
from pages.style import theme

_LOADER = (Path(__file__).parent / "loader.js").read_text(encoding="utf-8")


def loader(name: str) -> str:
    """Return the script that fetches, draws and ends the component of that name."""
    return _LOADER.replace("STYLE", assets.address(f"{name}.css")).replace("SCRIPT", assets.address(f"{name}.js"))


def component(name: str, html: str) -> Callable[..., Any]:
    """Return a component of ours by its name: `aktiver/<name>.js` draws in `html`, styled by `aktiver/<name>.css`."""
    return st.components.v2.component(f"kkr-{name}", html=f"<style></style>{html}", js=loader(name))


_MAP = component(
    "kort",
    f'<div class="kort" style="--ukendt: {theme.UNKNOWN}"><div class="billeder"></div>'
    '<ul class="signatur" aria-label="Signaturforklaring"></ul>'
    '<div class="tip" role="status" hidden></div></div>',
)
_TABLE = component(
    "tabel",
    f'<div class="tabel" style="--ukendt: {theme.UNKNOWN}; --foer: {theme.BEFORE}">'
    '<div class="rulle" tabindex="0" role="region"></div></div>',
)

_CHOSEN = component(
    "valgt", '<div class="valgtlinje" hidden><span role="status"></span><button type="button"></button></div>'
)
_SHORTCUTS = component("genveje", '<nav class="genveje"></nav>')
_SLIDERS = component("skydere", '<div class="skydere"></div>')
_FILE = component(
    "fil",
    '<div class="fil"><label class="vaelg"><span></span><input type="file" accept=".csv,text/csv"></label>'
    '<label><span></span><textarea rows="4"></textarea></label><button type="button"></button></div>',
)
_COPY = component(
    "kopi",
    '<div class="kopi"><label><span></span><input readonly></label><button type="button">Kopiér link</button>'
    '<span role="status"></span></div>',
)


@dataclass(frozen=True)
class Area:
    """
    How one area is shown: name, figure as text, fill (None is hatched), ink on it, and what is read aloud.

    `samlet` is a short name of what the figure is of, where that is more than the area itself.
    """

    navn: str
    tekst: str
    beskrivelse: str
    farve: str | None
    skrift: str = ""
    valgt: bool = False
    daempet: bool = False
    samlet: str = ""


@dataclass(frozen=True)
class Circle:
    """A circle in an area (`omraade`) or at a place in the two map frames, with radius in map units and text."""

    r: float
    tekst: str
    omraade: str | None = None
    antal: str | None = None
    kort: tuple[float, float] | None = None
    udsnit: tuple[float, float] | None = None


def area_map(
    key: str,
    picture: Literal["fliser", "kort"],
    areas: Mapping[str, Area],
    legend: Sequence[tuple[str | None, str]],
    *,
    alt: str,
    circles: Sequence[Circle] = (),
    on_choose: Callable[[str], None],
) -> None:
    """Draw the areas as tiles or as a map; `on_choose` gets the id of the area chosen by pointer or key, or ""."""
    _MAP(
        key=key,
        data={
            "geometri": assets.address("geometri.json"),
            "billede": picture,
            "alt": alt,
            "omraader": {area_id: vars(area) for area_id, area in areas.items()},
            "cirkler": [vars(circle) for circle in circles],
            "signatur": [{"farve": colour, "tekst": text} for colour, text in legend],
        },
        on_valgt_change=lambda: on_choose(st.session_state[key].valgt or ""),
    )


@dataclass(frozen=True)
class Column:
    """
    A column: id, heading, kind, an explanation on hover, and for bars a line (0-1) with what it stands for.

    `ubrudt` keeps short texts on one line where there is room.
    """

    id: str
    tekst: str
    art: Literal["tekst", "tal", "soejle", "par", "vurdering"] = "tekst"
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

    Without stars a positive one shows its cell's text. `tolket` and `ringere` have signs of their own; `tekst` is read
    aloud and shown on hover.
    """

    kind: Literal["positiv", "ingen_positiv_effekt", "ikke_vurderet"]
    stars: int | None
    tekst: str
    tolket: bool = False
    ringere: bool = False


@dataclass(frozen=True)
class Cell:
    """
    A cell: text, the value it sorts by, and where wanted a bar from `start` or a pair (0-1), colour, mark, link.

    `note` is what stands in small type behind the text, e.g. a place among others; `status` makes the text one. A value
    that is no number, which JSON cannot carry, is unknown.
    """

    text: str
    value: float | str | None = None
    bar: float | None = None
    start: float = 0.0
    colour: str | None = None
    pair: tuple[float, float] | None = None
    mark: Mark | None = None
    link: str | None = None
    unknown: bool = False
    note: str | None = None
    status: Status | None = None
    rating: Rating | None = None

    def __post_init__(self) -> None:
        if isinstance(self.value, float) and not math.isfinite(self.value):
            object.__setattr__(self, "value", None)
            object.__setattr__(self, "unknown", True)
            object.__setattr__(self, "text", tal.UNKNOWN)
        for name, at in (("bar", (self.bar,)), ("pair", self.pair or ())):
            if any(each is not None and not math.isfinite(each) for each in at):
                object.__setattr__(self, name, None)
        if not math.isfinite(self.start):
            object.__setattr__(self, "start", 0.0)

    def message(self) -> dict[str, Any]:
        """Return what the browser needs, and no empty fields."""
        value = self.text if self.value is None and not self.unknown else self.value
        full = {
            "t": self.text,
            "v": value,
            "b": self.bar,
            "n": self.start or None,
            "p": list(self.pair) if self.pair else None,
            "f": self.colour,
            "m": vars(self.mark) if self.mark else None,
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


@dataclass(frozen=True)
class Row:
    """
    A row of cells; `id` is what a click on it chooses; `kind` is `sum` for totals, `skel` where a group begins,
    `graa` where what is known is too old, and `tidligere` for what the row above has replaced.

    Rows of a `group` stand together below its name, groups in the order of their first rows, however the table is
    sorted.
    """

    cells: Sequence[Cell]
    id: str | None = None
    kind: str | None = None
    group: str | None = None


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
) -> None:
    """
    Show a plain table; `on_choose` gets a clicked row's id (or ""), `on_sort` the wanted order.

    With `cards` a phone shows each row as a card with the headings beside its figures, so that nothing runs out to the
    right; it stays a table to a screen reader. A `dense` table shows some 35 rows at once on a projector.
    """

    def chose() -> None:
        if on_choose:
            on_choose(st.session_state[key].valgt or "")

    def sort() -> None:
        if on_sort and (wanted := st.session_state[key].sorter):
            on_sort(Sorting(str(wanted["kolonne"]), bool(wanted["faldende"])))

    _TABLE(
        key=key,
        data={
            "alt": alt,
            "kolonner": [{k: v for k, v in vars(column).items() if v is not None} for column in columns],
            "raekker": [
                {
                    "id": row.id,
                    "klasse": row.kind,
                    "gruppe": row.group,
                    "celler": [cell.message() for cell in row.cells],
                }
                for row in rows
            ],
            "hoejde": height,
            "kort": cards,
            "taet": dense,
            "vaelges": on_choose is not None,
            "valgt": chosen,
            "sortering": vars(sorting) if sorting else None,
        },
        on_valgt_change=chose,
        on_sorter_change=sort,
    )


def chosen_bar(key: str, text: str, link_text: str, target: str) -> None:
    """
    Say at the foot of the window what is chosen, for as long as what is told of it lies out of sight.

    The button leads to the container whose key is `target`; keys begin with `valgtlinje-`, which the frame places.
    """
    _CHOSEN(key=key, data={"tekst": text, "linktekst": link_text, "maal": target})


def shortcuts(key: str, label: str, targets: Mapping[str, str], below: str | None = None) -> None:
    """
    Show on a phone a row of buttons, each to a container on the page: `targets` are their texts by its key.

    A box that is closed is opened. `below` is the key of what stays at the top of the window and must not cover them.
    Keys begin with `genveje-`, which the frame leaves no room for on wider screens.
    """
    _SHORTCUTS(
        key=key,
        data={"label": label, "maal": [{"id": id, "tekst": text} for id, text in targets.items()], "under": below},
    )


def copy_field(key: str, label: str, text: str) -> None:
    """Show a text that can be selected, and a button that copies it."""
    _COPY(key=key, data={"label": label, "tekst": text})


@dataclass(frozen=True)
class Slider:
    """A slider: its name in the link, what is read aloud, its value and colour."""

    navn: str
    tekst: str
    vaerdi: float
    farve: str


@dataclass(frozen=True)
class SliderRow:
    """A row's sliders, one per column."""

    navn: str
    skydere: Sequence[Slider]


def sliders(
    key: str,
    rows: Sequence[SliderRow],
    headings: Sequence[tuple[str, str]],
    *,
    rows_are: str,
    highest: float,
    step: float,
    unit: str,
    on_change: Callable[[Mapping[str, float]], None],
) -> None:
    """
    Show rows of sliders from 0 to `highest`, a heading and colour per column.

    `rows_are` heads the rows' names, and `unit` is read aloud behind the value; `on_change` gets the new values by the
    sliders' names.
    """

    def changed() -> None:
        if sent := st.session_state[key].aendret:
            on_change({str(name): float(value) for name, value in sent.items()})

    _SLIDERS(
        key=key,
        data={
            "hoejst": highest,
            "trin": step,
            "raekkenavn": rows_are,
            "enhed": unit,
            "soejler": [{"tekst": text, "farve": colour} for text, colour in headings],
            "raekker": [{"navn": row.navn, "skydere": [vars(slider) for slider in row.skydere]} for row in rows],
        },
        on_aendret_change=changed,
    )


def table_input(key: str, file_label: str, paste_label: str, *, on_text: Callable[[str], None]) -> None:
    """Let a small CSV be chosen as a file or pasted; `on_text` gets its text."""
    _FILE(
        key=key,
        data={"fil": file_label, "indsaet": paste_label, "knap": "Indlæs", "forLang": "Filen er for stor."},
        on_laest_change=lambda: on_text(str(st.session_state[key].laest or "")),
    )
