"""What people are told when something is amiss: one clear Danish sentence, never a traceback."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.errors import DataError
from pages import components
from pages.access import visitor
from pages.components import landkort
from pages.reading import markdown, queries

_MOST = 5
"""More sentences than this are only counted."""

_FIRST_SEEN = "_version_ved_aabning"
_DRAWN = "_version_paa_siden"
_SAID = "_sagt_om_linket"


def remarks(about: str, sentences: Sequence[str]) -> None:
    """
    Show what was dropped or is different in the opened link, in one notice, until somebody does something.

    `about` keeps what is said of one thing apart from what is said of another.
    """
    said = st.session_state.setdefault(_SAID, {})
    if components.answering():
        sentences = said.get(about, ())
    said[about] = tuple(sentences)
    if not sentences:
        return
    shown = [markdown.plain(sentence) for sentence in sentences[:_MOST]]
    if len(sentences) > _MOST:
        more = len(sentences) - _MOST
        shown.append(f"… og {'en anden del' if more == 1 else f'{more} andre dele'} af linket.")
    st.warning("\n\n".join(shown), icon=":material/link:")


def stale_data(sentence: str | None) -> None:
    """Say that an older version of the data is shown because the newest could not be built."""
    if sentence:
        st.warning(markdown.plain(sentence), icon=":material/database:")


def wrong_clock(sentence: str | None) -> None:
    """Say that the machine's clock stands before the papers, and what day is shown in its place."""
    if sentence:
        st.warning(sentence, icon=":material/schedule:")


def newer_data(version: str) -> None:
    """Say that the data became newer while the page was open: its figures are then others than the reader saw first."""
    st.session_state[_DRAWN] = version
    if st.session_state.setdefault(_FIRST_SEEN, version) != version:
        st.info(
            "Der er kommet nye data, mens siden stod åben. Tallene her er nu de nye. "
            "Genindlæs siden for at fjerne beskeden.",
            icon=":material/update:",
        )


def keep_up() -> None:
    """
    Begin a part that is drawn by itself: for who may still read, with the data that its page was drawn with.

    Where a login has run out, or the data have become newer, the whole page is drawn anew, so that it says so.
    """
    landkort.begin()
    if not visitor.may_read() or st.session_state.get(_DRAWN) != queries.begin():
        st.rerun()


def no_data(error: DataError) -> None:
    """Say why there are no data, and show nothing else."""
    st.error(markdown.plain(str(error)), icon=":material/database_off:")


def failed(error: Exception) -> None:
    """Stand where a page could not be drawn."""
    if isinstance(error, DataError):
        no_data(error)
    else:
        st.error(
            "Siden kunne ikke vises. Prøv at genindlæse den. Bliver fejlen ved, så fjern den del af linket, "
            "der står efter spørgsmålstegnet.",
            icon=":material/error:",
        )


def refused(error: DataError) -> None:
    """Say why a file that somebody brought is not used."""
    st.error(markdown.plain(str(error)), icon=":material/upload_file:")


def overtaken(sentence: str) -> None:
    """Say that others have changed what somebody is about to change."""
    st.warning(markdown.plain(sentence), icon=":material/compare_arrows:")


def empty(sentence: str) -> None:
    """Stand where a filter leaves nothing to show."""
    st.info(markdown.plain(sentence), icon=":material/filter_alt_off:")
