"""Whether the scenario fits the money and the rules: shown in words and colour, never forbidden."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics.begreber import RAEKKER
from analytics.scenarie import Regelbrud, Udregning
from analytics.scenarie.fund import over_budgettet
from analytics.scenarie.noegletal import Forbrug
from analytics.scenarie.rettelser import stoerste_rettelse
from dansk import maengde, tal
from pages import components, view
from pages.components import Cell, Column, Row
from pages.fysioterapi.scenarie import opstilling, resten
from pages.reading import sources
from pages.style import theme

_MONEY = ("budget", "reserve", "kroner")
_MOST = 3
"""So many broken rules are shown at once."""


def budget(of: Udregning) -> None:
    """Show both budgets as bars, in capacities and in kroner."""
    rows = [row for used in of.forbrug.values() for row in _lines(used)]
    components.table(
        "budget",
        (Column("budget", "Budget"), Column("brugt", "Brugt", "soejle"), Column("tilbage", "Tilbage", "tal")),
        rows,
        alt="Budgettet for nye kapaciteter: brugt og tilbage",
    )
    if not view.on_projector():
        _explain(of)


def status(of: Udregning) -> None:
    """Say in one line whether the rules are kept, and of a broken one what mends it: the money first."""
    broken = _broken(of)
    if broken:
        _offer(0, broken[0], of, f":red[:material/warning: **{_count(len(of.regelbrud))}:**] ")
    else:
        st.markdown(":green[:material/check_circle:] Scenariet overholder papirets regler og begge budgetter.")


def rules(of: Udregning) -> None:
    """List the other rules that the scenario breaks, each with the line that it rests on, and offer what mends it."""
    others = _broken(of)[1:]
    first, rest = others[:_MOST], others[_MOST:]
    if not first:
        st.empty()  # what a part draws in a place of the page around it, it must draw in from the beginning
    for place, rule in enumerate(first, 1):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _offer(place, rule, of)
    if rest and not view.on_projector():
        with st.expander(f"{len(rest)} flere"):
            st.markdown("\n".join(f"- {_said(rules, of)}" for rules in rest))


def every(of: Udregning) -> None:
    """List every rule that the scenario breaks in full, with the line that it rests on."""
    if broken := _broken(of):
        st.markdown("\n".join(f"- {_said(rules, of)}" for rules in broken))


def _broken(of: Udregning) -> list[tuple[Regelbrud, ...]]:
    """
    The broken rules in the order that they are told: the money first.

    Those about a speciale's money are told as one: what mends the one mends the other.
    """
    money: dict[int | None, tuple[Regelbrud, ...]] = {}
    for rule in of.regelbrud:
        if rule.regel in _MONEY:
            money[rule.speciale] = (*money.get(rule.speciale, ()), rule)
    return [*money.values(), *((rule,) for rule in of.regelbrud if rule.regel not in _MONEY)]


def _offer(place: int, rules: tuple[Regelbrud, ...], of: Udregning, begins: str = "") -> None:
    """Say what is broken, and where that stands if it is not in the first line; offer what mends it as one press."""
    mended = stoerste_rettelse(rules, of.scenarie, of.grundlag, of.kobling)
    st.markdown(begins + _said(rules, of, where=not begins))
    if mended is not None:
        st.button(
            mended.handling,
            key=f"ret-{place}",
            icon=":material/build:",
            on_click=_mend,
            args=(dict(mended.udfoert(of.scenarie).tillaeg),),
        )


def _mend(tillaeg: Mapping[tuple[str, int], float]) -> None:
    opstilling.set_amounts(tillaeg)
    resten.keep_up(changed=True)


def _said(rules: tuple[Regelbrud, ...], of: Udregning, *, where: bool = True) -> str:
    """The broken rules as a sentence; of the money by how much it is exceeded, in capacities and in kroner."""
    first = rules[0]
    if first.regel in _MONEY and first.speciale is not None:
        sources = "; ".join(str(rule.kilde) for rule in rules)
        stands = f" ({sources})" if where else ""
        return f"Speciale {first.speciale}: {over_budgettet(of.forbrug[first.speciale])}{stands}."
    return str(first) if where else first.saetning


def _explain(of: Udregning) -> None:
    """Say what the budgets are, and where they stand."""
    said = of.grundlag.paastand
    first, second = (of.grundlag.budgetter[speciale] for speciale in RAEKKER)
    contradiction = sources.mark("fysio_budget", "ramme_regional_i_forslag", speciale=51)
    sign = f" [{contradiction.tegn}]({contradiction.link} '{contradiction.tekst}')" if contradiction else ""
    st.caption(
        f"Der kan gives {tal.number(first.hoejst, 1)} kapaciteter i speciale 51 og "
        f"{tal.number(second.hoejst, 1)} i speciale 62 ({first.kilde_hoejst}); af hver er "
        f"{tal.number(first.reserveret)} reserveret til opjustering ({first.kilde_reserveret}), så der er "
        f"{tal.number(first.til_nye, 1)} og {tal.number(second.til_nye, 1)} til nye ydernumre. "
        f"Kroner ved fuld udnyttelse, {said['tilskud-prisniveau']}-niveau (tabel {said['tabel-ramme']}, "
        f"{first.kilde_tilskud}). Papiret nævner også "
        f"{tal.number(first.ramme_i_forslag_mio, 1)} mio. kr. som rammen for speciale 51 "
        f"({first.kilde_ramme_i_forslag}).{sign}"
    )


def _count(number: int) -> str:
    return "Én regel er brudt" if number == 1 else f"{number} regler er brudt"


def _lines(of: Forbrug) -> tuple[Row, Row]:
    """The budget in capacities and in mio. kr., each beside the frame that it is held against."""
    budget = of.budget
    frame = tal.number(budget.ramme_mio, 1)
    return (
        _line(
            of,
            "kapaciteter",
            f"{tal.number(of.brugt, 1)} af {tal.number(budget.til_nye, 1)}",
            of.andel,
            tal.number(of.rest, 1),
            over=of.over,
        ),
        _line(
            of,
            "mio. kr.",
            f"{tal.number(of.brugt_mio, 2)} af {frame}",
            of.andel_kr,
            maengde.quantity(of.rest_mio, "mio_kr", 2),
            over=of.over_kr,
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
