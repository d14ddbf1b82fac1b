"""Where the infrastructure projects are: the places that the list names, and the stretches between two ends of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

import pandas as pd

from analytics.paastand import Kilde
from analytics.papirer import kendt
from analytics.tabeller import Frames, filled

Rolle = Literal["ende", "forbi", "sted"]


@dataclass(frozen=True)
class Projektsted:
    """
    A place that the list names for an undertaking (`del_`) of a project; `punkt` is lon and lat, None where not known.

    `noejagtighed` says whose the point is: the place's own ('sted') or its area's ('omraade').
    """

    projekt_id: str
    del_: int
    sted: str
    rolle: Rolle
    punkt: tuple[float, float] | None
    noejagtighed: Literal["sted", "omraade"] | None
    kilde: Kilde


@dataclass(frozen=True)
class Straekning:
    """From one end of an undertaking to the next that the list names."""

    fra: Projektsted
    til: Projektsted


@dataclass(frozen=True)
class Stedtal:
    """How many places the list names for a project, how many of them have a point, and how many stretches it has."""

    steder: int
    med_punkt: int
    straekninger: int


def steder(frames: Frames, paa: date) -> tuple[Projektsted, ...]:
    """Return the places that the list known on a date names, project by project in printed order."""
    places = frames["vip_projekt"].set_index("projekt_id")["nr"]
    known = kendt(frames["vip_sted"], frames, paa)
    ordered = known.assign(plads=known["projekt_id"].map(places)).sort_values(["plads", "del", "raekkefoelge"])
    return tuple(
        Projektsted(
            str(row["projekt_id"]),
            int(row["del"]),
            str(row["sted"]),
            row["rolle"],
            None if pd.isna(row["lon"]) else (float(row["lon"]), float(row["lat"])),
            filled(row["noejagtighed"]),
            Kilde.af(row),
        )
        for row in ordered.to_dict("records")
    )


def straekninger(places: Sequence[Projektsted]) -> tuple[Straekning, ...]:
    """Return the stretches between ends of one undertaking that follow each other and both have a point."""
    return tuple(
        Straekning(one, other)
        for one, other in pairwise(places)
        if (one.projekt_id, one.del_) == (other.projekt_id, other.del_)
        and one.rolle == other.rolle == "ende"
        and one.punkt is not None
        and other.punkt is not None
    )


def optalt(projekt_id: str, places: Iterable[Projektsted]) -> Stedtal:
    """Return how many of these places are of a project."""
    own = [place for place in places if place.projekt_id == projekt_id]
    return Stedtal(len(own), sum(place.punkt is not None for place in own), len(straekninger(own)))


def uden_punkt(projekt_ids: Iterable[str], places: Iterable[Projektsted]) -> tuple[str, ...]:
    """Return the projects of which no place can be shown, in their order."""
    shown = {place.projekt_id for place in places if place.punkt is not None}
    return tuple(each for each in projekt_ids if each not in shown)
