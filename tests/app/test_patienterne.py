"""The scenario whose patients follow: the switch, what it says, what the browser gets, and every picture and box."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.optimering import optimer
from analytics.scenarie import Scenarie, forslag, udregn
from analytics.scenarie.kode import afkod, kod
from dansk import tal
from pages.fysioterapi import parametre
from pages.fysioterapi.scenarie import raaderum as rummet
from pages.view.parameters import SCENARIE
from tests.app import insides
from tests.app.conftest import Run
from tests.app.test_scenario import _found as found
from tests.genregning import finding

PAGE = "pages/fysioterapi/scenarie/side.py"
SWITCH = "Patienterne følger med"


@pytest.fixture(scope="module")
def follows(grundlag: Grundlag) -> Scenarie:
    return replace(forslag(grundlag), foelger=True)


def _sent(app, key: str = "instrument"):
    (message,) = insides.messages(app, key)
    return json.loads(message)


def _said(app) -> str:
    return " ".join(str(each.value) for each in (*app.markdown, *app.caption))


def test_the_switch_turns_all_figures_and_the_link_and_can_be_undone(run: Run, follows: Scenarie, grundlag) -> None:
    app = run(PAGE, {})
    assert app.header[0].value == finding(replace(follows, foelger=False))
    assert app.toggle[0].label == SWITCH
    assert not app.toggle[0].value
    assert "boede" not in _said(app)
    app.toggle[0].set_value(True).run()
    assert not app.exception
    assert app.header[0].value == finding(follows)
    assert "Patienterne følger med i speciale 51, som i 2023 (bilag 4)" in _said(app)
    assert "Speciale 62 tæller, hvor det ligger" in _said(app)
    told = udregn(follows, grundlag)
    first, second = _sent(app)["specialer"]
    assert first["sagt"]["vaerst"] == tal.number(told.noegletal[51].vaerst)
    assert first["sagt"]["pr"] == [tal.number(per) for per in told.regning.pr[0]]
    assert (first["note"], second["note"]) == ("", "følger ikke")
    app.button(key="fortryd").click().run()
    assert not app.toggle[0].value
    assert app.header[0].value == finding(replace(follows, foelger=False))


def test_a_link_has_the_switch_and_an_old_one_opens_without_it(run: Run, follows: Scenarie) -> None:
    opened = run(PAGE, {SCENARIE.name: kod([follows])})
    assert opened.toggle[0].value
    assert opened.header[0].value == finding(follows)
    old = run(PAGE, {SCENARIE.name: "1.s3ghQSW9tthjNl8IJutjfEaUSy"})
    assert not old.toggle[0].value
    by_name = run(PAGE, {parametre.FOELGER.name: "foelger"})
    assert by_name.header[0].value == finding(follows)
    assert afkod(kod([follows]))[0] == [follows]


@pytest.mark.parametrize("figur", ["foer-efter", "vindere", "udvikling", "noegletal", "lorenz", "kort"])
@pytest.mark.parametrize("speciale", RAEKKER)
def test_every_picture_stands(run: Run, follows: Scenarie, figur: str, speciale: int) -> None:
    app = run(PAGE, {SCENARIE.name: kod([follows]), "figur": figur, "speciale": str(speciale)})
    assert not app.exception
    assert app.header[0].value == finding(follows, speciale)
    if figur == "foer-efter":
        assert ("Papirets egne tal er ikke fulgt til patienterne" in _said(app)) == (speciale == 51)


def test_side_by_side_it_is_said_who_follows_and_that_the_two_are_counted_in_two_ways(run: Run, follows) -> None:
    app = run(PAGE, {SCENARIE.name: kod([follows, replace(follows, foelger=False)])})
    app.session_state["sammenlign"] = True
    app.run()
    assert not app.exception
    assert "en del af forskellen er måden at regne på" in _said(app)
    table = json.dumps(_sent(app, "side-om-side"), ensure_ascii=False)
    assert "følger med" in table
    assert "bliver" in table


def test_min_kommune_says_what_it_means(run: Run, follows: Scenarie) -> None:
    query = {SCENARIE.name: kod([follows]), "kommune": "gribskov", "afsnit": "forslag"}
    app = run("pages/kommune/min_kommune.py", query)
    assert not app.exception
    assert "Patienterne følger med i speciale 51" in _said(app)


def test_the_best_possible_is_where_the_patients_follow(run: Run, follows: Scenarie, grundlag: Grundlag) -> None:
    app = run(PAGE, {SCENARIE.name: kod([follows])})
    app.button(key="saet-bedst").click().run()
    assert not app.exception
    best = optimer(grundlag, foelger=True).scenarie
    assert app.header[0].value == finding(best)
    assert app.toggle[0].value
    assert best.tillaeg != optimer(grundlag).scenarie.tillaeg


def test_what_is_forced_is_worked_out_or_said_not_to_be_settled(run: Run, follows: Scenarie, monkeypatch) -> None:
    monkeypatch.setitem(rummet.FRISTER, True, (0.5, 0.5))
    app = run(PAGE, {SCENARIE.name: kod([follows])})
    app.session_state["optimum"] = app.session_state["raaderum"] = True
    app.run()
    found(app)
    assert not app.exception
    assert "er ikke afgjort" in " ".join(each.value for each in app.warning)
    assert _sent(app, "raaderum-tabel")["raekker"]
    assert len(_sent(app, "instrument")["specialer"]) == 2
