"""Kommandolinjen: byg databasen, kontrollér data, lav en skabelon, læg en udfyldt ind, og læs pendlerstatistikken."""

from __future__ import annotations

import argparse
import getpass
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dansk import dato, kommando, tal
from data import commuting, description, store
from data.coverage import coverage_findings
from data.description import PACKAGE
from data.errors import DataError
from data.officials import log
from data.validation import Fault, package_findings

if TYPE_CHECKING:
    from data.officials.intake import Change, Plan

# What reads workbooks takes half a second to load: the commands that read one load it, and a build waits for none.

_USAGE = "brug: python -m data {byg,tjek,skabelon TABEL [FIL],importer FIL,historik,tilbage NR,pendling DOKUMENT}"
_HELP = f"""{_USAGE}

  byg                    byg databasen af CSV-filerne, hvis de er ændret
  tjek                   kontrollér datapakken, data/egne/klinikker.csv og de rækker, der er lagt ind
  skabelon TABEL [FIL]   lav en Excel-skabelon til tabellen (ellers TABEL.xlsx)
    --raekker            med de rækker, der er nu
  importer FIL           læg rækkerne i en udfyldt skabelon (.xlsx eller .csv) ind
    --erstat             fjern også de rækker, der er lagt ind tidligere og ikke står i filen
    --ja                 spørg ikke først
  historik               vis, hvem der har lagt hvad ind, og hvornår
  tilbage NR             lad rækkerne være, som de var efter nr. NR i historikken; 0 er før det første
    --ja                 spørg ikke først
  pendling DOKUMENT      læs pendlerstatistikken af sit dokument (hvor patienter bor og behandles), og gem den
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 when all is well, 1 when something is wrong."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = kommando.parser("python -m data", _USAGE, _HELP)
    commands = parser.add_subparsers(required=True)
    commands.add_parser("byg").set_defaults(run=lambda _: _build())
    commands.add_parser("tjek").set_defaults(run=lambda _: _check())
    template_of = commands.add_parser("skabelon")
    template_of.add_argument("tabel")
    template_of.add_argument("fil", nargs="?", type=Path)
    template_of.add_argument("--raekker", action="store_true")
    template_of.set_defaults(run=lambda of: _template(of.tabel, of.fil or Path(f"{of.tabel}.xlsx"), rows=of.raekker))
    importer = commands.add_parser("importer")
    importer.add_argument("fil", type=Path)
    importer.add_argument("--erstat", action="store_true")
    importer.add_argument("--ja", action="store_true")
    importer.set_defaults(run=lambda of: _import(of.fil, remove=of.erstat, agreed=of.ja))
    commands.add_parser("historik").set_defaults(run=lambda _: _history())
    back = commands.add_parser("tilbage")
    back.add_argument("nr", type=int)
    back.add_argument("--ja", action="store_true")
    back.set_defaults(run=lambda of: _back(of.nr, agreed=of.ja))
    commuting_of = commands.add_parser("pendling")
    commuting_of.add_argument("dokument", type=Path)
    commuting_of.set_defaults(run=lambda of: _commuting(of.dokument))
    return parser


def _build() -> int:
    started = time.perf_counter()
    version = store.build()
    seconds = tal.number(time.perf_counter() - started, 1)
    print(f"Databasen er klar efter {seconds} sekunder. Udgave: {version}")
    return 0


def _check() -> int:
    from data.clinics import FILE, read_clinics
    from data.officials import intake

    found = [*package_findings(PACKAGE), *coverage_findings(PACKAGE)]
    print("Datapakken:", _sum_up(len(found)))
    _list(found)

    clinics = read_clinics()
    errors = clinics.errors if clinics else []
    if clinics is None:
        print(f"Klinikker: filen {FILE.name} findes ikke, og det behøver den ikke.")
    else:
        print(f"Klinikker: {len(clinics.frame)} kan bruges,", _sum_up(len(errors)))
    for error in errors:
        print(f"  {error}")

    added = {name: len(each.added) for name, each in intake.current().items() if each.added}
    told = ", ".join(f"{count} i {name}" for name, count in added.items())
    print(f"Rækker, der er lagt ind: {told or 'ingen'}.")
    return 1 if found or errors else 0


def _template(table: str, file: Path, *, rows: bool) -> int:
    from data.officials import template

    content = template.workbook(table, rows=rows)
    try:
        with file.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise DataError(f"Filen {file} findes i forvejen. Vælg et andet navn.") from None
    except OSError as error:
        raise DataError(f"Filen {file} kan ikke skrives.") from error
    print(f"Skabelonen ligger i {file}. Udfyld den, og kør: python -m data importer {file}")
    return 0


def _import(file: Path, *, remove: bool, agreed: bool) -> int:
    from data import reader
    from data.officials import intake

    plan = intake.plan_apart(file.name, reader.read_file(file), remove=remove)
    if plan.faults:
        print(f"Filen {file.name} har", _sum_up(len(plan.faults)), "Intet er ændret.", file=sys.stderr)
        _list(intake.in_words(plan.faults), sys.stderr)
        return 1
    return _carry_out(plan, agreed=agreed)


def _carry_out(plan: Plan, *, agreed: bool) -> int:
    """Show what the plan does, ask, and do it."""
    from data.officials import intake

    print(f"{plan}.")
    for change in plan.changes:
        print(_shown(change))
    if not plan.changes:
        return 0
    back = plan.back_to is not None
    if not (agreed or _yes(f"Vil du {'tage det tilbage' if back else 'lægge ændringerne ind'}? (ja/nej) ")):
        print("Intet er ændret.")
        return 1
    version = intake.carry_out(plan, who=_who())
    print(f"{'Det er taget tilbage' if back else 'Ændringerne er lagt ind'}. Udgave: {version}")
    return 0


def _history() -> int:
    from data.officials import intake

    for entry, kept in intake.history():
        gone = "" if kept else " (gemmes ikke længere)"
        print(f"{entry.nummer}: {dato.moment(entry.hvornaar)}, {entry.hvem}: {entry}{gone}")
        for table, kind, key in entry.raekker:
            print(f"  {log.SIGNS[kind]} {table}: {key}")
    if unread := intake.unread():
        print(unread)
    return 0


def _back(number: int, *, agreed: bool) -> int:
    from data.officials import intake

    return _carry_out(intake.plan_back(number), agreed=agreed)


def _who() -> str:
    """The machine's own name for whoever runs the command."""
    try:
        return f"{getpass.getuser()} (kommandolinjen)"
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return "kommandolinjen"


def _commuting(document: Path) -> int:
    [path] = description.table(commuting.TABLE, PACKAGE).paths
    for table, rows in commuting.write(document, (PACKAGE / path).parent).items():
        print(f"{table}: {tal.number(rows)} rækker")
    return 0


def _shown(change: Change) -> str:
    cells = [
        f"{name}: {f'«{before}» → ' if change.kind == 'ændres' else ''}«{after}»"
        for name, before, after in change.told
        if change.kind != "fjernes"
    ]
    return f"  {log.SIGNS[change.kind]} {change.table}: {change.name}" + "".join(f"\n      {cell}" for cell in cells)


def _yes(question: str) -> bool:
    try:
        return input(question).strip().casefold() in ("ja", "j")
    except EOFError:
        return False


def _list(found: Sequence[tuple[str, Fault]], stream: TextIO | None = None) -> None:
    for table, finding in found:
        print(f"  {table}: {finding}", file=stream)


def _sum_up(errors: int) -> str:
    return {0: "ingen fejl.", 1: "1 fejl."}.get(errors, f"{errors} fejl.")


if __name__ == "__main__":
    sys.exit(main())
