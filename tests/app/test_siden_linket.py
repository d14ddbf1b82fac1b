"""What a board says was different when a link was made: its own figures, of what is chosen, and no others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd
import pytest

from analytics.tabeller import Frames
from pages.moeder import betalingstavle, frister, punkttavle
from pages.projekter import tidslinje
from pages.projekter.infrastruktur import infrakort, infrapriser, infrasteder
from pages.projekter.klima import klimakort, kommuner, maaltavle
from pages.tavler.tavle import Tavle, Udsnit

IN_2025 = date(2025, 12, 31)
NO_LIGHT = {"tilstand": None, "kort_status": None}

Change = Callable[[Frames], Frames]


def set_to(table: str, where: str, **cells: object) -> Change:
    """Give the rows of a table that a query finds these cells."""

    def changed(frames: Frames) -> Frames:
        rows = frames[table].astype(object)
        found = frames[table].query(where).index
        assert len(found), where
        rows.loc[found, list(cells)] = list(cells.values())
        return {**frames, table: rows.astype(frames[table].dtypes.to_dict())}

    return changed


def without(table: str, where: str) -> Change:
    """Take the rows of a table that a query finds away."""

    def changed(frames: Frames) -> Frames:
        found = frames[table].query(where).index
        assert len(found), where
        return {**frames, table: frames[table].drop(found)}

    return changed


def with_row(table: str, like: str, **cells: object) -> Change:
    """Add a row to a table: the first that a query finds, with these cells instead."""

    def changed(frames: Frames) -> Frames:
        row = frames[table].query(like).iloc[0].to_dict() | cells
        added = pd.DataFrame([row]).astype(frames[table].dtypes.to_dict())
        return {**frames, table: pd.concat([frames[table], added], ignore_index=True)}

    return changed


REACHED = set_to(
    *("vip_maal", "projekt_id == 'madspild' and nr == 2"),
    **{"naaet": "ja", "maalt": "ja", "belaeg": "Alle henter det.", "belaeg_kilde_id": "004", "belaeg_kilde_linje": 44},
)
NOW_REACHED = {
    "Madspild, mål: nået": (0, 1),
    "Madspild, mål: frist passeret, ikke målt i kilderne": (1, 0),
}
LATE = with_row(
    *("vip_status", "projekt_id == 'madspild' and art == 'status'"),
    **{"dato": "2025-11-30", "dato_praecision": "dag", "tilstand": "forsinket", "kilde_id": "004"},
)
LATE_TRAIN = with_row(
    *("vip_status", "projekt_id == 'automatisering-af-s-tog' and art == 'status'"),
    **{"dato": "2025-11-30", "dato_praecision": "dag", "tilstand": "forsinket", "kilde_id": "004"},
)
REPORTED = with_row(
    *("vip_status", "projekt_id == 'madspild' and art == 'status'"),
    **{"dato": "2021-04-15", "dato_praecision": "dag", **NO_LIGHT, "kilde_id": "004"},
)
A_MEETING = with_row(
    *("vip_haendelse", "art == 'moede'"),
    **{"haendelse_id": "nyt", "projekt_id": "madspild", "omraade": "klima"},
)
A_ROAD = with_row(
    *("vip_haendelse", "art == 'rapport' and omraade == 'infrastruktur'"),
    **{"haendelse_id": "nyt", "projekt_id": "ring-5-syd"},
)
LOWER = set_to("vip_pris", "projekt_id == 'ring-5-syd'", pris_mio_kr_lav=6000.0)
CHEAPER = {"Ring 5 Syd, listen, lavest": (6600, 6000)}
NO_KOEGE = without("vip_sted", "projekt_id == 'ring-5-syd' and sted == 'Køge'")
NOT_LISTED = without("vip_deltager", "projekt_id == 'madspild' and aktoer_id == 'broendby'")
BROENDBY = {"Projekter, der nævner Brøndby": (6, 5)}
MORE = set_to("moede_finansiering", "finansiering_id == 'telehjerter-region'", beloeb=900000.0)
ALIKE = set_to("moede_finansiering", "finansiering_id == 'energi-paa-tvaers'", beloeb=60.0)
ALIKE_ASKED = {"Energi på Tværs 4, Hver kommune, timer": (50, 60)}
KLIMATID, INFRATID = tidslinje.tavle("klima", ()), tidslinje.tavle("infrastruktur", ())

CASES: Mapping[str, tuple[Tavle, Change, Udsnit, Mapping[str, tuple[float, float]]]] = {
    "a goal is reached": (maaltavle.TAVLE, REACHED, Udsnit(IN_2025), NOW_REACHED),
    "that goal's project": (maaltavle.TAVLE, REACHED, Udsnit(IN_2025, "madspild"), NOW_REACHED),
    "another project's goals": (maaltavle.TAVLE, REACHED, Udsnit(IN_2025, "plastaffald"), {}),
    "a project's row with its goals": (klimakort.TAVLE, REACHED, Udsnit(IN_2025), NOW_REACHED),
    "a new status with a light": (
        *(klimakort.TAVLE, LATE, Udsnit(IN_2025)),
        {"Projekter: forsinket": (0, 1), "Madspild, alder i mdr., mindst": (20, 1)},
    ),
    "a card, which has no light": (
        *(klimakort.TAVLE, LATE, Udsnit(IN_2025, "madspild")),
        {"Madspild, alder i mdr., mindst": (20, 1)},
    ),
    "another project's card": (klimakort.TAVLE, LATE, Udsnit(IN_2025, "plastaffald"), {}),
    "a card with its list": (
        *(klimakort.TAVLE, NOT_LISTED, Udsnit(IN_2025, "madspild")),
        {"Kommuner på listen: Madspild": (10, 9)},
    ),
    "the rows, which have no lists": (klimakort.TAVLE, NOT_LISTED, Udsnit(IN_2025), {}),
    "who is named": (
        *(kommuner.TAVLE, NOT_LISTED, Udsnit(IN_2025)),
        {**BROENDBY, "Kommuner på listen: Madspild": (10, 9)},
    ),
    "who is named, beside another project": (kommuner.TAVLE, NOT_LISTED, Udsnit(IN_2025, "plastaffald"), BROENDBY),
    "a goal is not who is named": (kommuner.TAVLE, REACHED, Udsnit(IN_2025), {}),
    "an event": (KLIMATID, A_MEETING, Udsnit(IN_2025), {"Begivenheder: møde": (4, 5)}),
    "an event of another project": (KLIMATID, A_MEETING, Udsnit(IN_2025, "plastaffald"), {}),
    "a report": (KLIMATID, REPORTED, Udsnit(IN_2025), {"Rapporter i papirerne": (1, 2)}),
    "a list is no event": (KLIMATID, NOT_LISTED, Udsnit(IN_2025), {}),
    "a road's event": (INFRATID, A_ROAD, Udsnit(IN_2025), {"Begivenheder: rapport": (2, 3)}),
    "a price is no event": (INFRATID, LOWER, Udsnit(IN_2025), {}),
    "a price": (infrapriser.TAVLE, LOWER, Udsnit(IN_2025), CHEAPER),
    "that price's project": (infrapriser.TAVLE, LOWER, Udsnit(IN_2025, "ring-5-syd"), CHEAPER),
    "another project's price": (infrapriser.TAVLE, LOWER, Udsnit(IN_2025, "kystbanen"), {}),
    "a price on a row": (infrakort.TAVLE, LOWER, Udsnit(IN_2025), CHEAPER),
    "a price on another card": (infrakort.TAVLE, LOWER, Udsnit(IN_2025, "kystbanen"), {}),
    "a train's status": (
        *(infrakort.TAVLE, LATE_TRAIN, Udsnit(IN_2025)),
        {"Projekter: forsinket": (0, 1), "Automatiske S-tog, alder i mdr., mindst": (20, 1)},
    ),
    "a place": (
        *(infrasteder.TAVLE, NO_KOEGE, Udsnit(IN_2025)),
        {"Ring 5 Syd, steder": (2, 1), "Ring 5 Syd, steder på kortet": (1, 0)},
    ),
    "another project's place": (infrasteder.TAVLE, NO_KOEGE, Udsnit(IN_2025, "kystbanen"), {}),
    "a price is no place": (infrasteder.TAVLE, LOWER, Udsnit(IN_2025), {}),
    "a sum without a key": (
        *(betalingstavle.TAVLE, MORE, Udsnit(IN_2025)),
        {"Telehjerters programledelse, Region Hovedstaden, kr.": (875000, 900000)},
    ),
    "a sum for another subject": (betalingstavle.TAVLE, MORE, Udsnit(IN_2025, "klima"), {}),
    "a kommune's share": (
        *(betalingstavle.TAVLE, ALIKE, Udsnit(IN_2025, kommune="ishoej")),
        {**ALIKE_ASKED, "Energi på Tværs 4: Ishøj": (50, 60)},
    ),
    "the share for another subject": (betalingstavle.TAVLE, ALIKE, Udsnit(IN_2025, "sundhed", "ishoej"), {}),
}


def _differences(board: Tavle, then: Frames, now: Frames, of: Udsnit) -> Mapping[str, tuple[float, float]]:
    """The board's figures that are different; one that a version has not is NaN, which is different from all."""
    both = pd.concat([board.tal(then, of), board.tal(now, of)], axis="columns", keys=["then", "now"])
    both = both[~(both["then"].eq(both["now"]) | both.isna().all(axis="columns"))]
    return {str(name): (row["then"], row["now"]) for name, row in both.iterrows()}


@pytest.mark.parametrize("case", CASES)
def test_a_board_tells_what_was_different_in_it_and_nothing_else(case: str, frames: Frames) -> None:
    board, change, of, different = CASES[case]
    assert _differences(board, frames, change(frames), of) == different


@pytest.mark.parametrize("board", [frister.tavle("alle"), punkttavle.tavle("001")], ids=["frister", "punkter"])
def test_nothing_of_a_kind_is_a_zero_and_not_unknown(board: Tavle, frames: Frames) -> None:
    of_all, of_one = board.tal(frames, Udsnit(IN_2025)), board.tal(frames, Udsnit(IN_2025, "uddannelse"))
    assert list(of_one.index) == list(of_all.index)
    assert of_one.min() == 0
