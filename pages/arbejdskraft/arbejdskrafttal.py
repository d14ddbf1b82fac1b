"""The figures of recruitment and training as rows to take away, where they are printed, and for comparing versions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

import pandas as pd

from analytics.tabeller import Frames
from analytics.tavler import arbejdskraft
from analytics.tavler.arbejdskraft import Arbejdstal, Emne
from pages import components
from pages.arbejdskraft import anbefalinger
from pages.components import Cell, Column, Row
from pages.reading import queries, sources
from pages.reading.sources import Printed
from pages.tavler import papirtal
from pages.tavler.tavle import Tavle, Udsnit

TABLE = "arbejdskraft_tal"
_WHOSE = {"landet": "hele landet", "hovedstaden": "hovedstaden", "kommune": "kommunen"}


def text(of: Arbejdstal) -> str:
    """Return a figure as its paper has it."""
    return papirtal.written(of.tal, of.enhed, of.graense, of.ord)


def place(of: Arbejdstal) -> str | None:
    """Return whose a figure is, None where the paper does not say."""
    if of.kommune_id:
        return queries.kommune_names()[of.kommune_id]
    return _WHOSE[of.gaelder] if of.gaelder else None


def name(of: Arbejdstal) -> str:
    """Return what a figure is, whose and of which year: what it is called among the others."""
    return ", ".join(filter(None, (of.hvad, _where(of))))


def known(paa: date, emne: Emne) -> Sequence[Arbejdstal]:
    """Return the figures of a subject that stood in a paper by a day."""
    return arbejdskraft.noegletal(queries.tables(), paa, emne)


def _where(of: Arbejdstal) -> str:
    """Whose a figure is, and of which year."""
    return ", ".join(filter(None, (place(of), None if of.aar is None else str(of.aar))))


def table(key: str, heading: str, of: Collection[Arbejdstal], *, whose: bool = True) -> None:
    """Show figures as a table: what each is, where it is not said of them all `whose`, and where it stands."""
    components.table(
        key,
        (Column("hvad", heading), Column("tal", "Tal", ubrudt=True), Column("kilde", "Kilde", ubrudt=True)),
        [
            Row(
                (
                    Cell(each.hvad, note=_where(each) if whose else None),
                    Cell(text(each)),
                    sources.cell(each.kilde, TABLE),
                )
            )
            for each in of
        ],
        alt=heading,
        cards=True,
    )


def rows(of: Collection[Arbejdstal]) -> pd.DataFrame:
    """Return the figures, a row each, to take away."""
    return pd.DataFrame(
        {
            "hvad": each.hvad,
            "gælder": place(each),
            "tal": each.tal,
            "enhed": each.enhed,
            "forbehold": each.graense,
            "i ord": each.ord,
            "år": None if each.aar is None else str(each.aar),
            "kilde": each.kilde.kilde_id,
            "linje": each.kilde.kilde_linje,
        }
        for each in of
    )


def printed(of: Collection[Arbejdstal]) -> list[Printed]:
    """Return where the figures are printed."""
    return [sources.printed(name(each), text(each), each.kilde, TABLE) for each in of]


def of_version(frames: Frames, paa: date, emne: Emne) -> pd.Series:
    """Return one version's figures of a subject by what they are called, for comparing it with another."""
    of = [each for each in arbejdskraft.noegletal(frames, paa, emne) if each.tal is not None]
    return pd.Series({name(each): each.tal for each in of}, dtype=float)


def papers(of: Collection[Arbejdstal]) -> frozenset[str]:
    """Return the papers (kilde_id) that the figures are from."""
    return frozenset(each.kilde.kilde_id for each in of)


def tavle(emne: Emne, *, fund: Callable[[Udsnit], str], vis: Callable[[Udsnit], None]) -> Tavle:
    """Return the board of a subject: its own finding and picture over the figures, and the paper's recommendations."""
    return Tavle(
        tabeller=(TABLE, anbefalinger.TABLE),
        dateret_af=(TABLE,),
        fund=fund,
        vis=vis,
        raekker=lambda of: rows(known(of.paa, emne)),
        papirer=lambda of: papers(known(of.paa, emne)),
        tal=lambda frames, of: of_version(frames, of.paa, emne),
        trykt=lambda of: printed(known(of.paa, emne)),
    )
