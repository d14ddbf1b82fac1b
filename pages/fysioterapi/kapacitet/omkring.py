"""What stands beside the areas' capacity, a small picture each: other regions, therapists, riding, access, at home."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from analytics.begreber import SPECIALER
from analytics.kapacitet import omkring
from analytics.kapacitet.omkring import STILLINGER, Regionsfund
from dansk import maengde, saetning, tal
from pages import components
from pages.components import Cell, Column, Mark, Row
from pages.drawing import downloads, scales
from pages.reading import queries, sources
from pages.reading.sources import Printed
from pages.style import theme

_PLANNING = {"bornholm": "Bornholm", "byen": "Byen", "midt": "Midt", "nord": "Nord", "syd": "Syd"}
_TEXT = "tekstpaastand"


def show(speciale: int) -> None:
    """Show the pictures when the box is opened; the regions' are of the chosen speciale."""
    box = st.expander(
        "Andre regioner, fysioterapeuter, ridning, god adgang og hjemmebesøg",
        icon=":material/compare_arrows:",
        key="boks-omkring",
        on_change="rerun",
    )
    if not box.open:
        return
    with box:
        left, right = st.columns(2, gap="large")
        with left:
            _regions(speciale)
            _access()
        with right:
            _riding()
            _at_home()
        _therapists()


def _regions(speciale: int) -> None:
    found = omkring.regioner(queries.tables(), speciale)
    finding = f"Regionen er {_placed(found)} dækket af {found.antal} regioner ({speciale})"
    longest = scales.of_longest([each.borgere for each in found.regioner])
    rows = [
        Row(
            (
                Cell(each.navn),
                Cell(
                    tal.number(each.borgere),
                    each.borgere,
                    bar=longest(each.borgere),
                    colour=_colour(each.region, speciale),
                ),
                Cell(tal.number(each.patienter), each.patienter),
            ),
            kind="sum" if each.region == omkring.LANDET else None,
        )
        for each in (*found.regioner, found.landet)
    ]
    _block(
        "regioner",
        finding,
        (
            Column("region", "Region"),
            Column("borgere", "Borgere pr. kapacitet", "soejle"),
            Column("patienter", "Patienter pr. kapacitet", "tal"),
        ),
        rows,
        tables=("fysio_region",),
        printed=[
            sources.printed(each.navn, tal.number(each.borgere), each.kilde, "fysio_region")
            for each in (*found.regioner, found.landet)
        ],
        note=f"Speciale {speciale}, {SPECIALER[speciale].lower()}, 2023. Flere borgere pr. kapacitet er ringere.",
    )


def _placed(found: Regionsfund) -> str:
    """Our place counted from the nearer end."""
    place, end = (found.plads, "ringest") if found.plads <= found.fra_bunden else (found.fra_bunden, "bedst")
    return end if place == 1 else f"{place}. {end}"


def _colour(region: str, speciale: int) -> str:
    return theme.SPECIALE[speciale] if region == omkring.HOVEDSTADEN else theme.BEFORE


def _therapists() -> None:
    parts, whole = omkring.terapeuter(queries.tables())
    said = omkring.ejere_i_teksten(queries.tables())
    most_are = [f"{STILLINGER[column]} ({tal.number(whole.antal[column])})" for column in omkring.flest(whole)]
    longest = scales.of_longest([count for each in parts for count in each.antal.values() if count is not None])
    rows = [
        Row(
            (
                Cell(_PLANNING[each.planomraade]),
                *(_person(each.antal[column], longest) for column in STILLINGER),
                Cell(tal.number(each.ledige), each.ledige),
            )
        )
        for each in parts
    ]
    _block(
        "terapeuter",
        f"Flest er {saetning.listed(most_are)}",
        (
            Column("planomraade", "Planområde"),
            *(Column(column, saetning.begun(words), "soejle") for column, words in STILLINGER.items()),
            Column("ledig", "Ledige", "tal", "Kapaciteter, som ingen har"),
        ),
        rows,
        tables=("fysio_terapeut",),
        printed=[
            sources.printed(
                _PLANNING[each.planomraade],
                ", ".join("–" if n is None else tal.number(n) for n in each.antal.values()),
                each.kilde,
                "fysio_terapeut",
            )
            for each in parts
        ],
        note=f"Fysioterapeuter under overenskomsten, 2024. Papirets tekst nævner {tal.number(said)} ejere.",
        marks=_marks("fysio_terapeut"),
    )


def _person(count: float | None, longest: Callable[[float], float]) -> Cell:
    return Cell("–", unknown=True) if count is None else Cell(tal.number(count), count, bar=longest(count))


def _riding() -> None:
    found = omkring.ridning(queries.tables())
    longest = scales.of_longest([each.timer for each in found.steder])
    said = sources.mark(_TEXT, "timer_pr_uge")  # the text has other hours for those without a place
    _block(
        "ridning",
        f"{tal.number(found.uden_sted)} timers ridefysioterapi om ugen har intet sted",
        (
            Column("sted", "Sted, som trykt"),
            Column("timer", "Timer om ugen", "soejle"),
            Column("promille", "Borgere, promille", "tal", "Andel, der har fået vederlagsfri ridefysioterapi i 2023"),
        ),
        [
            Row(
                (
                    Cell(each.sted),
                    Cell(
                        tal.number(each.timer),
                        each.timer,
                        bar=longest(each.timer),
                        colour=None if each.omraade_id else theme.BEFORE,
                        mark=said if each.timer and not each.omraade_id else None,
                    ),
                    Cell("–", unknown=True)
                    if each.promille is None
                    else Cell(tal.number(each.promille, 2), each.promille),
                )
            )
            for each in found.steder
        ],
        tables=("ridefysio",),
        printed=[sources.printed(each.sted, tal.number(each.timer), each.kilde, "ridefysio") for each in found.steder],
        note="Tabellen regner Amager til Byen. Promillen står én gang for hvert planområde.",
        marks=_marks("ridefysio"),
        of_finding=said,
    )


def _access() -> None:
    found = omkring.god_adgang(queries.tables())
    joined = " eller ".join(tal.number(each) for each in found.tilmeldte)
    longest = scales.of_longest(found.tilmeldte)
    _block(
        "adgang",
        f"{tal.number(found.for_alle)} klinikker har god adgang for alle",
        (Column("hvad", "God Adgang"), Column("tal", "Klinikker", "soejle")),
        [
            Row(
                (
                    Cell("Har tilmeldt sig"),
                    Cell(joined, found.tilmeldte[-1], bar=longest(found.tilmeldte[-1]), colour=theme.BEFORE),
                )
            ),
            Row(
                (
                    Cell("For alle syv grupper"),
                    Cell(tal.number(found.for_alle), found.for_alle, bar=longest(found.for_alle)),
                )
            ),
        ],
        tables=(_TEXT,),
        printed=[sources.printed("God Adgang", joined, each, _TEXT) for each in found.kilder],
        note=f"Papiret har begge tal: {joined}. De andre klinikker har det for nogle grupper.",
    )


def _at_home() -> None:
    found, names = omkring.hjemme(queries.tables()), queries.kommune_names()
    (first, most, _), *_others = found.kommuner
    longest = scales.of_longest([count for _, count, _ in found.kommuner])
    everyone = maengde.counted(int(found.i_alt), "mobil fysioterapeut", "mobile fysioterapeuter")
    _block(
        "hjemme",
        f"{tal.number(most)} af {everyone} er i {names[first]}",
        (Column("kommune", "Kommune"), Column("tal", "Mobile", "soejle")),
        [
            Row((Cell(names[kommune]), Cell(tal.number(count), count, bar=longest(count))))
            for kommune, count, _ in found.kommuner
        ],
        tables=(_TEXT,),
        printed=[
            sources.printed(names[kommune], tal.number(count), at, _TEXT) for kommune, count, at in found.kommuner
        ],
        note="De behandler hjemme hos patienten. Klinikker kan gøre det også.",
    )


def _marks(table: str) -> Sequence[Mark]:
    return [mark for finding in queries.differences() if finding.tabel == table and (mark := sources.sign(finding))]


def _block(
    key: str,
    finding: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    tables: Sequence[str],
    printed: Sequence[Printed],
    note: str,
    marks: Sequence[Mark] = (),
    of_finding: Mark | None = None,
) -> None:
    st.subheader(finding + (f" [{of_finding.tegn}]({of_finding.link})" if of_finding else ""), anchor=False)
    components.table(f"omkring-{key}", columns, rows, alt=finding, cards=True)
    st.caption(note + "".join(f" [{mark.tegn}]({mark.link})" for mark in marks[:1]))
    downloads.bar(
        f"omkring-{key}",
        pd.DataFrame([[cell.text for cell in row.cells] for row in rows], columns=[each.tekst for each in columns]),
        tables=tables,
        selection="Alle",
        printed=printed,
    )
    sources.footer(tables)
