"""Scenarios: against the printed proposal and its effect, by properties, and each rule broken once."""

import csv
import itertools
import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.begreber import AAR, RAEKKER
from analytics.grundlag import Grundlag
from analytics.paastand import Kilde
from analytics.scenarie import (
    Scenarie,
    beregn,
    forslag,
    kontroller,
    udregn,
)
from tests.project import ROOT
from tests.scenarier import SLIDERS, TILLAEG, WITHOUT_WEIGHTS

COLUMNS = [
    "omraade_id",
    "speciale",
    "borgere",
    "kapacitet_foer",
    "tillaeg",
    "kapacitet",
    "borgere_pr_kapacitet_foer",
    "borgere_pr_kapacitet",
    "aendring_pct",
]
KOEBENHAVN = ("bispebjerg", "amager", "valby", "vesterbro")


def _printed(table: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "kilder" / "004" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _cell(result: pd.DataFrame, omraade: str, speciale: int, column: str) -> float:
    return result.query("omraade_id == @omraade and speciale == @speciale")[column].item()


def test_the_proposal_is_tabel_10(grundlag: Grundlag):
    proposal = forslag(grundlag)
    assert proposal.aar == 2030
    assert proposal.tillaeg == {
        (row["omraade_id"], int(row["speciale"])): float(row["tillaeg"]) for row in _printed("fysio_forslag")
    }
    assert [udregn(proposal, grundlag).forbrug[speciale].brugt for speciale in RAEKKER] == [13.5, 11.3]
    assert kontroller(proposal, grundlag) == []


@pytest.mark.parametrize("omraade", KOEBENHAVN)
@pytest.mark.parametrize("speciale", RAEKKER)
def test_the_effect_in_koebenhavn_is_that_of_tabel_11_and_12(grundlag: Grundlag, omraade: str, speciale: int):
    (printed,) = (
        row
        for row in _printed("fysio_forslag_effekt")
        if (row["omraade_id"], row["speciale"]) == (omraade, str(speciale))
    )
    base = Scenarie(tillaeg=forslag(grundlag).tillaeg, grundkapacitet="foer_justering")
    result = beregn(base, grundlag)
    assert _cell(result, omraade, speciale, "kapacitet_foer") == float(printed["kapacitet_foer"])
    for ours, theirs in (
        ("borgere_pr_kapacitet_foer", "borgere_pr_kapacitet_uden"),
        ("borgere_pr_kapacitet", "borgere_pr_kapacitet_med"),
    ):
        # The capacity is printed with two decimals, the figure with none.
        capacity = float(printed["kapacitet_foer"])
        figure = float(printed[theirs])
        assert _cell(result, omraade, speciale, ours) == pytest.approx(figure, abs=0.5 + figure * 0.005 / capacity)


def test_a_result_has_a_row_for_every_area_and_speciale(grundlag: Grundlag):
    result = beregn(forslag(grundlag), grundlag)
    assert list(result.columns) == COLUMNS
    assert len(result) == 74
    assert set(map(tuple, result[["omraade_id", "speciale"]].to_numpy())) == {
        (omraade, speciale) for omraade in grundlag.omraader for speciale in RAEKKER
    }
    assert result["borgere"].dtype == np.int64


@given(WITHOUT_WEIGHTS)
def test_capacity_is_conserved(grundlag: Grundlag, scenarie: Scenarie):
    result = beregn(scenarie, grundlag)
    assert result["tillaeg"].sum() == pytest.approx(sum(scenarie.tillaeg.values()))
    assert result["kapacitet"].to_numpy() == pytest.approx((result["kapacitet_foer"] + result["tillaeg"]).to_numpy())
    assert (result["kapacitet"] * result["borgere_pr_kapacitet"]).to_numpy() == pytest.approx(result["borgere"])
    total = udregn(scenarie, grundlag).totaler
    for level in ("planomraade", "region"):
        sums = total[total["niveau"] == level].groupby("speciale")[["kapacitet", "borgere"]].sum()
        assert sums.to_numpy() == pytest.approx(result.groupby("speciale")[["kapacitet", "borgere"]].sum().to_numpy())


@given(WITHOUT_WEIGHTS, st.sampled_from(SLIDERS), st.integers(1, 100))
def test_more_capacity_never_makes_an_area_worse(grundlag: Grundlag, scenarie, slider, tenths):
    more = Scenarie(
        scenarie.aar,
        {**scenarie.tillaeg, slider: scenarie.tillaeg.get(slider, 0) + tenths / 10},
        scenarie.grundkapacitet,
    )
    before, after = beregn(scenarie, grundlag), beregn(more, grundlag)
    assert (after["borgere_pr_kapacitet"] <= before["borgere_pr_kapacitet"]).all()
    assert (after["aendring_pct"] <= 1e-9).all()
    against = udregn(more, grundlag).mod(udregn(scenarie, grundlag))
    assert [(each.omraade_id, each.speciale) for each in against.vindere] == [slider]
    assert not against.tabere
    assert len(against.forskelle) == 74


@given(TILLAEG, st.randoms())
def test_the_order_of_the_sliders_changes_nothing(grundlag: Grundlag, tillaeg, random):
    shuffled = list(tillaeg.items())
    random.shuffle(shuffled)
    first, second = Scenarie(tillaeg=tillaeg), Scenarie(tillaeg=dict(shuffled))
    assert first == second
    assert hash(first) == hash(second)
    assert beregn(first, grundlag).equals(beregn(second, grundlag))


def test_a_slider_at_zero_is_no_slider():
    assert Scenarie(tillaeg={("valby", 51): 0.0}) == Scenarie()
    assert Scenarie(tillaeg={("valby", 51): 0.1 * 3}).tillaeg == {("valby", 51): 0.3}


def test_a_scenario_cannot_be_changed_but_copied(grundlag: Grundlag):
    proposal = forslag(grundlag)
    with pytest.raises(TypeError):
        proposal.tillaeg["valby", 51] = 1
    assert pickle.loads(pickle.dumps(proposal)) == proposal
    assert proposal.uden_nye() == Scenarie()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"aar": 2031}, "Året 2031 er ikke et af årene 2024-2030"),
        ({"grundkapacitet": "tabel_9"}, "«tabel_9» kendes ikke"),
        ({"tillaeg": {("valby", 51): float("nan")}}, "er ikke et tal"),
    ],
)
def test_what_is_no_scenario_is_refused_with_a_sentence(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        Scenarie(**wrong)


@pytest.mark.parametrize("slider", [("atlantis", 51), ("valby", 57)])
def test_an_unknown_area_or_speciale_cannot_be_computed(grundlag: Grundlag, slider):
    with pytest.raises(ValueError, match="findes ikke i tabel 3 og 4"):
        beregn(Scenarie(tillaeg={slider: 1}), grundlag)


def test_development_is_the_result_of_every_year(grundlag: Grundlag):
    proposal = forslag(grundlag)
    years = udregn(proposal, grundlag).udvikling
    assert len(years) == 7 * 2 * 38
    for aar in AAR:
        expected = beregn(Scenarie(aar, proposal.tillaeg), grundlag)
        rows = years.query("aar == @aar and niveau == 'omraade'")
        assert rows["navn"].tolist() == expected["omraade_id"].tolist()
        assert rows["med"].to_numpy() == pytest.approx(expected["borgere_pr_kapacitet"].to_numpy())
        assert rows["uden"].to_numpy() == pytest.approx(expected["borgere_pr_kapacitet_foer"].to_numpy())
        region = years.query("aar == @aar and niveau == 'region' and speciale == 51")["med"].item()
        assert region == pytest.approx(expected["borgere"].sum() / 2 / expected["kapacitet"].iloc[:37].sum())


def test_key_figures_of_the_proposal(grundlag: Grundlag):
    """The proposal's worst areas in 2030, counted from Tabel 3 and 4, as the project's description of it has them."""
    figures = udregn(forslag(grundlag), grundlag).noegletal
    assert (figures[51].vaerst_omraade, round(figures[51].vaerst)) == ("bispebjerg", 9893)
    assert (figures[62].vaerst_omraade, round(figures[62].vaerst)) == ("vesterbro", 15615)


def _naive_gini(rows: pd.DataFrame) -> float:
    """The mean difference in capacity per citizen between two citizens drawn at random, over twice the mean."""
    people, capacity = rows["borgere"].tolist(), rows["kapacitet"].tolist()
    per_head = [having / living for living, having in zip(people, capacity, strict=True)]
    citizens = list(zip(people, per_head, strict=True))
    difference = sum(
        first * second * abs(here - there) for (first, here), (second, there) in itertools.product(citizens, repeat=2)
    )
    return float(difference / sum(people) ** 2 / (2 * sum(capacity) / sum(people)))


@given(WITHOUT_WEIGHTS, st.floats(2000, 20000))
def test_key_figures_are_those_of_the_result(grundlag: Grundlag, scenarie: Scenarie, limit: float):
    result = beregn(scenarie, grundlag)
    figures = udregn(scenarie, grundlag, {62: limit}).sammenligning
    assert figures[51].nu.graense == 10000
    for speciale in RAEKKER:
        rows = result[result["speciale"] == speciale].set_index("omraade_id")
        now = figures[speciale].nu
        per = rows["borgere_pr_kapacitet"]
        over = rows[per > now.graense]
        assert (now.vaerst, now.bedst) == (per.max(), per.min())
        assert per[now.vaerst_omraade] == now.vaerst
        assert now.forhold == pytest.approx(now.vaerst / now.bedst)
        assert (set(now.over_graense), now.borgere_over) == (set(over.index), over["borgere"].sum())
        assert now.andel_over == pytest.approx(over["borgere"].sum() / rows["borgere"].sum())
        assert now.gini == pytest.approx(_naive_gini(rows), abs=1e-9)
        assert now.vaerst <= figures[speciale].uden.vaerst


BROKEN = {
    "omraade": (
        {("atlantis", 51): 1, ("atlantis", 62): 1},
        "«atlantis» er ikke et af de 37 planlægningsområder.",
        4256,
    ),
    "speciale": (
        {("valby", 57): 1},
        "Valby får kapacitet i speciale 57; nye ydernumre gives i speciale 51 og 62.",
        3915,
    ),
    "under_nul": (
        {("valby", 51): -0.5},
        "Valby mister 0,5 i speciale 51; der kan kun gives mere, ikke tages.",
        5417,
    ),
    "tiendedele": (
        {("valby", 51): 0.35, ("valby", 62): 1},
        "Valby får 0,35 i speciale 51; vi regner i tiendedele, som forslaget.",
        5521,
    ),
    "kobling": (
        {("valby", 51): 3.6},
        "Valby får 3,6 i speciale 51, men intet nyt i speciale 62; der skal være noget af begge.",
        3915,
    ),
    "reserve": (
        {("valby", 51): 10, ("amager", 51): 3.6, ("valby", 62): 1, ("amager", 62): 1},
        "Speciale 51 får 13,6 nye kapaciteter; der er 13,5, for af de højst 14,5 er 1 reserveret til opjustering.",
        5513,
    ),
    "budget": (
        {("valby", 51): 10, ("amager", 51): 4.6, ("valby", 62): 1, ("amager", 62): 1},
        "Speciale 51 får 14,6 nye kapaciteter; der er 13,5, for af de højst 14,5 er 1 reserveret til opjustering.",
        5504,
    ),
}


@pytest.mark.parametrize("regel", BROKEN)
def test_each_rule_broken_alone_is_one_sentence_with_its_line(grundlag: Grundlag, regel: str):
    tillaeg, sentence, line = BROKEN[regel]
    found = kontroller(Scenarie(tillaeg=tillaeg), grundlag)
    assert {each.regel for each in found} == {regel}
    assert (found[0].saetning, found[0].kilde) == (sentence, Kilde("004", line))
    assert found[0] == f"{sentence} (004, linje {line})"
    copy = pickle.loads(pickle.dumps(found[0]))
    assert (copy, copy.regel, copy.omraade_id, copy.kilde) == (found[0], regel, found[0].omraade_id, found[0].kilde)


def test_too_much_money_is_told_beside_too_much_capacity(grundlag: Grundlag):
    scenarie = Scenarie(tillaeg={("valby", 51): 10, ("amager", 51): 5, ("valby", 62): 1, ("amager", 62): 1})
    budget, kroner = kontroller(scenarie, grundlag)
    assert (budget.regel, kroner.regel, kroner.speciale, kroner.kilde.kilde_linje) == ("budget", "kroner", 51, 3953)
    assert "koster 6,14 mio. kr. om året; rammen er 6,1 mio. kr." in str(kroner)
    used = udregn(scenarie, grundlag).forbrug[51]
    assert (used.tilbage, used.brugt_kr, used.tilbage_kr) == (-1.5, 15 * 409_630, 6_100_000 - 15 * 409_630)


def test_the_weaker_reading_allows_51_alone_but_not_62(grundlag: Grundlag):
    first, second = Scenarie(tillaeg={("valby", 51): 1}), Scenarie(tillaeg={("valby", 62): 1})
    assert kontroller(first, grundlag, "kun_62_kraever_51") == []
    (broken,) = kontroller(second, grundlag, "kun_62_kraever_51")
    assert (broken.kilde.kilde_linje, broken.omraade_id, broken.speciale) == (3921, "valby", 51)
    assert kontroller(second, grundlag, "ingen") == []
    with pytest.raises(ValueError, match="Koblingen «x»"):
        kontroller(second, grundlag, "x")


def test_the_lines_of_the_rules_say_what_the_rules_say(grundlag: Grundlag):
    """Budget rules take their lines from the tables; the printed rows there hold the figures of the sentences."""
    rows = {(row["kilde_linje"], row["vaerdi"]) for row in _printed("fysio_budget")}
    assert {("5504", "14.5"), ("5502", "12.3"), ("5513", "1"), ("3953", "6.1"), ("3937", "12.8")} <= rows
