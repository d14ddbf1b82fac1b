"""The list of packages is what is locked, and each says what its licence is."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from tests import pakker

FREE = (
    *("MIT", "BSD", "0BSD", "Apache", "MPL", "Mozilla Public", "PSF", "ISC", "Zlib", "OFL", "Open Font", "Artistic"),
)
"""Licences that let a municipality run the app and change it; a copyleft of the whole is not among them."""


def test_every_locked_package_is_listed_with_a_free_licence() -> None:
    text = pakker.LIST.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")][2:]
    listed = [[cell.strip(" *") for cell in row.strip("|").split(" | ")] for row in rows]
    told = {(name, version.partition(" ")[0]): licence for name, version, licence in listed}
    assert set(told) == {(package.name, package.version) for package in pakker.locked()}, (
        "docs/afhaengigheder.md is not what is locked: python -m tests.pakker"
    )
    assert len(told) > 50
    assert [name for name, licence in told.items() if not any(free in licence for free in FREE)] == []


@pytest.mark.parametrize(
    ("code", "said", "passes"),
    [
        (0, "", True),
        (2, "error: Request failed after 3 retries\n  cause: error sending request for url", True),
        (1, "Found 1 known vulnerability in 1 package", False),
        (2, "error: Failed to parse", False),
    ],
)
def test_a_known_fault_stops_the_check_and_a_closed_network_does_not(
    code: int, said: str, passes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(*_: Any, **__: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], code, "", said)

    monkeypatch.setattr(subprocess, "run", answered)
    assert (pakker.known_faults() == 0) == passes
