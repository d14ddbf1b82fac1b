"""The page of scenarios in Chromium: every way to give and take back capacity, to keep it, and to hand it on."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, expect
from pypdf import PdfReader

from analytics.begreber import AAR, FIRST_YEAR, LAST_YEAR, RAEKKER
from analytics.grundlag import Grundlag
from analytics.optimering import optimer
from analytics.scenarie import Scenarie, forslag, udregn
from analytics.scenarie.fund import over_budgettet
from analytics.scenarie.kode import OMRAADER, kod
from analytics.scenarie.regler import Kobling
from analytics.scenarie.vaegte import Vaegte, papirets_procent
from dansk.tal import number
from data import store
from pages.fysioterapi.parametre import slider_name
from pages.view import links
from pages.view.parameters import SCENARIE
from tests.e2e.browser import SIZES, Visitor
from tests.e2e.server import Server
from tests.genregning import finding
from tests.genregning import proposal as proposed

pytestmark = pytest.mark.grundig(2)

PAGE = "fysioterapi-scenarie"
VALBY = ("valby", 51)
SLIDERS = {slider_name(area, speciale): (area, speciale) for area in OMRAADER for speciale in RAEKKER}
RANGES = ".cockpit input[type=range]"
LONGEST_HOST = 25  # characters of a name
ALL_74 = Scenarie(2027, {key: 0.1 + place % 100 / 10 for place, key in enumerate(SLIDERS.values())}, "foer_justering")

# How far the page can be scrolled sideways, and what reaches beyond it.
_BEYOND = """() => {
  const block = document.querySelector('[data-testid="stMainBlockContainer"]')
  const main = document.querySelector('[data-testid="stMain"]')
  const room = block.getBoundingClientRect().right + 1
  const wide = [...block.querySelectorAll('*')].filter((e) => e.checkVisibility()
    && !e.closest('[style*="clip"]')  // what only a screen reader meets
    && e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().right > room)
  return [main.scrollWidth - main.clientWidth, wide.map((e) => e.outerHTML.slice(0, 120)).slice(0, 3)]
}"""


@pytest.fixture(scope="module")
def proposal(grundlag: Grundlag) -> Scenarie:
    return forslag(grundlag)


@pytest.fixture(scope="module")
def four(grundlag: Grundlag) -> list[Scenarie]:
    """Four scenarios of sixteen sliders, of those whose code is longest; the patients follow in the last two."""
    keys = [(area, speciale) for area in OMRAADER[-8:] for speciale in RAEKKER]
    amounts = [dict.fromkeys(keys, 10.0 - place / 10) for place in range(4)]
    return [Scenarie(2030 - at, given, "foer_justering", foelger=at > 1) for at, given in enumerate(amounts)]


def _given(scenarie: Scenarie, **changed: float) -> Scenarie:
    """The scenario with some sliders changed, by their names in a link (`_` for `-`)."""
    amounts = {SLIDERS[name.replace("_", "-")]: amount for name, amount in changed.items()}
    return replace(scenarie, tillaeg={**scenarie.tillaeg, **amounts})


def _parameters(tillaeg: Mapping[tuple[str, int], float]) -> dict[str, str]:
    """The sliders as they stand in an address."""
    return {slider_name(*key): f"{amount:.1f}".removesuffix(".0") for key, amount in tillaeg.items()}


def _in_page(visitor: Visitor, grundlag: Grundlag) -> dict[tuple[str, int], float]:
    """What the sliders on the page give, known by what is read aloud of them."""
    read = "all => all.map(range => [range.ariaLabel, Number(range.value)])"
    keys = {f"{grundlag.navne[area]}, speciale {speciale}": (area, speciale) for area, speciale in SLIDERS.values()}
    return {keys[label]: value for label, value in visitor.page.locator(RANGES).evaluate_all(read) if value}


def _in_address(visitor: Visitor) -> dict[str, str]:
    return {name: value for name, value in visitor.query().items() if name in SLIDERS}


def _shows(visitor: Visitor, scenarie: Scenarie, grundlag: Grundlag) -> None:
    """Headline, sliders, number fields, figures, budget and address all say what the scenario does."""
    visitor.settle()
    speciale = RAEKKER[visitor.page.locator(".cockpit.viser-1").count()]
    headline = visitor.page.locator('[data-testid="stHeading"] h2').first
    chosen = visitor.query().get("mod")
    expect(headline).to_have_text(finding(scenarie, speciale, {"ingen": {}, "forslaget": proposed()}.get(chosen or "")))
    visitor.settle()
    expect(visitor.page.locator(RANGES)).not_to_have_count(0)
    # Sliders and address follow the figures by messages of their own.
    for _ in range(300):
        if (_in_page(visitor, grundlag), _in_address(visitor)) == (
            dict(scenarie.tillaeg),
            _parameters(scenarie.tillaeg),
        ):
            break
        visitor.page.wait_for_timeout(100)
    assert _in_page(visitor, grundlag) == dict(scenarie.tillaeg)
    assert _in_address(visitor) == _parameters(scenarie.tillaeg)
    for (area, speciale), amount in scenarie.tillaeg.items():
        field = visitor.page.get_by_label(f"{grundlag.navne[area]}, speciale {speciale}, tal", exact=True)
        expect(field).to_have_value(number(amount, 1))
    own = {speciale: float(limit) for speciale in RAEKKER if (limit := visitor.query().get(f"graense{speciale}"))}
    of = udregn(scenarie, grundlag, own)
    for speciale, spent in of.forbrug.items():
        figures = _figures(visitor, speciale)
        expect(figures).to_contain_text(f"{number(spent.brugt, 1)} af {number(spent.budget.til_nye, 1)}")
        expect(figures).to_contain_text(number(of.noegletal[speciale].vaerst))
        expect(figures).to_contain_text(grundlag.navne[of.noegletal[speciale].vaerst_omraade])
        expect(figures).to_contain_text(number(of.noegletal[speciale].borgere_over))


def _figures(visitor: Visitor, speciale: int) -> Locator:
    """The three figures of a speciale."""
    return visitor.page.locator(f'.speciale[data-speciale="{speciale}"]')


def _turn(visitor: Visitor, speciale: int) -> None:
    """Show the rows of a speciale, where there is room for one at a time."""
    visitor.page.locator(f'.speciale[data-speciale="{speciale}"] .fane').click()
    visitor.settle()


def _range(visitor: Visitor, area: str, speciale: int = 51) -> Locator:
    return visitor.page.get_by_role("slider", name=f"{area}, speciale {speciale}", exact=True)


def _field(visitor: Visitor, area: str, speciale: int = 51) -> Locator:
    return visitor.page.get_by_role("textbox", name=f"{area}, speciale {speciale}, tal", exact=True)


def _press(visitor: Visitor, name: str) -> None:
    visitor.page.get_by_role("button", name=name, exact=True).click()


def _table(visitor: Visitor, caption: str) -> Locator:
    return visitor.page.locator(".tabel table").filter(has=visitor.page.locator("caption", has_text=caption))


def _row(visitor: Visitor, caption: str, text: str | re.Pattern[str]) -> Locator:
    return _table(visitor, caption).locator("tr").filter(has_text=text)


def _unfold(visitor: Visitor, *titles: str) -> None:
    for title in titles:
        visitor.page.get_by_test_id("stExpander").locator("summary").filter(has_text=title).click()
        visitor.settle()


def test_without_a_link_it_opens_with_the_proposal(visitor: Visitor, proposal: Scenarie, grundlag: Grundlag) -> None:
    visitor.open(PAGE)
    _shows(visitor, proposal, grundlag)
    expect(visitor.page.get_by_text("Scenariet overholder papirets regler")).to_be_visible()
    expect(visitor.page.get_by_role("button", name="Fortryd")).to_be_disabled()


def test_arrow_keys_buttons_and_the_number_field_give_and_take(
    visitor: Visitor, proposal: Scenarie, grundlag: Grundlag
) -> None:
    visitor.open(PAGE)
    _range(visitor, "Valby").focus()
    visitor.page.keyboard.press("ArrowRight")
    _shows(visitor, _given(proposal, k51_valby=3.7), grundlag)
    expect(_range(visitor, "Valby")).to_be_focused()
    _press(visitor, "Mindre: Valby, speciale 51")
    _shows(visitor, proposal, grundlag)
    _turn(visitor, 62)
    _press(visitor, "Mere: Vesterbro, speciale 62")
    _shows(visitor, _given(proposal, k62_vesterbro=1.9), grundlag)
    field = _field(visitor, "Vesterbro", 62)
    field.fill("2,5")
    field.press("Enter")
    changed = _given(proposal, k62_vesterbro=2.5)
    _shows(visitor, changed, grundlag)
    over = over_budgettet(udregn(changed, grundlag).forbrug[62])
    expect(visitor.page.get_by_text(f"Speciale 62: {over}")).to_be_visible()
    field.fill("12")
    field.press("Enter")
    _shows(visitor, _given(proposal, k62_vesterbro=10), grundlag)
    field.fill("to")
    field.press("Enter")
    expect(field).to_have_value("10,0")
    field.fill("0")
    field.press("Enter")
    _shows(visitor, _given(proposal, k62_vesterbro=0), grundlag)


@pytest.mark.grundig(1)
@pytest.mark.parametrize("begins_with", ["forslag", "ingen"])
@pytest.mark.parametrize("size", SIZES)
def test_ten_presses_at_one_point_move_one_slider(
    size: str, begins_with: str, visit: Callable[..., Visitor], server: Server, proposal: Scenarie, grundlag: Grundlag
) -> None:
    """What stands above the sliders says more and less meanwhile, and they stand still."""
    visitor = visit(server, size)
    window = visitor.open(f"{PAGE}?udgangspunkt=ingen" if begins_with == "ingen" else PAGE)
    before = proposal if begins_with == "forslag" else Scenarie()
    more = window.get_by_role("button", name="Mere: Valby, speciale 51", exact=True)
    more.evaluate("button => button.scrollIntoView({block: 'center'})")
    box = more.bounding_box()
    assert box is not None
    found = window.locator(".st-key-scenarie-fund")
    said = {found.inner_text()}
    for _ in range(10):
        window.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        visitor.settle()
        window.wait_for_timeout(250)  # until the server's words have come, which is when things would move
        said.add(found.inner_text())
        assert more.bounding_box() == box
    after = _given(before, k51_valby=round(before.tillaeg.get(VALBY, 0.0) + 1, 1))
    _shows(visitor, after, grundlag)
    assert len(said) > 2


def test_a_key_held_down_counts_every_press(visitor: Visitor, proposal: Scenarie, grundlag: Grundlag) -> None:
    visitor.open(PAGE)
    _range(visitor, "Valby").focus()
    for _ in range(20):
        visitor.page.keyboard.press("ArrowRight", delay=15)
    _shows(visitor, _given(proposal, k51_valby=5.6), grundlag)


def test_two_sliders_moved_at_once_are_both_counted(visitor: Visitor, proposal: Scenarie, grundlag: Grundlag) -> None:
    visitor.open(PAGE)
    for area in ("Valby", "Amager", "Bornholm", "Bispebjerg"):
        _press(visitor, f"Mere: {area}, speciale 51")
    changed = _given(proposal, k51_valby=3.7, k51_amager=4.8, k51_bornholm=2.4, k51_bispebjerg=1.0)
    _shows(visitor, changed, grundlag)


def test_nothing_new_is_a_link_and_is_undone(
    visitor: Visitor, visit: Callable[..., Visitor], server: Server, proposal: Scenarie, grundlag: Grundlag
) -> None:
    visitor.open(PAGE)
    _press(visitor, "Ingen nye")
    _shows(visitor, proposal.uden_nye(), grundlag)
    assert visitor.query() == {"udgangspunkt": "ingen"}
    cold = visit(server)
    cold.open(visitor.page.url.removeprefix(server.url))
    _shows(cold, proposal.uden_nye(), grundlag)
    expect(cold.notices().filter(has_text="Linket")).to_have_count(0)
    _press(visitor, "Fortryd")
    _shows(visitor, proposal, grundlag)
    expect(visitor.page.get_by_role("button", name="Fortryd")).to_be_disabled()


def test_an_area_is_added_and_given_something(
    visitor: Visitor, visit: Callable[..., Visitor], server: Server, proposal: Scenarie, grundlag: Grundlag
) -> None:
    window = visitor.open(PAGE)
    window.get_by_role("combobox", name="Tilføj område").fill("Gent")
    window.get_by_role("option", name="Gentofte", exact=True).click()
    expect(_range(visitor, "Gentofte")).to_have_value("0")
    _turn(visitor, 62)
    _field(visitor, "Gentofte", 62).fill("1,2")
    _field(visitor, "Gentofte", 62).press("Enter")
    changed = _given(proposal, k62_gentofte=1.2)
    _shows(visitor, changed, grundlag)
    expect(window.get_by_text("Gentofte får 1,2 i speciale 62, men intet nyt i speciale 51")).to_be_visible()
    other = visit(server)
    other.open(window.url.removeprefix(server.url))
    _shows(other, changed, grundlag)


@pytest.mark.grundig(1)
@pytest.mark.parametrize(("reading", "kobling"), [("begge", "begge"), ("kun-62", "kun_62_kraever_51")])
def test_the_sliders_take_the_proved_optimum(
    visitor: Visitor, proposal: Scenarie, grundlag: Grundlag, reading: str, kobling: Kobling
) -> None:
    best = optimer(grundlag, kobling=kobling)
    assert best.scenarie is not None
    assert best.bevist_optimal
    worst = {speciale: number(of.vaerst) for speciale, of in udregn(best.scenarie, grundlag).noegletal.items()}
    visitor.open(f"{PAGE}?kobling={reading}")
    _unfold(visitor, "Hvad er det bedst mulige?")
    _press(visitor, "Vis på skyderne: de ringest dækkede")
    _shows(visitor, best.scenarie, grundlag)
    _unfold(visitor, "Alle tal, budget og kilder")
    for speciale in RAEKKER:
        expect(_row(visitor, "Nøgletal for scenariet", f"{speciale}: ringest dækket")).to_contain_text(worst[speciale])
    _press(visitor, "Fortryd")
    _shows(visitor, proposal, grundlag)


def test_scenarios_are_kept_side_by_side_and_fetched(visitor: Visitor, proposal: Scenarie, grundlag: Grundlag) -> None:
    visitor.open(PAGE)
    _unfold(visitor, "Sammenlign scenarier")
    _press(visitor, "Gem som B")
    _press(visitor, "Ingen nye")
    _shows(visitor, proposal.uden_nye(), grundlag)
    compared = _table(visitor, "Scenarierne side om side")
    expect(compared.locator("thead th")).to_have_text(["", "Ingen nye", "Forslaget"])
    valby = compared.locator("tr").filter(has_text="Valby, 51")
    expect(valby.locator("td")).to_have_text(["0,0", number(proposal.tillaeg[VALBY], 1)])
    _press(visitor, "Hent Forslaget")
    _shows(visitor, proposal, grundlag)
    _press(visitor, "Fjern Forslaget (B)")
    expect(compared).to_have_count(0)


def test_a_shared_link_says_what_the_scenario_is_compared_with(
    visitor: Visitor, visit: Callable[..., Visitor], server: Server, proposal: Scenarie
) -> None:
    """By the rule where nobody chose; whoever gets the link keeps it, also after a step of their own."""
    visitor.open(PAGE)
    assert _compared_with(visitor.shared_link()) == "ingen"
    visitor.open(f"{PAGE}?scenarie={kod([_given(proposal, k51_valby=3.0)])}")
    assert "mod" not in visitor.query()
    link = urlsplit(visitor.shared_link())
    assert _compared_with(link.geturl()) == "forslaget"
    other = visit(server)
    other.open(f"{link.path}?{link.query}")
    expect(other.page.get_by_text("end i forslaget, ")).to_be_visible()
    _press(other, "Ingen nye")
    expect(other.page.get_by_text("borgere får det ringere end i forslaget, ingen bedre.")).to_be_visible()


def _compared_with(link: str) -> str:
    return _values(link)["w"]


def _values(link: str) -> Mapping[str, str]:
    (packed,) = parse_qs(urlsplit(link).query)["v"]
    return links.decode(packed).values


def test_names_are_in_a_shared_link_that_has_room_for_them(
    visitor: Visitor, proposal: Scenarie, four: list[Scenarie]
) -> None:
    named = "navne=Sydvest først.Nord"
    visitor.open(f"{PAGE}?scenarie={kod([_given(proposal, k51_valby=3.0), proposal])}&{named}")
    link = visitor.shared_link()
    assert (_values(link)["h"], len(link) <= 300) == ("Sydvest først.Nord", True)
    visitor.open(f"{PAGE}?scenarie={kod(four)}&{named}")
    link = visitor.shared_link()
    assert ("h" in _values(link), len(link) <= 300) == (False, True)
    assert visitor.query()["navne"] == "Sydvest først.Nord"


def test_a_broken_rule_is_mended_with_the_keyboard(visitor: Visitor, proposal: Scenarie, grundlag: Grundlag) -> None:
    visitor.open(f"{PAGE}?scenarie={kod([_given(proposal, k62_valby=0.0)])}")
    mend = visitor.page.get_by_role("button", name="Giv også Valby 0,1 i speciale 62")
    mend.focus()
    visitor.page.keyboard.press("Enter")
    _shows(visitor, _given(proposal, k62_valby=0.1), grundlag)
    expect(mend).to_have_count(0)


def test_four_scenarios_in_one_short_link_open_on_a_phone_and_a_server_just_started(
    visitor: Visitor, visit: Callable[..., Visitor], cold_server: Server, grundlag: Grundlag, four: list[Scenarie]
) -> None:
    visitor.open(f"{PAGE}?scenarie={kod(four)}")
    _shows(visitor, four[0], grundlag)
    link = urlsplit(visitor.shared_link())
    path = f"{link.path}?{link.query}"
    assert len("https://") + LONGEST_HOST + len(path) <= 300
    phone = visit(cold_server, "telefon")
    phone.open(path)
    _shows(phone, four[0], grundlag)
    expect(phone.notices().filter(has_text="Linket")).to_have_count(0)
    _unfold(phone, "Sammenlign scenarier")
    compared = _table(phone, "Scenarierne side om side")
    expect(_row(phone, "Scenarierne side om side", re.compile("^År")).locator("td")).to_have_text(
        [str(each.aar) for each in four]
    )
    area, speciale = next(iter(four[0].tillaeg))
    given = compared.locator("tr").filter(has_text=f"{grundlag.navne[area]}, {speciale}")
    expect(given.locator("td")).to_have_text([number(each.tillaeg[area, speciale], 1) for each in four])
    assert "Traceback" not in cold_server.log


@pytest.mark.grundig(1)
@pytest.mark.parametrize("way", ["v", "scenarie", "sliders"])
def test_a_link_with_every_slider_opens(visitor: Visitor, grundlag: Grundlag, way: str) -> None:
    code = kod([ALL_74])
    query = {
        "v": {"v": links.encode({str(SCENARIE.code): code}, store.current_version())},
        "scenarie": {"scenarie": code},
        "sliders": {**_parameters(ALL_74.tillaeg), "aar": str(ALL_74.aar), "grund": "foer-justering"},
    }[way]
    visitor.open(f"{PAGE}?{urlencode(query)}")
    _shows(visitor, ALL_74, grundlag)
    expect(visitor.page.locator(RANGES)).to_have_count(74)
    expect(visitor.notices().filter(has_text="Linket")).to_have_count(0)


def test_a_page_left_and_returned_to_has_lost_nothing(visitor: Visitor, proposal: Scenarie, grundlag: Grundlag) -> None:
    window = visitor.open(f"{PAGE}?kobling=kun-62&figur=udvikling")
    _unfold(visitor, "Sammenlign scenarier")
    _press(visitor, "Gem som B")
    expect(_table(visitor, "Scenarierne side om side")).to_be_visible()
    _press(visitor, "Mere: Valby, speciale 51")
    _turn(visitor, 62)
    _press(visitor, "Mere: Amager, speciale 62")
    changed = _given(proposal, k51_valby=3.7, k62_amager=4.4)
    _shows(visitor, changed, grundlag)
    before = visitor.query()
    menu = window.get_by_test_id("stTopNav")
    menu.get_by_role("link", name="Overblik").click()
    expect(window.locator("h1")).to_have_text("Overblik")
    visitor.settle()
    assert not _in_address(visitor)
    menu.get_by_text("Fysioterapi", exact=True).click()
    window.get_by_role("link", name="Scenarie for nye ydernumre").click()
    expect(window.locator("h1")).to_have_text("Scenarie for nye ydernumre")
    _shows(visitor, changed, grundlag)
    assert visitor.query() == before
    _unfold(visitor, "Sammenlign scenarier")
    expect(visitor.page.get_by_role("button", name="Hent Forslaget", exact=True)).to_be_visible()
    _press(visitor, "Fortryd")
    _shows(visitor, _given(proposal, k51_valby=3.7), grundlag)


@pytest.mark.grundig(1)
@pytest.mark.parametrize(("query", "said"), [("k51-valby=11", "11"), ("gemt=xxx&vaegte=yyy", "yyy")])
def test_what_no_link_can_hold_is_said_once(
    visitor: Visitor, proposal: Scenarie, grundlag: Grundlag, query: str, said: str
) -> None:
    visitor.open(f"{PAGE}?{query}")
    _shows(visitor, proposal, grundlag)
    expect(visitor.notices()).to_have_count(1)
    expect(visitor.notices()).to_contain_text(said)


def test_a_table_is_read_from_a_file_and_its_faults_are_listed(
    visitor: Visitor, proposal: Scenarie, grundlag: Grundlag
) -> None:
    window = visitor.open(PAGE)
    _unfold(visitor, "Indlæs et scenarie")
    faulty = "omraade;speciale_51;speciale_62\nValby;3,65;1\nValbi;1;1\nAmager;12;nul\n"
    window.get_by_label("… eller indsæt tabellen her").fill(faulty)
    _press(visitor, "Indlæs")
    rows = _table(visitor, "Fejl: Tabellen").locator("tbody tr")
    expect(rows).to_have_count(4)
    for place, words in enumerate((("2", "speciale_51"), ("3", "omraade"), ("4", "speciale_51"), ("4", "speciale_62"))):
        cells = rows.nth(place).locator("th, td")
        assert (cells.nth(0).inner_text(), cells.nth(1).inner_text()) == words
        assert re.search(r"\w{3}", cells.nth(2).inner_text())
    _shows(visitor, proposal, grundlag)
    content = "omraade;speciale_51;speciale_62\nValby;3,5;1\nGentofte;0;0,1\n".encode("cp1252")
    window.get_by_label("Vælg en CSV-fil").set_input_files({"name": "s.csv", "mimeType": "text/csv", "buffer": content})
    read = Scenarie(tillaeg={VALBY: 3.5, ("valby", 62): 1.0, ("gentofte", 62): 0.1})
    _shows(visitor, read, grundlag)
    expect(rows).to_have_count(0)


def test_weights_are_ones_own_and_go_off_again(
    visitor: Visitor, visit: Callable[..., Visitor], server: Server, proposal: Scenarie, grundlag: Grundlag
) -> None:
    window = visitor.open(PAGE)
    _unfold(visitor, "Vægte: dine antagelser")
    window.get_by_role("combobox", name="Kommuner i gruppe 4").click()
    window.keyboard.type("Køb")
    window.get_by_role("option", name="København", exact=True).click()
    window.keyboard.press("Escape")
    _press(visitor, "Brug vægtene")
    weighted = replace(proposal, vaegte=Vaegte({"koebenhavn": 4}, papirets_procent(grundlag)))
    _shows(visitor, weighted, grundlag)
    expect(window.get_by_text("vægtede borgere: dine antagelser")).to_be_visible()
    other = visit(server)
    other.open(visitor.shared_link().removeprefix(server.url))
    _shows(other, weighted, grundlag)
    window.keyboard.press("Escape")
    _press(visitor, "Slå vægte fra")
    _shows(visitor, proposal, grundlag)


def test_the_handout_is_one_page_that_names_its_areas(visitor: Visitor, proposal: Scenarie, grundlag: Grundlag) -> None:
    window = visitor.open(PAGE)
    with window.expect_download() as waiting:
        window.get_by_role("button", name="Mødebilag").click()
    assert waiting.value.suggested_filename == "kkr-scenarie.pdf"
    (page,) = PdfReader(io.BytesIO(waiting.value.path().read_bytes())).pages
    text = " ".join(page.extract_text().replace("\u200b", "").split())
    for area, _ in proposal.tillaeg:
        assert grundlag.navne[area] in text
    for of in udregn(proposal, grundlag).noegletal.values():
        assert number(of.vaerst) in text


def test_every_picture_is_drawn_in_one_place_and_an_area_is_followed_through_them(
    visitor: Visitor, grundlag: Grundlag
) -> None:
    window = visitor.open(PAGE)
    row = _range(visitor, "Bornholm")
    before = row.bounding_box()
    expect(window.locator(".cockpit [data-omraade]")).to_have_count(len(grundlag.omraader))
    window.get_by_role("button", name="Vis resultat").click()
    expect(window).to_have_url(re.compile("vis=resultat"))
    window.get_by_role("button", name="Vis ændring").click()
    expect(window).not_to_have_url(re.compile("vis="))
    window.locator('.cockpit [data-omraade="valby"]').click()
    expect(window).to_have_url(re.compile("omraade=valby"))
    for label, figure in (("Kort", "kort"), ("Hvem", "vindere"), ("Nøgletal", "noegletal")):
        window.get_by_role("radio", name=label, exact=True).click()
        expect(window).to_have_url(re.compile(f"figur={figure}"))
        visitor.settle()
        assert row.bounding_box() == before
    window.get_by_role("radio", name="Alle 37", exact=True).click()
    areas = _table(visitor, "Borgere pr. kapacitet før og efter").locator("tbody th button")
    expect(areas).to_have_text([re.compile(r"\w")] * len(grundlag.omraader))
    window.get_by_role("radio", name="År", exact=True).click()
    expect(window.get_by_text("Valby: borgere pr. kapacitet, speciale 51")).to_be_visible()
    table = _table(visitor, f"Valby: borgere pr. kapacitet {FIRST_YEAR}-{LAST_YEAR}")
    expect(table).to_be_hidden()
    _unfold(visitor, "Tallene som tabel")
    expect(table.locator("tbody tr th")).to_have_text(["Uden", "Med"])
    expect(table.locator("tbody tr").first.locator("td")).to_have_text([re.compile(r"\d")] * len(AAR))
    assert row.bounding_box() == before


def test_all_of_it_moves_under_the_hand_and_the_server_agrees(
    visitor: Visitor, proposal: Scenarie, grundlag: Grundlag
) -> None:
    window = visitor.open(PAGE)
    tile, dot = window.locator('.cockpit [data-omraade="valby"]'), window.locator('[data-raekke="valby"] .efter').first
    look = "(dot) => dot.style.left"
    headline = visitor.headline()
    before = (tile.get_attribute("aria-label"), dot.evaluate(look), _figures(visitor, 51).inner_text())
    box = _range(visitor, "Valby").bounding_box()
    assert box is not None
    window.mouse.move(box["x"] + 0.36 * box["width"], box["y"] + box["height"] / 2)
    window.mouse.down()
    window.mouse.move(box["x"] + 0.1 * box["width"], box["y"] + box["height"] / 2)
    held = (tile.get_attribute("aria-label"), dot.evaluate(look), _figures(visitor, 51).inner_text())
    assert [was != now for was, now in zip(before, held, strict=True)] == [True] * 3
    assert visitor.headline() == headline
    window.mouse.up()
    amount = float(_field(visitor, "Valby").input_value().replace(",", "."))
    _shows(visitor, _given(proposal, k51_valby=amount), grundlag)
    assert dot.evaluate(look) == held[1]
    assert _figures(visitor, 51).inner_text() == held[2]


def test_the_patients_follow_by_one_press_and_in_the_link(
    visitor: Visitor, visit: Callable[..., Visitor], server: Server, proposal: Scenarie, grundlag: Grundlag
) -> None:
    window, follows = visitor.open(PAGE), replace(proposal, foelger=True)
    window.get_by_text("Patienterne følger med", exact=True).click()
    _shows(visitor, follows, grundlag)
    assert visitor.query()["patienter"] == "foelger"
    expect(window.get_by_text("Speciale 62 tæller, hvor det ligger")).to_be_visible()
    figure = window.locator('[data-raekke="valby"] .pr').first
    worst = _figures(visitor, 51).locator("b").first.inner_text()
    before = figure.inner_text()
    box = _range(visitor, "Valby").bounding_box()
    assert box is not None
    window.mouse.move(box["x"] + 0.36 * box["width"], box["y"] + box["height"] / 2)
    window.mouse.down()
    window.mouse.move(box["x"] + 0.1 * box["width"], box["y"] + box["height"] / 2)
    amount = float(_field(visitor, "Valby").input_value().replace(",", "."))
    changed = _given(follows, k51_valby=amount)
    spent = udregn(changed, grundlag).forbrug[51]
    expect(_figures(visitor, 51)).to_contain_text(f"{number(spent.brugt, 1)} af {number(spent.budget.til_nye, 1)}")
    assert (figure.inner_text(), _figures(visitor, 51).locator("b").first.inner_text()) == (before, worst)
    window.mouse.up()
    _shows(visitor, changed, grundlag)
    assert figure.inner_text() != before
    link = urlsplit(visitor.shared_link())
    assert _values(link.geturl())["e"] == kod([changed])
    other = visit(server)
    other.open(f"{link.path}?{link.query}")
    _shows(other, changed, grundlag)
    expect(other.page.get_by_label("Patienterne følger med", exact=True)).to_be_checked()


@pytest.mark.grundig(1)
@pytest.mark.parametrize("size", ["baerbar", "skrivebord", "projektor"])
def test_the_first_screen_holds_all_that_is_needed(
    visit: Callable[..., Visitor], server: Server, size: str, proposal: Scenarie, grundlag: Grundlag
) -> None:
    visitor = visit(server, "projektor" if size == "skrivebord" else size)
    window = visitor.open(f"{PAGE}?visning=projektor" if size == "projektor" else PAGE)
    seen = [
        *(window.get_by_role("button", name=name, exact=True) for name in ("Forslaget", "Ingen nye", "Bedst mulige")),
        window.get_by_role("radio", name="Mod forslaget"),
        *(_figures(visitor, speciale) for speciale in RAEKKER),
        *(_range(visitor, grundlag.navne[area]) for area, speciale in proposal.tillaeg if speciale == 51),
        *(_range(visitor, "Vesterbro", speciale) for speciale in RAEKKER[: 2 if size == "skrivebord" else 1]),
        window.locator('.cockpit [data-omraade="gribskov"]'),
        window.locator('.cockpit [data-omraade="bornholm"]'),
        window.locator(".signatur"),
    ]
    for part in seen:
        expect(part).to_be_in_viewport(ratio=0.95)  # a tile's outline reaches beyond its picture


def test_a_mayor_asks_and_hands_the_answer_over_in_six_actions_without_scrolling(
    visit: Callable[..., Visitor], server: Server, grundlag: Grundlag
) -> None:
    """«What if Valby gets three and Vesterbro two?» from nothing, read aloud, against the proposal, by QR code."""
    visitor = visit(server, "projektor")
    window = visitor.open(f"{PAGE}?visning=projektor")
    _press(visitor, "Ingen nye")
    expect(window.get_by_role("radio", name="Mod forslaget")).to_be_checked()
    _field(visitor, "Valby").fill("3")
    _field(visitor, "Valby").press("Enter")
    _field(visitor, "Vesterbro").fill("2")
    _field(visitor, "Vesterbro").press("Enter")
    asked = Scenarie(tillaeg={("valby", 51): 3.0, ("vesterbro", 51): 2.0})
    _shows(visitor, asked, grundlag)  # against the proposal, since it is not the proposal
    most = "Mest vinder Vesterbro (−11\u00a0%), mest taber Vallensbæk (+38\u00a0%)."
    expect(window.get_by_text(most, exact=True)).to_be_visible()
    window.get_by_role("radio", name="Mod ingen nye").click()
    expect(window.locator('[data-testid="stHeading"] h2').first).to_have_text(finding(asked, 51, {}))
    visitor.shared_link()
    _press(visitor, "Vis QR-kode på hele skærmen")
    expect(window.get_by_alt_text("QR-koden på hele skærmen")).to_be_visible()
    assert window.get_by_test_id("stMain").evaluate("(main) => main.scrollTop") == 0


def test_nothing_is_cut_off_with_everything_open(visitor: Visitor, four: list[Scenarie]) -> None:
    window = visitor.open(f"{PAGE}?scenarie={kod(four)}")
    _unfold(visitor, "Alle tal", "År, grundlag", "Hvad er det bedst", "Sammenlign", "Indlæs et", "Vægte: dine")
    for width, height in SIZES.values():
        window.set_viewport_size({"width": width, "height": height})
        visitor.settle()
        assert window.evaluate(_BEYOND) == [0, []], width


def test_the_projector_shows_sliders_and_figures_large(
    visit: Callable[..., Visitor], server: Server, proposal: Scenarie, grundlag: Grundlag
) -> None:
    visitor = visit(server, "projektor")
    window = visitor.open(f"{PAGE}?visning=projektor")
    _shows(visitor, proposal, grundlag)
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    for figure in (_figures(visitor, 51).locator("b").first, _field(visitor, "Valby")):
        assert figure.evaluate(size) >= 30
    assert window.locator(".raekker .navn").first.evaluate(size) >= 22
    expect(window.get_by_test_id("stExpander").filter(has_text="Vægte")).to_have_count(0)
    _press(visitor, "Mere: Valby, speciale 51")
    _shows(visitor, _given(proposal, k51_valby=3.7), grundlag)


@pytest.mark.grundig(1)
@pytest.mark.parametrize("figur", ["foer-efter", "vindere", "noegletal", "optimum", "scenarier"])
def test_a_projector_shows_sliders_figures_and_one_theme_without_scrolling(
    visit: Callable[..., Visitor], server: Server, proposal: Scenarie, grundlag: Grundlag, figur: str
) -> None:
    visitor = visit(server, "projektor")
    kept = kod([proposal, proposal.uden_nye()])
    window = visitor.open(f"{PAGE}?visning=projektor&figur={figur}&scenarie={kept}")
    _shows(visitor, proposal, grundlag)
    seen = [
        _figures(visitor, 62),
        window.get_by_text("Scenariet overholder papirets regler"),
        _range(visitor, "Vesterbro"),
        {
            "foer-efter": _row(visitor, "Borgere pr. kapacitet før og efter", "Valby"),
            "vindere": _row(visitor, "Vinder mest", "Valby"),
            "noegletal": _row(visitor, "Nøgletal for scenariet", "51: ringest dækket"),
            "optimum": _row(visitor, "Uden nye, i forslaget og bedst", "51: ringest dækket"),
            "scenarier": _row(visitor, "Scenarierne side om side", "Brugt, 51"),
        }[figur],
    ]
    for part in seen:
        expect(part).to_be_in_viewport(ratio=0.75)  # a wide table is scrolled to its side
    expect(window.get_by_test_id("stExpander").filter(has_text="Indlæs et scenarie")).to_have_count(0)


def test_a_projector_has_room_for_all_of_four_scenarios(
    visit: Callable[..., Visitor], server: Server, four: list[Scenarie]
) -> None:
    visitor = visit(server, "projektor")
    names = urlencode({"navne": "Sydvest først.Nord.Vestegnen.Bornholm"})
    visitor.open(f"{PAGE}?visning=projektor&figur=scenarier&scenarie={kod(four)}&{names}")
    table = _table(visitor, "Scenarierne side om side")
    expect(table.locator("thead th")).to_have_text(["", "Sydvest først", "Nord", "Vestegnen", "Bornholm"])
    expect(table.locator("thead th").last).to_be_in_viewport(ratio=1)
    assert table.evaluate("(table) => table.parentElement.scrollWidth <= table.parentElement.clientWidth")


def test_on_a_phone_what_a_slider_does_stays_in_sight(
    visit: Callable[..., Visitor], server: Server, proposal: Scenarie, grundlag: Grundlag
) -> None:
    visitor = visit(server, "telefon")
    window = visitor.open(PAGE)
    for area in ("Vesterbro", "Bornholm"):
        for way in ("Mindre", "Mere"):
            box = window.get_by_role("button", name=f"{way}: {area}, speciale 51", exact=True).bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 44
    _turn(visitor, 62)
    _press(visitor, "Mere: Vesterbro, speciale 62")
    _shows(visitor, _given(proposal, k62_vesterbro=1.9), grundlag)
    _range(visitor, "Vesterbro", 62).evaluate("range => range.scrollIntoView({block: 'center'})")
    expect(window.get_by_text("0,1 for meget")).to_be_in_viewport(ratio=1)
    tiles = window.locator(".cockpit [data-omraade]")
    expect(tiles).to_have_count(len(grundlag.omraader))
    for tile in (tiles.first, window.locator('.cockpit [data-omraade="bornholm"]')):
        expect(tile).to_be_in_viewport(ratio=0.9)
    expect(_range(visitor, "Vesterbro", 62)).to_be_in_viewport(ratio=1)


def test_a_phone_has_a_short_way_to_what_is_last_and_other_screens_need_none(
    visit: Callable[..., Visitor], server: Server
) -> None:
    visitor = visit(server, "telefon")
    window = visitor.open(f"{PAGE}?k51-valby=9&k51-vesterbro=9")
    for way, there in (
        ("Det bedst mulige", window.get_by_text("Hvad er det bedst mulige?")),
        ("Sammenlign", window.get_by_role("button", name="Gem som B")),
        ("Mødebilag", window.get_by_role("button", name="Mødebilag (PDF, én side)")),
    ):
        button = window.get_by_role("navigation", name="Længere nede").get_by_role("button", name=way, exact=True)
        button.scroll_into_view_if_needed()
        expect(there).not_to_be_in_viewport(ratio=1)
        button.click()
        expect(there).to_be_in_viewport(ratio=1)
        visitor.settle()
        if way == "Det bedst mulige":  # until it stands, what is below it moves
            expect(window.get_by_role("button", name="Vis på skyderne: færrest over grænsen")).to_be_visible()
    visitor.resize("baerbar")
    expect(window.locator(".genveje button").first).to_be_hidden()


def test_everything_is_reset_and_that_is_undone(visitor: Visitor, proposal: Scenarie, grundlag: Grundlag) -> None:
    own = Scenarie(2026, {("gentofte", 51): 1.0, ("gentofte", 62): 2.0})
    window = visitor.open(f"{PAGE}?scenarie={kod([own])}&kobling=kun-62&graense51=9000&steder=5")
    _shows(visitor, own, grundlag)
    before = visitor.query()
    _unfold(visitor, "År, grundlag og grænser")
    _press(visitor, "Nulstil alt")
    _shows(visitor, proposal, grundlag)
    assert visitor.query() == _parameters(proposal.tillaeg)
    expect(_range(visitor, "Gentofte")).to_have_count(0)
    _press(visitor, "Fortryd")
    _shows(visitor, own, grundlag)
    assert visitor.query() == before
    expect(window.get_by_role("button", name="Fortryd")).to_be_disabled()


def test_a_preset_is_one_step_back_and_forward_again(visitor: Visitor, proposal: Scenarie, grundlag: Grundlag) -> None:
    window = visitor.open(PAGE)
    _shows(visitor, proposal, grundlag)
    _press(visitor, "Ingen nye")
    _shows(visitor, replace(proposal, tillaeg={}), grundlag)
    window.go_back()
    _shows(visitor, proposal, grundlag)
    window.go_forward()
    _shows(visitor, replace(proposal, tillaeg={}), grundlag)


def test_back_from_a_figure_that_is_still_in_its_field(visitor: Visitor, grundlag: Grundlag) -> None:
    window = visitor.open(f"{PAGE}?k51-valby=1")
    field = window.get_by_label("Valby, speciale 51, tal")
    field.fill("3")
    field.press("Enter")
    _shows(visitor, Scenarie(tillaeg={("valby", 51): 3.0}), grundlag)
    window.go_back()
    _shows(visitor, Scenarie(tillaeg={("valby", 51): 1.0}), grundlag)
    expect(field).to_have_value("1,0")


@pytest.mark.grundig(1)
@pytest.mark.parametrize("size", SIZES)
def test_no_line_of_what_is_said_lies_on_another_and_the_rows_stand_still(
    server: Server, visit: Callable[..., Visitor], size: str
) -> None:
    visitor = visit(server, size)
    projector = "&visning=projektor" if size == "projektor" else ""
    window = visitor.open(f"{PAGE}?k51-valby=3&k62-gentofte=2{projector}")
    lines = [
        window.locator(".st-key-scenarie-fund"),
        window.locator(".st-key-scenarie-regler"),
        window.locator(".st-key-scenarie-forvalg"),
        window.locator(".cockpit"),
    ]
    boxes = [line.bounding_box() for line in lines]
    assert all(one["y"] + one["height"] <= other["y"] + 0.5 for one, other in pairwise(boxes) if one and other)
    _press(visitor, "Forslaget")
    expect(window.get_by_text("Scenariet overholder papirets regler")).to_be_visible()
    visitor.settle()
    assert [line.bounding_box() for line in lines[:3]] == boxes[:3]
    after = lines[3].bounding_box()
    assert after and boxes[3] and after["y"] == boxes[3]["y"]
