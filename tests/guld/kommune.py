"""Where each kommune sticks out most among all, and the lines that it is compared on."""

from __future__ import annotations

from analytics.kommune.kommuneprofil import maalinger
from analytics.kommune.rygrad import rygrad, udsving
from analytics.tabeller import Frames
from tests.guld.figures import Figures


def figures(frames: Frames) -> Figures:
    """Return for each kommune the figures that stick out, with their places, and how many lines it has."""
    areas, measured = frames["omraade"], maalinger(frames)
    kommune_of = dict(zip(areas["omraade_id"], areas["kommune_id"], strict=True))
    found: dict[str, Figures] = {}
    for kommune in sorted(set(kommune_of.values())):
        of = rygrad(measured, [kommune], kommune_of)
        found[kommune] = {
            "linjer": len(of.linjer),
            **{
                f"{nr}. {each.af.maal.id}, {each.af.speciale}": {
                    "sted": each.sted,
                    "tal": each.vaerdi,
                    "plads": f"{each.placering.plads} af {each.placering.antal}, {each.placering.ende}",
                    "delt": each.placering.delt,
                }
                for nr, each in enumerate(udsving(of, kommune, kommune_of), 1)
            },
        }
    return found
