"""Where measures are: the kommuner and points that their sheets name, and what of it no map can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from analytics.mobilitet.omfang import DELE_AF_REGIONEN, HELE_REGIONEN, Angaar, angaar
from analytics.tabeller import Frames, filled


@dataclass(frozen=True)
class Stedsangivelse:
    """
    A place that a sheet names, with the kommune (its id and name) and the point that are known of it; None: not known.

    `noejagtighed` says whose the point is, 'sted' or 'kommune', and `koordinat_kilde` where it is from.
    """

    indsats_nr: int
    sted: str
    kommune_id: str | None
    kommune: str | None
    punkt: tuple[float, float] | None
    noejagtighed: Literal["sted", "kommune"] | None
    koordinat_kilde: str | None
    kilde_linje: int


@dataclass(frozen=True)
class Prik:
    """A point (lon, lat) with the first place that is there, and the measures that name one there."""

    sted: str
    punkt: tuple[float, float]
    indsatser: tuple[int, ...]


@dataclass(frozen=True)
class Stedfund:
    """
    The places of some measures; `hele_regionen` are those of the measures that concern every kommune.

    `dele` are those that concern kommuner that no sheet names one by one; `angaar` is whether any of the measures
    concerns each kommune (kommune_id).
    """

    angivelser: tuple[Stedsangivelse, ...]
    hele_regionen: tuple[int, ...]
    dele: tuple[int, ...]
    angaar: Mapping[str, Angaar]

    @cached_property
    def i_kommuner(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the places in each kommune (kommune_id) that has any, each once."""
        found: dict[str, dict[str, None]] = {}
        for each in self.angivelser:
            if each.kommune_id is not None:
                found.setdefault(each.kommune_id, {})[each.sted] = None
        return {kommune: tuple(names) for kommune, names in found.items()}

    @cached_property
    def prikker(self) -> tuple[Prik, ...]:
        """The points, each once."""
        at: dict[tuple[float, float], list[Stedsangivelse]] = {}
        for each in self.angivelser:
            if each.punkt is not None:
                at.setdefault(each.punkt, []).append(each)
        return tuple(
            Prik(here[0].sted, punkt, tuple(dict.fromkeys(each.indsats_nr for each in here)))
            for punkt, here in at.items()
        )

    @property
    def kun_kommunen(self) -> tuple[str, ...]:
        """The names of the places that only the kommune is known of: their point is its middle."""
        return _names(each for each in self.angivelser if each.noejagtighed == "kommune")

    @property
    def uden_punkt(self) -> tuple[str, ...]:
        """The names of the places that have no point."""
        return _names(each for each in self.angivelser if each.punkt is None)


def steder(frames: Frames, numre: Sequence[int]) -> Stedfund:
    """Return the places that the sheets of these measures name, measure by measure."""
    extent = dict(zip(frames["mobilitet_indsats"]["indsats_nr"], frames["mobilitet_indsats"]["omfang"], strict=True))
    kommuner = dict(zip(frames["kommune"]["kommune_id"], frames["kommune"]["navn"], strict=True))
    by_measure: dict[int, list[Stedsangivelse]] = {nr: [] for nr in numre}
    for row in frames["mobilitet_sted"].itertuples(index=False):
        place = _place(row, kommuner)
        if place.indsats_nr in by_measure:
            by_measure[place.indsats_nr].append(place)
    return Stedfund(
        tuple(each for of in by_measure.values() for each in of),
        tuple(nr for nr in numre if extent[nr] == HELE_REGIONEN),
        tuple(nr for nr in numre if extent[nr] == DELE_AF_REGIONEN),
        {kommune_id: _any(frames, numre, kommune_id) for kommune_id in kommuner},
    )


def _any(frames: Frames, numre: Sequence[int], kommune_id: str) -> Angaar:
    """Whether any of these measures concerns a kommune, or may."""
    found = angaar(frames["mobilitet_indsats"], frames["mobilitet_sted"], frames["mobilitet_kommune"], kommune_id)
    said = {found[nr] for nr in numre}
    return "ja" if "ja" in said else "kan" if "kan" in said else "nej"


def _place(row: Any, kommuner: Mapping[str, str]) -> Stedsangivelse:
    kommune_id = filled(row.kommune_id)
    return Stedsangivelse(
        indsats_nr=int(row.indsats_nr),
        sted=row.sted,
        kommune_id=kommune_id,
        kommune=None if kommune_id is None else kommuner[kommune_id],
        punkt=None if filled(row.lon) is None else (float(row.lon), float(row.lat)),
        noejagtighed=filled(row.noejagtighed),
        koordinat_kilde=filled(row.koordinat_kilde),
        kilde_linje=int(row.kilde_linje),
    )


def _names(places: Iterable[Stedsangivelse]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.sted for each in places))
