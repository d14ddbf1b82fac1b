"""How sure a measure's rank is when its own unknowns alone are drawn: every outcome, none of them by chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analytics.mobilitet.katalog import Katalog
from analytics.mobilitet.vaegtning import andele, vaegtet
from analytics.talraekker import Floats


@dataclass(frozen=True)
class Egenplads:
    """
    The places that a measure has over all that its own unknowns can be, each outcome as likely as the others.

    `plads` is the one it has most often (the best of equals) in the share `sikkerhed` (0-1) of the outcomes, and
    `plads_fra` and `plads_til` are the best and the worst.
    """

    indsats_nr: int
    plads: int
    sikkerhed: float
    plads_fra: int
    plads_til: int


def egne_pladser(katalog: Katalog, vaegte: Sequence[float]) -> tuple[Egenplads, ...]:
    """
    Return how sure each measure's rank is at these very weights, in the order of the catalogue.

    Of the others' unknowns each is the middle of what it can be. That the outcomes are as likely is an assumption.
    Equal values share the best place. `vaegte` are as in `andele`, which raises what this does.
    """
    shares = andele(vaegte, katalog)
    middle = vaegtet(katalog.antaget("midt", shares), shares)
    found = []
    for row, nr in enumerate(katalog.indsatser):
        own = vaegtet(_outcomes(katalog, row), shares)
        others = np.sort(np.delete(middle, row))
        places = 1 + len(others) - np.searchsorted(others, own, side="right")
        how_often = np.bincount(places, minlength=len(middle) + 1) / len(places)
        likeliest = int(how_often.argmax())
        found.append(Egenplads(nr, likeliest, float(how_often[likeliest]), int(places.min()), int(places.max())))
    return tuple(found)


def _outcomes(katalog: Katalog, row: int) -> Floats:
    """Return all that a measure's stars can be, (outcomes, pejlemærker); one of two places has those they share."""
    ends = zip(katalog.lav[row], katalog.hoej[row], katalog.uafgjort[row], strict=True)
    spans = [np.array([low, high]) if shared else np.arange(low, high + 1) for low, high, shared in ends]
    every = np.stack(np.meshgrid(*spans, indexing="ij"), axis=-1).reshape(-1, len(spans))
    return np.asarray(every[every[:, katalog.uafgjort[row]].sum(axis=1) == katalog.delt[row]])
