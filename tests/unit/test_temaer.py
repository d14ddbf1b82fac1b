"""Themes in links: each has a value of its own, whatever it is called, and what is printed keeps its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dansk import alfabet

PRINTED = ["Kendskabsgrad", "Bred geografisk spredning", "Grøn omstilling"]


def test_two_that_differ_by_a_sign_are_both_there() -> None:
    assert alfabet.slugs(["Bred spredning", "Bred spredning.", "bred SPREDNING"]) == {
        "bred-spredning": "Bred spredning",
        "bred-spredning-2": "Bred spredning.",
        "bred-spredning-3": "bred SPREDNING",
    }


def test_a_value_that_means_something_else_is_not_given_away() -> None:
    assert alfabet.slugs(["Alle", "Alle 2"], taken=["alle"]) == {"alle-2": "Alle", "alle-2-2": "Alle 2"}


@given(st.lists(st.text(max_size=12) | st.sampled_from([*PRINTED, "A__B", "a b", "", "Alle"])))
def test_nothing_that_is_added_hides_or_renames_what_is_printed(added: list[str]) -> None:
    before, after = alfabet.slugs(PRINTED, ["alle"]), alfabet.slugs([*PRINTED, *added], ["alle"])
    assert before.items() <= after.items()
    assert set(after.values()) == {*PRINTED, *added}
    assert "alle" not in after
    assert all(name and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in after)
