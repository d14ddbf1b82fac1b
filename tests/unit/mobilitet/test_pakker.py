"""The package with the most value: against every package there is, and the sentences when none is possible."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from analytics.heltal import Ur
from analytics.mobilitet import Katalog, pakke, pakker, sammensaetning
from tests.unit.mobilitet.alle_pakker import CASES, NUMBERS, alle_pakker
from tests.unit.mobilitet.smaa_kataloger import blandet, lille
from tests.unit.mobilitet.test_vaegtning import EVEN


@settings(max_examples=100)
@given(med=NUMBERS, **CASES)
@example(  # HiGHS takes 0.9999996 of a measure for the whole
    rows=["!+3!34", "4254?4", "44!!52", "3+1155", "?254-1", "451111"],
    prices=[1, 8, 1, 5, 3, 3],
    relations=[(1, 6, "forudsaetter"), (3, 6, "overlap")],
    weights=[3, 5, 2, 3, 3, 1],
    amount=25,
    med=set(),
    uden={3},
    pris="hoej",
    antagelse="lavest",
)
def test_it_is_the_best_of_every_package(rows, prices, relations, weights, amount, med, uden, pris, antagelse):
    packages = alle_pakker(rows, prices, relations, weights, amount, med=med, uden=uden, pris=pris, antagelse=antagelse)
    best = max(((worth, -spent) for _, worth, spent in packages), default=None)
    katalog = lille(rows, prices, relations)
    found = pakke(katalog, weights, amount, med=med, uden=uden, pris=pris, antagelse=antagelse, frist=60)
    if best is None:
        assert found.hindringer
        assert (found.indsatser, found.bevist) == ((), False)
        assert all(clash in found.forklaring for clash in found.hindringer)
        return
    assert (found.hindringer, found.bevist) == ((), True)
    assert found.vaerdi * sum(weights) == pytest.approx(best[0], abs=1e-4)
    assert found.pris_mio_kr == -best[1] <= amount
    assert med <= set(found.indsatser)
    assert not uden & set(found.indsatser)
    assert sammensaetning(katalog, found.indsatser).brud == ()


@pytest.mark.parametrize(
    ("demands", "sentence"),
    [
        ({"med": [1], "uden": [1]}, "Indsats 1 (Nr. 1) er både valgt til og valgt fra."),
        ({"med": [1], "uden": [2]}, "Indsats 2 (Nr. 2) er valgt fra, men noget af det valgte forudsætter den."),
        ({"med": [4]}, "Indsats 5 (Nr. 5) har ingen pris og må vælges med, fordi noget af det valgte forudsætter den."),
        ({"med": [2, 3]}, "Indsats 2 (Nr. 2) og indsats 3 (Nr. 3) overlapper hinanden."),
        (
            {"med": [1]},
            "Det valgte og det, som det forudsætter, koster 24 mio. kr. i alt, og 20,5 mio. kr. rækker ikke",
        ),
    ],
)
def test_clashing_demands_are_told_in_a_sentence(demands, sentence):
    relations = [(1, 2, "forudsaetter"), (3, 2, "overlap"), (2, 3, "overlap"), (4, 5, "forudsaetter")]
    found = pakke(lille(["111111"] * 5, [6, 6, 1, 1, None], relations), EVEN, 20.5, **demands)
    # No line may break between an amount and its unit.
    sentence = sentence.replace(" mio. kr.", "\N{NO-BREAK SPACE}mio. kr.")
    assert any(clash.startswith(sentence) for clash in found.hindringer)
    assert found.forklaring.startswith("Ingen pakke er mulig: ")
    assert (found.indsatser, found.vaerdi, found.pris_mio_kr, found.bevist) == ((), 0, 0, False)


def test_a_measure_without_a_price_is_never_proposed_but_can_be_taken_along():
    katalog = lille(["111111", "555555"], [5, None])
    assert pakke(katalog, EVEN, 100).indsatser == (1,)
    taken = pakke(katalog, EVEN, 100, med=[2])
    assert (taken.indsatser, taken.pris_mio_kr) == ((1, 2), 10)
    assert "1 af indsatserne er uden pris" in taken.forklaring


def test_when_there_is_nothing_to_choose_from_there_is_nothing_to_prove(katalog: Katalog):
    assert pakke(katalog, EVEN, 100_000, uden=katalog.indsatser).indsatser == ()
    assert pakke(lille(["555555"], [None]), EVEN, 1, med=[1]).indsatser == (1,)


def test_what_is_worth_nothing_is_not_bought():
    found = pakke(lille(["------", "?-----"], [1, 1]), EVEN, 100)
    assert (found.indsatser, found.bevist) == ((), True)
    assert "har værdi under dine forudsætninger" in found.forklaring


def test_a_measure_is_bought_with_all_that_it_requires(katalog: Katalog):
    found = pakke(katalog, EVEN, 20_000, med=[23])
    assert {12, 23} <= set(found.indsatser)
    assert found.pris_mio_kr <= 20_000
    assert found.bevist


@pytest.mark.parametrize("amount", [0, 1_000, 10_000, 50_000, 200_000])
def test_the_printed_catalogue(katalog: Katalog, amount: int):
    found = pakke(katalog, (3, 1, 4, 1, 5, 2), amount)
    assert found.bevist
    assert found == pakke(blandet(katalog, 4), (3, 1, 4, 1, 5, 2), amount)
    total = sammensaetning(katalog, found.indsatser)
    assert total.brud == ()
    assert total.anlaeg_mio_kr.hoej == pytest.approx(found.pris_mio_kr)
    assert found.pris_mio_kr <= amount
    assert "bedst" not in found.forklaring.casefold()


def test_an_amount_that_is_a_fraction_off_its_whole_still_pays(katalog: Katalog):
    assert pakke(katalog, EVEN, 9734.9999999) == pakke(katalog, EVEN, 9735)


def test_more_money_is_never_worse(katalog: Katalog):
    values = [pakke(katalog, EVEN, amount).vaerdi for amount in range(0, 60_000, 5_000)]
    assert values == sorted(values)


def test_out_of_time_it_keeps_what_was_asked_for_and_does_not_say_that_it_is_proved(katalog: Katalog):
    found = pakke(katalog, EVEN, 20_000, med=[13], frist=0)
    assert (found.indsatser, found.bevist) == ((12, 13), False)
    assert found.forklaring.startswith("Ikke bevist")
    nothing = pakke(katalog, EVEN, 20_000, frist=0)
    assert (nothing.indsatser, nothing.bevist) == ((), False)
    assert nothing.forklaring.startswith("Ikke bevist")


def test_it_has_five_seconds_unless_another_limit_is_given(katalog: Katalog, monkeypatch: pytest.MonkeyPatch):
    limits = []
    monkeypatch.setattr(pakker, "Ur", lambda limit: limits.append(limit) or Ur(limit))
    pakke(katalog, EVEN, 1_000)
    pakke(katalog, EVEN, 1_000, frist=2)
    assert limits == [5, 2]


@pytest.mark.parametrize(
    ("amount", "demands", "sentence"),
    [
        (-1, {}, "ikke er under nul"),
        (float("inf"), {}, "ikke er under nul"),
        (float("nan"), {}, "ikke er under nul"),
        (1, {"med": [34]}, "ingen indsats 34"),
        (1, {"uden": [0]}, "ingen indsats 0"),
        (1, {"pris": "middel"}, "Prisen «middel» kendes ikke"),
        (1, {"antagelse": "gæt"}, "Antagelsen «gæt» kendes ikke"),
    ],
)
def test_impossible_demands_are_refused_with_a_sentence(katalog: Katalog, amount, demands, sentence):
    with pytest.raises(ValueError, match=sentence):
        pakke(katalog, EVEN, amount, **demands)
