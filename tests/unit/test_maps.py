"""Pictures of a measure: what København's nine areas share, what a change says, and several maps on one scale."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest

from analytics.begreber import FIRST_YEAR, KOEBENHAVN, LAST_YEAR
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kapacitet.rangorden import INGEN_RAEKKE, omraadetal, pladser
from analytics.kommune.kommunetal import I_ALT, deltagelser
from analytics.tabeller import Frames
from pages.drawing import maps, scales
from pages.style import theme


@pytest.mark.parametrize(
    ("measure", "shared"), [(deltagelser(I_ALT, FIRST_YEAR), True), (MEASURES["borgere-pr-kapacitet"], False)]
)
def test_a_figure_of_all_koebenhavn_is_named_so(
    measure: Measure, shared: bool, frames: Frames, areas: pd.DataFrame
) -> None:
    figures = pladser(measure.beregn(frames, 51, FIRST_YEAR))
    reference = measure.reference(frames, 51, FIRST_YEAR)
    picture, _ = maps.picture(measure, omraadetal(figures, measure, areas), reference, chosen=(), in_focus=())
    nine = set(areas.loc[areas["kommune_id"] == KOEBENHAVN, "omraade_id"])
    assert len(nine) == 9
    assert {name for name, area in picture.items() if area.samlet} == (nine if shared else set())
    assert len({picture[name].tekst for name in nine}) == (1 if shared else 9)


def test_a_change_is_written_with_its_sign_and_one_beside_the_colour(frames: Frames, areas: pd.DataFrame) -> None:
    measure = MEASURES["befolkningstilvaekst"]
    figures = pladser(measure.beregn(frames, 51, LAST_YEAR))
    reference = measure.reference(frames, 51, LAST_YEAR)
    picture, legend = maps.picture(measure, figures, reference, chosen=(), in_focus=())
    classes, _ = scales.shades(
        measure, [each.vaerdi for each in figures.values() if each.vaerdi is not None], reference
    )
    seen = set()
    for name, area in picture.items():
        value = figures[name].vaerdi
        assert value is not None
        assert area.tekst == measure.skrevet(value, fortegn=True)
        assert area.tekst in area.beskrivelse
        assert area.tegn == ("▲" if value >= classes.edges[2] else "" if value >= classes.edges[1] else "▼")
        seen.add((area.tegn, area.farve))
        assert any(area.farve == colour and text.startswith(area.tegn) for colour, text in legend)
    assert {sign for sign, _ in seen} == {"▲", "", "▼"}


def test_small_maps_share_classes_and_legend(frames: Frames) -> None:
    measure = MEASURES["borgere-pr-kapacitet"]
    reference = measure.reference(frames, 51, FIRST_YEAR)
    figures = {str(year): pladser(measure.beregn(frames, 51, year)) for year in (FIRST_YEAR, LAST_YEAR)}
    figures["2030"] = {**figures["2030"], "valby": INGEN_RAEKKE}
    shown, legend = maps.on_one_scale(measure, figures, reference, chosen={"valby"}, in_focus=set(figures["2024"]))
    assert [each.titel for each in shown] == ["2024", "2030"]
    by_colour: dict[str, list[float]] = {}
    for each in shown:
        assert each.omraader["valby"].valgt
        for name, area in each.omraader.items():
            value = figures[each.titel][name].vaerdi
            assert (value is None) == (area.farve is None)
            if value is not None and area.farve is not None:
                by_colour.setdefault(area.farve, []).append(value)
    spans = sorted((min(values), max(values)) for values in by_colour.values())
    assert all(low[1] < high[0] for low, high in pairwise(spans))
    assert [colour for colour, _ in legend[:-1]] == [*theme.WORSE]
    assert legend[-1] == (None, "ikke oplyst")
