"""What somebody says to the server who is no browser: any address, forged values, a script in every text."""

from __future__ import annotations

import csv
import math
import os
import random
import re
import shutil
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from data import description
from pages.navigation.registry import PAGES, Page
from pages.view.kinds import Choice
from tests.app.test_papirernes_ord import KEPT_AS_IT_IS, VIEWS, free_texts
from tests.e2e.browser import Visitor
from tests.e2e.samtale import Answer, Conversation
from tests.e2e.server import Server
from tests.omfang import SEED, examples
from tests.project import copy_project, parameters

EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
ENGLISH = re.compile(
    r"Traceback|Error\b|Exception|File \"|expected|invalid|/(usr|home|opt|tmp)/|duckdb\.|pandas\.", re.I
)
TEXTS = (
    *("", " ", "alle", "-1", "0", "1e999", "NaN", "９", "2030.5", "æøå", "%", "%00", "\0", "\U0001f600", "a" * 3000),
    *(
        "<img src=x onerror=alert(1)>",
        "'; DROP TABLE kilde; --",
        "../../etc/passwd",
        "${7*7}",
        "{0.__class__}",
        "[x](y)",
    ),
    *(
        "https://ond.example/[",
        "//ond.example",
        "javascript:alert(1)",
        "\u202egnp.txt",
        "null",
        "undefined",
        "[]",
        "{}",
    ),
)


def _held(answer: Answer) -> None:
    """The script came to its end, and nothing of the machine is told to whoever asked."""
    assert answer.finished
    assert answer.of("exception") == []
    for alert in answer.of("alert"):
        text = str(alert.body)  # type: ignore[attr-defined]
        assert not ENGLISH.search(re.sub(r"«[^»]*»", "", text)), text


def _shown(answer: Answer) -> None:
    """The page is shown, whatever was said."""
    _held(answer)
    assert not [alert for alert in answer.of("alert") if "kunne ikke vises" in str(alert.body)]  # type: ignore[attr-defined]


def _address(chance: random.Random) -> str:
    """A query as nobody meant it: known names and unknown ones, with values of others and of none."""
    known = parameters()
    pairs = []
    for _ in range(chance.randint(1, 6)):
        name = chance.choice([*known, "v", "x", chance.choice(TEXTS)])
        other = known.get(chance.choice(list(known)))
        value = chance.choice(TEXTS)
        if isinstance(other, Choice) and chance.random() < 0.5:
            value = str(other.write(chance.choice(list(other.options()))))
        pairs.append(f"{quote_plus(name)}={quote_plus(value)}")
    return "&".join(pairs)


@pytest.mark.grundig(1)
@EVERY_PAGE
def test_whatever_an_address_says_the_page_answers(page: Page, server: Server) -> None:
    chance = random.Random(f"{SEED} {page.name}")
    for _ in range(examples(4)):
        query = _address(chance)
        with Conversation(server, page.address, query) as conversation:
            _shown(conversation.run())


JSON = (
    *("[]", "{}", "null", "true", "7", '"x"', '[{"event": "valgt", "value": null}]', '[{"event": "igen"}]'),
    *('{"valgt": {"valgt": []}}', '{"igen": 1e999}', '{"aendret": {"k51-valby": "NaN"}}', '{"aendret": [1]}'),
    *('[{"event": "aendret", "value": {"k51-valby": -1e9}}]', '[{"event": "valgt", "value": "findes-ikke"}]'),
    *('[{"event": "webgl", "value": []}]', '[{"event": "vist", "value": {"a": {"b": "c"}}}]', '{"valgt": 1}'),
)
"""What one of our own components might say, if somebody had changed it."""


def _forged(widget: str, chance: random.Random) -> WidgetState:
    """A state that no browser would tell of: of another kind, far too large, or of no kind."""
    state = WidgetState(id=widget)
    figure = chance.choice((0, -1, 2**53, -(2**62), math.nan, math.inf, 1e308))
    text = chance.choice(TEXTS)
    kind = chance.randrange(10)
    if kind == 0:
        state.bool_value = chance.random() < 0.5
    elif kind == 1:
        state.double_value = figure
    elif kind == 2:
        state.int_value = 2**62
    elif kind == 3:
        state.string_value = text
    elif kind == 4:
        state.double_array_value.data.extend([figure] * chance.choice((0, 1, 3, 999)))
    elif kind == 5:
        state.int_array_value.data.extend([chance.choice((-1, 0, 2**31, 2**62))] * chance.choice((0, 1, 99)))
    elif kind == 6:
        state.string_array_value.data.extend([text] * chance.choice((0, 1, 99)))
    elif kind == 7:
        state.json_value = chance.choice((text, "{", '{"valgt": {"valgt": []}}', "[" * 5000, '{"igen": 1e999}', "true"))
    elif kind == 8:
        state.json_trigger_value = chance.choice((text, "[]", '[{"event": 7, "value": {}}]', "[" * 5000, "null"))
    else:
        state.trigger_value = True
    return state


@pytest.mark.grundig(1)
@EVERY_PAGE
def test_forged_values_of_what_can_be_set_do_no_harm(page: Page, server: Server) -> None:
    chance = random.Random(f"{SEED} {page.name}")
    with Conversation(server, page.address) as conversation:
        widgets = conversation.run().widgets()
        assert widgets
        for _ in range(examples(3)):
            told = [_forged(widget, chance) for widget in chance.sample(widgets, min(len(widgets), 3))]
            told.append(_forged(chance.choice(("", "$$ID-findes-ikke", "x" * 5000)), chance))
            _held(conversation.run(told))
    with Conversation(server, page.address) as conversation:
        ours = [str(each.id) for each in conversation.run().of("bidi_component")]  # type: ignore[attr-defined]
        for _ in range(examples(2)):
            told = [
                WidgetState(id=widget, **{chance.choice(("json_value", "json_trigger_value")): chance.choice(JSON)})
                for widget in ours
            ]
            _shown(conversation.run(told))
    with Conversation(server, page.address) as another:
        answer = another.run()
        _held(answer)
        assert answer.widgets() == widgets, "Another visitor's page is another."
    with urllib.request.urlopen(f"{server.url}/sundhed", timeout=30) as health:
        assert health.status == 200


HARM = "<img/src=x/onerror=window.ramt=1><script>window.ramt=1</script>"
"""Without a blank: some texts may have so many words."""
_STRUCK = """() => {
  const found = []
  const walk = (node) => {
    if (node.matches?.('img[src="x"], [onerror]')) found.push(node.outerHTML)
    if (node.tagName === "SCRIPT" && node.textContent.includes("ramt")) found.push(node.outerHTML)
    for (const child of [...(node.shadowRoot?.children ?? []), ...(node.children ?? [])]) walk(child)
  }
  walk(document.documentElement)
  return [...found, ...(window.ramt ? ["it ran"] : [])]
}"""


@pytest.mark.grundig(0)  # in `make grundig` alone
def test_a_script_in_every_text_of_the_papers_is_a_text(tmp_path: Path, visit: Callable[..., Visitor]) -> None:
    project = copy_project(tmp_path / "projekt")
    package = project / "data" / "kilder"
    for table in description.tables(package):
        if table.name not in KEPT_AS_IT_IS:
            for path in table.paths:
                _harm(package / path, free_texts(table))
    addresses = {page.script: page.address for page in PAGES}
    seen = 0
    with Server(tmp_path / "database", project) as server:
        with urllib.request.urlopen(f"{server.url}/sundhed", timeout=60) as health:
            assert health.status == 200
        visitor = visit(server)
        for script, query in VIEWS:
            asked = "&".join(f"{name}={value}" for name, value in query.items())
            visitor.open(f"{addresses[script]}?{asked}" if asked else addresses[script])
            assert visitor.page.evaluate(_STRUCK) == [], (script, query)
            seen += "onerror" in visitor.text()
    assert seen > len(VIEWS) / 4, "The texts are hardly shown: nothing was tried."


def _harm(file: Path, columns: list[str]) -> None:
    """Let every text of some words in those columns end in what a browser would run."""
    with file.open(encoding="utf-8", newline="") as stream:
        [head, *rows] = list(csv.reader(stream))
    for at in (head.index(column) for column in columns if column in head):
        for row in rows:
            if " " in row[at]:
                row[at] += HARM
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([head, *rows])


@pytest.mark.grundig(0)  # in `make grundig` alone
def test_visitors_who_come_and_go_leave_no_memory_behind(built: Path, tmp_path: Path) -> None:
    """1.200 sessions, each of which is forgotten a second after it has left."""
    brief = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1"}
    with Server(shutil.copytree(built, tmp_path / "database"), environment=brief) as server:

        def visits(number: int) -> int:
            for each in range(number):
                with Conversation(server, PAGES[each % len(PAGES)].address) as conversation:
                    conversation.run()
            return _memory(server.process_id)

        after_warming_up, *later = [visits(400) for _ in range(3)]
    assert max(later) - after_warming_up < 40_000_000, (after_warming_up, later)


def _memory(process: int) -> int:
    """The bytes that a process holds in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
