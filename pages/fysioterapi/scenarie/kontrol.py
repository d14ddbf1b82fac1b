"""Whether the scenario fits the money and the rules: shown in words and colour, never forbidden."""

from __future__ import annotations

import streamlit as st

from analytics.begreber import SPECIALER
from analytics.scenarie import Kobling, Scenarie, kontroller
from analytics.scenarie.noegletal import Forbrug, forbrug
from dansk import maengde, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import skyderne
from pages.reading import sources
from pages.style import theme

_MOST = 3
"""So many broken rules are shown at once."""


def coupling() -> Kobling:
    """Return how the rule about the two specialer is read."""
    return view.held(parametre.KOBLING)


def budget(scenarie: Scenarie) -> None:
    """Show both budgets as bars, in capacities and in kroner."""
    used = forbrug(scenarie, skyderne.foundation())
    rows = [row for of in used.values() for row in _lines(of)]
    components.table(
        "budget",
        (Column("budget", "Budget"), Column("brugt", "Brugt", "soejle"), Column("tilbage", "Tilbage")),
        rows,
        alt="Budgettet for nye kapaciteter: brugt og tilbage",
    )
    if not view.on_projector():
        _explain()


def status(scenarie: Scenarie) -> None:
    """Say in one line how much of each budget is used, and in words and colour where it is too much."""
    parts = []
    for speciale, of in forbrug(scenarie, skyderne.foundation()).items():
        used = f"{speciale}: {tal.number(of.brugt, 1)} af {tal.number(of.budget.til_nye, 1)}"
        over = f":red[:material/warning: **{used}, {tal.number(-of.tilbage, 1)} for meget**]"
        parts.append(over if of.tilbage < 0 else used)
    st.markdown(f"Brugt {' · '.join(parts)}")


def rules(scenarie: Scenarie) -> None:
    """List the rules that the scenario breaks, each with the line that it rests on."""
    broken = kontroller(scenarie, skyderne.foundation(), coupling())
    if not broken:
        st.markdown(":green[:material/check_circle:] Scenariet overholder papirets regler og begge budgetter.")
        return
    first, rest = broken[:_MOST], broken[_MOST:]
    with st.container(key="brudte-regler"):
        st.markdown(f":red[:material/warning: **{_count(len(broken))}**]\n" + "\n".join(f"- {rule}" for rule in first))
        if rest and not view.on_projector():
            with st.expander(f"{len(rest)} flere"):
                st.markdown("\n".join(f"- {rule}" for rule in rest))


def _explain() -> None:
    """Say what the budgets are, and where they stand."""
    budgets = skyderne.foundation().budgetter
    first, second = (budgets[speciale] for speciale in SPECIALER)
    contradiction = sources.mark("fysio_budget", "ramme_regional_i_forslag", speciale=51)
    sign = f" [{contradiction.tegn}]({contradiction.link} '{contradiction.tekst}')" if contradiction else ""
    st.caption(
        f"Der kan gives {tal.number(first.hoejst, 1)} kapaciteter i speciale 51 og "
        f"{tal.number(second.hoejst, 1)} i speciale 62 ({first.kilde_hoejst}); af hver er "
        f"{tal.number(first.reserveret)} reserveret til opjustering ({first.kilde_reserveret}), så der er "
        f"{tal.number(first.til_nye, 1)} og {tal.number(second.til_nye, 1)} til nye ydernumre. "
        f"Kroner ved fuld udnyttelse, oktober 2023-niveau (tabel 5, {first.kilde_tilskud}). Papiret nævner også "
        f"{tal.number(first.ramme_i_forslag_kr / 1e6, 1)} mio. kr. som rammen for speciale 51 "
        f"({first.kilde_ramme_i_forslag}).{sign}"
    )


def _count(number: int) -> str:
    return "Én regel er brudt" if number == 1 else f"{number} regler er brudt"


def _lines(of: Forbrug) -> tuple[Row, Row]:
    """The budget in capacities and in mio. kr., each beside the frame that it is held against."""
    budget = of.budget
    frame = tal.number(budget.ramme_kr / 1e6, 1)
    return (
        _line(
            of,
            "kapaciteter",
            f"{tal.number(of.brugt, 1)} af {tal.number(budget.til_nye, 1)}",
            of.brugt / budget.til_nye,
            tal.number(abs(of.tilbage), 1),
            over=of.tilbage < 0,
        ),
        _line(
            of,
            "mio. kr.",
            f"{tal.number(of.brugt_kr / 1e6, 2)} af {frame}",
            of.brugt_kr / budget.ramme_kr,
            maengde.quantity(abs(of.tilbage_kr) / 1e6, "mio_kr", 2),
            over=of.tilbage_kr < 0,
            mark=sources.mark("fysio_budget", "ramme_regional", speciale=budget.speciale),
        ),
    )


def _line(
    of: Forbrug, unit: str, used: str, share: float, left: str, *, over: bool, mark: components.Mark | None = None
) -> Row:
    colour = theme.paint("redTextColor") if over else theme.ink(theme.SPECIALE[of.budget.speciale])
    return Row(
        (
            Cell(f"{of.budget.speciale}, {unit}"),
            Cell(used, share, bar=min(1.0, share), colour=colour, mark=mark),
            Cell(f"{left} for meget" if over else left),
        )
    )
