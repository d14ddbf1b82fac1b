"""A component arrives, is asked for again, says so when it does not come, and leaves nothing behind."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dansk import beloeb
from pages.components import assets, mounting
from tests.components.stage import Stage, components, messages

pytestmark = pytest.mark.grundig(1)

_COUNT = """() => {
  window.counted = { timers: new Set(), observers: 0, listeners: 0 }
  const { setTimeout: set, clearTimeout: clear } = window
  window.setTimeout = (act, wait, ...rest) => {
    const id = set(() => { window.counted.timers.delete(id); act() }, wait, ...rest)
    window.counted.timers.add(id)
    return id
  }
  window.clearTimeout = (id) => { window.counted.timers.delete(id); clear(id) }
  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) {
    const Whole = window[name]
    window[name] = class extends Whole {
      observe(...on) { if (!this.on) window.counted.observers += 1; this.on = true; super.observe(...on) }
      disconnect() { if (this.on) window.counted.observers -= 1; this.on = false; super.disconnect() }
    }
  }
}"""


def _table(rows: int = 2) -> dict[str, object]:
    with messages() as sent:
        components.table(
            "t",
            (components.Column("a", "Navn"),),
            [components.Row((components.Cell(f"nr. {n}"),)) for n in range(rows)],
            alt="Tal",
        )
        return sent("tables")


def test_every_component_has_a_script_and_a_style_of_its_own() -> None:
    folder = assets.FOLDER
    own = {each.name for each in folder.iterdir() if each.is_dir() and (each / f"{each.name}.js").exists()}
    assert own == set(mounting.MOUNTED)
    assert all((folder / name / f"{name}.css").exists() for name in own)


@pytest.mark.parametrize("file", ["tables.js", "tables.css", "mounting.js"])
def test_what_fails_to_arrive_is_asked_for_again(stage: Stage, file: str) -> None:
    stage.failing[file] = 2
    stage.mount("tables", _table())
    expect(stage.page.locator("table tbody tr")).to_have_count(2)
    expect(stage.page.locator("body > div")).to_have_attribute("data-tegnet", "")
    stem = file.partition(".")[0]
    assert sum(name.startswith(stem) and name.endswith(file[-3:]) for name in stage.asked) == 3


@pytest.mark.parametrize("file", ["tables.js", "mounting.js"])
def test_what_never_arrives_is_said_in_its_place(stage: Stage, file: str) -> None:
    stage.failing[file] = 99
    stage.mount("tables", _table())
    said = stage.page.get_by_role("alert")
    expect(said).to_contain_text("Denne del af siden kunne ikke hentes.")
    expect(said.get_by_role("button", name="Prøv igen")).to_be_visible()


def test_geometry_that_fails_once_is_drawn_all_the_same(stage: Stage) -> None:
    stage.failing["geometri.json"] = 1
    stage.mount("areas", _areas())
    expect(stage.page.locator(".omraade")).to_have_count(37)


def test_geometry_that_never_arrives_is_said(stage: Stage) -> None:
    stage.failing["geometri.json"] = 99
    stage.mount("areas", _areas())
    expect(stage.page.get_by_role("alert")).to_contain_text("kunne ikke hentes")


def test_only_the_newest_message_is_drawn(stage: Stage) -> None:
    stage.failing["tables.css"] = 1
    stage.mount("tables", _table(2))
    stage.say(_table(5))
    expect(stage.page.locator("table tbody tr")).to_have_count(5)


@pytest.mark.grundig(1)
def test_a_message_whose_turn_comes_late_takes_nothing_from_the_newer_one(stage: Stage) -> None:
    """Streamlit's own fetching may let the second message go before the first, which is then ended at once."""
    stage.failing["mounting.js"] = 1
    stage.mount("tables", _table(1))
    stage.outrun(_table(5), _table(2))
    expect(stage.page.locator("table tbody tr")).to_have_count(5)
    stage.outrun(_table(3), _table(4))
    expect(stage.page.locator("table tbody tr")).to_have_count(3)


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize("name", ["tables", "selection", "slider"])
def test_nothing_is_left_when_it_goes(stage: Stage, name: str, at_once: bool) -> None:
    """Also when a message has just come, and has not been drawn."""
    stage.page.evaluate(_COUNT)
    with messages() as sent:
        components.chosen_bar("valgtlinje-x", "Valby er valgt", "Vis", "findes-ikke")
        components.sliders(
            "s",
            [components.SliderRow("Valby", [components.Slider("k51-valby", "Valby", 1.5, "#000000")])],
            [("51", "#000000")],
            rows_are="Område",
            highest=10,
            step=0.1,
            unit="kapaciteter",
            on_change=lambda values: None,
        )
        message = _table() if name == "tables" else sent(name)
    stage.mount(name, message)
    stage.say(message)
    if name == "slider":
        stage.page.get_by_role("button", name="Mere: Valby").click()
    stage.page.wait_for_timeout(300)
    if at_once:
        stage.page.evaluate("(message) => { window.say(message); window.leave() }", message)
    else:
        stage.leave()
    stage.page.wait_for_timeout(200)
    counted = stage.page.evaluate("() => [window.counted.timers.size, window.counted.observers]")
    assert counted == [0, 0]


def _areas() -> dict[str, object]:
    from geo import tiles

    with messages() as sent:
        shown = {each: components.Area(each, "1", each, "#E9C9A0", "#1B2A38") for each in tiles.tiles()}
        components.area_map("m", "fliser", shown, [("#E9C9A0", "alle")], alt="Kort", on_choose=lambda area: None)
        return sent("areas")


def test_what_goes_with_every_message_is_short() -> None:
    """Streamlit sends a component's script and frame with each message, to each component on the page."""
    for name, frame in mounting.MOUNTED.items():
        assert len(mounting.loader(name)) + len(frame) < 1350, name


def test_what_days_come_to_follows_the_hand_and_is_written_as_python_writes_it(stage: Stage) -> None:
    prices = {"Fast": (4527.0, 4527.0), "Spænd": (7000.0, 10000.0)}
    with messages() as sent:
        components.sliders(
            "s",
            [
                components.SliderRow(name, [components.Slider(name.lower(), name, 30, "#000000", price)])
                for name, price in prices.items()
            ],
            [("Antal", "#000000")],
            rows_are="Slags",
            highest=1000,
            step=1,
            unit="døgn",
            on_change=lambda values: None,
            total="I alt",
        )
        stage.mount("slider", sent("slider"))
    told = stage.page.locator(".andel")
    for days in (30, 31, 0, 137, 150, 1000):
        moved = stage.page.get_by_role("slider", name="Spænd")
        # An input event is what a hand that still holds the slider sends: nothing is set, and the amounts follow.
        moved.evaluate("(range, days) => { range.value = days; range.dispatchEvent(new Event('input')) }", days)
        counts = {"Fast": 30, "Spænd": days}
        ends = [tuple(count * prices[name][end] for name, count in counts.items()) for end in (0, 1)]
        expect(told).to_have_text(
            [
                *(beloeb.omtrent(ends[0][at], ends[1][at]) for at in range(2)),
                beloeb.omtrent(sum(ends[0]), sum(ends[1])),
            ]
        )
