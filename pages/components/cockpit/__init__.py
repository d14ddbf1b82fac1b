"""The scenario under the hand: figures, a row for each area with slider and place on a scale, and the tile map."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from pages.components import assets, heard
from pages.components.mounting import mount
from pages.components.slider import tell
from pages.style import theme

_BETTER, _WORSE = theme.AROUND_AVERAGE[0], theme.AROUND_AVERAGE[-1]
_DRAWN = mount(
    "cockpit",
    f'<div class="kabine" style="--ukendt: {theme.UNKNOWN}; --foer: {theme.BEFORE}; --bedre: {_BETTER}; '
    f'--ringere: {_WORSE}"></div>',
)


@dataclass(frozen=True)
class Place:
    """
    An area: who live there, and what they count for in its figures; and of each speciale, in order, its capacity before
    anything is given, what the sliders give, and what the proposal gives.

    `naaet` has of each speciale whose patients follow what the citizens reach: before, with what the sliders give, and
    with what the proposal gives; it is empty of the others, whose citizens have what stands where they live.
    """

    id: str
    navn: str
    borgere: int
    vejede: float
    kapacitet: Sequence[float]
    nu: Sequence[float]
    forslag: Sequence[float]
    naaet: Sequence[Sequence[float]] = ()


@dataclass(frozen=True)
class Told:
    """
    What the server has worked out of a speciale, as it is printed: the worst served and its figure, who live over the
    limit, what is spent and left; and of every area, in order, citizens per capacity and the change in per cent.
    """

    ringest: str
    vaerst: str
    over: str
    brugt: str
    rest: str
    pr: Sequence[str]
    aendring: Sequence[str]


@dataclass(frozen=True)
class Shades:
    """Classes of a picture from low to high: edges, fill and ink of each, and what the legend says of it."""

    kanter: Sequence[float]
    farver: Sequence[tuple[str, str]]
    signatur: Sequence[str]


@dataclass(frozen=True)
class Speciality:
    """
    A speciale: its number, name and colour, its limit, what there is to give of it, and what is told of it.

    `note` stands after its name.
    """

    nr: int
    navn: str
    farve: str
    graense: float
    til_nye: float
    alt: str
    sagt: Told
    resultat: Shades | None
    note: str = ""


def cockpit(
    key: str,
    areas: Sequence[Place],
    rows: Sequence[str],
    specialities: Sequence[Speciality],
    *,
    speciale: int,
    compared: Literal["ingen", "forslaget"],
    compared_words: str,
    people: str,
    served: str,
    change: Shades | None,
    chosen: str,
    pictured: bool,
    highest: float,
    step: float,
    said: str,
    on_change: Callable[[Mapping[str, float]], None],
    on_speciale: Callable[[int], None],
    on_show: Callable[[str], None],
    on_choose: Callable[[str], None],
) -> None:
    """
    Show the cockpit; `rows` are the areas that have sliders, new ones last.

    `served` stands above the figure of the worst served. The tile map shows the change in `change`'s classes, or
    without them the result in each speciale's own, and a press below it asks for the other ("aendring" or "resultat",
    `on_show`); it gives its place to another picture where it is
    not `pictured`. Of a speciale whose patients follow only the slider's own amount and the budget move with the hand.
    `said` is read aloud when it becomes another. `on_change` gets
    new values by the sliders' names (`k51-valby`), `on_choose` the area that is chosen on the map, or "".
    """

    def turned() -> None:
        if sent := heard.said(key, "speciale", int):
            on_speciale(sent)

    _DRAWN(
        key=key,
        data={
            "geometri": assets.address("geometri.json"),
            "omraader": [_area(area) for area in areas],
            "raekker": list(rows),
            "specialer": [
                {**vars(each), "sagt": vars(each.sagt), "resultat": _message(each.resultat)} for each in specialities
            ],
            "speciale": speciale,
            "mod": compared,
            "modtekst": compared_words,
            "borgere": people,
            "ringest": served,
            "vis": "resultat" if change is None else "aendring",
            "aendring": _message(change),
            "valgt": chosen,
            "billede": pictured,
            "hoejst": highest,
            "trin": step,
            "sagt": said,
        },
        on_aendret_change=partial(tell, key, on_change),
        on_speciale_change=turned,
        on_vis_change=lambda: on_show(heard.said(key, "vis", str) or ""),
        on_valgt_change=lambda: on_choose(heard.chosen(key)),
    )


def _area(area: Place) -> list[object]:
    """
    Return an area as it is sent: 0 where nothing is given, and what citizens count for only where it is another.

    What they reach is sent of all specialer where it is of any.
    """
    given = [list(amounts) if any(amounts) else 0 for amounts in (area.nu, area.forslag)]
    reached = [[list(each) for each in area.naaet]] if any(area.naaet) else []
    weighted = [area.vejede] if reached or area.vejede != area.borgere else []
    return [area.id, area.navn, area.borgere, list(area.kapacitet), *given, *weighted, *reached]


def _message(shades: Shades | None) -> dict[str, object] | None:
    """Return classes as they are sent, with the legend's words in the classes' order."""
    if shades is None:
        return None
    return {
        "kanter": list(shades.kanter),
        "farver": [list(each) for each in shades.farver],
        "signatur": list(shades.signatur),
    }
