"""
All that the papers say of one kommune: physiotherapy, the proposal, projects, the Erhvervshus, SOSU places, mobility.

`maalinger` works the measures out for all places, and `profil` reads one kommune's from it. A figure keeps what a page
needs to show it honestly: whether it was printed or worked out, what is left out and why, and where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Literal, TypeVar

import pandas as pd

from analytics.begreber import FIRST_YEAR, LAST_YEAR, MINDST, SPECIALER
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kommune import kommunetal
from analytics.kommune.kommunetal import Linjer
from analytics.kommune.maaltal import Maaltal, maaltal
from analytics.mobilitet.omfang import HELE_REGIONEN, Angaar, angaar
from analytics.scenarie import Udregning
from analytics.tabeller import Frames, filled
from dansk.tal import rounded

_SAME = 1e-9
"""Figures nearer than this are the same: what is left is how a computer counts."""

Naevnt = Literal["naevnt", "ikke_naevnt", "ikke_navngivet"]
"""How a project's list has a kommune: named, not named, or no list at all, which is not the same."""


T = TypeVar("T")


@dataclass(frozen=True)
class Forslagstal:
    """What the proposal gives an area, as printed in Tabel 11 or 12; `forandring_pct`: a fall is positive there."""

    omraade_id: str
    speciale: int
    kapacitet_foer: float
    tillaeg: float
    uden: float
    med: float
    forandring_pct: float
    kilde_id: str
    kilde_linje: int


@dataclass(frozen=True)
class Scenarietal:
    """What a scenario gives an area: capacities, and citizens per capacity before, after, and with the proposal."""

    omraade_id: str
    speciale: int
    tillaeg: float
    foer: float
    efter: float
    aendring_pct: float
    med_forslaget: float

    @property
    def beroert(self) -> bool:
        """Say whether the scenario or the proposal changes anything for the area."""
        return self.tillaeg > 0 or any(abs(each - self.foer) > _SAME for each in (self.efter, self.med_forslaget))


@dataclass(frozen=True)
class Scenariesum:
    """What a scenario gives a kommune of a speciale: its capacities, and the ends of its areas before and after."""

    antal: int
    tillaeg: float
    foer: tuple[float, float]
    efter: tuple[float, float]


def samlet_i_scenarie(rows: Sequence[Scenarietal]) -> dict[int, Scenariesum]:
    """Return what a scenario gives some areas together, by speciale; only those that one of them has."""
    found = {}
    for speciale in SPECIALER:
        own = [each for each in rows if each.speciale == speciale]
        if own:
            before, after = [each.foer for each in own], [each.efter for each in own]
            given = rounded(sum(each.tillaeg for each in own), 6)
            ends = (min(before), max(before)), (min(after), max(after))
            found[speciale] = Scenariesum(len(own), given, *ends)
    return found


def faar_nyt(givet: Mapping[int, float]) -> bool:
    """Say whether the capacities by speciale come to anything that can be given: at least the smallest step of one."""
    return max(givet.values(), default=0.0) >= MINDST - _SAME


@dataclass(frozen=True)
class Rolle:
    """A role in a project, and from when, as precisely as it is printed (`praecision`), where it is."""

    rolle: str
    fra: date | None
    praecision: str | None


@dataclass(frozen=True)
class Kommuneprojekt:
    """A VIP project, and how its list has the kommune; the line is the list's, or the project's own."""

    projekt_id: str
    omraade: str
    nr: int
    navn: str
    periode: str | None
    stilling: Naevnt
    roller: tuple[Rolle, ...]
    kilde_id: str
    kilde_linje: int | None


@dataclass(frozen=True)
class Sted:
    """A place that a mobility measure's sheet names, and the line that names it."""

    navn: str
    kilde_id: str
    kilde_linje: int


@dataclass(frozen=True)
class Indsats:
    """
    A mobility measure that concerns a kommune: the places in it that the sheet names, or the whole region.

    `grund` is why it does where that follows from the sheet's words alone.
    """

    indsats_nr: int
    steder: tuple[Sted, ...]
    hele_regionen: bool
    grund: str | None = None

    @property
    def stednavne(self) -> tuple[str, ...]:
        """The places, each named once."""
        return tuple(dict.fromkeys(sted.navn for sted in self.steder))


@dataclass(frozen=True)
class Kommuneprofil:
    """
    All that concerns a kommune; `omraader` are its planning areas in the order of Tabel 3.

    `kan_angaa` are the mobility measures whose sheets leave open whether they concern it.
    """

    kommune_id: str
    navn: str
    omraader: tuple[str, ...]
    fysioterapi: tuple[Maaltal, ...]
    forslag: tuple[Forslagstal, ...]
    projekter: tuple[Kommuneprojekt, ...]
    erhverv: Linjer[Maaltal]
    sosu: Linjer[Maaltal]
    indsatser: tuple[Indsats, ...]
    kan_angaa: tuple[int, ...]

    def tal(self, maal_id: str, speciale: int, aar: int = FIRST_YEAR) -> Maaltal:
        """Return a measure of physiotherapy. Raises KeyError where there is none of that id, speciale and year."""
        for each in self.fysioterapi:
            if (each.maal.id, each.speciale, each.aar) == (maal_id, speciale, aar):
                return each
        raise KeyError((maal_id, speciale, aar))

    @property
    def faa_nyt(self) -> Mapping[int, float]:
        """What the proposal gives the kommune of each speciale, in capacities."""
        return {s: rounded(sum(each.tillaeg for each in self.forslag if each.speciale == s), 6) for s in SPECIALER}

    @property
    def naevnt_i(self) -> int:
        """In how many projects it is named."""
        return sum(each.stilling == "naevnt" for each in self.projekter)

    @property
    def med_liste(self) -> int:
        """How many projects have a list of who takes part."""
        return sum(each.stilling != "ikke_navngivet" for each in self.projekter)

    @property
    def uden_liste(self) -> int:
        """How many projects have none."""
        return len(self.projekter) - self.med_liste

    @property
    def med_sted(self) -> int:
        """How many measures of mobility name a place in it."""
        return sum(bool(each.steder) for each in self.indsatser)

    @property
    def uden_sted(self) -> int:
        """How many concern it as they concern the whole region, and name no place in it."""
        return sum(each.hele_regionen and not each.steder for each in self.indsatser)

    def alle(self) -> Iterator[Maaltal]:
        """Return every measure of the profile."""
        yield from self.fysioterapi
        for line in (*self.erhverv.values(), *self.sosu.values()):
            yield from line.values()


@dataclass(frozen=True)
class Maalinger:
    """Every measure with the figures of all places: worked out once, since a place among others takes the others."""

    fysioterapi: tuple[Maaltal, ...]
    erhverv: Linjer[Maaltal]
    sosu: Linjer[Maaltal]


def maalinger(frames: Frames) -> Maalinger:
    """Work out every measure that a profile has, for all places."""
    return Maalinger(
        fysioterapi=tuple(maaltal(frames, *each) for each in _physiotherapy()),
        erhverv=_lines(kommunetal.deltagelseslinjer(frames), partial(maaltal, frames)),
        sosu=_lines(kommunetal.sosulinjer(frames), partial(maaltal, frames)),
    )


def profil(frames: Frames, maalt: Maalinger, kommune_id: str) -> Kommuneprofil:
    """Return the profile of a kommune, from the tables and their `maalinger`. Raises KeyError for an unknown one."""
    areas = _areas(frames)[kommune_id]
    kommuner = frames["kommune"]
    return Kommuneprofil(
        kommune_id=kommune_id,
        navn=dict(zip(kommuner["kommune_id"], kommuner["navn"], strict=True))[kommune_id],
        omraader=areas,
        fysioterapi=tuple(
            each.af(areas if each.maal.geografi == "omraade" else [kommune_id]) for each in maalt.fysioterapi
        ),
        forslag=tuple(_proposal(frames, areas)),
        projekter=tuple(_projects(frames, kommune_id)),
        erhverv=_lines(maalt.erhverv, lambda of: of.af([kommune_id])),
        sosu=_lines(maalt.sosu, lambda of: of.af([kommune_id])),
        indsatser=tuple(_mobility(frames, kommune_id)),
        kan_angaa=tuple(nr for nr, how in _concerned(frames, kommune_id).items() if how == "kan"),
    )


@dataclass(frozen=True)
class Hoejest:
    """The highest figure of several kommuner, and the place of which kommune has it."""

    profil: Kommuneprofil
    sted: str
    vaerdi: float


def hoejest_blandt(profiler: Sequence[Kommuneprofil], maal_id: str, speciale: int) -> Hoejest | None:
    """Return who has the highest figure of a measure in the first year, the first of equals; None without figures."""
    known = [
        Hoejest(profil, sted, each.vaerdi)
        for profil in profiler
        for sted, each in profil.tal(maal_id, speciale).tal.items()
        if each.vaerdi is not None
    ]
    return max(known, key=lambda found: found.vaerdi, default=None)


def i_scenarie(af: Udregning, omraader: Sequence[str]) -> list[Scenarietal]:
    """
    Return what a scenario does to some areas, area by area, and what the proposal would do on the same terms.

    Raises ValueError for a scenario with an area or a speciale that the grundlag does not have.
    """
    rows = af.tabel.assign(med_forslaget=af.forslag.tabel["borgere_pr_kapacitet"])
    of_areas = rows[rows["omraade_id"].isin(list(omraader))].to_dict("records")
    return [
        Scenarietal(
            omraade_id=str(row["omraade_id"]),
            speciale=int(row["speciale"]),
            tillaeg=float(row["tillaeg"]),
            foer=float(row["borgere_pr_kapacitet_foer"]),
            efter=float(row["borgere_pr_kapacitet"]),
            aendring_pct=float(row["aendring_pct"]),
            med_forslaget=float(row["med_forslaget"]),
        )
        for row in sorted(of_areas, key=lambda row: list(omraader).index(row["omraade_id"]))
    ]


def profiler(frames: Frames, kommuner: Iterable[str]) -> list[Kommuneprofil]:
    """Return the profiles of some kommuner. Raises KeyError for an unknown one."""
    maalt = maalinger(frames)
    return [profil(frames, maalt, each) for each in kommuner]


def som_serie(profiler: Iterable[Kommuneprofil]) -> pd.Series:
    """Return every figure of some profiles by name, for comparing two versions of the data."""
    figures: dict[str, float | None] = {}
    for profil in profiler:
        for of in profil.alle():
            for sted, tal in of.tal.items():
                figures[f"{of.maal.navn}, {of.tid}, {of.speciale}, {sted}"] = tal.vaerdi
        for each in profil.forslag:
            figures[f"Forslaget, {each.omraade_id}, {each.speciale}"] = each.tillaeg
    return pd.Series(figures, dtype=float)


def _areas(frames: Frames) -> dict[str, tuple[str, ...]]:
    order = frames["fysio_kapacitet"].query("speciale == @first", local_dict={"first": min(SPECIALER)})
    areas = order.sort_values("kilde_linje")[["omraade_id"]].merge(frames["omraade"], on="omraade_id")
    return {str(kommune): tuple(of["omraade_id"]) for kommune, of in areas.groupby("kommune_id")}


def _physiotherapy() -> Iterator[tuple[Measure, int, int]]:
    """Every measure of physiotherapy by speciale, those that depend on the year for the first and the last."""
    for measure in MEASURES.values():
        years = (FIRST_YEAR, LAST_YEAR) if measure.efter_aar else (FIRST_YEAR,)
        for year in dict.fromkeys(measure.year(year) for year in years):
            for speciale in SPECIALER if measure.efter_speciale else (min(SPECIALER),):
                yield measure, speciale, year


def _lines(lines: Linjer[T], change: Callable[[T], Maaltal]) -> Linjer[Maaltal]:
    return {name: {heading: change(of) for heading, of in line.items()} for name, line in lines.items()}


def _proposal(frames: Frames, omraader: Sequence[str]) -> Iterator[Forslagstal]:
    effect = frames["fysio_forslag_effekt"]
    for area in omraader:
        for row in _rows(effect[effect["omraade_id"] == area].sort_values("speciale")):
            yield Forslagstal(
                omraade_id=area,
                speciale=int(row.speciale),
                kapacitet_foer=float(row.kapacitet_foer),
                tillaeg=float(row.tillaeg),
                uden=float(row.borgere_pr_kapacitet_uden),
                med=float(row.borgere_pr_kapacitet_med),
                forandring_pct=float(row.forandring_pct),
                kilde_id=str(row.kilde_id),
                kilde_linje=int(row.kilde_linje),
            )


def _projects(frames: Frames, kommune_id: str) -> Iterator[Kommuneprojekt]:
    named = frames["vip_deltager"].merge(frames["aktoer"][["aktoer_id", "kommune_id"]], on="aktoer_id")
    lists: dict[str, list[Any]] = {}
    for each in _rows(named):
        lists.setdefault(each.projekt_id, []).append(each)
    for row in _rows(frames["vip_projekt"].sort_values(["omraade", "nr"], ascending=[False, True])):
        everyone = lists.get(row.projekt_id, [])
        own = [each for each in everyone if each.kommune_id == kommune_id]
        # A tovholder alone is no list (`vipdeltagelse.med_liste`).
        listed = any(each.rolle == "deltager" and not pd.isna(each.kommune_id) for each in everyone)
        printed = next(iter([*own, *everyone, row]))
        yield Kommuneprojekt(
            projekt_id=row.projekt_id,
            omraade=row.omraade,
            nr=int(row.nr),
            navn=row.navn,
            periode=filled(row.periode),
            stilling="naevnt" if own else "ikke_naevnt" if listed else "ikke_navngivet",
            roller=tuple(
                Rolle(
                    rolle=each.rolle,
                    fra=None if pd.isna(each.fra_dato) else pd.Timestamp(each.fra_dato).date(),
                    praecision=filled(each.fra_dato_praecision),
                )
                for each in own
            ),
            kilde_id=str(printed.kilde_id),
            kilde_linje=None if pd.isna(printed.kilde_linje) else int(printed.kilde_linje),
        )


def _concerned(frames: Frames, kommune_id: str) -> Mapping[int, Angaar]:
    return angaar(frames["mobilitet_indsats"], frames["mobilitet_sted"], frames["mobilitet_kommune"], kommune_id)


def _mobility(frames: Frames, kommune_id: str) -> Iterator[Indsats]:
    """The measures that name a place in the kommune, then the others that concern it."""
    concerned = _concerned(frames, kommune_id)
    places = frames["mobilitet_sted"].query("kommune_id == @kommune_id")
    stated = frames["mobilitet_kommune"].query("kommune_id == @kommune_id")
    reasons = dict(zip(stated["indsats_nr"], stated["hvorfor"], strict=True))
    measures = frames["mobilitet_indsats"].sort_values("indsats_nr")
    found = [
        Indsats(
            indsats_nr=int(row.indsats_nr),
            steder=tuple(
                Sted(str(each.sted), str(each.kilde_id), int(each.kilde_linje))
                for each in _rows(places[places["indsats_nr"] == row.indsats_nr])
            ),
            hele_regionen=row.omfang == HELE_REGIONEN,
            grund=reasons.get(row.indsats_nr),
        )
        for row in _rows(measures)
        if concerned[int(row.indsats_nr)] == "ja"
    ]
    yield from (each for each in found if each.steder)
    yield from (each for each in found if not each.steder)


def _rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows as named tuples."""
    return frame.itertuples(index=False)
