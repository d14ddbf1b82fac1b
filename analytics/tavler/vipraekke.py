"""
How each VIP project stands, as a row of a board: its light or what its goals say, a few words, and their age.

The light is officials' own (`vip_status.tilstand`): the papers have none, and none is made up. Until there is one the
order is by goals that are not met, then by age.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analytics.paastand import Kilde
from analytics.papirer import Tid
from analytics.tavler.vipmaal import Projektmaal
from analytics.tavler.vipomtale import ORD, Alder, Omtaleafsnit, Tilstand, alder
from analytics.tavler.vipprojekt import Projekt
from dansk.saetning import unstopped

_FORREST: tuple[Tilstand | None, ...] = ("i vanskeligheder", "forsinket", None, "ukendt", "på sporet", "afsluttet")
"""The lights as a board has them from the top: the troubled first; None is a project that nobody has given one."""
_HELHED = ("status", "resultat")
"""What tells how a whole project stands; of the same day the first."""


@dataclass(frozen=True)
class Kortstatus:
    """The newest that is said of how a project stands: at most `ORD` words, where, and when the paper can be from."""

    ord: str
    kilde: Kilde
    tid: Tid


@dataclass(frozen=True)
class Projektraekke:
    """
    How a project stands on a date.

    `tilstand` is the light that officials gave it with its newest status, None where that has none. `kort` is that
    status, None where no paper has one. `alder` is the status' or, where there is none, that of the newest paper with
    the project; None where neither is known. Goals are counted: not met by their deadline, passed unmeasured, and met.
    """

    projekt: Projekt
    afsluttet: bool
    tilstand: Tilstand | None
    kort: Kortstatus | None
    alder: Alder | None
    ikke_naaet: int
    ikke_maalt: int
    naaet: int


def forkortet(tekst: str, ord: int = ORD) -> str:
    """
    Return the first words of a text, with what is left out as an ellipsis.

    >>> forkortet("Sporene er lagt.", 3), forkortet("Sporene er lagt, og togene kører.", 3), forkortet("5 mio. kr.", 3)
    ('Sporene er lagt', 'Sporene er lagt …', '5 mio. kr.')
    """
    words = tekst.split()
    if len(words) <= ord:
        return unstopped(tekst)
    return " ".join(words[:ord]).rstrip(",;:.–-") + " …"


def seneste(afsnit: Iterable[Omtaleafsnit]) -> Omtaleafsnit | None:
    """Return the newest of what tells how a project stands, a status before a result of the same day; or None."""
    found = [part for part in afsnit if part.art in _HELHED]
    return max(found, key=lambda part: (part.tid.fra, -_HELHED.index(part.art)), default=None)


def kortstatus(part: Omtaleafsnit) -> Kortstatus:
    """Return a section in few words: those that one of its points has for it, else the first words of its first."""
    point = next((each for each in part.punkter if each.kort), part.punkter[0])
    return Kortstatus(point.kort or forkortet(point.tekst), point.kilde, part.tid)


def raekke(
    projekt: Projekt,
    afsnit: Sequence[Omtaleafsnit],
    goals: Iterable[Projektmaal],
    paa: date,
    naevnt: Tid | None = None,
) -> Projektraekke:
    """
    Return how a project stands on a date.

    `afsnit` is what the papers known then say of it, `goals` are the goals of all projects, and `naevnt` is when
    the newest paper with the project can be from.
    """
    newest = seneste(afsnit)
    states = Counter(goal.tilstand.art for goal in goals if goal.projekt.projekt_id == projekt.projekt_id)
    dated = newest.tid if newest else naevnt
    return Projektraekke(
        projekt=projekt,
        afsluttet=projekt.er_afsluttet(paa),
        tilstand=next((point.tilstand for point in newest.punkter if point.tilstand), None) if newest else None,
        kort=kortstatus(newest) if newest else None,
        alder=alder(projekt, dated, paa) if dated else None,
        ikke_naaet=states["ikke_naaet"],
        ikke_maalt=states["ikke_maalt"],
        naaet=states["naaet"],
    )


def ordnet(rows: Iterable[Projektraekke]) -> tuple[Projektraekke, ...]:
    """
    Return the rows with the troubled first: by light, by goals not met, by age, and by deadlines passed unmeasured.

    What no paper tells of is older than all that any does.
    """
    return tuple(sorted(rows, key=_plads))


def _plads(row: Projektraekke) -> tuple[float, ...]:
    age = float("inf") if row.alder is None else row.alder.mindst_mdr
    return (_FORREST.index(row.tilstand), -row.ikke_naaet, -age, -row.ikke_maalt, row.projekt.nr)


@dataclass(frozen=True)
class Raekkefund:
    """
    How many rows there are, have each light, have no status in any paper, are over, and are too old.

    `ikke_naaet` is how many goals are not met by their deadline.
    """

    antal: int
    tilstande: Mapping[Tilstand, int]
    uden_status: int
    afsluttede: int
    foraeldede: int
    ikke_naaet: int


def fund(rows: Sequence[Projektraekke]) -> Raekkefund:
    """Return what these rows come to."""
    lights = Counter(row.tilstand for row in rows if row.tilstand is not None)
    ongoing = [row for row in rows if not row.afsluttet]
    return Raekkefund(
        len(rows),
        dict(lights),
        sum(row.kort is None for row in rows),
        len(rows) - len(ongoing),
        sum(row.alder is None or row.alder.foraeldet for row in ongoing),
        sum(row.ikke_naaet for row in rows),
    )
