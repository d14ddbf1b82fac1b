"""What the papers recommend, by who is to act: as cards, and as the rows that are taken away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analytics.tavler import arbejdskraft
from analytics.tavler.arbejdskraft import Anbefaling
from dansk.saetning import inside
from pages.frame import paper
from pages.navigation import addresses
from pages.reading import queries
from pages.tavler import boards
from pages.tavler.boards import Card, Chip, Point, Section

TABLE = "arbejdskraft_anbefaling"


def cards(key: str, of: Sequence[Anbefaling], *, alt: str) -> None:
    """Show the recommendations as a card for each who is to act."""
    boards.cards(
        key,
        [
            Card("", who, None, (), [Section("", [_point(each) for each in own])])
            for who, own in arbejdskraft.efter_hvem(of).items()
        ],
        alt=alt,
    )


def below(key: str, paa: date, papir: str) -> None:
    """Show the recommendations of a paper (a key of `arbejdskraft.PAPIRER`), as known on a day, below its picture."""
    if of := arbejdskraft.anbefalinger(queries.tables(), paa, papir):
        with paper.unfolds("anbefalinger", f"{len(of)} anbefalinger i {inside(arbejdskraft.PAPIRER[papir])}"):
            cards(key, of, alt=f"{len(of)} anbefalinger, efter hvem der skal handle.")


def _point(each: Anbefaling) -> Point:
    return Point(
        each.tekst,
        each.kilde.kort,
        addresses.table(TABLE, each.kilde.kilde_linje),
        f"Senere: {each.senere.tekst} ({each.senere.kilde.kort})" if each.senere else None,
        [Chip("videre", "nævnt igen")] if each.senere else (),
    )


def rows(of: Sequence[Anbefaling]) -> pd.DataFrame:
    """Return the recommendations, a row each, to take away."""
    return pd.DataFrame(
        {
            "papir": arbejdskraft.PAPIRER[each.papir],
            "nr.": each.nr,
            "hvem": each.hvem,
            "anbefaling": each.tekst,
            "senere": each.senere.tekst if each.senere else None,
            "senere kilde": str(each.senere.kilde) if each.senere else None,
            "kilde": each.kilde.kilde_id,
            "linje": each.kilde.kilde_linje,
        }
        for each in of
    )
