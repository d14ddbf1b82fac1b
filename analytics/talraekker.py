"""Arrays of figures, which are shared and which nobody may change."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Scalar = TypeVar("Scalar", bound=np.generic)


def laast(array: NDArray[Scalar]) -> NDArray[Scalar]:
    """
    Return the array itself, locked: writing to it raises ValueError.

    >>> laast(np.zeros(1)).flags.writeable
    False
    """
    array.setflags(write=False)
    return array
