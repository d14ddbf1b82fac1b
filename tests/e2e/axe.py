"""What stands in the way of somebody who cannot see, use a mouse or tell colours apart, as axe finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Window

from pages.om.fejl_i_streamlit import FEJL, StreamlitFejl

_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


@dataclass(frozen=True)
class Found:
    """A serious fault: axe's rule, and the element, by its selector and as it is written."""

    rule: str
    impact: str
    target: str
    html: str

    def is_in(self, window: Window, element: str) -> bool:
        """Whether it stands in what the selector `element` finds."""
        return bool(
            window.locator(self.target).first.evaluate("(node, within) => Boolean(node.closest(within))", element)
        )


def serious(window: Window) -> Iterator[Found]:
    """Yield the serious faults against WCAG 2.1 AA, whosever they are."""
    found = Axe().run(window, options={"runOnly": _AA, "resultTypes": ["violations"]})
    for rule in found.response["violations"]:
        if rule["impact"] in ("serious", "critical"):
            for node in rule["nodes"]:
                last = node["target"][-1]
                # What stands in a shadow tree has the selectors on the way to it as a list.
                target = " >> ".join(last) if isinstance(last, list) else last
                yield Found(rule["id"], rule["impact"], target, node["html"][:160])


def what_axe_finds(window: Window) -> list[str]:
    """Return the serious faults that are ours."""
    return [
        f"{found.rule} ({found.impact}): {found.target} {found.html}"
        for found in serious(window)
        if not any(found.rule == known.regel and found.is_in(window, known.element) for known in FEJL)
    ]


def has(window: Window, fault: StreamlitFejl) -> bool:
    """Whether the window has a fault that is called Streamlit's."""
    return any(found.rule == fault.regel and found.is_in(window, fault.element) for found in serious(window))
