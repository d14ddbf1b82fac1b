"""The cut fonts hold what can be seen, or else the whole one is served."""

from __future__ import annotations

import re

import pytest

from pages.server import fonts, scripts
from tests.project import ROOT

MEDIA = scripts.static() / "media"
CUTS = fonts.cuts()
ICONS = CUTS[fonts.ICONS].icons
EVERY_CUT = pytest.mark.parametrize("name", [fonts.ICONS, *fonts.TEXTS])
STYLE = next((scripts.static() / "css").glob("index.*.css")).read_text(encoding="utf-8")
AGAIN = "Kør `make skrifter`, og læg pages/server/fonts ind."


@pytest.mark.parametrize("name", sorted(fonts.icons_in_our_pages()))
def test_every_icon_of_our_pages_is_in_the_cut(name: str) -> None:
    assert name in ICONS, AGAIN


def test_every_icon_that_streamlits_scripts_name_is_in_the_cut() -> None:
    named = fonts.icons_in(file.read_text(encoding="utf-8") for file in (scripts.static() / "js").glob("*.js"))
    assert named - ICONS <= {"star_filled"}, AGAIN  # which Streamlit draws as a picture


@EVERY_CUT
def test_the_cut_was_made_of_the_installed_font_and_is_small(name: str) -> None:
    whole = fonts.whole(MEDIA, name)
    assert CUTS[name].made_of == fonts.hash_of(whole), AGAIN
    assert CUTS[name].file.stat().st_size < whole.stat().st_size / 3
    assert fonts.served(MEDIA).get(whole.name) == CUTS[name].file, AGAIN


def test_where_an_icon_is_not_in_the_cut_the_whole_font_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "icons_in_our_pages", lambda: frozenset({"home", "et_nyt_ikon"}))
    served = fonts.served(MEDIA)
    assert fonts.whole(MEDIA, fonts.ICONS).name not in served
    assert fonts.whole(MEDIA, fonts.TEXTS[0]).name in served


def test_where_streamlit_has_another_font_that_is_served_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "hash_of", lambda font: "en anden")
    assert fonts.served(MEDIA) == {}
    assert fonts.with_ranges(STYLE, {}) == STYLE


@pytest.mark.parametrize("name", fonts.TEXTS)
def test_a_character_that_is_not_in_the_cut_is_the_whole_fonts(name: str) -> None:
    whole = fonts.whole(MEDIA, name).name
    faces = re.findall(rf"@font-face\{{[^}}]*{name}[^}}]*\}}", fonts.with_ranges(STYLE, fonts.served(MEDIA)))
    assert [re.findall(r"media/([^)]+)", face) for face in faces] == [[fonts.WHOLE + whole], [whole]]
    first, second = (_characters(face) for face in faces)
    assert not first & second
    assert {*map(ord, "AZaz09æøåÆØÅéüđž–’»«§%€−±≤▲")} <= second
    assert {*map(ord, "ЖЩαω")} <= first
    [unchanged] = re.findall(rf"@font-face\{{[^}}]*{name}[^}}]*\}}", STYLE)
    assert [re.sub(";unicode-range:[^}]*", "", face).replace(fonts.WHOLE, "") for face in faces] == [unchanged] * 2


def _characters(face: str) -> set[int]:
    ranges = re.findall(r"U\+([0-9a-f]+)(?:-([0-9a-f]+))?", face)
    return {code for first, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)}


def test_no_icon_is_put_together_where_nobody_would_find_it() -> None:
    composed = [
        f"{file.relative_to(ROOT)}: {found}"
        for file in sorted((ROOT / "pages").rglob("*.py"))
        for found in re.findall(r""".*:material/["'{%].*""", file.read_text(encoding="utf-8"))
    ]
    assert composed == []
