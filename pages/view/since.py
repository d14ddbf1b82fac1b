"""What has changed in the data since the opened link was made."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from dansk import tal
from data.errors import DataError, UnknownVersion
from pages import components
from pages.reading import queries

_SHARED_VERSION = "_delt_version"


def remember(version: str | None) -> None:
    """Remember the data's version that an opened link was made with, where it is not today's."""
    if version and version != queries.version():
        st.session_state[_SHARED_VERSION] = version


def is_asked() -> bool:
    """Say whether the opened link was made with other data than today's."""
    return st.session_state.get(_SHARED_VERSION) not in (None, queries.version())


def then_and_now(compute: Callable[[Frames], pd.Series], write: Callable[[float], str] = tal.as_printed) -> None:
    """
    Say which figures of the view were different when the opened link was made.

    `compute` returns the view's figures, indexed by what they are called, from one version's tables.
    """
    if not is_asked():
        return
    version: str = st.session_state[_SHARED_VERSION]
    try:
        then = compute(queries.frames(version))
    except UnknownVersion:
        st.info(
            "Data er nyere end linket. Den version, linket blev lavet på, er ikke længere gemt, "
            "så forskellene kan ikke vises.",
            icon=":material/history:",
        )
        return
    except (KeyError, ValueError, DataError):
        st.info("Data er nyere end linket og er bygget op på en anden måde.", icon=":material/history:")
        return
    now = compute(queries.tables())
    both = pd.DataFrame({"then": then, "now": now})
    changed = both[~((both["then"] == both["now"]) | (both["then"].isna() & both["now"].isna()))]
    if changed.empty:
        st.info("Data er nyere end linket, men tallene i denne visning er de samme.", icon=":material/history:")
        return
    with st.expander(f"Data er nyere end linket: {len(changed)} tal i visningen var anderledes", expanded=True):
        components.table(
            "siden-linket",
            (
                components.Column("hvad", "Tal"),
                components.Column("da", "Da", "tal"),
                components.Column("nu", "Nu", "tal"),
            ),
            [
                components.Row(
                    (
                        components.Cell(str(name)),
                        components.Cell(write(row.then)),
                        components.Cell(write(row.now)),
                    )
                )
                for name, row in changed.iterrows()
            ],
            alt="Tal, der var anderledes, da linket blev lavet",
        )
