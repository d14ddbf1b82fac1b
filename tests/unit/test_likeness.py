"""Texts that only signs tell apart: the one that was there is the one that is meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.officials.likeness import essence, unlike_by_signs

PRINTED = "Bred geografisk spredning"
SIGNS = st.text(" ._*#-–!", max_size=4)


@given(SIGNS, SIGNS, st.sampled_from([str.upper, str.lower, str.title, str]))
def test_signs_and_capitals_make_no_new_text(before: str, after: str, change: type[str]) -> None:
    text = before + change(PRINTED).replace(" ", f" {after}") + after
    found = list(unlike_by_signs([PRINTED], {7: text}))
    assert found == ([] if text == PRINTED else [(7, PRINTED)])


@given(st.text(min_size=1))
def test_other_letters_or_figures_make_another_text(text: str) -> None:
    asked = list(unlike_by_signs([PRINTED], {2: text}))
    assert bool(asked) == (text != PRINTED and essence(text) == essence(PRINTED))
    assert not list(unlike_by_signs([PRINTED], {2: f"{PRINTED} 2", 3: "Bred geografisk"}))


def test_blank_cells_and_texts_of_signs_are_like_none() -> None:
    assert not list(unlike_by_signs([None, "?", 3.5], {2: None, 3: "!", 4: "…", 5: 3.5}))


def test_a_text_that_stands_already_is_right_even_beside_one_like_it() -> None:
    assert not list(unlike_by_signs(["Lys", "lys."], {2: "lys.", 3: "Lys"}))


def test_the_first_of_several_new_ones_is_what_the_others_are_held_against() -> None:
    assert list(unlike_by_signs([], {2: "Forsvar", 3: "forsvar.", 4: "Forsvar"})) == [(3, "Forsvar")]
