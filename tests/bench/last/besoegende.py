"""
The visitors, in a process of their own: `python -m tests.bench.last.besoegende URL ANTAL SEKUNDER < skabelon`.

Each opens the page within the first two seconds, and then moves the slider every two seconds. A move is measured from
when it was due: one that waits for the move before it has waited. What came of it is printed as JSON.

With a pause between moves and a length of stay as well they come and go: each leaves when it has stayed, and another
comes in its stead; they arrive evenly over a stay.
"""

from __future__ import annotations

import asyncio
import json
import random
import resource
import ssl
import sys
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from tests.bench.last import skabelon
from tests.bench.last.skabelon import Template

ARRIVE, PAUSE, PATIENCE = 2.0, 2.0, 60.0
"""Seconds within which all arrive, between two moves of a visitor, and after which an answer is given up."""
_UNCHECKED = ssl._create_unverified_context()  # noqa: SLF001  # a proxy on this machine has a name of its own
VALUES = [round(step / 10, 1) for step in range(100)]


@dataclass
class Told:
    """What the visitors met: milliseconds to the first page and of each move, bytes of each move, and what failed."""

    first_pages: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    processor_seconds: float = 0.0


async def _answered(socket: ClientConnection) -> int:
    """Wait until the script has run; return the bytes that came. Raises RuntimeError where the page failed."""
    came, message = 0, ForwardMsg()
    while True:
        async with asyncio.timeout(PATIENCE):
            content = await socket.recv(decode=False)
        came += len(content)
        message.ParseFromString(content)
        if message.HasField("delta") and message.delta.new_element.HasField("exception"):
            raise RuntimeError(message.delta.new_element.exception.message)
        if message.WhichOneof("type") == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                continue  # more of the page than the part that was asked for is drawn
            if message.script_finished not in (
                ForwardMsg.FINISHED_SUCCESSFULLY,
                ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
            ):
                raise RuntimeError(ForwardMsg.ScriptFinishedStatus.Name(message.script_finished))
            return came


async def _visit(chance: random.Random, url: str, template: Template, until: float, pause: float, told: Told) -> None:
    try:
        began = time.monotonic()
        cookies = await asyncio.to_thread(_document, f"{url}/{template.address}")
        async with connect(
            f"{url}/_stcore/stream".replace("http", "ws", 1),
            origin=Origin(url),
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            proxy=None,
            open_timeout=PATIENCE,
            additional_headers={"Cookie": cookies} if cookies else None,
            ssl=_UNCHECKED if url.startswith("https") else None,
        ) as socket:
            await socket.send(template.first)
            await _answered(socket)
            told.first_pages.append((time.monotonic() - began) * 1000)
            due = time.monotonic() + chance.random() * pause
            value = chance.choice(VALUES)
            while due < until:
                await asyncio.sleep(max(0.0, due - time.monotonic()))
                value = chance.choice([each for each in VALUES if each != value])
                await socket.send(template.moved_to(value))
                told.sizes.append(await _answered(socket))
                told.moves.append((time.monotonic() - due) * 1000)
                due += pause
    except (OSError, TimeoutError, RuntimeError, WebSocketException) as error:
        told.errors.append(f"{type(error).__name__}: {error}"[:200])


def _document(address: str) -> str:
    """Fetch the document; return the cookies that came with it, by which a proxy knows the visitor again."""
    with urllib.request.urlopen(address, timeout=PATIENCE, context=_UNCHECKED) as answer:
        answer.read()
        return "; ".join(each.partition(";")[0] for each in answer.headers.get_all("Set-Cookie", ()))


async def _once(number: int, url: str, template: Template, until: float, told: Told) -> None:
    """Come within the first seconds, and stay until the end."""
    chance = random.Random(number)
    await asyncio.sleep(chance.random() * ARRIVE)
    await _visit(chance, url, template, until, PAUSE, told)


async def _in_turn(
    number: int, url: str, template: Template, until: float, told: Told, pause: float, stay: float
) -> None:
    """Come, stay and go, one after the other, until the end."""
    chance = random.Random(number)
    await asyncio.sleep(chance.random() * stay)
    while time.monotonic() < until:
        leaves = time.monotonic() + (0.5 + chance.random()) * stay
        await _visit(chance, url, template, min(leaves, until), pause, told)
        await asyncio.sleep(chance.random())


async def _all(url: str, number: int, seconds: float, template: Template, coming: Sequence[float]) -> Told:
    told = Told()
    until = time.monotonic() + ARRIVE + seconds
    visits = (
        _in_turn(each, url, template, until, told, *coming) if coming else _once(each, url, template, until, told)
        for each in range(number)
    )
    await asyncio.gather(*visits)
    return told


def main(url: str, number: str, seconds: str, *coming: str) -> int:
    """Play the visitors and print what came of it; `coming` are the pause and the stay of those that come and go."""
    template = skabelon.at(skabelon.read(sys.stdin.read()), url)
    told = asyncio.run(_all(url, int(number), float(seconds), template, [float(each) for each in coming]))
    used = resource.getrusage(resource.RUSAGE_SELF)
    told.processor_seconds = used.ru_utime + used.ru_stime
    print(json.dumps(asdict(told)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
