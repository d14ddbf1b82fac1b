"""What is forced and what is politics, on the page: worked out when it is opened, and kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import streamlit as st

from analytics.grundlag import Grundlag
from analytics.optimering import MAAL, optimer
from analytics.optimering.alternativer import alternativer
from analytics.optimering.godeplaner import gode_planer
from analytics.optimering.raaderum import raaderum
from analytics.optimering.raaderumtekst import fund
from analytics.scenarie import Scenarie
from analytics.scenarie.kode import kod
from dansk.tal import capacities
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import raaderum as rummet
from pages.fysioterapi.scenarie import udveksling
from pages.fysioterapi.scenarie.moedebilag import Moedebilag
from tests.app.conftest import Run
from tests.app.test_scenario import PAGE, _found, _sent, _stands
from tests.genregning import proposal


@pytest.mark.grundig(1)
@pytest.mark.parametrize("maal", MAAL)
def test_the_box_shows_the_ranges_and_the_plans_near_the_best(run: Run, grundlag: Grundlag, maal: str) -> None:
    app = run(PAGE, {"bedst": maal.replace("_", "-"), "fra-bedst": "2"})
    app.session_state["optimum"] = app.session_state["raaderum"] = True
    app.run()
    _found(app)
    assert not app.exception
    good = gode_planer(grundlag, optimer(grundlag, maal=maal), 2)
    rum = raaderum(good, frist=60)
    assert f"**{fund(rum)}**" in [each.value for each in app.markdown]
    assert len(_sent(app, "raaderum-tabel")["raekker"]) == len(rum.omraader)
    told = str(_sent(app, "raaderum-tabel")["raekker"])
    assert all(
        f"'{capacities(least)}-{capacities(most)}'" in told for least, most in rum.bevist.values() if least < most
    )
    plans = alternativer(good, rum, frist=60)
    assert len(_sent(app, "raaderum-planer")["billeder"]) == len(plans)
    app.button(key="brug-plan-2").click().run()
    _stands(app, plans[1].scenarie)


def test_what_is_worked_out_is_kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    work = rummet.raaderum
    monkeypatch.setattr(rummet, "raaderum", lambda *args, **more: asked.append(1) or work(*args, **more))
    app = run(PAGE, {})
    app.session_state["optimum"] = app.session_state["raaderum"] = True
    app.run()
    _found(app)
    app.run()
    app.run()
    assert asked == [1]


def test_what_is_not_proved_in_time_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    work = rummet.raaderum
    monkeypatch.setattr(rummet, "raaderum", lambda good, **more: work(good, **{**more, "frist": 0}))
    app = run(PAGE, {})
    app.session_state["optimum"] = app.session_state["raaderum"] = True
    app.run()
    _found(app)
    assert "74 af 74 spænd er ikke afgjort." in [each.value for each in app.warning]
    assert "aldrig" not in str(_sent(app, "raaderum-tabel")["raekker"])


@pytest.mark.parametrize(("maal", "offered"), [("minimax", True), ("over-graense", False)])
def test_how_far_from_the_best_is_not_asked_where_it_changes_nothing(run: Run, maal: str, offered: bool) -> None:
    app = run(PAGE, {"bedst": maal, "fra-bedst": "3"})
    app.session_state["optimum"] = app.session_state["raaderum"] = True
    app.run()
    _found(app)
    label = parametre.AFSTAND.label
    assert (label in [slider.label for slider in app.slider]) == offered
    near = "planer højst 3 % fra den bedste" if offered else "planer lige så gode som den bedste"
    assert any(near in each.value for each in app.caption)


@pytest.fixture
def handouts(monkeypatch: pytest.MonkeyPatch) -> list[Moedebilag]:
    """The contents of the handouts that a page makes, in their order."""
    made: list[Moedebilag] = []
    monkeypatch.setattr(udveksling.moedebilag, "make_pdf", lambda content: made.append(content) or b"")
    return made


@pytest.fixture
def makers(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], bytes]]:
    """What a press on the handout's button calls, each time that the button has been drawn."""
    drawn: list[Callable[[], bytes]] = []
    monkeypatch.setattr(st, "download_button", lambda label, data, *args, **more: _kept(drawn, label, data))
    return drawn


def test_the_handout_has_the_ranges_when_they_have_been_worked_out(
    run: Run, grundlag: Grundlag, handouts: list[Moedebilag], makers: list[Callable[[], bytes]]
) -> None:
    app = run(PAGE, {"fra-bedst": "2"})
    makers[-1]()
    app.session_state["optimum"] = app.session_state["raaderum"] = True
    app.run()
    _found(app)
    makers[-1]()
    without, ranged = handouts
    assert not _spaend(without)
    proved = raaderum(gode_planer(grundlag, optimer(grundlag), 2), frist=60).bevist
    least, most = proved["valby", 51]
    (valby,) = [row for row in ranged.raekker if row.omraade == "Valby"]
    assert valby.specialer[0].spaend == "-".join(dict.fromkeys((capacities(least), capacities(most))))
    assert "I parentes: mindst og mest i planer højst 2 % fra den bedste (de ringest dækkede)." in ranged.tabelnote


def test_ranges_proved_for_what_was_held_do_not_follow_a_hand_that_moves_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, handouts: list[Moedebilag], makers: list[Callable[[], bytes]]
) -> None:
    app = run(PAGE, {"fasthold": "valby", "scenarie": kod([Scenarie(tillaeg=proposal() | {("valby", 51): 3.0})])})
    app.session_state["optimum"] = app.session_state["raaderum"] = True
    app.run()
    _found(app)
    app.session_state["optimum"] = app.session_state["raaderum"] = False
    app.run()
    pressed = makers[-1]
    pressed()
    # A hand on a slider draws only what follows it: the button stands as it was drawn before.
    monkeypatch.setattr(udveksling, "hand_out", lambda of: st.container())
    app.button(key="saet-forslaget").click().run()
    pressed()
    app.button(key="fortryd").click().run()
    pressed()
    proved, moved, back = handouts
    assert _spaend(proved)
    assert moved.link != proved.link
    assert moved.raekker
    assert (_spaend(moved), "I parentes" in moved.tabelnote) == ([], False)
    assert (_spaend(back), back.tabelnote) == (_spaend(proved), proved.tabelnote)


def _spaend(of: Moedebilag) -> list[str]:
    """The proved ranges that a handout has, in the order of its rows."""
    return [cell.spaend for row in of.raekker for cell in row.specialer if cell.spaend]


def _kept(makers: list[Callable[[], bytes]], label: str, data: Callable[[], bytes]) -> bool:
    if label.startswith("Mødebilag"):
        makers.append(data)
    return False
