"""The log is one line of JSON for each message, whatever the message holds."""

from __future__ import annotations

import json
import logging

import pytest

from pages.server import log


def _line(record: logging.LogRecord) -> dict[str, str]:
    written = log.JsonLine().format(record)
    assert "\n" not in written
    told = json.loads(written)
    assert isinstance(told, dict)
    return told


def _record(message: str, *arguments: object, fault: BaseException | None = None) -> logging.LogRecord:
    told = (type(fault), fault, fault.__traceback__) if fault else None
    return logging.LogRecord("kkr", logging.ERROR, __file__, 1, message, arguments, told)  # type: ignore[arg-type]


def test_a_message_is_one_line_with_time_and_kind() -> None:
    told = _line(_record("Databasen er «%s»", 'i\nstykker"'))
    assert told.pop("tid").endswith("+00:00")
    assert told == {"slags": "fejl", "fra": "kkr", "besked": 'Databasen er «i\nstykker"»'}


def test_a_failure_has_its_trace_in_the_same_line() -> None:
    try:
        raise ValueError("to\nlinjer")
    except ValueError as error:
        assert "ValueError: to\nlinjer" in _line(_record("Uventet fejl", fault=error))["spor"]


def test_it_is_plain_on_a_persons_screen_and_lines_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    own = logging.getLogger("kkr")
    monkeypatch.setattr(own, "handlers", [])
    monkeypatch.setattr(own, "propagate", True)
    monkeypatch.setattr(log, "_OTHERS", ())
    for seen, handlers in ((True, 0), (False, 1)):
        monkeypatch.setattr(log.sys.stderr, "isatty", lambda seen=seen: seen)
        log.in_lines_of_json()
        assert len(own.handlers) == handlers
    assert not own.propagate
