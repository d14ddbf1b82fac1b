"""
What day it is: the machine's, unless its clock stands before the papers.

A machine that has lost its clock begins in another century. The boards show what was known on a day, and before the
papers nothing was: so no day is taken for today on which one of them would have nothing to show.
"""

from __future__ import annotations

from datetime import date

from analytics import papirer
from dansk import dato
from pages.reading import queries


def today() -> date:
    """Return the day that it is, or where the machine's clock is wrong the first on which every board has a paper."""
    return max(date.today(), _first_of_every_board())


def is_wrong() -> str | None:
    """Return what is said where the machine's clock stands before the papers; None where it does not."""
    if date.today() >= _first_of_every_board():
        return None
    return (
        f"Serverens ur står på {dato.day(date.today())}, før papirerne. "
        f"Derfor vises alt, som det stod {dato.day(today())}."
    )


@queries.kept()
def _first_of_every_board(of_version: str) -> date:
    tables = queries.frames(of_version)
    oldest = (papirer.dokumenter(tables, [table])[0] for table in papirer.TAVLER)
    return max(paper.tid.til for paper in oldest if paper.tid)
