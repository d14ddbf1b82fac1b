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

Frames = Mapping[str, pd.DataFrame]
"""The database's tables by name, each with the columns that its description gives."""

SPECIALER = {51: "Almindelig fysioterapi", 62: "Vederlagsfri fysioterapi"}
FIRST_YEAR, LAST_YEAR = 2024, 2030
KOEBENHAVN = "koebenhavn"

KOEBENHAVN_NOT_WHOLE = (
    "Københavns række i tabel 7 og 8 kan ikke være hel: de 29 rækker når ikke op på tabel 6. "
    "Derfor vises tallet ikke i rækkefølge og farveskala."
)


@dataclass(frozen=True)
class Reference:
    """What the places are held against: a figure for the whole region, and what kind of figure it is."""

    vaerdi: float
    tekst: str

    @property
    def ejer(self) -> str:
        """Whose figure it is, in the genitive: the region's own, or an average's."""
        return "regionens" if self.tekst.startswith("regionen") else "gennemsnittets"


@dataclass(frozen=True)
class Measure:
    """
    A measure: what it is called, what it says, how it is worked out and from which tables.

    `fund` follows the name of the place with the highest figure, and makes a sentence of it.
    """

    id: str
    navn: str
    fund: str
    enhed: str
    decimaler: int
    definition: str
    formel: str
    forudsaetninger: tuple[str, ...]
    tabel: str
    felt: str
    tabeller: tuple[str, ...]
    geografi: Literal["omraade", "kommune"]
    retning: Literal["hoej_er_ringere", "maengde", "aendring"]
    tid: str
    efter_aar: bool
    beregn: Callable[[Frames, int, int], pd.DataFrame]
    reference: Callable[[Frames, int, int], Reference]
    efter_speciale: bool = True
    opgjort_efter: Literal["bopael", "klinik"] | None = None
    foerste_aar: int = FIRST_YEAR

    def year(self, aar: int) -> int:
        """Return the year that is shown when `aar` is asked for: a change has none before its first."""
        return aar if aar >= self.foerste_aar else LAST_YEAR


def _printed(frame: pd.DataFrame, place: str, column: str) -> pd.DataFrame:
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


def _capacity_column(column: str) -> Callable[[Frames, int, int], pd.DataFrame]:
    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        return _printed(_of_speciale(frames["fysio_kapacitet"], speciale), "omraade_id", column)

    return compute


def _wait_column(column: str) -> Callable[[Frames, int, int], pd.DataFrame]:
    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        return _printed(_of_speciale(frames["fysio_ventetid"], speciale), "omraade_id", column)

    return compute


def population(frames: Frames, aar: int) -> pd.Series:
    """Return citizens per omraade_id in that year (bilag 3, 2024-2030)."""
    of_year = frames["befolkning"].query("aar == @aar")
    return of_year.set_index("omraade_id")["borgere"].astype(float)


def citizens_per_capacity(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    """Citizens per capacity: 2024 as printed in Tabel 3 and 4, later years bilag 3's citizens over their capacity."""
    capacity = _of_speciale(frames["fysio_kapacitet"], speciale)
    if aar == FIRST_YEAR:
        return _printed(capacity, "omraade_id", "borgere_pr_kapacitet")
    result = _printed(capacity, "omraade_id", "kapacitet")
    citizens = result["sted_id"].map(population(frames, aar))
    return result.assign(vaerdi=citizens / result["vaerdi"], art="beregnet")


def _citizens(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    return _printed(frames["befolkning"].query("aar == @aar"), "omraade_id", "borgere")


def _growth(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    result = _citizens(frames, speciale, aar)
    before = result["sted_id"].map(population(frames, FIRST_YEAR))
    return result.assign(vaerdi=100 * (result["vaerdi"] / before - 1), art="beregnet")


def _grant_column(column: str) -> Callable[[Frames, int, int], pd.DataFrame]:
    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        result = _printed(_of_speciale(frames["fysio_tilskud_kommune"], speciale), "kommune_id", column)
        not_whole = result["sted_id"] == KOEBENHAVN
        result["udeladt"] = result["vaerdi"].where(not_whole)
        result["vaerdi"] = result["vaerdi"].mask(not_whole)
        result["mangler"] = not_whole.map({True: KOEBENHAVN_NOT_WHOLE, False: None})
        return result

    return compute


def _patients_per_1000(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
    latest = _of_speciale(frames["fysio_patienter"], speciale).query("aar == 2023")
    return _printed(latest, "kommune_id", "patienter_pr_1000")


def _region_citizens_per_capacity(frames: Frames, speciale: int, aar: int) -> Reference:
    if aar == FIRST_YEAR:
        total = _of_speciale(frames["fysio_kapacitet_total"], speciale).query("niveau == 'region'")
        return Reference(float(total["borgere_pr_kapacitet"].iloc[0]), "regionen under ét (trykt)")
    capacity = _of_speciale(frames["fysio_kapacitet"], speciale)["kapacitet"].sum()
    return Reference(population(frames, aar).sum() / float(capacity), "regionen under ét (beregnet)")


def _region_patients_per_capacity(frames: Frames, speciale: int, aar: int) -> Reference:
    areas = _of_speciale(frames["fysio_kapacitet"], speciale)
    mean = np.average(areas["patienter_pr_kapacitet"], weights=areas["kapacitet"])
    return Reference(float(mean), "områderne vægtet med kapacitet (beregnet)")


def _region_wait(column: str) -> Callable[[Frames, int, int], Reference]:
    def reference(frames: Frames, speciale: int, aar: int) -> Reference:
        waits = _of_speciale(frames["fysio_ventetid"], speciale)
        mean = np.average(waits[column].astype(float), weights=waits["klinikker"].astype(float))
        return Reference(float(mean), "områderne vægtet med antal klinikker (beregnet)")

    return reference


def _region_grant(column: str) -> Callable[[Frames, int, int], Reference]:
    def reference(frames: Frames, speciale: int, aar: int) -> Reference:
        total = _of_speciale(frames["fysio_tilskud_speciale"], speciale)
        return Reference(float(total[column].iloc[0]), "regionen (tabel 6)")

    return reference


def _region_patients_per_1000(frames: Frames, speciale: int, aar: int) -> Reference:
    total = _of_speciale(frames["fysio_patienter_total"], speciale).query("aar == 2023")
    return Reference(float(total["patienter_pr_1000"].iloc[0]), "regionen (trykt)")


def _region_growth(frames: Frames, speciale: int, aar: int) -> Reference:
    change = population(frames, aar).sum() / population(frames, FIRST_YEAR).sum() - 1
    return Reference(100 * float(change), "regionen under ét (beregnet)")


def _mean_of(compute: Callable[[Frames, int, int], pd.DataFrame]) -> Callable[[Frames, int, int], Reference]:
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
        decimaler=0,
        definition="Hvor mange borgere der er om hver kapacitet i området. Flere borgere er dårligere dækning.",
        formel="borgere ÷ kapacitet",
        forudsaetninger=(
            "2024 er trykt i tabel 3 og 4, med borgere fra 4. kvartal 2024.",
            "2025-2030 er beregnet: bilag 3's borgere det år, delt med kapaciteten i tabel 3 og 4.",
            "En kapacitet er et omsætningsloft for en klinik, ikke en person.",
        ),
        tabel="fysio_kapacitet",
        felt="borgere_pr_kapacitet",
        tabeller=("fysio_kapacitet", "befolkning"),
        geografi="omraade",
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
        decimaler=0,
        definition="Hvor mange patienter områdets klinikker har behandlet for hver kapacitet.",
        formel="patienter ÷ kapacitet, som trykt",
        forudsaetninger=(_PERIOD_2024, "Patienterne kan bo uden for området."),
        tabel="fysio_kapacitet",
        felt="patienter_pr_kapacitet",
        tabeller=("fysio_kapacitet",),
        geografi="omraade",
        retning="hoej_er_ringere",
        tid="2024",
        efter_aar=False,
        beregn=_capacity_column("patienter_pr_kapacitet"),
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
        formel="som trykt",
        forudsaetninger=("Kapaciteten kan variere mellem tabellerne, fordi udtrækkene har hver sin dato.",),
        tabel="fysio_kapacitet",
        felt="kapacitet",
        tabeller=("fysio_kapacitet",),
        geografi="omraade",
        retning="maengde",
        tid="2024",
        efter_aar=False,
        beregn=_capacity_column("kapacitet"),
        reference=_mean_of(_capacity_column("kapacitet")),
    ),
    Measure(
        id="klinikker",
        navn="Klinikker, der har meldt ventetid",
        fund="har flest klinikker, der har meldt ventetid",
        enhed="klinikker",
        decimaler=0,
        definition="Antallet af klinikker i området, der har meldt en ventetid. Det er ikke alle klinikker.",
        formel="som trykt",
        forudsaetninger=(_HALF_REPORT, "Adresserne på kortet i papiret er gået tabt."),
        tabel="fysio_ventetid",
        felt="klinikker",
        tabeller=("fysio_ventetid",),
        geografi="omraade",
        retning="maengde",
        tid="15. april 2024",
        efter_aar=False,
        beregn=_wait_column("klinikker"),
        reference=_mean_of(_wait_column("klinikker")),
    ),
    *(
        Measure(
            id=f"ventetid-{short}",
            navn=f"Ventetid, {name}",
            fund=finding,
            enhed="uger",
            decimaler=decimals,
            definition=f"Den {what} ventetid, som klinikkerne i området har meldt, til behandling, der ikke haster.",
            formel="som trykt",
            forudsaetninger=(_HALF_REPORT,),
            tabel="fysio_ventetid",
            felt=column,
            tabeller=("fysio_ventetid",),
            geografi="omraade",
            retning="hoej_er_ringere",
            tid="15. april 2024",
            efter_aar=False,
            beregn=_wait_column(column),
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
            decimaler=0,
            definition=f"Det tilskud, som klinikkerne i kommunen fik udbetalt i 2023, delt med antallet af {many}.",
            formel=f"tilskud ÷ {many}, som trykt",
            forudsaetninger=(_BY_CLINIC, *extra, KOEBENHAVN_NOT_WHOLE),
            tabel="fysio_tilskud_kommune",
            felt=column,
            tabeller=("fysio_tilskud_kommune", "fysio_tilskud_speciale"),
            geografi="kommune",
            retning="maengde",
            tid="2023",
            efter_aar=False,
            beregn=_grant_column(column),
            reference=_region_grant(column),
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
        forudsaetninger=("Opgjort efter patientens bopæl.", "Borgere pr. 1. januar 2023."),
        tabel="fysio_patienter",
        felt="patienter_pr_1000",
        tabeller=("fysio_patienter", "fysio_patienter_total"),
        geografi="kommune",
        retning="maengde",
        tid="2023",
        efter_aar=False,
        beregn=_patients_per_1000,
        reference=_region_patients_per_1000,
        opgjort_efter="bopael",
    ),
    Measure(
        id="befolkning",
        navn="Befolkning",
        fund="har flest borgere",
        enhed="borgere",
        decimaler=0,
        definition="Områdets borgere det valgte år.",
        formel="som trykt",
        forudsaetninger=("2025-2030 er en fremskrivning. Københavns bydele er kommunens egne tal.",),
        tabel="befolkning",
        felt="borgere",
        tabeller=("befolkning",),
        geografi="omraade",
        retning="maengde",
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
        forudsaetninger=("Fremskrivningen i bilag 3.",),
        tabel="befolkning_aendring",
        felt="aendring_pct",
        tabeller=("befolkning",),
        geografi="omraade",
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
