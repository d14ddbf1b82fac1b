"""What a scenario is computed from: as the CSVs have it, in the printed order, and not to be changed."""

from dataclasses import replace

import pytest

from analytics.begreber import AAR
from analytics.grundlag import GRUNDKAPACITETER, Grundlag, hent_grundlag
from data import store


def test_it_is_read_from_the_database(frames):
    with store.connect() as con:
        read = hent_grundlag(con)
    assert read.omraader[:3] == ("bornholm", "bispebjerg", "broenshoej-husum")
    assert (len(read.omraader), len(read.kommuner), read.kapacitet().shape) == (37, 29, (2, 37))
    assert read.fysio_budget.equals(frames["fysio_budget"])


def test_the_order_is_that_of_tabel_3_whatever_tabel_4_has(grundlag: Grundlag):
    capacity = grundlag.fysio_kapacitet
    turned = capacity["kilde_linje"].where(capacity["speciale"] == 51, -capacity["kilde_linje"])
    assert replace(grundlag, fysio_kapacitet=capacity.assign(kilde_linje=turned)).omraader == grundlag.omraader


@pytest.mark.parametrize("aar", AAR)
def test_citizens_are_those_of_bilag_3(grundlag: Grundlag, frames, aar):
    printed = frames["befolkning"].query("aar == @aar").set_index("omraade_id")["borgere"]
    assert dict(zip(grundlag.omraader, grundlag.borgere(aar), strict=True)) == printed.to_dict()


def test_the_base_before_adjustment_differs_only_in_the_proposals_eight_areas(grundlag: Grundlag, frames):
    printed, before = (grundlag.kapacitet(kind) for kind in GRUNDKAPACITETER)
    proposed = set(frames["fysio_forslag_effekt"]["omraade_id"])
    differing = {grundlag.omraader[column] for column in (printed != before).any(axis=0).nonzero()[0]}
    assert differing <= proposed
    assert "valby" in differing
    assert before[0, grundlag.plads["valby"]] == 4.14


def test_the_budgets_are_those_of_the_papers(grundlag: Grundlag):
    first, second = grundlag.budgetter[51], grundlag.budgetter[62]
    assert (first.hoejst, first.reserveret, first.til_nye) == (14.5, 1, 13.5)
    assert (second.hoejst, second.reserveret, second.til_nye) == (12.3, 1, 11.3)
    assert (first.ramme_kr, second.ramme_kr, first.ramme_i_forslag_kr) == (6_100_000, 12_800_000, 19_600_000)
    assert (first.tilskud_kr, second.tilskud_kr) == (409_630, 1_022_668)
    assert str(first.kilde_hoejst) == "004, linje 5504"


def test_the_limit_of_62_is_the_same_share_above_its_average(grundlag: Grundlag):
    limits = grundlag.graenser()
    assert limits[51] == 10000
    for aar in AAR:
        people = grundlag.borgere(aar).sum()
        average = people / grundlag.kapacitet().sum(axis=1)
        assert limits[62] / average[1] == pytest.approx(limits[51] / average[0])


def test_arrays_cannot_be_changed(grundlag: Grundlag):
    for array in (grundlag.kapacitet(), grundlag.borgere(2030), grundlag.dele[1]):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_an_unknown_year_or_base_is_refused_with_a_sentence(grundlag: Grundlag):
    with pytest.raises(ValueError, match="ingen befolkning for 2031"):
        grundlag.borgere(2031)
    with pytest.raises(ValueError, match="Grundkapaciteten «x» kendes ikke"):
        grundlag.kapacitet("x")
