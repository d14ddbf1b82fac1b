"""What a browser says when it opens a page and when a slider is moved: the template that visitors speak by."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.bench.maal_udefra import Driver
from tests.e2e.browser import new_window
from tests.e2e.server import Server

_NUMBER = re.compile(r'(?<=":)\d+(\.\d+)?(?=\})')


@dataclass(frozen=True)
class Template:
    """
    The address that is opened, what the browser said first, and what it said when the slider was moved.

    `slider` is the id of the widget that told of the move.
    """

    address: str
    slider: str
    first: bytes
    move: bytes

    def written(self) -> str:
        """The template as one line, for the process of the visitors."""
        messages = [base64.b64encode(message).decode() for message in (self.first, self.move)]
        return json.dumps([self.address, self.slider, *messages])

    def moved_to(self, value: float) -> bytes:
        """What the browser would have said if the slider had been moved to that value."""
        message = BackMsg()
        message.ParseFromString(self.move)
        for widget in message.rerun_script.widget_states.widgets:
            if widget.id == self.slider and widget.json_trigger_value:
                widget.json_trigger_value = _NUMBER.sub(str(value), widget.json_trigger_value, count=1)
            elif widget.id == self.slider:
                widget.double_array_value.data[:] = [value]
        return bytes(message.SerializeToString())


def read(line: str) -> Template:
    """Return a template from the line that it was written as."""
    address, slider, *messages = json.loads(line)
    return Template(address, slider, *map(base64.b64decode, messages))


def taken(browser: Browser, server: Server, address: str, slider: str, *, shared: bool) -> Template:
    """
    Open a page in a browser and move a slider twice, named by its label; return what the browser said.

    `shared`: the visitors open the link that «Del visning» makes of the page, with every value written out.
    """
    if shared:
        visitor = Driver(new_window(browser), server.url)
        visitor.open(address)
        address = visitor.shared_link().removeprefix(f"{server.url}/")
        visitor.page.context.close()
    visitor = Driver(new_window(browser), server.url)
    said: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda message: said.append(message if isinstance(message, bytes) else message.encode()))

    visitor.page.on("websocket", listen)
    window = visitor.open(address)
    first = said[0]
    handle = window.get_by_role("slider", name=re.compile(rf"^{re.escape(slider)}")).first
    handle.focus()
    moves = []
    for _ in range(2):
        said.clear()
        handle.press("ArrowRight")
        while not said:
            window.wait_for_timeout(50)
        visitor.settle()
        moves.append(said[0])
    window.context.close()
    return Template(address, _changed(*moves), first, moves[0])


def _changed(one: bytes, other: bytes) -> str:
    """Return the id of the widget that is not the same in two messages."""
    told = []
    for said in (one, other):
        message = BackMsg()
        message.ParseFromString(said)
        told.append({each.id: each.SerializeToString() for each in message.rerun_script.widget_states.widgets})
    [moved] = [widget for widget in told[0] if told[0][widget] != told[1].get(widget)]
    return str(moved)


def at(template: Template, url: str) -> Template:
    """Return the template for a server, or a proxy before several, at another address."""
    changed = []
    for said in (template.first, template.move):
        message = BackMsg()
        message.ParseFromString(said)
        parts = urlsplit(message.rerun_script.context_info.url)
        message.rerun_script.context_info.url = f"{url}{parts.path}" + (f"?{parts.query}" if parts.query else "")
        changed.append(message.SerializeToString())
    return Template(template.address, template.slider, *changed)
