"""The cut icon font in Chromium: each icon is drawn as the whole font draws it."""

from __future__ import annotations

import base64
import json

from playwright.sync_api import Browser

from pages.server import icons, scripts
from tests.e2e.browser import new_window

# The icons that are not the same picture in both fonts, or none: pixel by pixel, 24 px high as on a button.
_DIFFERENT = """async ([cut, whole, names]) => {
  for (const [family, font] of [["cut", cut], ["whole", whole]]) {
    document.fonts.add(await new FontFace(family, `url(data:font/woff2;base64,${font})`).load())
  }
  const drawn = (family, name) => {
    const canvas = new OffscreenCanvas(48, 32)
    const brush = canvas.getContext("2d")
    brush.font = `24px ${family}`
    brush.fillText(name, 2, 28)
    return brush.getImageData(0, 0, 48, 32).data.join()
  }
  const empty = drawn("cut", "")
  return names.filter((name) => drawn("cut", name) !== drawn("whole", name) || drawn("cut", name) === empty)
}"""


def test_every_icon_is_drawn_as_the_whole_font_draws_it(browser: Browser) -> None:
    window = new_window(browser)
    window.goto("about:blank")
    names = json.loads(icons.LIST.read_text(encoding="utf-8"))["ikoner"]
    files = (icons.CUT, icons.whole(scripts.static() / "media"))
    fonts = [base64.b64encode(file.read_bytes()).decode() for file in files]
    assert len(names) > 100
    assert window.evaluate(_DIFFERENT, [*fonts, names]) == []
    # An icon that is not in the cut is not: this test would see it.
    assert window.evaluate(_DIFFERENT, [*fonts, ["rocket_launch"]]) == ["rocket_launch"]
    window.context.close()
