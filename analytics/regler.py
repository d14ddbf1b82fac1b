"""The rules that the papers set for new capacity, and the sentence for each that a scenario breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analytics.grundlag import RAEKKER, TIENDEDELE, Budget, Grundlag, Kilde
from analytics.tal import dansk, kapaciteter

if TYPE_CHECKING:
    from analytics.scenarie import Scenarie

Kobling = Literal["begge", "kun_62_kraever_51", "ingen"]
KOBLINGER: Mapping[str, str] = {
    "begge": "Den, der får noget nyt, får mindst 0,1 af begge specialer",
    "kun_62_kraever_51": "Nyt i speciale 62 kræver nyt i speciale 51",
    "ingen": "Specialerne er uafhængige af hinanden",
}
Regel = Literal["omraade", "speciale", "under_nul", "tiendedele", "kobling", "budget", "reserve", "kroner"]

_BOTH = Kilde("004", 3915)
_ONLY_62_NEEDS_51 = Kilde("004", 3921)
_ONLY_MORE = Kilde("004", 5417)
_TENTHS = Kilde("004", 5521)
_AREAS = Kilde("004", 4256)
_SPECIALER = Kilde("004", 3911)
_EXACT = 1e-6


@dataclass(frozen=True)
class Regelbrud:
    """
    A rule that is broken: which, a Danish sentence, where the rule stands, and the area and speciale it is about.

    As text it is the sentence with its place in the paper.
    """

    regel: Regel
    saetning: str
    kilde_id: str
    kilde_linje: int
    omraade_id: str | None = None
    speciale: int | None = None

    def __str__(self) -> str:
        return f"{self.saetning} ({self.kilde_id}, linje {self.kilde_linje})"


def kontroller(scenarie: Scenarie, grundlag: Grundlag, kobling: Kobling = "begge") -> list[Regelbrud]:
    """
    Return the rules that the scenario breaks, area by area, then speciale by speciale; empty when it breaks none.

    `kobling` chooses how the paper's rule about the two specialer is read: "begge" (an area that is given anything
    gets some of both: 004, 3915-3917), the weaker "kun_62_kraever_51" (004, 3921-3925), or "ingen". Money is counted
    at full use of the new capacities. Raises ValueError for another `kobling`.
    """
    if kobling not in KOBLINGER:
        raise ValueError(f"Koblingen »{kobling}« kendes ikke.")
    return [*_slider_rules(scenarie, grundlag), *_coupling(scenarie, grundlag, kobling), *_budgets(scenarie, grundlag)]


def _slider_rules(scenarie: Scenarie, grundlag: Grundlag) -> Iterator[Regelbrud]:
    for (omraade, speciale), given in scenarie.tillaeg.items():
        name = grundlag.navne.get(omraade, omraade)
        if omraade not in grundlag.plads:
            sentence = f"»{omraade}« er ikke et af de {len(grundlag.omraader)} planlægningsområder."
            yield _broken("omraade", sentence, _AREAS, omraade, speciale)
            continue
        if speciale not in RAEKKER:
            sentence = f"{name} får kapacitet i speciale {speciale}; nye ydernumre gives i speciale 51 og 62."
            yield _broken("speciale", sentence, _SPECIALER, omraade, speciale)
        if given < 0:
            sentence = f"{name} mister {kapaciteter(-given)} i speciale {speciale}; der kan kun gives mere, ikke tages."
            yield _broken("under_nul", sentence, _ONLY_MORE, omraade, speciale)
        if abs(given * TIENDEDELE - round(given * TIENDEDELE)) > _EXACT:
            sentence = f"{name} får {kapaciteter(given)} i speciale {speciale}; kapacitet gives i tiendedele."
            yield _broken("tiendedele", sentence, _TENTHS, omraade, speciale)


def _coupling(scenarie: Scenarie, grundlag: Grundlag, kobling: Kobling) -> Iterator[Regelbrud]:
    first, second = RAEKKER
    for omraade in grundlag.omraader:
        name = grundlag.navne[omraade]
        given = {speciale: scenarie.tillaeg.get((omraade, speciale), 0.0) for speciale in RAEKKER}
        if given[second] > 0 and given[first] <= 0 and kobling != "ingen":
            sentence = (
                f"{name} får {kapaciteter(given[second])} i speciale {second}, men intet nyt i speciale {first}; "
                + ("der skal være mindst 0,1 af begge." if kobling == "begge" else "det ene kræver det andet.")
            )
            source = _BOTH if kobling == "begge" else _ONLY_62_NEEDS_51
            yield _broken("kobling", sentence, source, omraade, first)
        elif given[first] > 0 and given[second] <= 0 and kobling == "begge":
            sentence = (
                f"{name} får {kapaciteter(given[first])} i speciale {first}, men intet nyt i speciale {second}; "
                "der skal være mindst 0,1 af begge."
            )
            yield _broken("kobling", sentence, _BOTH, omraade, second)


def _budgets(scenarie: Scenarie, grundlag: Grundlag) -> Iterator[Regelbrud]:
    for speciale, budget in grundlag.budgetter.items():
        given = sum(value for (_, row), value in scenarie.tillaeg.items() if row == speciale)
        if given > budget.hoejst + _EXACT:
            sentence = (
                f"Speciale {speciale} får {kapaciteter(given)} nye kapaciteter; "
                f"der kan højst gives {kapaciteter(budget.hoejst)}."
            )
            yield _broken("budget", sentence, budget.kilde_hoejst, None, speciale)
        elif given > budget.til_nye + _EXACT:
            yield _broken("reserve", _reserve(budget, given), budget.kilde_reserveret, None, speciale)
        if given * budget.tilskud_kr > budget.ramme_kr:
            cost, frame = _millions(given * budget.tilskud_kr), _millions(budget.ramme_kr)
            sentence = (
                f"De nye kapaciteter i speciale {speciale} koster {cost} mio. kr. om året; rammen er {frame} mio. kr."
            )
            yield _broken("kroner", sentence, budget.kilde_ramme, None, speciale)


def _reserve(budget: Budget, given: float) -> str:
    return (
        f"Speciale {budget.speciale} får {kapaciteter(given)} nye kapaciteter; af de {kapaciteter(budget.hoejst)} er "
        f"{dansk(budget.reserveret)} reserveret til opjustering, så der er {kapaciteter(budget.til_nye)} til nye."
    )


def _millions(kroner: float) -> str:
    return dansk(kroner / 1_000_000, 2 if kroner % 100_000 else 1)


def _broken(regel: Regel, sentence: str, source: Kilde, omraade: str | None, speciale: int | None) -> Regelbrud:
    return Regelbrud(regel, sentence, source.kilde_id, source.kilde_linje, omraade, speciale)
