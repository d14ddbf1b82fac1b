"""A meeting's items: what KKR is asked, who acts and by when, and what became of it; and the seats that KKR fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics.moeder import opgaver, punkter
from analytics.moeder.opgaver import Moedeopgave
from analytics.moeder.punkter import Moedepunkt, Post
from analytics.tabeller import Frames
from dansk import maengde, saetning
from pages import components, view
from pages.components import Cell, Column, Row
from pages.frame import notices
from pages.moeder import frister, tegn
from pages.reading import queries, sources
from pages.tavler import dag
from pages.tavler.tavle import Tavle, Udsnit

TABLES = ("moede_punkt", "moede_opgave", "moede_opfoelgning", "moede_kommune", "moede_post")
_WHAT = "Mødets punkter"


def tavle(kilde_id: str) -> Tavle:
    """Return the board of the items of one meeting, by its paper."""
    return Tavle(
        tabeller=TABLES,
        dateret_af=frister.DATED_BY,
        fund=lambda of: headline(of, kilde_id),
        vis=lambda of: _show(of, kilde_id),
        raekker=lambda of: _rows(of, kilde_id),
        papirer=lambda of: _papers(of, kilde_id),
        tal=lambda frames, of: _counts(frames, of, kilde_id),
        trykt=lambda of: [frister.printed(task) for _, tasks in _asked(of, kilde_id) for task in tasks],
    )


def _items(of: Udsnit, kilde_id: str) -> list[Moedepunkt]:
    """The meeting's items that are asked for: the subject (`valgt`), and those that concern the kommune."""
    return [item for item, _ in _asked(of, kilde_id)]


def _asked(of: Udsnit, kilde_id: str) -> opgaver.Udvalg:
    own = [item for item in queries.items(of.paa).values() if item.kilde.kilde_id == kilde_id]
    return opgaver.udvalg(own, queries.tasks(of.paa), of.valgt, of.kommune)


def _is_to_come(of: Udsnit, kilde_id: str) -> bool:
    """Say whether the meeting's paper was not there yet: then nothing is known of its items, which may be many."""
    return kilde_id not in queries.known_papers(of.paa)


def _tasks(item: Moedepunkt, of: Udsnit) -> Sequence[Moedeopgave]:
    """The tasks of an item that is shown."""
    [(_, tasks)] = opgaver.udvalg([item], queries.tasks(of.paa), "alle", "alle")
    return tasks


def headline(of: Udsnit, kilde_id: str) -> str:
    """Return the finding: how many of the items KKR is asked to approve, or what else; else what most are about."""
    items = _items(of, kilde_id)
    if not items:
        return dag.known_since(_WHAT, kilde_id) if _is_to_come(of, kilde_id) else "Ingen punkter i udvalget"
    asked = punkter.bedt_om(items)
    count = maengde.counted(len(items), "punkt", "punkter")
    if asked.get("godkende"):
        return f"KKR bedes godkende {asked['godkende']} af {count}"
    if set(asked) <= {"intet", "droefte", "efterretning"}:
        if asked.get("droefte"):
            return f"KKR bedes drøfte {asked['droefte']} af {count}"
        if asked.get("efterretning"):
            return f"KKR bedes tage {asked['efterretning']} af {count} til efterretning"
        return f"KKR bedes ikke om noget ({count})"
    most, of_it = punkter.flest(items)
    return f"{count} på mødet; {of_it} om {saetning.inside(punkter.EMNER[most])}"


def _show(of: Udsnit, kilde_id: str) -> None:
    """Show the items, and the seats that KKR fills."""
    if _is_to_come(of, kilde_id):
        dag.paper_not_yet(_WHAT, kilde_id)
        return
    items = _items(of, kilde_id)
    if not items:
        notices.empty("Ingen punkter passer til valget. Vælg et andet emne eller en anden kommune.")
        return
    large = view.on_projector()
    columns = _columns(items, large=large)
    components.table(
        "punkter",
        list(columns),
        [Row([cell(item, of) for cell in columns.values()]) for item in items],
        alt=headline(of, kilde_id),
        cards=True,
    )
    if not large:
        st.caption(_caption(items))
        _seats(punkter.poster(queries.tables(), of.paa), kilde_id)


def _columns(items: Sequence[Moedepunkt], *, large: bool) -> Mapping[Column, Callable[[Moedepunkt, Udsnit], Cell]]:
    """What the table shows of an item; what KKR is asked stands there where the papers have it of most."""
    asked: dict[Column, Callable[[Moedepunkt, Udsnit], Cell]] = {
        Column("bedes", "KKR bedes", ubrudt=True): lambda item, _of: tegn.asked(item.bedes),
        Column("indstilling", "Indstilling"): lambda item, _of: _proposed(item),
    }
    rest: dict[Column, Callable[[Moedepunkt, Udsnit], Cell]] = {
        Column("hvem", "Hvem, og hvornår"): lambda item, of: Cell(_who(item, of)),
        Column("blev", "Hvad blev det til"): lambda item, _of: Cell(tegn.became(item.opfoelgning)),
        Column("kilde", "Kilde", ubrudt=True): lambda item, _of: sources.cell(item.kilde, "moede_punkt"),
    }
    known = punkter.dagsorden_kendt(items)
    return {
        Column("punkt", "Punkt"): lambda item, _of: Cell(f"{item.nr or ''} {item.kort}".strip()),
        **(asked if known else {}),
        **(rest if not (large and known) else {}),
    }


def _proposed(item: Moedepunkt) -> Cell:
    """The cell of what is proposed, with its own line: the item's source is that of its heading."""
    if item.indstilling is None:
        return Cell("–")
    where = item.indstillingens_kilde
    return Cell(tegn.sourced(item.indstilling, where) if where else saetning.stopped(item.indstilling))


def _caption(items: Sequence[Moedepunkt]) -> str:
    told = "«–» betyder, at papirerne ikke siger det. Ingen af dem er et referat."
    if punkter.dagsorden_kendt(items):
        return told
    known = " ".join(f"{item.kort}: {item.indstilling}" for item in items if item.indstilling)
    return f"Dagsordenen er ikke i papirerne, så hvad KKR blev bedt om, kendes ikke. {known} {told}"


def _who(item: Moedepunkt, of: Udsnit) -> str:
    """Who acts on an item and by when; and the kommuner that it names, of the chosen one with why."""
    names = queries.kommune_names()
    told = [f"{task.hvem}: {task.kort}{_by_when(task)}." for task in _tasks(item, of)]
    if of.kommune == "alle":
        listed = saetning.listed([names[each.kommune_id] for each in item.kommuner])
        return " ".join((*told, *([f"Nævner {listed}."] if listed else []))) or "–"
    own = [f"{names[each.kommune_id]}: {each.rolle}" for each in item.kommuner if each.kommune_id == of.kommune]
    return " ".join((*told, *own)) or "–"


def _by_when(task: Moedeopgave) -> str:
    return f", {saetning.inside(frister.deadline(task))}" if task.frist else ""


def _seats(seats: Sequence[Post], kilde_id: str) -> None:
    """The seats that all papers known tell of, those of this meeting marked."""
    if not seats:
        return
    st.subheader("Poster, som KKR besætter", anchor=False)
    components.table(
        "poster",
        (
            Column("organ", "Råd eller udvalg"),
            Column("hvem", "Hvem udpeger"),
            Column("hvad", "Hvad papiret siger"),
            Column("kilde", "Kilde", ubrudt=True),
        ),
        [
            Row(
                (
                    Cell(seat.organ),
                    Cell(seat.hvem),
                    Cell(seat.hvad),
                    sources.cell(seat.kilde, "moede_post"),
                ),
                kind="egen" if seat.kilde.kilde_id == kilde_id else None,
            )
            for seat in seats
        ],
        alt="Råd, udvalg og bestyrelser, som KKR udpeger til, indstiller til eller sidder i",
        cards=True,
    )


def _rows(of: Udsnit, kilde_id: str) -> pd.DataFrame:
    """The items, to take away."""
    return pd.DataFrame(
        {
            "nr.": item.nr,
            "punkt": item.titel or item.kort,
            "emne": punkter.EMNER[item.emne],
            "KKR bedes": tegn.asked_in_words(item.bedes),
            "indstilling": item.indstilling,
            "indstillingens linje": item.indstillingens_kilde.kilde_linje if item.indstillingens_kilde else None,
            "hvem og hvornår": _who(item, of),
            "hvad blev det til": tegn.became(item.opfoelgning),
            "kilde": item.kilde.kilde_id,
            "linje": item.kilde.kilde_linje,
        }
        for item in _items(of, kilde_id)
    )


def _papers(of: Udsnit, kilde_id: str) -> frozenset[str]:
    items = _items(of, kilde_id)
    seats = (seat.kilde.kilde_id for seat in punkter.poster(queries.tables(), of.paa)) if items else ()
    return tegn.papers(items).union(seats)


def _counts(frames: Frames, of: Udsnit, kilde_id: str) -> pd.Series:
    """Return how many items ask each thing in one version's tables, for comparing it with another."""
    own, tasks = punkter.paa_moede(frames, kilde_id, of.paa), opgaver.opgaver(frames, of.paa)
    asked = punkter.bedt_om(item for item, _ in opgaver.udvalg(own, tasks, of.valgt, of.kommune))
    return pd.Series(
        {f"Punkter, KKR bedes: {tegn.asked_in_words(bedes)}": asked.get(bedes, 0) for bedes in punkter.BEDES},
        dtype=float,
    )
