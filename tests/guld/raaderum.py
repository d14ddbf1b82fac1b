"""What is forced and what is politics in the papers' case: each aim's ranges within 1 %, and the plans that differ."""

from __future__ import annotations

from analytics.grundlag import som_grundlag
from analytics.optimering import MAAL, Maal, optimer
from analytics.optimering.alternativer import alternativer
from analytics.optimering.godeplaner import gode_planer
from analytics.optimering.raaderum import raaderum
from analytics.optimering.raaderumtekst import fund
from analytics.tabeller import Frames
from tests.guld.figures import Figures

PCT = 1
TIME = 60.0


def figures(frames: Frames) -> Figures:
    """Return the finding, every range that is not nothing, and how far apart the plans are, by aim."""
    return {maal: _of(frames, maal) for maal in MAAL}


def _of(frames: Frames, maal: Maal) -> Figures:
    grundlag = som_grundlag(frames)
    good = gode_planer(grundlag, optimer(grundlag, maal=maal, frist=TIME), PCT)
    room = raaderum(good, frist=TIME)
    return {
        "fund": fund(room),
        "spænd": {
            f"{area}, {speciale}": f"{each.mindst}-{each.hoejst}"
            for (area, speciale), each in room.par.items()
            if each.klasse != "aldrig"
        },
        "afstand til de nærmeste": {
            f"plan {number}": plan.afstand
            for number, plan in enumerate(alternativer(good, room, frist=TIME), start=1)
            if plan.afstand
        },
    }
