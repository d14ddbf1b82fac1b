"""
The measures of physiotherapy that can be shown on a map: what each is, and how it is worked out.

A measure is one function and one entry in `MEASURES`. The function takes the tables, a speciale and a year, and
returns one row per place:

- `sted_id`: an omraade_id or a kommune_id,
- `vaerdi`: the figure, missing where there is none or none that can be compared,
- `udeladt`: the printed figure of a row that cannot be compared, and `mangler`: why, in one Danish sentence,
- `art`: 'trykt' as it stands in the paper, 'beregnet' worked out here,
- `kilde_id`, `kilde_linje`: where the figure, or its first ingredient, is printed,
- `trykt_aar`: the printed cell's year, where its table has one.

Pages, rankings and the page of methods read the same entry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from analytics.begreber import FIRST_YEAR, LAST_YEAR
from analytics.tabeller import Frames
from data import package


@dataclass(frozen=True)
class Reference:
    """What the places are held against: a figure for the whole region, and what kind of figure it is."""

    vaerdi: float
    tekst: str

    @property
    def ejer(self) -> str:
        """Whose figure it is, in the genitive: the region's own, or an average's."""
        return "regionens" if self.tekst.startswith("regionen") else "gennemsnittets"


UNCHANGED = Reference(0, "uændret")
"""What a change is held against where the region's own is not what matters."""

Compute = Callable[[Frames, int, int], pd.DataFrame]
"""From the tables, a speciale and a year to the rows that the module describes."""
Refer = Callable[[Frames, int, int], Reference]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """
    A measure: what it is called, what it says, how it is worked out and from which tables.

    `fund` follows the name of the place with the highest figure, and makes a sentence of it. The figure, or its first
    ingredient, is `felt` in `tabel`, as the source checks name it; `ogsaa` are the other tables it takes, and `kun_aar`
    is the year of the rows where it takes those of one only. Of a change, `fald_er_ringere` says that a fall is the
    worse.
    """

    id: str
    navn: str
    fund: str
    enhed: str
    definition: str
    tabel: str
    felt: str
    tid: str
    beregn: Compute
    reference: Refer
    decimaler: int = 0
    formel: str = "som trykt"
    antagelser: tuple[str, ...] = ()
    ogsaa: tuple[str, ...] = ()
    geografi: Literal["omraade", "kommune"] = "omraade"
    retning: Literal["hoej_er_ringere", "maengde", "aendring"] = "maengde"
    fald_er_ringere: bool = False
    efter_aar: bool = False
    efter_speciale: bool = True
    opgjort_efter: Literal["bopael", "klinik"] | None = None
    foerste_aar: int = FIRST_YEAR
    kun_aar: int | None = None

    @property
    def tabeller(self) -> tuple[str, ...]:
        """Every table that the measure takes, the one with the figure first."""
        return (self.tabel, *self.ogsaa)

    @property
    def forudsaetninger(self) -> tuple[str, ...]:
        """What the measure assumes, and the caveats of its rows in the table."""
        caveats = package.table(self.tabel).caveats
        of_rows = (each for each in caveats if self.kun_aar in (None, each.where.get("aar", self.kun_aar)))
        return (*self.antagelser, *(caveat.text for caveat in of_rows))

    def year(self, aar: int) -> int:
        """Return the year that is shown when `aar` is asked for: a change has none before its first."""
        return aar if aar >= self.foerste_aar else LAST_YEAR


def printed_rows(frame: pd.DataFrame, place: str, column: str) -> pd.DataFrame:
    """Return the figures of a table's column as the rows of a measure, as they are printed."""
    return pd.DataFrame(
        {
            "sted_id": frame[place],
            "vaerdi": frame[column].astype(float),
            "art": "trykt",
            "kilde_id": frame["kilde_id"],
            "kilde_linje": frame["kilde_linje"],
            "trykt_aar": frame.get("aar"),
            "udeladt": np.nan,
            "mangler": None,
        }
    ).reset_index(drop=True)


def _of_speciale(frame: pd.DataFrame, speciale: int) -> pd.DataFrame:
    return frame[frame["speciale"] == speciale]


def _column(tabel: str, felt: str) -> Compute:
    """The printed figures of the areas, a column of a table."""

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        return printed_rows(_of_speciale(frames[tabel], speciale), "omraade_id", felt)

    return compute


def _kommune_column(tabel: str, felt: str) -> Compute:
    """The printed figures of the kommuner in the latest year; rows with a caveat have theirs left out, and say why."""

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        rows = _latest(_of_speciale(frames[tabel], speciale))
        result = printed_rows(rows, "kommune_id", felt)
        for caveat in package.table(tabel).caveats:
            left_out = (rows[list(caveat.where)] == pd.Series(caveat.where)).all(axis="columns").to_numpy()
            result["udeladt"] = result["vaerdi"].where(left_out, result["udeladt"])
            result["vaerdi"] = result["vaerdi"].mask(left_out)
            result["mangler"] = result["mangler"].mask(left_out, caveat.text)
        return result

    return compute


def _latest(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of the last year, where the table has years."""
    return frame[frame["aar"] == frame["aar"].max()] if "aar" in frame else frame


def population(frames: Frames, aar: int) -> pd.Series:
    """Return citizens per omraade_id in that year (bilag 3, 2024-2030)."""
    of_year = frames["befolkning"].query("aar == @aar")
    return of_year.set_index("omraade_id")["borgere"].astype(float)


def citizens_per_capacity(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    """Citizens per capacity: 2024 as printed in Tabel 3 and 4, later years bilag 3's citizens over their capacity."""
    capacity = _of_speciale(frames["fysio_kapacitet"], speciale)
    if aar == FIRST_YEAR:
        return printed_rows(capacity, "omraade_id", "borgere_pr_kapacitet")
    result = printed_rows(capacity, "omraade_id", "kapacitet")
    citizens = result["sted_id"].map(population(frames, aar))
    return result.assign(vaerdi=citizens / result["vaerdi"], art="beregnet")


def _citizens(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    return printed_rows(frames["befolkning"].query("aar == @aar"), "omraade_id", "borgere")


def _growth(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    result = _citizens(frames, speciale, aar)
    before = result["sted_id"].map(population(frames, FIRST_YEAR))
    return result.assign(vaerdi=100 * (result["vaerdi"] / before - 1), art="beregnet")


def _region_row(frames: Frames, speciale: int) -> pd.Series:
    """Tabel 3's or 4's own row for the region."""
    return _of_speciale(frames["fysio_kapacitet_total"], speciale).query("niveau == 'region'").iloc[0]


def _region_citizens_per_capacity(frames: Frames, speciale: int, aar: int) -> Reference:
    if aar == FIRST_YEAR:
        return Reference(float(_region_row(frames, speciale)["borgere_pr_kapacitet"]), "regionen under ét (trykt)")
    capacity = _of_speciale(frames["fysio_kapacitet"], speciale)["kapacitet"].sum()
    return Reference(population(frames, aar).sum() / float(capacity), "regionen under ét (beregnet)")


def _region_patients_per_capacity(frames: Frames, speciale: int, aar: int) -> Reference:
    """The printed figure where it follows from the areas'; Tabel 4's does not, so there theirs are worked out."""
    printed = float(_region_row(frames, speciale)["patienter_pr_kapacitet"])
    mean = _weighted(_of_speciale(frames["fysio_kapacitet"], speciale), "patienter_pr_kapacitet", "kapacitet")
    if round(mean) == printed:
        return Reference(printed, "regionen under ét (trykt)")
    return Reference(mean, "områderne vægtet med kapacitet (beregnet)")


def _region_wait(column: str) -> Refer:
    def reference(frames: Frames, speciale: int, aar: int) -> Reference:
        mean = _weighted(_of_speciale(frames["fysio_ventetid"], speciale), column, "klinikker")
        return Reference(mean, "områderne vægtet med antal klinikker (beregnet)")

    return reference


def _weighted(rows: pd.DataFrame, column: str, weights: str) -> float:
    return float(np.average(rows[column].astype(float), weights=rows[weights].astype(float)))


def _region_printed(tabel: str, felt: str, tekst: str) -> Refer:
    def reference(frames: Frames, speciale: int, aar: int) -> Reference:
        return Reference(float(_latest(_of_speciale(frames[tabel], speciale))[felt].iloc[0]), tekst)

    return reference


def _region_growth(frames: Frames, speciale: int, aar: int) -> Reference:
    change = population(frames, aar).sum() / population(frames, FIRST_YEAR).sum() - 1
    return Reference(100 * float(change), "regionen under ét (beregnet)")


def _mean_of(compute: Compute) -> Refer:
    def reference(frames: Frames, speciale: int, aar: int) -> Reference:
        return Reference(float(compute(frames, speciale, aar)["vaerdi"].mean()), "gennemsnit pr. område (beregnet)")

    return reference


_HALF_REPORT = "Kun omkring halvdelen af klinikejerne har opdateret ventetiden, og tallene er deres egne vurderinger."
_BY_CLINIC = "Opgjort efter klinikkens kommune. Det er vores læsning; papiret siger det ikke selv."
_TWO_DATES = "Pengene er fra 2023, borgertallet fra 4. kvartal 2024."
_PERIOD_2024 = "Patienter talt fra 1. januar til 13. december 2024; kapaciteten er udtrukket på en anden dato."

_ALL = (
    Measure(
        id="borgere-pr-kapacitet",
        navn="Borgere pr. kapacitet",
        fund="har flest borgere pr. kapacitet",
        enhed="borgere",
        definition="Hvor mange borgere der er om hver kapacitet i området. Flere borgere er dårligere dækning.",
        formel="borgere ÷ kapacitet",
        antagelser=(
            "2024 er trykt i tabel 3 og 4, med borgere fra 4. kvartal 2024.",
            "2025-2030 er beregnet: bilag 3's borgere det år, delt med kapaciteten i tabel 3 og 4.",
            "En kapacitet er et omsætningsloft for en klinik, ikke en person.",
        ),
        tabel="fysio_kapacitet",
        felt="borgere_pr_kapacitet",
        ogsaa=("befolkning",),
        retning="hoej_er_ringere",
        tid="2024-2030",
        efter_aar=True,
        beregn=citizens_per_capacity,
        reference=_region_citizens_per_capacity,
    ),
    Measure(
        id="patienter-pr-kapacitet",
        navn="Patienter pr. kapacitet",
        fund="har flest patienter pr. kapacitet",
        enhed="patienter",
        definition="Hvor mange patienter områdets klinikker har behandlet for hver kapacitet.",
        formel="patienter ÷ kapacitet, som trykt",
        antagelser=(_PERIOD_2024, "Patienterne kan bo uden for området."),
        tabel="fysio_kapacitet",
        felt="patienter_pr_kapacitet",
        retning="hoej_er_ringere",
        tid="2024",
        beregn=_column("fysio_kapacitet", "patienter_pr_kapacitet"),
        reference=_region_patients_per_capacity,
        opgjort_efter="klinik",
    ),
    Measure(
        id="kapacitet",
        navn="Kapacitet",
        fund="har størst kapacitet",
        enhed="kapaciteter",
        decimaler=2,
        definition="Områdets samlede kapacitet inden for specialet.",
        antagelser=("Kapaciteten kan variere mellem tabellerne, fordi udtrækkene har hver sin dato.",),
        tabel="fysio_kapacitet",
        felt="kapacitet",
        tid="2024",
        beregn=_column("fysio_kapacitet", "kapacitet"),
        reference=_mean_of(_column("fysio_kapacitet", "kapacitet")),
    ),
    Measure(
        id="klinikker",
        navn="Klinikker, der har meldt ventetid",
        fund="har flest klinikker, der har meldt ventetid",
        enhed="klinikker",
        definition="Antallet af klinikker i området, der har meldt en ventetid. Det er ikke alle klinikker.",
        antagelser=(_HALF_REPORT, "Adresserne på kortet i papiret er gået tabt."),
        tabel="fysio_ventetid",
        felt="klinikker",
        tid="15. april 2024",
        beregn=_column("fysio_ventetid", "klinikker"),
        reference=_mean_of(_column("fysio_ventetid", "klinikker")),
    ),
    *(
        Measure(
            id=f"ventetid-{short}",
            navn=f"Ventetid, {name}",
            fund=finding,
            enhed="uger",
            decimaler=decimals,
            definition=f"Den {what} ventetid, som klinikkerne i området har meldt, til behandling, der ikke haster.",
            antagelser=(_HALF_REPORT,),
            tabel="fysio_ventetid",
            felt=column,
            retning="hoej_er_ringere",
            tid="15. april 2024",
            beregn=_column("fysio_ventetid", column),
            reference=_region_wait(column),
        )
        for short, name, what, finding, column, decimals in (
            ("gns", "gennemsnit", "gennemsnitlige", "har længst ventetid i gennemsnit", "uger_gns", 1),
            ("min", "laveste", "laveste", "har den højeste af de laveste ventetider", "uger_min", 0),
            ("maks", "højeste", "højeste", "har den længste ventetid", "uger_max", 0),
        )
    ),
    *(
        Measure(
            id=f"tilskud-pr-{unit}",
            navn=f"Tilskud pr. {unit}",
            fund=f"har højest tilskud pr. {unit}",
            enhed="kr",
            definition=f"Det tilskud, som klinikkerne i kommunen fik udbetalt i 2023, delt med antallet af {many}.",
            formel=f"tilskud ÷ {many}, som trykt",
            antagelser=(_BY_CLINIC, *extra),
            tabel="fysio_tilskud_kommune",
            felt=column,
            ogsaa=("fysio_tilskud_speciale",),
            geografi="kommune",
            tid="2023",
            beregn=_kommune_column("fysio_tilskud_kommune", column),
            reference=_region_printed("fysio_tilskud_speciale", column, "regionen (tabel 6)"),
            opgjort_efter="klinik",
        )
        for unit, many, column, extra in (
            ("borger", "borgere i kommunen", "tilskud_pr_borger_kr", (_TWO_DATES,)),
            ("patient", "patienter i kommunens klinikker", "tilskud_pr_patient_kr", ()),
        )
    ),
    Measure(
        id="patienter-pr-1000",
        navn="Patienter pr. 1.000 borgere",
        fund="har flest patienter pr. 1.000 borgere",
        enhed="patienter",
        decimaler=1,
        definition="Hvor mange af kommunens borgere pr. 1.000 der fik fysioterapi i 2023, uanset hvor de fik den.",
        formel="patienter ÷ borgere × 1.000, som trykt",
        antagelser=("Opgjort efter patientens bopæl.", "Borgere pr. 1. januar 2023."),
        tabel="fysio_patienter",
        felt="patienter_pr_1000",
        ogsaa=("fysio_patienter_total",),
        geografi="kommune",
        tid="2023",
        beregn=_kommune_column("fysio_patienter", "patienter_pr_1000"),
        reference=_region_printed("fysio_patienter_total", "patienter_pr_1000", "regionen (trykt)"),
        opgjort_efter="bopael",
    ),
    Measure(
        id="befolkning",
        navn="Befolkning",
        fund="har flest borgere",
        enhed="borgere",
        definition="Områdets borgere det valgte år.",
        antagelser=("2025-2030 er en fremskrivning. Københavns bydele er kommunens egne tal.",),
        tabel="befolkning",
        felt="borgere",
        tid="2024-2030",
        efter_aar=True,
        beregn=_citizens,
        reference=_mean_of(_citizens),
        efter_speciale=False,
    ),
    Measure(
        id="befolkningstilvaekst",
        navn="Befolkningstilvækst",
        fund="vokser mest",
        enhed="pct",
        decimaler=1,
        definition="Hvor mange procent flere eller færre borgere området ventes at have det valgte år end i 2024.",
        formel="(borgere det år ÷ borgere i 2024 − 1) × 100",
        antagelser=("Fremskrivningen i bilag 3.",),
        tabel="befolkning",
        felt="borgere",
        retning="aendring",
        tid="2024-2030",
        efter_aar=True,
        beregn=_growth,
        reference=_region_growth,
        efter_speciale=False,
        foerste_aar=FIRST_YEAR + 1,
    ),
)

MEASURES: Mapping[str, Measure] = {measure.id: measure for measure in _ALL}
"""Every measure by its id, in the order in which pages offer them."""


def ranked(values: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with `plads` (1 is the highest; equal figures share a place; unknown has none), highest first."""
    places = values["vaerdi"].rank(method="min", ascending=False).astype("Int64")
    return values.assign(plads=places).sort_values(["plads", "sted_id"], na_position="last").reset_index(drop=True)


def per_area(values: pd.DataFrame, measure: Measure, areas: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `areas`, each with its figure: what is known per kommune only is given to all its areas."""
    key = "omraade_id" if measure.geografi == "omraade" else "kommune_id"
    places = areas[["omraade_id", "navn", "planomraade", "kommune_id"]]
    return places.merge(values, how="left", left_on=key, right_on="sted_id")


def overview(frames: Frames, speciale: int, aar: int) -> dict[str, pd.DataFrame]:
    """
    Return every figure of every area: by measure id, the rows of `per_area` by omraade_id.

    What is known per kommune only stands at all its areas.
    """
    return {
        measure.id: per_area(measure.beregn(frames, speciale, measure.year(aar)), measure, frames["omraade"]).set_index(
            "omraade_id"
        )
        for measure in MEASURES.values()
    }


def development(frames: Frames, omraade_id: str) -> pd.DataFrame:
    """Return citizens per capacity of an area 2024-2030 if capacity stays as it is: aar, speciale, vaerdi (bilag 3)."""
    years = frames["befolkning"].query("omraade_id == @omraade_id")[["aar", "borgere"]]
    capacity = frames["fysio_kapacitet"].query("omraade_id == @omraade_id")[["speciale", "kapacitet"]]
    both = years.merge(capacity, how="cross")
    return both.assign(vaerdi=both["borgere"] / both["kapacitet"])[["aar", "speciale", "vaerdi"]]
