"""A kommune's share: whole kroner that add up to the sum, in the order of the weights, and only by a printed key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.moeder import betaling
from analytics.moeder.betaling import andele
from analytics.tabeller import Frames

AFTER_ALL = date(2026, 11, 27)
WEIGHTS = st.dictionaries(st.text("abcdefg", min_size=1, max_size=4), st.integers(0, 700_000), min_size=1).filter(
    lambda weights: sum(weights.values()) > 0
)
AMOUNTS = st.integers(0, 2_000_000)


@given(AMOUNTS, WEIGHTS)
def test_no_krone_is_lost_and_none_is_made(amount: int, weights: dict[str, int]) -> None:
    shares = andele(amount, weights)
    assert sum(shares.values()) == amount
    total = sum(weights.values())
    for who, share in shares.items():
        assert abs(share - Fraction(amount * weights[who], total)) < 1
        assert share == 0 or weights[who] > 0


@given(AMOUNTS, WEIGHTS)
def test_who_weighs_more_pays_no_less(amount: int, weights: dict[str, int]) -> None:
    shares = andele(amount, weights)
    for one, its in weights.items():
        for other, others in weights.items():
            assert its <= others or shares[one] >= shares[other]


@given(AMOUNTS, WEIGHTS)
def test_the_same_is_found_by_giving_out_one_krone_at_a_time(amount: int, weights: dict[str, int]) -> None:
    """A naive second way: each rounded down, and then whoever lacks most of a krone gets the next."""
    total = sum(weights.values())
    shares = {who: amount * weight // total for who, weight in weights.items()}
    lacking = {who: amount * weight % total for who, weight in weights.items()}
    while sum(shares.values()) < amount:
        who = min(lacking, key=lambda each: (-lacking[each], each))
        shares[who] += 1
        lacking[who] = -1
    assert andele(amount, weights) == shares


@pytest.mark.parametrize("weights", [{}, {"a": 0}, {"a": 3, "b": -1}])
def test_nobody_to_pay_is_refused(weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        andele(1, weights)


def _by_id(frames: Frames) -> Mapping[str, betaling.Kommuneandele]:
    return {each.finansiering.finansiering_id: each for each in betaling.fordelinger(frames, AFTER_ALL)}


def test_only_sums_with_a_printed_key_are_divided(frames: Frames) -> None:
    asked = betaling.finansieringer(frames, AFTER_ALL)
    divided = _by_id(frames)
    assert set(divided) == {each.finansiering_id for each in asked if each.noegle != "ingen"}
    assert len(divided) < len(asked)
    assert all((each.noeglens_kilde is None) == (each.noegle == "ingen") for each in asked)


@pytest.mark.parametrize(("amount", "unit", "kroner"), [(3.5, "mio_kr", 3_500_000), (1250.4, "1000_kr", 1_250_400)])
def test_a_sum_is_divided_to_the_krone_whatever_unit_it_is_printed_in(
    amount: float, unit: str, kroner: int, frames: Frames
) -> None:
    rows = frames["moede_finansiering"]
    one = rows["finansiering_id"] == "driftsenhed"
    keyed = rows.assign(beloeb=rows["beloeb"].mask(one, amount), enhed=rows["enhed"].mask(one, unit))
    shares = _by_id({**frames, "moede_finansiering": keyed})
    assert sum(shares["driftsenhed"].andele.values()) == kroner
    assert shares["driftsenhed"].enhed == "kr"
    largest = betaling.stoerste(each.finansiering for each in shares.values())
    assert largest == shares["driftsenhed"].finansiering
    hours = rows.assign(enhed=rows["enhed"].mask(one, "timer"))
    with pytest.raises(ValueError, match="driftsenhed is in timer"):
        _by_id({**frames, "moede_finansiering": hours})


def test_the_shares_of_all_kommuner_are_the_printed_sum(frames: Frames) -> None:
    own = set(frames["kommune"].query("i_region_hovedstaden")["kommune_id"])
    for each in _by_id(frames).values():
        assert set(each.andele) == own
        if each.beregnet:
            assert sum(each.andele.values()) == each.finansiering.beloeb
        else:
            assert set(each.andele.values()) == {each.finansiering.beloeb}


def test_people_are_counted_in_the_year_of_the_paper(frames: Frames) -> None:
    people = betaling.indbyggere(frames, 2024)
    of_2024 = frames["befolkning"].query("aar == 2024")["borgere"]
    assert sum(people.values()) == of_2024.sum()
    assert people["koebenhavn"] > people["frederiksberg"] > people["dragoer"]
    telehjerter = _by_id(frames)["telehjerter"]
    assert telehjerter.andele == andele(round(telehjerter.finansiering.beloeb), people)
    assert betaling.indbyggere(frames, 1999) == {}
    assert betaling.fordeling(frames, telehjerter.finansiering, 1999) is None


def test_nothing_is_divided_by_people_that_no_paper_had_counted_on_the_day(frames: Frames) -> None:
    at_the_meeting = date(2024, 4, 19)
    assert [each.beregnet for each in betaling.fordelinger(frames, at_the_meeting)] == [False]
    asked = betaling.finansieringer(frames, at_the_meeting)
    assert len(asked) == len(betaling.finansieringer(frames, AFTER_ALL))
    assert betaling.finansieringer(frames, date(2019, 1, 1)) == ()


def test_what_every_kommune_is_asked_alike_needs_no_count_of_people(frames: Frames) -> None:
    hours = _by_id(frames)["energi-paa-tvaers"].finansiering
    found = betaling.fordeling(frames, hours, 1999)
    assert found is not None
    assert not found.beregnet
    assert set(found.andele.values()) == {hours.beloeb}


def test_the_largest_sum_leads_and_orders_the_kommuner(frames: Frames) -> None:
    shares = list(_by_id(frames).values())
    largest = betaling.stoerste(each.finansiering for each in shares)
    assert largest is not None
    assert largest.finansiering_id == "telehjerter"
    first = betaling.af(shares, largest)
    assert first is not None
    names = dict(zip(frames["kommune"]["kommune_id"], frames["kommune"]["navn"], strict=True))
    order = betaling.orden(shares, names)
    paid = [first.andele[kommune] for kommune in order]
    assert paid == sorted(paid, reverse=True)
    assert first.af_stoerste(order[0]) == 1
    assert 0 < first.af_stoerste(order[-1]) < 1
    assert betaling.stoerste(()) is None
    assert betaling.orden((), names) == []
    hours = [each for each in shares if each.finansiering.enhed == "timer"]
    assert betaling.stoerste(each.finansiering for each in hours) == hours[0].finansiering
    assert betaling.af(hours, largest) is None
    assert betaling.orden(hours, names)[:2] == ["albertslund", "alleroed"]
