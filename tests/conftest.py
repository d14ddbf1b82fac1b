"""What all tests share: the project's folder, a database of their own, and the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, sync_playwright

from analytics.grundlag import Grundlag, som_grundlag
from analytics.tabeller import Frames
from pages.access import settings
from tests import omfang
from tests.e2e.browser import CHROMIUM, MISSING, chromium

omfang.load_profile()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is long, but for a sample: see `omfang`."""
    kept = omfang.sampled(items)
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process: there can be only one of the library that drives it."""
    if not CHROMIUM.exists():
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright, chromium(playwright.chromium) as started:
        yield started


@pytest.fixture(scope="session", autouse=True)
def database_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for databases that is the tests' own, so that a user's database and added rows are left alone."""
    folder = tmp_path_factory.mktemp("database")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KKR_DATABASE_MAPPE", str(folder))
        patch.setenv("KKR_EGNE_TABELLER", str(folder / "egne" / "tabeller"))
        yield folder


@pytest.fixture(autouse=True)
def _access_unsettled() -> Iterator[None]:
    """Let each test settle who may do what anew: it is settled once in the life of a process."""
    settings.access.cache_clear()
    yield
    settings.access.cache_clear()


@pytest.fixture(scope="session")
def frames(database_folder: Path) -> Frames:
    """All tables of the database, as the pages get them."""
    from data import store

    with store.connect() as con:
        names = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {name: con.execute(f'SELECT * FROM "{name}"').df() for name in names}


@pytest.fixture(scope="session")
def areas(frames: Frames) -> pd.DataFrame:
    """The 37 planning areas."""
    return frames["omraade"]


@pytest.fixture(scope="session")
def grundlag(frames: Frames) -> Grundlag:
    """What scenarios are computed from."""
    return som_grundlag(frames)
