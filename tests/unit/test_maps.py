"""The picture of a measure that is known per kommune: the nine areas of København share one figure, and say so."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.begreber import FIRST_YEAR, KOEBENHAVN
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kapacitet.rangorden import omraadetal, pladser
from analytics.kommune.kommunetal import I_ALT, deltagelser
from analytics.tabeller import Frames
from pages.drawing import maps


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
