"""
The packages that the app runs on: listed with their licences, and asked for among known faults.

`python -m tests.pakker` writes the list anew; `--fejl` asks a public list of known faults about every locked version.
Where that list cannot be reached, as on a closed network, it says so and passes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from tests.project import ROOT

LIST = ROOT / "docs" / "afhaengigheder.md"
LOCKED = ROOT / "requirements.txt"
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?: ; (?P<where>.+?))? \\$", re.MULTILINE)
_ELSEWHERE = {"colorama": "BSD License"}
"""What is installed on other systems than Linux, where its licence cannot be read here."""
_UNREACHABLE = ("error sending request", "Request failed after")
_HEAD = """# Afhængigheder

De pakker, som appen kører på, med den udgave, der er låst i `requirements.txt`, og deres licens. De fede er valgt i
`requirements.in`; resten følger med dem. `python -m tests.pakker` skriver listen, og en prøve siger det, når den ikke
passer. `make check` spørger en offentlig liste over kendte fejl om hver udgave, hvis den kan nås.

| Pakke | Udgave | Licens |
| --- | --- | --- |
"""


@dataclass(frozen=True)
class Package:
    """A locked package, and on which systems or Pythons where it is not on all."""

    name: str
    version: str
    where: str | None

    @property
    def requirement(self) -> str:
        """As an installer is told of it."""
        return f"{self.name}=={self.version}" + (f" ; {self.where}" if self.where else "")


def locked() -> list[Package]:
    """Every package that is locked for the app."""
    return [Package(*found.groups()) for found in _PIN.finditer(LOCKED.read_text(encoding="utf-8"))]


def licence(name: str) -> str:
    """What a package says of its licence; empty where it says nothing that is short."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return _ELSEWHERE.get(name, "")
    kinds = [kind.split(" :: ")[-1] for kind in told.get_all("Classifier", []) if kind.startswith("License")]
    first = (told.get("License") or "").strip().partition("\n")[0]
    return told.get("License-Expression") or " / ".join(kinds) or first


def rows() -> Iterator[str]:
    """The rows of the list."""
    chosen = set(re.findall(r"^[a-z][\w.-]*", (ROOT / "requirements.in").read_text(encoding="utf-8"), re.MULTILINE))
    for package in locked():
        name = f"**{package.name}**" if package.name in chosen else package.name
        where = f" ({package.where})" if package.where else ""
        yield f"| {name} | {package.version}{where} | {licence(package.name)} |"


def known_faults() -> int:
    """Ask about every locked version, and return 0 unless one has a fault that is known."""
    wanted = "".join(f'#   """{package.requirement}""",\n' for package in locked())
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "pakker.py"
        head = '# /// script\n# requires-python = ">=3.11"\n# dependencies = [\n'
        script.write_text(f"{head}{wanted}# ]\n# ///\n", encoding="utf-8")
        command = [str(Path(sys.executable).with_name("uv")), "audit", "--script", str(script)]
        asked = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if asked.returncode and any(said in asked.stderr for said in _UNREACHABLE):
        print("Kendte fejl i pakkerne er ikke prøvet: listen over dem kan ikke nås herfra.")
        return 0
    print(asked.stdout + asked.stderr if asked.returncode else "Ingen kendte fejl i pakkerne.")
    return asked.returncode


if __name__ == "__main__":
    if "--fejl" in sys.argv[1:]:
        sys.exit(known_faults())
    LIST.write_text(_HEAD + "\n".join(rows()) + "\n", encoding="utf-8")
