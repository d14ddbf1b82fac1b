"""What stands in the way of somebody who cannot see, use a mouse or tell colours apart, as axe finds it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Window

# What axe finds in Streamlit's own elements, which no page of ours can change.
STREAMLITS_OWN: dict[str, str] = {}


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
        if not any(own in str(node["target"]) for own in STREAMLITS_OWN)
    ]
