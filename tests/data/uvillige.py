"""Readers that a file has made unwilling, for the process of their own."""

from __future__ import annotations

import os
import signal


def forever(seed: int) -> None:
    """Never come to an end."""
    while True:
        seed += 1


def fill(size: int) -> int:
    """Ask for more memory than there is."""
    return len(bytearray(size))


def fall(seed: int) -> None:
    """Fall over, as a library in C may."""
    os.abort()


def end(seed: int) -> None:
    """Be ended, as by a system that is out of memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def err(seed: int) -> None:
    """Have a fault of its own."""
    raise KeyError("en nøgle")
