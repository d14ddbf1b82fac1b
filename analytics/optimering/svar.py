"""What the best possible does: the answer in one sentence, and what each objective comes to beside the proposal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.begreber import RAEKKER
from analytics.optimering import Maal
from analytics.scenarie import Udregning
from analytics.scenarie.forskydning import Forskel
from analytics.scenarie.noegletal import BORGERE_OVER, GINI, VAERST, Noegletal, Stoerrelse
from analytics.scenarie.tekst import borgere
from dansk.maengde import quantity
from dansk.tal import number

MAALES_PAA: Mapping[Maal, Stoerrelse] = {"minimax": VAERST, "ulighed": GINI, "over_graense": BORGERE_OVER}
"""The key figure that each objective makes small."""


@dataclass(frozen=True)
class Maalraekke:
    """
    A speciale's key figure with nothing new, in the proposal, and in what is best by the objective that makes it small.

    `pladser` is how far out each of the three is on a scale from nothing (0) to the highest of them (1), in that order.
    """

    maal: Maal
    speciale: int
    stoerrelse: Stoerrelse
    uden: float
    forslag: float
    bedst: float

    @property
    def pladser(self) -> tuple[float, float, float]:
        """Where the three stand on their common scale."""
        three = self.uden, self.forslag, self.bedst
        highest = max(three) or 1.0
        without, proposed, best = (each / highest for each in three)
        return without, proposed, best


def maalraekker(of: Udregning, bedste: Mapping[Maal, Udregning]) -> list[Maalraekke]:
    """Return the three figures of each objective that a best was found for, speciale by speciale."""

    def row(maal: Maal, speciale: int) -> Maalraekke:
        compared, what = of.sammenligning[speciale], MAALES_PAA[maal]
        best: Noegletal = bedste[maal].noegletal[speciale]
        return Maalraekke(maal, speciale, what, what.af(compared.uden), what.af(compared.forslag), what.af(best))

    return [row(maal, speciale) for speciale in RAEKKER for maal in bedste]


def svar(of: Udregning, bedst: Udregning) -> str:
    """
    Return how far the best for the worst served brings them from where a scenario leaves them, and whom it costs most.

    What is as good already is said to be so.
    """
    moved = [
        f"i speciale {s} fra {number(of.noegletal[s].vaerst)} til {number(bedst.noegletal[s].vaerst)}"
        for s in RAEKKER
        if VAERST.forskel(bedst.noegletal[s], of.noegletal[s]) < 0
    ]
    if not moved:
        return "De ringest dækkede har det allerede så godt, som pengene rækker til."
    same = all(bedst.forbrug[s].brugt <= of.forbrug[s].brugt for s in RAEKKER)
    loser = bedst.mod(of).taber_mest
    return (
        f"{'Samme penge' if same else 'Pengene'} kan bringe de ringest dækkede {' og '.join(moved)} "
        f"{borgere(of.scenarie)} pr. kapacitet{'' if loser is None else f', men {_loses(of, loser)}'}."
    )


def _loses(of: Udregning, loser: Forskel) -> str:
    where = "i forslaget" if of.scenarie.tillaeg == of.forslag.scenarie.tillaeg else "i dit scenarie"
    percent = quantity(loser.pct, "pct", 0 if loser.pct >= 1 else 1)
    return f"{of.grundlag.navne[loser.omraade_id]} får det {percent} ringere end {where}"
