"""How an assessment of the catalogue is shown: filled marks, an empty frame, hatching; never a nought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from analytics.mobilitet import indsatsark
from analytics.mobilitet.indsatsark import Pejlemaerke, Vurdering
from analytics.mobilitet.katalog import FLEST_STJERNER
from dansk import maengde, tal
from pages.components import Cell, Rating
from pages.reading import markdown, queries

TABLES = ("mobilitet_vurdering", "mobilitet_indsats", "pejlemaerke")
_WORDS = {"ingen_positiv_effekt": "ingen positiv effekt", "ikke_vurderet": "ikke vurderet"}
_COUNTED = dict(enumerate(("én stjerne", "to stjerner", "tre stjerner", "fire stjerner", "fem stjerner"), start=1))
_SHORT = {"ingen_positiv_effekt": "ingen", "ikke_vurderet": "?"}


def reservation() -> str:
    """Return what the catalogue says its overview may not be used for; it stands beside every ranking."""
    return f"Kataloget selv: {queries.description('mobilitet_vurdering').caveats[0].text}"


def warning() -> None:
    """Show that reservation beside a ranking."""
    st.caption(f"⚠ {markdown.plain(reservation())}")


def more_caveats() -> str:
    """Return what else the catalogue says of its own ratings."""
    return " ".join(caveat.text for caveat in queries.description("mobilitet_vurdering").caveats[1:])


def legend() -> str:
    """Return what the marks mean."""
    return (
        f"Fyldte felter er stjerner, 1-{FLEST_STJERNER}; skraverede er stjerner, der hører til her eller ved et andet "
        "pejlemærke, uden at teksten afgør hvor. "
        "«ingen» er ingen positiv effekt. «?» på skraveret bund er ikke vurderet. "
        "*t* er tolket ud fra arkets tekst, fordi oversigtens tomme felter er tabt. ▼ er, hvor arkets tekst siger, "
        "at noget bliver ringere."
    )


def heat_legend() -> str:
    """Return what the colours and marks of the heat table mean."""
    return (
        f"Tallet er stjerner, 1-{FLEST_STJERNER}. Tomt: ingen positiv effekt. «?»: ikke vurderet. ▼: noget bliver "
        "ringere. %: intern rente. «0/1»: stjernen er her eller ved et andet pejlemærke; teksten afgør ikke hvor."
    )


@queries.kept()
def assessments(of_version: str) -> Mapping[tuple[int, str], Vurdering]:
    """Return every assessment by indsats_nr and pejlemaerke_id."""
    return indsatsark.vurderinger(queries.frames(of_version))


@queries.kept()
def goals(of_version: str) -> tuple[Pejlemaerke, ...]:
    """Return the pejlemærker in their order."""
    return indsatsark.pejlemaerker(queries.frames(of_version))


def goal_names() -> Mapping[str, str]:
    """Return the names of the pejlemærker by pejlemaerke_id."""
    return {goal.pejlemaerke_id: goal.navn for goal in goals()}


def of_measure(nr: int) -> list[tuple[Pejlemaerke, Vurdering]]:
    """Return a measure's assessments with what each is on, in the order of the pejlemærker."""
    rated = assessments()
    return [(goal, rated[(nr, goal.pejlemaerke_id)]) for goal in goals()]


def words(of: Vurdering) -> str:
    """Return an assessment in words, e.g. «3 stjerner (tolket)»."""
    if of.slags != "positiv":
        text = _WORDS[of.slags]
    elif of.stjerner is None:
        text = f"positiv, intern rente {rate(of)}"
    else:
        text = maengde.counted(of.stjerner, "stjerne", "stjerner")
    if of.uafgjort_op_til is not None:
        stars = maengde.counted(of.uafgjort_op_til, "stjerne", "stjerner")
        other = goal_names()[of.deler_med] if of.deler_med else "et andet pejlemærke"
        return f"{stars} her eller ved {other}; teksten afgør ikke hvor (lagt som {text})"
    worse = "; teksten siger, at noget bliver ringere" if of.ringere else ""
    return text + (" (tolket)" if of.tolket else "") + worse


def stars_in_words(stars: int) -> str:
    """Return so many stars as a headline says them: «fem stjerner»."""
    return _COUNTED[stars]


def heat_cell(of: Vurdering, goal: str) -> Cell:
    """Return the cell of an assessment in a heat table, where what has no positive effect is empty."""
    drawn = cell(of, goal)
    return replace(drawn, text="") if of.slags == "ingen_positiv_effekt" else drawn


def cell(of: Vurdering, goal: str) -> Cell:
    """Return the cell of an assessment, with what the sheet says as its explanation."""
    shown = rate(of) if of.slags == "positiv" and of.stjerner is None else ""
    return Cell(
        _SHORT.get(of.slags, shown),
        of.orden,
        unknown=of.slags == "ikke_vurderet",
        rating=Rating(
            of.slags,
            of.stjerner,
            f"{goal}: {words(of)}. {of.tekst}{reason(of)}",
            tolket=of.tolket,
            ringere=of.ringere,
            op_til=of.uafgjort_op_til,
        ),
    )


def reason(of: Vurdering) -> str:
    """Return why an assessment was placed as it is, as a sentence that follows its text; nothing where printed."""
    return "" if of.begrundelse is None else f" Tolket: {of.begrundelse}"


def short(drawn: Cell) -> str:
    """Return the assessment that a cell draws in a few words, for paper and spreadsheets: «3 af 5 (t)»."""
    rating = drawn.rating
    if rating is None:
        return drawn.text
    text = "ikke vurderet" if rating.kind == "ikke_vurderet" else drawn.text
    if rating.op_til is not None:
        text = f"0/{rating.op_til} af {FLEST_STJERNER}"
    elif rating.stars:
        text = f"{rating.stars} af {FLEST_STJERNER}"
    return text + (" (t)" if rating.tolket else "") + (" ▼" if rating.ringere else "")


def rate(of: Vurdering) -> str:
    """Return what is known of a positive assessment without stars: its measure's rate of return."""
    if of.rente is None:
        return tal.UNKNOWN
    return f"{'op til ' if of.rente.op_til else ''}{tal.as_printed(of.rente.pct)}\N{NO-BREAK SPACE}%"
