"""From figures to a picture of the areas: colour, sign for what is unknown, legend, and what is read aloud."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from analytics.begreber import KOEBENHAVN
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import Measure
from analytics.kapacitet.rangorden import Tal
from dansk import tal
from pages import view
from pages.components import Area, TileMap
from pages.drawing import scales, standing
from pages.reading import queries
from pages.style import theme
from pages.view.parameters import OMRAADE

KOEBENHAVN_AS_ONE = (
    "Tallet kendes kun pr. kommune. «Kbh.» er tallet for hele København; det står på alle byens områder og skal "
    "ikke lægges sammen."
)
"""What must be said below a picture of a measure that is known per kommune."""


def picture(
    measure: Measure,
    per_area: Mapping[str, Tal],
    reference: Reference,
    *,
    chosen: Collection[str],
    in_focus: Collection[str],
    own: Collection[str] = (),
    scale_of: Iterable[float] | None = None,
) -> tuple[dict[str, Area], scales.Legend]:
    """
    Return how each area is shown, and the legend.

    `per_area` are the areas' figures by omraade_id. Areas out of `in_focus` are faded, those in the reader's `own`
    kommune outlined. The classes are those of `scale_of` where two pictures share a scale.
    """
    known = [each.vaerdi for each in per_area.values() if each.vaerdi is not None]
    classes, colours = scales.shades(measure, known if scale_of is None else scale_of, reference)
    kommune = queries.kommune_of()
    areas = {}
    for area, name in queries.area_names().items():
        each = per_area[area]
        at = None if each.vaerdi is None else classes.of(each.vaerdi)
        colour = None if at is None else colours[at]
        # A figure that is known per kommune is one for København's nine areas.
        shared = measure.geografi == "kommune" and kommune[area] == KOEBENHAVN
        areas[area] = Area(
            navn=name,
            tekst=figure(measure, each, unknown="–", sign=True),
            beskrivelse=told(measure, f"{name} (København under ét)" if shared else name, each),
            farve=colour,
            skrift=theme.on(colour) if colour else "",
            valgt=area in chosen,
            daempet=area not in in_focus,
            samlet="Kbh." if shared else "",
            tegn="" if at is None else scales.sign(measure, classes, at),
            egen=area in own,
        )
    unknown = tal.UNKNOWN if len(known) < len(per_area) else None
    if any(each.udeladt is not None for each in per_area.values()):
        unknown = "i parentes: ikke hel"
    return areas, scales.legend(measure, classes, colours, unknown)


def on_one_scale(
    measure: Measure,
    figures: Mapping[str, Mapping[str, Tal]],
    reference: Reference,
    *,
    chosen: Collection[str],
    in_focus: Collection[str],
) -> tuple[list[TileMap], scales.Legend]:
    """
    Return several small tile maps of a measure, one for each title in `figures`, and the legend that they share.

    The classes are those of all the figures together, so that a colour is the same figure in every map.
    """
    known = [each.vaerdi for per_area in figures.values() for each in per_area.values() if each.vaerdi is not None]
    maps, legends = [], []
    for title, per_area in figures.items():
        areas, legend = picture(measure, per_area, reference, chosen=chosen, in_focus=in_focus, scale_of=known)
        maps.append(TileMap(title, areas, f"{measure.navn}, {title}"))
        legends.append(legend)
    # What is unknown in one of them is in the legend of all.
    return maps, list(dict.fromkeys(entry for legend in legends for entry in legend))


def choose(area: str) -> None:
    """Choose an area, or none ("")."""
    view.put(OMRAADE, area or "ingen")


def unit(measure: Measure) -> str:
    """Return the measure's unit as a heading has it."""
    return {"pct": "%", "kr": "kr."}.get(measure.enhed, measure.enhed)


def figure(measure: Measure, each: Tal, *, unknown: str = tal.UNKNOWN, unit: bool = False, sign: bool = False) -> str:
    """Return a place's figure as text; one that is printed but cannot be compared stands in brackets."""
    if each.vaerdi is not None:
        return measure.skrevet(each.vaerdi, enhed=unit, fortegn=sign)
    if each.udeladt is not None:
        return f"({measure.skrevet(each.udeladt, enhed=unit, fortegn=sign)})"
    return unknown


def told(measure: Measure, name: str, each: Tal) -> str:
    """Return the name of a place with its figure and its place among the others, or why it has none."""
    text = f"{name}: {figure(measure, each, unit=True, sign=True)}"
    if each.vaerdi is None:
        return f"{text}. {each.mangler}" if each.mangler else text
    return ", ".join(filter(None, (text, standing.placed(measure, each))))


def place(each: Tal) -> str | None:
    """Return a figure's place among the others, or None where it has none."""
    return None if each.plads is None else f"nr. {each.plads} af {each.antal}"
