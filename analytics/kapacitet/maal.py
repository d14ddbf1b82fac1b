"""
The measures of physiotherapy that can be shown on a map: what each is called, says and assumes.

A measure is one function in `formler` and one entry in `_ALL`. Pages, rankings and the page of methods read the
same entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from analytics.begreber import FIRST_YEAR, LAST_YEAR
from analytics.kapacitet import formler
from analytics.kapacitet.forbehold import forbehold
from analytics.kapacitet.formler import Compute, Refer, Reference
from analytics.paastand import fyldt, paastande
from analytics.tabeller import Frames
from dansk import maengde

_LARGE = 1000
"""An average of whole numbers is written without decimals from here on."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """
    A measure: what it is called, what it says, how it is worked out and from which tables.

    `fund` follows the name of the place with the highest figure, and makes a sentence of it. The figure, or its first
    ingredient, is `felt` in `tabel`, as the source checks name it; `ogsaa` are the other tables it takes, and `kun_aar`
    is the year of the rows where it takes those of one only. Of a change, `fald_er_ringere` says that a fall is the
    worse. In `tid` and `antagelser` an id in braces is a claim of the papers' (`paastand.fyldt`).
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

    def forudsaetninger(self, frames: Frames) -> tuple[str, ...]:
        """Return what the measure assumes, and the caveats of its rows in the table."""
        of_rows = (each for each in forbehold(frames, self.tabel) if each.af_aaret(self.kun_aar))
        return (*self.fyldt(frames).antagelser, *(each.tekst for each in of_rows))

    def fyldt(self, frames: Frames) -> Measure:
        """Return the measure with what the papers say in the places that its texts keep for it."""
        said = paastande(frames["tekstpaastand"])
        return replace(self, tid=fyldt(self.tid, said), antagelser=tuple(fyldt(each, said) for each in self.antagelser))

    def skrevet(self, vaerdi: float, *, enhed: bool = False, fortegn: bool = False) -> str:
        """Return a figure of the measure as it is written everywhere; a change may have its sign."""
        unit = self.enhed if enhed else ""
        return maengde.quantity(vaerdi, unit, self.decimaler, sign=fortegn and self.retning == "aendring")

    def holdt_op_mod(self, reference: Reference, *, enhed: bool = False, fortegn: bool = False) -> str:
        """Return what figures are held against as it is written: a small average of whole numbers has a tenth more."""
        decimals = self.decimaler or int(reference.er_gennemsnit and abs(reference.vaerdi or 0.0) < _LARGE)
        unit = self.enhed if enhed else ""
        return maengde.quantity(reference.vaerdi, unit, decimals, sign=fortegn and self.retning == "aendring")

    def year(self, aar: int) -> int:
        """Return the year that is shown when `aar` is asked for: a change has none before its first."""
        return aar if aar >= self.foerste_aar else LAST_YEAR


_TABLES = "tabel {tabel-kapacitet-51} og {tabel-kapacitet-62}"
_LATER = f"{FIRST_YEAR + 1}-{LAST_YEAR}"
_HALF_REPORT = (
    "Kun omkring {klinikejere-med-ventetid} af klinikejerne har opdateret ventetiden, og tallene er deres egne "
    "vurderinger."
)
_BY_CLINIC = "Opgjort efter klinikkens kommune. Det er vores læsning; papiret siger det ikke selv."
_TWO_DATES = f"Pengene er fra 2023, borgertallet fra {{borgertal-51}} {FIRST_YEAR}."
_PERIOD_2024 = "Patienter talt {patientperiode-51}; kapaciteten er udtrukket på en anden dato."

_ALL = (
    Measure(
        id="borgere-pr-kapacitet",
        navn="Borgere pr. kapacitet",
        fund="har flest borgere pr. kapacitet",
        enhed="borgere",
        definition="Hvor mange borgere der er om hver kapacitet i området. Flere borgere er dårligere dækning.",
        formel="borgere ÷ kapacitet",
        antagelser=(
            f"{FIRST_YEAR} er trykt i {_TABLES}, med borgere fra {{borgertal-51}} {FIRST_YEAR}.",
            f"{_LATER} er beregnet: bilag {{bilag-3}}'s borgere det år, delt med kapaciteten i {_TABLES}.",
            "En kapacitet er en enhed for omsætning. Den er ikke en person, og en klinik har et antal af dem.",
        ),
        tabel="fysio_kapacitet",
        felt="borgere_pr_kapacitet",
        ogsaa=("befolkning",),
        retning="hoej_er_ringere",
        tid=f"{FIRST_YEAR}-{LAST_YEAR}",
        efter_aar=True,
        beregn=formler.citizens_per_capacity,
        reference=formler.region_citizens_per_capacity,
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
        beregn=formler.printed_column("fysio_kapacitet", "patienter_pr_kapacitet"),
        reference=formler.region_patients_per_capacity,
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
        beregn=formler.printed_column("fysio_kapacitet", "kapacitet"),
        reference=formler.mean_of(formler.printed_column("fysio_kapacitet", "kapacitet")),
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
        tid="{ventetid-trukket-51}",
        beregn=formler.printed_column("fysio_ventetid", "klinikker"),
        reference=formler.mean_of(formler.printed_column("fysio_ventetid", "klinikker")),
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
            tid="{ventetid-trukket-51}",
            beregn=formler.printed_column("fysio_ventetid", column),
            reference=formler.region_wait(column),
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
            beregn=formler.kommune_column("fysio_tilskud_kommune", column),
            reference=formler.region_printed("fysio_tilskud_speciale", column, "regionen (tabel {tabel-tilskud})"),
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
        antagelser=("Opgjort efter patientens bopæl.", "Borgere pr. {patienters-borgertal-51}."),
        tabel="fysio_patienter",
        felt="patienter_pr_1000",
        ogsaa=("fysio_patienter_total",),
        geografi="kommune",
        tid="2023",
        beregn=formler.kommune_column("fysio_patienter", "patienter_pr_1000"),
        reference=formler.region_printed("fysio_patienter_total", "patienter_pr_1000", "regionen (trykt)"),
        opgjort_efter="bopael",
    ),
    Measure(
        id="befolkning",
        navn="Befolkning",
        fund="har flest borgere",
        enhed="borgere",
        definition="Områdets borgere det valgte år.",
        antagelser=(f"{_LATER} er en fremskrivning. Københavns bydele er kommunens egne tal.",),
        tabel="befolkning",
        felt="borgere",
        tid=f"{FIRST_YEAR}-{LAST_YEAR}",
        efter_aar=True,
        beregn=formler.citizens,
        reference=formler.mean_of(formler.citizens),
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
        antagelser=("Fremskrivningen i bilag {bilag-3}.",),
        tabel="befolkning",
        felt="borgere",
        retning="aendring",
        tid=f"{FIRST_YEAR}-{LAST_YEAR}",
        efter_aar=True,
        beregn=formler.growth,
        reference=formler.region_growth,
        efter_speciale=False,
        foerste_aar=FIRST_YEAR + 1,
    ),
)

MEASURES: Mapping[str, Measure] = {measure.id: measure for measure in _ALL}
"""Every measure by its id, in the order in which pages offer them."""
