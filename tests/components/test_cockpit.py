"""The cockpit: its figures are the server's to the last digit, and all of it moves with the hand that drags."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from analytics.begreber import AAR, MINDST, RAEKKER
from analytics.grundlag import GRUNDKAPACITETER, Grundlag
from analytics.scenarie import HOEJST, Scenarie, Udregning, forslag, udregn
from analytics.scenarie.kode import KOMMUNER, OMRAADER
from analytics.scenarie.modpart import Modpart
from analytics.scenarie.vaegte import GRUPPER, Behov, Vaegte
from dansk import tal
from pages.components import assets
from pages.fysioterapi.scenarie import instrument
from tests import omfang
from tests.components.stage import Stage, components, messages
from tests.e2e.browser import SIZES

pytestmark = pytest.mark.grundig(4)

SCENARIOS = omfang.examples(100)
ROWS = ["bornholm", "valby", "vesterbro"]
PARTS: tuple[Modpart, ...] = ("ingen", "forslaget")
_TOLD = """async (all) => {
  const scenario = await import("/%s")
  return all.map(scenario.unpacked).map(({ omraader, specialer, mod }) => specialer.map((each, at) =>
    scenario.told(omraader, at, omraader.map((area) => area.nu[at]), each, mod)))
}"""


def _drawn(pick: random.Random) -> Scenarie:
    """A scenario of any kind: few areas or all of them, every year and base, weights and followed patients at times."""
    keys = [(area, speciale) for area in OMRAADER for speciale in RAEKKER]
    given = {key: pick.randint(0, 100) / 10 for key in pick.sample(keys, pick.randint(0, len(keys)))}
    weights = None
    if pick.random() < 0.4:
        groups = {kommune: pick.choice(GRUPPER) for kommune in pick.sample(KOMMUNER, pick.randint(0, 29))}
        need = {area: Behov(100 * pick.random(), 10 * pick.random()) for area in pick.sample(OMRAADER, 9)}
        weights = Vaegte(groups, tuple(round(15 * pick.random(), 1) for _ in GRUPPER), need)
    return Scenarie(pick.choice(AAR), given, pick.choice(list(GRUNDKAPACITETER)), weights, pick.random() < 0.4)


def _message(of: Udregning, modpart: Modpart, **more: Any) -> dict[str, Any]:
    """What the page sends of a scenario."""
    settings: dict[str, Any] = {
        "speciale": 51,
        "compared_words": "mod ingen nye",
        "people": "borgere",
        "served": "Ringest dækket i 2030",
        "change": instrument.change(),
        "chosen": "ingen",
        "pictured": True,
        "said": "",
    }
    with messages() as sent:
        components.cockpit(
            "instrument",
            instrument.areas(of),
            more.pop("rows", ROWS),
            [instrument.speciality(of, modpart, each, result="change" in more) for each in RAEKKER],
            compared=modpart,
            highest=HOEJST,
            step=MINDST,
            on_change=lambda values: None,
            on_speciale=lambda speciale: None,
            on_show=lambda shown: None,
            on_choose=lambda area: None,
            **(settings | more),
        )
        return sent("cockpit")


def test_scenarios_are_told_by_the_browser_as_by_the_server(stage: Stage, grundlag: Grundlag) -> None:
    pick = random.Random(51)
    sent = []
    for number in range(SCENARIOS):
        limits = {speciale: float(pick.randint(1000, 30000)) for speciale in RAEKKER} if pick.random() < 0.5 else None
        sent.append(_message(udregn(_drawn(pick), grundlag, limits), PARTS[number % 2]))
    told = stage.page.evaluate(_TOLD % assets.address("scenario.js"), sent)
    differ = [
        (number, key, theirs[key], ours["sagt"][key])
        for number, (message, figures) in enumerate(zip(sent, told, strict=True))
        for ours, theirs in zip(message["specialer"], figures, strict=True)
        for key in ours["sagt"]
        if theirs[key] != ours["sagt"][key]
    ]
    assert differ == []
    assert len({json.dumps(figures) for figures in told}) > 0.95 * SCENARIOS


@pytest.fixture
def proposal(grundlag: Grundlag) -> Udregning:
    return udregn(forslag(grundlag), grundlag)


@pytest.fixture
def mounted(stage: Stage, proposal: Udregning) -> Stage:
    stage.page.set_viewport_size({"width": 1366, "height": 768})
    stage.mount("cockpit", _message(proposal, "ingen"))
    expect(stage.page.locator(".omraade")).to_have_count(37)
    return stage


def _slider(stage: Stage, area: str = "Valby", speciale: int = 51) -> Locator:
    return stage.page.get_by_role("slider", name=f"{area}, speciale {speciale}", exact=True)


def _field(stage: Stage, area: str = "Valby", speciale: int = 51) -> Locator:
    return stage.page.get_by_label(f"{area}, speciale {speciale}, tal", exact=True)


def _sent(stage: Stage) -> list[list[Any]]:
    sent: list[list[Any]] = stage.page.evaluate("() => window.sent")
    return sent


def _seen(stage: Stage) -> dict[str, str]:
    """What Valby's row, its tile, and the figures of speciale 51 show."""
    seen: dict[str, str] = stage.page.evaluate("""() => {
      const root = document.querySelector("body > div").shadowRoot
      const row = root.querySelector('[data-raekke="valby"] .plads-0')
      const tile = root.querySelector('[data-omraade="valby"]')
      return {
        dot: row.querySelector(".efter").style.left, figure: row.querySelector(".pr").textContent,
        change: row.querySelector(".aendring").textContent, field: row.querySelector("input[type=text]").value,
        tile: tile.getAttribute("aria-label"), fill: tile.querySelector("rect").getAttribute("fill"),
        gauges: root.querySelector(".speciale").innerText, bar: root.querySelector(".bjaelke i").style.width,
        region: row.querySelector(".region").style.left,
      }
    }""")
    return seen


def _with(of: Udregning, amount: float) -> Udregning:
    return of.med({**of.scenarie.tillaeg, ("valby", 51): amount})


def test_what_is_sent_is_drawn_in_rows_that_are_the_pictures_rows(mounted: Stage, proposal: Udregning) -> None:
    rows = mounted.page.locator(".raekker .raekke")
    expect(rows.locator(".navn")).to_have_text(["Bornholm", "Valby", "Vesterbro"])
    figures, spent = proposal.noegletal[51], proposal.forbrug[51]
    seen = _seen(mounted)
    assert tal.number(figures.vaerst) in seen["gauges"]
    assert f"{tal.number(spent.brugt, 1)} af {tal.number(spent.budget.til_nye, 1)}" in seen["gauges"]
    assert seen["tile"].startswith(f"Valby: {seen['figure']} borgere pr. kapacitet, {seen['change']}")
    marks = rows.nth(1).locator(".plads-0 .spor")
    before, wish, now = (
        float(marks.locator(f".{mark}").evaluate("(mark) => parseFloat(mark.style.left)"))
        for mark in ("foer", "forslag", "efter")
    )
    assert now == wish < before == 100  # nobody has more citizens to a capacity than Valby, before anything is given
    expect(rows.nth(1).locator(".plads-0")).to_contain_class("vinder")


def test_all_of_it_follows_the_thumb_before_it_is_let_go(mounted: Stage, proposal: Udregning) -> None:
    before, page = _seen(mounted), mounted.page
    box = _slider(mounted).bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.36, y)
    page.mouse.down()
    for share in (0.3, 0.2, 0.1):
        page.mouse.move(box["x"] + box["width"] * share, y)
        held = _seen(mounted)
        amount = float(held["field"].replace(",", "."))
        after = instrument.told(_with(proposal, amount), "ingen", 51)
        place = proposal.grundlag.plads["valby"]
        assert (held["figure"], held["change"]) == (after.pr[place], after.aendring[place])
        assert all(text in held["gauges"] for text in (after.vaerst, after.ringest, after.brugt, after.rest))
        assert held["figure"] in held["tile"]
        assert {key for key in before if before[key] == held[key]} <= {"fill"}
        before = held | {"bar": "", "gauges": ""}
        assert _sent(mounted) == []
    page.mouse.up()
    assert _sent(mounted) == [["aendret", {"k51-valby": amount}]]


def test_the_servers_figures_take_over_and_never_move_a_slider_that_is_held(
    mounted: Stage, proposal: Udregning
) -> None:
    page, valby = mounted.page, _slider(mounted)
    answer = _message(_with(proposal, 4.0), "ingen")
    answer["specialer"][0]["sagt"]["vaerst"] = "1.234"
    box = valby.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.36, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 20)
    held = _field(mounted).input_value()
    mounted.say(answer)
    page.wait_for_timeout(100)
    assert _field(mounted).input_value() == held
    assert "1.234" not in _seen(mounted)["gauges"]  # they are not of what is shown
    page.mouse.up()
    expect(_field(mounted)).to_have_value(held)
    _field(mounted).fill("4")
    _field(mounted).press("Enter")
    expect(page.locator(".speciale b").first).to_have_text("1.234")


@pytest.mark.grundig(1)
@pytest.mark.parametrize(
    ("keys", "amount"),
    [
        (["ArrowRight"], 3.7),
        (["ArrowLeft", "ArrowDown"], 3.4),
        (["Shift+ArrowRight"], 4.1),
        (["Shift+ArrowLeft"], 3.1),
        (["PageUp", "PageUp"], 4.6),
        (["PageDown"], 3.1),
        (["End"], 10.0),
        (["Home"], 0.0),
        (["End", "ArrowRight"], 10.0),
    ],
)
def test_keys_step_by_tenths_and_by_halves(mounted: Stage, keys: list[str], amount: float) -> None:
    _slider(mounted).focus()
    for key in keys:
        mounted.page.keyboard.press(key)
    expect(_field(mounted)).to_have_value(tal.number(amount, 1))
    assert _sent(mounted)[-1] == ["aendret", {"k51-valby": amount}]
    expect(_slider(mounted)).to_be_focused()


def test_each_slider_has_two_tab_stops_and_the_picture_one(mounted: Stage) -> None:
    page, stops = mounted.page, []
    for _ in range(30):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate(
                "() => { const at = document.querySelector('body > div').shadowRoot.activeElement;"
                " return at && (at.ariaLabel ?? at.textContent) }"
            )
        )
    named = [stop for stop in stops[: stops.index(None)] if stop is not None]
    assert named[:2] == ["51 almindelig", "62 vederlagsfri"]
    names = ("Bornholm", "Valby", "Vesterbro")
    assert named[2:8] == [f"{name}, speciale 51{kind}" for name in names for kind in ("", ", tal")]
    assert [name for name in named[8:] if "pr. kapacitet" in name] == named[8:9]
    assert named[9:] == ["Vis resultat"]


@pytest.mark.grundig(1)
@pytest.mark.parametrize("size", SIZES)
def test_ten_presses_at_one_point_give_exactly_one(stage: Stage, proposal: Udregning, size: str) -> None:
    width, height = SIZES[size]
    stage.page.set_viewport_size({"width": width, "height": height})
    stage.mount("cockpit", _message(proposal, "ingen"))
    more = stage.page.get_by_role("button", name="Mere: Valby, speciale 51", exact=True)
    more.scroll_into_view_if_needed()
    box = more.bounding_box()
    assert box is not None
    for _ in range(10):
        stage.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert _sent(stage)[-1] == ["aendret", {"k51-valby": 4.6}]
    assert len(_sent(stage)) == 10


def test_a_button_that_is_held_repeats_and_is_sent_once(mounted: Stage) -> None:
    mounted.page.get_by_role("button", name="Mindre: Valby, speciale 51", exact=True).hover()
    mounted.page.mouse.down()
    expect(_field(mounted)).not_to_have_value(re.compile("^3,[1-9]$"))
    assert _sent(mounted) == []
    mounted.page.mouse.up()
    assert len(_sent(mounted)) == 1
    (_, values) = _sent(mounted)[0]
    assert 0 <= values["k51-valby"] <= 3.0
    mounted.page.mouse.down()
    mounted.page.mouse.up()
    assert _sent(mounted)[-1][1]["k51-valby"] == tal.rounded(values["k51-valby"] - 0.1, 1)


def test_a_button_that_is_held_stops_at_nothing_and_that_is_sent(mounted: Stage) -> None:
    mounted.page.get_by_role("button", name="Mindre: Vesterbro, speciale 51", exact=True).hover()
    mounted.page.mouse.down()
    expect(_field(mounted, "Vesterbro")).to_have_value("0,0")
    expect(mounted.page.get_by_role("button", name="Mindre: Vesterbro, speciale 51", exact=True)).to_be_disabled()
    assert _sent(mounted) == [["aendret", {"k51-vesterbro": 0}]]
    mounted.page.mouse.up()


def test_buttons_are_large_enough_for_a_finger(stage: Stage, browser: Any, proposal: Udregning) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).new_page()
    touched = Stage(page)
    touched.mount("cockpit", _message(proposal, "ingen"))
    button = page.get_by_role("button", name="Mere: Valby, speciale 51", exact=True)
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    page.context.close()


def test_rows_keep_their_order_and_a_new_one_is_the_last(mounted: Stage, proposal: Udregning) -> None:
    names = mounted.page.locator(".raekker .navn")
    first = mounted.page.locator('[data-raekke="bornholm"]')
    first.evaluate("(row) => (row.kept = true)")
    mounted.say(_message(_with(proposal, 9.0), "forslaget", rows=[*ROWS, "amager"]))
    expect(names).to_have_text(["Bornholm", "Valby", "Vesterbro", "Amager"])
    assert first.evaluate("(row) => row.kept")
    mounted.say(_message(proposal, "ingen", rows=ROWS))
    expect(names).to_have_text(["Bornholm", "Valby", "Vesterbro"])


def test_the_other_speciale_is_turned_to_at_once_and_told(mounted: Stage) -> None:
    expect(_slider(mounted, speciale=62)).to_be_hidden()
    mounted.page.get_by_role("button", name="62 vederlagsfri").click()
    expect(_slider(mounted, speciale=62)).to_be_visible()
    expect(_slider(mounted, speciale=51)).to_be_hidden()
    assert _sent(mounted) == [["speciale", 62]]


def test_where_there_is_room_both_specialer_stand_side_by_side(stage: Stage, proposal: Udregning) -> None:
    stage.page.set_viewport_size({"width": 1920, "height": 1080})
    stage.mount("cockpit", _message(proposal, "ingen"))
    for speciale in RAEKKER:
        expect(_slider(stage, speciale=speciale)).to_be_visible()
    tile = stage.page.locator('[data-omraade="vesterbro"]')
    before = tile.get_attribute("aria-label")
    stage.page.get_by_role("button", name="Mere: Vesterbro, speciale 62", exact=True).click()
    expect(stage.page.get_by_role("button", name="62 vederlagsfri")).to_have_attribute("aria-pressed", "true")
    assert tile.get_attribute("aria-label") != before  # the picture is of what is moved


def test_colours_say_who_gains_who_loses_and_who_neither(mounted: Stage, proposal: Udregning) -> None:
    moved = proposal.med({**proposal.scenarie.tillaeg, ("valby", 51): 9.0, ("bornholm", 51): 0.0})
    mounted.say(_message(moved, "forslaget"))
    expect(mounted.page.locator('[data-raekke="bornholm"] .plads-0')).to_contain_class("taber")
    fills = {
        area: mounted.page.locator(f'[data-omraade="{area}"] rect').first.get_attribute("fill")
        for area in ("valby", "bornholm", "gribskov")
    }
    shades = [colour for colour, _ in instrument.change().farver]
    assert [shades.index(str(fills[area])) for area in ("valby", "gribskov", "bornholm")] == [0, 2, 4]
    expect(mounted.page.locator('[data-omraade="gribskov"] .tal')).to_have_text("")


def test_the_result_has_classes_that_stand_still(mounted: Stage, proposal: Udregning) -> None:
    mounted.page.get_by_role("button", name="Vis resultat").click()
    assert _sent(mounted) == [["vis", "resultat"]]
    mounted.say(_message(proposal, "ingen", change=None))
    told = instrument.told(proposal, "ingen", 51)
    expect(mounted.page.locator('[data-omraade="gribskov"] .tal')).to_have_text(
        told.pr[proposal.grundlag.plads["gribskov"]]
    )
    expect(mounted.page.get_by_role("button", name="Vis ændring")).to_be_visible()


def test_another_picture_has_the_tiles_place(mounted: Stage, proposal: Udregning) -> None:
    height = mounted.page.locator(".cockpit").evaluate("(all) => all.offsetHeight")
    mounted.say(_message(proposal, "ingen", pictured=False))
    expect(mounted.page.locator(".omraade")).to_have_count(0)
    assert mounted.page.locator(".cockpit").evaluate("(all) => all.offsetHeight") == height
    mounted.say(_message(proposal, "ingen"))
    expect(mounted.page.locator(".omraade")).to_have_count(37)


def test_the_new_finding_is_read_aloud_once(mounted: Stage, proposal: Udregning) -> None:
    said = mounted.page.locator(".sagt")
    expect(said).to_have_text("")
    mounted.say(_message(proposal, "ingen", said="Valby vinder mest."))
    expect(said).to_have_text("Valby vinder mest.")


def test_an_area_is_chosen_on_the_map_and_its_row_is_marked(mounted: Stage, proposal: Udregning) -> None:
    mounted.page.locator('[data-omraade="valby"]').click()
    assert _sent(mounted) == [["valgt", "valby"]]
    mounted.say(_message(proposal, "ingen", chosen="valby"))
    expect(mounted.page.locator('[data-raekke="valby"]')).to_contain_class("valgt")
    mounted.page.locator('[data-omraade="valby"]').click()
    assert _sent(mounted)[-1] == ["valgt", ""]


def test_no_figure_of_any_scenario_makes_what_stands_above_the_rows_higher(
    mounted: Stage, grundlag: Grundlag, proposal: Udregning
) -> None:
    most = udregn(Scenarie(tillaeg={(area, s): HOEJST for area in OMRAADER for s in RAEKKER}), grundlag)
    nothing = udregn(Scenarie(), grundlag)
    row: Callable[[], Mapping[str, float] | None] = mounted.page.locator('[data-raekke="bornholm"]').bounding_box
    before = row()
    for of in (most, nothing, proposal):
        mounted.say(_message(of, "forslaget"))
        mounted.page.wait_for_timeout(50)
        assert row() == before


def test_where_the_patients_follow_only_the_amount_and_the_budget_move_with_the_hand(
    stage: Stage, proposal: Udregning
) -> None:
    """What a gift does to others is for the server to say: meanwhile what is shown is of what was, and is dimmed."""
    page, follows = stage.page, udregn(replace(proposal.scenarie, foelger=True), proposal.grundlag)
    page.set_viewport_size({"width": 1366, "height": 768})
    stage.mount("cockpit", _message(follows, "ingen"))
    expect(page.locator(".omraade")).to_have_count(37)
    expect(page.locator(".fane")).to_have_text(["51 almindelig", "62 vederlagsfri · følger ikke"])
    figure, tile = page.locator('[data-raekke="valby"] .plads-0 .aendring'), page.locator(".billeder")
    shown = "(each) => getComputedStyle(each).opacity"
    before = _seen(stage)
    box = _slider(stage).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.36, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.1, box["y"] + box["height"] / 2)
    held = _seen(stage)
    amount = float(held["field"].replace(",", "."))
    assert amount < 3.6
    assert {key for key in before if before[key] != held[key]} == {"field", "gauges", "bar"}
    spent = _with(follows, amount).forbrug[51]
    assert f"{tal.number(spent.brugt, 1)} af {tal.number(spent.budget.til_nye, 1)}" in held["gauges"]
    assert tal.number(follows.noegletal[51].vaerst) in held["gauges"]
    assert (figure.evaluate(shown), tile.evaluate(shown)) == ("0.45", "0.45")
    assert _slider(stage).get_attribute("aria-valuetext") == f"{tal.number(amount, 1)} kapaciteter"
    page.mouse.up()
    assert _sent(stage) == [["aendret", {"k51-valby": amount}]]
    after = _with(follows, amount)
    stage.say(_message(after, "ingen"))
    told, place = instrument.told(after, "ingen", 51), proposal.grundlag.plads["valby"]
    expect(figure).to_have_text(told.aendring[place])
    seen = _seen(stage)
    assert told.vaerst in seen["gauges"]
    assert seen["figure"] == told.pr[place]
    assert (figure.evaluate(shown), tile.evaluate(shown)) == ("1", "1")


def test_the_speciale_that_stays_moves_with_the_hand_while_the_other_follows(stage: Stage, proposal: Udregning) -> None:
    page, follows = stage.page, udregn(replace(proposal.scenarie, foelger=True), proposal.grundlag)
    page.set_viewport_size({"width": 1366, "height": 768})
    stage.mount("cockpit", _message(follows, "ingen", speciale=62))
    page.get_by_role("button", name="Mere: Valby, speciale 62", exact=True).hover()
    page.mouse.down()
    expect(_field(stage, speciale=62)).not_to_have_value("2,4")
    page.mouse.up()
    amount = float(_field(stage, speciale=62).input_value().replace(",", "."))
    after = follows.med({**follows.scenarie.tillaeg, ("valby", 62): amount})
    told = instrument.told(after, "ingen", 62)
    row = page.locator('[data-raekke="valby"] .plads-1')
    expect(row.locator(".pr")).to_have_text(told.pr[proposal.grundlag.plads["valby"]])
    assert row.locator(".aendring").evaluate("(each) => getComputedStyle(each).opacity") == "1"


@pytest.mark.parametrize(("follows", "most"), [(False, 8_000), (True, 11_000)])
def test_a_message_is_small(proposal: Udregning, follows: bool, most: int) -> None:
    given = {(area, s): 9.9 for area in OMRAADER for s in RAEKKER}
    every = replace(proposal.scenarie, tillaeg=given, foelger=follows)
    message = _message(udregn(every, proposal.grundlag), "forslaget", rows=list(OMRAADER))
    assert len(json.dumps(message, ensure_ascii=False).encode()) < most


_APP = '<div data-testid="stApp" data-test-connection-state="CONNECTED" data-test-script-state="notRunning"></div>'


def _app(stage: Stage, what: str, state: str) -> None:
    told = "([what, state]) => document.querySelector('[data-testid=stApp]').setAttribute(`data-test-${what}`, state)"
    stage.page.evaluate(told, [f"{what}-state", state])


def _connection(stage: Stage, state: str) -> None:
    _app(stage, "connection", state)


def _runs(stage: Stage, state: str) -> None:
    _app(stage, "script", state)


def test_what_is_moved_while_the_connection_is_away_waits_and_is_sent_when_it_is_back(
    stage: Stage, proposal: Udregning
) -> None:
    stage.page.evaluate(f"() => document.body.insertAdjacentHTML('beforeend', '{_APP}')")
    stage.mount("cockpit", _message(proposal, "ingen"))
    slider, news = _slider(stage), stage.page.locator(".besked")
    expect(slider).to_be_visible()
    expect(news).to_be_hidden()
    before = slider.bounding_box()
    _connection(stage, "PINGING_SERVER")
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    for speciale in (62, 51):
        stage.page.locator(f'.speciale[data-speciale="{speciale}"] .fane').click()
    expect(news).to_have_text("Ingen forbindelse. Det, I flytter, sendes, når den er tilbage.")
    assert slider.bounding_box() == before  # what is said takes no room
    assert _sent(stage) == []
    _connection(stage, "CONNECTED")
    expect(news).to_be_hidden()
    assert _sent(stage) == [["speciale", 51], ["aendret", {"k51-valby": 3.8}]]
    expect(slider).to_have_value("3.8")
    stage.page.wait_for_timeout(11_000)  # no answer comes: it is sent once more, then given up, and people are told
    assert _sent(stage)[2:] == [["aendret", {"k51-valby": 3.8}]]
    expect(slider).to_have_value("3.6")
    expect(news).to_have_text("Forbindelsen var væk, og noget af det, I flyttede, blev ikke gemt.")
    slider.press("ArrowRight")
    expect(news).to_be_hidden()


def test_the_whole_page_is_run_before_what_was_moved_is_sent(stage: Stage, proposal: Udregning) -> None:
    """A server that has begun anew answers no part of the page before that."""
    stage.page.evaluate(f"() => document.body.insertAdjacentHTML('beforeend', '{_APP}')")
    stage.mount("connection", {})
    stage.page.wait_for_function("() => document.querySelector('body > div:last-child[data-tegnet]')")
    stage.mount("cockpit", _message(proposal, "ingen"))
    slider = _slider(stage)
    _connection(stage, "DISCONNECTED")
    slider.press("ArrowRight")
    _connection(stage, "CONNECTED")
    stage.page.wait_for_timeout(1000)
    assert _sent(stage) == [["igen", True]]
    _runs(stage, "running")
    stage.page.wait_for_timeout(1000)
    _runs(stage, "notRunning")
    stage.page.wait_for_timeout(1000)
    assert _sent(stage) == [["igen", True], ["aendret", {"k51-valby": 3.7}]]


def test_streamlits_own_run_is_enough(stage: Stage) -> None:
    stage.page.evaluate(f"() => document.body.insertAdjacentHTML('beforeend', '{_APP}')")
    stage.mount("connection", {})
    stage.page.wait_for_function("() => document.querySelector('body > div:last-child[data-tegnet]')")
    _connection(stage, "CONNECTING")
    _connection(stage, "CONNECTED")
    _runs(stage, "running")
    _runs(stage, "notRunning")
    stage.page.wait_for_timeout(1000)
    assert _sent(stage) == []
