"""How a task stands and what an item asks, as a sign, a colour and a word; and the rule behind the signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from analytics.moeder import opgaver
from analytics.moeder.opgaver import Moedeopgave, Stand
from analytics.moeder.punkter import Bedes, Moedepunkt, Opfoelgning
from analytics.paastand import Kilde
from dansk import saetning
from pages import view
from pages.components import Cell, Status
from pages.drawing import charts
from pages.style import theme
from pages.tavler import tavleregler

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SIGNS: Mapping[Stand, tuple[str, str]] = {
    "ikke_naaet": ("✕", theme.STATUS["roed"]),
    "udskudt": ("!", theme.STATUS["roed"]),
    "delvist": ("◐", theme.STATUS["gul"]),
    "tier": ("?", theme.UNKNOWN),
    "uden_papir": ("…", theme.UNKNOWN),
    "kommende": ("›", theme.ink(theme.SPECIALE[51])),
    "videre": ("→", theme.STATUS["groen"]),
    "sket": ("✓", theme.STATUS["groen"]),
    "uden_frist": ("–", theme.UNKNOWN),
}
STANDE: Mapping[str, charts.Look] = {
    stand: charts.Look(opgaver.NAVNE[stand], sign, colour) for stand, (sign, colour) in _SIGNS.items()
}
_ASKED: Mapping[Bedes, tuple[str, str]] = {
    "godkende": ("□", "godkende"),
    "beslutte": ("□", "beslutte"),
    "droefte": ("◌", "drøfte"),
    "efterretning": ("i", "tage til efterretning"),
    "intet": ("–", "intet"),
    "kendes_ikke": ("?", "kendes ikke"),
}


def standing(stand: Stand) -> Cell:
    """Return the cell of how a task stands."""
    look = STANDE[stand]
    return Cell(look.words, status=Status(look.sign, look.colour))


def asked(bedes: Bedes) -> Cell:
    """Return the cell of what KKR is asked."""
    sign, words = _ASKED[bedes]
    return Cell(words, status=Status(sign), unknown=bedes == "kendes_ikke")


def asked_in_words(bedes: Bedes) -> str:
    """Return what KKR is asked, in words."""
    return _ASKED[bedes][1]


def papers(of: Iterable[Moedeopgave | Moedepunkt]) -> frozenset[str]:
    """Return the papers that tasks or items rest on: where each is printed, and where is told what became of it."""
    of = tuple(of)
    told = (each.kilde.kilde_id for one in of for each in one.opfoelgning)
    return frozenset((*(one.kilde.kilde_id for one in of), *told))


def became(told: Sequence[Opfoelgning]) -> str:
    """Return what papers say became of something, each with where; a dash where none says."""
    return " ".join(sourced(each.hvad, each.kilde) for each in told) or "–"


def sourced(text: str, kilde: Kilde) -> str:
    """Return a text as a sentence that ends with where it is printed, on one line."""
    return saetning.noted(text, kilde.kort.replace(" ", _NO_BREAK))


def rule() -> None:
    """Show what each sign means, folded."""
    if view.on_projector():
        return
    with st.expander("Sådan læses tegnene", icon=":material/rule:"):
        st.markdown(tavleregler.deadlines({stand: look.sign for stand, look in STANDE.items()}))
