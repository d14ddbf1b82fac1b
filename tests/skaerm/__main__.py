"""Measure pages' first screens and print them as a table: `make skaerm SIDE=metode SKAERM=telefon JSON=fil SKRIV=1`."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from dansk import tal
from pages.navigation.registry import PAGES, Page
from tests.e2e.browser import Visitor, chromium, new_window
from tests.e2e.server import Server
from tests.skaerm import limits
from tests.skaerm.measure import SCREENS, FirstScreen, first_screen, open_view

PATIENCE = 90_000  # milliseconds: a busy machine is no fault
HELD = "baerbar"
"""The screen that limits are for."""

HEADS = ("side", "skærm", "billede", "fra", "til", "fylder", "ord", "overskrift", "skåret", "engelsk", "mindste")

Measured = tuple[str, str, FirstScreen]


def main() -> None:
    """Measure what is asked for, print it, and write the files that are asked for."""
    asked = _arguments()
    pages = [page for page in PAGES if not asked.side or page.name in asked.side]
    with _visitor(asked.port) as visitor:
        found = [
            (page.name, name, _measured(visitor, page, asked.visning, name)) for page in pages for name in asked.skaerm
        ]
    print("\n".join(table(found)))
    if not asked.kort:
        print("\n".join(faults(found)))
    if asked.json:
        Path(asked.json).write_text(json.dumps(as_json(found), ensure_ascii=False, indent=1), encoding="utf-8")
    if asked.skriv:
        print("\n".join(_write(found)))


def table(found: Sequence[Measured]) -> list[str]:
    """Return the lines of a table of what was measured, its columns under each other."""
    rows = [HEADS, *(_row(*each) for each in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def faults(found: Sequence[Measured]) -> Iterator[str]:
    """Return a line for each text that is cut off or English, and the smallest letters of each page."""
    for page, screen, of in found:
        yield f"\n{page}, {screen}: {of.overskrift or 'ingen overskrift'}"
        yield from (f"  {cut.slags}: «{cut.tekst}» ({cut.y} px nede)" for cut in of.skaaret)
        yield from (f"  engelsk, {text}" for text in of.engelsk)
        yield from (f"  engelsk, læst op, {text}" for text in of.oplaest)
        if of.mindste:
            yield f"  mindste bogstaver, {_decimal(of.mindste.px)} px: «{of.mindste.tekst}»"


def as_json(found: Sequence[Measured]) -> list[dict[str, object]]:
    """Return all that was measured, as JSON has it; `loftets_tal` are the figures that have limits."""
    return [
        {"side": page, "skaerm": screen, "loftets_tal": limits.figures(of), **asdict(of)} for page, screen, of in found
    ]


def _row(page: str, screen: str, of: FirstScreen) -> tuple[str, ...]:
    picture = of.billede
    place = ("ingen", "", "", "")
    if picture:
        place = (picture.slags, str(picture.begynder), str(picture.slutter), f"{_decimal(picture.fylder)} %")
    headline = "ingen" if of.overskrift is None else f"{of.overskrift_ord} ord, {of.overskrift_tal} tal"
    smallest = f"{_decimal(of.mindste.px)} px" if of.mindste else ""
    english = str(len(of.engelsk) + len(of.oplaest))
    return (page, screen, *place, str(of.ord), headline, str(len(of.skaaret)), english, smallest)


def _decimal(value: float) -> str:
    return tal.number(value, 1)


def _measured(visitor: Visitor, page: Page, query: str, screen: str) -> FirstScreen:
    address = f"{page.address}?{query.removeprefix('?')}" if query else page.address
    return first_screen(open_view(visitor, address, SCREENS[screen]))


def _write(found: Sequence[Measured]) -> Iterator[str]:
    """Tighten the limits, and say which figures are worse than theirs, which stay."""
    before = limits.read()
    now = {page: limits.figures(of) for page, screen, of in found if screen == HELD}
    after = {
        page.name: limits.tightened(before.get(page.name), now[page.name]) if page.name in now else before[page.name]
        for page in PAGES
        if page.name in now or page.name in before
    }
    limits.write(after)
    yield f"\nStrammet: {limits.FILE.relative_to(Path.cwd())}"
    for page, figures in now.items():
        yield from (f"  {page}: {line} (loftet er ikke hævet)" for line in limits.worse(figures, after[page]))


@contextmanager
def _visitor(port: int | None) -> Iterator[Visitor]:
    """A window on a server with a database of its own, of what is printed, without rows that are added here."""
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"KKR_EGNE_TABELLER": f"{folder}/ingen"}
        with (
            Server(Path(folder) / "database", port=port) as server,
            sync_playwright() as playwright,
            chromium(playwright.chromium) as browser,
        ):
            window = new_window(browser)
            window.set_default_timeout(PATIENCE)
            yield Visitor(window, server.url)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.skaerm", description="Mål sidernes første skærm.")
    parser.add_argument("--side", nargs="*", choices=[page.name for page in PAGES], help="kun disse sider")
    parser.add_argument("--skaerm", nargs="+", choices=list(SCREENS), default=[HELD], help="på disse skærme")
    parser.add_argument("--visning", default="", help="det, der står efter ? i adressen")
    parser.add_argument("--json", help="skriv alt, der er målt, i denne fil")
    parser.add_argument("--kort", action="store_true", help="kun tabellen")
    parser.add_argument(
        "--skriv", action="store_true", help=f"stram lofterne i {limits.FILE.name} til det, der er målt"
    )
    parser.add_argument("--port", type=int, help="serverens port; ellers en ledig")
    asked = parser.parse_args()
    if asked.skriv and (asked.visning or HELD not in asked.skaerm):
        parser.error(f"Lofterne gælder sidernes egen visning på skærmen {HELD}.")
    return asked


if __name__ == "__main__":
    main()
