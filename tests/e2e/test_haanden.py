"""A hand on the scenario's sliders draws what follows it, and the rest of the page where that shows it too."""

from __future__ import annotations

import re

from playwright.sync_api import WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, Udregning, forslag, udregn
from analytics.scenarie.kode import kod
from dansk.tal import number
from tests.e2e.browser import Visitor
from tests.genregning import finding

PAGE = "fysioterapi-scenarie"
VALBY = ("valby", 51)


def test_what_follows_the_hand_is_drawn_and_the_rest_where_it_shows_the_scenario(
    visitor: Visitor, grundlag: Grundlag
) -> None:
    received: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda message: received.append(message) if isinstance(message, bytes) else None)

    visitor.page.on("websocket", listen)
    window = visitor.open(PAGE)
    slider = window.get_by_role("slider", name="Valby, speciale 51", exact=True)
    undo = window.get_by_role("button", name="Fortryd")
    expect(undo).to_be_disabled()
    slider.focus()

    def press(amount: float) -> Udregning:
        received.clear()
        slider.press("ArrowRight")
        scenarie = Scenarie(tillaeg={**forslag(grundlag).tillaeg, VALBY: amount})
        expect(window.get_by_role("heading", level=2).first).to_have_text(finding(scenarie, RAEKKER[0]))
        onward = window.get_by_role("link", name="Se det for én kommune")
        expect(onward).to_have_attribute("href", re.compile(re.escape(kod([scenarie]))))
        visitor.settle()
        expect(window).to_have_url(re.compile(f"k51-valby={amount}(&|$)"))
        return udregn(scenarie, grundlag)

    press(3.7)  # from now on there is something to undo, and something else to compare with
    expect(undo).to_be_enabled()
    expect(window.get_by_role("radio", name="Mod forslaget")).to_be_checked()
    press(3.8)
    assert _buttons(received) & _STAND_STILL == set()
    whole = sum(map(len, received))
    assert whole < 20_000

    window.get_by_test_id("stExpander").locator("summary").filter(has_text="Alle tal, budget og kilder").click()
    visitor.settle()
    worst = press(3.9).noegletal[51]
    figures = window.locator(".tabel table").filter(has=window.locator("caption", has_text="Nøgletal for scenariet"))
    expect(figures.locator("tbody tr").first).to_contain_text(number(worst.vaerst))
    assert _buttons(received) >= _STAND_STILL

    undo.click()
    expect(window).to_have_url(re.compile("k51-valby=3.8(&|$)"))


_STAND_STILL = {"Forslaget", "Ingen nye", "Bedst mulige", "Fortryd"}


def _buttons(messages: list[bytes]) -> set[str]:
    """The labels of the buttons that were drawn."""
    labels = set()
    for each in messages:
        message = ForwardMsg()
        message.ParseFromString(each)
        if message.HasField("delta") and message.delta.new_element.HasField("button"):
            labels.add(message.delta.new_element.button.label)
    return labels
