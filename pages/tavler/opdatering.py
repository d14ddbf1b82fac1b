"""Updating a board: templates to fill in, and a place to drop a filled-in one; only for those who may add rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

import streamlit as st

from dansk import dato, saetning
from dansk.maengde import counted
from data import limits, store
from data.errors import DataError
from data.officials import intake, log, template
from data.officials.intake import Change, Plan
from pages import components
from pages.access import visitor
from pages.components import Cell, Column, Row
from pages.frame import faults, notices
from pages.navigation import addresses, registry
from pages.navigation.registry import Page
from pages.reading import markdown, queries

_ROUND, _RESULT, _OPEN, _PLAN, _SEEN = (
    "_redigering_runde",
    "_redigering_resultat",
    "_redigering_aaben",
    "_redigering_plan",
    "_redigering_set",
)
_SHOWN_ROWS = 3
_PROJECTS = "vip_projekt"
_PAGES: Mapping[str, tuple[Page, Mapping[str, str]]] = {
    "resultatmaal": (registry.RESULTATMAAL, {}),
    "kommunefordeling": (registry.RESULTATMAAL, {"emne": "kommuner"}),
    "kommunefordeling_total": (registry.RESULTATMAAL, {"emne": "kommuner"}),
    "sosu_laereplads": (registry.ARBEJDSKRAFT, {"emne": "sosu"}),
    "moede_opfoelgning": (registry.MOEDER, {"frister": "alle"}),
}
"""The page that shows each table, and what it is asked for."""


def button(tables: Collection[str]) -> None:
    """Show the button of a board that rests on these tables, in its line; nothing where none may be added to."""
    if not _editable(tables):
        return
    is_open = st.session_state.get(_OPEN, False)
    st.button(
        "Luk opdatering" if is_open else "Opdatér",
        icon=":material/close:" if is_open else ":material/edit_square:",
        on_click=_toggle,
        key="opdater",
    )


def panel(tables: Collection[str]) -> None:
    """Show how the board's tables are updated, once the button has been pressed."""
    names = _editable(tables)
    if not names or not st.session_state.get(_OPEN, False):
        return
    with st.container(border=True, key="opdatering"):
        _how(names)


def show(name: str) -> None:
    """Show how the table, or with «alle» any that may be added to, is updated; nothing for who may add no rows."""
    names = _editable(template.tables() if name == "alle" else (name,))
    if not names:
        return
    st.header("Opdatér", anchor=False)
    _how(names)


def _toggle() -> None:
    st.session_state[_OPEN] = not st.session_state.get(_OPEN, False)


def _editable(tables: Collection[str]) -> Mapping[str, str]:
    """Those of the tables that may be added to, by name, with their titles; none for who may add no rows."""
    titles = template.tables() if visitor.may_edit() else {}
    return {name: titles[name] for name in tables if name in titles}


def _how(names: Mapping[str, str]) -> None:
    st.write(
        "Hent skabelonen, udfyld den, og læg den her. Rækkerne fra papirerne bliver stående: en senere oplysning er en "
        "ny række med sin egen kilde og dato."
    )
    name = next(iter(names))
    if len(names) > 1:
        name = st.selectbox("Tabel", list(names), format_func=names.__getitem__, key="skabelontabel", width=420)
    _templates(name)
    # What comes and goes with a file has a place of its own: else the box below it would fold up under the hand.
    with st.container():
        _drop()
    _history()


def _templates(name: str) -> None:
    with st.container(horizontal=True):
        for label, rows in (("Skabelon med eksempel", False), ("Med rækkerne, som de er", True)):
            st.download_button(
                label,
                partial(template.workbook, name, rows=rows),
                f"{name}.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                icon=":material/table_view:",
                key=f"skabelon-{rows}",
                on_click="ignore",
            )


def _drop() -> None:
    file = st.file_uploader(
        "Udfyldt skabelon (.xlsx eller .csv)",
        key=f"udfyldt-{st.session_state.get(_ROUND, 0)}",
        max_upload_size=limits.MEGABYTES,
    )
    remove = st.toggle("Fjern det, der er lagt ind tidligere og ikke står i filen", key="erstat")
    _result()
    if file is None:
        return
    try:
        plan = _planned(file.file_id, file.name, file.getvalue(), remove)
    except DataError as error:
        notices.refused(error)
        return
    told = intake.in_words(plan.faults)
    for title in dict.fromkeys(title for title, _ in told):
        faults.show(f"fejl-{list(dict(told)).index(title)}", title, [found for of, found in told if of == title])
    if not plan.faults:
        _changes(plan, file.file_id)


def _planned(file_id: str, name: str, content: bytes, remove: bool) -> Plan:
    """The plan for a file, made once while the data and the choice are the same: each is a process of its own."""
    asked = (file_id, remove, store.DEFAULT.wanted())
    made: tuple[object, Plan] | None = st.session_state.get(_PLAN)
    if made is None or made[0] != asked:
        made = (asked, intake.plan_apart(name, content, remove=remove))
        st.session_state[_PLAN] = made
    return made[1]


def _history() -> None:
    """Show who has added what, and let the rows be as they were after one of the sets that are kept."""
    told, unread, kept = intake.history(), intake.unread(), intake.kept()
    if not told and not unread and not kept:
        return
    with st.expander("Hvem har lagt hvad ind?", icon=":material/history:"):
        if told:
            _log(told)
        if unread:
            st.warning(unread, icon=":material/history:")
        if not kept:
            return
        now, *earlier = kept
        chosen = st.selectbox(
            "Tag tilbage, så rækkerne er, som de var efter",
            [*earlier, 0],
            index=None,
            format_func=lambda number: f"nr. {number}" if number else "papirerne alene, før noget blev lagt ind",
            placeholder=f"Vælg. Nu er det nr. {now}",
            key=f"tilbage-{st.session_state.get(_ROUND, 0)}",
            width=420,
        )
        if chosen is None:
            return
        try:
            plan = intake.plan_back(chosen)
        except DataError as error:
            notices.refused(error)
            return
        _changes(plan, f"tilbage-{chosen}")


def _log(told: Sequence[tuple[log.LogEntry, bool]]) -> None:
    components.table(
        "historik",
        (Column("nr", "Nr."), Column("naar", "Hvornår"), Column("hvem", "Hvem"), Column("hvad", "Hvad")),
        [
            Row(
                (
                    Cell(str(entry.nummer)),
                    Cell(dato.moment(entry.hvornaar)),
                    Cell(entry.hvem),
                    Cell(saetning.begun(str(entry)), note=_rows(entry)),
                )
            )
            for entry, _ in told
        ],
        alt="Det, der er lagt ind og taget tilbage, det nyeste først",
        height=300,
        cards=True,
    )


def _rows(entry: log.LogEntry) -> str:
    """The first rows of an entry, by their keys."""
    shown = [f"{log.SIGNS[kind]} {key}" for _, kind, key in entry.raekker[:_SHOWN_ROWS]]
    more = entry.tilfoejet + entry.aendret + entry.fjernet - len(shown)
    return "; ".join([*shown, *([f"og {more} til"] if more > 0 else [])])


def _changes(plan: Plan, of: str) -> None:
    """Show what a plan does, below what others have done since the visitor first saw `of`, and let it be done."""
    back = "" if plan.back_to is None else "-tilbage"
    overtaken = _meanwhile(plan, of, back)
    st.write(f"**{plan}.**")
    if not plan.changes:
        return
    _listed(f"aendringer{back}", plan.changes, f"Ændringerne, før de lægges ind: {plan}")
    label = "Tag det tilbage" if back else "Læg ændringerne ind"
    with st.container(horizontal=True):
        st.button(
            f"{label} alligevel" if overtaken else label,
            on_click=_carry_out,
            args=(plan,),
            type="primary",
            icon=":material/check:",
            key="tag-tilbage" if back else "laeg-ind",
        )
        if overtaken:
            st.button("Begynd forfra", on_click=_begin_again, icon=":material/restart_alt:", key=f"forfra{back}")


def _meanwhile(plan: Plan, of: str, back: str) -> bool:
    """Show what others have put into use since the visitor first saw what `of` does, and say whether there is any."""
    seen = st.session_state.setdefault(_SEEN, {}).setdefault(of, plan.upon)
    if seen == plan.upon:
        return False
    found = intake.since(seen)
    names = dict.fromkeys(entry.hvem for entry in found.entries if entry.hvem not in (intake.UNKNOWN, visitor.NOBODY))
    who = saetning.listed(list(names)) or "Andre"
    mine = {(change.table, change.key) for change in plan.changes}
    both = [change for change in found.changes or () if (change.table, change.key) in mine]
    same = f" {counted(len(both), 'række', 'rækker')} ændrer I begge." if both else ""
    notices.overtaken(f"{who} har lagt noget ind, efter at I så jeres ændringer. Jeres er ikke lagt ind.{same}")
    if found.changes:
        _listed(f"imens{back}", found.changes, "Det, andre har lagt ind imens", mine)
    return True


def _listed(name: str, changes: Sequence[Change], alt: str, mine: Collection[tuple[str, str]] = ()) -> None:
    """Show changes, one a row; those of rows that are also `mine` say so."""
    titles = template.tables()
    components.table(
        name,
        (
            Column("hvad", "Hvad"),
            Column("raekke", "Række"),
            Column("felter", "Indhold"),
            Column("tabel", "Tabel"),
        ),
        [
            Row(
                (
                    Cell(
                        f"{log.SIGNS[change.kind]}\N{NO-BREAK SPACE}{change.kind}",
                        note="også af jer" if (change.table, change.key) in mine else None,
                    ),
                    Cell(change.name),
                    Cell(_content(change)),
                    Cell(titles[change.table]),
                )
            )
            for change in changes
        ],
        alt=alt,
        height=420,
        cards=True,
    )


def _content(change: Change) -> str:
    if change.kind == "ændres":
        return "; ".join(f"{title}: {before or 'tom'} → {after or 'tom'}" for title, before, after in change.told)
    return "; ".join(f"{title}: {before or after}" for title, before, after in change.told)


def _carry_out(plan: Plan) -> None:
    """Put into use just what was shown; if the data have become others meanwhile, it is refused."""
    if not visitor.may_edit():
        st.session_state[_RESULT] = DataError("Jeres adgang til at lægge ind er udløbet. Log ind igen.")
        return
    try:
        intake.carry_out(plan, who=visitor.who())
    except DataError as error:
        # Where others have put something into use, the next run says so, and what.
        if intake.number_in_use() == plan.upon:
            st.session_state[_RESULT] = error
        return
    queries.look_again()
    done = "Lagt ind" if plan.back_to is None else f"Taget tilbage til nr. {plan.back_to}"
    st.session_state[_RESULT] = (f"{done}: {plan}.", tuple(boards_of(plan.changes, _fields())))
    _begin_again()


def _begin_again() -> None:
    """Let go of the file, and of what was to be taken back."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_SEEN, None)


def _fields() -> Mapping[str, str]:
    return {key: project.omraade for key, project in queries.projects().items()}


def boards_of(changes: Sequence[Change], fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """
    Return the boards that show these changes, as (title, address); a project's own where all are of that one.

    `fields` has the field of each project, by projekt_id.
    """
    touched: dict[str, set[str]] = {}
    for change in changes:
        project = change.refers.get(_PROJECTS, "")
        if project in fields:
            touched.setdefault(fields[project], set()).add(project)
    for field, page in (("klima", registry.KLIMA), ("infrastruktur", registry.INFRASTRUKTUR)):
        if own := touched.get(field):
            yield page.title, addresses.project(field, own.pop()) if len(own) == 1 else addresses.view(page)
    asked = dict.fromkeys(change.table for change in changes if change.table in _PAGES)
    shown = (_PAGES[table] for table in asked)
    yield from dict.fromkeys((page.title, addresses.view(page, **query)) for page, query in shown)


def _result() -> None:
    """Say once how the last import went, with links to the boards that show it."""
    result = st.session_state.pop(_RESULT, None)
    if isinstance(result, DataError):
        notices.refused(result)
    elif result:
        told, boards = result
        links = " ".join(f"[Se {markdown.plain(title)}]({address})" for title, address in boards)
        st.success(f"{told} {links}", icon=":material/check:")
