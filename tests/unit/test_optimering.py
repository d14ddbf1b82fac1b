"""The optimiser: the known optima, against a naive enumeration of everything that may be given, and by properties."""

from __future__ import annotations

import math
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.heltal import Ur
from analytics.optimering import MAAL, optimer
from analytics.optimering.blandet import Gaver
from analytics.optimering.minimax import minimax
from analytics.optimering.opgave import opgave
from analytics.scenarie import Scenarie, kontroller, udregn
from analytics.scenarie.regler import KOBLINGER
from analytics.scenarie.vaegte import Vaegte, papirets_procent
from tests.unit.smaa_grundlag import skaleret, vendt
from tests.unit.smaa_opgaver import Case, above, cases, gift_of, gifts, inequality, rounded, worst_first

EVERY_AIM = pytest.mark.parametrize("maal", MAAL)
EVERY_COUPLING = pytest.mark.parametrize("kobling", KOBLINGER)


@pytest.mark.grundig(1)
@EVERY_COUPLING
@settings(max_examples=25)
@given(case=cases())
def test_minimax_is_the_best_of_everything_that_may_be_given(grundlag: Grundlag, kobling: str, case: Case):
    optimum = case.optimum(grundlag, "minimax", kobling)
    gift = gift_of(case, grundlag, optimum.scenarie)
    best = min(rounded(worst_first(case, each)) for each in gifts(case, kobling))
    assert rounded(worst_first(case, gift)) == best
    assert (optimum.bevist_optimal, optimum.gab) == (True, 0)
    assert optimum.vaerdi == pytest.approx(best[0])


@pytest.mark.grundig(1)
@EVERY_COUPLING
@settings(max_examples=15)
@given(case=cases())
def test_fewest_above_the_limit_is_the_best_of_everything_that_may_be_given(grundlag, kobling, case: Case):
    optimum = case.optimum(grundlag, "over_graense", kobling)
    gift = gift_of(case, grundlag, optimum.scenarie)
    best = min((above(case, each), rounded(worst_first(case, each))) for each in gifts(case, kobling))
    assert (above(case, gift), rounded(worst_first(case, gift))) == best
    assert (optimum.bevist_optimal, optimum.gab, optimum.vaerdi) == (True, 0, best[0])


@pytest.mark.grundig(1)
@EVERY_COUPLING
@settings(max_examples=15)
@given(case=cases())
def test_least_inequality_is_the_best_of_as_much_as_may_be_given(grundlag, kobling, case: Case):
    optimum = case.optimum(grundlag, "ulighed", kobling)
    gift = gift_of(case, grundlag, optimum.scenarie)
    assert gift.sum() == max(each.sum() for each in gifts(case, kobling))
    alike = gifts(case, kobling, lambda each: (each.sum(axis=1) == gift.sum(axis=1)).all())
    best = min(inequality(case, each) for each in alike)
    assert inequality(case, gift) == pytest.approx(best, abs=1e-7)
    assert (optimum.bevist_optimal, optimum.gab) == (True, 0)
    assert optimum.vaerdi == pytest.approx(best, abs=1e-7)


@pytest.mark.grundig(1)
@EVERY_AIM
@settings(max_examples=10)
@given(case=cases(), locked=st.integers(0, 2), left_out=st.booleans())
def test_what_is_locked_stays_and_who_is_left_out_gets_nothing(grundlag, maal, case: Case, locked, left_out):
    first, second, _ = sorted(grundlag.omraader)[:3]
    more = {"laast": {(first, 51): locked / 10}, "udelad": [second] if left_out else []}
    optimum = case.optimum(grundlag, maal, "kun_62_kraever_51", **more)
    allowed = list(
        gifts(
            case,
            "kun_62_kraever_51",
            lambda gift: gift[0, 0] == locked and not (left_out and gift[:, 1].any()),
        )
    )
    if not allowed:
        assert (optimum.scenarie, optimum.gab, optimum.vaerdi) == (None, math.inf, None)
        assert optimum.forklaring.startswith("Intet er muligt: ")
        return
    gift = gift_of(case, grundlag, optimum.scenarie)
    assert any((gift == each).all() for each in allowed)
    if maal == "minimax":
        assert rounded(worst_first(case, gift)) == min(rounded(worst_first(case, each)) for each in allowed)
    elif maal == "over_graense":
        assert optimum.vaerdi == min(above(case, each) for each in allowed)


@pytest.mark.grundig(1)
@settings(max_examples=15)
@given(case=cases(4), more=st.integers(1, 5))
@pytest.mark.parametrize("speciale", RAEKKER)
@pytest.mark.parametrize("maal", ["minimax", "over_graense"])
def test_more_budget_is_never_worse(grundlag: Grundlag, maal, speciale, case: Case, more):
    poor = case.optimum(grundlag, maal, "begge")
    rich = case.optimum(grundlag, maal, "begge", budget={speciale: case.budget[speciale] + more / 10})
    assert rich.vaerdi <= poor.vaerdi + 1e-9
    if maal == "minimax":
        ours, theirs = (worst_first(case, gift_of(case, grundlag, each.scenarie)) for each in (rich, poor))
        assert rounded(ours) <= rounded(theirs)


@EVERY_AIM
def test_neither_the_order_of_areas_nor_the_scale_of_citizens_changes_who_gets_what(grundlag: Grundlag, maal):
    limits = grundlag.graenser()
    plain = optimer(grundlag, maal=maal, graenser=limits)
    assert optimer(vendt(grundlag), maal=maal, graenser=limits).scenarie == plain.scenarie
    tripled = {speciale: 3 * limit for speciale, limit in limits.items()}
    assert optimer(skaleret(grundlag, 3), maal=maal, graenser=tripled).scenarie == plain.scenarie


@pytest.mark.parametrize(("kobling", "worst_62"), [("begge", 12293), ("kun_62_kraever_51", 12114)])
def test_the_known_optimum_of_2030(grundlag: Grundlag, kobling: str, worst_62: int):
    optimum = optimer(grundlag, {51: 13.5, 62: 11.3}, kobling=kobling)
    figures = udregn(optimum.scenarie, grundlag).noegletal
    assert (round(figures[51].vaerst), round(figures[62].vaerst)) == (8315, worst_62)
    assert optimum.bevist_optimal
    assert optimum.forklaring.startswith("Bevist optimal. Flest borgere pr. kapacitet er 8.315 i speciale 51 (Amager)")


@EVERY_AIM
@EVERY_COUPLING
def test_an_optimum_keeps_the_rules_and_leaves_nothing_idle(grundlag: Grundlag, maal, kobling):
    optimum = optimer(grundlag, maal=maal, kobling=kobling)
    assert kontroller(optimum.scenarie, grundlag, kobling) == []
    assert [used.tilbage for used in udregn(optimum.scenarie, grundlag).forbrug.values()] == [0, 0]
    assert optimum.bevist_optimal


def test_the_budget_is_what_the_papers_leave_unless_another_is_given(grundlag: Grundlag):
    assert optimer(grundlag) == optimer(grundlag, {51: 13.5, 62: 11.3})
    assert optimer(grundlag, {51: 13.59, 62: 11.3}) == optimer(grundlag)


@pytest.mark.grundig(1)
@EVERY_AIM
def test_each_aim_is_best_at_its_own(grundlag: Grundlag, maal):
    ours = optimer(grundlag, maal=maal, kobling="begge", mindst=1)
    average = {speciale: each.region for speciale, each in udregn(Scenarie(), grundlag).noegletal.items()}
    for other in MAAL:
        figures = udregn(optimer(grundlag, maal=other, mindst=1).scenarie, grundlag).noegletal
        value = {
            "minimax": sum(figures[s].vaerst / average[s] for s in RAEKKER),
            "ulighed": sum(figures[s].gini for s in RAEKKER),
            "over_graense": sum(figures[s].borgere_over for s in RAEKKER),
        }[maal]
        assert ours.vaerdi <= value + 1e-9


def test_weights_move_capacity_to_those_who_weigh(grundlag: Grundlag):
    weights = Vaegte({"fredensborg": 4}, papirets_procent(grundlag))
    plain = optimer(grundlag, udelad=["amager", "valby"])
    weighted = optimer(grundlag, udelad=["amager", "valby"], vaegte=weights)
    before, after = (
        sum(value for (omraade, _), value in optimum.scenarie.tillaeg.items() if omraade == "fredensborg")
        for optimum in (plain, weighted)
    )
    assert after > before
    assert weighted.scenarie.vaegte == weights


CLASHES = {
    "both": (
        {"udelad": ["valby"], "laast": {("valby", 51): 1}},
        "Valby er både udeladt og låst til at få noget.",
    ),
    "step": (
        {"mindst": 0.5, "laast": {("valby", 51): 0.2}},
        "Valby er låst til 0,2 i speciale 51, men skal mindst have 0,5.",
    ),
    "coupling": (
        {"laast": {("valby", 51): 1, ("valby", 62): 0}},
        "Valby er låst til at få i speciale 51 og intet i speciale 62, men reglen kræver begge.",
    ),
    "weaker": (
        {"kobling": "kun_62_kraever_51", "laast": {("valby", 51): 0, ("valby", 62): 1}},
        "Valby er låst til at få i speciale 62 og intet i speciale 51, men reglen kræver begge.",
    ),
    "budget": (
        {"laast": {("valby", 51): 10, ("amager", 51): 5}},
        "De låste områder skal have 15,0 i speciale 51, men der er kun 13,5.",
    ),
    "places": (
        {"hoejst_steder": 1, "laast": {("valby", 51): 1, ("amager", 62): 1}},
        "2 områder er låst til at få noget, men højst 1 må få.",
    ),
}


@EVERY_AIM
@pytest.mark.parametrize("clash", CLASHES)
def test_when_nothing_is_possible_it_says_which_demands_clash(grundlag: Grundlag, maal, clash):
    demands, sentence = CLASHES[clash]
    optimum = optimer(grundlag, maal=maal, **demands)
    assert (optimum.scenarie, optimum.bevist_optimal, optimum.gab) == (None, False, math.inf)
    assert optimum.forklaring == f"Intet er muligt: {sentence}"


@EVERY_AIM
def test_what_the_demands_leave_over_is_told(grundlag: Grundlag, maal):
    optimum = optimer(grundlag, maal=maal, hoejst_steder=1)
    assert optimum.forklaring.endswith("Kravene gør, at 3,5 i speciale 51 og 1,3 i speciale 62 ikke gives.")
    nothing = optimer(grundlag, maal=maal, hoejst_steder=0)
    assert (nothing.scenarie, nothing.bevist_optimal) == (Scenarie(), True)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"maal": "x"}, "Målet «x» kendes ikke"),
        ({"kobling": "x"}, "Koblingen «x» kendes ikke"),
        ({"aar": 2031}, "Året 2031"),
        ({"udelad": ["atlantis"]}, "«atlantis», speciale 51, findes ikke"),
        ({"laast": {("valby", 57): 1}}, "«valby», speciale 57, findes ikke"),
        ({"laast": {("valby", 51): 0.25}}, "0,25 er ikke et antal tiendedele"),
        ({"laast": {("valby", 51): 11}}, "11,0 er ikke et antal tiendedele"),
        ({"budget": {51: -1, 62: 1}}, "Budgettet for speciale 51"),
        ({"budget": {51: 1, 62: math.nan}}, "Budgettet for speciale 62"),
        ({"hoejst_steder": -1}, "ikke være under nul"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_with_a_sentence(grundlag: Grundlag, wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        optimer(grundlag, **wrong)


@EVERY_AIM
@pytest.mark.parametrize("limit", [{"frist": 0}, {"stop": lambda: True}])
def test_without_time_it_still_gives_what_is_allowed_and_claims_no_proof(grundlag: Grundlag, maal, limit):
    optimum = optimer(grundlag, maal=maal, **limit)
    assert kontroller(optimum.scenarie, grundlag) == []
    assert not optimum.bevist_optimal
    assert "Bevist optimal" not in optimum.forklaring


def test_fewer_may_be_above_where_the_solver_had_not_time_to_prove_it(grundlag: Grundlag, monkeypatch):
    """The solver's answers, with a bound that 1.000 citizens could be below."""
    solve = Gaver.solve

    def hurried(self: Gaver, ur: Ur, **how):
        solved = solve(self, ur, **how)
        return solved and replace(solved, bound=solved.bound - 1000)

    monkeypatch.setattr(Gaver, "solve", hurried)
    optimum = optimer(grundlag, {51: 3, 62: 2}, maal="over_graense")
    assert not optimum.bevist_optimal
    assert optimum.gab == pytest.approx(1000 / optimum.vaerdi, rel=1e-3)


def test_the_worst_is_proved_and_the_rest_is_not_when_time_is_up(grundlag: Grundlag):
    task = opgave(grundlag, Scenarie(), {51: 13.5, 62: 11.3}, "ingen", 0.1, None, (), {})
    hurried, whole = minimax(task, Ur(0)), minimax(task, Ur(60))
    assert hurried.worst == whole.worst
    assert (hurried.proved, whole.proved) == (False, True)


def test_it_stops_soon_after_it_is_told_to(grundlag: Grundlag):
    began = time.monotonic()
    optimum = optimer(grundlag, {51: 40, 62: 40}, maal="ulighed", frist=6, stop=lambda: time.monotonic() > began + 0.5)
    assert time.monotonic() - began < 4
    assert not optimum.bevist_optimal
    assert optimum.gab > 0
    assert optimum.forklaring.startswith("Ikke bevist optimal: det bedst mulige er højst ")
