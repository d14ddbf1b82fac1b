"""Scenarios side by side: their names, their tile maps on one scale, and who gains and loses between two of them."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag
from analytics.scenarie.kode import kod
from pages import components
from tests.app.conftest import Run

PAGE = "pages/fysioterapi/scenarie/side.py"
OWN = Scenarie(tillaeg={("valby", 51): 3.0, ("valby", 62): 2.0})


@pytest.fixture
def maps(monkeypatch: pytest.MonkeyPatch) -> list[components.TileMap]:
    """The small tile maps that a page would show."""
    shown: list[components.TileMap] = []

    def tile_maps(_key: str, of: list[components.TileMap], *_: Any, **__: Any) -> None:
        shown[:] = of

    monkeypatch.setattr(components, "tile_maps", tile_maps)
    return shown


@pytest.fixture
def headings(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The columns' headings of each table that a page would show, by its key."""
    shown: dict[str, list[str]] = {}

    def table(key: str, columns: list[components.Column], *_: Any, **__: Any) -> None:
        shown[key] = [column.tekst for column in columns]

    monkeypatch.setattr(components, "table", table)
    return shown


def _compared(run: Run, *scenarier: Scenarie, **query: str) -> AppTest:
    app = run(PAGE, {"scenarie": kod(scenarier), **query})
    app.session_state["sammenlign"] = True
    return app.run()


def _labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith(("hent-", "fjern-", "gem"))]


def test_columns_pictures_and_buttons_are_named_by_the_rule(
    run: Run, grundlag: Grundlag, maps: list[components.TileMap], headings: dict[str, list[str]]
) -> None:
    proposal = forslag(grundlag)
    app = _compared(run, OWN, proposal, proposal.uden_nye())
    assert not app.exception
    names = ["Mit scenarie", "Forslaget", "Ingen nye"]
    assert headings["side-om-side"] == ["", *names]
    assert [each.titel for each in maps] == names
    assert _labels(app) == ["Gem som D", "Hent Forslaget", "Fjern Forslaget", "Hent Ingen nye", "Fjern Ingen nye"]


def test_a_colour_is_the_same_figure_in_every_picture(
    run: Run, grundlag: Grundlag, maps: list[components.TileMap]
) -> None:
    _compared(run, OWN, forslag(grundlag), forslag(grundlag).uden_nye())
    first, *others = ({area: (each.tekst, each.farve) for area, each in of.omraader.items()} for of in maps)
    assert len(first) == len(grundlag.omraader)
    coloured: dict[str, str | None] = {}
    for of in (first, *others):
        for text, colour in of.values():
            assert coloured.setdefault(text, colour) == colour
    assert first["valby"] != others[1]["valby"]


def test_people_name_them_and_a_name_follows_what_it_was_given_to(
    run: Run, grundlag: Grundlag, headings: dict[str, list[str]]
) -> None:
    app = _compared(run, OWN, forslag(grundlag))
    app.text_input(key="navn-A").set_value("Sydvest først").run()
    assert headings["side-om-side"] == ["", "Sydvest først", "Forslaget"]
    assert app.query_params["navne"] == "Sydvest først"
    app.button(key="gem").click().run()
    assert headings["side-om-side"] == ["", "Mit scenarie", "Forslaget", "Sydvest først"]
    app.button(key="fjern-B").click().run()
    assert headings["side-om-side"] == ["", "Mit scenarie", "Sydvest først"]
    app.button(key="hent-B").click().run()
    assert headings["side-om-side"] == ["", "Mit scenarie", "Sydvest først"]
    app.text_input(key="navn-B").set_value("").run()
    assert headings["side-om-side"] == ["", "Mit scenarie", "B"]


def test_a_name_in_a_link_is_read_as_text(run: Run, grundlag: Grundlag) -> None:
    app = _compared(run, OWN, forslag(grundlag), navne="a[x](http://y) *b*.B")
    assert not app.warning
    assert _labels(app) == ["Gem som C", "Hent B", "Fjern B"]
    said = [element.value for element in app.markdown] + [element.value for element in app.caption]
    assert not any("[x](http://y)" in each for each in said)
    assert any(r"a\[x\]" in each for each in said)


def _lines(app: AppTest) -> list[str]:
    """What is said of two of them: above what is said of the sliders."""
    return [each.value.strip("*") for each in app.markdown if "borgere får det" in each.value][:1]


def test_any_two_are_compared_and_the_link_says_which(run: Run, grundlag: Grundlag) -> None:
    proposal = forslag(grundlag)
    app = _compared(run, OWN, proposal, proposal.uden_nye(), par="cb")
    assert app.selectbox(key="par").value == "cb"
    (line,) = _lines(app)
    assert line.endswith(" får det ringere end i forslaget, ingen bedre.")
    app.selectbox(key="par").set_value("bc").run()
    assert app.query_params["par"] == "bc"
    (turned,) = _lines(app)
    assert turned == line.replace("ringere end i forslaget, ingen bedre", "bedre end uden nye, ingen ringere")


def test_two_that_are_not_there_are_the_first_two(run: Run, grundlag: Grundlag) -> None:
    app = _compared(run, OWN, forslag(grundlag), par="da")
    assert app.selectbox(key="par").value == "ab"
    assert not app.exception
    assert not app.warning
