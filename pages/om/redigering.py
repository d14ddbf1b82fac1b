"""Updating the boards: templates to fill in, and a place to drop a filled-in one; only where the app is run for it."""

from __future__ import annotations

import os
from functools import partial

import streamlit as st

from data import limits
from data.errors import DataError
from data.officials import intake, template
from data.officials.intake import Change, Plan
from pages import components
from pages.components import Cell, Column, Row
from pages.frame import faults, notices
from pages.reading import queries

ENVIRONMENT = "KKR_REDIGERING"
_ROUND, _RESULT = "_redigering_runde", "_redigering_resultat"
_SIGNS = {"tilføjes": "+", "ændres": "~", "fjernes": "−"}


def show(name: str) -> None:
    """Show how the table, or with «alle» any that may be added to, is updated; nothing where the app only shows."""
    if os.environ.get(ENVIRONMENT) != "1":
        return
    tables = template.tables()
    if name != "alle" and name not in tables:
        return
    st.header("Opdatér", anchor=False)
    st.write(
        "Hent skabelonen, udfyld den, og læg den her. Rækkerne fra papirerne bliver stående: en senere oplysning er en "
        "ny række med sin egen kilde og dato."
    )
    if name == "alle":
        name = st.selectbox("Tabel", list(tables), format_func=tables.__getitem__, key="skabelontabel", width=420)
    _templates(name)
    _drop()


def _templates(name: str) -> None:
    with st.container(horizontal=True):
        for label, rows in (("Tom skabelon", False), ("Med rækkerne, som de er", True)):
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
    for table in dict.fromkeys(table for table, _ in plan.faults):
        faults.show(f"fejl-{table}", f"Arket {table}", [found for of, found in plan.faults if of == table])
    if not plan.faults:
        _changes(plan)


def _changes(plan: Plan) -> None:
    st.write(f"**{plan}.**")
    if not plan.changes:
        return
    components.table(
        "aendringer",
        (
            Column("hvad", "Hvad"),
            Column("tabel", "Tabel"),
            Column("raekke", "Række"),
            Column("felter", "Indhold"),
        ),
        [
            Row(
                (
                    Cell(f"{_SIGNS[change.kind]}\N{NO-BREAK SPACE}{change.kind}"),
                    Cell(change.table),
                    Cell(change.key),
                    Cell(_content(change)),
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
        return "; ".join(f"{name}: {before or 'tom'} → {after or 'tom'}" for name, before, after in change.cells)
    return "; ".join(f"{name}: {before or after}" for name, before, after in change.cells)


def _carry_out(plan: Plan) -> None:
    """Put into use just what was shown; if the data have become others meanwhile, it is refused."""
    try:
        intake.carry_out(plan)
    except DataError as error:
        st.session_state[_RESULT] = error
        return
    queries.look_again()
    st.session_state[_RESULT] = f"Lagt ind: {plan}."
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _result() -> None:
    """Say once how the last import went."""
    result = st.session_state.pop(_RESULT, None)
    if isinstance(result, DataError):
        notices.refused(result)
    elif result:
        st.success(result, icon=":material/check:")
