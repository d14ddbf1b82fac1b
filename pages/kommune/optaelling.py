"""A theme of what the papers count per kommune: a line for each activity or education, and its figures year by year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from analytics.kommune.kommuneprofil import Kommuneprofil
from analytics.kommune.kommunetal import Linjer
from analytics.kommune.maaltal import Maaltal
from dansk import saetning, tal
from pages.components import Cell, Column, Row
from pages.kommune import maaltal
from pages.kommune.indhold import Afsnit, Tabel, Videre
from pages.navigation.registry import Page
from pages.reading import queries


@dataclass(frozen=True)
class Emne:
    """
    What is counted: its theme and table, what the lines are (`hvad`), and the page of all kommuner with its subject.

    `linjer` are a profile's lines of it; `fund` says the finding of one kommune, and `sammenholdt` the figure that
    several are compared by, and what it is.
    """

    id: str
    tema: str
    navn: str
    hvad: str
    side: Page
    tavle: str
    kilder: tuple[str, ...]
    beregnet: str
    linjer: Callable[[Kommuneprofil], Linjer[Maaltal]]
    fund: Callable[[Kommuneprofil], str]
    sammenholdt: Callable[[Kommuneprofil], tuple[str, Maaltal]]

    def one(self, profil: Kommuneprofil) -> Afsnit:
        """Return the theme of one kommune."""
        lines = self.linjer(profil)
        headings = list(next(iter(lines.values())))
        per_citizen = headings[-1]
        finding = self.fund(profil)
        table = Tabel(
            self.navn,
            (
                Column("hvad", self.hvad),
                *(Column(f"t{i}", heading, "tal") for i, heading in enumerate(headings)),
                Column("region", f"{maaltal.REGION}, pr. 1.000", "tal"),
            ),
            [
                Row((Cell(name), *map(maaltal.together, line.values()), maaltal.reference(line[per_citizen])))
                for name, line in lines.items()
            ],
            f"{saetning.stopped(finding)} {self.hvad} for {self.hvad.lower()}.",
        )
        return self._section((profil,), finding, table, {"kommune": profil.kommune_id})

    def several(self, profiler: Sequence[Kommuneprofil]) -> Afsnit:
        """Return the theme with kommuner side by side."""
        found = [self.sammenholdt(profil) for profil in profiler]
        finding = f"{found[0][0]}: " + saetning.listed(
            [
                f"{profil.navn} {maaltal.text(of.maal, of.eneste)}"
                for profil, (_, of) in zip(profiler, found, strict=True)
            ]
        )
        table = maaltal.compared(
            self.navn,
            profiler,
            maaltal.alike([self._measures(profil) for profil in profiler]),
            f"{saetning.stopped(finding)} {self.hvad} for {self.hvad.lower()}, kommune for kommune.",
            region=True,
        )
        return self._section(profiler, finding, table, {})

    def _section(
        self, profiler: Sequence[Kommuneprofil], finding: str, table: Tabel, chosen: Mapping[str, str]
    ) -> Afsnit:
        measures = [of for profil in profiler for of in self._measures(profil)]
        return Afsnit(
            id=self.id,
            tema=self.tema,
            fund=finding,
            tabeller=(table,),
            kilder=self.kilder,
            noter=_notes(measures),
            beregnet=self.beregnet,
            trykt=tuple(maaltal.printed(of for of in measures if of.eneste.art == "trykt")),
            videre=(Videre(self.side.script, "Alle kommuner", {"emne": self.tavle, **chosen}),),
            bredt=len(profiler) > 1,
        )

    def _measures(self, profil: Kommuneprofil) -> list[Maaltal]:
        return [of for line in self.linjer(profil).values() for of in line.values()]


def _notes(measures: Sequence[Maaltal]) -> tuple[str, ...]:
    """What a blank is, what a place counts, and what the papers themselves say of the figures of each year."""
    caveats = dict.fromkeys(sentence for of in measures for sentence in of.maal.forudsaetninger(queries.tables()))
    return (f"En tom celle er «{tal.UNKNOWN}» og ikke 0.", *caveats)
