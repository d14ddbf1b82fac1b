"""The tasks of the klima projects: a square for each, those of every kommune beside those that they have together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics.tavler import vipopgave
from analytics.tavler.vipopgave import Hvem, Projektopgaver
from dansk import saetning
from pages import components
from pages.components import Cell, Column, Row
from pages.drawing import charts, downloads
from pages.navigation import addresses
from pages.reading import queries, sources
from pages.style import theme
from pages.tavler.boards import Point, Section
from pages.tavler.tavle import Udsnit

TABLE = "vip_opgave"
_BLOCKS: Mapping[Hvem, str] = {"hver kommune": "Hver kommune", "sammen": "Sammen"}
_LOOKS: Mapping[str, charts.Look] = {
    "hver kommune": charts.Look("kommunens egen", "●", theme.WAYS["ud"]),
    "sammen": charts.Look("fælles", "◆", theme.WAYS["ind"]),
}


def show(of: Udsnit) -> None:
    """Show the tasks of all projects, unfolded on wish; nothing before a paper has them."""
    found = _found(of)
    if not found:
        return
    told = vipopgave.fund(found)
    finding = f"Kommunerne fik {told.egne} opgaver hver og {told.sammen} sammen"
    box = st.expander(
        "Opgaverne: hver for sig og sammen", icon=":material/checklist:", key="boks-klimaopgaver", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        st.subheader(finding, anchor=False)
        left, right = st.columns([1, 1.3], gap="medium")
        with left:
            charts.show(
                "klimaopgaver",
                charts.squares(
                    _points(found),
                    _LOOKS,
                    id="id",
                    row="projekt",
                    block="blok",
                    look="hvem",
                    told="opgave",
                    chosen=None,
                    nothing="ingen",
                    alt=f"{saetning.stopped(finding)} Et felt for hver opgave, projekt for projekt.",
                    twin=_twin(found),
                ),
                title=finding,
                tables=(TABLE,),
            )
        with right:
            _tasks(found)
        st.caption("Peg på et felt, og se opgaven. Spalterne er tabt; hvem opgaven er for, er læst af rækkefølgen.")
        downloads.bar(
            "klimaopgaver",
            pd.DataFrame(
                {"projekt": each.projekt.kort_navn, "hvem": task.hvem, "opgave": task.tekst, "kilde": str(task.kilde)}
                for each in found
                for task in each.opgaver
            ),
            tables=(TABLE,),
            selection="Alle opgaver",
            printed=[
                sources.printed(each.projekt.kort_navn, task.tekst, task.kilde, TABLE)
                for each in found
                for task in each.opgaver
            ],
        )
        sources.footer((TABLE,))


def _tasks(found: Sequence[Projektopgaver]) -> None:
    """The tasks in words, project by project."""
    components.table(
        "klimaopgaver-liste",
        (Column("hvem", "Hvem", ubrudt=True), Column("opgave", "Opgave")),
        [
            Row(
                (Cell(_BLOCKS[task.hvem]), Cell(task.tekst, link=addresses.table(TABLE, task.kilde.kilde_linje))),
                group=each.projekt.kort_navn,
            )
            for each in found
            for task in each.opgaver
        ],
        alt="Opgaverne i ord, projekt for projekt",
        cards=True,
        height=400,
    )


def of_project(projekt_id: str, of: Udsnit) -> list[Section]:
    """Return the tasks of one project as sections of its card, folded."""
    return [
        Section(
            f"Opgaver: {_BLOCKS[hvem].lower()}",
            [Point(task.tekst, task.kilde.kort, addresses.table(TABLE, task.kilde.kilde_linje)) for task in tasks],
            foldet=True,
        )
        for each in _found(of)
        if each.projekt.projekt_id == projekt_id
        for hvem in vipopgave.HVEM
        if (tasks := each.af(hvem))
    ]


def _found(of: Udsnit) -> tuple[Projektopgaver, ...]:
    return vipopgave.opgaver(queries.tables(), of.paa)


def _points(found: Sequence[Projektopgaver]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (each.projekt.projekt_id, each.projekt.kort_navn, _BLOCKS[task.hvem], task.hvem, task.tekst)
            for each in found
            for task in each.opgaver
        ],
        columns=["id", "projekt", "blok", "hvem", "opgave"],
    )


def _twin(found: Sequence[Projektopgaver]) -> charts.Twin:
    return charts.Twin(
        (Column("projekt", "Projekt"), Column("hvem", "Hvem"), Column("opgave", "Opgave")),
        tuple(
            Row((Cell(each.projekt.kort_navn), Cell(task.hvem), Cell(task.tekst)))
            for each in found
            for task in each.opgaver
        ),
    )
