"""The timeline of a board: decisions, meetings and reports on one scale of years, and the reports that were due."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler import viphaendelse
from analytics.tavler.viphaendelse import Haendelse, Rapportering
from analytics.tavler.vipprojekt import Omraade
from dansk import dato, saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.frame import notices
from pages.navigation import addresses
from pages.projekter import alder
from pages.reading import queries, sources
from pages.tavler import boards
from pages.tavler.boards import Axis, Lane, ScaleRow, Span
from pages.tavler.tavle import Tavle, Udsnit

_KINDS = {
    "beslutning": "beslutning",
    "start": "start",
    "moede": "møde",
    "rapport": "rapport",
    "slut": "slut",
    "videre": "ført videre",
}
_TABLE = "vip_haendelse"


def tavle(omraade: Omraade, dateret_af: tuple[str, ...]) -> Tavle:
    """Return the board of a field's timeline; the papers that it is from are the field's."""
    return Tavle(
        tabeller=(_TABLE, "vip_projekt"),
        dateret_af=dateret_af,
        fund=lambda of: headline(omraade, of),
        vis=lambda of: _show(omraade, of),
        raekker=lambda of: _rows(omraade, of),
        papirer=lambda of: frozenset(event.kilde.kilde_id for event in _events(omraade, of)),
        tal=lambda frames, of: _of_version(frames, omraade, of),
    )


def _events(omraade: Omraade, of: Udsnit) -> Sequence[Haendelse]:
    return _events_in(queries.tables(), omraade, of)


def _events_in(frames: Frames, omraade: Omraade, of: Udsnit) -> Sequence[Haendelse]:
    return viphaendelse.haendelser(frames, omraade, of.paa, None if of.valgt == "alle" else of.valgt)


def _reports(omraade: Omraade, of: Udsnit) -> Rapportering:
    return viphaendelse.rapportering(queries.tables(), omraade, of.paa)


def headline(omraade: Omraade, of: Udsnit) -> str:
    """Return the finding: how many reports were due, and how many of them the papers hold."""
    reports = _reports(omraade, of)
    if reports.forfaldne:
        due = len(reports.forfaldne)
        such = alder.such_reports(reports.hver_mdr)
        return f"{due} {such} skulle falde i perioden; papirerne har {reports.holdt or 'ingen'} af dem"
    count = len(reports.projekter)
    if reports.maaneder_kendt:
        return f"{count} projekter begynder i {reports.fra_aar}; ingen rapport er forfalden endnu"
    told = reports.med_status
    known = f"status for {told} af de {count} projekter" if told else "ingen af rapporterne"
    every = alder.every(reports.hver_mdr)
    told_since = reports.projekter[0].periode_kilde_id in queries.known_papers(of.paa)
    since = f"Projekterne er fra {reports.fra_aar}, og der" if told_since else "Der"
    return f"{since} rapporteres {every}; papirerne har {known}"


def _show(omraade: Omraade, of: Udsnit) -> None:
    """Show the timeline and the same as a table."""
    events, reports, finding = _events(omraade, of), _reports(omraade, of), headline(omraade, of)
    if not events and not reports.forfaldne:
        notices.empty("Papirerne fra den tid nævner ingen begivenheder. Vælg en senere dag.")
        return
    first, last = viphaendelse.tidsrum(queries.tables(), events)
    within = of.paa.year <= last
    boards.scale(
        f"tid-{omraade}",
        "Hvad skete, og hvor det står",
        [*_reporting(reports), *(_row(event, of) for event in events)],
        Axis.of_years(first, last),
        alt=f"{saetning.stopped(finding)} Tidslinje {first}-{last}.",
        line=(of.paa.toordinal(), f"Dagen, der vises: {dato.day(of.paa)}") if within else None,
    )
    st.caption(
        "En bleg bjælke er den tid, som begivenheden kan ligge i, når papiret kun har måned, årstid eller år. "
        "En stiplet bjælke var ventet, da papiret blev skrevet. "
        + ("Den røde streg er den dag, der vises. " if within else "")
        + ("En fyldt rapport er med i papirerne; en tom skulle falde da." if reports.forfaldne else "")
    )
    if not view.on_projector():
        with st.expander("Tidslinjen som tabel", icon=":material/table_rows:"):
            _table(events, finding)


def _reporting(reports: Rapportering) -> list[ScaleRow]:
    if not reports.forfaldne:
        return []
    project = reports.projekter[0]
    spans = [
        Span(report.fra.toordinal(), report.til.toordinal(), "rapporteret" if report.holdt else "rapport")
        for report in reports.forfaldne
    ]
    return [
        ScaleRow(
            "Rapporter, der skulle falde",
            [Lane(spans, f"{reports.holdt} af {len(reports.forfaldne)}")],
            project.rapporteringens_kilde.kort,
            addresses.table("vip_projekt"),
            None if view.on_projector() else project.rapportering,
        )
    ]


def when(event: Haendelse) -> str:
    """Return when an event was, no more precise than it is known."""
    if event.praecision == "dag" and event.fra != event.til:
        return f"{dato.day(event.fra)} – {dato.day(event.til)}"
    return dato.day(event.fra, event.praecision)


def _what(event: Haendelse) -> str:
    """What happened, after the project that it happened to where it was one of the infrastructure projects."""
    if event.omraade == "klima" or event.projekt_id is None:
        return event.hvad
    return f"{queries.projects()[event.projekt_id].kort_navn}: {event.hvad}"


def _row(event: Haendelse, of: Udsnit) -> ScaleRow:
    span = Span(event.fra.toordinal(), event.til.toordinal(), event.form(of.paa))
    return ScaleRow(
        _what(event),
        [Lane([span], f"{when(event)}{' (ventet)' if event.ventet else ''}")],
        event.kilde.kort,
        addresses.table(_TABLE, event.kilde.kilde_linje),
    )


def _table(events: Sequence[Haendelse], finding: str) -> None:
    components.table(
        "tidstabel",
        (Column("hvornaar", "Hvornår"), Column("hvad", "Hvad"), Column("art", "Slags"), Column("kilde", "Kilde")),
        [
            Row(
                (
                    Cell(when(event), event.fra.isoformat()),
                    Cell(_what(event)),
                    Cell(_KINDS[event.art] + (" (ventet)" if event.ventet else "")),
                    sources.cell(event.kilde, _TABLE),
                )
            )
            for event in events
        ],
        alt=finding,
        cards=True,
    )


def _rows(omraade: Omraade, of: Udsnit) -> pd.DataFrame:
    """The timeline, to take away."""
    return pd.DataFrame(
        {
            "hvornår": when(event),
            "hvad": _what(event),
            "slags": _KINDS[event.art],
            "ventet": "ja" if event.ventet else "nej",
            "kilde": event.kilde.kilde_id,
            "linje": event.kilde.kilde_linje,
        }
        for event in _events(omraade, of)
    )


def _of_version(frames: Frames, omraade: Omraade, of: Udsnit) -> pd.Series:
    """Return how many events and reports one version's tables have, for comparing it with another."""
    events, reports = _events_in(frames, omraade, of), viphaendelse.rapportering(frames, omraade, of.paa)
    counted = viphaendelse.optalt(events)
    return pd.Series(
        {
            **{f"Begivenheder: {words}": counted.arter[kind] for kind, words in _KINDS.items()},
            "Begivenheder, der var ventet": counted.ventet,
            "Rapporter, der skulle falde": len(reports.forfaldne),
            "Rapporter i papirerne": reports.holdt,
            "Projekter med en status": reports.med_status,
        },
        dtype=float,
    )
