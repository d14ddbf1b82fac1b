"""Up to four scenarios side by side: what each uses, what it does, and whom it favours against the proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from analytics.begreber import RAEKKER
from analytics.scenarie import Scenarie, Udregning, udtraek
from analytics.scenarie.forskydning import Forskel
from analytics.scenarie.kode import FLEST
from analytics.scenarie.tekst import forslaget_er_vaegtet
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.fysioterapi.scenarie import opstilling
from pages.reading import sources

_LETTERS = "ABCD"
_TABLES = ("fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_ramme", "fysio_budget")


@dataclass(frozen=True)
class _Line:
    """A line of the comparison: what it tells, and its figure (or words) of each scenario."""

    what: str
    values: Sequence[float | str]
    decimals: int = 0
    begins_group: bool = False

    def row(self) -> Row:
        cells = [Cell(value if isinstance(value, str) else tal.number(value, self.decimals)) for value in self.values]
        return Row((Cell(self.what), *cells), kind="skel" if self.begins_group else None)

    def record(self) -> list[float | str]:
        figures = (value if isinstance(value, str) else udtraek.afrundet(value, self.decimals) for value in self.values)
        return [self.what, *figures]


def show(of: Udregning) -> None:
    """Show the ways to keep and fetch scenarios, and those that are kept beside the sliders' own."""
    kept = opstilling.kept()
    _buttons(of.scenarie, kept)
    if not kept:
        st.caption(f"Gem op til {FLEST - 1} scenarier, og stil skyderne om: så står de ved siden af hinanden.")
        return
    several = [of, *(of.vilkaar.udregn(each) for each in kept)]
    letters = _LETTERS[: len(several)]
    result = list(_result(several))
    gifts = list(_gifts(several))
    components.table(
        "side-om-side",
        (Column("hvad", ""), *(Column(letter, letter, "tal") for letter in letters)),
        [line.row() for line in (result if view.on_projector() else [*result, *gifts])],
        alt="Scenarierne side om side: budget, nøgletal, brudte regler og tillæg",
    )
    st.caption(f"A er skyderne, som de står. {forslaget_er_vaegtet(of.grundlag)}")
    downloads.bar(
        "scenarier-side-om-side",
        partial(udtraek.side_om_side, [line.record() for line in (*result, *gifts)], letters),
        tables=_TABLES,
        selection=f"Scenarierne {saetning.listed(letters)}, side om side",
    )
    sources.footer(_TABLES, "nøgletal, forbrug og forskelle.")


def _buttons(scenarie: Scenarie, kept: Sequence[Scenarie]) -> None:
    with st.container(horizontal=True):
        if len(kept) < FLEST - 1:
            st.button(
                f"Gem som {_LETTERS[1 + len(kept)]}",
                on_click=opstilling.keep,
                args=([*kept, scenarie],),
                key="gem",
                icon=":material/bookmark_add:",
            )
        for place, each in enumerate(kept, 1):
            letter = _LETTERS[place]
            st.button(f"Hent {letter}", on_click=opstilling.apply, args=(each,), key=f"hent-{letter}")
            rest = [*kept[: place - 1], *kept[place:]]
            st.button(f"Fjern {letter}", on_click=opstilling.keep, args=(rest,), key=f"fjern-{letter}")


def _result(several: Sequence[Udregning]) -> Iterator[_Line]:
    """What the scenarios use and do."""
    names = several[0].grundlag.navne
    yield _Line("År", [str(each.scenarie.aar) for each in several])
    if any(each.scenarie.vaegte is not None for each in several):
        yield _Line("Borgere", ["som talt" if each.scenarie.vaegte is None else "vægtede" for each in several])
    for s in RAEKKER:
        spent, figures = [each.forbrug[s] for each in several], [each.noegletal[s] for each in several]
        yield _Line(f"Brugt, {s}", [of.brugt for of in spent], 1, begins_group=True)
        yield _Line(f"Mio. kr., {s}", [of.brugt_mio for of in spent], 2)
        yield _Line(f"Ringest, {s}", [f"{names[of.vaerst_omraade]} {tal.number(of.vaerst)}" for of in figures])
        yield _Line(f"Over grænsen, {s}", [of.borgere_over for of in figures])
        yield _Line(f"Gini, {s}", [of.gini for of in figures], 3)
    against = [each.mod_forslaget for each in several]
    winners, losers = (
        [_outcome(of, names) for of in most]
        for most in ([each.vinder_mest for each in against], [each.taber_mest for each in against])
    )
    yield _Line("Vinder mest mod forslaget", winners, 0, True)
    yield _Line("Taber mest mod forslaget", losers)
    yield _Line("Brudte regler", [len(each.regelbrud) for each in several])


def _gifts(several: Sequence[Udregning]) -> Iterator[_Line]:
    """What the scenarios give, area by area."""
    for place, (area, s) in enumerate(udtraek.givne(several)):
        values = [each.scenarie.tillaeg.get((area, s), 0.0) for each in several]
        yield _Line(f"{several[0].grundlag.navne[area]}, {s}", values, 1, begins_group=place == 0)


def _outcome(of: Forskel | None, names: Mapping[str, str]) -> str:
    if of is None:
        return "ingen"
    return f"{names[of.omraade_id]} ({of.speciale}) {maengde.change(of.pct)}"
