"""Which unknown, once it is settled, could change who is at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from analytics.mobilitet.katalog import Antagelse, Katalog
from analytics.mobilitet.vaegtning import andele, checked_places, vaegtet
from analytics.talraekker import Bools, Floats


@dataclass(frozen=True)
class Udfald:
    """Who enters and who leaves when an unknown turns out to be one of `stjerner` (0: ingen positiv effekt)."""

    stjerner: tuple[int, ...]
    ind: tuple[int, ...]
    ud: tuple[int, ...]
    saetning: str


@dataclass(frozen=True)
class Afgoerende:
    """An unknown assessment that alone could change the top, and how, lowest stars first."""

    indsats_nr: int
    pejlemaerke_id: str
    udfald: tuple[Udfald, ...]

    @property
    def stjerner(self) -> tuple[int, ...]:
        """The stars at which the top changes."""
        return tuple(stars for each in self.udfald for stars in each.stjerner)


def oeverste(katalog: Katalog, vaegte: Sequence[float], k: int = 5, antagelse: Antagelse = "lavest") -> tuple[int, ...]:
    """
    Return the top k by weighted value when all that is unknown is what is assumed, by indsats_nr.

    Those are in it that fewer than k are above: where the last of them are equal, they are more than k.
    """
    shares = andele(vaegte, katalog)
    values = vaegtet(katalog.antaget(antagelse, shares), shares)
    return katalog.numre(_top(values, checked_places(k, len(values))))


def afgoerende_ukendte(
    katalog: Katalog, vaegte: Sequence[float], k: int = 5, antagelse: Antagelse = "lavest"
) -> tuple[Afgoerende, ...]:
    """
    Return the unknowns that change the top k when they alone are settled and the rest is still what is assumed.

    "De k øverste er dem med mest værdi, når alt ukendt regnes for det laveste, det kan være; en ukendt vurdering er
    afgørende, når den alene kan ændre, hvem de er." Exact: each unknown is tried at each of its stars, and the top is
    that of `oeverste`. Raises ValueError, in Danish, for impossible weights or a k that is not from 1 to the number of
    measures.
    """
    shares = andele(vaegte, katalog)
    given = katalog.antaget(antagelse, shares)
    values = vaegtet(given, shares)
    before = _top(values, checked_places(k, len(values)))
    found = []
    for row, column in np.argwhere(katalog.ukendt).tolist():
        settled = _settled(katalog, given[row], row, column)
        stars = settled[:, column]
        outcomes = np.tile(values, (len(stars), 1))
        outcomes[:, row] = vaegtet(settled, shares)
        after = _top(outcomes, k)
        place = (katalog.indsatser[row], katalog.pejlemaerker[column])
        changes = zip(
            map(int, stars),
            (katalog.numre(top) for top in after & ~before),
            (katalog.numre(top) for top in before & ~after),
            strict=True,
        )
        results = [
            Udfald(at, entering, leaving, _sentence(katalog, *place, k, at, entering, leaving))
            for (entering, leaving), same in groupby(changes, key=lambda change: change[1:])
            if (entering or leaving) and (at := tuple(change[0] for change in same))
        ]
        if results:
            found.append(Afgoerende(*place, tuple(results)))
    return tuple(found)


def _settled(katalog: Katalog, given: Floats, row: int, column: int) -> Floats:
    """Return a measure's row, as it is given, at each of the stars that one of its unknowns can be."""
    low, high = katalog.lav[row, column], katalog.hoej[row, column]
    if not katalog.uafgjort[row, column]:
        stars = np.arange(low, high + 1)
        settled = np.tile(given, (len(stars), 1))
    else:
        stars = np.array([low, high])
        # Where the one place has none, the other has them.
        settled = np.where(katalog.uafgjort[row], high - stars[:, None], given)
    settled[:, column] = stars
    return settled


def _top(values: Floats, k: int) -> Bools:
    """Return which of the last axis fewer than k are above."""
    return np.asarray((values[..., None, :] > values[..., :, None]).sum(axis=-1) < k)


def _sentence(
    katalog: Katalog, nr: int, pejlemaerke: str, k: int, stars: Sequence[int], ind: Sequence[int], ud: Sequence[int]
) -> str:
    """Return what happens, the measure's own part in it first."""
    name, where = katalog.kald(nr), katalog.pejlemaerke_navne[pejlemaerke]
    effects = [each for each in (("kommer", ind, "ind blandt"), ("går", ud, "ud af")) if each[1]]
    effects.sort(key=lambda each: nr not in each[1])
    (verb, who, way), *rest = effects
    subject = "den" if tuple(who) == (nr,) else katalog.kald(*who)
    text = f"Bliver {name} vurderet til {_rating(stars)} på {where}, {verb} {subject} {way} de {k} øverste"
    return text + "".join(f", og {katalog.kald(*who)} {verb} {way.split()[0]}" for verb, who, way in rest) + "."


def _rating(stars: Sequence[int]) -> str:
    """Return what the stars are called; they follow each other."""
    positive = [each for each in stars if each]
    words = ["ingen positiv effekt"] if 0 in stars else []
    if positive:
        span = str(positive[0]) if len(positive) == 1 else f"{positive[0]}-{positive[-1]}"
        words.append(f"{span} {'stjerne' if positive == [1] else 'stjerner'}")
    return " eller ".join(words)
