"""What the tests of the layout leave behind: nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.architecture import source


@pytest.fixture(autouse=True, scope="package")
def _forgotten() -> Iterator[None]:
    """Let go of the parsed files: a million small things that every later clean-up of memory would go through."""
    yield
    source.tree.cache_clear()
