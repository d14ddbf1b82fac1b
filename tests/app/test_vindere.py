"""Who gains and who loses on the page of scenarios, and the repairs of what is broken."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag, kontroller
from analytics.scenarie.kode import kod
from dansk.tal import number
from pages import components
from pages.fysioterapi.scenarie.vindere import GAIN, LOSS
from tests.app.conftest import Run
from tests.genregning import per_capacity

PAGE = "pages/fysioterapi/scenarie/side.py"


@pytest.fixture
def moved(grundlag: Grundlag) -> Scenarie:
    """The proposal, but 0,6 of speciale 51 from Valby to Vesterbro, and nothing to Høje-Taastrup."""
    given = dict(forslag(grundlag).tillaeg)
    return Scenarie(
        tillaeg={
            **given,
            ("valby", 51): 3.0,
            ("vesterbro", 51): 0.8,
            ("hoeje-taastrup", 51): 0.0,
            ("hoeje-taastrup", 62): 0.0,
        }
    )


def _said(app: AppTest) -> list[str]:
    """Who gains and loses: the page's headline, and once more above the list of them where that is shown."""
    found = app.header[0].value
    assert {each.value for each in app.markdown if "får det " in each.value or "har det" in each.value} <= {
        f"**{found}**"
    }
    return [found]


def _citizens(grundlag: Grundlag, *areas: str) -> str:
    return number(sum(int(grundlag.borgere(2030)[grundlag.plads[area]]) for area in areas))


def test_it_is_held_against_nothing_new_until_something_is_moved(run: Run, grundlag: Grundlag, moved: Scenarie) -> None:
    given = {area for area, _ in forslag(grundlag).tillaeg}
    assert _said(run(PAGE, {})) == [f"{_citizens(grundlag, *given)} borgere får det bedre end uden nye, ingen ringere."]
    better, worse = _citizens(grundlag, "vesterbro"), _citizens(grundlag, "valby", "hoeje-taastrup")
    assert _said(run(PAGE, {"scenarie": kod([moved])})) == [
        f"{better} borgere får det bedre end i forslaget, {worse} får det ringere."
    ]


@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_a_choice_stands_until_it_is_reset(visning: str, run: Run, grundlag: Grundlag, moved: Scenarie) -> None:
    link = {"scenarie": kod([moved]), "mod": "ingen", "visning": visning, "figur": "vindere"}
    app = run(PAGE, link)
    assert not app.warning
    (said,) = _said(app)
    assert said.endswith("borgere får det bedre end uden nye, ingen ringere.")
    app.button(key="saet-ingen").click().run()
    assert _said(app) == ["Alle borgere har det som uden nye."]
    if visning == "projektor":
        return
    app.session_state["grundlag"] = True
    app.run()
    app.button(key="nulstil").click().run()
    app.button(key="saet-ingen").click().run()
    (said,) = _said(app)
    assert said.endswith("borgere får det ringere end i forslaget, ingen bedre.")


def test_it_is_chosen_with_a_control(run: Run, moved: Scenarie) -> None:
    app = run(PAGE, {"scenarie": kod([moved])})
    assert app.segmented_control(key="modpart").value == "forslaget"
    app.segmented_control(key="modpart").set_value("ingen").run()
    assert app.segmented_control(key="modpart").value == "ingen"
    assert "bedre end uden nye" in _said(app)[0]
    assert dict(app.query_params)["mod"] == "ingen"


@pytest.mark.parametrize("speciale", RAEKKER)
def test_three_of_each_with_bars_and_the_list_is_as_long_whoever_gains(
    speciale: int, run: Run, grundlag: Grundlag, moved: Scenarie, rows: list[components.Row]
) -> None:
    run(PAGE, {"scenarie": kod([moved]), "speciale": str(speciale), "figur": "vindere"})
    listed = [row for row in rows if row.cells[-1].bar is not None and len(row.cells) == 2]
    assert len(listed) == 6
    told = [(row.cells[0].text.strip(), row.cells[1].text.replace("\xa0", " ")) for row in listed]
    bars = [(row.cells[1].bar, row.cells[1].colour) for row in listed]
    if speciale == 62:
        assert told == [("Ingen", ""), ("", ""), ("", ""), ("Høje-Taastrup", "+3 %"), ("", ""), ("", "")]
        assert bars[0] == (0.0, None)
        assert bars[3] == (1.0, LOSS)
        return
    assert [name for name, _ in told] == ["Vesterbro", "", "", "Høje-Taastrup", "Valby", ""]
    assert bars[0][1] == GAIN
    assert [colour for _, colour in bars[3:5]] == [LOSS, LOSS]
    assert max(bar for bar, _ in bars if bar is not None) == 1.0
    (valby,) = (text for name, text in told if name == "Valby")
    now, before = (per_capacity(moved, each)[51, "valby"] for each in (moved.tillaeg, forslag(grundlag).tillaeg))
    assert valby == f"+{number(float(100 * (now / before - 1)))} %"


def test_every_area_that_gains_or_loses_is_one_click_away(
    run: Run, moved: Scenarie, rows: list[components.Row]
) -> None:
    app = run(PAGE, {"scenarie": kod([moved]), "figur": "vindere"})
    rows.clear()
    app.session_state["alle-vindere-51"] = True
    app.run()
    changes = {row.cells[0].text: row.cells[4].value for row in rows if len(row.cells) == 5}
    assert list(changes)[-3:] == ["Vesterbro", "Valby", "Høje-Taastrup"]
    assert app.get("download_button")


def test_a_broken_rule_is_mended_by_one_press(run: Run, grundlag: Grundlag) -> None:
    app = run(PAGE, {"scenarie": kod([Scenarie(tillaeg={("valby", 51): 3.0, ("amager", 51): 1.0})])})
    offered = {button.label: button for button in app.button if str(button.key).startswith("ret-")}
    assert list(offered) == ["Giv også Amager 0,1 i speciale 62", "Giv også Valby 0,1 i speciale 62"]
    offered["Giv også Valby 0,1 i speciale 62"].click().run()
    assert [button.label for button in app.button if str(button.key).startswith("ret-")] == [
        "Giv også Amager 0,1 i speciale 62"
    ]
    app.button(key="ret-0").click().run()
    assert any("overholder papirets regler" in each.value for each in app.markdown)
    app.button(key="fortryd").click().run()
    assert app.button(key="ret-0").label == "Giv også Amager 0,1 i speciale 62"


def test_over_the_budget_is_said_first_with_how_much_and_mended(run: Run, grundlag: Grundlag) -> None:
    over = Scenarie(
        tillaeg={**forslag(grundlag).tillaeg, ("valby", 51): 4.0, ("gentofte", 62): 0.0, ("herlev", 51): 0.1}
    )
    assert {rule.regel for rule in kontroller(over, grundlag)} == {"kobling", "reserve"}
    app = run(PAGE, {"scenarie": kod([over])})
    said = [each.value for each in app.markdown]
    assert any("Speciale 51: 0,5 kapaciteter over budgettet, 204.815\xa0kr. om året." in each for each in said)
    assert app.button(key="ret-0").label == "Tag 0,5 fra Amager i speciale 51"
    app.button(key="ret-0").click().run()
    assert not any("over budgettet" in each.value for each in app.markdown)


def test_one_press_mends_a_budget_that_is_exceeded_in_capacities_and_in_kroner(run: Run, grundlag: Grundlag) -> None:
    over = Scenarie(tillaeg={**forslag(grundlag).tillaeg, ("valby", 51): 5.6})
    assert [rule.regel for rule in kontroller(over, grundlag)] == ["budget", "kroner"]
    app = run(PAGE, {"scenarie": kod([over])})
    (said,) = [each.value for each in app.markdown if "over budgettet" in each.value]
    assert "2 regler er brudt:" in said
    over_by = "Speciale 51: 2,0 kapaciteter over budgettet og 249.265\xa0kr. om året over rammen"
    assert said.endswith(f"{over_by}.")
    (button,) = [each for each in app.button if str(each.key).startswith("ret-")]
    assert button.label == "Tag 2,0 fra Valby i speciale 51"
    button.click().run()
    assert any("overholder papirets regler" in each.value for each in app.markdown)
    folded_out = run(PAGE, {"scenarie": kod([over])})
    folded_out.session_state["alle-tal"] = True
    folded_out.run()
    assert any(f"- {over_by} (004, linje 5504; 004, linje" in each.value for each in folded_out.markdown)
