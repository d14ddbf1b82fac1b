"""The code of scenarios: there and back for every valid one, short enough, and never an error for what is none."""

import re
import string
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag
from analytics.scenarie.kode import FLEST, KOMMUNER, LAENGST, OMRAADER, afkod, kod
from analytics.scenarie.vaegte import Behov, Vaegte
from tests.scenarier import SCENARIER

ALL_74 = Scenarie(2027, {(o, s): 9.9 for o in OMRAADER for s in RAEKKER}, "foer_justering")
WEIGHTED = "1.sFtR.vjjtrB6nH5DRmh"
LAST_16 = Scenarie(2030, {(o, s): 10.0 for o in OMRAADER[-8:] for s in RAEKKER}, "foer_justering", foelger=True)


@given(st.lists(SCENARIER, max_size=FLEST))
@example([ALL_74] * 4)
@example([Scenarie()])
def test_there_and_back_is_the_same(scenarier):
    code = kod(scenarier)
    assert afkod(code) == (scenarier, [])
    assert kod(afkod(code)[0]) == code
    assert re.fullmatch(r"[A-Za-z0-9.]*[A-Za-z0-9]", code)


def test_four_scenarios_of_sixteen_sliders_are_short():
    assert len(kod([LAST_16] * 4)) <= 150
    assert len(kod([ALL_74] * 4)) <= 420


def test_a_code_written_today_is_read_for_ever(grundlag: Grundlag):
    """The proposal as it was first written; it must not change, nor what it is read as."""
    assert afkod("1.s3ghQSW9tthjNl8IJutjfEaUSy") == ([forslag(grundlag)], [])
    assert kod([forslag(grundlag)]) == "1.s3ghQSW9tthjNl8IJutjfEaUSy"
    weights = Vaegte({"koebenhavn": 4}, (0, 5, 10, 15), {"bispebjerg": Behov(12.5, 2.25)})
    weighted = Scenarie(2025, {}, vaegte=weights)
    assert afkod(WEIGHTED) == ([weighted], [])
    assert kod([weighted]) == WEIGHTED


def test_a_scenario_whose_patients_follow_has_a_part_of_its_own_kind(grundlag: Grundlag):
    """As it was first written; the same scenario without them is written as ever, and the part is no longer."""
    follows = replace(forslag(grundlag), foelger=True)
    assert kod([follows]) == "1.f3ghQSW9tthjNl8IJutjfEaUAj"
    assert afkod("1.f3ghQSW9tthjNl8IJutjfEaUAj") == ([follows], [])
    assert afkod(kod([follows, forslag(grundlag)])) == ([follows, forslag(grundlag)], [])
    # The kind is part of what is checked: a letter that becomes another is a damaged part.
    assert afkod("1.s3ghQSW9tthjNl8IJutjfEaUAj") == ([], ["scenarie A"])


@given(SCENARIER)
def test_patients_who_follow_make_no_code_longer(scenarie):
    stays, follows = (kod([replace(scenarie, foelger=each)]) for each in (False, True))
    assert abs(len(stays) - len(follows)) <= 1


def test_the_lists_name_every_area_and_kommune(grundlag: Grundlag):
    assert sorted(OMRAADER) == sorted(grundlag.omraader)
    assert sorted(KOMMUNER) == sorted(grundlag.kommuner)


@given(st.lists(SCENARIER, min_size=1, max_size=FLEST), st.data())
def test_what_is_not_damaged_is_read_and_the_rest_named(scenarier, data):
    code = kod(scenarier)
    parts = code.split(".")
    damaged = data.draw(st.integers(0, len(scenarier) - 1))
    parts[1 + damaged] = parts[1 + damaged][0] + parts[1 + damaged][:0:-1] + "1"
    read, unreadable = afkod(".".join(parts))
    assert read == [each for number, each in enumerate(scenarier) if number != damaged]
    assert unreadable == [f"scenarie {'ABCD'[damaged]}"]


def test_a_scenario_without_its_weights_is_not_shown():
    scenario = Scenarie(vaegte=Vaegte({"gentofte": 2}))
    read, unreadable = afkod(kod([Scenarie(), scenario]).rsplit(".", 1)[0])
    assert (read, unreadable) == ([Scenarie()], ["scenarie B"])


def test_equal_weights_are_written_once():
    vaegte = Vaegte({"gentofte": 2})
    assert kod([Scenarie(vaegte=vaegte)] * 4).count("v") >= 1
    assert len(kod([Scenarie(vaegte=vaegte)] * 4).split(".")) == 1 + 4 + 1


FUZZ = st.text(alphabet=string.ascii_letters + string.digits + "._~-%", max_size=300)


@given(st.text() | FUZZ | FUZZ.map(lambda text: f"1.s{text}") | FUZZ.map(lambda text: f"1.s0.v{text}"))
@example("1." + "s" * 3000)
@example("1" + ".s0" * 100)
@example("x" * (LAENGST + 1))
@example("1.s" + "z" * 1000)
def test_fuzzed_text_never_raises(text):
    scenarier, unreadable = afkod(text)
    assert len(scenarier) <= FLEST
    assert all(isinstance(each, Scenarie) for each in scenarier)
    assert scenarier or unreadable or text == "1" or text == "1."


@given(SCENARIER, st.data())
def test_a_changed_letter_is_seldom_taken_for_another_scenario(scenarie, data):
    code = kod([scenarie])
    place = data.draw(st.integers(3, len(code) - 1))
    letter = data.draw(st.sampled_from(string.ascii_letters + string.digits))
    afkod(code[:place] + letter + code[place + 1 :])


def test_more_than_four_are_named_when_read_and_refused_when_written():
    code = kod([Scenarie()] * 4)
    assert afkod(f"{code}.{code.rsplit('.', 1)[1]}") == ([Scenarie()] * 4, ["scenarier ud over de fire første"])
    with pytest.raises(ValueError, match="højst have 4"):
        kod([Scenarie()] * 5)


@pytest.mark.parametrize(
    "tillaeg", [{("valby", 51): 0.35}, {("valby", 51): 10.1}, {("valby", 51): -1}, {("atlantis", 51): 1}]
)
def test_what_no_slider_gives_is_refused_with_a_sentence(tillaeg):
    with pytest.raises(ValueError, match="kan ikke stå i et link"):
        kod([Scenarie(tillaeg=tillaeg)])


def test_a_percentage_that_the_format_has_no_room_for_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="15,1 procent kan ikke stå i et link"):
        kod([Scenarie(vaegte=Vaegte(procent=(0, 0, 0, 15.1)))])


def test_unknown_formats_and_overlong_codes_are_named():
    assert afkod("2.s0") == ([], ["koden, som har et ukendt format"])
    assert afkod("1." + "0" * LAENGST) == ([], ["koden, som er for lang"])
