"""The findings: what the checks do not tolerate, in words, and how many there are of each."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import duckdb
import pandas as pd

from analytics.kildekontrol.kontrol import Difference
from analytics.kildekontrol.registret import CHECKS, rule
from analytics.kildekontrol.slags import KINDS, Kind
from dansk.saetning import listed
from dansk.tal import UNKNOWN, number


@dataclass(frozen=True)
class Finding:
    """
    One place where the paper differs from itself: a row of ``kildeafvigelse`` that its check does not tolerate.

    ``trykt`` and ``genberegnet`` are None where a word and no figure differs, ``forskel_pct`` is
    100 · (trykt / genberegnet − 1), and ``hvor`` says where the finding stands in the paper. What it is held against
    stands at ``kilde_linje_2`` of the same paper, or at ``anden_linje`` of ``anden_kilde_id``. A row that officials
    have added may have no line.

    Where many figures differ for one reason they are one entry: its ``medlemmer`` says how many, each of them has the
    entry's id in ``samlet_i``, and the entry's ``forskel_pct`` is the largest of theirs.
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
    kilde_linje: int | None
    kilde_linje_2: int | None
    raekke: str
    kontrol: str
    hvor: str
    anden_kilde_id: str | None = None
    anden_linje: int | None = None
    samlet_i: str | None = None
    medlemmer: int = 0

    @property
    def sted(self) -> str:
        """Where it stands in the paper, without document and line."""
        return self.hvor.rsplit(" (", 1)[0]

    @property
    def art_navn(self) -> str:
        """What its kind is called."""
        return KINDS[self.art].navn

    @property
    def tolerance(self) -> str:
        """What rounding must explain, in its check's words."""
        return CHECKS[self.kontrol].tolerance

    @property
    def genberegnet_som_trykt(self) -> str:
        """The recomputed figure with the printed one's decimals, or one more where those hide the difference."""
        if self.genberegnet is None:
            return UNKNOWN
        written = re.search(r"\d,(\d+)", self.trykt_tekst)
        decimals = len(written[1]) if written else 0
        # A figure whose decimals were cut off differs by less than one of its last.
        hidden = self.trykt is not None and 0 < abs(self.trykt - self.genberegnet) < 10.0**-decimals
        return number(self.genberegnet, decimals + hidden)


@dataclass(frozen=True)
class Tally:
    """How many checks a family made (``kontrolleret``), and how many of them failed (``afviger``)."""

    kontrol: str
    navn: str
    sammenligner: str
    tolerance: str
    kontrolleret: int
    afviger: int


_Told = tuple[Mapping[Hashable, Any], Difference]
"""A row of the view, and the difference in it."""

_COLUMNS = [field.name for field in fields(Finding)]
_WHOLE = ["speciale", "aar", "kilde_linje", "kilde_linje_2", "anden_linje", "medlemmer"]

_DIFFERENCES = """
WITH sted AS (
    SELECT kilde_id, kilde_linje, max(
        CASE WHEN regexp_matches(trykt_tabel, '^(tabel|bilag)_[0-9]') THEN
            upper(left(trykt_tabel, 1)) || replace(regexp_extract(trykt_tabel, '^.(.*?_[0-9]+)', 1), '_', ' ')
        END
    ) AS navn
    FROM trykt_raekke GROUP BY kilde_id, kilde_linje
)
SELECT a.*, CASE tabel WHEN 'kommunefordeling_total' THEN 'Kommunefordeling' ELSE coalesce(sted.navn, 'Teksten') END
    AS trykt_i
FROM kildeafvigelse AS a LEFT JOIN sted USING (kilde_id, kilde_linje)
ORDER BY abs(forskel_pct) DESC NULLS LAST, afvigelse_id
"""


def findings(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """
    All findings, the largest difference first, those without a figure last.

    One row per finding with the fields of `Finding`, and ``art_navn`` and ``tolerance``; ``hvor`` is as in
    "Tabel 11, Brøndby, speciale 51 (004, linje 5624)". Whole-number columns are Int64, blanks are missing. An entry of
    many figures is a row of its own, before its members.
    """
    found = con.execute(_DIFFERENCES).df()
    told = [(row, Difference.af(row)) for row in found.to_dict("records")]
    kept = [(row, difference) for row, difference in told if not rule(difference).taaler(difference)]
    rows = pd.DataFrame(
        list(_with_entries(kept)),
        columns=[*found.columns, "art", "forklaring", "anden_kilde_id", "anden_linje", "samlet_i", "medlemmer"],
    )
    rows["hvor"] = [_where(row) for row in rows.to_dict("records")]
    rows["art_navn"] = rows["art"].map({kind: text.navn for kind, text in KINDS.items()})
    rows["tolerance"] = rows["kontrol"].map({name: check.tolerance for name, check in CHECKS.items()})
    return rows[[*_COLUMNS, "art_navn", "tolerance"]].astype(dict.fromkeys(_WHOLE, "Int64"))


def _with_entries(kept: Sequence[_Told]) -> Iterator[dict[Hashable, Any]]:
    """The differences in words, those of one reason after the entry that gathers them."""
    gathered: dict[str, list[_Told]] = {}
    for row, difference in kept:
        if rule(difference).samlet:
            gathered.setdefault(_entry_id(difference), []).append((row, difference))
    told: set[str] = set()
    for row, difference in kept:
        entry = _entry_id(difference)
        if entry in gathered and entry not in told:
            told.add(entry)
            yield _entry(entry, gathered[entry])
        yield {**row, **_words(difference), "samlet_i": entry if entry in gathered else None, "medlemmer": 0}


def _entry_id(difference: Difference) -> str:
    return f"{difference.kontrol}-{difference.regel}".replace("_", "-")


def _entry(entry: str, members: Sequence[_Told]) -> dict[Hashable, Any]:
    """One row for all of them, at the first one's place in the paper and as far off as the one that is most so."""
    differences = [difference for _, difference in members]
    of_all = rule(differences[0])
    if of_all.samlet is None:
        raise ValueError(f"{entry} samler ikke sine forskelle.")
    first = min((row for row, _ in members), key=lambda row: row["kilde_linje"])
    blank: dict[Hashable, Any] = dict.fromkeys(
        ("omraade_id", "kommune_id", "speciale", "aar", "trykt", "genberegnet", "kilde_linje_2")
    )
    told: dict[Hashable, Any] = {
        "afvigelse_id": entry,
        "forskel_pct": members[0][0]["forskel_pct"],
        "trykt_i": listed(sorted({str(row["trykt_i"]) for row, _ in members})),
        "raekke": of_all.samlet.raekke,
        "trykt_tekst": f"{len(members)} tal",
        "art": of_all.kind(differences[0]),
        "forklaring": of_all.samlet.forklaring(differences),
        "samlet_i": None,
        "medlemmer": len(members),
    }
    return {**first, **blank, **told}


def _words(difference: Difference) -> dict[Hashable, Any]:
    entry = rule(difference)
    elsewhere = difference.kilde_id_2 not in (None, difference.kilde_id)
    return {
        "raekke": entry.raekke(difference),
        "trykt_tekst": entry.trykt_tekst(difference),
        "art": entry.kind(difference),
        "forklaring": entry.forklaring(difference),
        "kilde_linje_2": None if elsewhere else difference.kilde_linje_2,
        "anden_kilde_id": difference.kilde_id_2 if elsewhere else None,
        "anden_linje": difference.kilde_linje_2 if elsewhere else None,
    }


def _where(row: Mapping[Hashable, Any]) -> str:
    parts = [str(row["trykt_i"]), str(row["raekke"])]
    if row["tabel"] != "tekstpaastand" and not pd.isna(row["speciale"]):
        parts.append(f"speciale {int(row['speciale'])}")
    line = "" if pd.isna(row["kilde_linje"]) else f", linje {int(row['kilde_linje'])}"
    return f"{', '.join(parts)} ({row['kilde_id']}{line})"


def tally(con: duckdb.DuckDBPyConnection, found: pd.DataFrame) -> pd.DataFrame:
    """
    How many checks were made, and how many failed, one row per family.

    ``found`` is what `findings` returns. Columns: kontrol, navn, sammenligner, tolerance, kontrolleret (checks),
    afviger (findings, those of one entry as one); in the registry's order.
    """
    made = con.execute("SELECT kontrol, count(*) AS kontrolleret FROM kildekontrol GROUP BY kontrol").df()
    failed = found.loc[found["samlet_i"].isna(), "kontrol"].value_counts()
    registry = pd.DataFrame(
        [(name, check.navn, check.sammenligner, check.tolerance) for name, check in CHECKS.items()],
        columns=["kontrol", "navn", "sammenligner", "tolerance"],
    )
    counted = registry.merge(made, on="kontrol", how="inner")
    return counted.assign(afviger=counted["kontrol"].map(failed).fillna(0).astype(int))


def as_findings(rows: pd.DataFrame) -> Iterable[Finding]:
    """The rows of the frame that `findings` returns as `Finding`, in its order."""
    plain = rows[_COLUMNS].astype(object)
    for values in plain.where(plain.notna(), None).itertuples(index=False):
        yield Finding(*values)


def as_tallies(rows: pd.DataFrame) -> tuple[Tally, ...]:
    """The rows of the frame that `tally` returns as `Tally`, in its order."""
    columns = [field.name for field in fields(Tally)]
    return tuple(Tally(*values) for values in rows[columns].astype(object).itertuples(index=False))


def in_all(tallies: Iterable[Tally]) -> tuple[int, int]:
    """How many checks were made, and how many of them failed."""
    each = list(tallies)
    return sum(one.kontrolleret for one in each), sum(one.afviger for one in each)


def entries(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as they are listed: many figures of one reason as their entry alone."""
    return tuple(each for each in found if each.samlet_i is None)


def select(found: Iterable[Finding], kind: str | None, sought: str) -> tuple[Finding, ...]:
    """The findings of a kind, or of any, in whose place or explanation every sought word stands."""
    words = sought.lower().split()
    return tuple(
        each
        for each in found
        if kind in (None, each.art) and all(word in f"{each.hvor} {each.forklaring}".lower() for word in words)
    )


def contradictions(found: Sequence[Finding]) -> int:
    """How many of the findings are the paper contradicting itself."""
    return len(select(entries(found), "modstrid", ""))
