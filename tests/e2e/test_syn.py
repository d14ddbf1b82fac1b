"""Poor sight: contrast in pictures, Windows' contrast themes, enlargement, a keyboard's focus, and what is heard."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from pages.navigation.registry import KAPACITET, KILDER, MOBILITET, PAGES, PENDLING, SCENARIE, Page
from pages.style import theme
from tests.e2e import syn
from tests.e2e.browser import Visitor
from tests.e2e.server import Server
from tests.skaerm.measure import Screen, first_screen, open_view

KINDS = {
    "buer": "fysioterapi-pendling?veje=fliser",
    "matrix": "fysioterapi-pendling?veje=matrix",
    "haeldning": "fysioterapi-pendling?veje=daekning",
    "raekkefoelge": "fysioterapi-pendling?veje=rangorden",
    "opland": "fysioterapi-pendling?veje=opland",
    "kort": "fysioterapi-kapacitet?billede=kort",
    "profil": "fysioterapi-kapacitet?omraade=valby",
    "klinikker": "fysioterapi-kapacitet?cirkler=ja",
    "resultat": "fysioterapi-scenarie?vis=resultat",
    "foer-efter": "fysioterapi-scenarie?figur=foer-efter",
    "kurver": "fysioterapi-scenarie?figur=udvikling",
    "lorenz": "fysioterapi-scenarie?figur=lorenz",
    "vindere": "fysioterapi-scenarie?figur=vindere",
    "scenarier": "fysioterapi-scenarie?figur=scenarier",
    "rygrad": "min-kommune?kommune=gladsaxe&kommuner=koebenhavn.bornholm",
    "spaend": "mobilitet-sammenlign?fane=regn&regn=pris",
    "pakke": "mobilitet-sammenlign?fane=regn&regn=pakke",
    "rang": "mobilitet-sammenlign?fane=regn&regn=rang",
    "afgoer": "mobilitet-sammenlign?fane=regn&regn=afgoer",
    "side-om-side": "mobilitet-sammenlign?fane=side",
    "priser": "vip-infrastruktur?infratavle=priser",
    "sted": "vip-infrastruktur?infratavle=kort",
    "tidslinje": "vip-klima?klimatavle=tidslinje",
    "klimakort": "vip-klima?klimatavle=kommuner",
    "maal": "vip-klima?klimatavle=maal",
    "pile": "resultatmaal?emne=beretning",
    "kommunetal": "resultatmaal?emne=kommuner",
    "rekruttering": "arbejdskraft?emne=rekruttering",
    "felter": "arbejdskraft?emne=anbefalinger",
    "betaling": "moeder?moedetavle=betaling",
}
"""Views with pictures that the pages do not open with: every kind of chart, map and tile is in these or in those."""
EVERY_VIEW = pytest.mark.parametrize(
    "address",
    [
        *(pytest.param(page.address, id=page.name) for page in PAGES),
        *(pytest.param(address, id=name) for name, address in KINDS.items()),
    ],
)
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
_LONGEST_MOVE = """() => Math.max(...[...document.querySelectorAll("body, body *")].flatMap((e) => {
  const { transitionDuration, animationDuration } = getComputedStyle(e)
  return `${transitionDuration}, ${animationDuration}`.split(", ").map((each) => 1000 * parseFloat(each))
}))"""
"""How long anything on the page takes to move, in milliseconds."""
LAPTOP = Screen(1366, 768)
TWICE, REFLOW, PHONE = Screen(683, 384), Screen(320, 640), Screen(390, 844)
"""A laptop enlarged to 200 %, what WCAG asks of a column (1280 enlarged to 400 %), and a phone."""


@pytest.mark.grundig(1)
@pytest.mark.parametrize("mode", ["light", "dark"])
@EVERY_VIEW
def test_what_a_picture_says_and_a_charts_marks_stand_out_from_what_is_behind_them(
    address: str, mode: theme.Mode, visitor: Visitor
) -> None:
    visitor.page.emulate_media(color_scheme=mode)
    window = open_view(visitor, address, LAPTOP)
    assert syn.weak_texts(window) == []
    assert syn.ask(window, "marks") == []


@pytest.mark.grundig(1)
@pytest.mark.parametrize("mode", ["light", "dark"])
@EVERY_VIEW
def test_nothing_vanishes_in_windows_contrast_themes(address: str, mode: theme.Mode, visitor: Visitor) -> None:
    visitor.page.emulate_media(color_scheme=mode)
    window = open_view(visitor, address, LAPTOP)
    syn.ask(window, "grounds")
    visitor.page.emulate_media(color_scheme=mode, forced_colors="active")
    assert window.evaluate("() => matchMedia('(forced-colors: active)').matches")
    assert syn.ask(window, "lost") == []
    assert syn.ask(window, "alike") == []


@pytest.mark.grundig(1)
@pytest.mark.parametrize("screen", [TWICE, REFLOW, PHONE], ids=lambda screen: str(screen.bredde))
@EVERY_VIEW
def test_nothing_is_lost_when_the_page_is_enlarged(address: str, screen: Screen, visitor: Visitor) -> None:
    window = open_view(visitor, address, screen)
    found = first_screen(window)
    # A table of figures may be scrolled to the side, as a map may: WCAG 1.4.10 leaves them out.
    assert [cut for cut in found.skaaret if cut.slags != "rulles"] == []
    assert syn.ask(window, "overlapping") == []
    assert window.evaluate("() => document.documentElement.scrollWidth - innerWidth") == 0


@pytest.mark.grundig(0)
@pytest.mark.parametrize("mode", ["light", "dark"])
@EVERY_PAGE
def test_focus_is_seen_wherever_the_keyboard_goes_and_nothing_moves_for_those_who_ask(
    page: Page, mode: theme.Mode, visitor: Visitor
) -> None:
    visitor.page.emulate_media(color_scheme=mode, reduced_motion="reduce")
    window = open_view(visitor, page.address, LAPTOP)
    assert window.evaluate(_LONGEST_MOVE) <= 1
    assert window.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count() == 0
    assert list(syn.unseen_stops(window, 45)) == []


def test_the_first_stop_leads_past_the_menu(visitor: Visitor) -> None:
    window = visitor.open(KILDER.address)
    window.keyboard.press("Tab")
    skip = window.get_by_role("link", name="Gå til indholdet").or_(
        window.get_by_role("button", name="Gå til indholdet")
    )
    expect(skip).to_be_focused()
    expect(skip).to_be_visible()
    window.keyboard.press("Enter")
    assert window.evaluate("() => Boolean(document.activeElement.closest('[data-testid=\"stMain\"]'))")


HEARD = ".kkr-oplaesning"


@pytest.mark.grundig(1)
@pytest.mark.parametrize(
    ("address", "control", "chosen"),
    [
        (KAPACITET.address, "Mål", "Patienter pr. kapacitet"),
        (PENDLING.address, "Dækning", None),
        (MOBILITET.address, "Regn selv", None),
    ],
    ids=["kapacitet", "pendling", "mobilitet"],
)
def test_a_new_finding_is_heard_once(address: str, control: str, chosen: str | None, visitor: Visitor) -> None:
    window = visitor.open(address)
    heard = window.locator(HEARD)
    expect(heard).to_have_attribute("role", "status")
    expect(heard).to_be_empty()
    _count_what_is_heard(window)
    before = visitor.headline()
    if chosen is None:
        window.get_by_role("radio", name=control, exact=True).click()
    else:
        window.get_by_role("combobox", name=re.compile(f"^{control}")).click()
        expect(window.locator("[data-live-announcer]")).to_contain_text("muligheder tilgængelige")
        window.get_by_role("option", name=chosen).click()
    expect(window.locator('[data-testid="stHeading"] h2').first).not_to_have_text(before)
    expect(heard).to_have_text(visitor.headline())
    visitor.settle()
    expect(heard).to_have_text(visitor.headline())
    assert window.evaluate("() => window.hoert") == [visitor.headline()]


def _count_what_is_heard(window: Window) -> None:
    window.evaluate(
        """(place) => {
          const voice = document.querySelector(place)
          window.hoert = []
          new MutationObserver(() => window.hoert.push(voice.textContent)).observe(voice, { childList: true })
        }""",
        HEARD,
    )


def test_the_scenario_says_its_finding_itself_and_another_page_says_its_name(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server)
    window = visitor.open(SCENARIE.address)
    before = visitor.headline()
    window.get_by_role("slider", name="Amager, speciale 51", exact=True).press("PageUp")
    expect(window.locator('[data-testid="stHeading"] h2').first).not_to_have_text(before)
    expect(window.locator(".sagt")).to_have_text(re.compile(re.escape(visitor.headline())))
    visitor.settle()
    expect(window.locator(HEARD)).to_be_empty()
    window.get_by_test_id("stTopNav").get_by_text("Om tallene").click()
    window.get_by_role("menuitem", name=KILDER.title, exact=True).click()
    expect(window).to_have_title(KILDER.tab)
    expect(window.locator(HEARD)).to_have_text(re.compile(f"^{KILDER.title}. ."))
