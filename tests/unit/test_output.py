"""What a library in C writes by itself does not stand on the server's standard output; what Python writes does."""

from __future__ import annotations

import subprocess
import sys

from tests.project import ROOT

_WRITES = """
import os
import sys

from pages.server import output

print("før æ")
output.of_python_alone()
os.write(1, b"a library's own line")
print("efter ø")
output.of_python_alone()
os.write(2, b"an error")
print("til sidst")
"""


def test_only_what_python_writes_stands_on_standard_output() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _WRITES], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.split("\n") == ["før æ", "efter ø", "til sidst", ""]
    assert done.stderr == "an error"


def test_without_a_standard_output_nothing_is_done() -> None:
    without = "import sys; sys.stdout = None; from pages.server import output; output.of_python_alone()"
    subprocess.run([sys.executable, "-c", without], cwd=ROOT, check=True)
