"""
What boards are made of: cards with states as icon, word and colour, and rows on one common scale.

A card holds what papers say, each line with its source; standings hold how each project stands, a row each; a scale
holds spans of time with their labels at the marks. All are lists to a screen reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from pages import components, view
from pages.components import heard
from pages.style import theme
from pages.view.kinds import Choice

_INK = "; ".join(
    f"--{name}: {colour}; --paa-{name}: {theme.on(colour)}"  # each light, and what is written on it
    for name, colour in theme.STATUS.items()
)
_CARDS = components.mount("cards", f'<div class="tavle" style="{_INK}"></div>')
_STANDINGS = components.mount("standings", f'<div class="tavle" style="{_INK}"></div>')
_SCALE = components.mount("scale", '<div class="skala"></div>')

Light = Literal["paa_sporet", "forsinket", "i_vanskeligheder", "afsluttet", "ukendt"]
State = Literal["naaet", "ikke_naaet", "ikke_maalt", "videre", "i_gang", "gammel", "dyrere", Light]
Form = Literal["sikker", "usikker", "ventet", "rapport", "rapporteret"]


@dataclass(frozen=True)
class Chip:
    """A state: which icon and colour it has, and its words."""

    art: State
    tekst: str


@dataclass(frozen=True)
class Point:
    """One line on a card: text, where it stands and the link to that table, a note below it, and states."""

    tekst: str
    kilde: str | None = None
    link: str | None = None
    note: str | None = None
    tilstande: Sequence[Chip] = ()
    fremhaevet: bool = False


@dataclass(frozen=True)
class Section:
    """Lines under a heading, with the date that they are from; folded away where they are history."""

    titel: str
    punkter: Sequence[Point]
    dato: str | None = None
    foldet: bool = False


@dataclass(frozen=True)
class Card:
    """
    A project or another subject: title, what stands below it, states and sections; grey where what is known is too old.

    One with an `id` can be chosen by its title.
    """

    id: str
    titel: str
    under: str | None
    tilstande: Sequence[Chip]
    afsnit: Sequence[Section]
    graa: bool = False
    daempet: bool = False


def cards(key: str, of: Sequence[Card], *, alt: str, chooses: Choice[str] | None = None, large: bool = False) -> None:
    """
    Show cards; a card's title chooses it in the parameter `chooses`, or lets it go again.

    `large` is for one that is shown to a whole room.
    """
    chosen = view.held(chooses) if chooses else None

    def choose() -> None:
        if chooses:
            view.put(chooses, heard.chosen(key) or "alle")

    _CARDS(
        key=key,
        data={"alt": alt, "kort": [asdict(card) for card in of], "valgt": chosen, "stor": large},
        on_valgt_change=choose,
    )


@dataclass(frozen=True)
class Standing:
    """
    How a project stands: its signs, name, a few words, their age and date, and where they stand with that table's link.

    Grey where what is known is too old, faint where it does not name the kommune that is marked.
    """

    id: str
    navn: str
    tegn: Sequence[Chip]
    tekst: str
    alder: str | None = None
    dato: str | None = None
    kilde: str | None = None
    link: str | None = None
    graa: bool = False
    daempet: bool = False


def standings(key: str, of: Sequence[Standing], *, alt: str, chooses: Choice[str], large: bool = False) -> None:
    """Show how each project stands; its name chooses it in the parameter `chooses`. `large` fills a room's screen."""
    _STANDINGS(
        key=key,
        data={"alt": alt, "raekker": [asdict(row) for row in of], "stor": large},
        on_valgt_change=lambda: view.put(chooses, heard.chosen(key) or "alle"),
    )


@dataclass(frozen=True)
class Axis:
    """What a scale runs over, from `low` to `high` in its own unit, and its even steps: where (0-1), and in words."""

    low: float
    high: float
    steps: Sequence[tuple[float, str]]

    @classmethod
    def of_years(cls, first: int, last: int) -> Axis:
        """Return the axis of whole years, in days (`date.toordinal`)."""
        years = range(first, last + 1)
        steps = [(place / len(years), str(year)) for place, year in enumerate(years)]
        return cls(date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal(), steps)

    def at(self, value: float) -> float:
        """Return where a value lies, 0-1 from end to end."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Span:
    """A span on the scale in the axis' unit; what lies beyond an end is cut off there."""

    fra: float
    til: float
    form: Form


@dataclass(frozen=True)
class Lane:
    """Spans on one line, with the label that stands at them."""

    spaend: Sequence[Span]
    tekst: str


@dataclass(frozen=True)
class ScaleRow:
    """
    A row: its name, its lanes, where it stands with the link to that table, and a note below the name.

    `skel` is where a group begins.
    """

    navn: str
    lag: Sequence[Lane]
    kilde: str | None = None
    link: str | None = None
    note: str | None = None
    skel: bool = False


def scale(
    key: str,
    heading: str,
    rows: Sequence[ScaleRow],
    axis: Axis,
    *,
    alt: str,
    line: tuple[float, str] | None = None,
) -> None:
    """Show rows on one scale; `line` is a value that is marked on it, and what it is."""
    _SCALE(
        key=key,
        data={
            "alt": alt,
            "hoved": heading,
            "raekker": [{**asdict(row), "lag": [_drawn(lane, axis) for lane in row.lag]} for row in rows],
            "akse": [{"ved": at, "tekst": text} for at, text in axis.steps],
            "linje": {"ved": axis.at(line[0]), "tekst": line[1]} if line else None,
        },
    )


def _drawn(lane: Lane, axis: Axis) -> dict[str, Any]:
    spans = [{"fra": axis.at(span.fra), "til": axis.at(span.til), "form": span.form} for span in lane.spaend]
    return {"spaend": spans, "tekst": lane.tekst}
