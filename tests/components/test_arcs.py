"""Bows on the drawn map: from area to area, both ways seen, told, and chosen by a click."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from pages.components import Arc, Area
from tests.components.stage import Stage, components, messages
from tests.components.test_tiles import NAMES

AREAS = {key: Area(name, "", name, "#E9C9A0", "#1B2A38", valgt=key == "valby") for key, name in NAMES.items()}
OUT = Arc("valby", "gladsaxe", 6.04, "#0B5A8A", "Valby → Gladsaxe: 36 patienter", "gladsaxe")
INTO = Arc("gladsaxe", "valby", 3, "#B06A00", "Gladsaxe → Valby: 9 patienter")


def sent(arcs: tuple[Arc, ...], *, on_paper: bool = False) -> dict[str, object]:
    with messages() as found:
        components.area_map(
            "m",
            "kort",
            AREAS,
            [("#E9C9A0", "alle")],
            alt="Kort",
            arcs=arcs,
            on_choose=lambda _: None,
            on_paper=on_paper,
        )
        return found("areas")


def test_colours_are_sent_once_and_nothing_where_there_are_no_arcs() -> None:
    found = sent((OUT, INTO, OUT))
    assert found["streger"] == ["#0B5A8A", "#B06A00"]
    assert found["buer"] == [
        ["valby", "gladsaxe", 6.0, 0, "Valby → Gladsaxe: 36 patienter", "gladsaxe"],
        ["gladsaxe", "valby", 3, 1, "Gladsaxe → Valby: 9 patienter", ""],
        ["valby", "gladsaxe", 6.0, 0, "Valby → Gladsaxe: 36 patienter", "gladsaxe"],
    ]
    assert "buer" not in sent(())
    assert sent((OUT,), on_paper=True)["buer"] == [["valby", "gladsaxe", 6.0, 0]]


@pytest.mark.parametrize("picture", [0, 1], ids=["region", "udsnit"])
def test_both_ways_are_drawn_to_either_side_and_the_wider_is_wider(picture: int, stage: Stage) -> None:
    stage.mount("areas", sent((INTO, OUT)))
    drawing = stage.page.locator(".billeder > svg").nth(picture)
    bows = drawing.locator(".bue")
    if picture == 1 and not drawing.locator('[data-omraade="gladsaxe"]').count():
        expect(bows).to_have_count(0)
        return
    expect(bows).to_have_count(2)
    into, out = (
        bow.evaluate("(bow) => [bow.getAttribute('d'), bow.getAttribute('stroke-width')]") for bow in bows.all()
    )
    assert float(out[1]) == pytest.approx(2 * float(into[1]), rel=0.01)
    numbers = [[float(each) for each in re.findall(r"-?[\d.]+", path)] for path in (into[0], out[0])]
    (ax, ay, acx, acy, adx, ady), (bx, by, bcx, bcy, bdx, bdy) = numbers
    assert (ax + adx, ay + ady) == pytest.approx((bx, by), abs=0.2)
    assert (bx + bdx, by + bdy) == pytest.approx((ax, ay), abs=0.2)
    assert (ax + acx, ay + acy) != pytest.approx((bx + bcx, by + bcy), abs=2)


def test_a_bow_is_told_when_pointed_at_and_chooses_its_other_end(stage: Stage) -> None:
    stage.mount("areas", sent((INTO, OUT)))
    drawing = stage.page.locator(".billeder > svg").first
    drawing.locator('.bue[data-omraade="gladsaxe"]').dispatch_event("pointermove", {"bubbles": True, "composed": True})
    expect(stage.page.locator(".tip")).to_have_text("Valby → Gladsaxe: 36 patienter")
    drawing.locator('.bue[data-omraade="gladsaxe"]').dispatch_event("click")
    assert stage.page.evaluate("() => window.sent") == [["valgt", "gladsaxe"]]
    drawing.locator(".bue:not([data-omraade])").dispatch_event("click")
    assert stage.page.evaluate("() => window.sent.length") == 1
