"""The charts of the mobility measures: cost against value, and a few measures on one scale of stars."""

from __future__ import annotations

import pandas as pd

from analytics.mobilitet.katalog import FLEST_STJERNER
from analytics.mobilitet.sammenstilling import paa_samme_plads
from dansk import beloeb, tal
from pages.drawing import charts

_PIXELS = ((88, 75), (166, 75))
"""About how many pixels a decade of the prices and a star of the value take up, on a phone and on a laptop."""
_LANE_PIXELS = ((30, 75), (15, 75))
"""The same where the measures stand in a lane, one after the other."""
_VALUE = charts.Reach(
    "Værdi under dine vægte",
    "lavest",
    "midt",
    "hoejest",
    lambda low, high: "-".join(dict.fromkeys(tal.number(end, 1) for end in (low, high))),
    (0.0, float(FLEST_STJERNER)),
)
_PRICE = charts.Reach(
    "Anlæg, mio. kr.",
    "anlaeg_mio_kr_lav",
    "pris",
    "anlaeg_mio_kr_hoej",
    lambda low, high: beloeb.spaend(low, high, "").strip(),
    log=True,
)
_STARS = {0.0: "ingen", **{float(stars): f"{stars} ★" for stars in range(1, FLEST_STJERNER + 1)}}


def cost_and_value(values: pd.DataFrame, *, priced: bool, alt: str, twin: charts.Twin) -> charts.Chart:
    """
    Return the measures by value: a number each, with the interval that its value may have.

    `values`: indsats_nr, navn, lavest, hoejest, midt (0-5), pris and its ends (mio. kr.). Those that are `priced` stand
    along a log scale; the others have a lane of their own, in the order of their numbers.
    """
    return charts.ranges(
        values.sort_values("indsats_nr"),
        _VALUE,
        _PRICE if priced else None,
        id="indsats_nr",
        name="navn",
        lane="Uden anlægspris",
        pixels=_PIXELS if priced else _LANE_PIXELS,
        alt=alt,
        twin=twin,
        height=470,
    )


def on_one_scale(ratings: pd.DataFrame, *, alt: str, twin: charts.Twin) -> charts.Chart:
    """
    Return the assessments of a few measures, pejlemærke by pejlemærke, on one scale of stars.

    `ratings`: indsats_nr, pejlemaerke, lav, hoej (0-5), the pejlemærker in their order. A dot, hollow where there is no
    positive effect, has the numbers of all that share it; what is not known is the line of what it can be, below.
    """
    return charts.strip(
        paa_samme_plads(ratings),
        _STARS,
        row="pejlemaerke",
        low="lav",
        high="hoej",
        label="indsats_nr",
        alt=alt,
        twin=twin,
    )
