"""
A board, declared: the tables that it rests on, its finding on a day, what it shows, and the rows that are taken away.

A page says which board is asked for and of what; what all boards have in common stands here once: the finding on top,
the day and its newest paper, what has changed since a link was made, and below it the files, lines and papers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from analytics.papirer import TAVLER
from analytics.tabeller import Frames
from pages import view
from pages.drawing import downloads
from pages.reading import sources
from pages.reading.sources import Printed
from pages.tavler import dag
from pages.view import since

_NOTHING, _NOTHING_WHAT = "Intet papir er kommet endnu", "Det, tavlen viser,"


@dataclass(frozen=True)
class Udsnit:
    """What is asked for: the board as it stood on a day (`paa`), of what is chosen, with a kommune marked."""

    paa: date
    valgt: str = "alle"
    kommune: str = "alle"


def _none(_of: Udsnit) -> str:
    return ""


def _nowhere(_of: Udsnit) -> Sequence[Printed]:
    return ()


@dataclass(frozen=True)
class Tavle:
    """
    A board.

    `tabeller` are the tables whose rows it shows; `dateret_af` are those whose newest paper it is said to be from. The
    others are asked with what is wanted: `fund` is the finding, `vis` draws the board below it, `raekker` are its rows
    to take away, and `papirer` the papers (kilde_id) behind them. `tal` returns the figures of one version of the data
    by what they are called: those that were others when a link was made are told. `trykt` is where the figures are
    printed, and `note` stands after the day.
    """

    tabeller: tuple[str, ...]
    dateret_af: tuple[str, ...]
    fund: Callable[[Udsnit], str]
    vis: Callable[[Udsnit], None]
    raekker: Callable[[Udsnit], pd.DataFrame]
    papirer: Callable[[Udsnit], Collection[str]]
    tal: Callable[[Frames, Udsnit], pd.Series]
    trykt: Callable[[Udsnit], Sequence[Printed]] = _nowhere
    note: Callable[[Udsnit], str] = _none


def show(name: str, board: Tavle, of: Udsnit, *, chosen: str) -> None:
    """Show a board; `name` is that of its files, `chosen` what is chosen in words."""
    if not dag.has_come(TAVLER, of.paa):
        dag.opening(_NOTHING, of.paa, TAVLER)
        dag.not_yet(_NOTHING_WHAT, TAVLER)
        return
    dag.opening(board.fund(of), of.paa, board.dateret_af, board.note(of))
    since.then_and_now(lambda frames: board.tal(frames, of))
    with st.container(key="tavlens-billede"):
        board.vis(of)
    papers = board.papirer(of)
    rows = board.raekker(of)
    if not rows.empty:
        selection = f"{chosen}; som det stod {of.paa.isoformat()}"
        downloads.bar(name, rows, tables=board.tabeller, selection=selection, printed=board.trykt(of), kilder=papers)
    sources.papers(board.tabeller, papers, brief=view.on_projector())
