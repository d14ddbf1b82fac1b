"""A theme on the page: the finding, its tables, what must be known, the way to the source, and ways onward."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages import components, view
from pages.kommune.indhold import Afsnit, Tabel
from pages.kommune.parametre import AFSNIT
from pages.reading import markdown, sources


def key(afsnit: Afsnit) -> str:
    """Return the key of the theme's container."""
    return f"fortalt-{afsnit.id}"


def show(afsnit: Afsnit) -> None:
    """Show a theme by itself, before a whole room."""
    with st.container(key=key(afsnit)):
        st.header(afsnit.fund, anchor=False)
        _tables(afsnit)
        _about(afsnit, None)


def folded(afsnit: Afsnit, extra: Callable[[], None] | None = None) -> None:
    """
    Show a theme's finding, and below it, folded, all of it; the view remembers which are folded out.

    `extra` draws what stands between its notes and its source.
    """
    box_key = f"fold-{afsnit.id}"
    st.session_state[box_key] = afsnit.id in view.value(AFSNIT)

    def turned() -> None:
        others = tuple(each for each in view.held(AFSNIT) if each != afsnit.id)
        view.put(AFSNIT, (*others, afsnit.id) if st.session_state[box_key] else others)

    with st.container(key=key(afsnit)):
        box = st.expander(
            f"**{afsnit.tema}** – {markdown.plain(afsnit.foldet or afsnit.fund)}",
            key=f"fold-{afsnit.id}",
            on_change=turned,
        )
        if not box.open:
            return
        with box:
            if afsnit.bredt or not afsnit.tabeller:
                _tables(afsnit)
                _about(afsnit, extra)
            else:
                left, right = st.columns([1.9, 1], gap="large")
                with left:
                    _tables(afsnit)
                with right:
                    _about(afsnit, extra)


def _tables(afsnit: Afsnit) -> None:
    for place, table in enumerate(afsnit.tabeller):
        if table.overskrift:
            st.subheader(table.overskrift, anchor=False)
        _table(f"tabel-{afsnit.id}-{place}", table)


def _table(key: str, table: Tabel) -> None:
    components.table(
        key,
        table.kolonner,
        table.raekker,
        alt=table.alt,
        cards=True,
    )


def _about(afsnit: Afsnit, extra: Callable[[], None] | None) -> None:
    marked = any(cell.mark for table in afsnit.tabeller for row in table.raekker for cell in row.cells)
    st.caption(" ".join((*afsnit.noter, *([sources.explain_marks()] if marked else []))))
    if not view.on_projector():
        if extra:
            extra()
        with st.container(horizontal=True, vertical_alignment="center"):
            sources.show_printed(f"kilde-{afsnit.id}", afsnit.trykt)
            for way in afsnit.videre:
                st.page_link(way.side, label=way.tekst, icon=":material/arrow_forward:", query_params=dict(way.valg))
    sources.footer(afsnit.kilder, afsnit.beregnet, afsnit.papirer)
