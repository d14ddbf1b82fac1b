"""What scenarios side by side are called: by people where they have named them, else by a rule."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.scenarie.model import Scenarie

BOGSTAVER = "ABCD"
"""The places of scenarios side by side: the sliders' own, and those that are kept."""


def navne(scenarier: Sequence[Scenarie], forslag: Scenarie, egne: Sequence[str] = ()) -> tuple[str, ...]:
    """
    Return a name for each of up to four scenarios, no two the same.

    `egne` are people's own names by place, empty where there is none. Without one a scenario is called what it gives:
    the proposal or nothing new; the sliders' own is else «Mit scenarie», and one that is kept has its letter. Where a
    name is taken already, the letter stands behind it.
    """
    found: list[str] = []
    for place, scenarie in enumerate(scenarier):
        name = egne[place] if place < len(egne) else ""
        name = name or _by_rule(place, scenarie, forslag)
        while name in found:
            name = f"{name} ({BOGSTAVER[place]})"
        found.append(name)
    return tuple(found)


def _by_rule(place: int, scenarie: Scenarie, forslag: Scenarie) -> str:
    if scenarie.tillaeg == forslag.tillaeg:
        return "Forslaget"
    if not scenarie.tillaeg:
        return "Ingen nye"
    return BOGSTAVER[place] if place else "Mit scenarie"
