"""The repair of a broken rule: it mends that rule, breaks no other, and nothing smaller would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie import KOBLINGER, Kobling, Scenarie, forslag, kontroller
from analytics.scenarie.regler import Regelbrud
from analytics.scenarie.rettelser import rettelse, stoerste_rettelse
from tests.scenarier import SLIDERS, WITHOUT_WEIGHTS
from tests.unit.smaa_grundlag import lille

KOBLING = st.sampled_from(list(KOBLINGER))
VALBY_51, VALBY_62, AMAGER_51, AMAGER_62 = ("valby", 51), ("valby", 62), ("amager", 51), ("amager", 62)


@pytest.fixture(scope="module")
def small(grundlag: Grundlag) -> Grundlag:
    """Three areas; 1,5 may be given of 51 and 1,0 of 62, and a frame of 51 that is met at 1,23 capacities."""
    few = lille(grundlag, [1000, 2000, 3000], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]])
    budget, cost = few.fysio_budget.copy(), few.fysio_ramme.copy()
    for (speciale, key), value in {
        (51, "kapaciteter_hoejst"): 2.0,
        (51, "kapaciteter_reserveret"): 0.5,
        (51, "ramme_regional"): 0.123,
        (62, "kapaciteter_hoejst"): 1.5,
        (62, "kapaciteter_reserveret"): 0.5,
        (62, "ramme_regional"): 2.0,
    }.items():
        budget.loc[(budget["speciale"] == speciale) & (budget["noegle"] == key), "vaerdi"] = value
    rows = (cost["speciale"] == 51) & (cost["region"] == "hovedstaden")
    cost.loc[rows, "tilskud_pr_kapacitet_kr"] = 100_000
    return replace(few, fysio_budget=budget, fysio_ramme=cost)


def _broken(scenarie: Scenarie, grundlag: Grundlag, kobling: Kobling) -> set[tuple[str, str | None, int | None]]:
    """What is broken; the two rules about a budget are one."""
    found = kontroller(scenarie, grundlag, kobling)
    return {("reserve" if each.regel == "budget" else each.regel, each.omraade_id, each.speciale) for each in found}


def _mends(brud: Regelbrud, before: Scenarie, after: Scenarie, grundlag: Grundlag, kobling: Kobling) -> bool:
    """Whether a change mends a rule, breaks no other, and gives no more where there is too much already."""
    was, now = (_broken(each, grundlag, kobling) for each in (before, after))
    ((mended),) = (_broken_as(brud),)
    for speciale, budget in grundlag.budgetter.items():
        limit = min(budget.til_nye, budget.ramme_kr / budget.tilskud_kr)
        had, has = (sum(v for (_, s), v in each.tillaeg.items() if s == speciale) for each in (before, after))
        if has > max(limit, had) + 1e-9:
            return False
    return now <= was - {mended}


def _broken_as(brud: Regelbrud) -> tuple[str, str | None, int | None]:
    return "reserve" if brud.regel == "budget" else brud.regel, brud.omraade_id, brud.speciale


@given(WITHOUT_WEIGHTS, KOBLING)
@example(Scenarie(tillaeg=dict.fromkeys(SLIDERS, 0.1)), "begge")
@example(Scenarie(tillaeg=dict.fromkeys(SLIDERS, 10.0)), "begge")
def test_every_rule_that_sliders_can_break_is_mended_and_no_other_broken(
    grundlag: Grundlag, scenarie: Scenarie, kobling: Kobling
) -> None:
    for brud in kontroller(scenarie, grundlag, kobling)[:6]:
        found = rettelse(brud, scenarie, grundlag, kobling)
        assert found is not None
        assert found.brud is brud
        after = found.udfoert(scenarie)
        assert _mends(brud, scenarie, after, grundlag, kobling)
        assert replace(after, tillaeg={}) == replace(scenarie, tillaeg={})
        assert all(0 <= value <= 10 and round(value, 1) == value for value in after.tillaeg.values())


THOUSANDTHS = st.dictionaries(st.sampled_from(SLIDERS), st.integers(-300, 3000).map(lambda each: each / 1000))


@given(THOUSANDTHS, KOBLING)
def test_what_a_file_can_bring_is_mended_too(
    grundlag: Grundlag, tillaeg: dict[tuple[str, int], float], kobling: Kobling
):
    scenarie = Scenarie(tillaeg=tillaeg)
    for brud in kontroller(scenarie, grundlag, kobling)[:6]:
        found = rettelse(brud, scenarie, grundlag, kobling)
        assert found is not None
        assert _mends(brud, scenarie, found.udfoert(scenarie), grundlag, kobling)


@given(WITHOUT_WEIGHTS, KOBLING)
def test_mending_one_rule_after_another_mends_them_all(
    grundlag: Grundlag, scenarie: Scenarie, kobling: Kobling
) -> None:
    for _ in range(len(kontroller(scenarie, grundlag, kobling))):
        if not (broken := kontroller(scenarie, grundlag, kobling)):
            break
        found = rettelse(broken[-1], scenarie, grundlag, kobling)
        assert found is not None
        scenarie = found.udfoert(scenarie)
    assert kontroller(scenarie, grundlag, kobling) == []


def _steps(places: int, size: int) -> Iterator[tuple[int, ...]]:
    """Every way to move fewer tenths than that."""
    reach = range(1 - size, size)
    return (steps for steps in product(reach, repeat=places) if sum(map(abs, steps)) < size)


@given(st.lists(st.integers(0, 5), min_size=6, max_size=6), KOBLING)
@example([5, 5, 4, 1, 1, 1], "begge")
@example([5, 5, 3, 0, 5, 5], "begge")
@example([1, 0, 0, 0, 5, 5], "begge")
@example([2, 1, 1, 0, 5, 5], "begge")
def test_nothing_smaller_would_do(small: Grundlag, tenths: list[int], kobling: Kobling) -> None:
    """Every smaller change, one by one, on three areas."""
    places = [(omraade, speciale) for speciale in RAEKKER for omraade in small.omraader]
    scenarie = Scenarie(tillaeg=dict(zip(places, [each / 10 for each in tenths], strict=True)))
    for brud in kontroller(scenarie, small, kobling):
        found = rettelse(brud, scenarie, small, kobling)
        assert found is not None
        size = round(10 * sum(abs(each.mere) for each in found.tillaeg))
        assert _mends(brud, scenarie, found.udfoert(scenarie), small, kobling)
        for steps in _steps(len(places), min(size, 4)):
            less = {place: (had + step) / 10 for place, had, step in zip(places, tenths, steps, strict=True)}
            assert not _mends(brud, scenarie, Scenarie(tillaeg=less), small, kobling), (brud, found, less)


def _handlinger(tillaeg: dict[tuple[str, int], float], grundlag: Grundlag, kobling: Kobling = "begge") -> list[str]:
    scenarie = Scenarie(tillaeg=tillaeg)
    found = [rettelse(brud, scenarie, grundlag, kobling) for brud in kontroller(scenarie, grundlag, kobling)]
    return ["" if each is None else each.handling for each in found]


@pytest.mark.parametrize(
    ("tillaeg", "handlinger"),
    [
        ({VALBY_51: 3.0}, ["Giv også Valby 0,1 i speciale 62"]),
        ({VALBY_62: 3.0}, ["Giv også Valby 0,1 i speciale 51"]),
        ({VALBY_51: 0.1}, ["Giv også Valby 0,1 i speciale 62"]),
        (
            {VALBY_51: 0.3, AMAGER_51: 1.0, AMAGER_62: 10.0, ("bornholm", 62): 1.3, ("bornholm", 51): 1.0},
            ["Flyt 0,1 i speciale 62 fra Amager til Valby"],
        ),
        (
            {VALBY_51: 0.1, AMAGER_51: 1.0, AMAGER_62: 10.0, ("bornholm", 62): 1.3, ("bornholm", 51): 1.0},
            ["Tag 0,1 fra Valby i speciale 51"],
        ),
        ({VALBY_51: 9.0, VALBY_62: 1.0, AMAGER_51: 4.9, AMAGER_62: 1.0}, ["Tag 0,4 fra Valby i speciale 51"]),
        (
            {
                VALBY_51: 10.0,
                VALBY_62: 1.0,
                AMAGER_51: 10.0,
                AMAGER_62: 1.0,
                ("bornholm", 51): 10.0,
                ("bornholm", 62): 1,
            },
            # The frame allows 14,8: more than the budget.
            [
                "Tag 9,9 fra Bornholm og 6,6 fra Amager i speciale 51",
                "Tag 9,9 fra Bornholm og 5,3 fra Amager i speciale 51",
            ],
        ),
        (
            {(area, s): 9.0 for area in ("valby", "amager", "bornholm", "vesterbro", "gentofte") for s in (51, 62)},
            [
                "Tag 31,5 fra 4 områder i speciale 51",
                "Tag 30,2 fra 4 områder i speciale 51",
                "Tag 33,7 fra 4 områder i speciale 62",
                "Tag 32,5 fra 4 områder i speciale 62",
            ],
        ),
        ({VALBY_51: 0.35, VALBY_62: 1.0}, ["Giv Valby 0,3 i stedet for 0,35 i speciale 51"]),
        ({VALBY_51: 0.36, VALBY_62: 1.0}, ["Giv Valby 0,4 i stedet for 0,36 i speciale 51"]),
        ({VALBY_51: 0.04, VALBY_62: 1.0}, ["Giv Valby 0,1 i stedet for 0,04 i speciale 51"]),
        ({VALBY_51: -0.3}, ["Tag intet fra Valby i speciale 51"]),
        ({("atlantis", 51): 0.3}, ["Tag 0,3 fra «atlantis» i speciale 51"]),
        ({("valby", 57): 0.3}, ["Tag 0,3 fra Valby i speciale 57"]),
    ],
)
def test_it_says_what_to_do(grundlag: Grundlag, tillaeg, handlinger) -> None:
    assert _handlinger(tillaeg, grundlag) == handlinger


def test_the_reading_of_the_rule_is_kept(grundlag: Grundlag) -> None:
    assert _handlinger({VALBY_62: 3.0}, grundlag, "kun_62_kraever_51") == ["Giv også Valby 0,1 i speciale 51"]
    assert _handlinger({VALBY_51: 3.0}, grundlag, "kun_62_kraever_51") == []


def test_a_budget_is_mended_in_one_step_to_what_is_left_when_the_reserve_is_set_aside(grundlag: Grundlag) -> None:
    given = {**forslag(grundlag).tillaeg, VALBY_51: 6.0}
    scenarie = Scenarie(tillaeg=given)
    (brud,) = (each for each in kontroller(scenarie, grundlag) if each.regel == "budget")
    found = rettelse(brud, scenarie, grundlag)
    assert found is not None
    (change,) = found.tillaeg
    assert (change.omraade_id, change.speciale, change.fra, change.til, change.mere) == ("valby", 51, 6.0, 3.6, -2.4)
    assert kontroller(found.udfoert(scenarie), grundlag) == []


def test_what_holds_for_nobody_alone_is_mended_at_no_one_place(grundlag: Grundlag) -> None:
    (brud,) = kontroller(Scenarie(tillaeg={VALBY_51: 1.0}), grundlag)
    nowhere = Regelbrud(brud.regel, brud.saetning, brud.kilde)
    with pytest.raises(ValueError, match="brydes ikke ét sted"):
        rettelse(nowhere, Scenarie(tillaeg={VALBY_51: 1.0}), grundlag)


@pytest.mark.parametrize("backwards", [False, True])
def test_the_largest_of_the_smallest_changes_mends_budget_and_frame(small: Grundlag, backwards: bool) -> None:
    area = small.omraader[0]
    over = Scenarie(tillaeg={(area, 51): 1.8, (area, 62): 0.1})
    broken = kontroller(over, small)
    assert [each.regel for each in broken] == ["reserve", "kroner"]
    mended = stoerste_rettelse(broken[::-1] if backwards else broken, over, small)
    assert mended is not None
    assert mended.flyttet == pytest.approx(0.6)
    assert not kontroller(mended.udfoert(over), small)


def test_where_nothing_is_broken_nothing_is_mended(small: Grundlag) -> None:
    assert stoerste_rettelse([], Scenarie(), small) is None
