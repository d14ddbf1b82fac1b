"""What stands on the server's standard output: what Python writes, and nothing that a library in C writes by itself."""

from __future__ import annotations

import os
import sys


def of_python_alone() -> None:
    """
    Keep standard output to what Python writes.

    HiGHS tells of a step of its own there, with no setting against it: of a solution that it has to mend. A library
    finds standard output by its number, 1, which from now on leads nowhere; Python's own gets another number. Where
    there is no standard output, nothing is done.
    """
    try:
        number = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):
        return
    if number != 1:
        return
    sys.stdout.flush()
    own = os.dup(number)
    # Where it led, how it is written and when it is flushed stay.
    kept = {name: getattr(sys.stdout, name) for name in ("encoding", "errors")}
    sys.stdout = open(own, "w", buffering=1, closefd=True, **kept)  # noqa: SIM115, PTH123  # it is open until the end
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
