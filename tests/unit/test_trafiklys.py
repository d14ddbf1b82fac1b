"""The printed traffic-light rule at its edges, with the rule that the papers print."""

import pickle
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.paastand import Kilde
from analytics.tabeller import Frames
from analytics.trafiklys import AFLEDT, FARVER, Lys, Regel, hent_regel, lys, lys_for

GREEN, YELLOW, RED = FARVER


@pytest.fixture(scope="module")
def regel(frames: Frames) -> Regel:
    return hent_regel(frames["resultatpaastand"])


def test_the_rule_is_the_papers(regel: Regel):
    assert (regel.aar, regel.opfyldt_pct, regel.afvigelse_pct) == (2024, 100, 10)
    assert regel.tilstande == {"gennemført": GREEN, "i proces": YELLOW, "ikke i gang": RED}
    assert (regel.kilde_tal, regel.kilde_ord) == (Kilde("004", 10286), Kilde("004", 10272))


def test_a_rule_with_a_gap_between_yellow_and_red_is_no_rule(frames: Frames):
    torn = frames["resultatpaastand"].copy()
    torn.loc[torn["paastand_id"] == "regel-roed-afvigelse-over", "tal"] += 5
    with pytest.raises(ValueError, match="samme grænse"):
        hent_regel(torn)
    with pytest.raises(KeyError, match="regel-groen"):
        hent_regel(torn[torn["paastand_id"] != "regel-groen"])


@pytest.mark.parametrize(
    ("maal", "realiseret", "farve"),
    [
        (1000, 1000, GREEN),
        (1000, 1500, GREEN),
        (1000, 999.9, YELLOW),
        (1000, 900, YELLOW),
        (1000, 899.9, RED),
        (1000, 899, RED),
        (1000, 0, RED),
        (1000, -5, RED),
        (50, 47, YELLOW),
        (2.5, 2.25, YELLOW),
        (2.5, 2.24, RED),
        # 0.9 · 0.7 is 0.63 and as floats a little more than that.
        (0.7, 0.63, YELLOW),
        (1.1, 0.99, YELLOW),
        (-10, -10, GREEN),
        (-10, -11, YELLOW),
        (-10, -12, RED),
    ],
)
def test_more_is_better(regel: Regel, maal: float, realiseret: float, farve: str):
    assert lys("kvantitativ", "hoejere", maal, realiseret, regel=regel).farve == farve


@pytest.mark.parametrize(
    ("maal", "realiseret", "farve"),
    [(20, 20, GREEN), (20, 0, GREEN), (20, 20.1, YELLOW), (20, 22, YELLOW), (20, 22.1, RED), (0.7, 0.77, YELLOW)],
)
def test_less_is_better(regel: Regel, maal: float, realiseret: float, farve: str):
    assert lys("kvantitativ", "lavere", maal, realiseret, regel=regel).farve == farve


@given(st.integers(1, 10**6), st.integers(0, 3))
def test_exactly_ninety_percent_is_yellow_and_a_hair_less_is_red(regel: Regel, whole: int, decimals: int):
    goal = whole / 10**decimals
    ninety = Fraction(str(goal)) * 9 / 10
    just = float(ninety)
    assert Fraction(str(just)) == ninety
    assert lys("kvantitativ", "hoejere", goal, just, regel=regel).farve == YELLOW
    assert lys("kvantitativ", "hoejere", goal, just - 10.0 ** -(decimals + 3), regel=regel).farve == RED
    assert lys("kvantitativ", "hoejere", goal, goal, regel=regel).farve == GREEN


@given(
    st.decimals(-1000, 1000, places=2).map(float).filter(bool),
    st.decimals(-1000, 1000, places=2).map(float),
    st.decimals(0, 100, places=2).map(float),
)
def test_a_better_result_never_gets_a_worse_light(regel: Regel, goal: float, result: float, more: float):
    def rank(retning, value):
        return FARVER.index(lys("kvantitativ", retning, goal, value, regel=regel).farve)

    assert rank("hoejere", result + more) <= rank("hoejere", result)
    assert rank("lavere", result - more) <= rank("lavere", result)


@pytest.mark.parametrize("missing", [None, float("nan"), np.nan])
def test_without_a_figure_it_is_blank_with_the_reason(regel: Regel, missing):
    unknown = lys("kvantitativ", "hoejere", 50, missing, regel=regel)
    assert unknown == Lys(None, "kan ikke afgøres", "Der er intet realiseret tal.", regel.kilde_tal, AFLEDT)
    assert lys("kvantitativ", "hoejere", missing, 50, regel=regel).begrundelse == "Målet har intet tal."
    known = lys("kvantitativ", "hoejere", 50, missing, regel=regel, uafklaret="Målingen er opgivet.")
    assert (known.farve, known.begrundelse) == (None, "Målingen er opgivet.")


def test_zero_is_a_result_but_no_goal(regel: Regel):
    assert lys("kvantitativ", "hoejere", 50, 0, regel=regel).farve == RED
    for retning in ("hoejere", "lavere"):
        light = lys("kvantitativ", retning, 0, 5, regel=regel)
        assert light.farve is None
        assert "nul" in light.begrundelse


@pytest.mark.parametrize("art", ["kvantitativ", "kvalitativ", "proces"])
def test_what_is_not_settled_is_blank_even_with_a_figure(regel: Regel, art):
    light = lys(art, "hoejere", 50, 50, regel=regel, tilstand="ikke opgjort")
    assert (light.farve, light.begrundelse) == (None, "Målet er endnu ikke opgjort.")
    assert (
        lys(art, "hoejere", 50, 50, regel=regel, tilstand="ikke opgjort", uafklaret="Ventes.").begrundelse == "Ventes."
    )


@pytest.mark.parametrize("art", ["kvalitativ", "proces"])
@pytest.mark.parametrize(
    ("tilstand", "farve", "word"),
    [("gennemført", GREEN, "grøn"), ("i proces", YELLOW, "gul"), ("ikke i gang", RED, "rød")],
)
def test_a_goal_without_a_figure_goes_by_the_rules_words(regel: Regel, art, tilstand, farve, word):
    light = lys(art, None, None, None, regel=regel, tilstand=tilstand)
    assert (light.farve, light.ord, light.kilde) == (farve, word, regel.kilde_ord)
    assert tilstand in light.begrundelse


def test_a_word_that_the_rule_does_not_have_gives_no_colour(regel: Regel):
    assert "opfyldt" in lys("kvalitativ", None, None, None, regel=regel, tilstand="opfyldt").begrundelse
    silent = lys("kvalitativ", None, None, None, regel=regel)
    assert silent.farve is None
    assert silent.begrundelse == "Papiret siger ikke, om målet er «gennemført» eller «i proces» eller «ikke i gang»."
    figures = lys("kvalitativ", "hoejere", 50, 50, regel=regel)
    assert figures.farve is None, "figures do not settle a goal that is done or not"


def test_without_a_direction_no_light(regel: Regel):
    assert "større eller et mindre" in lys("kvantitativ", None, 50, 50, regel=regel).begrundelse
    with pytest.raises(ValueError, match="retning «op»"):
        lys("kvantitativ", "op", 50, 50, regel=regel)
    with pytest.raises(ValueError, match="art «andet»"):
        lys("andet", "hoejere", 50, 50, regel=regel)


@pytest.mark.parametrize(
    ("retning", "maal", "realiseret", "text"),
    [
        ("hoejere", 2500, 3096, "3.096 mod målet 2.500 stk.: målet er nået."),
        ("hoejere", 50, 47, "47 mod målet 50 stk.: 6 % under målet."),
        ("lavere", 2.5, 2.75, "2,75 mod målet 2,5 stk.: 10 % over målet."),
        ("hoejere", 100000, 89999, "89.999 mod målet 100.000 stk.: 10,001 % under målet."),
        ("hoejere", 100000, 99999, "99.999 mod målet 100.000 stk.: 0,001 % under målet."),
        ("hoejere", 3, 2, "2 mod målet 3 stk.: 33,3 % under målet."),
    ],
)
def test_the_reason_shows_on_which_side_of_the_limit_it_lies(regel: Regel, retning, maal, realiseret, text):
    assert lys("kvantitativ", retning, maal, realiseret, regel=regel, enhed="stk.").begrundelse == text


def test_every_light_says_that_it_is_derived_and_survives_pickling(regel: Regel):
    light = lys("kvantitativ", "hoejere", 50, 47, regel=regel)
    assert light.afledt == "Afledt af reglen"
    assert pickle.loads(pickle.dumps(light)) == light


def test_the_goals_of_2024_by_the_rule(frames: Frames, regel: Regel):
    goals = frames["resultatmaal"].query("aar == 2024").sort_values(["nr", "del"])
    lights = {f"{row['nr']}{row['del']}": lys_for(row, regel).farve for _, row in goals.iterrows()}
    assert lights == {
        **dict.fromkeys(["1a", "1b", "2a1", "2a2", "2b", "2c", "2d", "2e2", "3a", "4a1", "4b2", "4c"], GREEN),
        "4e": YELLOW,
        **dict.fromkeys(["1c", "1d", "2e1", "4a2", "4b1", "4d", "5a1", "5a2", "5a3"]),
    }


def test_no_light_is_made_for_a_year_without_a_rule(frames: Frames, regel: Regel):
    earlier = frames["resultatmaal"].query("aar == 2023")
    lights = [lys_for(row, regel) for _, row in earlier.iterrows()]
    assert {light.farve for light in lights} == {None}
    assert {light.begrundelse for light in lights} == {"Reglen er trykt for 2024; der er ingen for 2023."}


def test_a_row_of_plain_values_is_read_alike(frames: Frames, regel: Regel):
    rows = frames["resultatmaal"]
    plain = rows.astype(object).where(rows.notna(), None).to_dict("records")
    assert [lys_for(row, regel) for row in plain] == [lys_for(row, regel) for _, row in rows.iterrows()]
