"""What the tests of the database share: a small package, and folders of their own to build it in."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.store import Store
from tests.data.lille_pakke import make_package


@pytest.fixture
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KKR_DATABASE_MAPPE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


@pytest.fixture
def small(own_folders: None, tmp_path: Path) -> Store:
    """A store of the small package, built nowhere but below `tmp_path`."""
    package, sql = make_package(tmp_path)
    return Store(package, sql, tmp_path / "database")
