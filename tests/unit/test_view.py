"""The view between address and session: what an address says is held, typed, and what is chosen is written back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import streamlit as st

from pages import view
from pages.view import address, links, memory, sharing
from pages.view.kinds import Choice, Many, Names, Parameter, Text, Whole

BY = Choice("by", "By", "a", lambda: {"a": "A-by", "b": "B-by"}, code="y", follows=True)
AAR = Whole("aar", "År", 2024, 2024, 2030, code="a", on={"senere": 2030})
TITEL = Text("titel", "Titel", "Uden navn", 20)
FLERE = Many("flere", "Flere", (), lambda: {1: "en", 2: "to", 3: "tre"})
KODE = Text("kode", "Kode", "", 20)
SKAERM = Choice("skaerm", "Skærm", "lille", lambda: {"lille": "Lille", "stor": "Stor"}, code="x", shared=False)
RAEKKE = Names("raekke", "Række", (), 3, 10, if_room=True)
KNOWN: Mapping[str, Parameter[Any]] = {each.name: each for each in (BY, AAR, TITEL, FLERE, KODE, SKAERM, RAEKKE)}


class Address(dict[str, str]):
    """Stands for the browser's address; `written` is how many times something was written there."""

    written = 0

    def to_dict(self) -> dict[str, str]:
        return dict(self)

    def from_dict(self, wanted: Mapping[str, str]) -> None:
        self.written += 1
        self.clear()
        self.update(wanted)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Address:
    shown = Address()
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", shown)
    return shown


def _run(page: str = "side", *, returned: bool = False, uses: tuple[Parameter[Any], ...] = (BY, AAR)) -> list[str]:
    """A run of a page that uses those parameters; what could not be read of the address."""
    remarks = address.read(address.turn_to(page, KNOWN, returned=returned))
    for parameter in uses:
        view.value(parameter)
    address.write()
    return remarks


def test_an_address_is_held_as_values_and_stays_as_it_was(browser: Address) -> None:
    browser.update({"aar": "2027", "flere": "3.1", "by": "b"})
    assert _run(uses=(BY, AAR, FLERE)) == []
    assert (view.held(AAR), view.held(FLERE), view.held(BY)) == (2027, (3, 1), "b")
    assert browser == {"aar": "2027", "flere": "3.1", "by": "b"}


def test_what_has_its_default_is_not_in_the_address_and_several_changes_are_one_step(browser: Address) -> None:
    _run()
    assert (dict(browser), browser.written) == ({}, 1)
    view.put(AAR, 2029)
    view.put(BY, "b")
    _run()
    assert (dict(browser), browser.written) == ({"by": "b", "aar": "2029"}, 2)
    _run()
    assert browser.written == 2
    view.forget([AAR])
    _run()
    assert dict(browser) == {"by": "b"}


def test_what_no_parameter_can_be_is_told_and_dropped(browser: Address) -> None:
    browser.update({"aar": "1999", "ukendt": "x", "by": "b"})
    told = _run()
    assert len(told) == 2
    assert "År kan ikke være «1999»" in told[0]
    assert "«ukendt», som ikke kendes" in told[1]
    assert dict(browser) == {"by": "b"}
    view.put(AAR, 1999)
    assert view.held(AAR) == 2024


@pytest.mark.parametrize("name", ["fbclid", "utm_source", "utm_campaign", "gclid", "msclkid", "mc_cid", "embed"])
def test_what_others_hang_on_a_link_is_passed_over_in_silence(name: str, browser: Address) -> None:
    browser.update({name: "x", "by": "b"})
    assert _run() == []
    assert dict(browser) == {"by": "b"}


def test_what_only_looks_like_it_is_told(browser: Address) -> None:
    browser.update({"utm": "x", "minfbclid": "x"})
    assert len(_run()) == 2


def test_a_page_remembers_its_own_and_what_follows_goes_along(browser: Address) -> None:
    browser.update({"aar": "2027", "by": "b"})
    _run("side")
    browser.clear()
    _run("senere")
    assert (view.held(AAR), view.held(BY)) == (2030, "b")
    assert dict(browser) == {"by": "b"}
    browser.clear()
    _run("side")
    assert view.held(AAR) == 2027
    assert dict(browser) == {"by": "b", "aar": "2027"}


def test_back_and_forward_open_what_the_address_says_and_nothing_else(browser: Address) -> None:
    _run()
    view.put(AAR, 2029)
    _run()
    browser.clear()
    browser["by"] = "b"
    _run(returned=True)
    assert (view.held(AAR), view.held(BY)) == (2024, "b")
    assert dict(browser) == {"by": "b"}


def test_in_a_run_on_the_same_page_the_session_holds_and_not_the_address(browser: Address) -> None:
    _run()
    browser["aar"] = "2026"
    _run()
    assert view.held(AAR) == 2024
    assert dict(browser) == {}


def test_a_cleared_text_is_empty_and_said_so(browser: Address) -> None:
    _run(uses=(TITEL,))
    assert view.held(TITEL) == "Uden navn"
    view.put(TITEL, "")
    _run(uses=(TITEL,))
    assert (view.held(TITEL), dict(browser)) == ("", {"titel": ""})
    assert memory.written_out() == {"titel": ""}


def test_a_shared_link_says_defaults_too_but_for_free_text_and_lists(browser: Address) -> None:
    _run(uses=(BY, AAR, TITEL, FLERE))
    assert memory.written_out() == {"by": "a", "aar": "2024"}


def test_many_parameters_are_packed_into_one(browser: Address) -> None:
    _run(uses=(BY, AAR))
    view.pack([AAR], KODE, "1.s")
    assert memory.written_out() == {"by": "a", "kode": "1.s"}
    view.pack([BY], BY, "b")
    assert memory.written_out() == {"by": "b", "kode": "1.s"}
    assert (view.held(BY), dict(browser)) == ("a", {})
    address.turn_to("side", KNOWN, returned=False)
    view.value(AAR)
    assert memory.written_out() == {"aar": "2024"}


def test_what_is_there_if_there_is_room_is_left_out_of_a_short_link(browser: Address) -> None:
    _run(uses=(BY, RAEKKE))
    assert memory.written_out() == {"by": "a"}
    view.put(RAEKKE, ("Først", "", "Så"))
    _run(uses=(BY, RAEKKE))
    assert memory.written_out() == {"by": "a", "raekke": "Først..Så"}
    assert memory.written_out(short=True) == {"by": "a"}
    assert dict(browser) == {"raekke": "Først..Så"}


def test_what_is_taken_is_used_up(browser: Address) -> None:
    browser["kode"] = "1.s"
    _run()
    assert view.is_set(KODE)
    assert view.take(KODE) == "1.s"
    assert view.take(KODE) is None
    assert not view.is_set(KODE)


def test_the_address_is_in_one_order_whatever_is_drawn_first(browser: Address) -> None:
    _run(uses=(AAR, BY))
    view.put(AAR, 2027)
    view.put(BY, "b")
    _run(uses=(AAR, BY))
    assert list(browser) == ["by", "aar"]


def test_how_large_it_is_shown_is_in_the_address_and_in_no_shared_link(browser: Address) -> None:
    browser.update({"skaerm": "stor", "by": "b"})
    _run(uses=(BY, SKAERM))
    assert browser == {"skaerm": "stor", "by": "b"}
    assert memory.written_out() == {"by": "b"}


@pytest.mark.parametrize("name", ["x", "skaerm"])
def test_a_shared_link_that_says_how_large_its_sender_saw_it_opens_as_any(browser: Address, name: str) -> None:
    browser.update({"v": links.encode({"y": "b", name: "stor"}, "92ab31cdef")})
    assert sharing.arrive("side", KNOWN, returned=False) == []
    assert (view.held(BY), view.held(SKAERM)) == ("b", "lille")
    browser.update({"v": links.encode({"y": "a"}, "92ab31cdef"), "skaerm": "stor"})
    assert sharing.arrive("en-anden", KNOWN, returned=False) == []
    assert (view.held(BY), view.held(SKAERM)) == ("a", "stor")


def test_many_are_asked_for_as_one(browser: Address) -> None:
    browser["aar"] = "2027"
    _run(uses=())
    assert view.all_held({"x": AAR, "y": BY}) == {"x": 2027, "y": "a"}
    assert view.which_are_set({"x": AAR, "y": BY}) == {"x": AAR}
    assert memory.in_use() == []
    assert view.all_values((AAR, BY)) == {AAR: 2027, BY: "a"}
    assert sorted(parameter.name for parameter in memory.in_use()) == ["aar", "by"]
    assert memory.chosen() == [(AAR, 2027)]
