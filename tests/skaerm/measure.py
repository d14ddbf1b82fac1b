"""The first screen of a view, measured in Chromium: its picture, words, headline, and what is cut, English or tiny."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page as Window

from tests.e2e.browser import Visitor
from tests.skaerm import words

_SCRIPT = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Screen:
    """A screen: its size in pixels, and what the address says when the view is meant for it."""

    bredde: int
    hoejde: int
    adresse: str = ""


SCREENS = {
    "baerbar": Screen(1366, 768),
    "skrivebord": Screen(1920, 1080),
    "telefon": Screen(390, 844),
    "projektor": Screen(1920, 1080, "visning=projektor"),
}

PARTS = {
    **{
        "kabine": "områder",
        "kort": "områder",
        "landkort": "landkort",
        "skala": "skala",
        "tavle": "tavle",
        "tabel": "tabel",
    },
    "forbindelse": None,
    **dict.fromkeys(("kopi", "genveje", "valgtlinje", "skydere", "fil", "fold", "vis", "paper", "departure", "proeve")),
    "handover": None,
}
"""
Every component, by the class of what it draws in, and which picture it is; a table is one when its rows have marks.

None is no picture: what it says is read as any other text.
"""

CHARTS = {
    '[data-testid="stPlotlyChart"]': "diagram",
    '[data-testid="stVegaLiteChart"]': "diagram",
    '[data-testid="stDeckGlJsonChart"]': "landkort",
}
"""The charts of Streamlit's own that are pictures."""

# A chart's script comes by itself, and then draws.
_CHARTS_DRAWN = """(selectors) => selectors.flatMap((each) => [...document.querySelectorAll(each)])
  .filter((chart) => chart.checkVisibility())
  .every((chart) => [...chart.querySelectorAll("canvas, svg")].some((each) => each.clientWidth > 0))"""

# Resolves when the letters have come and nothing has moved for three frames on end.
_STILL = """async () => {
  await document.fonts.ready
  const places = () => {
    const found = []
    const look = (root) => root.querySelectorAll("*").forEach((each) => {
      const { top, left, width, height } = each.getBoundingClientRect()
      found.push(top, left, width, height)
      if (each.shadowRoot) look(each.shadowRoot)
    })
    look(document.body)
    return found.join()
  }
  let still = 0, frames = 0
  for (let before = places(); still < 3; ) {
    if (++frames > 180) throw new Error("Siden står ikke stille.")
    await new Promise(requestAnimationFrame)
    const now = places()
    still = now === before ? still + 1 : 0
    before = now
  }
}"""


@dataclass(frozen=True)
class Picture:
    """A picture: what draws it, where it begins and ends down the page (px), and its share of the screen (%)."""

    slags: str
    begynder: int
    slutter: int
    fylder: float


@dataclass(frozen=True)
class Cut:
    """
    A text that is cut off, and how far down the page (px) it stands.

    `slags`: by its own box or what surrounds it ("kasse"), by the window ("vindue"), or out of sight to the side of
    something that scrolls ("rulles").
    """

    slags: str
    tekst: str
    y: int


@dataclass(frozen=True)
class Type:
    """The height of letters (px as the eye sees them, not as they are set), and a text that has it."""

    px: float
    tekst: str


@dataclass(frozen=True)
class FirstScreen:
    """
    What stands before the fold, and what is wrong anywhere on the page at that size.

    `billeder` are all drawn pictures from the top; `ord` is the number of words and numbers before the fold outside
    menu, pictures with their tables, and lists of options; `antal` is how many there are of each, and `tekst` which
    they are; `overskrift` is the first heading (h2) before the fold, None where there is none. `skaaret` and `engelsk`
    are of the whole page; `oplaest` is the English that is only read aloud, or comes under the pointer.
    """

    billeder: tuple[Picture, ...]
    ord: int
    antal: Mapping[str, int]
    tekst: tuple[str, ...]
    overskrift: str | None
    skaaret: tuple[Cut, ...]
    engelsk: tuple[str, ...]
    oplaest: tuple[str, ...]
    mindste: Type | None
    mindste_i_billedet: Type | None

    @property
    def billede(self) -> Picture | None:
        """The first picture; None where the page has none."""
        return self.billeder[0] if self.billeder else None

    @property
    def overskrift_ord(self) -> int | None:
        """How many words the headline has; None where there is none."""
        return None if self.overskrift is None else len(words.words(self.overskrift))

    @property
    def overskrift_tal(self) -> int | None:
        """How many numbers the headline has."""
        return None if self.overskrift is None else len(words.numbers(self.overskrift))


def open_view(visitor: Visitor, address: str, screen: Screen) -> Window:
    """Open a view on a screen and wait until all of it is drawn."""
    visitor.page.set_viewport_size({"width": screen.bredde, "height": screen.hoejde})
    path, _, query = address.partition("?")
    asked = "&".join(part for part in (query, screen.adresse) if part)
    window = visitor.open(f"{path}?{asked}" if asked else path)
    window.wait_for_function(_CHARTS_DRAWN, arg=list(CHARTS))
    return window


def still(window: Window) -> None:
    """Wait until the letters have come and nothing moves."""
    window.evaluate(_STILL)


def first_screen(window: Window) -> FirstScreen:
    """Measure what the window shows, from the top of the page, as soon as it is still; it must be drawn."""
    still(window)
    found = window.evaluate(_SCRIPT, {"parts": PARTS, "charts": CHARTS})
    read = {kind: words.words(text) + words.numbers(text) for kind, text in _joined(found["ord"]).items()}
    return FirstScreen(
        billeder=tuple(sorted((Picture(**of) for of in found["billeder"]), key=_place)),
        ord=len(read["tekst"]),
        antal={kind: len(of) for kind, of in read.items()},
        tekst=tuple(found["ord"]["tekst"]),
        overskrift=found["overskrift"],
        skaaret=tuple(Cut(**of) for of in found["skaaret"]),
        engelsk=tuple(_told(found["tekster"])),
        oplaest=tuple(_told(found["oplaest"])),
        mindste=_type(found["mindste"]),
        mindste_i_billedet=_type(found["mindste_i_billedet"]),
    )


def _joined(found: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {kind: " ".join(of) for kind, of in found.items()}


def _place(picture: Picture) -> tuple[int, bool]:
    """The order of pictures: from the top, and a table last of those that stand side by side."""
    return round(picture.begynder / 24), picture.slags.startswith("tabel")


def _told(texts: Sequence[str]) -> list[str]:
    """Each text that has English words in it, and which they are."""
    found = ((text, words.english(text)) for text in dict.fromkeys(texts))
    return [f"{', '.join(english)}: «{text[:80]}»" for text, english in found if english]


def _type(found: Mapping[str, Any] | None) -> Type | None:
    return None if found is None else Type(**found)
