"""
What the papers of the meetings ask somebody to do, by when, and how that stood on a day.

A deadline is passed the day after the last day that it can mean. That no paper tells what became of a task is not that
it was not done: the two are told apart, and so is a deadline that no paper is new enough to tell of.

Sources: the table ``moede_opgave`` with the items of its meetings, and the VIP projects' goals (``vip_maal``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from analytics.moeder.punkter import Moedepunkt, Opfoelgning, Udfald, punkter, som_dag
from analytics.paastand import Kilde
from analytics.papirer import kendt, nyeste_dag
from analytics.tabeller import Frames, filled
from analytics.tavler import vipmaal
from analytics.tavler.vipmaal import Projektmaal

Stand = Literal["ikke_naaet", "udskudt", "delvist", "tier", "uden_papir", "kommende", "videre", "sket", "uden_frist"]
STANDE: tuple[Stand, ...] = get_args(Stand)
"""How a task can stand, in the order of the picture: what is late first."""
PASSERET: frozenset[Stand] = frozenset({"ikke_naaet", "udskudt", "delvist", "tier", "uden_papir"})
"""A task whose deadline is passed, and which no paper says is done."""
UAFKLARET: frozenset[Stand] = PASSERET | {"kommende"}
AFKLARET: frozenset[Stand] = frozenset({"videre", "sket"})

_AF_UDFALD: Mapping[str, Stand] = {"udskudt": "udskudt", "delvist": "delvist", "videre": "videre", "sket": "sket"}
"""How a task stands by what became of it; being mentioned settles nothing."""

REGEL: Mapping[Stand, str] = {
    "ikke_naaet": "Fristen er passeret, og et papir siger, at målet ikke er nået.",
    "udskudt": "Fristen er passeret, og et papir siger, at det blev eller bliver senere.",
    "delvist": "Fristen er passeret, og et papir siger, at en del er gjort.",
    "tier": "Fristen er passeret, og ingen af de senere papirer siger, hvad der skete.",
    "uden_papir": "Fristen er passeret, men intet papir er nyere end den.",
    "kommende": "Fristen er ikke passeret.",
    "videre": "Et papir siger, at det er ført videre i andet.",
    "sket": "Et papir siger, at det er gjort.",
    "uden_frist": "Papiret siger ikke hvornår, og intet papir siger, at det er gjort.",
}
"""The rule of each state, in words."""
NAVNE: Mapping[Stand, str] = {
    "ikke_naaet": "mål ikke nået",
    "udskudt": "senere end fristen",
    "delvist": "delvist gjort",
    "tier": "passeret; senere papirer siger intet",
    "uden_papir": "passeret; intet papir er nyere",
    "kommende": "kommer",
    "videre": "ført videre",
    "sket": "gjort",
    "uden_frist": "ingen frist",
}
"""What each state is called."""


@dataclass(frozen=True)
class Moedeopgave:
    """
    A task as it stood on a day: what is to be done, who acts and by when, and what papers known then say became of it.

    `frist` is the last day that the deadline can mean and `tidligst` the first; None where there is none. `frist_trykt`
    is the deadline in the paper's words. `alle` is whether it concerns every kommune, `kommuner` those that its item
    names. `punkt` is its item, None for a goal whose paper has no item; `tabel` is where it is transcribed.
    """

    opgave_id: str
    kort: str
    hvad: str
    hvem: str
    handler: str
    emne: str
    punkt: str | None
    tidligst: date | None
    frist: date | None
    frist_trykt: str | None
    opfoelgning: tuple[Opfoelgning, ...]
    stand: Stand
    alle: bool
    kommuner: frozenset[str]
    kilde: Kilde
    tabel: str

    @property
    def blev_til(self) -> date | None:
        """The last day that what became of it can be from, or is expected; None where no paper says."""
        days = [each.til for each in self.opfoelgning if each.til and each.udfald != "naevnt"]
        return days[-1] if days else None

    @property
    def dag(self) -> date | None:
        """The day that it stands at on a scale: its deadline or, where it has none, the day that it was done."""
        return self.frist or self.blev_til

    @property
    def senere(self) -> date | None:
        """The day that it was done or is expected, where that is later than its deadline."""
        then = self.blev_til
        return then if then and self.frist and then > self.frist else None

    def angaar(self, kommune: str) -> bool:
        """Whether it concerns a kommune (an id; `alle` is any)."""
        return kommune == "alle" or self.alle or kommune in self.kommuner


@dataclass(frozen=True)
class Fristfund:
    """What a selection of tasks comes to: how many stand in each way, and the next that is due."""

    stande: Mapping[Stand, int]
    naeste: Moedeopgave | None

    @property
    def passeret(self) -> int:
        """How many deadlines are passed without a paper saying that the task was done."""
        return sum(count for stand, count in self.stande.items() if stand in PASSERET)

    @property
    def afklaret(self) -> int:
        """How many tasks a paper says are done or carried on."""
        return sum(count for stand, count in self.stande.items() if stand in AFKLARET)


def stand(frist: date | None, opfoelgning: Iterable[Opfoelgning], nyeste_papir: date | None, paa: date) -> Stand:
    """
    Return how a task stood on a day, by `REGEL`.

    `opfoelgning` is what papers known then say became of it, the last of them counts; being mentioned (`naevnt`)
    settles nothing. `nyeste_papir` is the date of the newest paper then, whatever it is about.

    >>> stand(date(2024, 5, 15), (), date(2024, 4, 19), date(2024, 5, 15))
    'kommende'
    >>> stand(date(2024, 5, 15), (), date(2024, 4, 19), date(2024, 5, 16))
    'uden_papir'
    >>> stand(date(2024, 5, 15), (), date(2025, 1, 1), date(2026, 1, 1))
    'tier'
    """
    settled = [_AF_UDFALD[each.udfald] for each in opfoelgning if each.udfald in _AF_UDFALD]
    passed = frist is not None and frist < paa
    if settled and (passed or settled[-1] in AFKLARET):
        return settled[-1]
    if frist is None:
        return "uden_frist"
    if not passed:
        return "kommende"
    return "tier" if nyeste_papir is not None and nyeste_papir > frist else "uden_papir"


def opgaver(frames: Frames, paa: date) -> tuple[Moedeopgave, ...]:
    """
    Return the tasks of the papers known on a day, in the order of the picture (`ordnet`).

    The VIP projects' goals are among them once their deadline is passed: until then they are goals and no tasks.
    """
    items, newest = punkter(frames, paa), nyeste_dag(frames, paa)
    rows = kendt(frames["moede_opgave"], frames, paa).to_dict("records")
    own = [_opgave(row, items[str(row["punkt_id"])], newest, paa) for row in rows]
    goals = [
        _goal(goal, items, newest, paa)
        for goal in vipmaal.maal(frames, paa)
        if goal.projekt.omraade == "klima" and goal.frist is not None and goal.frist < paa
    ]
    return ordnet([*own, *goals])


def ordnet(tasks: Iterable[Moedeopgave]) -> tuple[Moedeopgave, ...]:
    """Return the tasks with the late first, as `STANDE` has it, and of each state the longest due first."""
    return tuple(sorted(tasks, key=lambda task: (STANDE.index(task.stand), task.frist or date.max, task.kort)))


Udvalg = tuple[tuple[Moedepunkt, tuple[Moedeopgave, ...]], ...]
"""Items that are asked for, each with its own tasks."""


def udvalg(items: Iterable[Moedepunkt], tasks: Iterable[Moedeopgave], emne: str, kommune: str) -> Udvalg:
    """
    Return the items of a subject that concern a kommune, each with its own tasks; `alle` is any subject or kommune.

    An item concerns those that it names, and those that one of its tasks does. A VIP goal is no item's own task.
    """
    own: dict[str, list[Moedeopgave]] = {}
    for task in tasks:
        if task.punkt and task.tabel == "moede_opgave":
            own.setdefault(task.punkt, []).append(task)
    return tuple(
        (item, tuple(asked))
        for item, asked in ((item, own.get(item.punkt_id, ())) for item in items if emne in ("alle", item.emne))
        if kommune == "alle" or kommune in item.navngivne or any(task.angaar(kommune) for task in asked)
    )


def fund(tasks: Iterable[Moedeopgave]) -> Fristfund:
    """Return what these tasks come to."""
    found = list(tasks)
    counts = Counter(task.stand for task in found)
    due = [task for task in found if task.frist is not None and task.stand == "kommende"]
    return Fristfund(
        {state: counts[state] for state in STANDE if counts[state]},
        min(due, key=_when, default=None),
    )


def _when(task: Moedeopgave) -> tuple[date, str]:
    return (task.frist or date.max, task.kort)


def _opgave(row: Mapping[Any, Any], item: Moedepunkt, newest: date | None, paa: date) -> Moedeopgave:
    due, became = som_dag(row["til_dato"]), item.om_opgave(str(row["opgave_id"]))
    return Moedeopgave(
        opgave_id=str(row["opgave_id"]),
        kort=str(row["kort"]),
        hvad=str(row["hvad"]),
        hvem=str(row["hvem"]),
        handler=str(row["handler"]),
        emne=item.emne,
        punkt=item.punkt_id,
        tidligst=som_dag(row["fra_dato"]),
        frist=due,
        frist_trykt=filled(row["frist_trykt"]),
        opfoelgning=became,
        stand=stand(due, became, newest, paa),
        alle=row["handler"] == "alle_kommuner",
        kommuner=item.navngivne,
        kilde=Kilde.af(row),
        tabel="moede_opgave",
    )


def _goal(goal: Projektmaal, items: Mapping[str, Moedepunkt], newest: date | None, paa: date) -> Moedeopgave:
    """
    A VIP project's goal whose deadline is passed, as a task of the meeting that its catalogue was on.

    It stands as its own rule has it (`vipmaal.REGEL`): reached, not reached, or not settled,
    also where it is carried on.
    """
    told: list[Opfoelgning] = []
    if goal.belaeg:
        result: Udfald = "sket" if goal.belaeg.naaet == "ja" else "naevnt"
        told.append(Opfoelgning(None, result, None, None, goal.belaeg.tekst, goal.belaeg.kilde))
    if goal.videres_kilde:
        told.append(Opfoelgning(None, "naevnt", None, None, f"Videreført i {goal.videre_i}", goal.videres_kilde))
    became, missed = tuple(told), goal.tilstand.art == "ikke_naaet"
    own = (each for each in items.values() if each.kilde.kilde_id == goal.kilde.kilde_id and each.emne == "klima")
    item = next(own, None)
    return Moedeopgave(
        opgave_id=f"vip-{goal.projekt.projekt_id}-{goal.nr}",
        kort=f"{goal.projekt.kort_navn}, mål {goal.nr}",
        hvad=goal.maal,
        hvem="Kommuner og region",
        handler="alle_kommuner",
        emne="klima",
        punkt=item.punkt_id if item else None,
        tidligst=goal.frist,
        frist=goal.frist,
        frist_trykt=goal.frist_trykt,
        opfoelgning=became,
        stand="ikke_naaet" if missed else stand(goal.frist, became, newest, paa),
        alle=True,
        kommuner=frozenset(),
        kilde=goal.kilde,
        tabel="vip_maal",
    )
