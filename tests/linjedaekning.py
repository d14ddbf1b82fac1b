"""How much of each module the tests come by: `make check` tells it, and fails where it is too little."""

from __future__ import annotations

import json
import sys
from pathlib import Path

DEMANDED = 95.0
"""Per cent of the statements of every module of analytics and data."""


def shares(file: Path) -> dict[str, float]:
    """Read each module's share in per cent from the report that the tests have written."""
    files = json.loads(file.read_text(encoding="utf-8"))["files"]
    return {name: float(told["summary"]["percent_covered"]) for name, told in sorted(files.items())}


def line(name: str, share: float) -> str:
    """
    Return a module and its share as a line.

    >>> line("data/cells.py", 98.04)
    ' 98,0 %  data/cells.py'
    """
    return f"{f'{share:.1f}'.replace('.', ','):>5} %  {name}"


def main(file: Path) -> int:
    """Tell every module's share; 1 where one has too little."""
    told = shares(file)
    print("Så meget af hvert modul kommer testene forbi:", *(line(*each) for each in told.items()), sep="\n")
    lacking = [line(name, share) for name, share in told.items() if share < DEMANDED]
    if lacking:
        print(f"\nDet er for lidt (mindst {DEMANDED:.0f} %):", *lacking, sep="\n")
    return 1 if lacking or not told else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
