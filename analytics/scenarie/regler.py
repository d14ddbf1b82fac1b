"""The rules that the papers set for new capacity, and the sentence for each that a scenario breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from analytics.begreber import RAEKKER, TIENDEDELE
from analytics.grundlag import Budget, Grundlag
from analytics.paastand import Kilde
from analytics.scenarie.model import Scenarie
from dansk.tal import capacities, number

Kobling = Literal["begge", "kun_62_kraever_51", "ingen"]
KOBLINGER: Mapping[str, str] = {
    "begge": "Den, der får noget nyt, får noget af begge specialer",
    "kun_62_kraever_51": "Nyt i speciale 62 kræver nyt i speciale 51",
    "ingen": "Specialerne er uafhængige af hinanden",
}
Regel = Literal["omraade", "speciale", "under_nul", "tiendedele", "kobling", "budget", "reserve", "kroner"]

# What the papers' text says (tekstpaastand).
_BOTH = "nyt-begge-specialer"
_ONLY_62_NEEDS_51 = "nyt-62-kraever-51"
_ONLY_MORE = "nynedsaettelse-er-udvidelse"
_EXACT = 1e-6


class Regelbrud(str):
    """
    A rule that is broken: a Danish sentence with its place in the paper.

    It is a plain string for whoever only shows it, and knows besides which rule it is, the sentence without its
    place, where the rule stands, and the area and speciale that it is about.
    """

    regel: Regel
    saetning: str
    kilde: Kilde
    omraade_id: str | None
    speciale: int | None

    def __new__(
        cls, regel: Regel, saetning: str, kilde: Kilde, omraade_id: str | None = None, speciale: int | None = None
    ) -> Regelbrud:
        """Word the broken rule: the sentence and then its place."""
        self = super().__new__(cls, f"{saetning} ({kilde})")
        self.regel, self.saetning, self.kilde = regel, saetning, kilde
        self.omraade_id, self.speciale = omraade_id, speciale
        return self

    def __reduce__(self) -> tuple[type[Regelbrud], tuple[object, ...]]:
        return Regelbrud, (self.regel, self.saetning, self.kilde, self.omraade_id, self.speciale)


def kontroller(scenarie: Scenarie, grundlag: Grundlag, kobling: Kobling = "begge") -> list[Regelbrud]:
    """
    Return the rules that the scenario breaks, area by area, then speciale by speciale; empty when it breaks none.

    `kobling` chooses how the paper's rule about the two specialer is read: "begge" (an area that is given anything
    gets some of both), the weaker "kun_62_kraever_51", or "ingen". The budget is what is left for new ydernumre when
    the reserve is set aside; money is counted at full use of the new capacities. Raises ValueError for another
    `kobling`.
    """
    if kobling not in KOBLINGER:
        raise ValueError(f"Koblingen «{kobling}» kendes ikke.")
    return [*_slider_rules(scenarie, grundlag), *_coupling(scenarie, grundlag, kobling), *_budgets(scenarie, grundlag)]


def _slider_rules(scenarie: Scenarie, grundlag: Grundlag) -> Iterator[Regelbrud]:
    for (omraade, speciale), given in scenarie.tillaeg.items():
        name = grundlag.navne.get(omraade, omraade)
        if omraade not in grundlag.plads:
            sentence = f"«{omraade}» er ikke et af de {len(grundlag.omraader)} planlægningsområder."
            yield Regelbrud("omraade", sentence, grundlag.kapacitetens_kilde, omraade, speciale)
            continue
        if speciale not in RAEKKER:
            known = " og ".join(map(str, RAEKKER))
            sentence = f"{name} får kapacitet i speciale {speciale}; nye ydernumre gives i speciale {known}."
            yield Regelbrud("speciale", sentence, grundlag.paastand[_BOTH].kilde, omraade, speciale)
        if given < 0:
            sentence = f"{name} mister {capacities(-given)} i speciale {speciale}; der kan kun gives mere, ikke tages."
            yield Regelbrud("under_nul", sentence, grundlag.paastand[_ONLY_MORE].kilde, omraade, speciale)
        if abs(given * TIENDEDELE - round(given * TIENDEDELE)) > _EXACT:
            sentence = f"{name} får {capacities(given)} i speciale {speciale}; vi regner i tiendedele, som forslaget."
            yield Regelbrud("tiendedele", sentence, grundlag.forslagets_kilde, omraade, speciale)


def _coupling(scenarie: Scenarie, grundlag: Grundlag, kobling: Kobling) -> Iterator[Regelbrud]:
    first, second = RAEKKER
    needs = {"begge": ((second, first), (first, second)), "kun_62_kraever_51": ((second, first),), "ingen": ()}[kobling]
    source = grundlag.paastand[_BOTH if kobling == "begge" else _ONLY_62_NEEDS_51].kilde
    why = "der skal være noget af begge" if kobling == "begge" else "det ene kræver det andet"
    for omraade in grundlag.omraader:
        for having, needed in needs:
            given = scenarie.tillaeg.get((omraade, having), 0.0)
            if given > 0 and scenarie.tillaeg.get((omraade, needed), 0.0) <= 0:
                sentence = (
                    f"{grundlag.navne[omraade]} får {capacities(given)} i speciale {having}, "
                    f"men intet nyt i speciale {needed}; {why}."
                )
                yield Regelbrud("kobling", sentence, source, omraade, needed)


def _budgets(scenarie: Scenarie, grundlag: Grundlag) -> Iterator[Regelbrud]:
    for speciale, budget in grundlag.budgetter.items():
        given = sum(value for (_, row), value in scenarie.tillaeg.items() if row == speciale)
        if given > budget.hoejst + _EXACT:
            yield Regelbrud("budget", _too_much(budget, given), budget.kilde_hoejst, None, speciale)
        elif given > budget.til_nye + _EXACT:
            yield Regelbrud("reserve", _too_much(budget, given), budget.kilde_reserveret, None, speciale)
        if given * budget.tilskud_kr > budget.ramme_kr:
            cost, frame = _millions(given * budget.tilskud_kr), _millions(budget.ramme_kr)
            sentence = (
                f"De nye kapaciteter i speciale {speciale} koster {cost} mio. kr. om året; rammen er {frame} mio. kr."
            )
            yield Regelbrud("kroner", sentence, budget.kilde_ramme, None, speciale)


def _too_much(budget: Budget, given: float) -> str:
    """The budget is what is left when the reserve is set aside; the sentence names the ceiling that both are under."""
    return (
        f"Speciale {budget.speciale} får {capacities(given)} nye kapaciteter; der er {capacities(budget.til_nye)}, "
        f"for af de højst {capacities(budget.hoejst)} er {number(budget.reserveret)} reserveret til opjustering."
    )


def _millions(kroner: float) -> str:
    return number(kroner / 1_000_000, 2 if kroner % 100_000 else 1)
