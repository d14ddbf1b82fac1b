"""What stands in the way of somebody who cannot see, use a mouse or tell colours apart, as axe finds it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Window

# What axe finds in Streamlit's own elements, that no page can change: the rule, and what the element stands in.
STREAMLITS_OWN = {
    # On a phone the menu's sections stand as <div> in its <ul>, and their links as <li> in a <div>.
    "list": '[data-testid="stSidebarNavItems"]',
    "listitem": '[data-testid="stSidebarNavItems"]',
}


def what_axe_finds(window: Window) -> list[str]:
    """Return the serious faults against WCAG 2.1 AA."""
    found = Axe().run(
        window, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}
    )
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:160]}"
        for rule in found.response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
        if not _is_streamlits_own(window, rule["id"], node["target"])
    ]


def _is_streamlits_own(window: Window, rule: str, target: list[str]) -> bool:
    own = STREAMLITS_OWN.get(rule)
    return own is not None and window.locator(target[-1]).first.evaluate(
        "(element, own) => Boolean(element.closest(own))", own
    )
