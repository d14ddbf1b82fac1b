"""What somebody with poor sight meets in a window: contrast in pictures, contrast themes, focus, texts that overlap."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import FloatRect
from playwright.sync_api import Page as Window

from tests.farver import contrast
from tests.skaerm.measure import still

_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_TEXT, _LARGE_TEXT = 4.5, 3.0
_LARGE, _LARGE_BOLD, _BOLD = 24, 18.66, 650
"""Pixels from which letters are large, and how heavy they are then (the pages' own bold)."""
_SHARE = 0.2
"""A text is weak when so much of what is behind it is too near its colour: a thin line behind it is no ground."""
_TALLEST = 12_000


def ask(window: Window, what: str) -> Any:
    """Ask `syn.js` for one thing of the window's page."""
    return window.evaluate(_SCRIPT, what)


def weak_texts(window: Window) -> list[str]:
    """Return the texts in pictures, charts and maps alike, that stand out too little from what is drawn behind them."""
    size = window.viewport_size
    assert size is not None
    whole = window.evaluate("() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    window.set_viewport_size({"width": size["width"], "height": min(_TALLEST, max(size["height"], whole + 60))})
    still(window)
    texts = ask(window, "texts")
    ask(window, "hide")
    picture = Image.open(io.BytesIO(window.screenshot(animations="disabled"))).convert("RGB")
    ask(window, "show")
    window.set_viewport_size(size)
    return [said for text in texts if (said := _weak(text, picture))]


def _weak(text: dict[str, Any], picture: Image.Image) -> str | None:
    large = text["size"] >= (_LARGE_BOLD if text["weight"] >= _BOLD else _LARGE)
    sign = not any(each.isalnum() for each in text["text"])
    needed = _LARGE_TEXT if large or sign else _TEXT
    behind: Counter[tuple[int, ...]] = Counter()
    if text["halo"]:
        behind[tuple(text["halo"])] = 1
    else:
        left, top = round(text["left"]), round(text["top"])
        part = picture.crop((left, top, left + max(1, round(text["width"])), top + max(1, round(text["height"]))))
        behind.update(_pixels(part))
    seen = {ground: contrast(_written(_over(text, ground)), _written(ground)) for ground in behind}
    near = sum(count for ground, count in behind.items() if seen[ground] < needed)
    if near <= _SHARE * behind.total():
        return None
    worst = min((ground for ground in behind if behind[ground] > 0.05 * behind.total()), key=seen.__getitem__)
    return f"«{text['text']}» {_written(_over(text, worst))} på {_written(worst)}: {seen[worst]:.2f}, mindst {needed}"


def _over(text: dict[str, Any], ground: tuple[int, ...]) -> tuple[int, ...]:
    alpha = text["through"]
    return tuple(round(alpha * own + (1 - alpha) * below) for own, below in zip(text["colour"], ground, strict=True))


def _pixels(picture: Image.Image) -> list[tuple[int, ...]]:
    return [tuple(each) for each in np.asarray(picture).reshape(-1, 3).tolist()]


def _written(colour: tuple[int, ...]) -> str:
    return "#" + "".join(f"{round(channel):02X}" for channel in colour)


# What has the focus, with its place, after the next Tab; nothing where it has left the page.
_STOP = """() => {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  if (!at || at === document.body) return null
  at.scrollIntoView({ block: "nearest" })
  // What is focused may be a field without a size in a box that shows it.
  let shown = at
  const unseen = (e) => e.getBoundingClientRect().width < 8 || Number(getComputedStyle(e).opacity) === 0
  while (shown && unseen(shown)) shown = shown.parentElement ?? shown.getRootNode().host
  const { left, top, width, height } = shown.getBoundingClientRect()
  const name = at.getAttribute("aria-label") || at.textContent.trim() || at.tagName
  return { left, top, width, height, name: name.slice(0, 60), tag: at.tagName }
}"""
_BLUR = """() => {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  window.fokus = at
  at.blur()
}"""
_FOCUS = "() => window.fokus.focus({ preventScroll: true, focusVisible: true })"
_EDGE = 8
_LOOKS = 3
_SEEN, _EDGED = 40, 2.0
"""So many pixels must be another colour where the focus is, with such a contrast to what they are without it."""


def unseen_stops(window: Window, most: int) -> Iterator[str]:
    """Press Tab up to so many times, and yield what gets the focus and does not show it."""
    size = window.viewport_size
    assert size is not None
    for _ in range(most):
        window.keyboard.press("Tab")
        stop = window.evaluate(_STOP)
        if stop is None:
            return
        left, top = max(0, stop["left"] - _EDGE), max(0, stop["top"] - _EDGE)
        right = min(size["width"], stop["left"] + stop["width"] + _EDGE)
        bottom = min(size["height"], stop["top"] + stop["height"] + _EDGE)
        if right - left < 1 or bottom - top < 1:
            yield f"{stop['tag']} «{stop['name']}»: uden for vinduet"
            continue
        clip: FloatRect = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        # A page that is drawn anew in that moment looks the same with and without.
        if not any(_change(window, clip) >= _SEEN for _ in range(_LOOKS)):
            yield f"{stop['tag']} «{stop['name']}»: for få punkter"


def _change(window: Window, clip: FloatRect) -> int:
    """Return in how many points what has the focus looks another way than without it."""
    focused = Image.open(io.BytesIO(window.screenshot(clip=clip))).convert("RGB")
    window.evaluate(_BLUR)
    plain = Image.open(io.BytesIO(window.screenshot(clip=clip))).convert("RGB")
    window.evaluate(_FOCUS)
    return sum(
        one != two and contrast(_written(one), _written(two)) >= _EDGED
        for one, two in zip(_pixels(focused), _pixels(plain), strict=True)
    )
