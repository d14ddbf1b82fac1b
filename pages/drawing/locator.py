"""A small map of where some places lie in the region: their areas in colour, the others pale, as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from dansk import tal
from geo import drawing
from pages.style import theme

_RING = 68
"""The ring around what is looked at, in the map's units: the smallest kommuner are a tenth of it."""
_EDGE = 12


def locator(coloured: Mapping[str, str], kommune_of: Mapping[str, str], mode: theme.Mode, alt: str) -> str:
    """
    Return the map as SVG; `coloured` has the colour of each area that is looked at (omraade_id), for both themes.

    Each of their kommuner has a ring around it.
    """
    picture = drawing.drawing()["kort"]
    land, sea = (theme.as_in(colour, mode) for colour in (theme.LAND, theme.SEA))
    ground = theme.colour("backgroundColor", mode)
    rule = theme.colour("grayTextColor", mode)
    parts = []
    for area, shape in picture["omraader"].items():
        fill = theme.as_in(coloured[area], mode) if area in coloured else land
        parts.append(f'<path d="{shape["d"]}" fill="{fill}" stroke="{ground}" stroke-width="3"/>')
    for frame in picture["rammer"]:
        if frame["art"] == drawing.ISLAND:
            place = f'x="{frame["x"]}" y="{frame["y"]}" width="{frame["bredde"]}" height="{frame["hoejde"]}"'
            parts.append(f'<rect {place} fill="none" stroke="{rule}" stroke-width="2"/>')
    for kommune in dict.fromkeys(kommune_of[area] for area in coloured):
        own = [shape for area, shape in picture["omraader"].items() if kommune_of[area] == kommune]
        x, y = (sum(shape[axis] for shape in own) / len(own) for axis in ("x", "y"))
        colour = theme.as_in(next(coloured[area] for area in coloured if kommune_of[area] == kommune), mode)
        ring = f'cx="{tal.rounded(x)}" cy="{tal.rounded(y)}" r="{_RING}"'
        parts.append(f'<circle {ring} fill="none" stroke="{colour}" stroke-width="{_EDGE}"/>')
    size = f'viewBox="0 0 {picture["bredde"]} {picture["hoejde"]}"'
    size += f' width="{picture["bredde"]}" height="{picture["hoejde"]}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(alt)}">'
        f'<rect width="{picture["bredde"]}" height="{picture["hoejde"]}" rx="24" fill="{sea}"/>{"".join(parts)}</svg>'
    )
