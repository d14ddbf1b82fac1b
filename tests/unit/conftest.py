"""What the unit tests of scenarios share."""

import pytest

from analytics.grundlag import Grundlag, som_grundlag
from analytics.measures import Frames


@pytest.fixture(scope="session")
def grundlag(frames: Frames) -> Grundlag:
    """What scenarios are computed from."""
    return som_grundlag(frames)
