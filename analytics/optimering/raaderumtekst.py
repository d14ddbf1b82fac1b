"""What is forced and what is politics, in one sentence; and what "within so many per cent" is counted in."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.optimering import Maal
from analytics.optimering.raaderum import Klasse, Raaderum
from dansk.maengde import counted
from dansk.tal import number

MAALT_PAA: Mapping[Maal, str] = {
    "minimax": "borgere pr. kapacitet i de ringest dækkede områder, delt med regionens, de to specialer lagt sammen",
    "ulighed": "Gini-koefficienterne, de to specialer lagt sammen",
    "over_graense": "borgere over grænsen, de to specialer lagt sammen",
}
"""What a plan may be so many per cent worse in, by objective."""
_LED: Mapping[Klasse, tuple[str, str]] = {
    "altid": ("skal {} altid have", "{} skal altid have"),
    "aldrig": ("får {} aldrig", "{} får aldrig"),
    "politisk": ("er {} et politisk valg", "{} er et politisk valg"),
    "ikke afgjort": ("er {} ikke afgjort", "{} er ikke afgjort"),
}
"""What is said of so many areas, where the sentence begins with it and where it follows."""


def planer(pct: float, maal: str) -> str:
    """
    Return in words which plans are near enough to the best, `maal` being what it is the best in.

    >>> planer(1, "Gini"), planer(0, "Gini")
    ('planer højst 1 % fra den bedste (Gini)', 'planer lige så gode som den bedste (Gini)')
    """
    return (
        f"planer højst {number(pct)} % fra den bedste ({maal})"
        if pct
        else f"planer lige så gode som den bedste ({maal})"
    )


def fund(rum: Raaderum) -> str:
    """Return how many areas always get, how many never get, and how many are for politics to choose between."""
    count = len(rum.omraader)
    if not count:
        return "Ingen områder kan få nye kapaciteter."
    areas = "det ene område" if count == 1 else f"de {counted(count, 'område', 'områder')}"
    said = [(forms, number(rum.antal(klasse))) for klasse, forms in _LED.items() if rum.antal(klasse)]
    parts = [forms[place > 0].format(how_many) for place, (forms, how_many) in enumerate(said)]
    return f"Af {areas}, der kan få, {'; '.join(parts)}."


def forbehold(rum: Raaderum) -> str:
    """Return how many ranges were not proved in time; nothing when all were."""
    left = sum(not each.afgjort for each in rum.par.values())
    return f"{number(left)} af {number(len(rum.par))} spænd er ikke afgjort." if left else ""
