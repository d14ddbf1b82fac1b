"""
The papers held against themselves: what the views ``kildekontrol`` and ``kildeafvigelse`` found, in words.

The figures are computed in SQL (``data/sql``). Here stand the kinds, what each check compares and how far rounding
may go, the order of the findings, and the look-up of the finding that belongs beside a figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Literal

import duckdb
import pandas as pd

Kind = Literal["modstrid", "andet_grundlag", "trykfejl"]


@dataclass(frozen=True)
class KindText:
    """What a kind of finding is called, and what it means, in one Danish line each."""

    navn: str
    definition: str


KINDS: Mapping[str, KindText] = {
    "modstrid": KindText(
        "Modstrid i kilden", "To steder i papiret kan ikke begge være rigtige, også når der tages højde for afrunding."
    ),
    "andet_grundlag": KindText(
        "Andet grundlag", "Begge tal kan være rigtige; de er opgjort på forskellige tidspunkter, steder eller personer."
    ),
    "trykfejl": KindText(
        "Trykfejl", "Tallet eller navnet er skrevet eller afrundet forkert, og det fremgår, hvad der skulle stå."
    ),
}

_ROUNDED = "Forskellen skal være større, end de trykte decimaler i både resultatet og tallene bag det kan forklare."
_EXACT = "Tallene er hele og skal passe nøjagtigt."


@dataclass(frozen=True)
class Check:
    """A family of checks: its Danish name, what it compares, and how far rounding may go."""

    navn: str
    sammenligner: str
    tolerance: str


CHECKS: Mapping[str, Check] = {
    "sum": Check(
        "Summer",
        "Trykte summer mod de rækker, de er sum af.",
        "Hele tal skal passe nøjagtigt; kapaciteter har to decimaler og må afvige med en halv enhed for hver række.",
    ),
    "gennemsnit": Check(
        "Gennemsnit",
        "Planområdernes, regionens og landets gennemsnit mod områderne, vægtet med kapaciteten.",
        _ROUNDED,
    ),
    "samme_folketal": Check(
        "Samme folketal", "Borgere pr. kapacitet på de to specialer i tabel 2 mod hinanden.", _ROUNDED
    ),
    "borgere_bilag_3": Check(
        "Borgere pr. kapacitet",
        "Tabel 3 og 4 mod bilag 3's befolkning i 2024 delt med kapaciteten.",
        "Kapaciteten har to decimaler og resultatet ingen.",
    ),
    "borgere_kommune": Check(
        "Kommunens borgere",
        "Borgerne i tabel 7 og 8 mod borgere pr. kapacitet gange kapacitet i tabel 3 og 4.",
        _ROUNDED,
    ),
    "udtraek": Check("Forskellige udtræk", "Tabel 2 mod tabel 3 og 4, som er trukket på andre datoer.", _ROUNDED),
    "tabel_5": Check(
        "Bloktilskud",
        "Beløb og procenter i tabel 5 mod kapacitet, tilskud pr. kapacitet og bloktilskudsnøgle.",
        _ROUNDED,
    ),
    "tilskud": Check("Tilskud pr. patient og borger", "Tabel 6, 7 og 8 mod tilskud, patienter og borgere.", _ROUNDED),
    "tabel_6": Check(
        "Kommuner mod region",
        "Summen af kommunerne i tabel 7 og 8 mod regionen i tabel 6, og hvad der så er tilbage til København.",
        "Patienter skal passe nøjagtigt; beløb må afvige med en halv krone for hver kommune.",
    ),
    "borgere_2023": Check("Befolkning i 2023", "Befolkningen bag tabel 6 mod summen af tabel 7.", _EXACT),
    "patienter_2023": Check("Patienter i 2023", "Patienterne i tabel 6 mod bilag 1 og 2.", _EXACT),
    "pr_1000": Check(
        "Patienter pr. 1.000", "Bilag 1 og 2 mod patienter og borgere.", "En halv enhed på første decimal."
    ),
    "vaekst": Check(
        "Vækst", "Ændringer i procent i bilag 1, 2 og 3 mod de to år.", "En halv enhed på den sidste trykte decimal."
    ),
    "budget": Check(
        "Rammen for nye kapaciteter",
        "Rammer, andele og antal nye kapaciteter i teksten mod hinanden og mod tabel 5 og 10.",
        "Millioner har én decimal og må afvige med en halv enhed; antal kapaciteter skal passe nøjagtigt.",
    ),
    "forslag": Check(
        "Forslagets tillæg", "Tabel 11 og 12 mod tabel 10.", "Tillæg er tiendedele og skal passe nøjagtigt."
    ),
    "forslag_kapacitet": Check(
        "Kapacitet før forslaget",
        "Tabel 11 og 12 mod tabel 3 og 4.",
        "En halv enhed på anden decimal hvert sted.",
    ),
    "forslag_bilag_3": Check(
        "Forslagets virkning",
        "Tabel 11 og 12 mod bilag 3's befolkning i 2030 delt med kapaciteten før og efter.",
        "Kapaciteten før har to decimaler, tillægget er nøjagtigt, og resultatet har ingen decimaler.",
    ),
    "forslag_raekke": Check(
        "Forslagets rækker",
        "Tallet med tillæg og procenten mod rækkens egen kapacitet, tillæg og tal uden tillæg.",
        "Kapaciteten før har to decimaler, tillægget er nøjagtigt, og resultatet har ingen decimaler.",
    ),
    "forslag_fald": Check(
        "Forslagets fald", "Procenten mod rækkens to tal før og efter.", "En halv enhed på alle tre tal."
    ),
    "ventetid": Check(
        "Ventetider",
        "Gennemsnittet mod den laveste og højeste ventetid og antallet af klinikker.",
        "Gennemsnittet har én decimal; det skal være muligt med klinikkernes antal.",
    ),
    "ride_befolkning": Check("Befolkning i tabel 9", "Tabel 9 mod bilag 1, bilag 3 og tabel 6.", _EXACT),
    "ride_patienter": Check("Patienter i ridefysioterapi", "Tabel 6 mod teksten.", _EXACT),
    "tekst_tal": Check(
        "Tal i teksten", "Tal i teksten mod tabellerne.", "En halv enhed på det tal, som teksten skriver."
    ),
    "tekst_plads": Check(
        "Højest og lavest", "Tekstens rækkefølger mod tabellerne.", "Områder med samme tal må bytte plads."
    ),
    "tekst_sammenligning": Check(
        "Sammenligninger i teksten",
        "Over, under og tæt på mod tabellerne.",
        "«Tæt på» er inden for 5 procent.",
    ),
    "tekst_spaend": Check(
        "Spænd i teksten",
        "Tekstens fra og til mod de områder, den nævner.",
        "Et tal, der ender på 000 eller 00, er rundet til det; ellers en halv enhed.",
    ),
    "tekst_udeladt": Check(
        "Oversprungne områder", "Områder, der hører til i et spænd, men ikke er nævnt.", "Tallene er, som de er trykt."
    ),
    "tekst_andel": Check(
        "Andele i teksten",
        "«Hvert femte» og «en tredjedel» mod tabellerne.",
        "Andelen skal ligge nærmest den brøk, som teksten nævner.",
    ),
    "tekst_henvisning": Check("Henvisninger", "De bilag, som teksten henviser til, mod bilagenes titler.", _EXACT),
    "tekst_navn": Check("Navne", "Tekstens navn for et speciale mod tabel 6.", "Navnene skal være ens."),
    "tekst_ridefysioterapi": Check("Kapaciteter i ridefysioterapi", "Tekstens timer og steder mod tabel 9.", _EXACT),
    "tekst_gentagelse": Check("Samme tal flere steder", "Antal, som teksten nævner mere end én gang.", _EXACT),
    "resultat": Check(
        "Erhvervshusets resultater",
        "Mål, resultater og kommentarer i afrapporteringen mod deres dele og mod Kommunefordelingen.",
        _EXACT,
    ),
    "resultat_gentagelse": Check(
        "Kendskabet til Erhvervshuset",
        "Dagsordenens tal for 2023 mod kontrakten og den senere afrapportering.",
        "Tal og mål skal passe nøjagtigt; stigningen må afvige, så meget som de hele procenter er afrundet.",
    ),
}
"""Every family of checks by the value of ``kontrol``; a test holds that each is named here."""


@dataclass(frozen=True)
class Finding:
    """
    One place where the paper differs from itself: a row of ``kildeafvigelse``.

    ``trykt`` and ``genberegnet`` are None where a word and no figure differs, ``forskel_pct`` is
    100 · (trykt / genberegnet − 1), and ``hvor`` says where the finding stands in the paper.
    """

    afvigelse_id: str
    tabel: str
    omraade_id: str | None
    kommune_id: str | None
    speciale: int | None
    aar: int | None
    felt: str
    trykt: float | None
    genberegnet: float | None
    trykt_tekst: str
    forskel_pct: float | None
    art: Kind
    forklaring: str
    kilde_id: str
    kilde_linje: int
    kilde_linje_2: int | None
    raekke: str
    kontrol: str
    hvor: str


_COLUMNS = [field.name for field in fields(Finding)]

_FINDINGS = """
WITH sted AS (
    SELECT kilde_id, kilde_linje, max(
        CASE WHEN regexp_matches(trykt_tabel, '^(tabel|bilag)_[0-9]') THEN
            upper(left(trykt_tabel, 1)) || replace(regexp_extract(trykt_tabel, '^.(.*?_[0-9]+)', 1), '_', ' ')
        END
    ) AS navn
    FROM trykt_raekke GROUP BY kilde_id, kilde_linje
)
SELECT a.*, concat_ws(', ',
    CASE tabel WHEN 'kommunefordeling_total' THEN 'Kommunefordeling' ELSE coalesce(sted.navn, 'Teksten') END, raekke,
    CASE WHEN tabel <> 'tekstpaastand' AND speciale IS NOT NULL THEN 'speciale ' || speciale END)
    || format(' ({}, linje {})', kilde_id, kilde_linje) AS hvor
FROM kildeafvigelse AS a LEFT JOIN sted USING (kilde_id, kilde_linje)
ORDER BY abs(forskel_pct) DESC NULLS LAST, afvigelse_id
"""


def findings(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """
    All findings, the largest difference first, those without a figure last.

    One row per finding with the columns of ``kildeafvigelse`` and ``art_navn``, ``tolerance`` and ``hvor``
    ("Tabel 11, Brøndby, speciale 51 (004, linje 5624)"). Whole-number columns are Int64, blanks are missing.
    """
    rows = con.execute(_FINDINGS).df()
    rows["art_navn"] = rows["art"].map({kind: text.navn for kind, text in KINDS.items()})
    rows["tolerance"] = rows["kontrol"].map({name: check.tolerance for name, check in CHECKS.items()})
    return rows.astype(dict.fromkeys(["speciale", "aar", "kilde_linje", "kilde_linje_2"], "Int64"))


def tally(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """
    How many checks were made, and how many failed, one row per family.

    Columns: kontrol, navn, sammenligner, tolerance, kontrolleret (checks), afviger (findings); in the registry's order.
    """
    counts = con.execute(
        """
        SELECT kontrol, count(*) AS kontrolleret, count(a.afvigelse_id) AS afviger
        FROM kildekontrol AS k LEFT JOIN kildeafvigelse AS a USING (afvigelse_id, kontrol) GROUP BY kontrol
        """
    ).df()
    registry = pd.DataFrame(
        [(name, check.navn, check.sammenligner, check.tolerance) for name, check in CHECKS.items()],
        columns=["kontrol", "navn", "sammenligner", "tolerance"],
    )
    return registry.merge(counts, on="kontrol", how="inner")


class Marks:
    """
    Looks up the finding that belongs beside a figure.

    Built once from the frame that `findings` returns. When several findings share a figure, a contradiction comes
    before a misprint, a misprint before a different basis, and then the largest.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self._by_figure: dict[tuple[str, str, str | None, str | None], list[Finding]] = {}
        for finding in sorted(as_findings(rows), key=_severity):
            key = (finding.tabel, finding.felt, finding.omraade_id, finding.kommune_id)
            self._by_figure.setdefault(key, []).append(finding)

    def mark(
        self,
        tabel: str,
        felt: str,
        *,
        omraade_id: str | None = None,
        kommune_id: str | None = None,
        raekke: str | None = None,
        speciale: int | None = None,
        aar: int | None = None,
    ) -> Finding | None:
        """
        The finding of the figure ``felt`` in the row of ``tabel`` that the keys name, or None.

        ``raekke`` is the printed row's name, for totals that are no area and no kommune ("Syd", "I alt"). ``speciale``,
        ``aar`` and ``raekke`` that are not given, or that the finding does not have, tell nothing apart.
        """
        wanted = {"raekke": raekke, "speciale": speciale, "aar": aar}
        for finding in self._by_figure.get((tabel, felt, omraade_id, kommune_id), []):
            if all(value in (None, getattr(finding, name) or value) for name, value in wanted.items()):
                return finding
        return None


def as_findings(rows: pd.DataFrame) -> Iterable[Finding]:
    """The rows of the frame that `findings` returns as `Finding`, in its order."""
    plain = rows[_COLUMNS].astype(object)
    for values in plain.where(plain.notna(), None).itertuples(index=False):
        yield Finding(*values)


def _severity(finding: Finding) -> tuple[int, float]:
    order = ("modstrid", "trykfejl", "andet_grundlag")
    return order.index(finding.art), -abs(finding.forskel_pct or 0)
