"""What the unit tests of scenarios share."""

import pytest
from hypothesis import settings

from analytics.grundlag import Grundlag, som_grundlag
from analytics.measures import Frames

# How long an example takes says more of the machine than of the code; `make bench` measures that.
settings.register_profile("enhed", deadline=None)
settings.load_profile("enhed")


@pytest.fixture(scope="session")
def grundlag(frames: Frames) -> Grundlag:
    """What scenarios are computed from."""
    return som_grundlag(frames)
