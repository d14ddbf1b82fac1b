"""What a first screen must hold: its finding in a few words, the picture that shows it, and few words beside."""

from __future__ import annotations

from collections.abc import Iterator

from tests.skaerm.measure import FirstScreen, Picture, Screen

WORDS = 120
HEADLINE_WORDS, HEADLINE_NUMBERS = 12, 2
LETTERS = 11
"""Pixels: smaller letters cannot be read."""
SHARE = 20
"""Of a picture that goes on below the fold so much of the screen must be filled by it, in per cent."""

ABOUT = frozenset({"kilder", "kildekontrol", "metode", "tilgaengelighed", "privatliv"})
"""Pages about the papers or the app: they open with their answer, and no picture is made up for them."""


def missing(of: FirstScreen, screen: Screen, *, picture: bool) -> Iterator[str]:
    """Return a line for each demand that the first screen does not meet; one without a `picture` needs none."""
    if of.ord > WORDS:
        yield f"{of.ord} ord, højst {WORDS}"
    if of.overskrift is None:
        yield "ingen overskrift"
    if (of.overskrift_ord or 0) > HEADLINE_WORDS:
        yield f"overskriften har {of.overskrift_ord} ord, højst {HEADLINE_WORDS}"
    if (of.overskrift_tal or 0) > HEADLINE_NUMBERS:
        yield f"overskriften har {of.overskrift_tal} tal, højst {HEADLINE_NUMBERS}"
    if of.mindste is not None and of.mindste.px < LETTERS:
        yield f"bogstaver på {of.mindste.px} px, mindst {LETTERS}: {of.mindste.tekst}"
    yield from (f"engelsk: {text}" for text in (*of.engelsk, *of.oplaest))
    if picture and not any(_is_inside(each, screen) for each in of.billeder):
        yield f"intet billede er på første skærm: {of.billede}"


def _is_inside(of: Picture, screen: Screen) -> bool:
    return of.begynder < screen.hoejde and (of.slutter <= screen.hoejde or of.fylder >= SHARE)
