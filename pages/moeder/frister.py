"""What is due: each task at its deadline on a scale of years, the late ones first, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.moeder import opgaver
from analytics.moeder.opgaver import Moedeopgave
from analytics.tabeller import Frames
from dansk import dato, maengde, saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import charts
from pages.drawing.charts import template
from pages.frame import notices
from pages.moeder import tegn
from pages.moeder.parametre import Vis
from pages.reading import queries, sources
from pages.reading.sources import Printed
from pages.style.theme import Mode
from pages.tavler.tavle import Tavle, Udsnit

TABLES = ("moede_opgave", "moede_opfoelgning", "moede_punkt", "vip_maal")
DATED_BY = ("moede_opgave", "moede_opfoelgning")
"""The tables whose newest paper the boards of the meetings are said to be from."""
_YEAR = re.compile(r"\d{4}")
_SILENT = "At intet papir siger, hvad der skete, er ikke det samme, som at intet er sket."


def tavle(vis: Vis) -> Tavle:
    """Return the board of the tasks that are not settled, of those that are, or of all."""
    return Tavle(
        tabeller=TABLES,
        dateret_af=DATED_BY,
        fund=lambda of: headline(of, vis),
        vis=lambda of: _show(of, vis),
        raekker=lambda of: _rows(of, vis),
        papirer=lambda of: tegn.papers(_tasks(of, vis)),
        tal=_counts,
        trykt=lambda of: [printed(task) for task in _tasks(of, vis)],
        note=lambda of: _SILENT if opgaver.fund(_tasks(of, vis)).passeret else "",
    )


def _of(tasks: Sequence[Moedeopgave], of: Udsnit, vis: Vis) -> list[Moedeopgave]:
    """Those of the tasks that are asked for: the subject (`valgt`), the kommune, and how they stand."""
    own = [task for task in tasks if of.valgt in ("alle", task.emne) and task.angaar(of.kommune)]
    if vis == "alle":
        return own
    wanted = opgaver.AFKLARET if vis == "afklarede" else opgaver.UAFKLARET | {"uden_frist"}
    return [task for task in own if task.stand in wanted]


def _tasks(of: Udsnit, vis: Vis) -> list[Moedeopgave]:
    return _of(queries.tasks(of.paa), of, vis)


def headline(of: Udsnit, vis: Vis) -> str:
    """Return the finding: how many deadlines are passed, and which is the next; or how many tasks are done."""
    found = opgaver.fund(_tasks(of, vis))
    if vis == "afklarede":
        told = maengde.counted(found.afklaret, "opgave", "opgaver") if found.afklaret else "Ingen opgaver"
        return f"{told} er gjort eller ført videre"
    following = f"{found.naeste.kort}, {_month(found.naeste)}" if found.naeste else None
    if not found.passeret:
        return f"Næste frist: {following}" if following else "Ingen frister i udvalget"
    passed = f"{maengde.counted(found.passeret, 'frist', 'frister')} er passeret"
    return f"{passed}; næste: {following}" if following else f"{passed}; ingen er forude"


def _month(task: Moedeopgave) -> str:
    return dato.day(task.frist, "maaned") if task.frist else ""


def _show(of: Udsnit, vis: Vis) -> None:
    """Show the tasks that have a day on their scale, and below it those that have none."""
    tasks, finding = _tasks(of, vis), headline(of, vis)
    due = [task for task in tasks if task.dag is not None]
    if not tasks:
        notices.empty("Ingen opgaver passer til valget. Vælg et andet emne, en anden kommune eller en senere dag.")
        return
    if due:
        seen = (tuple(due), of, finding, view.on_projector(), template.mode())
        wide, narrow = (_drawn(*seen, wide) for wide in (True, False))
        charts.show("frister", wide, narrow=narrow, title=finding, tables=DATED_BY, note=_SILENT)
    if view.on_projector():
        return
    undated = [task for task in tasks if task.dag is None]
    if undated:
        with st.expander(f"Uden dag: {maengde.counted(len(undated), 'opgave', 'opgaver')}", icon=":material/list:"):
            components.table(
                "uden-frist", _COLUMNS, [_row(task) for task in undated], alt="Opgaver uden en dag", cards=True
            )
    tegn.rule()


@queries.kept(32)
def _drawn(
    of_version: str,
    due: tuple[Moedeopgave, ...],
    of: Udsnit,
    finding: str,
    large: bool,  # what is kept is known by the places of what it is made of
    mode: Mode,
    wide: bool,
) -> charts.Chart:
    points = pd.DataFrame(
        [
            {
                "id": task.opgave_id,
                "navn": task.kort,
                "hvem": task.hvem,
                "tidligst": task.tidligst,
                "frist": task.dag,
                "blev": task.senere,
                "stand": task.stand,
                "fortalt": f"{task.hvad} {task.hvem}: {deadline(task)}",
            }
            for task in due
        ]
    )
    return charts.due(
        points,
        tegn.STANDE,
        id="id",
        name="navn",
        who="hvem" if wide and not large else None,
        first="tidligst",
        last="frist",
        became="blev",
        look="stand",
        told="fortalt",
        day=of.paa,
        called=dato.day(of.paa),
        alt=f"{saetning.stopped(finding)} Fristerne på en tidslinje, de forsinkede øverst.",
        twin=charts.Twin(_COLUMNS, tuple(_row(task) for task in due)),
        narrow=not wide,
    )


_COLUMNS = (
    Column("frist", "Frist", ubrudt=True),
    Column("hvad", "Opgave"),
    Column("hvem", "Hvem"),
    Column("stand", "Hvordan det står", ubrudt=True),
    Column("blev", "Hvad blev det til"),
    Column("kilde", "Kilde", ubrudt=True),
)


def _row(task: Moedeopgave) -> Row:
    return Row(
        (
            Cell(deadline(task), task.frist.isoformat() if task.frist else "9"),
            Cell(f"{task.kort}: {task.hvad}"),
            Cell(task.hvem, unknown=task.handler == "andre" and task.hvem == "Ikke oplyst"),
            tegn.standing(task.stand),
            Cell(tegn.became(task.opfoelgning)),
            sources.cell(task.kilde, task.tabel),
        )
    )


def deadline(task: Moedeopgave) -> str:
    """Return the deadline in the paper's own words, with its year where they leave it out."""
    if task.frist is None or task.frist_trykt is None:
        return "ingen frist"
    words = task.frist_trykt
    return words if _YEAR.search(words) else f"{words} {task.frist.year}"


def _rows(of: Udsnit, vis: Vis) -> pd.DataFrame:
    """The tasks with how they stood on the day, to take away."""
    items = queries.items(of.paa)
    return pd.DataFrame(
        {
            "frist": deadline(task),
            "senest": task.frist.isoformat() if task.frist else None,
            "opgave": task.kort,
            "hvad": task.hvad,
            "hvem": task.hvem,
            "punkt": items[task.punkt].kort if task.punkt else None,
            "hvordan det står": tegn.STANDE[task.stand].words,
            "hvad blev det til": tegn.became(task.opfoelgning),
            "kilde": task.kilde.kilde_id,
            "linje": task.kilde.kilde_linje,
        }
        for task in _tasks(of, vis)
    )


def _counts(frames: Frames, of: Udsnit) -> pd.Series:
    """Return how many tasks stand in each way in one version's tables, for comparing it with another."""
    found = opgaver.fund(_of(opgaver.opgaver(frames, of.paa), of, "alle"))
    return pd.Series(
        {f"Opgaver: {tegn.STANDE[stand].words}": found.stande.get(stand, 0) for stand in opgaver.STANDE}, dtype=float
    )


def printed(task: Moedeopgave) -> Printed:
    """Return where a task's deadline is printed."""
    return sources.printed(task.kort, deadline(task), task.kilde, task.tabel)
