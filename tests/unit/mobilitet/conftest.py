"""What the unit tests of the mobility catalogue share."""

import pytest

from analytics.mobilitet import Katalog, som_katalog
from analytics.tabeller import Frames


@pytest.fixture(scope="session")
def katalog(frames: Frames) -> Katalog:
    """The catalogue as it is printed."""
    return som_katalog(frames)
