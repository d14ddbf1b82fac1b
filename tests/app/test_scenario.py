"""The page of scenarios: every picture, speciale and year; the presets; and that a link holds all there is."""

from __future__ import annotations

import json
import string
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analytics.begreber import AAR, RAEKKER
from analytics.grundlag import Grundlag
from analytics.optimering import MAAL, Maal, Optimum, optimer
from analytics.scenarie import Scenarie, beregn, forslag, udregn, udregning
from analytics.scenarie.kode import FLEST, KOMMUNER, OMRAADER, afkod, kod
from analytics.scenarie.regning import Regning
from analytics.scenarie.tekst import gaver, laengste, mod_forslaget, omtale, overskridelse
from analytics.scenarie.vaegte import GRUPPER, Behov, Vaegte, papirets_procent
from dansk.tal import number
from pages import components
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import optimum as bedste
from pages.view import links
from pages.view.kinds import UnreadableError
from pages.view.parameters import SCENARIE
from tests.app.conftest import Run, run_page
from tests.project import parameters
from tests.scenarier import SCENARIER, SLIDERS

PAGE = "pages/fysioterapi/scenarie/side.py"
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
    assert app.header[0].value == omtale(udregn(scenarie, grundlag))


def _found(app: AppTest) -> None:
    """Wait for the optima: the solver ends by itself, and the page is drawn again."""
    for _ in range(100):
        if any(button.label.startswith("Brug") for button in app.button):
            break
        app.run()


def _code(scenarios: list[Scenarie]) -> dict[str, str]:
    return {str(SCENARIE.code): kod(scenarios)}


@pytest.mark.grundig(28)
def _sent(app: AppTest, key: str) -> str:
    """What a component of that key is sent."""

    def below(node: Any) -> Iterator[Any]:
        for child in getattr(node, "children", {}).values():
            yield child
            yield from below(child)

    (sent,) = (
        each.proto.json
        for each in below(app.main)
        if each.type == "bidi_component" and each.proto.id.endswith(f"-{key}")
    )
    return json.dumps(json.loads(sent), ensure_ascii=False)


PICTURES = {
    "foer-efter": ("foer-efter", ["borgere_pr_kapacitet_foer", "borgere_pr_kapacitet"]),
    "fliser": ("scenariekort", ["borgere_pr_kapacitet"]),
    "kort": ("scenariekort", ["borgere_pr_kapacitet"]),
}


@pytest.mark.parametrize("speciale", RAEKKER)
@pytest.mark.parametrize("aar", [AAR[0], AAR[-1]])
@pytest.mark.parametrize("figur", PICTURES)
def test_every_picture_holds_every_areas_name_and_figure(
    figur: str, aar: int, speciale: int, run: Run, grundlag: Grundlag
) -> None:
    app = run(PAGE, {"figur": figur, "aar": str(aar), "speciale": str(speciale)})
    assert not app.exception
    key, columns = PICTURES[figur]
    sent = _sent(app, key)
    result = beregn(Scenarie(aar, forslag(grundlag).tillaeg), grundlag).query("speciale == @speciale")
    for row in result.to_dict("records"):
        assert grundlag.navne[row["omraade_id"]] in sent
        assert all(f'"{number(row[column])}"' in sent for column in columns)


def test_the_headline_says_what_the_sliders_do(run: Run) -> None:
    app = run(PAGE, {})
    assert app.header[0].value == (
        "Valby vinder mest: 44 % færre borgere pr. kapacitet (62). "
        "Ringest dækket i 2030 er Bispebjerg med 9.893 borgere pr. kapacitet (51) og Vesterbro med 15.615 (62)."
    )
    app.button(key="saet-ingen").click().run()
    assert app.header[0].value == (
        "Ingen områder får nyt. "
        "Ringest dækket i 2030 er Valby med 14.465 borgere pr. kapacitet (51) og Vesterbro med 22.405 (62)."
    )


@pytest.mark.parametrize("visning", ["normal", "projektor"])
@pytest.mark.parametrize("figur", parametre.FIGUR.options())
def test_every_scenario_is_worked_out_once_a_run(
    figur: str, visning: str, run: Run, grundlag: Grundlag, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headline, budget, rules, key figures, pictures, optima, downloads and comparison share what is worked out."""
    proposal = forslag(grundlag)
    own, kept = _meeting(grundlag), Scenarie(2027, {("amager", 51): 1.0, ("amager", 62): 1.0})
    best = {each for maal in MAAL if (each := optimer(grundlag, maal=maal).scenarie) is not None}
    counted: list[tuple[str, Scenarie]] = []

    def counting(name: str) -> None:
        work = getattr(udregning, name)

        def worked(result: Scenarie | Regning, *arguments: Any) -> Any:
            counted.append((name, result.scenarie if isinstance(result, Regning) else result))
            return work(result, *arguments)

        monkeypatch.setattr(udregning, name, worked)

    app = run(PAGE, {"scenarie": kod([own, kept]), "figur": figur, "visning": visning})
    app.session_state["optimum"] = app.session_state["sammenlign"] = True
    app.run()
    if figur == "optimum" or visning == "normal":
        _found(app)
    for name in ("regn", "som_tabel", "totaler", "udvikling", "noegletal", "forbrug", "kontroller"):
        counting(name)
    app.run()
    times = Counter(counted)  # before this test itself works anything out
    _stands(app, own, grundlag)
    assert {each: count for each, count in times.items() if count > 1} == {}
    worked_out = {scenarie for name, scenarie in times if name == "regn"}
    expected = {own, proposal, own.uden_nye()}
    if figur == "scenarier" or visning == "normal":
        expected |= {kept, replace(kept, tillaeg=proposal.tillaeg)}
    if figur == "optimum" or visning == "normal":
        expected |= best
    assert worked_out == expected


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
    app.button(key="saet-ingen").click().run()
    _stands(app, proposal.uden_nye(), grundlag)
    app.button(key="fortryd").click().run()
    _stands(app, proposal, grundlag)
    app.button(key="saet-ingen").click().run()
    app.button(key="saet-forslaget").click().run()
    _stands(app, proposal, grundlag)


def test_a_link_with_nothing_but_zeros_gives_nothing_and_says_so(run: Run, grundlag: Grundlag) -> None:
    app = run(PAGE, {"k51-valby": "0"})
    _stands(app, Scenarie(), grundlag)
    assert dict(app.query_params) == {"udgangspunkt": "ingen"}


def test_everything_is_reset_and_that_is_undone(run: Run, grundlag: Grundlag) -> None:
    weights = Vaegte({"koebenhavn": 4}, papirets_procent(grundlag))
    own = Scenarie(2026, {("gentofte", 51): 1.0, ("gentofte", 62): 2.0}, "foer_justering", weights)
    demands = {"kobling": "kun-62", "graense51": "9000", "mindst": "0.5", "steder": "9", "udelad": "valby"}
    app = run(PAGE, {"scenarie": kod([own]), **demands})
    _stands(app, own, grundlag)
    app.button(key="nulstil").click().run()
    _stands(app, forslag(grundlag), grundlag)
    assert set(demands).isdisjoint(app.query_params)
    app.button(key="fortryd").click().run()
    _stands(app, own, grundlag)
    assert {name: app.query_params[name] for name in demands} == demands
    assert app.button(key="fortryd").disabled


def test_a_year_is_undone_as_a_slider_is_and_by_itself(run: Run, grundlag: Grundlag) -> None:
    app = run(PAGE, {"figur": "foer-efter"})
    app.button(key="saet-ingen").click().run()
    app.session_state["grundlag"] = True
    app.run()
    next(slider for slider in app.slider if slider.label == "År").set_value(2025).run()
    _stands(app, Scenarie(2025), grundlag)
    app.button(key="fortryd").click().run()
    _stands(app, Scenarie(), grundlag)
    app.button(key="fortryd").click().run()
    _stands(app, forslag(grundlag), grundlag)


@pytest.mark.parametrize("figur", ["noegletal", "optimum", "scenarier"])
def test_a_projector_has_every_theme_and_other_screens_show_the_first_picture(
    figur: str, run: Run, grundlag: Grundlag
) -> None:
    app = run(PAGE, {"figur": figur, "visning": "projektor"})
    _stands(app, forslag(grundlag), grundlag)
    assert not app.expander
    (chosen,) = (group.value for group in app.button_group if group.label == "Figur")
    assert chosen == figur
    plain = run(PAGE, {"figur": figur})
    _stands(plain, forslag(grundlag), grundlag)
    (chosen,) = (group.value for group in plain.button_group if group.label == "Figur")
    assert chosen == "foer-efter"
    assert not plain.warning


def test_a_search_shows_how_far_it_is_until_it_is_stopped(
    run: Run, grundlag: Grundlag, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*args: Any, maal: Maal, stop: Callable[[], bool], **demands: Any) -> Optimum:
        while maal != "minimax" and not stop():
            time.sleep(0.01)
        return optimer(*args, maal=maal, stop=stop, **demands)

    monkeypatch.setattr(bedste, "optimer", slow)
    app = run(PAGE, {"figur": "optimum", "visning": "projektor"})
    _stands(app, forslag(grundlag), grundlag)
    stop = next(button for button in app.button if button.label.startswith("Stop"))
    assert not [button for button in app.button if button.label.startswith("Brug")]
    stop.click().run()
    _found(app)
    taken = {button.label: button for button in app.button if button.label.startswith("Brug")}
    assert set(taken) == {"Brug: de ringest dækkede", "Brug: mindst ulighed", "Brug: færrest over grænsen"}
    best = optimer(grundlag).scenarie
    taken["Brug: de ringest dækkede"].click().run()
    assert best is not None
    _stands(app, best, grundlag)


def test_what_cannot_be_is_said_in_the_optimums_place(run: Run, grundlag: Grundlag) -> None:
    app = run(PAGE, {"figur": "optimum", "visning": "projektor", "udelad": "valby", "fasthold": "valby"})
    _stands(app, forslag(grundlag), grundlag)
    assert ["Valby" in warning.value for warning in app.warning] == [True]


def test_the_fields_of_the_weights_follow_the_scenario(run: Run, grundlag: Grundlag) -> None:
    kept = Scenarie(vaegte=Vaegte({"hvidovre": 2}, (1.0, 2.5, 7.3, 10.0)))
    app = run(PAGE, {"scenarie": kod([forslag(grundlag), kept])})
    app.session_state["vaegte-boks"] = app.session_state["sammenlign"] = True
    app.run()
    percent = papirets_procent(grundlag)
    assert [app.select_slider(key=f"pct-{group}").value for group in GRUPPER] == list(percent)
    app.button(key="hent-B").click().run()
    _stands(app, kept, grundlag)
    assert [app.select_slider(key=f"pct-{group}").value for group in GRUPPER] == list(kept.vaegte.procent)
    assert [app.multiselect(key=f"gruppe-{group}").value for group in GRUPPER] == [[], ["hvidovre"], [], []]
    app.button(key="fortryd").click().run()
    _stands(app, forslag(grundlag), grundlag)
    assert [app.multiselect(key=f"gruppe-{group}").value for group in GRUPPER] == [[], [], [], []]


@pytest.mark.parametrize("figur", ["foer-efter", "fliser", "udvikling"])
def test_weighted_citizens_are_called_so_beside_every_picture(figur: str, run: Run, grundlag: Grundlag) -> None:
    weighted = replace(forslag(grundlag), vaegte=Vaegte({"koebenhavn": 4}, papirets_procent(grundlag)))
    app = run(PAGE, {"scenarie": kod([weighted]), "figur": figur})
    _stands(app, weighted, grundlag)
    said = " ".join(element.value for element in (*app.caption, *app.markdown))
    assert "ægtede borgere pr. kapacitet" in said
    assert ("Papirets egne tal er ikke vægtet" in said) == (figur == "foer-efter")


def test_a_budget_that_is_exceeded_is_said_in_words(run: Run, grundlag: Grundlag) -> None:
    app = run(PAGE, {"k62-valby": "9", "k62-amager": "3.5", "k51-valby": "1", "k51-amager": "1"})
    said = [element.value for element in app.markdown]
    assert any("62: 12,5 af 11,3, 1,2 for meget" in words for words in said)
    assert any("regel er brudt" in words or "regler er brudt" in words for words in said)


def _meeting(grundlag: Grundlag) -> Scenarie:
    """The proposal, but for Valby and Vesterbro in 51: more than the budget."""
    return Scenarie(tillaeg={**forslag(grundlag).tillaeg, ("valby", 51): 3.0, ("vesterbro", 51): 2.0})


@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_who_gains_and_loses_against_the_proposal_is_said_of_another_scenario(
    visning: str, run: Run, grundlag: Grundlag
) -> None:
    own = _meeting(grundlag)
    app = run(PAGE, {"scenarie": kod([own]), "visning": visning})
    _stands(app, own, grundlag)
    assert mod_forslaget(udregn(own, grundlag)) in [element.value for element in app.markdown]
    plain = run(PAGE, {"visning": visning})
    _, room = laengste(udregn(forslag(grundlag), grundlag))  # unseen: it keeps the sliders still
    assert [each.value for each in plain.markdown if each.value.startswith("Mod forslaget")] == [room]


def test_who_gains_and_loses_most_is_compared_in_tenths_of_a_per_cent(
    run: Run, grundlag: Grundlag, rows: list[components.Row]
) -> None:
    """As every change in per cent is written: the scenario's own row beside the proposal that is kept."""
    run(PAGE, {"scenarie": kod([_meeting(grundlag), forslag(grundlag)]), "visning": "projektor", "figur": "scenarier"})
    told = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in rows}
    assert told["Vinder mest mod forslaget"] == ["Vesterbro (51) −11,1\N{NO-BREAK SPACE}%", "ingen"]
    assert told["Taber mest mod forslaget"] == ["Valby (51) +7,9\N{NO-BREAK SPACE}%", "ingen"]


def test_each_optimum_says_what_it_gives_before_it_is_taken(run: Run, grundlag: Grundlag) -> None:
    app = run(PAGE, {})
    app.session_state["optimum"] = True
    app.run()
    _found(app)
    said = " ".join(element.value for element in app.markdown)
    for maal in MAAL:
        best = optimer(grundlag, maal=maal).scenarie
        assert best is not None
        assert all(f"**{speciale}:** {areas}" in said for speciale, areas in gaver(best, grundlag).items())
    assert not app.warning


@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_a_scenario_that_breaks_the_budget_is_not_measured_against_the_best_without_a_warning(
    visning: str, run: Run, grundlag: Grundlag
) -> None:
    own = _meeting(grundlag)
    app = run(PAGE, {"scenarie": kod([own]), "visning": visning, "figur": "optimum"})
    app.session_state["optimum"] = True
    app.run()
    _found(app)
    said = [warning.value for warning in app.warning if overskridelse(udregn(own, grundlag)) in warning.value]
    assert len(said) == 1


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
    assert SCENARIE.read(code) == code
    assert afkod(code) == (scenarios, [])


@given(st.lists(SCENARIER, min_size=1, max_size=FLEST - 1))
@example(FULLEST[1:])
def test_what_is_kept_fits_in_the_address(scenarios: list[Scenarie]) -> None:
    assert parametre.GEMT.read(kod(scenarios)) == tuple(scenarios)


@given(st.sampled_from(SLIDERS), st.integers(0, 100))
def test_every_position_of_a_slider_fits_in_the_address(slider: tuple[str, int], tenths: int) -> None:
    written = parametre.SKYDERE[slider].write(tenths / 10)
    assert parametre.SKYDERE[slider].read(written) == tenths / 10


@given(st.text() | LIKE_A_LINK.map(lambda text: f"1.{VERSION}.e~1.s{text}") | LIKE_A_LINK)
def test_a_foreign_link_is_read_without_an_error(text: str) -> None:
    for code in links.decode(text).values.values():
        scenarios, unreadable = afkod(code)
        assert len(scenarios) <= FLEST
        assert scenarios or unreadable or code in ("1", "1.")
        for parameter in parameters().values():
            with suppress(UnreadableError):
                parameter.read(code)


@settings(max_examples=12)
@given(st.dictionaries(st.sampled_from(["v", "scenarie", "gemt", "vaegte", "k51-valby", "graense62"]), LIKE_A_LINK))
@example({"v": f"1.{VERSION}.e~1.s_gemt~1.s0_k51-valby~3.6_k62-valby~99", "scenarie": "1.s", "vaegte": "1.v"})
def test_the_page_opens_whatever_the_link_holds(query: dict[str, str]) -> None:
    app = run_page(PAGE, query)
    assert not app.exception
    assert not app.error
    assert app.header[0].value
    assert len(app.warning) <= len(query) + 1
