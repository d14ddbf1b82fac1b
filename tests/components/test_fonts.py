"""The cut fonts in Chromium: what they hold is drawn as the whole fonts draw it."""

from __future__ import annotations

import base64

from playwright.sync_api import Browser

from pages.server import fonts, scripts
from tests.e2e.browser import new_window

# The texts that are not the same picture in both fonts, or none: pixel by pixel, with figures of equal width.
_DIFFERENT = """async ([fonts, weight, texts]) => {
  for (const [family, font] of Object.entries(fonts)) {
    document.fonts.add(await new FontFace(family, `url(data:font/woff2;base64,${font})`, { weight: "100 900" }).load())
  }
  const [cut, whole] = Object.keys(fonts)
  const drawn = (family, text) => {
    const canvas = document.createElement("canvas")
    canvas.width = 900, canvas.height = 40
    canvas.style.fontFeatureSettings = '"tnum"'
    document.body.append(canvas)
    const brush = canvas.getContext("2d")
    brush.font = `${weight} 24px "${family}"`
    brush.fillText(text, 2, 30)
    canvas.remove()
    return brush.getImageData(0, 0, 900, 40).data.join()
  }
  const empty = drawn(cut, "")
  return texts.filter((text) => drawn(cut, text) !== drawn(whole, text) || drawn(cut, text) === empty)
}"""
TEXTS = [
    "Rødovre, Høje-Taastrup og Åse: «5. ringest» – 1.234,5 pct.",
    "fi fl AV To ½ ⅓ CO₂ m² 36 % ≤ −2 ▲▼",
    "Čāđ ğñ’ž €§",
]


def test_what_is_in_a_cut_is_drawn_as_the_whole_font_draws_it(browser: Browser) -> None:
    window = new_window(browser)
    window.goto("about:blank")

    def different(name: str, weight: int, texts: list[str]) -> object:
        files = {"skåret": fonts.cut_file(name), "hel": fonts.whole(scripts.static() / "media", name)}
        encoded = {family: base64.b64encode(file.read_bytes()).decode() for family, file in files.items()}
        return window.evaluate(_DIFFERENT, [encoded, weight, texts])

    icons = sorted(fonts.cuts()[fonts.ICONS].icons)
    assert len(icons) > 100
    assert different(fonts.ICONS, 400, icons) == []
    # An icon that is not in the cut is not: this test would see it.
    assert different(fonts.ICONS, 400, ["rocket_launch"]) == ["rocket_launch"]
    for name in fonts.TEXTS:
        for weight in (400, 650):
            assert different(name, weight, TEXTS) == []
        assert different(name, 400, ["Жαω"]) == ["Жαω"]
    window.context.close()
