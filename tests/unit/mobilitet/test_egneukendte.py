"""How sure a rank is when the measure's own unknowns alone are drawn: against every outcome, and by properties."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.mobilitet import Katalog
from analytics.mobilitet.egneukendte import Egenplads, egne_pladser
from tests.unit.mobilitet.smaa_kataloger import HIGH, LOW, ROWS, WEIGHTS, blandet, lille, outcomes
from tests.unit.mobilitet.test_vaegtning import EVEN


@settings(max_examples=40)
@given(rows=st.lists(ROWS, min_size=1, max_size=4), weights=WEIGHTS)
def test_it_is_what_every_outcome_gives(rows: list[str], weights: list[int]):
    middle = [sum(Fraction(w * (LOW[s] + HIGH[s]), 2) for w, s in zip(weights, row, strict=True)) for row in rows]
    for place, (row, found) in enumerate(zip(rows, egne_pladser(lille(rows), weights), strict=True)):
        others = [value for number, value in enumerate(middle) if number != place]
        places = Counter(
            1 + sum(other > sum(w * stars for w, stars in zip(weights, settled, strict=True)) for other in others)
            for settled in outcomes(row)
        )
        most = max(places.values())
        assert found.plads == min(each for each, count in places.items() if count == most)
        assert found.sikkerhed == pytest.approx(most / places.total())
        assert (found.plads_fra, found.plads_til) == (min(places), max(places))


def test_a_rank_by_hand():
    """5 beats the middle of the others, 3; 0 to 2 of its own six outcomes are below it, and 3 stands equal."""
    katalog = lille(["?-----", "3-----", "1-----"])
    assert egne_pladser(katalog, (1, 0, 0, 0, 0, 0)) == (
        Egenplads(1, 1, 0.5, 1, 3),
        Egenplads(2, 1, 1.0, 1, 1),
        Egenplads(3, 3, 1.0, 3, 3),
    )


def test_stars_that_belong_to_one_of_two_places_are_two_outcomes():
    katalog = lille(["uu----", "1-----"])
    assert egne_pladser(katalog, (2, 1, 0, 0, 0, 0))[0] == Egenplads(1, 1, 1.0, 1, 1)
    assert egne_pladser(katalog, (4, 1, 0, 0, 0, 0))[0] == Egenplads(1, 1, 0.5, 1, 2)


def test_what_is_known_is_sure(katalog: Katalog):
    for found in egne_pladser(katalog, EVEN):
        row = katalog.plads[found.indsats_nr]
        assert found.plads_fra <= found.plads <= found.plads_til
        if not katalog.ukendt[row].any():
            assert (found.sikkerhed, found.plads_fra) == (1.0, found.plads_til)
        else:
            assert 0 < found.sikkerhed <= 1


def test_the_order_of_the_tables_rows_changes_nothing(katalog: Katalog):
    assert egne_pladser(katalog, (3, 1, 4, 1, 5, 2)) == egne_pladser(blandet(katalog, 5), (3, 1, 4, 1, 5, 2))
