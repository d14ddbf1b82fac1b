"""The tile map at every width: what a tile says, that it can be read, and that no text leaves its tile."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import streamlit
from playwright.sync_api import expect

from geo.register import read_register
from geo.tiles import tiles
from pages.components import Area, TileMap
from tests.components.stage import Stage, components, messages
from tests.project import ROOT

NAMES = {key: area.navn for key, area in read_register(ROOT / "data" / "kilder" / "register").areas.items()}
_FONT = next((Path(streamlit.__file__).parent / "static" / "static" / "media").glob("SourceSansVF-Upright*.woff2"))
_LOOK = """async (font) => {
  const face = new FontFace("Source Sans", `url(data:font/woff2;base64,${font})`, { weight: "200 900" })
  document.fonts.add(await face.load())
  document.body.style.cssText = "margin: 0; --st-font: 'Source Sans'; --st-text-color: #1B2A38"
}"""
_TEXTS = """() => {
  const root = document.querySelector("body > div").shadowRoot
  return [...root.querySelectorAll(".omraade")].flatMap((tile) => {
    const box = ({ left, top, right, bottom }) => [left, top, right, bottom]
    const around = tile.querySelector("rect").getBoundingClientRect(), scale = tile.getScreenCTM().a
    const seen = [...tile.querySelectorAll("text")].filter((text) => text.getClientRects().length && text.textContent)
    return seen.map((text) => ({
      id: tile.dataset.omraade, kind: text.getAttribute("class"), text: text.textContent,
      size: parseFloat(getComputedStyle(text).fontSize), scale,
      box: box(text.getBoundingClientRect()), tile: box(around),
    }))
  })
}"""
WIDTHS = (180, 240, 280, 281, 358, 540, 541, 700, 840, 1200)
NARROW, WORD = 540, 280
"""The widest pictures with short names, and with one word (areas.css)."""


def _areas(figure: str = "14.324", **more: Any) -> dict[str, Area]:
    return {key: Area(name, figure, f"{name}: {figure}", "#E9C9A0", "#1B2A38", **more) for key, name in NAMES.items()}


KINDS: Mapping[str, Mapping[str, Area]] = {
    "large figures": _areas(),
    "small figures": _areas("12,3"),
    "changes": _areas("−12,3", tegn="▼"),
    "one figure for several": _areas("1.234,5", samlet="Kbh."),
    "clinics": _areas("28,0", prikker=8),
}


def _mounted(stage: Stage, shown: Mapping[str, Area], width: int) -> list[dict[str, Any]]:
    """Draw the tiles in a box of that width, in the page's own type, and return every text that can be seen."""
    stage.page.set_viewport_size({"width": max(width, 400), "height": 1200})
    stage.page.evaluate(_LOOK, base64.b64encode(_FONT.read_bytes()).decode())
    stage.page.evaluate("(width) => { document.body.style.width = `${width}px` }", width)
    with messages() as sent:
        components.area_map("m", "fliser", shown, [("#E9C9A0", "alle")], alt="Kort", on_choose=lambda area: None)
        stage.mount("areas", sent("areas"))
    expect(stage.page.locator(".omraade")).to_have_count(len(shown))
    return _texts(stage)


def _texts(stage: Stage) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = stage.page.evaluate(_TEXTS)
    return found


def _kinds(texts: Sequence[Mapping[str, Any]]) -> set[str]:
    return {each["kind"] for each in texts}


@pytest.mark.grundig(2)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_leaves_its_tile_or_lies_on_another(stage: Stage, kind: str) -> None:
    _mounted(stage, KINDS[kind], 840)
    for width in WIDTHS:
        stage.page.set_viewport_size({"width": max(width, 400), "height": 1200})
        stage.page.evaluate("(width) => { document.body.style.width = `${width}px` }", width)
        texts = _texts(stage)
        outside = [
            (each["text"], width)
            for each in texts
            if each["box"][0] < each["tile"][0] - 0.5 or each["box"][2] > each["tile"][2] + 0.5
        ]
        assert outside == []
        # Letters stand within a part of their line: it may reach a little beyond.
        slack = 0.3 * texts[0]["size"] * texts[0]["scale"]
        for one in texts:
            assert one["tile"][1] - slack < one["box"][1], (one["text"], width)
            assert one["box"][3] < one["tile"][3] + slack, (one["text"], width)


def test_names_are_half_as_large_again_as_they_were(stage: Stage) -> None:
    was, short_was = 11.5, 19
    names = [each for each in _mounted(stage, KINDS["large figures"], 840) if "navn" in each["kind"]]
    letters = {re.sub("[ -]", "", each["text"]) for each in names}
    assert letters == {re.sub("[ -]", "", name) for name in NAMES.values()}
    assert [each["text"] for each in names if each["size"] < 1.5 * was] == []
    stage.page.evaluate("() => { document.body.style.width = '390px' }")
    short = [each for each in _texts(stage) if "navn" in each["kind"]]
    assert {each["text"] for each in short} == {tile.forkortelse for tile in tiles().values()}
    assert [each["text"] for each in short if each["size"] < 1.3 * short_was] == []


@pytest.mark.grundig(2)
@pytest.mark.parametrize("kind", KINDS)
def test_a_tile_says_what_there_is_room_for(stage: Stage, kind: str) -> None:
    dots = {"antal-prikker"} if kind == "clinics" else set()
    assert _kinds(_mounted(stage, KINDS[kind], NARROW + 1)) == {"navn fuldt", "tal"} | dots
    stage.page.evaluate("(width) => { document.body.style.width = `${width}px` }", NARROW)
    assert _kinds(_texts(stage)) == {"navn forkortet", "tal"} | dots
    stage.page.evaluate("(width) => { document.body.style.width = `${width}px` }", WORD)
    assert _kinds(_texts(stage)) == {"ord"}


@pytest.mark.grundig(2)
@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("large figures", {tile.kode for tile in tiles().values()}),
        ("small figures", {"12,3"}),
        ("changes", {"▼"}),
        ("one figure for several", {"Kbh."}),
    ],
)
def test_at_180_pixels_a_tile_says_one_word_that_can_be_read(stage: Stage, kind: str, expected: set[str]) -> None:
    texts = _mounted(stage, KINDS[kind], 180)
    assert len(texts) == len(NAMES)
    assert {each["text"] for each in texts} == expected
    assert min(each["size"] * each["scale"] for each in texts) >= 7.9


def test_each_clinic_has_a_dot_and_their_number_can_be_read(stage: Stage) -> None:
    shown = {**_areas("28,0"), "valby": Area("Valby", "28,0", "Valby", "#E9C9A0", "#1B2A38", prikker=3)}
    texts = _mounted(stage, shown, 700)
    expect(stage.page.locator(".prikker")).to_have_count(1)
    expect(stage.page.locator('[data-omraade="valby"] .prikker circle')).to_have_count(3)
    assert [(each["id"], each["text"]) for each in texts if each["kind"] == "antal-prikker"] == [("valby", "3")]


def test_what_is_sent_is_what_is_drawn_and_is_small(stage: Stage) -> None:
    shown = _areas("14.324", daempet=True) | {
        "valby": Area(
            "Valby", "+2,1", "Valby (København under ét): +2,1", "#7A2A16", "#FFFFFF", True, samlet="Kbh.", tegn="▲"
        ),
        "amager": Area("Amager", "–", "Om Amager: ikke oplyst", None),
    }
    _mounted(stage, shown, 700)
    for key, area in shown.items():
        tile = stage.page.locator(f'[data-omraade="{key}"]')
        expect(tile).to_have_attribute("aria-label", area.beskrivelse)
        expect(tile).to_have_attribute("aria-pressed", str(area.valgt).lower())
        assert "daempet" in (tile.get_attribute("class") or "") or not area.daempet
        fill = tile.locator("rect").first.get_attribute("fill") or ""
        assert fill == area.farve if area.farve else fill.startswith("url(#")
    with messages() as sent:
        told = {
            key: replace(area, beskrivelse=f"{area.navn}: 14.324 borgere, nr. 12 af 37")
            for key, area in _areas().items()
        }
        components.area_map("m", "fliser", told, [("#E9C9A0", "alle")], alt="Kort", on_choose=lambda area: None)
        assert len(json.dumps(sent("areas"), ensure_ascii=False, separators=(",", ":")).encode()) < 4_000


def _several(stage: Stage, width: int) -> None:
    stage.page.set_viewport_size({"width": max(width, 400), "height": 900})
    stage.page.evaluate(_LOOK, base64.b64encode(_FONT.read_bytes()).decode())
    stage.page.evaluate("(width) => { document.body.style.width = `${width}px` }", width)
    maps = [
        TileMap(
            year, _areas(figure, valgt=False) | {"valby": replace(_areas(figure)["valby"], valgt=True)}, f"Kort {year}"
        )
        for year, figure in (("2024", "1,0"), ("2027", "2,0"), ("2030", "3,0"), ("Om lidt", "4,0"))
    ]
    with messages() as sent:
        components.tile_maps("m", maps, [("#E9C9A0", "alle"), (None, "ikke oplyst")], on_choose=lambda area: None)
        stage.mount("areas", sent("areas"))
    expect(stage.page.locator(".omraade")).to_have_count(4 * len(NAMES))


@pytest.mark.parametrize(("width", "beside"), [(180, 1), (358, 2), (800, 4)])
def test_small_maps_stand_side_by_side_with_one_legend(stage: Stage, width: int, beside: int) -> None:
    _several(stage, width)
    expect(stage.page.locator("figcaption")).to_have_text(["2024", "2027", "2030", "Om lidt"])
    expect(stage.page.locator(".signatur li")).to_have_text(["alle", "ikke oplyst"])
    boxes = [figure.bounding_box() for figure in stage.page.locator(".flisekort").all()]
    assert sum(box is not None and box["y"] == boxes[0]["y"] for box in boxes if boxes[0]) == beside
    assert len({round(box["width"]) for box in boxes if box}) == 1
    assert {each["text"] for each in _texts(stage)} >= {"1,0", "4,0"}


def test_small_maps_are_one_picture_to_keys(stage: Stage) -> None:
    _several(stage, 800)
    page = stage.page
    expect(page.locator(".omraade.valgt")).to_have_count(4)
    expect(page.locator('.omraade[tabindex="0"]')).to_have_count(1)
    page.locator('.omraade[tabindex="0"]').focus()
    focused = """() => {
      const at = document.querySelector("body > div").shadowRoot.activeElement
      return [at.closest("figure").textContent.slice(0, 4), at.dataset.omraade]
    }"""
    assert page.evaluate(focused) == ["2024", "valby"]
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    year, area = page.evaluate(focused)
    assert year != "2024"
    page.keyboard.press("Enter")
    assert page.evaluate("() => window.sent") == [["valgt", area]]
