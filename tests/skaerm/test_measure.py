"""The measure, on small pages that have each fault, and on such as look like it and have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Error, Route

from pages import components
from pages.components import mounting
from pages.tavler import boards
from tests.e2e.browser import new_window
from tests.skaerm import measure
from tests.skaerm.measure import FirstScreen, first_screen

pytestmark = pytest.mark.grundig(60)
MOUNTING = (components, boards)
"""What mounts components when it is read."""
HOST = "http://127.0.0.1:9"
WIDTH, HEIGHT = 1000, 500
Shown = Callable[[str], FirstScreen]


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Iterator[Shown]:
    """Measure a page with this in its body, on a screen of 1000x500."""
    page = new_window(browser)
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    bodies: list[str] = []

    def answer(route: Route) -> None:
        html = f'<!DOCTYPE html><html lang="da"><meta charset="utf-8"><style>{_STYLE}</style><body>{bodies[-1]}</body>'
        route.fulfill(body=html, content_type="text/html")

    page.route(f"{HOST}/**", answer)

    def show(body: str) -> FirstScreen:
        bodies.append(body)
        page.goto(f"{HOST}/{len(bodies)}")
        return first_screen(page)

    yield show
    page.context.close()


_STYLE = "body { margin: 0; font: 20px/25px sans-serif } p, h2, ul, table { margin: 0 } * { box-sizing: border-box }"
SVG = '<svg viewBox="0 0 100 50" style="width: 100%; height: 100%; display: block"><text y="20">kort</text></svg>'


def component(
    name: str,
    inside: str = SVG,
    top: int = 100,
    height: int = 250,
    left: int = 0,
    width: int = WIDTH,
    drawn: str = 'data-tegnet=""',
) -> str:
    place = f"position: absolute; left: {left}px; top: {top}px; width: {width}px; height: {height}px"
    return (
        f'<div data-testid="stBidiComponentIsolated" {drawn}><template shadowrootmode="open"><style></style>'
        f'<div><div class="ikke-hentet" hidden></div><div class="{name}" style="{place}">{inside}</div></div>'
        "</template></div>"
    )


def table(rows: int, mark: str = "", *, top: int = 100, height: int = 250, left: int = 0, width: int = WIDTH) -> str:
    row = f"<tr><th>ord</th><td>{mark}</td></tr>"
    return component("tabel", f"<table><tbody>{row * rows}</tbody></table>", top, height, left, width)


CHART = '<div data-testid="stPlotlyChart" style="height: 200px">{}</div>'
BAR = '<span class="fyld"></span>'


# Where the picture is.


def test_the_first_picture_is_measured(shown: Shown) -> None:
    found = shown(component("kort", top=100, height=250) + component("skala", top=700, height=100))
    assert [(of.slags, of.begynder, of.slutter, of.fylder) for of in found.billeder] == [
        ("områder", 100, 350, 50.0),
        ("skala", 700, 800, 0.0),
    ]
    assert found.billede == found.billeder[0]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (component("kort"), "områder"),
        (component("skala", "<p>1 2 3</p>"), "skala"),
        (component("tavle", "<p>Kort</p>"), "tavle"),
        (CHART.format('<svg style="width: 300px; height: 200px"></svg>'), "diagram"),
        (CHART.format('<div><canvas width="300" height="200"></canvas></div>'), "diagram"),
        (CHART.replace("Plotly", "VegaLite").format('<canvas width="300" height="200"></canvas>'), "diagram"),
        (CHART.replace("stPlotly", "stDeckGlJson").format('<canvas width="300" height="200"></canvas>'), "landkort"),
        (table(10, BAR), "tabel med mærker"),
        (table(10, '<span class="vurdering"></span>'), "tabel med mærker"),
        (table(10, '<span class="varmefelt"></span>'), "tabel med mærker"),
    ],
)
def test_what_is_a_picture(shown: Shown, body: str, kind: str) -> None:
    picture = shown(body).billede
    assert picture is not None
    assert picture.slags == kind


@pytest.mark.parametrize(
    "body",
    [
        component("kort", drawn=""),
        component("kort", drawn='data-tegnet="nej"'),
        component("kort", '<div class="billeder"></div>'),
        component("kort", height=30),
        component("kort", drawn='data-tegnet="" hidden'),
        component("skydere", f"<p>Valby</p><p class='kort'>{SVG}</p>"),
        CHART.format(""),
        CHART.format('<svg style="width: 300px; height: 0"></svg>'),
        table(10),
        table(10, '<span class="fyld ukendt"></span>'),
        table(10, BAR, height=90),
        "<svg style='width: 300px; height: 200px'></svg><p>Ord</p>",
    ],
    ids=range(12),
)
def test_what_is_no_picture(shown: Shown, body: str) -> None:
    assert shown(body).billeder == ()


def test_a_table_is_a_picture_when_half_its_rows_have_marks(shown: Shown) -> None:
    plain, marked = "<tr><th>ord</th></tr>", f"<tr><th>ord</th><td>{BAR}</td></tr>"
    for rows, pictures in ((3 * plain + 3 * marked, 1), (4 * plain + 3 * marked, 0)):
        assert len(shown(component("tabel", f"<table><tbody>{rows}</tbody></table>")).billeder) == pictures


def test_a_table_below_the_fold_is_as_much_of_a_picture_as_one_above(shown: Shown) -> None:
    picture = shown(table(10, BAR, top=600)).billede
    assert picture is not None
    assert (picture.begynder, picture.fylder) == (600, 0.0)


def test_beside_a_table_the_map_is_the_first_picture(shown: Shown) -> None:
    found = shown(table(10, BAR, width=500) + component("kort", left=500, width=500, top=103))
    assert [of.slags for of in found.billeder] == ["områder", "tabel med mærker"]


def test_the_size_of_a_picture_is_what_is_seen_of_it(shown: Shown) -> None:
    picture = shown(component("kort", top=400, height=1000, width=500)).billede
    assert picture is not None
    assert (picture.slutter, picture.fylder) == (1400, 10.0)


def test_every_component_is_a_picture_or_is_not() -> None:
    assert len(mounting.MOUNTED) >= 8, f"{MOUNTING} mount no components."
    own = {name: html.removeprefix("<style></style>").partition(">")[0] for name, html in mounting.MOUNTED.items()}
    roots = {html.split('class="')[1].split('"')[0] if "class=" in html else name for name, html in own.items()}
    assert roots - set(measure.PARTS) == set(), (
        "Sig i tests/skaerm/measure.py, om den nye del af browseren er et billede."
    )


# Words before the fold.


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        ("<p>Et to tre</p>", 3),
        ("<h1>Kapacitet og klinikker</h1><p>Valby har 14.324 borgere.</p>", 7),
        ("<button>Del visning</button>", 2),
        ("<p>Tegn – · ▲ △ →</p>", 1),
        ("<p>Nørre<wbr>bro<b>s</b> runddel</p>", 4),
        ("<label>Mål <select><option>Ventetid nu</option></select></label>", 1),
        (component("skydere", "<p>Indre By</p>"), 2),
        (table(4), 4),
        (component("tavle", "<h3>Madspild</h3><ul><li>Kommunerne holder kampagner</li></ul>"), 3),
        ("<div style='display: contents'><p>Et to</p></div>", 2),
        ("<div style='visibility: hidden'><p>Et</p><p style='visibility: visible'>to</p></div>", 1),
        ("<details open><summary>Mere</summary><p>Et to</p></details>", 3),
    ],
    ids=range(12),
)
def test_words_that_count(shown: Shown, body: str, counted: int) -> None:
    assert shown(body).ord == counted


@pytest.mark.parametrize(
    "body",
    [
        '<header data-testid="stHeader"><p>Overblik Projekter</p></header>',
        '<section data-testid="stSidebar"><p>Overblik</p></section>',
        "<nav><a href='#'>Gå ned</a></nav>",
        '<div role="radiogroup"><button>Normal</button><button>Projektor</button></div>',
        '<div data-testid="stButtonGroup"><button>Et</button></div>',
        '<div role="listbox"><p>Valby</p></div>',
        '<div data-testid="stMultiSelectTagsContainer"><span>Valby</span></div>',
        '<div data-testid="stSelectbox"><div role="combobox">Valby</div></div>',
        "<input value='Et to tre'>",
        component("kort", "<p>Valby</p>" + SVG),
        component("tavle", "<h3><button>Grønne drivmidler</button></h3><p class='tilstand'>ikke nået</p>"),
        CHART.format('<svg style="width: 300px; height: 200px"><text y="50">2030</text></svg>'),
        component("kort", width=500) + table(6, left=500, width=500),
        "<p style='margin-top: 600px'>Et to</p>",
        "<div style='overflow: auto; height: 50px'><p style='padding-top: 100px'>Et to</p></div>",
        "<p style='display: none'>Et</p><p hidden>to</p><p style='visibility: hidden'>tre</p>",
        "<p style='opacity: 0'>Et</p>",
        "<p style='position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)'>Et</p>",
        "<p style='position: absolute; left: -9999px'>Et</p>",
        "<details><summary></summary><p>Et to</p></details>",
        '<span data-testid="stIconMaterial">arrow_forward</span>',
        "<script>var et = 1</script><style>p { color: red }</style>",
        "<svg><title>Valby</title></svg>",
    ],
    ids=range(23),
)
def test_words_that_do_not_count(shown: Shown, body: str) -> None:
    assert shown(body).ord == 0


def test_a_table_belongs_to_the_picture_that_it_stands_beside_and_to_no_other(shown: Shown) -> None:
    tile = component("kort", top=0, height=200, width=500)
    assert shown(tile + table(4, left=500, width=500, top=150, height=300)).ord == 4
    assert shown(tile + table(4, left=500, width=500, top=90, height=200)).ord == 0
    assert shown(tile + table(4, left=0, width=500, top=210)).ord == 4


def test_the_fold_goes_through_the_middle_of_a_line(shown: Shown) -> None:
    line = "<p style='position: absolute; top: {}px'>Et to</p>"
    assert shown(line.format(HEIGHT - 16)).ord == 2
    assert shown(line.format(HEIGHT - 9)).ord == 0
    many = "<p style='position: absolute; top: 450px; width: 60px'>ord ord ord ord</p>"  # a line each
    assert shown(many).ord == 2


# The headline.


def test_the_headline_is_the_first_that_is_seen_below_the_title(shown: Shown) -> None:
    found = shown("<h1>Titel</h1><h2 hidden>Skjult</h2><h2>Valby: <b>14.324</b> borgere i 2024</h2><h2>Den næste</h2>")
    assert found.overskrift == "Valby: 14.324 borgere i 2024"
    assert (found.overskrift_ord, found.overskrift_tal) == (3, 2)


def test_a_page_without_a_headline_says_so(shown: Shown) -> None:
    found = shown("<h1>Titel</h1><h3>Afsnit</h3><nav><h2>Menu</h2></nav><h2 style='margin-top: 600px'>Langt nede</h2>")
    assert (found.overskrift, found.overskrift_ord, found.overskrift_tal) == (None, None, None)


def test_a_component_can_have_the_headline(shown: Shown) -> None:
    assert shown(component("skydere", "<h2>Valby vinder mest</h2>")).overskrift == "Valby vinder mest"


# What is cut off.

LONG = "Rigsarkivets-overordentligt-lange-betegnelse"
TILE = (
    '<svg viewBox="0 0 200 100" style="width: 200px; height: 100px"><g><rect width="{}" height="60"/>'
    '<text x="2" y="20">Rudersdal</text></g></svg>'
)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (f"<p style='width: 100px; overflow: hidden; white-space: nowrap'>{LONG}</p>", "kasse"),
        (f"<p style='width: 99px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis'>{LONG}</p>", "kasse"),
        (f"<div style='width: 100px; overflow: hidden'><p style='width: 300px'><b>{LONG}</b></p></div>", "kasse"),
        (f"<button style='width: 100px; white-space: nowrap'>{LONG}</button>", "kasse"),
        (f"<p style='width: 100px'>{LONG}</p>", "kasse"),
        ("<p style='height: 50px; width: 60px; overflow: hidden'>ord ord ord ord</p>", "kasse"),
        ("<p style='display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; "
         "width: 60px'>ord ord ord ord</p>", "kasse"),
        ("<p style='height: 25px; width: 60px'>ord ord ord</p>", "kasse"),
        ("<div style='height: 30px; overflow: hidden'><p style='margin-top: 20px'>ord</p></div>", "kasse"),
        (f"<p style='margin-left: 900px; width: 500px'>{LONG}</p>", "vindue"),
        (f"<p style='margin-left: -20px; width: 500px'>{LONG}</p>", "vindue"),
        ("<p style='margin-left: 1200px; width: 100px'>ord</p>", "vindue"),
        (f"<div style='position: fixed; left: 800px; white-space: nowrap'>{LONG}</div>", "vindue"),
        (f"<div style='overflow: auto; width: 100px'><p style='width: 500px'>{LONG}</p></div>", "rulles"),
        (f"<input style='width: 100px' value='{LONG}'>", "kasse"),
        (f"<input style='width: 100px' placeholder='{LONG}'>", "kasse"),
        (TILE.format(40), "kasse"),
        ('<svg style="width: 50px; height: 50px"><text y="20">Rudersdal</text></svg>', "kasse"),
        (component("kort", TILE.format(40)), "kasse"),
    ],
    ids=range(19),
)  # fmt: skip
def test_what_is_cut_off(shown: Shown, body: str, kind: str) -> None:
    assert [cut.slags for cut in shown(body).skaaret] == [kind]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG}</p>",
        f"<p style='width: 100px; overflow-wrap: anywhere'>{LONG}</p>",
        f"<span>{LONG}</span><b style='margin-left: 3px'>{LONG}</b>",
        "<p style='width: 200px; overflow: hidden'>ord ord ord ord ord ord ord ord</p>",
        "<div style='overflow: auto; height: 50px'><p>ord</p><p>ord</p><p>ord</p></div>",
        f"<p style='position: absolute; width: 1px; height: 1px; overflow: hidden'>{LONG}</p>",
        f"<p style='position: absolute; left: -9999px'>{LONG}</p>",
        f"<p style='width: 50px; overflow: hidden; display: none'>{LONG}</p>",
        f"<div style='overflow: hidden; height: 0'><p>{LONG}</p></div>",
        f"<div style='width: 10px; overflow: hidden'><p style='position: absolute; width: 500px'>{LONG}</p></div>",
        f"<div style='width: 0; position: absolute'><p style='position: fixed'>{LONG}</p></div>",
        f"<div style='overflow: hidden; width: 300px'><div style='overflow: auto'><p>{LONG[:20]}</p></div></div>",
        f"<section data-testid='stSidebar' style='margin-left: -200px; width: 190px; overflow: auto'>{LONG}</section>",
        "<h2 style='line-height: 1'>ÅÅ jpg</h2><p style='line-height: 14px'>jpg ÅÅ</p>",
        "<p style='margin-top: 2000px'>ord</p>",
        TILE.format(190),
        '<svg style="width: 50px; height: 50px; overflow: visible"><text y="20">Rudersdal</text></svg>',
        f"<input value='{LONG}' style='width: 900px'><input type='range'><input type='checkbox'>",
        "<table><tr><td>Et ord i en celle</td><td style='white-space: nowrap'>og et tal: 14.324</td></tr></table>",
        f"<details><summary></summary><p style='width: 20px; overflow: hidden'>{LONG}</p></details>",
    ],
    ids=range(20),
)
def test_what_is_not_cut_off(shown: Shown, body: str) -> None:
    assert shown(body).skaaret == ()


def test_a_text_that_is_cut_off_is_told_once_with_its_place(shown: Shown) -> None:
    (cut,) = shown(f"<p style='margin-top: 900px; width: 100px'>{LONG} <b>{LONG}</b></p>").skaaret
    assert cut.y == 900
    assert cut.tekst == LONG


def test_what_scrolls_sideways_is_told_once_and_not_text_by_text(shown: Shown) -> None:
    cells = f"<td style='white-space: nowrap'>{LONG}</td>" * 4
    found = shown(f"<div style='overflow: auto; width: 600px'><table><tr>{cells}</tr></table></div>").skaaret
    assert [cut.slags for cut in found] == ["rulles"]


# What is English.


@pytest.mark.parametrize(
    "body",
    [
        "<button>Select all</button>",
        "<p style='margin-top: 2000px'>No results</p>",
        "<p>Choose <b>an</b> option</p>",
        "<input placeholder='Choose an option'>",
        component("kort", "<p>Loading</p>"),
        '<header data-testid="stHeader"><p>Deploy</p></header>',
        "<p>Valby: None</p>",
    ],
)
def test_english_on_the_screen(shown: Shown, body: str) -> None:
    found = shown(body)
    assert len(found.engelsk) == 1
    assert [said for said in found.oplaest if said not in found.engelsk] == []


@pytest.mark.parametrize(
    "body",
    [
        "<button aria-label='Close'>×</button>",
        "<div title='Show data'>Ord</div>",
        "<img alt='No results' src='data:,'>",
        "<p style='position: absolute; width: 1px; height: 1px; overflow: hidden'>Press Enter</p>",
    ],
)
def test_english_that_is_read_aloud(shown: Shown, body: str) -> None:
    found = shown(body)
    assert (len(found.engelsk), len(found.oplaest)) == (0, 1)


@pytest.mark.parametrize(
    "body",
    [
        "<p>To kommuner er over loftet</p><button aria-label='Luk'>×</button>",
        "<p hidden>Select all</p>",
        '<span data-testid="stIconMaterial">close</span>',
        '<span role="img" style="font-family: Material Symbols Rounded">warning</span>',
        "<p>Kolonnen <code>value</code></p>",
        "<script>const undefined_ = null</script>",
    ],
)
def test_no_english(shown: Shown, body: str) -> None:
    found = shown(body)
    assert (found.engelsk, found.oplaest) == ((), ())


# How small the letters are.


@pytest.mark.parametrize(
    ("body", "px", "text"),
    [
        ("<p>Stor</p><p style='font-size: 11px'>Lille</p>", 11, "Lille"),
        ("<p>Stor<sup style='font-size: 9px'>a</sup></p>", 9, "a"),
        ('<svg viewBox="0 0 100 100" style="width: 50px"><text y="50" font-size="20">Halv</text></svg>', 10, "Halv"),
        ('<svg viewBox="0 0 50 50" style="width: 100px"><text y="20" font-size="8">To</text></svg>', 16, "To"),
        ("<div style='transform: scale(0.5)'><p>Halv</p></div>", 10, "Halv"),
        ("<input value='Felt' style='font-size: 12px'>", 12, "Felt"),
        ("<p>Stor</p><p style='font-size: 8px'>▲ –</p>", 20, "Stor"),
        ("<p>Stor</p><p style='font-size: 8px; margin-top: 900px'>Langt nede</p>", 20, "Stor"),
        ("<p>Stor</p><p style='font-size: 8px' hidden>Skjult</p>", 20, "Stor"),
        ('<p>Stor</p><span data-testid="stIconMaterial" style="font-size: 8px">home</span>', 20, "Stor"),
    ],
    ids=range(10),
)  # fmt: skip
def test_the_smallest_letters(shown: Shown, body: str, px: float, text: str) -> None:
    smallest = shown(body).mindste
    assert smallest is not None
    assert (smallest.px, smallest.tekst) == (px, text)


def test_the_picture_has_smallest_letters_of_its_own(shown: Shown) -> None:
    found = shown(
        "<p style='font-size: 10px'>Lille</p>" + component("tavle", "<p>Et</p><p style='font-size: 15px'>to</p>")
    )
    assert found.mindste is not None
    assert found.mindste_i_billedet is not None
    assert (found.mindste.px, found.mindste_i_billedet.px) == (10, 15)
    assert shown("").mindste is None


# Waiting.


def test_what_moves_is_waited_for(shown: Shown) -> None:
    moving = """<script>
      let frames = 0
      const step = () => {
        document.body.style.paddingTop = `${10 * ++frames}px`
        if (frames < 20) requestAnimationFrame(step)
      }
      step()
    </script>"""
    picture = shown(CHART.format('<svg style="width: 300px; height: 200px"></svg>') + moving).billede
    assert picture is not None
    assert picture.begynder == 200


def test_what_never_stands_still_is_said(shown: Shown) -> None:
    turning = (
        "<p style='animation: turn 1s infinite'>Ord</p><style>@keyframes turn { to { margin-left: 90px } }</style>"
    )
    with pytest.raises(Error, match="Siden står ikke stille"):
        shown(turning)
