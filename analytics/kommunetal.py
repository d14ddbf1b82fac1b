"""
What the papers count per kommune beside physiotherapy: use of the Erhvervshus' activities, and SOSU places.

Each figure is a measure (`analytics.measures`), so that maps, rankings and the page of methods read it as they read
the others. It is made by a function, since there is one for each activity or education, as counted or per citizen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from analytics.measures import FIRST_YEAR, Frames, Measure, Reference, population, printed_rows

I_ALT = "i-alt"
AKTIVITETER: Mapping[str, str] = {
    I_ALT: "I alt",
    "driftsforloeb": "Driftsforløb",
    "vaekstforloeb": "Vækstforløb",
    "korte-forloeb": "Korte forløb",
    "ivaerksaetterintro": "Iværksætterintro, webinarer og workshops",
    "virksomhedsprogrammet": "Virksomhedsprogrammet",
    "oevrige-programmer": "Øvrige programmer",
    "ukraine-indsats": "Ukraine-indsats",
}
"""The columns of the Kommunefordeling: id, and the name that the tables have."""

BEGGE = "begge"
UDDANNELSER: Mapping[str, str] = {
    BEGGE: "SOSU-lærepladser",
    "ssa": "lærepladser til SOSU-assistenter",
    "ssh": "lærepladser til SOSU-hjælpere",
}
"""The educations of the SOSU table, and both together."""

_CHANGE = "aendring-"

_WORDS = {
    I_ALT: "i alt",
    "virksomhedsprogrammet": "i Virksomhedsprogrammet",
    "ukraine-indsats": "i indsatsen for Ukraine",
}
_EMPTY = "Cellen er tom i papiret. Det er ikke det samme som 0."
_BASIS = f"Borgere i {FIRST_YEAR} efter bilag 3; Københavns ni områder er lagt sammen."


def citizens(frames: Frames) -> pd.Series:
    """Return citizens per kommune_id in 2024: bilag 3's areas, the nine of København added up."""
    kommune = frames["omraade"].set_index("omraade_id")["kommune_id"]
    return population(frames, FIRST_YEAR).groupby(kommune).sum()


def deltagelser(aktivitet: str) -> Measure:
    """
    Return how often each kommune's companies took part in an activity in 2024, or in all (the printed sum).

    Raises KeyError for an activity that `AKTIVITETER` does not have. Source: the Kommunefordeling (004).
    """
    name = AKTIVITETER[aktivitet]
    tabel = "kommunefordeling_total" if aktivitet == I_ALT else "kommunefordeling"
    words = _WORDS.get(aktivitet, f"i {name.lower()}")

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        of = frames[tabel]
        rows = printed_rows(of[(of["aktivitet"] == name) & of["kommune_id"].notna()], "kommune_id", "deltagelser")
        return rows.assign(mangler=rows["mangler"].mask(rows["vaerdi"].isna(), _EMPTY))

    return Measure(
        id=f"deltagelser-{aktivitet}",
        navn=f"Deltagelser {words}",
        fund=f"har flest deltagelser {words}",
        enhed="antal",
        definition="Hvor mange gange virksomheder og deltagere fra kommunen har brugt Erhvervshus Hovedstaden, "
        f"{words}.",
        tabel=tabel,
        felt="deltagelser",
        geografi="kommune",
        tid=str(FIRST_YEAR),
        efter_speciale=False,
        beregn=compute,
        reference=lambda frames, speciale, aar: _mean(compute(frames, speciale, aar)),
    )


def sosu_tider(frames: Frames) -> Mapping[str, str]:
    """Return what SOSU places can be shown for: each year, and each change from the year before, newest first."""
    years = sorted({int(year) for year in frames["sosu_laereplads"]["aar"]}, reverse=True)
    changes = {f"{_CHANGE}{year}": f"Ændring {year - 1}-{year}" for year in years if year - 1 in years}
    return {str(year): str(year) for year in years} | changes


def er_aendring(tid: str) -> bool:
    """Say whether a key of `sosu_tider` is a change and no year."""
    return tid.startswith(_CHANGE)


def trykte_summer(frames: Frames) -> Frames:
    """Return the tables with the printed sums of the SOSU places in place of the kommuner's, as one place."""
    return {**frames, "sosu_laereplads": frames["sosu_total"].assign(kommune_id="hele-regionen")}


def laerepladser(uddannelse: str, tid: str) -> Measure:
    """
    Return the SOSU places that each kommune has in a year ("2023"), or their change to that year ("aendring-2023").

    Raises KeyError for an education that `UDDANNELSER` does not have. Source: the table of places (002).
    """
    name = UDDANNELSER[uddannelse]
    changes, year = er_aendring(tid), int(tid.removeprefix(_CHANGE))
    when = f"fra {year - 1} til {year}" if changes else f"i {year}"
    computed = ["assistenter + hjælpere"] * (uddannelse == BEGGE) + [f"pladser i {year} − i {year - 1}"] * changes

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        table = frames["sosu_laereplads"]
        values = _places(table, uddannelse, year)
        if changes:
            values = values - _places(table, uddannelse, year - 1)
        # A kommune's figures all stand in one printed row.
        rows = printed_rows(table[table["aar"] == year].drop_duplicates("kommune_id"), "kommune_id", "pladser")
        rows = rows.assign(vaerdi=rows["sted_id"].map(values).astype(float), art="beregnet" if computed else "trykt")
        return rows.assign(mangler=rows["mangler"].mask(rows["vaerdi"].isna(), "Et af tallene er ikke oplyst."))

    return Measure(
        id=f"sosu-{uddannelse}-{tid}",
        navn=f"Ændring i {name}" if changes else f"{name[0].upper()}{name[1:]}",
        fund=f"har fået flest nye {name} {when}" if changes else f"har flest {name} {when}",
        enhed="antal",
        definition="Kommunens lærepladser efter dimensioneringen" + (f", {year} mod {year - 1}." if changes else "."),
        formel=", ".join(computed) or "som trykt",
        tabel="sosu_laereplads",
        felt="pladser",
        geografi="kommune",
        retning="aendring" if changes else "maengde",
        fald_er_ringere=changes,
        tid=f"{year - 1}-{year}" if changes else str(year),
        efter_speciale=False,
        beregn=compute,
        reference=lambda frames, speciale, aar: (
            Reference(0, "uændret") if changes else _mean(compute(frames, speciale, aar))
        ),
    )


def pr_1000(measure: Measure) -> Measure:
    """Return the measure of a kommune per 1.000 citizens of 2024, held against the region's."""

    def compute(frames: Frames, speciale: int, aar: int) -> pd.DataFrame:
        rows = measure.beregn(frames, speciale, aar)
        return rows.assign(vaerdi=1000 * rows["vaerdi"] / rows["sted_id"].map(citizens(frames)), art="beregnet")

    def region(frames: Frames, speciale: int, aar: int) -> Reference:
        counted = measure.beregn(frames, speciale, aar)["vaerdi"].sum()
        return Reference(1000 * float(counted) / float(citizens(frames).sum()), "regionen under ét (beregnet)")

    return replace(
        measure,
        id=f"{measure.id}-pr-1000",
        navn=f"{measure.navn} pr. 1.000 borgere",
        fund=f"{measure.fund} pr. 1.000 borgere",
        definition=f"{measure.definition.removesuffix('.')}, for hver 1.000 borgere i {FIRST_YEAR}.",
        formel="antal ÷ borgere × 1.000",
        antagelser=(_BASIS,),
        ogsaa=(*measure.ogsaa, "befolkning"),
        decimaler=2,
        beregn=compute,
        reference=region,
    )


def _places(table: pd.DataFrame, uddannelse: str, year: int) -> pd.Series:
    """The places per kommune in a year; for both educations together unknown where one of them is."""
    by_education = table[table["aar"] == year].pivot(index="kommune_id", columns="uddannelse", values="pladser")
    wanted = ["ssh", "ssa"] if uddannelse == BEGGE else [uddannelse]
    return by_education.reindex(columns=wanted).sum(axis="columns", skipna=False)


def _mean(rows: pd.DataFrame) -> Reference:
    return Reference(float(rows["vaerdi"].mean()), "gennemsnit pr. kommune (beregnet)")


MAAL: tuple[Measure, ...] = (
    deltagelser(I_ALT),
    pr_1000(deltagelser(I_ALT)),
    laerepladser(BEGGE, "2023"),
    pr_1000(laerepladser(BEGGE, "2023")),
    laerepladser(BEGGE, "aendring-2023"),
)
"""One measure of each kind, for the page of methods."""
