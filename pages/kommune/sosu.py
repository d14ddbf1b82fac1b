"""A kommune's SOSU places: each education, each year, and the change."""

from __future__ import annotations

from collections.abc import Sequence

from analytics import kommunetal
from analytics.kommune import Kommuneprofil, Maaltal
from pages.faelles import numbers, queries
from pages.faelles.components import Cell, Column, Row
from pages.kommune import tal
from pages.kommune.indhold import Afsnit, Tabel, Videre

_KILDER = ("sosu_laereplads",)
_COMPUTED = "summen af de to uddannelser, og ændringen."
_BOARD = "pages/projekter/resultatmaal.py"


def one(profil: Kommuneprofil) -> Afsnit:
    """Return the theme of one kommune."""
    headings, rows = _table(profil)
    return Afsnit(
        id="sosu",
        tema="SOSU-lærepladser",
        fund=_finding(profil),
        tabeller=(
            Tabel(
                "SOSU",
                (
                    Column("hvad", "Uddannelse"),
                    *(Column(f"t{i}", heading, "tal") for i, heading in enumerate(headings)),
                ),
                [Row((Cell(name), *(tal.together(of) for of in measures))) for name, measures in rows.items()],
                f"{_finding(profil)}. Assistenter og hjælpere for sig.",
            ),
        ),
        kilder=_KILDER,
        noter=_notes(),
        beregnet=_COMPUTED,
        trykt=tuple(tal.printed(_as_printed(profil))),
        videre=(Videre(_BOARD, "Alle kommuner", {"emne": "sosu", "kommune": profil.kommune_id}),),
    )


def several(profiler: Sequence[Kommuneprofil]) -> Afsnit:
    """Return the theme with kommuner side by side."""
    found = [_table(profil) for profil in profiler]
    headings, names = found[0][0], list(found[0][1])
    changes = [_last_change(profil)[-1] for profil in profiler]
    finding = f"SOSU-lærepladser, ændring {changes[0].maal.tid}: " + numbers.listed(
        [f"{profil.navn} {tal.text(of.maal, tal.only(of))}" for profil, of in zip(profiler, changes, strict=True)]
    )
    return Afsnit(
        id="sosu",
        tema="SOSU-lærepladser",
        fund=finding,
        tabeller=(
            tal.compared(
                "SOSU",
                profiler,
                [
                    (f"{name}, {heading[0].lower()}{heading[1:]}", [tal.together(rows[name][i]) for _, rows in found])
                    for name in names
                    for i, heading in enumerate(headings)
                ],
                f"{finding}. Hver uddannelse og hvert år, kommune for kommune.",
            ),
        ),
        kilder=_KILDER,
        noter=_notes(),
        beregnet=_COMPUTED,
        trykt=tuple(printed for profil in profiler for printed in tal.printed(_as_printed(profil))),
        videre=(Videre(_BOARD, "Alle kommuner", {"emne": "sosu"}),),
        bredt=True,
    )


def _table(profil: Kommuneprofil) -> tuple[list[str], dict[str, list[Maaltal]]]:
    """The headings, years first and oldest first, and for each education its measures in that order."""
    times = kommunetal.sosu_tider(queries.tables())
    order = sorted(times, key=lambda time: (kommunetal.er_aendring(time), time))
    by_id = {of.maal.id: of for of in profil.sosu}
    rows = {
        name[0].upper() + name[1:]: [by_id[kommunetal.laerepladser(uddannelse, time).id] for time in order]
        for uddannelse, name in kommunetal.UDDANNELSER.items()
    }
    return [times[time] for time in order], rows


def _last_change(profil: Kommuneprofil) -> list[Maaltal]:
    """Both educations together: the last two years on end, and the change between them."""
    by_id = {of.maal.id: of for of in profil.sosu}
    change = next(filter(kommunetal.er_aendring, kommunetal.sosu_tider(queries.tables())))
    year = int(change.rpartition("-")[2])
    return [by_id[kommunetal.laerepladser(kommunetal.BEGGE, time).id] for time in (str(year - 1), str(year), change)]


def _finding(profil: Kommuneprofil) -> str:
    before, now, change = _last_change(profil)
    return (
        f"{profil.navn} har {tal.text(now.maal, tal.only(now))} SOSU-lærepladser i {now.maal.tid} mod "
        f"{tal.text(before.maal, tal.only(before))} i {before.maal.tid} ({tal.text(change.maal, tal.only(change))})"
    )


def _as_printed(profil: Kommuneprofil) -> list[Maaltal]:
    return [of for of in profil.sosu if of.maal.formel == "som trykt"]


def _notes() -> tuple[str, ...]:
    caveats = (caveat.text for caveat in queries.description("sosu_laereplads").caveats)
    return (*caveats, f"Nr. 1 er det højeste tal af {numbers.number(len(queries.kommune_names()))} kommuner.")
