"""
Everything that is read from the database, each read kept for as long as the data stay the same.

What is read for a version is computed from that version alone, and a run sees one version from its beginning to its
end: the data may be built anew at any time, and figures of two versions on one page would contradict each other.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import date
from functools import lru_cache, update_wrapper, wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar

import pandas as pd
import streamlit as st

from analytics import daekning, kildekontrol, papirer
from analytics.grundlag import Grundlag, som_grundlag
from analytics.kommune import kommuneprofil
from analytics.moeder import betaling, opgaver, punkter
from analytics.paastand import fyldt
from analytics.pendling import matrix
from analytics.tabeller import Frames
from analytics.tavler import resultatmaal, vipdeltagelse, vipmaal, vipomtale, vippris, vipprojekt, vipstilling
from dansk import alfabet
from data import clinics, store, versions
from data.database import described
from data.description import PACKAGE, Table
from data.errors import DataError
from pages.reading.once import Once

P = ParamSpec("P")
T = TypeVar("T")

_run: ContextVar[str | None] = ContextVar("the version that this run sees", default=None)


# Streamlit's own cache with a lifetime raises KeyError where that ends between its two looks for the entry.
@lru_cache(maxsize=1)
def _newest(second: int) -> str:
    return store.current_version()


@lru_cache(maxsize=1)
def _trouble(second: int) -> str | None:
    return store.problem()


def trouble() -> str | None:
    """Return why an older version of the data is in use; None when the newest is. The files are asked once a second."""
    return _trouble(int(time.monotonic()))


def begin() -> str:
    """Let this run see the data that there are now, and no others; return their version."""
    found = _newest(int(time.monotonic()))
    _run.set(found)
    return found


def version() -> str:
    """Return the version that this run sees: a hash over every table and its description. Outside a run, the newest."""
    return _run.get() or _newest(int(time.monotonic()))


def of_this_run(make: Callable[[], T]) -> Callable[[], T]:
    """Return what makes the same later, as when a file is asked for, of the version that the run sees now."""
    seen = version()

    def later() -> T:
        before = _run.set(seen)
        try:
            return make()
        finally:
            _run.reset(before)

    return later


def look_again() -> None:
    """Let the newest version be looked for and seen at once, as after an import."""
    _newest.cache_clear()
    _trouble.cache_clear()
    _run.set(None)


class Kept(Generic[P, T]):
    """
    What is read of a version of the data: `of` reads a version that is named, a call the one that the run sees.

    While a version is read it is the only one that is seen: whatever else is asked for on the way is of that version.
    """

    def __init__(self, read: Callable[Concatenate[str, P], T], most: int) -> None:
        @wraps(read)
        def alone(of_version: str, /, *args: P.args, **kwargs: P.kwargs) -> T:
            before = _run.set(of_version)
            try:
                return read(of_version, *args, **kwargs)
            finally:
                _run.reset(before)

        self.of: Once[Concatenate[str, P], T] = Once(alone, most)
        update_wrapper(self, read)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what is read of the version that the run sees."""
        return self.of(version(), *args, **kwargs)


def kept(most: int = 4) -> Callable[[Callable[Concatenate[str, P], T]], Kept[P, T]]:
    """Keep the last `most` answers of what is read of a version, its first argument."""
    return lambda read: Kept(read, most)


def _read(of_version: str) -> Frames:
    with store.connect(of_version) as con:
        names = [row[0] for row in con.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        return {name: con.execute(f'SELECT * FROM "{name}"').df() for name in names}


frames = Once(_read, 4)
"""All tables of a version as frames, by name; they are shared, so nobody changes them."""


def tables() -> Frames:
    """Return all tables of the version that the run sees."""
    return frames(version())


@kept()
def findings(of_version: str) -> pd.DataFrame:
    """Return the differences that the source checks found, largest first (view `kildeafvigelse`)."""
    with store.connect(of_version) as con:
        return kildekontrol.findings(con)


@kept()
def differences(of_version: str) -> tuple[kildekontrol.Finding, ...]:
    """Return the same differences, each as a record."""
    return tuple(kildekontrol.as_findings(findings.of(of_version)))


@kept()
def tally(of_version: str) -> pd.DataFrame:
    """Return how many checks each family made, and how many failed."""
    with store.connect(of_version) as con:
        return kildekontrol.tally(con, findings.of(of_version))


@kept()
def parts(of_version: str) -> tuple[daekning.Papirafsnit, ...]:
    """Return every part of the papers, with what has been done with it."""
    return daekning.afsnit(frames(of_version))


@kept()
def marks(of_version: str) -> kildekontrol.Marks:
    """Return the look-up of the mark beside a figure."""
    return kildekontrol.Marks(findings.of(of_version))


@kept()
def documents(of_version: str) -> dict[str, str]:
    """Return each document's title with its meeting and its number by kilde_id, e.g. «… (004)»."""
    rows = frames(of_version)["kilde"].astype(object)
    meetings = rows["moede"].map(lambda meeting: "" if pd.isna(meeting) else f", {meeting}")
    return dict(zip(rows["kilde_id"], rows["titel"] + meetings + " (" + rows["kilde_id"] + ")", strict=True))


@kept()
def foundation(of_version: str) -> Grundlag:
    """Return the tables of a scenario, read once."""
    return som_grundlag(frames(of_version))


@kept()
def commuting(of_version: str) -> matrix.Pendling:
    """Return the patients of speciale 51 by clinic's area and by home's (bilag 4)."""
    return matrix.som_pendling(frames(of_version))


def said(text: str) -> str:
    """Return a text with what the papers say in the place of each claim's id in braces (`paastand.fyldt`)."""
    return fyldt(text, foundation().paastand)


@kept()
def measured(of_version: str) -> kommuneprofil.Maalinger:
    """Return every measure of the kommuner with the figures of all places."""
    return kommuneprofil.maalinger(frames(of_version))


@kept(64)
def profile(of_version: str, kommune_id: str) -> kommuneprofil.Kommuneprofil:
    """Return all that concerns a kommune."""
    return kommuneprofil.profil(frames(of_version), measured.of(of_version), kommune_id)


@kept(16)
def known_papers(of_version: str, paa: date) -> frozenset[str]:
    """Return the papers (kilde_id) that were there on the day."""
    return papirer.kendte_kilder(frames(of_version), paa)


@kept(32)
def papers(of_version: str, of_tables: tuple[str, ...] = papirer.TAVLER) -> tuple[papirer.Dokument, ...]:
    """Return the papers that those tables rest on, the oldest first."""
    return tuple(papirer.dokumenter(frames(of_version), of_tables))


@kept()
def all_documents(of_version: str) -> tuple[papirer.Dokument, ...]:
    """Return every paper, the oldest first, and then the sources that have no date."""
    return tuple(papirer.alle(frames(of_version)))


@kept(64)
def arrived(of_version: str, paa: date, of_tables: tuple[str, ...]) -> tuple[papirer.Dokument, ...]:
    """Return those of them that were there on the day."""
    return tuple(papirer.komne(frames(of_version), paa, of_tables))


@kept()
def paper_times(of_version: str) -> Mapping[str, papirer.Tid]:
    """Return when each paper is from, by kilde_id."""
    return papirer.tider(frames(of_version))


@kept(16)
def histories(of_version: str, paa: date) -> Mapping[str, tuple[vipomtale.Omtaleafsnit, ...]]:
    """Return what the papers known on the day say of the VIP projects, by projekt_id."""
    return vipomtale.historier(frames(of_version), paa)


@kept(16)
def goals(of_version: str, paa: date) -> tuple[vipmaal.Projektmaal, ...]:
    """Return the VIP projects' goals known on the day, each with its state."""
    return vipmaal.maal(frames(of_version), paa)


@kept(16)
def year_goals(of_version: str, paa: date) -> resultatmaal.Aarstavler:
    """Return the Erhvervshus' goals of each year as they stood on the day, the latest year first."""
    return resultatmaal.aarstavler(frames(of_version), paa)


@kept(16)
def klima(of_version: str, paa: date) -> vipstilling.Klimastilling:
    """Return how the klima projects stood on the day."""
    return vipstilling.klimastilling(frames(of_version), goals.of(of_version, paa), paa)


@kept(16)
def participants(of_version: str, paa: date) -> tuple[vipdeltagelse.Deltager, ...]:
    """Return who the papers known on the day name in the klima projects."""
    return vipdeltagelse.deltagelse(frames(of_version), "klima", paa)


@kept(16)
def mentions(of_version: str, paa: date) -> tuple[vipstilling.Omtale, ...]:
    """Return what the papers known on the day have of each infrastructure project."""
    return vipstilling.omtaler(frames(of_version), paa)


@kept(16)
def undertakings(of_version: str, paa: date) -> list[vippris.Anlaeg]:
    """Return the infrastructure projects' undertakings with what the papers known on the day say that they cost."""
    return vippris.anlaeg(frames(of_version), paa)


@kept(16)
def items(of_version: str, paa: date) -> Mapping[str, punkter.Moedepunkt]:
    """Return the items of the meetings in the papers known on the day, by punkt_id."""
    return punkter.punkter(frames(of_version), paa)


@kept(16)
def tasks(of_version: str, paa: date) -> tuple[opgaver.Moedeopgave, ...]:
    """Return what the papers known on the day ask somebody to do, with how it stood then, the late first."""
    return opgaver.opgaver(frames(of_version), paa)


@kept(16)
def shares(of_version: str, paa: date) -> tuple[betaling.Kommuneandele, ...]:
    """Return what each kommune is asked to pay by the printed keys of the papers known on the day."""
    return betaling.fordelinger(frames(of_version), paa)


def areas() -> pd.DataFrame:
    """Return the 37 planning areas, as `omraade` has them."""
    return tables()["omraade"]


@kept()
def area_names(of_version: str) -> dict[str, str]:
    """Return the name of each omraade_id."""
    rows = frames(of_version)["omraade"]
    return dict(zip(rows["omraade_id"], rows["navn"], strict=True))


@kept()
def kommune_of(of_version: str) -> dict[str, str]:
    """Return the kommune_id that each omraade_id lies in."""
    rows = frames(of_version)["omraade"]
    return dict(zip(rows["omraade_id"], rows["kommune_id"], strict=True))


@kept()
def kommune_names(of_version: str) -> dict[str, str]:
    """Return the name of each kommune_id in the region, in Danish alphabetical order."""
    kommuner = frames(of_version)["kommune"].query("i_region_hovedstaden")
    names = dict(zip(kommuner["kommune_id"], kommuner["navn"], strict=True))
    return dict(sorted(names.items(), key=lambda item: alfabet.order(item[1])))


@kept()
def projects(of_version: str) -> Mapping[str, vipprojekt.Projekt]:
    """Return each VIP project by projekt_id, those of a field in their order."""
    return vipprojekt.efter_id(frames(of_version))


def first_paper() -> date:
    """Return the date of the oldest paper."""
    oldest: pd.Timestamp = tables()["kilde"]["dato"].min()
    return oldest.date()


def own_clinics() -> clinics.Clinics | None:
    """Return the official's own file of clinics, checked, or None where there is none; read again when it changes."""
    try:
        stat = clinics.FILE.stat()
    except OSError:
        return None
    return _own_clinics(stat.st_mtime_ns, stat.st_size)


@st.cache_resource(max_entries=1, show_spinner=False)
def _own_clinics(changed: int, size: int) -> clinics.Clinics | None:
    return clinics.read_clinics()


def document_of(table_name: str) -> str:
    """Return the kilde_id of the document that a table was transcribed from, or '' for a table of our own."""
    source = description(table_name).source
    return source.kilde_id if source else ""


def package() -> tuple[str, bytes]:
    """
    Return the whole Data Package as one zip file, as its files are now, and the fingerprint of that zip.

    It is of no version of the data, which are read with what officials have added and checked by SQL. Raises DataError
    when a file is missing or unreadable.
    """
    return _package(versions.inputs_hash(PACKAGE))


@st.cache_resource(max_entries=1, show_spinner=False)
def _package(files: str) -> tuple[str, bytes]:
    from data import export

    try:
        content = export.package_zip()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError("Datapakken kan ikke pakkes, for en af dens filer mangler eller kan ikke læses.") from error
    return hashlib.sha256(content).hexdigest()[:10], content


@kept()
def _descriptions(of_version: str) -> dict[str, Table]:
    with store.connect(of_version) as con:
        return {table.name: table for table in described(con)}


def descriptions() -> tuple[Table, ...]:
    """Return the description of every table."""
    return tuple(_descriptions().values())


def description(table_name: str) -> Table:
    """Return the description of a table."""
    return _descriptions()[table_name]


def warm_up() -> None:
    """Build the database if need be and read everything once, so that the first visitor does not wait."""
    tables()
    marks()
