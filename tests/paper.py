"""A page of the app as it is printed: what stands on each sheet of the PDF, compared without regard to spaces."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass

from playwright.sync_api import Page
from pypdf import PdfReader


def squeezed(text: str) -> str:
    """Return a text without spaces, ligatures and soft hyphens, as a break of a line may put or take them."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", text))


@dataclass(frozen=True)
class Paper:
    """The sheets of a printed page: their texts, squeezed, and their sizes in points (width, height)."""

    sheets: tuple[str, ...]
    sizes: tuple[tuple[float, float], ...]

    @property
    def text(self) -> str:
        """Everything that stands on it."""
        return "".join(self.sheets)


def printed(window: Page) -> Paper:
    """Print what the window shows, as the browser does: no backgrounds but those that the page insists on."""
    sheets = PdfReader(io.BytesIO(window.pdf(prefer_css_page_size=True))).pages
    return Paper(
        tuple(squeezed(sheet.extract_text()) for sheet in sheets),
        tuple((float(sheet.mediabox.width), float(sheet.mediabox.height)) for sheet in sheets),
    )
