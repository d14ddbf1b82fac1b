"""The handout: one A4 page whatever it holds, that can be read, searched and read aloud."""

import io
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, beregn, forslag, udregn
from analytics.scenarie.tekst import overskridelse
from analytics.scenarie.vaegte import Vaegte, papirets_procent
from dansk.tal import number
from geo.tiles import tiles
from pages.fysioterapi.scenarie.moedebilag import Moedebilag, build, make_pdf
from pages.style import theme

LINK = "https://eksempel.dk/fysioterapi-scenarie?v=1.92ab31cdef.scenarie~1.sAbc123"
DAY = date(2025, 6, 13)
HOSTILE = r"""#panic("x") $x^2$ *fed* _kursiv_ `kode` <mærke> @henvis \u{1F600} \ " ' // ]] #{ } ~ = - + 100%"""


@pytest.fixture(scope="module")
def proposal(grundlag: Grundlag) -> Moedebilag:
    return build(udregn(forslag(grundlag), grundlag), "Forslaget", LINK, DAY)


@pytest.fixture(scope="module")
def everything(grundlag: Grundlag) -> Moedebilag:
    """Both specialer in all areas, weights, the longer base, hundredths that break a rule each, and a long link."""
    given = {(omraade, speciale): 9.85 for omraade in grundlag.omraader for speciale in RAEKKER}
    weights = Vaegte(dict.fromkeys(grundlag.kommuner, 4), papirets_procent(grundlag))
    scenario = Scenarie(2027, given, "foer_justering", weights)
    return build(udregn(scenario, grundlag), "Et langt navn til scenariet " * 20, LINK + "x" * 500, DAY)


def _read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def _text(content: Moedebilag) -> str:
    """The page's words, each parted by one space."""
    (page,) = _read(make_pdf(content)).pages
    return " ".join(page.extract_text().replace("\u200b", "").split())


def _elements(node: Any) -> list[DictionaryObject]:
    """Every element of the structure tree below a node."""
    node = node.get_object()
    if isinstance(node, list):
        return [element for each in node for element in _elements(each)]
    if not isinstance(node, DictionaryObject):
        return []
    below = _elements(node["/K"]) if "/K" in node else []
    return [node, *below] if "/S" in node else below


def _alternatives(content: Moedebilag) -> list[str]:
    """What is read aloud of each picture."""
    elements = _elements(_read(make_pdf(content)).trailer["/Root"]["/StructTreeRoot"])
    return [str(element["/Alt"]) for element in elements if element["/S"] == "/Figure"]


def test_it_is_one_a4_page(proposal: Moedebilag) -> None:
    (page,) = _read(make_pdf(proposal)).pages
    assert [round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)] == [210, 297]


def test_it_has_title_language_and_tags(proposal: Moedebilag) -> None:
    reader = _read(make_pdf(proposal))
    root = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Mødebilag, nye kapaciteter i fysioterapi: Forslaget"
    assert root["/Lang"].lower().startswith("da")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    names = [str(element["/S"]) for element in _elements(root["/StructTreeRoot"])]
    assert {"/H1", "/Table", "/TH", "/TD", "/Figure", "/Link"} <= set(names)


def test_maps_and_qr_code_are_read_aloud(proposal: Moedebilag) -> None:
    texts = _alternatives(proposal)
    assert len(texts) == 5
    assert all(text.startswith("Flisekort over borgere pr. kapacitet i speciale") for text in texts[:4])
    assert "Ringest dækket er Vesterbro" in texts[3]
    assert texts[4] == "QR-kode med linket til scenariet"


def test_every_font_is_embedded(proposal: Moedebilag) -> None:
    (page,) = _read(make_pdf(proposal)).pages
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    inner = [font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font for font in fonts]
    assert inner
    for font in inner:
        assert "SourceSans" in font["/BaseFont"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"])


def test_names_and_figures_can_be_searched(grundlag: Grundlag, proposal: Moedebilag) -> None:
    text = _text(proposal)
    for row in beregn(forslag(grundlag), grundlag).query("tillaeg > 0").itertuples():
        assert grundlag.navne[row.omraade_id] in text
        assert number(row.tillaeg, 1) in text
        assert number(row.borgere_pr_kapacitet_foer) in text
        assert number(row.borgere_pr_kapacitet) in text
        assert number(row.aendring_pct, 1) in text
    for compared in udregn(forslag(grundlag), grundlag).sammenligning.values():
        for figures in (compared.uden, compared.forslag, compared.nu):
            assert number(figures.vaerst) in text
            assert number(figures.borgere_over) in text
            assert number(figures.gini, 3) in text
    for words in (
        "13. juni 2025",
        "13,5 af 13,5 kapaciteter",
        "bryder ingen af papirernes regler",
        "004, linje 5567",
        "19,6 mio. kr.",
        "De øvrige 29 områder er uændrede.",
    ):
        assert words in text
    assert LINK in text.replace(" ", "")


def test_it_says_first_what_is_over_the_budget_and_who_gains_and_loses_against_the_proposal(
    grundlag: Grundlag, proposal: Moedebilag
) -> None:
    assert not proposal.mod_forslaget
    scenario = Scenarie(tillaeg={**forslag(grundlag).tillaeg, ("valby", 51): 3.0, ("vesterbro", 51): 2.0})
    content = build(udregn(scenario, grundlag), "Mødet", LINK, DAY)
    text = _text(content)
    assert content.fund.startswith(f"Over budgettet: {overskridelse(udregn(scenario, grundlag))}. I speciale 51 ")
    assert content.fund in text
    assert "Vesterbro vinder mest, −11 % (51); Valby taber mest, +8 % (51)." in text


def test_the_maps_hold_every_area_before_and_after(grundlag: Grundlag, proposal: Moedebilag) -> None:
    result = beregn(forslag(grundlag), grundlag)
    for speciale, shown in zip(RAEKKER, proposal.specialer, strict=True):
        rows = result[result["speciale"] == speciale].set_index("omraade_id")
        for kort, column in zip(shown.kort, ("borgere_pr_kapacitet_foer", "borgere_pr_kapacitet"), strict=True):
            assert {(t.kolonne, t.raekke): t.tal for t in kort.fliser} == {
                (tile.kolonne, tile.raekke): number(rows.loc[omraade, column]) for omraade, tile in tiles().items()
            }
            assert all(tile.skrift == theme.on(tile.farve) for tile in kort.fliser)
        before, after = shown.kort
        assert not any(tile.nyt for tile in before.fliser)
        assert sum(tile.nyt for tile in after.fliser) == (rows["tillaeg"] > 0).sum()
        assert [entry.farve for entry in before.forklaring] == [
            entry.farve for entry in after.forklaring if entry.farve
        ]


def test_a_row_shows_before_after_the_proposal_and_the_region_on_one_scale(grundlag: Grundlag) -> None:
    own = Scenarie(tillaeg={**forslag(grundlag).tillaeg, ("valby", 51): 3.0})
    content = build(udregn(own, grundlag), "Mødet", LINK, DAY)
    rows = beregn(own, grundlag)
    proposed = beregn(forslag(grundlag), grundlag)
    for place, speciale in enumerate(RAEKKER):
        now, then = (
            frame[frame["speciale"] == speciale].set_index("omraade_id")["borgere_pr_kapacitet"]
            for frame in (rows, proposed)
        )
        before = rows[rows["speciale"] == speciale].set_index("omraade_id")["borgere_pr_kapacitet_foer"]
        highest = max(now.max(), then.max(), before.max())
        region = udregn(own, grundlag).noegletal[speciale].region
        names = {name: omraade for omraade, name in grundlag.navne.items()}
        for row in content.raekker:
            stands, omraade = row.specialer[place].plads, names[row.omraade]
            assert stands is not None
            assert (stands.foer, stands.efter, stands.forslag, stands.region) == pytest.approx(
                [each / highest for each in (before[omraade], now[omraade], then[omraade], region)]
            )
    assert all(cell.plads is None for cell in content.region.specialer)
    assert "Ring: før. Prik: efter. Rude: forslaget. Stiplet: regionen efter." in _text(content)


def test_what_each_can_be_given_stands_beside_what_it_gets(grundlag: Grundlag, proposal: Moedebilag) -> None:
    assert "I parentes" not in _text(proposal)
    ranges = {("valby", 51): (3.1, 4.25), ("valby", 62): (2.4, 2.4), ("gentofte", 51): (0.0, 1.0)}
    of = udregn(forslag(grundlag), grundlag)
    text = _text(build(of, "Forslaget", LINK, DAY, spaend=ranges, planer="planer højst 1 % fra det bedste"))
    assert "3,6 (3,1-4,25)" in text
    assert "2,4 (2,4)" in text
    assert "I parentes: mindst og mest i planer højst 1 % fra det bedste." in text
    assert "(0,0-1,0)" not in text  # gets nothing, and has no row


def test_the_fullest_page_with_ranges_is_still_one(grundlag: Grundlag) -> None:
    given = {(omraade, speciale): 9.85 for omraade in grundlag.omraader for speciale in RAEKKER}
    ranges = dict.fromkeys(given, (10.0, 13.5))
    of = udregn(Scenarie(2027, given, "foer_justering"), grundlag)
    near = "planer højst 5 % fra det bedste (færrest over grænsen)"
    text = _text(build(of, "Alt", LINK, DAY, spaend=ranges, planer=near))
    assert text.count("(10,0-13,5)") == len(given)
    close = text.replace(" ", "")  # a long name may break
    assert all(name.replace(" ", "") in close for name in grundlag.navne.values())


def test_nothing_given_is_said(grundlag: Grundlag) -> None:
    text = _text(build(udregn(Scenarie(), grundlag), "Ingen nye", LINK, DAY))
    assert "Ingen områder får nyt" in text
    assert "fortsat ringest dækket" in text
    assert "0,0 af 13,5 kapaciteter 13,5 tilbage" in text


def test_the_fullest_page_is_still_one(grundlag: Grundlag, everything: Moedebilag) -> None:
    text = _text(everything)
    assert len(everything.raekker) == 37
    assert all(name in text for name in grundlag.navne.values())
    assert "Dine antagelser" in text
    assert "mio. kr. for meget" in text
    assert f"{len(everything.regelbrud)} regler brydes" in text
    written = text.count("▲")
    assert 0 < written < len(everything.regelbrud)
    assert f"og {len(everything.regelbrud) - written} til; scenariet bag linket viser dem alle" in text


def test_long_names_and_twenty_rules_stay_on_the_page(everything: Moedebilag) -> None:
    rows = tuple(replace(row, omraade=f"{row.omraade} med et meget langt navn") for row in everything.raekker)
    assert "og " in _text(replace(everything, raekker=rows, regelbrud=("En regel, der brydes. " * 8,) * 20))


def test_what_breaks_everyone_stands_before_what_breaks_one_area(everything: Moedebilag) -> None:
    assert everything.regelbrud[0].startswith("Speciale 51 får")


def test_the_reading_of_the_rule_is_the_chosen_one(grundlag: Grundlag) -> None:
    scenario = Scenarie(tillaeg={("valby", 51): 1.0})
    assert len(build(udregn(scenario, grundlag), "", LINK, DAY).regelbrud) == 1
    assert build(udregn(scenario, grundlag, kobling="ingen"), "", LINK, DAY).regelbrud == ()


def test_own_limits_are_used(grundlag: Grundlag) -> None:
    assert "Borgere i områder over 7.500" in _text(build(udregn(Scenarie(), grundlag, {51: 7500.0}), "", LINK, DAY))


def test_without_name_and_link_it_says_so_by_leaving_them_out(grundlag: Grundlag) -> None:
    content = build(udregn(Scenarie(), grundlag), " \n🙂", "", DAY)
    assert "Uden navn" in _text(content)
    assert make_pdf(content).count(b"/Link") == 0


def test_text_is_never_read_as_markup(proposal: Moedebilag) -> None:
    hostile = replace(proposal, titel=HOSTILE[:80], fund=HOSTILE, noter=(HOSTILE,), regelbrud=(HOSTILE,) * 3)
    text = _text(hostile)
    assert text.count(" ".join(HOSTILE.split())) >= 3


def test_every_character_that_is_let_through_can_be_written(proposal: Moedebilag) -> None:
    """PDF/UA refuses a character that the font lacks; what is not let through is left out."""
    letters = " ".join(chr(code) for code in range(0x250))
    others = "–—‘’“”„•…‰€−▲ \U0001f642 \u202e \u4e2d \ufeff \udcff å"
    text = _text(replace(proposal, fund=letters + others))
    assert "Æ Ç È" in text
    assert "€" in text
    assert not {"\U0001f642", "\u4e2d"} & set(text)


def test_a_link_too_long_for_a_qr_code_is_left_without(proposal: Moedebilag) -> None:
    assert "QR-kode" not in str(_alternatives(replace(proposal, link=LINK + "x" * 5000)))


def test_a_link_of_other_letters_still_leads_there(proposal: Moedebilag) -> None:
    (page,) = _read(make_pdf(replace(proposal, link=f"{LINK}&navn=blå 🙂"))).pages
    (link,) = {note.get_object()["/A"]["/URI"] for note in page["/Annots"]}
    assert link == f"{LINK}&navn=bl%C3%A5%20%F0%9F%99%82"


def test_the_same_content_gives_the_same_bytes_and_in_threads(proposal: Moedebilag, everything: Moedebilag) -> None:
    alone = [make_pdf(proposal), make_pdf(everything)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(make_pdf, [proposal, everything] * 3)) == alone * 3


def test_it_is_made_in_less_than_a_second_of_work(grundlag: Grundlag, everything: Moedebilag) -> None:
    start = time.process_time()
    make_pdf(replace(everything, titel="Et navn, som ikke er sat før"))
    assert time.process_time() - start < 1
