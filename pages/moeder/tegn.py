"""How a task stands and what an item asks, as a sign, a colour and a word; and the rule behind the signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from analytics.moeder import opgaver
from analytics.moeder.opgaver import Moedeopgave, Stand
from analytics.moeder.punkter import Bedes, Moedepunkt, Opfoelgning
from dansk import saetning
from pages import view
from pages.components import Cell, Status
from pages.drawing import charts
from pages.style import theme

_NO_BREAK = "\N{NO-BREAK SPACE}"
STANDE: Mapping[str, charts.Look] = {
    "ikke_naaet": charts.Look("mål ikke nået", "✕", theme.STATUS["roed"]),
    "udskudt": charts.Look("senere end fristen", "!", theme.STATUS["roed"]),
    "delvist": charts.Look("delvist gjort", "◐", theme.STATUS["gul"]),
    "tier": charts.Look("passeret; senere papirer siger intet", "?", theme.UNKNOWN),
    "uden_papir": charts.Look("passeret; intet papir er nyere", "…", theme.UNKNOWN),
    "kommende": charts.Look("kommer", "›", theme.ink(theme.SPECIALE[51])),
    "videre": charts.Look("ført videre", "→", theme.STATUS["groen"]),
    "sket": charts.Look("gjort", "✓", theme.STATUS["groen"]),
    "uden_frist": charts.Look("ingen frist", "–", theme.UNKNOWN),
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
    return (
        " ".join(f"{each.hvad.removesuffix('.')} ({each.kilde.kort.replace(' ', _NO_BREAK)})." for each in told) or "–"
    )


def rule() -> None:
    """Show what each sign means, folded."""
    if view.on_projector():
        return
    with st.expander("Sådan læses tegnene", icon=":material/rule:"):
        st.markdown(
            "\n".join(
                f"- {STANDE[stand].sign} **{saetning.begun(STANDE[stand].words)}:** {words}"
                for stand, words in opgaver.REGEL.items()
            )
            + "\n\nKun papirer, der var der på dagen, tæller. Klima-VIP's mål er med, når deres frist er passeret."
        )
