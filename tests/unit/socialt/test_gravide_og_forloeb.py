"""The pregnant women's tables, the course of a matter, and who says what of it: each row as it is in the data."""

from __future__ import annotations

from datetime import date

import pytest

from analytics.socialt.forloeb import frist, haendelser, synspunkter
from analytics.socialt.gravide import boern, flest, maalgruppe, visiterede, ydelser
from analytics.tabeller import Frames


def test_the_years_are_the_printed_ones_and_some_are_sent_on_day_and_night(frames: Frames) -> None:
    years = visiterede(frames)
    assert [(each.aar, each.alle.vaerdi, each.doegn.vaerdi) for each in years] == [
        (2017, 37, 6),
        (2018, 45, 6),
        (2019, 58, 8),
    ]
    assert flest(years).aar == 2019
    with pytest.raises(ValueError):
        flest(())


def test_each_help_is_a_part_of_the_target_as_printed(frames: Frames) -> None:
    target = maalgruppe(frames).styrelsen
    assert (target.vaerdi, maalgruppe(frames).regionerne.vaerdi) == (83, 80)
    found = ydelser(frames)
    assert [(each.foer.vaerdi, each.under.vaerdi) for each in found] == [(30, 16), (24, 13), (60, 70), (36, 39)]
    for each in found:
        for count, share in ((each.foer, each.foer_pct), (each.under, each.under_pct)):
            assert abs(100 * count.vaerdi / target.vaerdi - share.vaerdi) <= 0.5
            assert count.kilde == share.kilde
    assert [each.navn for each in found][2:] == ["forebyggende", "familie"], "the last is a part of the one before"
    assert found[3].foer.vaerdi <= found[2].foer.vaerdi
    assert [each.vaerdi for each in boern(frames)] == [300, 3206, 13, 51]


def test_the_course_goes_forward_and_its_last_deadline_is_told(frames: Frames) -> None:
    for sag, last in (("kofoedsminde", date(2024, 12, 31)), ("gravide", date(2025, 5, 31))):
        events = haendelser(frames, sag)
        assert [each.fra for each in events] == sorted(each.fra for each in events)
        assert frist(events).til == last
        assert all(each.fra <= each.til for each in events)
        with pytest.raises(ValueError):
            frist(tuple(each for each in events if each.art != "frist"))
    assert {len(haendelser(frames, "kofoedsminde")), len(haendelser(frames, "gravide"))} == {7, 12}
    assert haendelser(frames, "gravide")[-1].fra == date(2027, 1, 1)


def test_what_is_said_stands_in_its_order(frames: Frames) -> None:
    shuffled = {**frames, "social_synspunkt": frames["social_synspunkt"].sample(frac=1, random_state=1)}
    for emne in ("sikrede", "kofoedsminde", "gravide"):
        told = synspunkter(frames, emne)
        assert told == synspunkter(shuffled, emne)
        assert told
    assert sum(len(synspunkter(frames, emne)) for emne in ("sikrede", "kofoedsminde", "gravide")) == len(
        frames["social_synspunkt"]
    )
