"""How the meetings' tasks stood on three days, the next that was due, and each kommune's share of what is asked."""

from __future__ import annotations

from datetime import date

from analytics.moeder import betaling, opgaver
from analytics.tabeller import Frames
from tests.guld.figures import Figures

DAYS = (date(2022, 11, 30), date(2024, 4, 19), date(2026, 1, 1))


def figures(frames: Frames) -> Figures:
    """Return what the tasks come to day by day, and the shares of each sum that has a printed key."""
    stood: dict[str, Figures] = {}
    for day in DAYS:
        found = opgaver.fund(opgaver.opgaver(frames, day))
        stood[day.isoformat()] = {
            **{str(stand): count for stand, count in found.stande.items()},
            "naeste": found.naeste.opgave_id if found.naeste else "ingen",
        }
    shares = {each.finansiering.finansiering_id: dict(each.andele) for each in betaling.fordelinger(frames, DAYS[-1])}
    return {"frister": stood, "andele": shares}
