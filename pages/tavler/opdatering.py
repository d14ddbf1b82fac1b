"""Updating a board: templates to fill in, and a place to drop a filled-in one; only where the app is run for it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

import streamlit as st

from data import limits
from data.errors import DataError
from data.officials import intake, template
from data.officials.intake import Change, Plan
from pages import components
from pages.components import Cell, Column, Row
from pages.frame import faults, notices
from pages.navigation import addresses, registry
from pages.navigation.registry import Page
from pages.reading import markdown, queries

ENVIRONMENT = "KKR_REDIGERING"
_ROUND, _RESULT, _OPEN = "_redigering_runde", "_redigering_resultat", "_redigering_aaben"
_SIGNS = {"tilføjes": "+", "ændres": "~", "fjernes": "−"}
_PROJECTS = "vip_projekt"
_PAGES: Mapping[str, tuple[Page, Mapping[str, str]]] = {
    "resultatmaal": (registry.RESULTATMAAL, {}),
    "kommunefordeling": (registry.RESULTATMAAL, {"emne": "kommuner"}),
    "kommunefordeling_total": (registry.RESULTATMAAL, {"emne": "kommuner"}),
    "sosu_laereplads": (registry.ARBEJDSKRAFT, {"emne": "sosu"}),
}
"""The page that shows each table, and what it is asked for."""


def allowed() -> bool:
    """Say whether the app is run for rows to be added."""
    return os.environ.get(ENVIRONMENT) == "1"


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
    """Show how the table, or with «alle» any that may be added to, is updated; nothing where the app only shows."""
    names = _editable(template.tables() if name == "alle" else (name,))
    if not names:
        return
    st.header("Opdatér", anchor=False)
    _how(names)


def _toggle() -> None:
    st.session_state[_OPEN] = not st.session_state.get(_OPEN, False)


def _editable(tables: Collection[str]) -> Mapping[str, str]:
    """Those of the tables that may be added to, by name, with their titles; none where the app only shows."""
    titles = template.tables() if allowed() else {}
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
    _drop()


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
        plan = intake.plan(file.name, file.getvalue(), remove=remove)
    except DataError as error:
        notices.refused(error)
        return
    told = intake.in_words(plan.faults)
    for title in dict.fromkeys(title for title, _ in told):
        faults.show(f"fejl-{list(dict(told)).index(title)}", title, [found for of, found in told if of == title])
    if not plan.faults:
        _changes(plan)


def _changes(plan: Plan) -> None:
    st.write(f"**{plan}.**")
    if not plan.changes:
        return
    titles = template.tables()
    components.table(
        "aendringer",
        (
            Column("hvad", "Hvad"),
            Column("raekke", "Række"),
            Column("felter", "Indhold"),
            Column("tabel", "Tabel"),
        ),
        [
            Row(
                (
                    Cell(f"{_SIGNS[change.kind]}\N{NO-BREAK SPACE}{change.kind}"),
                    Cell(change.name),
                    Cell(_content(change)),
                    Cell(titles[change.table]),
                )
            )
            for change in plan.changes
        ],
        alt=f"Ændringerne, før de lægges ind: {plan}",
        height=420,
        cards=True,
    )
    st.button(
        "Læg ændringerne ind",
        on_click=_carry_out,
        args=(plan,),
        type="primary",
        icon=":material/check:",
        key="laeg-ind",
    )


def _content(change: Change) -> str:
    if change.kind == "ændres":
        return "; ".join(f"{title}: {before or 'tom'} → {after or 'tom'}" for title, before, after in change.told)
    return "; ".join(f"{title}: {before or after}" for title, before, after in change.told)


def _carry_out(plan: Plan) -> None:
    """Put into use just what was shown; if the data have become others meanwhile, it is refused."""
    try:
        intake.carry_out(plan)
    except DataError as error:
        st.session_state[_RESULT] = error
        return
    queries.look_again()
    st.session_state[_RESULT] = (f"Lagt ind: {plan}.", tuple(boards_of(plan.changes, _fields())))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


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
