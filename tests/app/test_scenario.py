"""The page of scenarios: every picture, speciale and year; the presets; and that a link holds all there is."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analytics.grundlag import AAR, RAEKKER, Grundlag
from analytics.optimering import MAAL, optimer
from analytics.scenarie import Scenarie, forslag
from analytics.scenariekode import FLEST, KOMMUNER, OMRAADER, afkod, kod
from analytics.scenarietekst import omtale
from analytics.vaegte import Behov, Vaegte
from pages.faelles import links, parameters
from tests.app.conftest import Run, run_page
from tests.scenarier import SCENARIER, SLIDERS

PAGE = "pages/fysioterapi/scenarie.py"
VERSION = "92ab31cdef"
FULLEST = [
    Scenarie(
        2030,
        dict.fromkeys(SLIDERS, 10.0),
        "foer_justering",
        Vaegte(dict.fromkeys(KOMMUNER, 4), (15.0,) * 4, dict.fromkeys(OMRAADER, Behov(100 - number / 10, 10.0))),
    )
    for number in range(FLEST)
]
"""Four scenarios with everything set, and weights of their own: no code is longer."""
LIKE_A_LINK = st.text(alphabet=string.ascii_letters + string.digits + ".~_!%-", max_size=120)


def _stands(app: AppTest, scenarie: Scenarie, grundlag: Grundlag) -> None:
    assert not app.exception
    assert not app.error
    assert app.header[0].value == omtale(scenarie, grundlag)


def _code(scenarios: list[Scenarie]) -> dict[str, str]:
    return {parameters.CODES["scenarie"]: kod(scenarios)}


@pytest.mark.parametrize("speciale", RAEKKER)
@pytest.mark.parametrize("aar", AAR)
@pytest.mark.parametrize("figur", parameters.PARAMETERS["figur"].options())
def test_every_picture_is_drawn(figur: str, aar: int, speciale: int, run: Run, grundlag: Grundlag) -> None:
    proposal = Scenarie(aar, forslag(grundlag).tillaeg)
    query = {"figur": figur, "aar": str(aar), "speciale": str(speciale)}
    _stands(run(PAGE, query), proposal, grundlag)


@pytest.mark.parametrize("figur", ["fliser", "kort", "udvikling"])
@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_change_and_chosen_area_are_drawn(figur: str, visning: str, run: Run, grundlag: Grundlag) -> None:
    query = {"figur": figur, "vis": "aendring", "omraade": "valby", "visning": visning}
    _stands(run(PAGE, query), forslag(grundlag), grundlag)


@pytest.mark.parametrize("grund", ["tabel_3_4", "foer_justering"])
def test_the_presets_and_undo(grund: str, run: Run, grundlag: Grundlag) -> None:
    proposal = Scenarie(tillaeg=forslag(grundlag).tillaeg, grundkapacitet=grund)
    app = run(PAGE, {"grund": grund.replace("_", "-")})
    _stands(app, proposal, grundlag)
    app.button(key="sæt-Ingen nye").click().run()
    _stands(app, proposal.uden_nye(), grundlag)
    app.button(key="fortryd").click().run()
    _stands(app, proposal, grundlag)
    app.button(key="sæt-Ingen nye").click().run()
    app.button(key="sæt-Forslaget").click().run()
    _stands(app, proposal, grundlag)


@pytest.mark.parametrize("maal", MAAL)
def test_the_proved_optimum_is_one_link(maal: str, run: Run, grundlag: Grundlag) -> None:
    best = optimer(grundlag, maal=maal).scenarie
    assert best is not None
    _stands(run(PAGE, {"scenarie": kod([best])}), best, grundlag)


def test_four_scenarios_with_everything_set_are_one_link(run: Run, grundlag: Grundlag) -> None:
    app = run(PAGE, {"v": links.encode(_code(FULLEST), VERSION), "visning": "projektor", "figur": "scenarier"})
    _stands(app, FULLEST[0], grundlag)
    assert not app.warning
    assert {app.button(key=f"hent-{letter}").label for letter in "BCD"} == {"Hent B", "Hent C", "Hent D"}


def test_nothing_is_undone_that_was_not_done(run: Run, grundlag: Grundlag) -> None:
    app = run(PAGE, {"scenarie": kod([Scenarie(2026, {("gentofte", 51): 1.0})])})
    assert app.button(key="fortryd").disabled


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"k51-valby": "11"}, "11"),
        ({"k51-valby": "3.65"}, "3.65"),
        ({"k62-atlantis": "1"}, "k62-atlantis"),
        ({"scenarie": "xxx"}, "ukendt format"),
        ({"gemt": "xxx"}, "xxx"),
        ({"vaegte": "xxx"}, "xxx"),
        ({"scenarie": "1" * 5000}, "Scenarie"),
        ({"scenarie": "1.sDAMAGED"}, "scenarie A"),
        ({"graense51": "-1"}, "-1"),
    ],
    ids=lambda part: next(iter(part.items()))[1][:20] if isinstance(part, dict) else None,
)
def test_what_no_link_can_hold_is_said_once(query: dict[str, str], said: str, run: Run, grundlag: Grundlag) -> None:
    app = run(PAGE, query)
    _stands(app, forslag(grundlag), grundlag)
    assert [said in warning.value for warning in app.warning] == [True]
    assert [app.query_params.get(name) for name in query] != list(query.values())


@given(st.lists(SCENARIER, min_size=1, max_size=FLEST))
@example(FULLEST)
def test_a_link_gives_back_the_scenarios_it_was_made_of(scenarios: list[Scenarie]) -> None:
    shared = links.decode(links.encode(_code(scenarios), VERSION))
    assert not shared.unreadable
    (code,) = shared.values.values()
    assert parameters.PARAMETERS["scenarie"].allows(code)
    assert afkod(code) == (scenarios, [])


@given(st.lists(SCENARIER, min_size=1, max_size=FLEST - 1))
@example(FULLEST[1:])
def test_what_is_kept_fits_in_the_address(scenarios: list[Scenarie]) -> None:
    assert parameters.PARAMETERS["gemt"].allows(kod(scenarios))


@given(st.sampled_from(SLIDERS), st.integers(0, 100))
def test_every_position_of_a_slider_fits_in_the_address(slider: tuple[str, int], tenths: int) -> None:
    assert parameters.PARAMETERS[parameters.slider_name(*slider)].allows(f"{tenths / 10:.1f}".removesuffix(".0"))


@given(st.text() | LIKE_A_LINK.map(lambda text: f"1.{VERSION}.e~1.s{text}") | LIKE_A_LINK)
def test_a_foreign_link_is_read_without_an_error(text: str) -> None:
    for code in links.decode(text).values.values():
        scenarios, unreadable = afkod(code)
        assert len(scenarios) <= FLEST
        assert scenarios or unreadable or code in ("1", "1.")
        for parameter in parameters.PARAMETERS.values():
            if not isinstance(parameter, parameters.Choice):
                parameter.allows(code)


@settings(max_examples=12)
@given(st.dictionaries(st.sampled_from(["v", "scenarie", "gemt", "vaegte", "k51-valby", "graense62"]), LIKE_A_LINK))
@example({"v": f"1.{VERSION}.e~1.s_gemt~1.s0_k51-valby~3.6_k62-valby~99", "scenarie": "1.s", "vaegte": "1.v"})
def test_the_page_opens_whatever_the_link_holds(query: dict[str, str]) -> None:
    app = run_page(PAGE, query)
    assert not app.exception
    assert not app.error
    assert app.header[0].value
    assert len(app.warning) <= len(query) + 1
