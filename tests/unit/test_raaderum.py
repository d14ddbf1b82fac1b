"""What is forced and what is politics: against an enumeration of every plan, and by properties."""

from __future__ import annotations

import math
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.heltal import Ur
from analytics.optimering import MAAL, optimer
from analytics.optimering.alternativer import FLEST, afstand, alternativer
from analytics.optimering.godeplaner import Godeplaner, gode_planer
from analytics.optimering.opgave import opgave
from analytics.optimering.planer import TimeIsUpError
from analytics.optimering.raaderum import Raaderum, Spillerum, raaderum
from analytics.optimering.raaderumtekst import MAALT_PAA, forbehold, fund
from analytics.scenarie import Scenarie, kontroller, udregn
from analytics.scenarie.regler import KOBLINGER
from tests.unit.smaa_grundlag import lille
from tests.unit.smaa_opgaver import Case, cases, gift_of, gifts, good_plans, value_of

EVERY_AIM = pytest.mark.parametrize("maal", MAAL)
EVERY_COUPLING = pytest.mark.parametrize("kobling", KOBLINGER)
FAR = st.sampled_from([0, 0, 1, 5])
WORSE = st.sampled_from([1, 1, 1.2, 2])
"""How many times as bad the best is taken to be, so that the good plans of a small case are many."""
PAIR = st.tuples(st.integers(0, 5), st.integers(0, 5))


def _every(case: Case, kobling: str, good: Godeplaner) -> list[np.ndarray]:
    """Every plan that is good enough, tried one by one."""
    maal, top = good.optimum.maal, good.optimum.vaerdi * (1 + good.pct / 100) + 1e-8
    fits = [
        gift
        for gift in gifts(case, kobling)
        if (gift >= good.task.least).all() and (gift <= good.task.most).all() and value_of(case, maal, gift) <= top
    ]
    return [gift for gift in fits if maal != "ulighed" or (gift.sum(axis=1) == good.bedste.sum(axis=1)).all()]


def _ends(rum: Raaderum, good: Godeplaner) -> tuple[np.ndarray, np.ndarray]:
    """The least and the most of every area and speciale, (2, n) tenths."""
    each = [[rum.par[area, speciale] for area in good.task.ids] for speciale in RAEKKER]
    return (
        np.array([[round(of.mindst * 10) for of in row] for row in each]),
        np.array([[round(of.hoejst * 10) for of in row] for row in each]),
    )


@pytest.mark.grundig(1)
@EVERY_AIM
@EVERY_COUPLING
@settings(max_examples=25)
@given(case=cases(), pct=FAR, worse=WORSE)
def test_the_ranges_are_those_of_every_plan_tried_one_by_one(grundlag, maal, kobling, case: Case, pct, worse):
    good = good_plans(grundlag, case, maal, kobling, pct, worse)
    rum = raaderum(good, frist=60)
    every = _every(case, kobling, good)
    least, most = _ends(rum, good)
    assert least.tolist() == np.min(every, axis=0).tolist()
    assert most.tolist() == np.max(every, axis=0).tolist()
    assert rum.afgjort
    assert all(good.planer.holds(gift) for gift in every)


@pytest.mark.grundig(1)
@EVERY_AIM
@settings(max_examples=14)
@given(case=cases(), locked=st.integers(0, 2), left_out=st.booleans(), worse=WORSE)
def test_the_ranges_keep_what_is_locked_and_who_is_left_out(grundlag, maal, case: Case, locked, left_out, worse):
    first, second, _ = sorted(grundlag.omraader)[:3]
    more = {"laast": {(first, 51): locked / 10}, "udelad": [second] if left_out else []}
    good = good_plans(grundlag, case, maal, "kun_62_kraever_51", 1, worse, **more)
    rum = raaderum(good, frist=60)
    every = _every(case, "kun_62_kraever_51", good)
    least, most = _ends(rum, good)
    assert (least.tolist(), most.tolist()) == (np.min(every, axis=0).tolist(), np.max(every, axis=0).tolist())
    assert (rum.par[first, 51].mindst, rum.par[first, 51].hoejst) == (locked / 10, locked / 10)
    assert (second in rum.kan_faa) == (not left_out)


@pytest.mark.grundig(1)
@EVERY_AIM
@EVERY_COUPLING
@settings(max_examples=20)
@given(case=cases(), worse=WORSE, limits=st.lists(PAIR, min_size=6, max_size=6))
def test_a_plan_is_found_within_limits_when_there_is_one(grundlag, maal, kobling, case: Case, worse, limits):
    good = good_plans(grundlag, case, maal, kobling, 1, worse)
    least, most = (np.array(each).reshape(2, 3) for each in zip(*map(sorted, limits), strict=True))
    within = [gift for gift in _every(case, kobling, good) if (gift >= least).all() and (gift <= most).all()]
    found = good.planer.find(least, most, Ur(60))
    assert (found is None) == (not within)
    assert found is None or any((found == gift).all() for gift in within)


@pytest.mark.grundig(1)
@EVERY_AIM
@settings(max_examples=14)
@given(case=cases(), worse=WORSE)
def test_what_is_not_good_enough_or_not_allowed_is_not_among_the_plans(grundlag, maal, case: Case, worse):
    good = good_plans(grundlag, case, maal, "begge", 0, worse)
    every = {gift.tobytes() for gift in _every(case, "begge", good)}
    for gift in gifts(case, "ingen"):
        assert good.planer.holds(gift) == (gift.tobytes() in every)


@pytest.mark.grundig(1)
@EVERY_COUPLING
@settings(max_examples=25)
@given(case=cases())
def test_room_is_the_most_that_can_be_completed(grundlag: Grundlag, kobling, case: Case):
    small = lille(grundlag, case.borgere, case.kapacitet)
    task = opgave(small, Scenarie(), case.budget, kobling, case.mindst, case.steder, (), {})
    for gift in gifts(case, kobling):
        room = task.room(gift)
        for place in np.ndindex(gift.shape):
            more = [tenths for tenths in range(gift[place], 7) if task.complete(_with(gift, place, tenths)) is not None]
            # An area that has nothing cannot have less than the least.
            assert room[place] == max(more)


def _with(gift: np.ndarray, place: tuple[int, ...], tenths: int) -> np.ndarray:
    gift = gift.copy()
    gift[place] = tenths
    return gift


@pytest.mark.grundig(1)
@EVERY_AIM
@EVERY_COUPLING
@settings(max_examples=14)
@given(case=cases(), pct=FAR, worse=WORSE)
def test_alternatives_are_good_plans_within_the_ranges_and_as_far_apart_as_is_told(
    grundlag, maal, kobling, case: Case, pct, worse
):
    good = good_plans(grundlag, case, maal, kobling, pct, worse)
    rum = raaderum(good, frist=60)
    least, most = _ends(rum, good)
    plans = alternativer(good, rum, frist=60)
    given = [gift_of(case, grundlag, plan.scenarie) for plan in plans]
    every = {gift.tobytes() for gift in _every(case, kobling, good)}
    assert (plans[0].scenarie, plans[0].afstand) == (good.optimum.scenarie, 0)
    assert len(plans) <= FLEST
    for number, (plan, gift) in enumerate(zip(plans, given, strict=True)):
        assert gift.astype(np.int64).tobytes() in every
        assert (least <= gift).all()
        assert (gift <= most).all()
        if number:
            nearest = min(np.abs(gift - other).sum() / 20 for other in given[:number])
            assert plan.afstand == pytest.approx(nearest)
            assert plan.afstand > 0


@pytest.mark.grundig(1)
@EVERY_AIM
@settings(max_examples=15)
@given(case=cases(), worse=WORSE, several=st.lists(st.sampled_from([0, 0.5, 1, 3, 5]), min_size=2, max_size=2))
def test_farther_from_the_best_there_is_more_room(grundlag, maal, case: Case, worse, several):
    near, far = (good_plans(grundlag, case, maal, "begge", pct, worse) for pct in sorted(several))
    (least, most), (lower, higher) = (_ends(raaderum(good, frist=60), good) for good in (near, far))
    assert (lower <= least).all()
    assert (most <= higher).all()
    assert (least <= near.bedste).all()
    assert (near.bedste <= most).all()


@pytest.mark.grundig(1)
@EVERY_COUPLING
@settings(max_examples=15)
@given(case=cases())
def test_where_only_one_plan_is_the_best_nothing_is_left_to_choose(grundlag, kobling, case: Case):
    good = good_plans(grundlag, case, "ulighed", kobling, 0, 1)
    assume(len(_every(case, kobling, good)) == 1)
    rum = raaderum(good, frist=60)
    least, most = _ends(rum, good)
    assert (least == most).all()
    assert rum.antal("politisk") == 0
    assert len(alternativer(good, rum, frist=60)) == 1


@pytest.mark.grundig(1)
@EVERY_AIM
@pytest.mark.parametrize("pct", [0, 1, 5])
def test_everything_is_proved_of_the_real_case(grundlag: Grundlag, maal, pct):
    good = gode_planer(grundlag, optimer(grundlag, maal=maal), pct)
    told = []
    rum = raaderum(good, frist=60, fremgang=lambda done, of: told.append((done, of)))
    least, most = _ends(rum, good)
    assert rum.afgjort
    assert told == [(done, 74) for done in range(1, 75)]
    told.clear()
    plans = alternativer(good, rum, frist=60, fremgang=lambda done, of: told.append((done, of)))
    assert told[0] == (1, FLEST)
    assert plans[0].scenarie == good.optimum.scenarie
    for plan in plans:
        gift = good.task.gift(plan.scenarie)
        assert kontroller(plan.scenarie, grundlag) == []
        assert good.planer.holds(gift)
        assert (least <= gift).all()
        assert (gift <= most).all()
        assert [used.tilbage for used in udregn(plan.scenarie, grundlag).forbrug.values()] == [0, 0]


def test_the_plans_of_the_real_case_differ_much(grundlag: Grundlag):
    good = gode_planer(grundlag, optimer(grundlag, maal="ulighed"), 1)
    plans = alternativer(good, raaderum(good, frist=60), frist=60)
    assert len(plans) == FLEST
    assert all(plan.afstand >= 5 for plan in plans[1:])


@pytest.mark.grundig(1)
@EVERY_AIM
def test_the_step_and_the_places_are_kept_in_the_real_case(grundlag: Grundlag, maal):
    demands = {"mindst": 0.5, "hoejst_steder": 8}
    good = gode_planer(grundlag, optimer(grundlag, maal=maal, **demands), 0, **demands)
    plans = alternativer(good, raaderum(good, frist=60), frist=60)
    assert plans
    for plan in plans:
        values = plan.scenarie.tillaeg
        assert min(values.values()) >= 0.5
        assert len({area for area, _ in values}) <= 8


@EVERY_AIM
@pytest.mark.parametrize("limit", [{"frist": 0}, {"stop": lambda: True}])
def test_without_time_nothing_is_settled(grundlag: Grundlag, maal, limit):
    good = gode_planer(grundlag, optimer(grundlag, maal=maal), 1)
    rum = raaderum(good, **limit)
    assert {each.klasse for each in rum.par.values()} == {"ikke afgjort"}
    assert rum.antal("ikke afgjort") == 37
    assert not rum.afgjort
    assert [plan.scenarie for plan in alternativer(good, rum, **limit)] == [good.optimum.scenarie]
    with pytest.raises(TimeIsUpError):
        good.planer.find(good.task.least, good.task.most, Ur(0))


@pytest.mark.parametrize("maal", ["ulighed", "over_graense"])
def test_what_is_proved_when_the_time_is_up_is_right(grundlag: Grundlag, maal):
    good = gode_planer(grundlag, optimer(grundlag, maal=maal), 1)
    whole = raaderum(good, frist=60)
    asked = iter(range(10**6))
    hurried = raaderum(good, frist=60, stop=lambda: next(asked) > 60)
    settled = [pair for pair, each in hurried.par.items() if each.afgjort]
    assert 0 < len(settled) < 74
    assert hurried.bevist == {pair: whole.bevist[pair] for pair in settled}
    for pair, each in hurried.par.items():
        assert each.mindst in (None, whole.par[pair].mindst)
        assert each.hoejst in (None, whole.par[pair].hoejst)
        assert each.klasse in (whole.par[pair].klasse, "ikke afgjort")


@EVERY_AIM
def test_near_an_optimum_that_is_not_proved_nothing_is_settled(grundlag: Grundlag, maal):
    good = gode_planer(grundlag, replace(optimer(grundlag, maal=maal), gab=0.01, bevist_optimal=False), 1)
    rum = raaderum(good)
    assert {each.klasse for each in rum.par.values()} == {"ikke afgjort"}
    assert len(alternativer(good, rum)) == 1


def test_it_stops_soon_after_it_is_told_to(grundlag: Grundlag):
    demands = {"mindst": 0.5, "hoejst_steder": 8}
    good = gode_planer(grundlag, optimer(grundlag, maal="ulighed", **demands), 1, **demands)
    began = time.monotonic()
    raaderum(good, frist=60, stop=lambda: time.monotonic() > began + 0.1)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("pct", [-1, 5.1, math.nan])
def test_another_distance_from_the_best_is_refused(grundlag: Grundlag, pct):
    with pytest.raises(ValueError, match="mellem 0 og 5 %"):
        gode_planer(grundlag, optimer(grundlag), pct)


def test_of_nothing_possible_there_are_no_plans(grundlag: Grundlag):
    nothing = optimer(grundlag, udelad=["valby"], laast={("valby", 51): 1})
    with pytest.raises(ValueError, match="ingen planer"):
        gode_planer(grundlag, nothing, 1)


@pytest.mark.parametrize(
    ("mindst", "hoejst", "klasse"),
    [
        (0.1, 2.0, "altid"),
        (0.1, None, "altid"),
        (0.0, 0.0, "aldrig"),
        (None, 0.0, "aldrig"),
        (0.0, 0.1, "politisk"),
        (0.0, None, "ikke afgjort"),
        (None, 0.1, "ikke afgjort"),
        (None, None, "ikke afgjort"),
    ],
)
def test_a_class_is_what_is_proved(mindst, hoejst, klasse):
    assert Spillerum("valby", 51, mindst, hoejst).klasse == klasse


ALTID, ALDRIG, POLITISK, UAFGJORT = (0.1, 1.0), (0.0, 0.0), (0.0, 1.0), (0.0, None)


def _rum(*areas: tuple[tuple[float, float | None], tuple[float, float | None]]) -> Raaderum:
    names = [f"o{number}" for number in range(len(areas))]
    ranges = {
        (name, speciale): Spillerum(name, speciale, *ends)
        for name, both in zip(names, areas, strict=True)
        for speciale, ends in zip(RAEKKER, both, strict=True)
    }
    return Raaderum(1, ranges, frozenset(names))


@pytest.mark.parametrize(
    ("both", "klasse"),
    [
        ((ALDRIG, ALDRIG), "aldrig"),
        ((ALTID, ALDRIG), "altid"),
        ((UAFGJORT, ALTID), "altid"),
        ((ALDRIG, UAFGJORT), "ikke afgjort"),
        ((POLITISK, UAFGJORT), "ikke afgjort"),
        ((ALDRIG, POLITISK), "politisk"),
    ],
)
def test_an_areas_class_is_that_of_its_specialer_together(both, klasse):
    assert list(_rum(both).omraader.values()) == [klasse]


@pytest.mark.parametrize(
    ("areas", "sentence"),
    [
        (
            [ALTID, ALTID, ALDRIG, POLITISK],
            "Af de 4 områder, der kan få, skal 2 altid have; 1 får aldrig; 1 er et politisk valg.",
        ),
        ([ALDRIG, UAFGJORT], "Af de 2 områder, der kan få, får 1 aldrig; 1 er ikke afgjort."),
        ([POLITISK, POLITISK], "Af de 2 områder, der kan få, er 2 et politisk valg."),
        ([ALTID], "Af det ene område, der kan få, skal 1 altid have."),
        ([], "Ingen områder kan få nye kapaciteter."),
    ],
)
def test_the_finding_counts_the_areas(areas, sentence):
    assert fund(_rum(*((each, each) for each in areas))) == sentence


def test_those_who_may_get_nothing_are_not_counted():
    rum = replace(_rum((ALTID, ALTID), (ALDRIG, ALDRIG)), kan_faa=frozenset(["o0"]))
    assert fund(rum) == "Af det ene område, der kan få, skal 1 altid have."


def test_what_was_not_settled_is_told():
    assert forbehold(_rum((ALTID, UAFGJORT))) == "1 af 2 spænd er ikke afgjort."
    assert forbehold(_rum((ALTID, ALDRIG))) == ""
    assert set(MAALT_PAA) == set(MAAL)


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=3, max_size=3))
def test_the_distance_is_a_distance(three):
    one, two, three = (np.array(each).reshape(2, 2) for each in three)
    assert afstand(one, one) == 0
    assert afstand(one, two) == afstand(two, one)
    assert afstand(one, three) <= afstand(one, two) + afstand(two, three)
