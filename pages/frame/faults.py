"""What is wrong with a table that somebody brought: the number of faults, and each with its row and column."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.validation import Fault
from pages import components
from pages.components import Cell, Column, Row

_MOST = 50


def show(key: str, table: str, faults: Sequence[Fault]) -> None:
    """Say that `table` is not used, and list its first faults; nothing where there are none."""
    if not faults:
        return
    more = f" Her er de første {_MOST}." if len(faults) > _MOST else ""
    st.warning(f"{table} har {len(faults)} fejl og er ikke brugt.{more}", icon=":material/upload_file:")
    components.table(
        key,
        (Column("raekke", "Række", "tal"), Column("kolonne", "Kolonne"), Column("grund", "Fejl")),
        [
            Row((Cell(str(fault.row) if fault.row else "–"), Cell(fault.column or "–"), Cell(fault.reason)))
            for fault in faults[:_MOST]
        ],
        alt=f"Fejl: {table}",
        height=260,
    )
