"""A measure's sheet as the catalogue has it: what it is and costs, its assessments, facts, and relations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from analytics.mobilitet.katalog import OPLYST
from analytics.paastand import Kilde
from analytics.tabeller import Frames, filled

Slags = Literal["positiv", "ingen_positiv_effekt", "ikke_vurderet"]
Forhold = Literal["forudsaetter", "overlapper", "forudsaettes_af"]


@dataclass(frozen=True)
class Rente:
    """The rate of return that a sheet has, in per cent a year; `op_til` where it says «op til»."""

    pct: float
    op_til: bool


@dataclass(frozen=True)
class Indsatsark:
    """
    What a measure is and costs; None where the sheet does not say.

    `anlaeg_lav` and `anlaeg_hoej` are mio. kr. at 2024 prices, for starting and running it where `anlaeg_status` says
    so; `co2_lav` and `co2_hoej` are tonnes from construction.
    """

    nr: int
    navn: str
    kort_navn: str
    tema: str
    beskrivelse: str
    omfang: str
    omfang_grund: str | None
    omfang_linje: int | None
    side: int
    anlaeg_status: str
    anlaeg_lav: float | None
    anlaeg_hoej: float | None
    co2_lav: float | None
    co2_hoej: float | None
    rente: Rente | None
    obs: str | None
    baseret_paa: str | None
    kilde: Kilde

    @property
    def har_anlaegspris(self) -> bool:
        """Say whether the sheet has a price to build."""
        return self.anlaeg_status == OPLYST


@dataclass(frozen=True)
class Pejlemaerke:
    """What measures are assessed on, and by what."""

    pejlemaerke_id: str
    nr: int
    navn: str
    vurderet_ud_fra: str


@dataclass(frozen=True)
class Vurdering:
    """
    A measure's assessment on a pejlemærke; `rente` is the measure's, for those that are positive without stars.

    `tolket`: it was placed by the sheet's text, for the reason that `begrundelse` gives. `ringere`: the text says that
    something gets worse. `uafgjort_op_til`: the stars that this place or the one at `deler_med` (a pejlemaerke_id) has,
    where the text does not settle which; the other has none. `oversigt_linje` is where the paper's overview has it.
    """

    indsats_nr: int
    pejlemaerke_id: str
    slags: Slags
    stjerner: int | None
    rente: Rente | None
    tolket: bool
    uafgjort_op_til: int | None
    deler_med: str | None
    ringere: bool
    tekst: str
    begrundelse: str | None
    kilde: Kilde
    oversigt_linje: int

    @property
    def orden(self) -> float | None:
        """Where it sorts: by its stars, positive without stars above nothing, and not assessed nowhere."""
        if self.slags == "ikke_vurderet":
            return None
        if self.slags == "ingen_positiv_effekt":
            return 0.0
        return 0.5 if self.stjerner is None else float(self.stjerner)


@dataclass(frozen=True)
class Faktum:
    """A figure of a sheet, from `lav` to `hoej` in its unit, what it is for and what else must be known of it."""

    hvad: str
    lav: float | None
    hoej: float | None
    enhed: str
    gaelder: str | None
    forbehold: str | None
    kilde_linje: int


@dataclass(frozen=True)
class Relation:
    """How a measure hangs together with another, and where that is said."""

    forhold: Forhold
    anden: int
    kilde: Kilde


def ark(frames: Frames) -> Mapping[int, Indsatsark]:
    """Return every sheet by its number, in order."""
    return {row.indsats_nr: _sheet(row) for row in _rows(frames, "mobilitet_indsats", "indsats_nr")}


def pejlemaerker(frames: Frames) -> tuple[Pejlemaerke, ...]:
    """Return the pejlemærker in their order."""
    return tuple(
        Pejlemaerke(row.pejlemaerke_id, int(row.nr), row.navn, row.vurderet_ud_fra)
        for row in _rows(frames, "pejlemaerke", "nr")
    )


def vurderinger(frames: Frames) -> Mapping[tuple[int, str], Vurdering]:
    """Return every assessment by indsats_nr and pejlemaerke_id: sheet by sheet, in the order of the pejlemærker."""
    sheets = ark(frames)
    rows = {(int(row.indsats_nr), row.pejlemaerke_id): row for row in _rows(frames, "mobilitet_vurdering")}
    unsettled: dict[int, list[str]] = {}
    for (nr, goal_id), row in rows.items():
        if filled(row.uafgjort_op_til) is not None:
            unsettled.setdefault(nr, []).append(goal_id)
    return {
        (nr, goal.pejlemaerke_id): _assessment(row, sheets[nr].rente, unsettled.get(nr, ()))
        for nr in sheets
        for goal in pejlemaerker(frames)
        if (row := rows.get((nr, goal.pejlemaerke_id))) is not None
    }


def fakta(frames: Frames, nr: int) -> tuple[Faktum, ...]:
    """Return the facts of a sheet, in their order."""
    return tuple(faktum(row) for row in _rows(frames, "mobilitet_fakta", "raekke") if row.indsats_nr == nr)


def faktum(row: Any) -> Faktum:
    """Return a row of `mobilitet_fakta` as a fact."""
    return Faktum(
        hvad=row.hvad,
        lav=filled(row.vaerdi_lav),
        hoej=filled(row.vaerdi_hoej),
        enhed="%" if row.enhed == "pct." else filled(row.enhed) or "",
        gaelder=filled(row.gaelder),
        forbehold=filled(row.forbehold),
        kilde_linje=int(row.kilde_linje),
    )


def relationer(frames: Frames, nr: int) -> tuple[Relation, ...]:
    """Return what a measure needs and overlaps, as its sheet says, and then what needs it, as theirs do."""
    own, others = [], []
    for row in _rows(frames, "mobilitet_relation"):
        needs, where = row.art == "forudsaetter", Kilde(row.kilde_id, int(row.kilde_linje))
        if row.indsats_nr == nr:
            own.append(Relation("forudsaetter" if needs else "overlapper", int(row.anden_indsats_nr), where))
        elif row.anden_indsats_nr == nr and needs:
            others.append(Relation("forudsaettes_af", int(row.indsats_nr), where))
    return (*own, *others)


def _rows(frames: Frames, table: str, order: str | None = None) -> Iterator[Any]:
    frame = frames[table]
    yield from (frame if order is None else frame.sort_values(order, kind="stable")).itertuples(index=False)


def _sheet(row: Any) -> Indsatsark:
    rate = filled(row.intern_rente_pct)
    return Indsatsark(
        nr=int(row.indsats_nr),
        navn=row.navn,
        kort_navn=row.kort_navn,
        tema=row.tema,
        beskrivelse=row.beskrivelse,
        omfang=row.omfang,
        omfang_grund=filled(row.omfang_grund),
        omfang_linje=None if filled(row.omfang_linje) is None else int(row.omfang_linje),
        side=int(row.side),
        anlaeg_status=row.anlaeg_status,
        anlaeg_lav=filled(row.anlaeg_mio_kr_lav),
        anlaeg_hoej=filled(row.anlaeg_mio_kr_hoej),
        co2_lav=filled(row.co2_anlaeg_t_lav),
        co2_hoej=filled(row.co2_anlaeg_t_hoej),
        rente=None if rate is None else Rente(rate, bool(filled(row.intern_rente_op_til))),
        obs=filled(row.obs),
        baseret_paa=filled(row.baseret_paa),
        kilde=Kilde(row.kilde_id, int(row.kilde_linje)),
    )


def _assessment(row: Any, rate: Rente | None, places: Collection[str]) -> Vurdering:
    stars, unsettled = filled(row.stjerner), filled(row.uafgjort_op_til)
    own = row.pejlemaerke_id
    return Vurdering(
        indsats_nr=int(row.indsats_nr),
        pejlemaerke_id=row.pejlemaerke_id,
        slags=row.vurdering,
        stjerner=None if stars is None else int(stars),
        rente=rate,
        tolket=row.placering == "tolket",
        uafgjort_op_til=None if unsettled is None else int(unsettled),
        deler_med=next((place for place in places if place != own), None) if own in places else None,
        ringere=filled(row.teksten_siger) == "forvaerring",
        tekst=row.tekst,
        begrundelse=filled(row.begrundelse),
        kilde=Kilde(row.kilde_id, int(row.kilde_linje)),
        oversigt_linje=int(row.oversigt_linje),
    )
