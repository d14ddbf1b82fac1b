"""Up to four scenarios side by side: what each uses, what it does, and whom it favours against the proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd
import streamlit as st

from analytics.begreber import SPECIALER
from analytics.grundlag import Grundlag
from analytics.scenarie import Kobling, Scenarie, forslag, kontroller, vindere_og_tabere
from analytics.scenarie.kode import FLEST
from analytics.scenarie.noegletal import forbrug, noegletal
from analytics.scenarie.tekst import forslaget_er_vaegtet
from dansk import maengde, saetning, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.drawing import downloads
from pages.fysioterapi.scenarie import kontrol, skyderne
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
        return [value if isinstance(value, str) else round(value, self.decimals) for value in self.values]


def show(scenarie: Scenarie) -> None:
    """Show the ways to keep and fetch scenarios, and those that are kept beside the sliders' own."""
    kept = skyderne.kept()
    _buttons(scenarie, kept)
    if not kept:
        st.caption(f"Gem op til {FLEST - 1} scenarier, og stil skyderne om: så står de ved siden af hinanden.")
        return
    scenarios = [scenarie, *kept]
    grundlag, kobling = skyderne.foundation(), kontrol.coupling()
    limits = [skyderne.limits(each) for each in scenarios]
    letters = _LETTERS[: len(scenarios)]
    result = list(_result(scenarios, grundlag, limits, kobling))
    gifts = [] if view.on_projector() else list(_gifts(scenarios, grundlag))
    components.table(
        "side-om-side",
        (Column("hvad", ""), *(Column(letter, letter, "tal") for letter in letters)),
        [line.row() for line in (*result, *gifts)],
        alt="Scenarierne side om side: budget, nøgletal, brudte regler og tillæg",
    )
    st.caption(f"A er skyderne, som de står. {forslaget_er_vaegtet(grundlag)}")
    downloads.bar(
        "scenarier-side-om-side",
        partial(_download, scenarios, grundlag, limits, kobling),
        tables=_TABLES,
        selection=f"Scenarierne {saetning.listed(letters)}, side om side",
    )
    sources.footer(_TABLES, "nøgletal, forbrug og forskelle.")


def _buttons(scenarie: Scenarie, kept: Sequence[Scenarie]) -> None:
    with st.container(horizontal=True):
        if len(kept) < FLEST - 1:
            st.button(
                f"Gem som {_LETTERS[1 + len(kept)]}",
                on_click=skyderne.keep,
                args=([*kept, scenarie],),
                key="gem",
                icon=":material/bookmark_add:",
            )
        for place, each in enumerate(kept, 1):
            letter = _LETTERS[place]
            st.button(f"Hent {letter}", on_click=skyderne.apply, args=(each,), key=f"hent-{letter}")
            rest = [*kept[: place - 1], *kept[place:]]
            st.button(f"Fjern {letter}", on_click=skyderne.keep, args=(rest,), key=f"fjern-{letter}")


def _result(
    scenarios: Sequence[Scenarie], grundlag: Grundlag, limits: Sequence[Mapping[int, float]], kobling: Kobling
) -> Iterator[_Line]:
    """What the scenarios use and do."""
    names = grundlag.navne
    figures = [noegletal(each, grundlag, of) for each, of in zip(scenarios, limits, strict=True)]
    spent = [forbrug(each, grundlag) for each in scenarios]
    yield _Line("År", [str(each.aar) for each in scenarios])
    if any(each.vaegte is not None for each in scenarios):
        yield _Line("Borgere", ["som talt" if each.vaegte is None else "vægtede" for each in scenarios])
    for s in SPECIALER:
        yield _Line(f"Brugt, {s}", [of[s].brugt for of in spent], 1, begins_group=True)
        yield _Line(f"Mio. kr., {s}", [of[s].brugt_kr / 1e6 for of in spent], 2)
        yield _Line(f"Ringest, {s}", [f"{names[of[s].vaerst_omraade]} {tal.number(of[s].vaerst)}" for of in figures])
        yield _Line(f"Over grænsen, {s}", [of[s].borgere_over for of in figures])
        yield _Line(f"Gini, {s}", [of[s].gini for of in figures], 3)
    proposal = forslag(grundlag).tillaeg
    against = [vindere_og_tabere(each, replace(each, tillaeg=proposal), grundlag) for each in scenarios]
    yield _Line("Vinder mest mod forslaget", [_outcome(of.iloc[0], "vinder", names) for of in against], 0, True)
    yield _Line("Taber mest mod forslaget", [_outcome(of.iloc[-1], "taber", names) for of in against])
    yield _Line("Brudte regler", [len(kontroller(each, grundlag, kobling)) for each in scenarios])


def _gifts(scenarios: Sequence[Scenarie], grundlag: Grundlag) -> Iterator[_Line]:
    """What the scenarios give, area by area."""
    given = {key for each in scenarios for key in each.tillaeg}
    keys = [(area, s) for area in grundlag.omraader for s in SPECIALER if (area, s) in given]
    for place, (area, s) in enumerate(keys):
        values = [each.tillaeg.get((area, s), 0.0) for each in scenarios]
        yield _Line(f"{grundlag.navne[area]}, {s}", values, 1, begins_group=place == 0)


def _outcome(row: pd.Series, wanted: str, names: Mapping[str, str]) -> str:
    if row["udfald"] != wanted:
        return "ingen"
    share = maengde.quantity(row["forskel_pct"], "pct", 0, sign=True)
    return f"{names[row['omraade_id']]} ({row['speciale']}) {share}"


def _download(
    scenarios: Sequence[Scenarie], grundlag: Grundlag, limits: Sequence[Mapping[int, float]], kobling: Kobling
) -> pd.DataFrame:
    lines = [*_result(scenarios, grundlag, limits, kobling), *_gifts(scenarios, grundlag)]
    return pd.DataFrame([[line.what, *line.record()] for line in lines], columns=["hvad", *_LETTERS[: len(scenarios)]])
