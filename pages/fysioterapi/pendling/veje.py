"""What every picture of the patients' ways is drawn from: the table, each area's figures, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.pendling import fund
from analytics.pendling.billede import mest_rejsende
from analytics.pendling.matrix import UKENDT, Interval, Pendling, efter_andelene, som_pendling
from analytics.pendling.pendlingstekst import count, share, signed
from analytics.pendling.stroemme import Bevaegelse, bevaegelser
from analytics.tabeller import Frames
from dansk import tal
from pages.reading import queries

TABLES = ("fysio_pendling",)
NOBODY = "Ukendt"


@dataclass(frozen=True, eq=False)
class Veje:
    """The table of patients, each area's figures by its id, and the chosen area, None where none is."""

    pendling: Pendling
    omraader: Mapping[str, Bevaegelse]
    valgt: str | None

    @property
    def navne(self) -> dict[str, str]:
        """What each place of the table is called, the unknown too."""
        return {**queries.area_names(), UKENDT: NOBODY}

    @property
    def om(self) -> str:
        """The area that the finding is about: the chosen one, else the one that most of its patients leave."""
        return self.valgt or mest_rejsende(self.omraader)


@queries.kept()
def areas(of_version: str) -> dict[str, Bevaegelse]:
    """Return every area's figures, by its id."""
    return bevaegelser(queries.commuting.of(of_version))


def hent(omraade: str) -> Veje:
    """Return what is drawn, with `omraade` chosen, "ingen" being none."""
    return Veje(queries.commuting(), areas(), None if omraade == "ingen" else omraade)


def finding(of: Veje) -> str:
    """Return where the patients of the area are treated, as a headline."""
    found = fund.pendlingsfund(of.omraader[of.om])
    if found is None:
        return f"{of.navne[of.om]}: {tal.UNKNOWN}"
    return fund.saetning(found, of.navne[of.om], er_kommune=er_kommune(of.om))


def by_name(frames: Frames) -> pd.Series:
    """Return the four figures of every area by what they are called, for comparing two versions of the data."""
    names, found = queries.area_names(), bevaegelser(som_pendling(frames))
    return pd.Series(
        {f"{names[area]}: {each.navn.lower()}": each.af(of).midt for area, of in found.items() for each in KOLONNER}
    )


def er_kommune(omraade: str) -> bool:
    """Say whether an area is a kommune, and no part of one."""
    return not bool(queries.areas().set_index("omraade_id").loc[omraade, "er_bydel"])


def lost(of: Veje) -> str:
    """Say which cell is lost and what it can be, or nothing where none is."""
    cell = of.pendling.tabt
    if cell is None:
        return ""
    text = f"Én celle er tabt i papiret: patienter fra {of.navne[cell.hjem]} i {of.navne[cell.klinik]}. "
    by_shares = efter_andelene(of.pendling, queries.tables()["fysio_pendling_andel"])
    if by_shares is None or by_shares.lav == cell.lav:
        return f"{text}Tallet kendes ikke; efter det, der er trykt, er det {count(Interval(cell.lav, cell.hoej))}."
    return (
        f"{text}Tallet kendes ikke: de trykte andele giver {count(by_shares)}, et løst tal ved sideskiftet "
        f"{tal.number(cell.lav)}. Der er regnet med {count(Interval(cell.lav, cell.hoej))}."
    )


@dataclass(frozen=True)
class Kolonne:
    """A figure of an area: its id in a link, what it is called, what it is, and how it is found and written."""

    id: str
    navn: str
    hvad: str
    af: Callable[[Bevaegelse], Interval]
    skrevet: Callable[[Interval], str]


KOLONNER = (
    Kolonne("hjemme", "Behandles hjemme", "af dem, der bor her", lambda of: of.andel_hjemme, share),
    Kolonne("ud", "Rejser ud", "bor her og behandles i et andet område", lambda of: of.ud, count),
    Kolonne("ind", "Kommer ind", "behandles her og bor i et andet område", lambda of: of.ind, count),
    Kolonne("netto", "Netto", "kommer ind, minus rejser ud", lambda of: of.netto, signed),
)
"""The four figures of an area that every list has."""
