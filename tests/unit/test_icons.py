"""The cut icon font holds every icon that can be seen, or else the whole one is served."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from pages.server import icons, scripts
from tests.project import ROOT

MEDIA = scripts.static() / "media"
LISTED = frozenset(json.loads(icons.LIST.read_text(encoding="utf-8"))["ikoner"])
AGAIN = "Kør `make ikoner`, og læg pages/server/icons/ikoner.* ind."


@pytest.mark.parametrize("name", sorted(icons.in_our_pages()))
def test_every_icon_of_our_pages_is_in_the_cut(name: str) -> None:
    assert name in LISTED, AGAIN


def test_every_icon_that_streamlits_scripts_name_is_in_the_cut() -> None:
    named = icons.named_in(file.read_text(encoding="utf-8") for file in (scripts.static() / "js").glob("*.js"))
    assert named - LISTED <= {"star_filled"}, AGAIN  # which Streamlit draws as a picture


def test_the_cut_was_made_of_the_installed_font() -> None:
    made_of = json.loads(icons.LIST.read_text(encoding="utf-8"))["skrift"]
    assert made_of == hashlib.sha256(icons.whole(MEDIA).read_bytes()).hexdigest(), AGAIN


def test_the_cut_is_served_while_it_holds_all_and_the_whole_font_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    icons.font.cache_clear()
    assert icons.font(MEDIA) == icons.CUT
    assert icons.CUT.stat().st_size < 20_000 < icons.whole(MEDIA).stat().st_size
    monkeypatch.setattr(icons, "in_our_pages", lambda: frozenset({"home", "et_nyt_ikon"}))
    icons.font.cache_clear()
    assert icons.font(MEDIA) == icons.whole(MEDIA)
    icons.font.cache_clear()


def test_another_font_is_served_whole() -> None:
    assert icons.is_cut_of(icons.whole(MEDIA), frozenset({"home"}))
    assert not icons.is_cut_of(icons.CUT, frozenset({"home"}))


def test_no_icon_is_put_together_where_nobody_would_find_it() -> None:
    composed = [
        f"{file.relative_to(ROOT)}: {found}"
        for file in sorted((ROOT / "pages").rglob("*.py"))
        if file.parent != icons.CUT.parent
        for found in re.findall(r""".*:material/["'{%].*""", file.read_text(encoding="utf-8"))
    ]
    assert composed == []
