"""The command line in Danish: its help, and what is said of a command that is not understood."""

from __future__ import annotations

import argparse
from typing import NoReturn


def parser(prog: str, usage: str, told: str) -> argparse.ArgumentParser:
    """
    Return a parser that says nothing but these Danish words, and so do those of its commands.

    `usage` is one line that begins with «brug:», `told` is what `--help` prints. argparse's own words are English, and
    there are so few commands that they are simply replaced.
    """

    class Danish(argparse.ArgumentParser):
        def format_help(self) -> str:
            return told

        def error(self, message: str) -> NoReturn:
            self.exit(2, f"Kommandoen kan ikke forstås.\n{usage}\n")

    return Danish(prog=prog)
