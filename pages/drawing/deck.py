"""The map for WebGL: a pydeck specification of areas, texts, circles and arcs; geometry comes by address."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk

from dansk import tal
from geo import landkort
from pages.components import Arc, Area, Circle, assets
from pages.style import theme

AREAS, TEXTS, CIRCLES, ARCS = "GeoJsonLayer", "TextLayer", "ScatterplotLayer", "ArcLayer"
"""
The layers that one can choose in, by the name that deck.gl gives a layer without one.

Once something is chosen in a layer that has a name, Streamlit fades every colour of the map but the chosen one's; a
class that is faded is another class.
"""


_LINE = 1.15
"""The height of a line, as a share of the type's size."""

_NO_AREA = 0
_RISE, _TILT = 0.25, 70
"""How high an arc rises, as a share of half its length, and how far it leans to the side, in degrees."""
_ABOVE = {"depthCompare": "always"}
"""Of what is written: an arc that rises would cover it."""
_ATLAS = 32
"""The size that letters are drawn in before they are shown smaller: twice the type's, sharp on a phone too."""


@dataclass(frozen=True)
class Ground:
    """The theme to draw in: a canvas knows no `light-dark()`."""

    mode: theme.Mode

    def rgb(self, painted: str, alpha: int = 255) -> list[int]:
        """
        Return a colour as deck.gl takes it.

        >>> Ground("light").rgb(theme.SPECIALE[51]), Ground("light").rgb(theme.SPECIALE[51], 70)
        ([11, 90, 138], [11, 90, 138, 70])
        """
        one = theme.as_in(painted, self.mode)
        channels = [int(one[at : at + 2], 16) for at in (1, 3, 5)]
        return channels if alpha == 255 else [*channels, alpha]

    @property
    def ink(self) -> str:
        """What is written with."""
        return theme.paint("textColor")

    @property
    def paper(self) -> str:
        """What is written on."""
        return theme.paint("backgroundColor")


class _Map(pdk.Deck):  # type: ignore[misc]  # pydeck says nothing of its types
    """A map whose specification is sent without pydeck's indentation, which is half of it."""

    def to_json(self) -> str:
        return json.dumps(json.loads(super().to_json()), ensure_ascii=False, separators=(",", ":"))


def specification(
    cut: landkort.Cut,
    shown: Mapping[str, Area],
    circles: Sequence[Circle],
    arcs: Sequence[Arc],
    points: Mapping[str, tuple[float, float]],
    ground: Ground,
) -> pdk.Deck:
    """
    Return the map: areas, texts with their lines, circles and arcs, looked at as `cut` says.

    `points` has the middle of each area, in the order of the geometry's numbers.
    """
    size = landkort.FORMATS[cut.size].type
    numbers = {key: number for number, key in enumerate(points, start=1)}
    chosen = [number for key, number in numbers.items() if shown[key].valgt]
    own = [number for key, number in numbers.items() if shown[key].egen]
    fills = [ground.rgb(shown[key].farve or theme.UNKNOWN, 70 if shown[key].daempet else 255) for key in points]
    layers = [
        pdk.Layer(
            "GeoJsonLayer",
            assets.address("land.json"),
            id="land",
            get_fill_color=ground.rgb(theme.LAND),
            get_line_color=ground.rgb(ground.paper),
            line_width_min_pixels=1,
        ),
        _unnamed(
            pdk.Layer(
                AREAS,
                assets.address("omraader.json"),
                pickable=True,
                get_fill_color=_numbered(fills, "properties.i-1"),
                get_line_color=ground.rgb(ground.paper),
                get_line_width=1,
                line_width_units=pdk.types.String("pixels"),
                line_miter_limit=1,  # a bevel: round corners took a fifth of the time that the map is drawn in
            )
        ),
    ]
    if chosen or own:
        layers.append(_outline(chosen, own, ground))
    if arcs:
        layers.append(_arcs(arcs, numbers, points, ground))
    if circles:
        layers.append(_circles(circles, numbers, points, ground))
    if _with_figures(shown):
        layers.append(_lines(cut, ground))
    layers.append(_texts(cut, numbers, shown, circles, _named(arcs, points), size, ground))
    if any(circle.antal for circle in circles):
        layers.append(_counts(circles, points, size, ground))
    return _Map(
        layers=layers,
        initial_view_state=pdk.ViewState(longitude=cut.lon, latitude=cut.lat, zoom=cut.zoom, max_zoom=14),
        map_style=assets.address("stil.json"),
        tooltip=tooltip([shown[key] for key in points]),
    )


def _outline(chosen: Sequence[int], own: Sequence[int], ground: Ground) -> pdk.Layer:
    """
    Around what is chosen, and what is one's own, above all areas.

    In the areas' layer a neighbour that is drawn later covers half of it.
    """
    return pdk.Layer(
        "GeoJsonLayer",
        assets.address("omraader.json"),
        id="valgte",
        filled=False,
        get_line_color=_of(chosen, ground.rgb(ground.ink), ground.rgb(theme.paint("primaryColor"))),
        get_line_width=_of([*chosen, *own], 3, 0),
        line_width_units=pdk.types.String("pixels"),
        line_miter_limit=1,
    )


def tooltip(areas: Sequence[Area]) -> dict[str, object]:
    """
    Say what is pointed at: what it is called (`t`), and of an area, by its number (`i`), what is told of it.

    What is told comes with the values and the geometry does not, so all of it is sent, and the style sheet shows one.
    """
    told = (html.escape(area.beskrivelse.removeprefix(area.navn)).replace("{", "&lbrace;") for area in areas)
    spans = "".join(f"<span>{each}</span>" for each in told)
    style = {
        "fontFamily": "inherit",
        "fontSize": "0.9rem",
        "maxWidth": "20rem",
        "color": theme.colour("backgroundColor"),
        "backgroundColor": theme.colour("textColor"),
    }
    one = "<style>.landkort-tip span:nth-of-type({i}) { display: inline; }</style>"
    return {"html": f'{one}<div class="landkort-tip"><b>{{t}}</b>{spans}</div>', "style": style}


def _named(arcs: Sequence[Arc], points: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The areas that the widest bow leads between, which are named however small they are, and their middles."""
    if not arcs:
        return {}
    widest = max(arcs, key=lambda arc: arc.bredde)
    return {end: points[end] for end in (widest.fra, widest.til) if isinstance(end, str)}


def _texts(
    cut: landkort.Cut,
    numbers: Mapping[str, int],
    shown: Mapping[str, Area],
    circles: Sequence[Circle],
    named: Mapping[str, tuple[float, float]],
    size: float,
    ground: Ground,
) -> pdk.Layer:
    """
    Name and figure of each area: two lines in it, below its circle if it has one, or one line beside it.

    A map without figures names only the areas that have room for their name, and beside their middle those `named`.
    """
    below = {circle.sted: circle.r + _LINE * size for circle in circles}
    with_figures = _with_figures(shown)
    rows = []
    for key, place in cut.texts.items():
        area = shown[key]
        name = area.samlet or place.name
        inside = place.line is None
        is_beside = not (inside or with_figures)
        if is_beside and key not in named:
            continue
        row: dict[str, object] = {
            "p": named[key] if is_beside else (place.lon, place.lat),
            "s": (f"{name}\n{area.tekst}" if inside else f"{name}  {area.tekst}").strip(),
            "t": area.navn,
            "i": numbers[key],
        }
        colour = ground.rgb(area.skrift if inside and area.farve else ground.ink, 90 if area.daempet else 255)
        if colour != ground.rgb(ground.ink):
            row["c"] = colour
        if inside and key in below:
            row["d"] = (0, below[key])
        if is_beside:
            row |= {"a": "start", "d": (size / 2, 0)}
        elif not inside:
            row["a"] = place.anchor
        rows.append(row)
    return _unnamed(
        pdk.Layer(
            TEXTS,
            rows,
            pickable=True,
            get_position="p",
            get_text="s",
            get_color=f"c||{ground.rgb(ground.ink)}".replace(" ", ""),
            get_text_anchor="a||'middle'",
            get_pixel_offset="d||[0,0]",
            get_size=size,
            line_height=_LINE,
            parameters=_ABOVE,
            **_type(),
        )
    )


def _lines(cut: landkort.Cut, ground: Ground) -> pdk.Layer:
    """From the areas to the texts beside them."""
    return pdk.Layer(
        "LineLayer",
        assets.address(f"linjer-{cut.which}-{cut.size}.json"),
        id="linjer",
        get_source_position="a",
        get_target_position="b",
        get_color=ground.rgb(ground.ink, 150),
        get_width=1,
    )


def _with_figures(shown: Mapping[str, Area]) -> bool:
    return any(area.tekst for area in shown.values())


def _type() -> dict[str, object]:
    return {
        "font_family": pdk.types.String("Source Sans, sans-serif"),
        "font_weight": 600,
        "character_set": pdk.types.String("auto"),
        "font_settings": {"fontSize": _ATLAS},
    }


def _counts(
    circles: Sequence[Circle], points: Mapping[str, tuple[float, float]], size: float, ground: Ground
) -> pdk.Layer:
    """What a circle counts, in it."""
    rows = [{"p": _at(circle, points), "s": circle.antal} for circle in circles if circle.antal]
    return pdk.Layer(
        "TextLayer",
        rows,
        id="antal",
        get_position="p",
        get_text="s",
        get_color=ground.rgb(ground.ink),
        get_size=size,
        **_type(),
    )


def _circles(
    circles: Sequence[Circle], numbers: Mapping[str, int], points: Mapping[str, tuple[float, float]], ground: Ground
) -> pdk.Layer:
    rows = [
        {"p": _at(circle, points), "r": circle.r, "t": circle.tekst, **_within(circle, numbers)} for circle in circles
    ]
    return _unnamed(
        pdk.Layer(
            CIRCLES,
            rows,
            pickable=True,
            get_position="p",
            get_radius="r",
            radius_units=pdk.types.String("pixels"),
            get_fill_color=ground.rgb(ground.paper, 225),
            get_line_color=ground.rgb(ground.ink),
            stroked=True,
            line_width_min_pixels=1.5,
        )
    )


def _arcs(
    arcs: Sequence[Arc], numbers: Mapping[str, int], points: Mapping[str, tuple[float, float]], ground: Ground
) -> pdk.Layer:
    """
    The bows, bent to the side: seen from above, one that rises is a straight line, and both ways are one.

    Their colours (`c`) are sent by number.
    """
    colours = list(dict.fromkeys(arc.farve for arc in arcs))
    paints = [ground.rgb(colour, 190) for colour in colours]
    rows = [
        {
            "a": points[arc.fra] if isinstance(arc.fra, str) else arc.fra,
            "b": points[arc.til] if isinstance(arc.til, str) else arc.til,
            "w": tal.rounded(arc.bredde, 1),
            "c": colours.index(arc.farve),
            "t": arc.tekst,
            "i": numbers.get(arc.vaelger, _NO_AREA),
        }
        for arc in arcs
    ]
    return _unnamed(
        pdk.Layer(
            ARCS,
            rows,
            pickable=True,
            get_source_position="a",
            get_target_position="b",
            get_width="w",
            get_source_color=_numbered(paints, "c"),
            get_target_color=_numbered(paints, "c"),
            get_height=_RISE,
            get_tilt=_TILT,
        )
    )


def chosen_of(selection: Mapping[str, Any]) -> int | None:
    """Return the number of the area in what Streamlit says has been chosen on the map, None where it is none."""
    for found in selection.get("objects", {}).values():
        for each in found:
            number = each.get("properties", each).get("i", _NO_AREA)
            if number != _NO_AREA:
                return int(number)
    return None


def _at(circle: Circle, points: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    return points[circle.sted] if isinstance(circle.sted, str) else circle.sted


def _within(circle: Circle, numbers: Mapping[str, int]) -> dict[str, int]:
    return {"i": numbers[circle.sted]} if isinstance(circle.sted, str) else {"i": _NO_AREA}


def _unnamed(layer: pdk.Layer) -> pdk.Layer:
    layer.id = None
    return layer


def _numbered(values: Sequence[object], number: str) -> str:
    """Return an expression: the one of the values that a row has the number of."""
    return f"({values})[{number}]".replace(" ", "")


def _of(chosen: Sequence[int], value: object, otherwise: object) -> object:
    """Return an expression over the areas' numbers, or the one value where nothing is chosen."""
    if not chosen:
        return otherwise
    condition = "||".join(f"properties.i=={number}" for number in chosen)
    return f"{condition}?{value}:{otherwise}".replace(" ", "")
