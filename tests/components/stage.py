"""A bare window in which one component is drawn as Streamlit would draw it, with what it fetches under control."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Page, Route

from pages import components  # every component is mounted by it
from pages.components import assets, mounting
from pages.tavler import boards  # and the boards' by them

HOST = "http://127.0.0.1:9"
_MODULES = dict.fromkeys(("cards", "scale", "standings"), boards)

# Streamlit calls the loader with each new message, and the last answer when the component goes.
_STAGE = """() => {
  window.sent = []
  window.mount = async ({ html, loader, data }) => {
    const host = document.body.appendChild(document.createElement("div"))
    host.attachShadow({ mode: "open" }).innerHTML = html
    const module = await import(URL.createObjectURL(new Blob([loader], { type: "text/javascript" })))
    const place = { parentElement: host.shadowRoot, setTriggerValue: (name, value) => window.sent.push([name, value]) }
    window.say = (message) => (window.end = module.default({ ...place, data: message }))
    window.late = async (message) => (await Promise.resolve(module.default({ ...place, data: message })))()
    window.leave = () => { host.remove(); window.end() }
    window.say(data)
  }
}"""


class Stage:
    """One window; `failing` says of an address' last part how many times it is refused."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.failing: dict[str, int] = {}
        self.asked: list[str] = []
        page.route(f"{HOST}/**", self._answer)
        page.goto(f"{HOST}/")
        page.evaluate(_STAGE)

    def _answer(self, route: Route) -> None:
        name = route.request.url.partition("?")[0].rpartition("/")[2]
        self.asked.append(name)
        stem = f"{name.partition('.')[0]}.{name.rpartition('.')[2]}"
        if self.failing.get(stem, 0) > 0:
            self.failing[stem] -= 1
            route.fulfill(status=503)
        elif found := assets.find(name):
            route.fulfill(body=found[0], content_type=found[1])
        else:
            route.fulfill(body="<!DOCTYPE html><title>kkr</title>", content_type="text/html")

    def mount(self, name: str, message: dict[str, Any]) -> None:
        """Draw a component with a first message."""
        loader = mounting.loader(name)
        self.page.evaluate("window.mount", {"html": mounting.MOUNTED[name], "loader": loader, "data": message})

    def say(self, message: dict[str, Any]) -> None:
        """Send it a further message."""
        self.page.evaluate("(message) => { window.say(message) }", message)

    def outrun(self, message: dict[str, Any], late: dict[str, Any]) -> None:
        """Send a message, and then one from before it whose turn came late: Streamlit ends that one at once."""
        self.page.evaluate("([message, late]) => { window.say(message); window.late(late) }", [message, late])

    def leave(self) -> None:
        """Take it away, as when another page is turned to."""
        self.page.evaluate("() => window.leave()")

    def kit(self, call: str, argument: object) -> Any:
        """Evaluate a function of the scripts' common module on an argument."""
        address = assets.address("kit.js")
        return self.page.evaluate(f"async (given) => ({call})(await import('/{address}'), given)", argument)


@contextmanager
def messages() -> Iterator[Callable[[str], dict[str, Any]]]:
    """Record what the Python side sends: `sent("tables")` is the last message to that component, as JSON has it."""
    sent: dict[str, dict[str, Any]] = {}

    def recorder(name: str) -> Callable[..., None]:
        def record(*, data: dict[str, Any], **_: object) -> None:
            sent[name] = json.loads(json.dumps(data, allow_nan=False))

        return record

    names = {name: f"pages.components.{name}._DRAWN" for name in mounting.MOUNTED if name not in _MODULES}
    names |= {name: f"pages.tavler.boards._{name.upper()}" for name in _MODULES}
    patches = [patch(target, recorder(name)) for name, target in names.items()]
    for each in patches:
        each.start()
    try:
        yield sent.__getitem__
    finally:
        for each in patches:
            each.stop()


__all__ = ["HOST", "Stage", "components", "messages"]
