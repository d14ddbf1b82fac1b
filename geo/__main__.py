"""`python -m geo`: build the schematic map, take in official boundaries, check what is in use."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dansk import kommando
from geo import areas, collection
from geo.errors import GeoError
from geo.register import read_register

REGISTER = Path(__file__).resolve().parents[1] / "data" / "kilder" / "register"
"""Where the project keeps its register, wherever the command is run."""
LICENCE_FILE = Path(__file__).parent / "LICENS-danmarkskort.txt"
_USAGE = "brug: python -m geo [--register MAPPE] {byg --kort MAPPE --kyst MAPPE,importer FIL,tjek}"
_HELP = f"""{_USAGE}

Kortet over planlægningsområderne.

  byg                byg det skematiske kort af to udpakkede npm-pakker
    --kort MAPPE     react-denmark-map: kommunernes grænser
    --kyst MAPPE     @geo-maps/earth-lands-100m: kysten
  importer FIL       brug officielle grænser (GeoJSON eller GeoPackage) i stedet: kommuner, fx fra DAGI
    --bydele FIL2    Københavns ti bydele, når FIL har København som ét
  tjek               vis hvilket kort der bruges, og om det er gyldigt

  --register MAPPE   registret over områder (ellers projektets eget)
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code (0 done, 1 refused with a sentence on standard error)."""
    options = _parser().parse_args(arguments)
    try:
        print(options.run(options))
    except GeoError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _build(options: argparse.Namespace) -> str:
    # Only this command needs the development packages.
    from geo import build, coast, danmarkskort

    register = read_register(options.register)
    land = coast.land(options.kyst)
    features = build.build(options.kort, land, register)
    collection.write(features, areas.COMMITTED)
    collection.write(build.surroundings(land, features), areas.SURROUNDINGS)
    notice = "geo/omraader.geojson er tegnet efter npm-pakken react-denmark-map."
    LICENCE_FILE.write_text(f"{notice}\n\n{danmarkskort.licence(options.kort)}", encoding="utf-8")
    build.write_coordinates(features, register)
    size = len(collection.dump(features))
    return f"Skrev {areas.COMMITTED.name}: {len(features['features'])} områder, {size} bytes."


def _import(options: argparse.Namespace) -> str:
    from geo.official import import_boundaries

    path = import_boundaries(options.fil, options.bydele, register=read_register(options.register))
    return f"Tog grænserne ind: {path.parent.name}/{path.name} bruges fra nu af. Slet filen for at gå tilbage."


def _check(_options: argparse.Namespace) -> str:
    in_use = areas.features()
    if areas.IMPORTED.exists() and areas.source() == areas.COMMITTED:
        collection.read(areas.IMPORTED)
    return f"{len(in_use['features'])} områder i brug: {in_use['maerkat']} ({in_use['kilde']})."


def _parser() -> argparse.ArgumentParser:
    parser = kommando.parser("python -m geo", _USAGE, _HELP)
    parser.add_argument("--register", type=Path, default=REGISTER)
    commands = parser.add_subparsers(required=True)

    build = commands.add_parser("byg")
    build.add_argument("--kort", type=Path, required=True)
    build.add_argument("--kyst", type=Path, required=True)
    build.set_defaults(run=_build)

    take = commands.add_parser("importer")
    take.add_argument("fil", type=Path)
    take.add_argument("--bydele", type=Path)
    take.set_defaults(run=_import)

    check = commands.add_parser("tjek")
    check.set_defaults(run=_check)
    return parser


if __name__ == "__main__":
    sys.exit(main())
