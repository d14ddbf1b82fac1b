"""
Reads what somebody brings in a process of its own, with limits on its time and memory.

A file of a few kilobytes can hold a reader for minutes or fill the memory, and while a library holds the interpreter
nobody else is answered. So the server has such a file read elsewhere, and ends that process when it is too much. It is
the same program and the same user: the limits are against what a file costs, not against what it could do.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from data.errors import DataError

_LOG = logging.getLogger("kkr")

SECONDS = 10
"""Of the processor's time, and one and a half times as many by the clock."""
MEMORY = 700_000_000
"""Bytes more than the process has when it begins to read."""
ANSWER = 100_000_000
"""Bytes of what was read, as it is handed back."""
AT_ONCE = 2
"""Files that are read at the same time; others wait."""
TOO_SLOW = "tager for lang tid at læse og er ikke læst. Gem kun tabellen i en ny fil."
TOO_MUCH = "fylder for meget, når den læses, og er ikke læst. Gem kun tabellen i en ny fil."
BROKEN = "er beskadiget og kan ikke læses. Gem tabellen i en ny fil."
BUSY = "Serveren er ved at læse andres filer. Prøv igen om lidt."
_ROOT = Path(__file__).resolve().parents[1]
_FREE = BoundedSemaphore(AT_ONCE)
_NICE = 10
_TOLD = 2000  # characters of what a process said, for the log
_MEMORY_CODE, _SLOW_CODE = 75, -int(getattr(signal, "SIGXCPU", 24))
_KILLED_CODE = -int(getattr(signal, "SIGKILL", 9))
"""What a system that is out of memory ends a process with."""
_PACKED = b"\0kkr"
"""What an answer begins with, so that nothing else that is written there is taken for one."""


def read(reader: str, name: str, *arguments: Any) -> Any:
    """
    Return what `reader` ("data.officials.intake:plan") returns of these arguments, which all can be pickled.

    Raises the reader's own DataError, or one that says that the file of that `name` takes too long or too much memory,
    or is damaged, in one sentence each. What the process said of it is in the log: a fault of our own would else look
    like a damaged file.
    """
    if not _FREE.acquire(timeout=SECONDS):
        raise DataError(BUSY)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "data.confined", reader],
            input=pickle.dumps(arguments),
            capture_output=True,
            timeout=1.5 * SECONDS,
            cwd=_ROOT,
            env=_environment(),
        )
    except subprocess.TimeoutExpired as error:
        raise DataError(f"Filen {name} {TOO_SLOW}") from error
    finally:
        _FREE.release()
    if not done.stdout.startswith(_PACKED):
        told = done.stderr.decode("utf-8", "replace").strip()[-_TOLD:]
        _LOG.error("%s sluttede uden svar, med koden %s: %s", reader, done.returncode, told)
        raise DataError(f"Filen {name} {_why(done.returncode)}")
    answer = pickle.loads(done.stdout.removeprefix(_PACKED))
    if isinstance(answer, DataError):
        raise answer
    return answer


def _environment() -> dict[str, str]:
    """The process's environment: the server's own keys and secrets are no business of who reads a stranger's file."""
    ours = {name: value for name, value in os.environ.items() if not name.upper().startswith("STREAMLIT_")}
    return {**ours, "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}


def _why(code: int) -> str:
    """What is said of a file whose reader ended without an answer."""
    return {_SLOW_CODE: TOO_SLOW, _MEMORY_CODE: TOO_MUCH, _KILLED_CODE: TOO_MUCH}.get(code, BROKEN)


# Coverage does not follow into the process that the tests start: what runs there is left out of it.
def _main(reader: str) -> int:  # pragma: no cover
    """In the process of its own: read the arguments, read the file, write the answer."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever libraries print is no part of the answer
    arguments = pickle.loads(sys.stdin.buffer.read())
    module, _, function = reader.partition(":")
    call = getattr(import_module(module), function)
    _limit()
    try:
        packed = pickle.dumps(call(*arguments))
    except DataError as error:
        packed = pickle.dumps(DataError(str(error)))
    except MemoryError:
        return _MEMORY_CODE
    if len(packed) > ANSWER:
        return _MEMORY_CODE
    out.write(_PACKED + packed)
    out.close()
    return 0


def _limit() -> None:  # pragma: no cover
    """Bound this process; where the system has no such limits, as Windows, only the clock does."""
    try:
        import resource
    except ImportError:
        return
    os.nice(_NICE)  # who reads a page comes first
    bounds = {resource.RLIMIT_CPU: (SECONDS, SECONDS + 1), resource.RLIMIT_CORE: (0, 0)}
    used = _address_space()
    if used is not None:
        bounds[resource.RLIMIT_AS] = (used + MEMORY, used + MEMORY)
    for kind, bound in bounds.items():
        with suppress(OSError, ValueError):  # it is bounded more tightly already, or may not bound itself
            resource.setrlimit(kind, bound)


def _address_space() -> int | None:  # pragma: no cover
    """The bytes of memory that the process has asked for until now, where the system tells it."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
