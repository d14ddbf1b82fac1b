"""The kinds of difference, and what each means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["modstrid", "andet_grundlag", "trykfejl", "udtraekket"]


@dataclass(frozen=True)
class KindText:
    """What a kind of finding is called, and what it means, in one Danish line each."""

    navn: str
    definition: str


KINDS: Mapping[Kind, KindText] = {
    "modstrid": KindText(
        "Modstrid i kilden", "To steder i papiret kan ikke begge være rigtige, også når der tages højde for afrunding."
    ),
    "andet_grundlag": KindText(
        "Andet grundlag", "Begge tal kan være rigtige; de er opgjort på forskellige tidspunkter, steder eller personer."
    ),
    "trykfejl": KindText(
        "Trykfejl", "Tallet eller navnet er skrevet eller afrundet forkert, og det fremgår, hvad der skulle stå."
    ),
    "udtraekket": KindText(
        "Tabt i udtrækket", "Tallet gik tabt, da papiret blev lavet om til tekst; papiret selv kan være rigtigt."
    ),
}
GRAVEST_FIRST: tuple[Kind, ...] = ("modstrid", "trykfejl", "andet_grundlag", "udtraekket")
"""The kinds, the one that weighs most first."""
