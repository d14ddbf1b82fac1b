"""The charts of the mobility measures: cost against value, and a few measures on one scale of stars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

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


def cost_and_value(
    values: pd.DataFrame, least: float, named: Mapping[int, str], *, priced: bool, alt: str, twin: charts.Twin
) -> charts.Chart:
    """
    Return the measures by value: a number each, or its name where it is one of `named`, with the value's interval.

    `values`: indsats_nr, navn, lavest, hoejest, midt (`least`-5), pris and its ends (mio. kr.). Those that are `priced`
    stand along a log scale; the others have a lane of their own, in the order of their numbers.
    """
    return charts.ranges(
        values.sort_values("indsats_nr"),
        replace(_VALUE, ends=(least, float(FLEST_STJERNER))),
        _PRICE if priced else None,
        id="indsats_nr",
        name="navn",
        lane="Uden anlægspris",
        named={str(nr): name for nr, name in named.items()},
        pixels=_PIXELS if priced else _LANE_PIXELS,
        alt=alt,
        twin=twin,
        height=430,
    )


def package(blocks: Sequence[charts.Block], amount: float, *, alt: str, twin: charts.Twin) -> charts.Chart:
    """Return a package as one bar of the amount (mio. kr.), a block for each measure."""
    return charts.stack(
        blocks, amount, left="Ikke brugt:", written=lambda mio: beloeb.mio_kr(mio, mio), alt=alt, twin=twin
    )


def on_one_scale(ratings: pd.DataFrame, *, alt: str, twin: charts.Twin) -> charts.Chart:
    """
    Return the assessments of a few measures, pejlemærke by pejlemærke, on one scale of stars.

    `ratings`: indsats_nr, kort_navn, pejlemaerke, lav, hoej (0-5), the pejlemærker in their order. A dot, hollow where
    there is no positive effect, has the names of all that share it; what is not known is the line of what it can be.
    """
    return charts.strip(
        paa_samme_plads(ratings),
        _STARS,
        row="pejlemaerke",
        low="lav",
        high="hoej",
        label="kort_navn",
        alt=alt,
        twin=twin,
    )
