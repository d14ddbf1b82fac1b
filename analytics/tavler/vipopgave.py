"""
What each klima project asked of every kommune, and what of them together.

Sources: the tables ``vip_opgave``, ``vip_projekt`` and ``kilde``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from analytics.paastand import Kilde
from analytics.papirer import kendt
from analytics.tabeller import Frames
from analytics.tavler.vipprojekt import Projekt, projekter

Hvem = Literal["hver kommune", "sammen"]
HVEM: tuple[Hvem, ...] = get_args(Hvem)


@dataclass(frozen=True)
class Projektopgave:
    """A task in our words, whose it is, and where it stands."""

    hvem: Hvem
    tekst: str
    kilde: Kilde


@dataclass(frozen=True)
class Projektopgaver:
    """The tasks of a project, those of every kommune first, each kind in printed order."""

    projekt: Projekt
    opgaver: tuple[Projektopgave, ...]

    def af(self, hvem: Hvem) -> tuple[Projektopgave, ...]:
        """Return those of one kind."""
        return tuple(each for each in self.opgaver if each.hvem == hvem)


def opgaver(frames: Frames, paa: date) -> tuple[Projektopgaver, ...]:
    """Return the tasks of each klima project that the papers known on a date have, project by project."""
    known = kendt(frames["vip_opgave"], frames, paa).to_dict("records")
    known.sort(key=lambda row: (HVEM.index(row["hvem"]), row["raekkefoelge"]))
    return tuple(
        Projektopgaver(project, own)
        for project in projekter(frames, "klima")
        if (
            own := tuple(
                Projektopgave(row["hvem"], str(row["opgave"]), Kilde.af(row))
                for row in known
                if row["projekt_id"] == project.projekt_id
            )
        )
    )


@dataclass(frozen=True)
class Opgavefund:
    """How many tasks each kommune had of its own, and how many they had together."""

    egne: int
    sammen: int


def fund(of: Sequence[Projektopgaver]) -> Opgavefund:
    """Return what the tasks of these projects come to."""
    return Opgavefund(*(sum(len(each.af(hvem)) for each in of) for hvem in HVEM))
