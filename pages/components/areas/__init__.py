"""The areas as a picture, tiles or a map: each reached by pointer, touch and key; what is unknown is hatched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dansk import tal
from geo import drawing
from pages.components import assets, heard
from pages.components.mounting import mount
from pages.style import theme

_DRAWN = mount(
    "areas",
    f'<div class="kort" style="--ukendt: {theme.UNKNOWN}"><div class="billeder"></div>'
    '<ul class="signatur" aria-label="Signaturforklaring"></ul>'
    '<div class="tip" role="status" hidden></div></div>',
)


@dataclass(frozen=True)
class Area:
    """
    How one area is shown: name, figure as text, fill (None is hatched), ink on it, and what is read aloud.

    `samlet` is a short name of what the figure is of, where that is more than the area itself. `tegn` says beside the
    colour whether a change is up or down, and `prikker` is how many clinics a tile has dots for. An `egen` area lies in
    the reader's own kommune.
    """

    navn: str
    tekst: str
    beskrivelse: str
    farve: str | None
    skrift: str = ""
    valgt: bool = False
    daempet: bool = False
    samlet: str = ""
    tegn: Literal["", "▲", "▼"] = ""
    prikker: int = 0
    egen: bool = False


@dataclass(frozen=True)
class TileMap:
    """One of several small tile maps: what it is of, its areas by id, and what is read aloud of it."""

    titel: str
    omraader: Mapping[str, Area]
    alt: str


@dataclass(frozen=True)
class Circle:
    """A circle with a radius in map units and a text, where `sted` says: an area's id, or lon and lat in degrees."""

    r: float
    tekst: str
    sted: str | tuple[float, float]
    antal: str | None = None


@dataclass(frozen=True)
class Arc:
    """
    A bow from one area to another, or between points (lon and lat in degrees): its width in pixels, colour and words.

    `vaelger` is the area that a click on it chooses; "" is none.
    """

    fra: str | tuple[float, float]
    til: str | tuple[float, float]
    bredde: float
    farve: str
    tekst: str
    vaelger: str = ""


def area_map(
    key: str,
    picture: Literal["fliser", "kort"],
    areas: Mapping[str, Area],
    legend: Sequence[tuple[str | None, str]],
    *,
    alt: str,
    circles: Sequence[Circle] = (),
    arcs: Sequence[Arc] = (),
    on_choose: Callable[[str], None],
    on_paper: bool = False,
    legend_above: bool = False,
    with_map: bool = False,
) -> None:
    """
    Draw the areas as tiles or as a map; `on_choose` gets the id of the area chosen by pointer or key, or "".

    Circles and arcs are drawn on a map alone, the arcs in their order, so that the last lies above the others.

    `on_paper` draws the picture when the page is printed alone, and on the screen the legend. `with_map` draws beside
    the tiles where each of them lies; what is pointed at in one of the two is seen in both.
    """
    _draw(
        key,
        picture,
        (TileMap("", areas, alt),),
        legend,
        circles,
        arcs,
        on_choose,
        on_paper=on_paper,
        legend_above=legend_above,
        with_map=with_map,
    )


def tile_maps(
    key: str,
    maps: Sequence[TileMap],
    legend: Sequence[tuple[str | None, str]],
    *,
    on_choose: Callable[[str], None],
) -> None:
    """
    Draw small tile maps side by side, in the same classes and with one legend.

    `on_choose` gets the id of the area chosen by pointer or key, or ""; it is chosen in all of them.
    """
    _draw(key, "fliser", maps, legend, (), (), on_choose)


def _draw(
    key: str,
    picture: Literal["fliser", "kort"],
    maps: Sequence[TileMap],
    legend: Sequence[tuple[str | None, str]],
    circles: Sequence[Circle],
    arcs: Sequence[Arc],
    on_choose: Callable[[str], None],
    *,
    on_paper: bool = False,
    legend_above: bool = False,
    with_map: bool = False,
) -> None:
    every = [area for each in maps for area in each.omraader.values()]
    looks = list(dict.fromkeys(map(_look, every)))
    _DRAWN(
        key=key,
        data={
            "geometri": assets.address("geometri.json"),
            "billede": picture,
            "udseender": looks,
            "billeder": [
                {
                    "titel": each.titel,
                    "alt": each.alt,
                    "omraader": {area_id: _message(area, looks, on_paper) for area_id, area in each.omraader.items()},
                }
                for each in maps
            ],
            "papir": on_paper,
            **({"oeverst": True} if legend_above else {}),
            **({"medKort": True} if with_map else {}),
            "cirkler": [_placed(circle) for circle in circles],
            **({"buer": [_bow(arc, arcs, on_paper) for arc in arcs], "streger": _strokes(arcs)} if arcs else {}),
            "signatur": [{"farve": colour, "tekst": text} for colour, text in legend],
        },
        on_valgt_change=lambda: on_choose(heard.chosen(key)),
    )


_FEW = ("valgt", "daempet", "samlet", "prikker", "egen")
"""What is sent of the few areas that have it."""


def _placed(circle: Circle) -> dict[str, object]:
    """Return a circle as it is sent: with its place in the two map frames."""
    place = {"omraade": circle.sted} if isinstance(circle.sted, str) else drawing.place(*circle.sted)
    return {"r": circle.r, "tekst": circle.tekst, "antal": circle.antal, **place}


def _strokes(arcs: Sequence[Arc]) -> list[str]:
    """The colours of the arcs, each sent once."""
    return list(dict.fromkeys(arc.farve for arc in arcs))


def _bow(arc: Arc, arcs: Sequence[Arc], on_paper: bool) -> list[object]:
    """Return an arc as it is sent; on paper nobody points at it."""
    said = [] if on_paper else [arc.tekst, arc.vaelger]
    ends = [end if isinstance(end, str) else drawing.place(*end) for end in (arc.fra, arc.til)]
    return [*ends, tal.rounded(arc.bredde, 1), _strokes(arcs).index(arc.farve), *said]


def _look(area: Area) -> tuple[str | None, str, str]:
    return area.farve, area.skrift, area.tegn


def _message(area: Area, looks: Sequence[tuple[str | None, str, str]], on_paper: bool) -> list[object]:
    """
    Return an area as it is sent: names and looks are sent once for all, and `~` stands for the name.

    What is only read aloud is not sent to paper.
    """
    told = "" if on_paper else area.beskrivelse
    if told.startswith(area.navn):
        told = f"~{told.removeprefix(area.navn)}"
    few = {name: value for name in _FEW if (value := getattr(area, name))}
    return [area.tekst, told, looks.index(_look(area)), *([few] if few else [])]
