"""Two to six measures side by side."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.mobilitet import Katalog, sammenstil
from analytics.mobilitet.sammenstilling import faktalinjer, foran, paa_samme_plads
from tests.unit.mobilitet.smaa_kataloger import HIGH, LOW, ROWS, lille


def test_the_measures_stand_in_the_order_they_were_asked_for(katalog: Katalog):
    found = sammenstil(katalog, [13, 2, 32])
    assert found.numre == (13, 2, 32)
    assert found.vurdering["indsats_nr"].tolist() == [13] * 6 + [2] * 6 + [32] * 6
    assert found.vurdering["pejlemaerke_id"].tolist() == list(katalog.pejlemaerker) * 3
    assert found.vurdering["pejlemaerke"].tolist()[:6] == [katalog.pejlemaerke_navne[p] for p in katalog.pejlemaerker]
    assert found.fakta["indsats_nr"].drop_duplicates().tolist() == [13, 2, 32]
    assert found.fakta.loc[found.fakta["indsats_nr"] == 13, "raekke"].is_monotonic_increasing


def test_assessments_carry_what_they_can_be():
    found = sammenstil(lille(["1-+?!5", "------", "3333?3"]), [3, 1]).vurdering
    assert found["lav"].tolist() == [3, 3, 3, 3, 0, 3, 1, 0, 1, 0, 0, 5]
    assert found["hoej"].tolist() == [3, 3, 3, 3, 5, 3, 1, 0, 5, 5, 0, 5]


def test_facts_of_the_same_kind_and_unit_can_stand_on_one_scale(katalog: Katalog):
    facts = sammenstil(katalog, [13, 2, 32]).fakta
    shared = facts[facts["faelles"]]
    assert set(zip(shared["indsats_nr"], shared["hvad"], strict=True)) == {
        (nr, what) for nr in (13, 2) for what in ("Kortere rejsetid", "Passagerer i alt")
    }


@pytest.mark.parametrize(
    ("numre", "sentence"),
    [
        ([1], "fra 2 til 6"),
        ([1, 2, 3, 4, 5, 6, 7], "fra 2 til 6"),
        ([1, 2, 1], "to gange"),
        ([1, 34], "ingen indsats 34"),
    ],
)
def test_what_cannot_stand_side_by_side_is_refused_with_a_sentence(katalog: Katalog, numre, sentence):
    with pytest.raises(ValueError, match=sentence):
        sammenstil(katalog, numre)


def test_facts_that_several_share_stand_on_one_line(katalog: Katalog) -> None:
    """Counted naively: a kind of fact in a unit is shared where two of the measures have it."""
    numre = [4, 2, 7]
    shared, own = faktalinjer(sammenstil(katalog, numre))
    rows = katalog.mobilitet_fakta
    kinds = {
        nr: {(row["hvad"], row["enhed"]) for row in rows[rows["indsats_nr"] == nr].to_dict("records")} for nr in numre
    }
    expected = {
        kind
        for kind in set().union(*kinds.values())
        if sum(kind in of for of in kinds.values()) > 1 and kind[1] == kind[1]
    }
    assert len(shared) == len(expected) > 0
    assert {line.hvad for line in shared} == {what for what, _ in expected}
    told = [fact for line in shared for of in line.pr_indsats for fact in of] + [fact for of in own for fact in of]
    assert sorted(fact.kilde_linje for fact in told) == sorted(rows[rows["indsats_nr"].isin(numre)]["kilde_linje"])
    for line in shared:
        assert len(line.pr_indsats) == len(numre)
        assert sum(bool(of) for of in line.pr_indsats) > 1
        assert all(fact.hvad == line.hvad for of in line.pr_indsats for fact in of)
    assert len(own) == len(numre)


def test_measures_with_the_same_stars_share_a_dot_and_the_unknown_is_as_wide_as_it_can_be():
    ratings = pd.DataFrame(
        [("A", "CO2e", 2, 2), ("B", "CO2e", 0, 0), ("C", "CO2e", 2, 2), ("A", "Sundhed", 0, 5), ("B", "Sundhed", 0, 5)],
        columns=["kort_navn", "pejlemaerke", "lav", "hoej"],
    )
    assert paa_samme_plads(ratings)[["pejlemaerke", "lav", "bredde", "kort_navn"]].to_numpy().tolist() == [
        ["CO2e", 2, 0, "A, C"],
        ["CO2e", 0, 0, "B"],
        ["Sundhed", 0, 5, "A, B"],
    ]


@settings(max_examples=40)
@given(rows=st.lists(ROWS, min_size=2, max_size=4))
def test_one_is_ahead_where_it_is_sure_to_have_more_stars_than_every_other(rows: list[str]):
    numbers = list(range(1, len(rows) + 1))
    expected = [
        sum(
            all(LOW[row[goal]] > HIGH[other[goal]] for place, other in enumerate(rows, 1) if place != nr)
            for goal in range(6)
        )
        for nr, row in enumerate(rows, 1)
    ]
    assert list(foran(sammenstil(lille(rows), numbers))) == expected
    assert list(foran(sammenstil(lille(rows), numbers[::-1]))) == expected[::-1]
