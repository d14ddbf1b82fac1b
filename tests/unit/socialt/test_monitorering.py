"""The monitoring: growth, what one costs here and in the country, and the recommendations."""

from __future__ import annotations

import pytest

from analytics.socialt.monitorering import aarene, anbefalinger, enhedspriser, vaekst
from analytics.socialt.paastande import TABELLER, socialtal
from analytics.tabeller import Frames


def test_growth_is_the_printed_one_here_and_in_the_country(frames: Frames) -> None:
    assert [(each.hvad, each.hovedstaden.vaerdi, each.landet.vaerdi) for each in vaekst(frames)] == [
        ("i_alt", 5, 9),
        ("voksne", 8, 13),
        ("boern", -1, 1),
    ]
    years = aarene(frames)
    assert (years.fra, years.til) == (2016, 2019)


def test_the_countrys_price_and_the_per_cent_are_worked_out(frames: Frames) -> None:
    measure, placement = enhedspriser(frames)
    assert [(each.hvad, each.hovedstaden.vaerdi) for each in (measure, placement)] == [
        ("foranstaltning", 226_000),
        ("anbringelse", 857_000),
    ]
    assert (measure.landet, placement.landet) == (171_000, 727_000)
    # The first per cent is right as printed, the second is not: 17,9, and 19 is printed.
    assert measure.pct_regnet == pytest.approx(32.16, abs=0.01)
    assert placement.pct_regnet == pytest.approx(17.88, abs=0.01)
    assert (measure.pct.vaerdi, placement.pct.vaerdi) == (33, 19)


def test_six_recommendations_are_to_each_and_six_to_all_together(frames: Frames) -> None:
    found = anbefalinger(frames)
    assert [each.nr for each in found] == list(range(1, 13))
    assert [each.rettet_mod for each in found] == ["hver_kommune"] * 6 + ["faelles"] * 6
    lines = [each.kilde.kilde_linje or 0 for each in found]
    assert lines == sorted(lines)


def test_a_claim_is_one_by_its_id_in_both_tables_and_is_a_figure_or_words(frames: Frames) -> None:
    told = socialtal(frames)
    assert len(told) == sum(len(frames[table]) for table in TABELLER)
    assert all((each.tal is None) <= (each.tekst is not None) for each in told.values())
    assert told["sikret-objektiv-noegle"].tal is None
