"""What stands out in a figure per kommune: known figures of the papers, and what a change comes to without a sum."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.kommune.kommunefund import Aendringsfund, Oplyst, aendring, oplyst
from analytics.kommune.kommunetal import BEGGE, I_ALT, deltagelser, laerepladser, pr_1000
from analytics.kommune.maaltal import maaltal
from analytics.tabeller import Frames

KOMMUNER = 29


def test_those_without_a_figure_are_told_by_the_reason(frames: Frames) -> None:
    found = oplyst(maaltal(frames, deltagelser("ukraine-indsats", 2024)), KOMMUNER)
    reason = "Cellen er tom i papiret. Det er ikke det samme som 0."
    assert found == Oplyst(27, KOMMUNER, {reason: ("bornholm", "glostrup")}, 0)
    assert found.kun_nogle


def test_a_kommune_without_a_row_is_counted_apart_from_one_with_a_blank_cell(frames: Frames) -> None:
    table = frames["kommunefordeling"]
    few = table[table["kommune_id"].isin(["bornholm", "ishoej", "herlev"])]
    found = oplyst(maaltal({**frames, "kommunefordeling": few}, deltagelser("ukraine-indsats", 2024)), KOMMUNER)
    assert (found.kendte, found.uden_raekke, [*found.ukendte.values()]) == (2, 26, [("bornholm",)])


@pytest.mark.parametrize(("known", "only_some"), [(0, False), (1, True), (28, True), (29, False)])
def test_some_are_neither_none_nor_all(known: int, only_some: bool) -> None:
    assert Oplyst(known, KOMMUNER, {}, KOMMUNER - known).kun_nogle == only_some


def test_a_change_is_the_regions_by_the_printed_sums(frames: Frames) -> None:
    """By hand: 849 + 1.776 places in 2023, and 853 + 1.793 in 2022."""
    assert aendring(frames, maaltal(frames, laerepladser(BEGGE, "aendring-2023"))) == Aendringsfund(
        -21, True, "frederikssund", 4, "koebenhavn", -6
    )


def test_without_printed_sums_a_change_is_that_of_the_kommuner_with_a_figure(frames: Frames) -> None:
    places = frames["sosu_laereplads"]
    known = places[places["kommune_id"].isin(["koebenhavn", "ishoej"])].assign(
        pladser=lambda rows: rows["pladser"].where(rows["kommune_id"] == "koebenhavn", rows["aar"] - 2000)
    )
    of = {**frames, "sosu_laereplads": known, "sosu_total": frames["sosu_total"][:0]}
    found = aendring(of, maaltal(of, laerepladser(BEGGE, "aendring-2023")))
    # København: 668 − 674; Ishøj, of each education: 23 − 22.
    assert found == Aendringsfund(-4, False, "ishoej", 2, "koebenhavn", -6)


def test_what_is_no_change_comes_to_nothing_of_the_kind(frames: Frames) -> None:
    for measure in (laerepladser(BEGGE, "2023"), deltagelser(I_ALT, 2024), pr_1000(deltagelser(I_ALT, 2024))):
        assert aendring(frames, maaltal(frames, measure)) is None
    unknown = frames["sosu_laereplads"].assign(pladser=float("nan"))
    of = {**frames, "sosu_laereplads": unknown}
    assert aendring(of, maaltal(of, laerepladser(BEGGE, "aendring-2023"))) is None


def test_figures_say_whether_they_are_printed_and_in_which_papers(frames: Frames) -> None:
    printed, both = maaltal(frames, laerepladser("ssa", "2023")), maaltal(frames, laerepladser(BEGGE, "2023"))
    assert (printed.beregnet, both.beregnet) == (False, True)
    assert (printed.papirer, maaltal(frames, deltagelser(I_ALT, 2024)).papirer) == ({"002"}, {"004"})
    assert printed.kendte["koebenhavn"] == next(iter(printed.kendte.values()))
    values = list(printed.kendte.values())
    assert values == sorted(values, reverse=True)
    assert pd.notna(values).all()
