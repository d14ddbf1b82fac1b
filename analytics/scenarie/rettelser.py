"""The smallest change that mends a broken rule: what is given instead, and the words for it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.begreber import MINDST, RAEKKER, TIENDEDELE
from analytics.grundlag import Grundlag
from analytics.scenarie.model import Scenarie
from analytics.scenarie.regler import Kobling, Regel, Regelbrud, kontroller
from dansk.saetning import begun, listed
from dansk.tal import capacities, rounded

Sted = tuple[str, int]
"""An area and a speciale."""
_Forslag = dict[Sted, float]
"""What some places are to have in place of what they have."""

_EXACT = 1e-6
_NAMED = 3
"""More areas than this that something is taken from are counted and not named."""


@dataclass(frozen=True)
class NytTillaeg:
    """What an area is given in a speciale, and what it is to be given instead, in capacities."""

    omraade_id: str
    speciale: int
    fra: float
    til: float

    @property
    def mere(self) -> float:
        """How much more it gets; below zero where it gets less."""
        return _whole(self.til - self.fra)


@dataclass(frozen=True)
class Rettelse:
    """
    The smallest change that mends a broken rule: which rule, what is changed, and what to do in words.

    `handling` is what a button says, without a full stop: «Giv også Valby 0,1 i speciale 62».
    """

    brud: Regelbrud
    tillaeg: tuple[NytTillaeg, ...]
    handling: str

    @property
    def flyttet(self) -> float:
        """How many capacities it moves."""
        return sum(abs(each.mere) for each in self.tillaeg)

    def udfoert(self, scenarie: Scenarie) -> Scenarie:
        """Return the scenario with the change made."""
        return _changed(scenarie, {(each.omraade_id, each.speciale): each.til for each in self.tillaeg})


def rettelse(brud: Regelbrud, scenarie: Scenarie, grundlag: Grundlag, kobling: Kobling = "begge") -> Rettelse | None:
    """
    Return the smallest change that mends a broken rule, breaks none that holds and exceeds no budget by more.

    The smallest moves the fewest capacities, and of equal ones the fewest places; then what gives goes before what
    takes, and whoever has most of a speciale gives up first. A budget is mended by going down to what is left when the
    reserve is set aside, so that it is mended once. None where nothing that is tried here does.
    """
    held_against = _State(scenarie, grundlag, kobling)
    mended = _key(brud)
    tried = sorted(_candidates(brud, scenarie, grundlag), key=lambda proposed: _size(proposed, scenarie))
    for proposed in tried:
        state = _State(_changed(scenarie, proposed), grundlag, kobling)
        if state.broken <= held_against.broken - {mended} and state.exceeds_no_more_than(held_against):
            changes = tuple(
                NytTillaeg(omraade, speciale, scenarie.tillaeg.get((omraade, speciale), 0.0), to)
                for (omraade, speciale), to in proposed.items()
            )
            return Rettelse(brud, changes, _in_words(brud, changes, scenarie, grundlag))
    return None


def stoerste_rettelse(
    brud: Iterable[Regelbrud], scenarie: Scenarie, grundlag: Grundlag, kobling: Kobling = "begge"
) -> Rettelse | None:
    """Return the one that moves most of the smallest changes that mend each rule; of one budget's it mends all."""
    tried = (rettelse(each, scenarie, grundlag, kobling) for each in brud)
    return max(filter(None, tried), key=lambda each: each.flyttet, default=None)


_Key = tuple[Regel, str | None, int | None]


def _key(of: Regelbrud) -> _Key:
    """Which rule is broken, and where; the two about one budget are one, since only the worse of them is told."""
    return "reserve" if of.regel == "budget" else of.regel, of.omraade_id, of.speciale


class _State:
    """What is broken in a scenario, and how much too much is given of each speciale."""

    def __init__(self, scenarie: Scenarie, grundlag: Grundlag, kobling: Kobling) -> None:
        self.broken = frozenset(map(_key, kontroller(scenarie, grundlag, kobling)))
        self.excess = [max(0.0, _given(scenarie, s) - _limit(grundlag, s)) for s in RAEKKER]

    def exceeds_no_more_than(self, other: _State) -> bool:
        return all(now <= before + _EXACT for now, before in zip(self.excess, other.excess, strict=True))


def _given(scenarie: Scenarie, speciale: int) -> float:
    return sum(value for (_, row), value in scenarie.tillaeg.items() if row == speciale)


def _limit(grundlag: Grundlag, speciale: int) -> float:
    """The capacities of a speciale that neither the budget nor the frame forbids."""
    budget = grundlag.budgetter[speciale]
    return min(budget.til_nye, budget.ramme_kr / budget.tilskud_kr)


def _whole(value: float) -> float:
    """An amount without the noise of binary arithmetic, as a scenario keeps it."""
    return rounded(value, 3)


def _changed(scenarie: Scenarie, proposed: Mapping[Sted, float]) -> Scenarie:
    return replace(scenarie, tillaeg={**scenarie.tillaeg, **proposed})


def _size(proposed: _Forslag, scenarie: Scenarie) -> tuple[float, int]:
    moved = sum(abs(to - scenarie.tillaeg.get(place, 0.0)) for place, to in proposed.items())
    return _whole(moved), len(proposed)


def _candidates(brud: Regelbrud, scenarie: Scenarie, grundlag: Grundlag) -> Iterable[_Forslag]:
    """What may mend a broken rule, what is preferred of equally small ones first."""
    return _WAYS[brud.regel](brud, scenarie, grundlag)


def _place(brud: Regelbrud) -> Sted:
    """The place that a rule is broken at, where it is broken at one."""
    if brud.omraade_id is None or brud.speciale is None:
        raise ValueError(f"Reglen «{brud.regel}» brydes ikke ét sted.")
    return brud.omraade_id, brud.speciale


def _nothing_there(brud: Regelbrud, scenarie: Scenarie, grundlag: Grundlag) -> Iterator[_Forslag]:
    """A place that nothing can be given to or taken from: it gets nothing."""
    yield from _paid({_place(brud): 0.0}, scenarie, grundlag)


def _in_tenths(brud: Regelbrud, scenarie: Scenarie, grundlag: Grundlag) -> Iterator[_Forslag]:
    """An amount that is no whole number of tenths: the tenth below or above it, or nothing in the area at all."""
    place = omraade, speciale = _place(brud)
    tenths = scenarie.tillaeg[place] * TIENDEDELE
    for to in (math.floor(tenths), math.ceil(tenths)):
        yield from _paid({place: to / TIENDEDELE}, scenarie, grundlag)
    yield {place: 0.0, (omraade, _other(speciale)): 0.0}


def _of_both(brud: Regelbrud, scenarie: Scenarie, grundlag: Grundlag) -> Iterator[_Forslag]:
    """Only one of the specialer is given: the least of the other, paid by somebody else if it must be; or neither."""
    place = omraade, speciale = _place(brud)
    yield from _paid({place: MINDST}, scenarie, grundlag)
    yield {(omraade, _other(speciale)): 0.0}


def _within_budget(brud: Regelbrud, scenarie: Scenarie, grundlag: Grundlag) -> Iterator[_Forslag]:
    """More is given of a speciale than there is: what is too much is taken from those who have most."""
    if brud.speciale is None:
        raise ValueError(f"Reglen «{brud.regel}» gælder ikke ét speciale.")
    budget = grundlag.budgetter[brud.speciale]
    limit = budget.ramme_kr / budget.tilskud_kr if brud.regel == "kroner" else budget.til_nye
    too_much = _given(scenarie, brud.speciale) - limit
    for take in _amounts(too_much):
        yield from _taken(take, brud.speciale, scenarie, grundlag)


_WAYS: Mapping[Regel, Callable[[Regelbrud, Scenarie, Grundlag], Iterator[_Forslag]]] = {
    "omraade": _nothing_there,
    "speciale": _nothing_there,
    "under_nul": _nothing_there,
    "tiendedele": _in_tenths,
    "kobling": _of_both,
    "budget": _within_budget,
    "reserve": _within_budget,
    "kroner": _within_budget,
}


def _other(speciale: int) -> int:
    first, second = RAEKKER
    return first if speciale == second else second


def _amounts(least: float) -> list[float]:
    """What may be taken to be rid of so much: just that, or the next whole tenths, which everybody can give."""
    return list(dict.fromkeys((_whole(least), math.ceil(_whole(least * TIENDEDELE)) / TIENDEDELE)))


def _paid(proposed: _Forslag, scenarie: Scenarie, grundlag: Grundlag) -> Iterator[_Forslag]:
    """A change as it is, and with what it gives taken from others in the same speciale."""
    yield proposed
    for (omraade, speciale), to in list(proposed.items()):
        more = to - scenarie.tillaeg.get((omraade, speciale), 0.0)
        if more > 0 and speciale in RAEKKER:
            for take in _amounts(more):
                for taken in _taken(take, speciale, scenarie, grundlag, spared=omraade):
                    yield taken | proposed


def _taken(
    amount: float, speciale: int, scenarie: Scenarie, grundlag: Grundlag, spared: str | None = None
) -> Iterator[_Forslag]:
    """Ways to take so much of a speciale: from one area, or from several, those who have most first."""
    having = _most_first(speciale, scenarie, grundlag, spared)
    yield from ({(omraade, speciale): _whole(had - amount)} for omraade, had in having if had >= amount - _EXACT)
    yield _shared(amount, having, speciale, MINDST)
    yield _shared(amount, having, speciale, 0.0)
    yield _emptied(amount, having, speciale)


def _most_first(speciale: int, scenarie: Scenarie, grundlag: Grundlag, spared: str | None) -> list[tuple[str, float]]:
    given = [(omraade, scenarie.tillaeg.get((omraade, speciale), 0.0)) for omraade in grundlag.omraader]
    having = [(omraade, had) for omraade, had in given if had > 0 and omraade != spared]
    return sorted(having, key=lambda each: -each[1])


def _shared(amount: float, having: Sequence[tuple[str, float]], speciale: int, least: float) -> _Forslag:
    """Take from each all but the least, until it is enough."""
    proposed, left = _Forslag(), amount
    for omraade, had in having:
        if (take := min(left, had - least)) > _EXACT:
            proposed[omraade, speciale] = _whole(had - take)
            left -= take
    return proposed


def _emptied(amount: float, having: Sequence[tuple[str, float]], speciale: int) -> _Forslag:
    """Take everything, also of the other speciale, from those who have least, until it is enough."""
    proposed, left = _Forslag(), amount
    for omraade, had in reversed(having):
        if left > _EXACT:
            proposed |= {(omraade, s): 0.0 for s in RAEKKER}
            left -= had
    return proposed


def _in_words(brud: Regelbrud, changes: Sequence[NytTillaeg], scenarie: Scenarie, grundlag: Grundlag) -> str:
    """Say what to do, as a request."""
    names = {each.omraade_id: grundlag.navne.get(each.omraade_id, f"«{each.omraade_id}»") for each in changes}
    given, taken = [each for each in changes if each.mere > 0], [each for each in changes if each.mere < 0]
    if len(given) == len(taken) == 1 and given[0].speciale == taken[0].speciale and given[0].mere == -taken[0].mere:
        return (
            f"Flyt {capacities(given[0].mere)} i speciale {given[0].speciale} "
            f"fra {names[taken[0].omraade_id]} til {names[given[0].omraade_id]}"
        )
    if brud.regel == "tiendedele" and len(changes) == 1 and changes[0].til:
        (only,) = changes
        return (
            f"Giv {names[only.omraade_id]} {capacities(only.til)} i stedet for {capacities(only.fra)} "
            f"i speciale {only.speciale}"
        )
    parts = [_gift(each, names[each.omraade_id], scenarie) for each in given]
    for speciale in dict.fromkeys(each.speciale for each in taken):
        parts.append(
            f"tag {_sources([each for each in taken if each.speciale == speciale], names)} i speciale {speciale}"
        )
    return begun(", og ".join(parts))


def _sources(taken: Sequence[NytTillaeg], names: Mapping[str, str]) -> str:
    """What is taken, and from whom; more than can be named are counted."""
    if len(taken) > _NAMED:
        return f"{capacities(-sum(each.mere for each in taken))} fra {len(taken)} områder"
    return listed([f"{capacities(-each.mere)} fra {names[each.omraade_id]}" for each in taken])


def _gift(of: NytTillaeg, name: str, scenarie: Scenarie) -> str:
    if of.til <= 0:
        return f"tag intet fra {name} i speciale {of.speciale}"
    if of.fra > 0:
        return f"giv {name} {capacities(of.mere)} mere i speciale {of.speciale}"
    both = " også" if scenarie.tillaeg.get((of.omraade_id, _other(of.speciale)), 0.0) > 0 else ""
    return f"giv{both} {name} {capacities(of.til)} i speciale {of.speciale}"
