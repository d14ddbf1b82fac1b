"""The small print: whose assumptions the figures rest on, and where they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analytics.grundlag import Budget, Grundlag
from analytics.scenarie import Scenarie, Vaegte
from analytics.scenarie.tekst import forslaget_er_vaegtet
from dansk.tal import as_printed, capacities
from pages.fysioterapi.scenarie.moedebilag.skrivemaade import number_of_areas
from pages.reading import queries


def notes(scenarie: Scenarie, grundlag: Grundlag) -> Iterator[str]:
    """Return the notes at the foot: of the proposal, of both budgets, and where the figures are printed."""
    yield forslaget_er_vaegtet(grundlag)
    yield from (_budget_note(budget, grundlag) for budget in grundlag.budgetter.values())
    tables = ["fysio_kapacitet", "befolkning", "fysio_forslag", "fysio_ramme"]
    if scenarie.grundkapacitet == "foer_justering":
        tables.append("fysio_forslag_effekt")
    if scenarie.foelger:
        tables.append("fysio_pendling")
    sources = [source for source in (queries.description(name).source for name in tables) if source is not None]
    printed = "; ".join(f"{each.table}, linje {_lines(each.lines)}" for each in sources)
    yield f"Kilde: {sources[0].title} ({sources[0].kilde_id}): {printed}. Resten er beregnet af KKR Overblik."


def _budget_note(budget: Budget, grundlag: Grundlag) -> str:
    text = (
        f"Speciale {budget.speciale}: af højst {capacities(budget.hoejst)} kapaciteter er "
        f"{as_printed(budget.reserveret)} reserveret til opjustering ({budget.kilde_hoejst}, "
        f"{budget.kilde_reserveret.kilde_linje}). Kroner er ved fuld udnyttelse, i "
        f"{grundlag.paastand['tilskud-prisniveau']}-niveau "
        f"({budget.kilde_tilskud}; rammen linje {budget.kilde_ramme.kilde_linje})."
    )
    if budget.ramme_i_forslag_kr == budget.ramme_kr:
        return text
    other = as_printed(budget.ramme_i_forslag_mio)
    return f"{text} Et andet sted nævner kilden {other} mio. kr. ({budget.kilde_ramme_i_forslag})."


def _lines(lines: Sequence[tuple[int, int]]) -> str:
    return ", ".join(f"{first}-{last}" for first, last in lines)


def assumptions(weights: Vaegte | None) -> str:
    """Return how the citizens are weighted, or nothing."""
    if weights is None:
        return ""
    parts = []
    if weights.socialgruppe:
        added = ", ".join(as_printed(percent) for percent in weights.procent)
        parts.append(f"kommunesocialgruppe for {len(weights.socialgruppe)} kommuner (gruppe 1-4: {added} % mere)")
    if weights.behov:
        parts.append(f"behov efter alder for {number_of_areas(len(weights.behov))}")
    return (
        f"Dine antagelser: borgerne er vægtet med {' og '.join(parts) or '0 %'}. Det står ikke i kilden. "
        "Borgere i områder over grænsen er talt uden vægte."
    )
